"""Who is drifting away: people with whom one was in touch in a rhythm, and of late is not.

No cadence has to be set for that. The usual gap is the median of the gaps between the times at which
one was in touch with somebody (a letter, its answer and the thanks of the next day are one time); whoever has been silent for more than twice that, and for more
than a month, is drifting. Whether somebody is, all their entries tell.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from ..model.book import Book
from ..model.contact import Contact
from ..model.dates import NEVER
from ..model.entry import Entry
from ..model.record import NamedTuple
from ..model.resolve import fold
from ..model.standing import stand
from .keep_in_touch import is_paused

_FEWEST_TIMES = 4  # with fewer there is no rhythm to speak of
_TIMES_THE_USUAL = 2
_ONE_TIME = 3  # days after the first contact that belong to it
_SHORTEST = 30  # days; nobody drifts away within a month


class DriftRow(NamedTuple):
    """Somebody with whom one was in touch every `usual` days, so many `times`, and now has not been for `days`.

    `path` and `line` are those of the last contact.
    """

    contact: str
    contact_path: str
    usual: int
    days: int
    times: int
    last_contact: date
    path: str
    line: int


def find_drifting(book: Book, today: date) -> tuple[DriftRow, ...]:
    """Everybody who is drifting, by a whole book: the last to go first, since with them it is easiest to take up again."""
    rows = (drift_of(contact, today) for contact in may_be_drifting(book, today))
    return tuple(row for row in rows if row is not None)


def may_be_drifting(book: Book, today: date) -> list[Contact]:
    """Who has been silent for long enough, the last to go first; a book in brief will do.

    Not those whom one has put off asking about (`paused`, `every: never`, dormant), nor confidential people.
    """
    if is_paused(book.settings.paused, today):
        return []
    silent = []
    for contact in book.contacts.values():
        last = stand(contact.entries, today).last_contact if _may_be_asked_about(contact, today) else None
        if last is not None and (today - last).days > _SHORTEST:
            silent.append(((today - last).days, fold(contact.name), contact.path))
    return [book.contacts[path] for _, _, path in sorted(silent)]


def _may_be_asked_about(contact: Contact, today: date) -> bool:
    profile = contact.profile
    return not (contact.confidential or is_paused(profile.paused, today) or profile.cadence == NEVER or profile.stage == "dormant")


def drift_of(contact: Contact, today: date) -> DriftRow | None:
    """How somebody is drifting, given with all their entries; None when they are not."""
    last = _contacts_by_day(contact.entries, today)
    times = list(_times(last))
    if len(times) < _FEWEST_TIMES:
        return None
    usual = _median([(later - earlier).days for earlier, later in pairwise(times)])
    newest = max(last)
    silent = (today - newest).days
    if silent <= max(_SHORTEST, _TIMES_THE_USUAL * usual):
        return None
    entry = last[newest]
    return DriftRow(contact.name, contact.path, round(usual), silent, len(times), entry.date, entry.path, entry.line)


def _contacts_by_day(entries: Iterable[Entry], today: date) -> dict[date, Entry]:
    """The days on which one was in touch, oldest first, each with its last contact."""
    return {entry.date: entry for entry in entries if entry.is_contact and entry.date <= today}


def _times(days: Iterable[date]) -> Iterator[date]:
    """When one was in touch: the first day of each time."""
    first = date.min
    for day in days:
        if (day - first).days > _ONE_TIME:
            first = day
            yield day


def _median(numbers: Sequence[int]) -> float:
    ordered = sorted(numbers)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
