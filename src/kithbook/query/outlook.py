"""What can be said of a contact on the days to come, before it is known which day it is.

Entries that are planned for later change how things stand on their day, so what is said
holds for a stretch of days, from one such entry to the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from ..model.dates import add_days
from ..model.record import NamedTuple
from ..model.standing import Standing, stand
from .keep_in_touch import Touch, touch_of
from .owed import followed_up, met_since, owed_since
from .turning_to import only_asked, said_until

if TYPE_CHECKING:
    from ..model.contact import Contact
    from ..model.settings import Settings
    from .ledger import Sort
    from .owed import OwedRow

_OWED: tuple[Sort, ...] = ("reply", "thanks", "loop", "make_right")  # in the order of `Standing`


class Owing(NamedTuple):
    """Something owed, and the days on which it is said."""

    sort: Sort
    first: date
    last: date
    row: OwedRow


class Calling(NamedTuple):
    """A cadence that comes round, and the days on which that is said. `last_contact` is None before the first."""

    first: date
    last: date
    touch: Touch
    last_contact: date | None


class Outlook(NamedTuple):
    """What a contact has in store, from the day `since` on: that of the newest entry that is not planned.

    `contacts` are the days of the last contact, each with the day from which on it is the last.
    """

    since: date
    owings: tuple[Owing, ...]
    callings: tuple[Calling, ...]
    contacts: tuple[tuple[date, date | None], ...]


def outlook(contact: Contact, settings: Settings, today: date) -> Outlook:
    """What can be said of a contact; whatever is later than `today` counts as planned."""
    days = {entry.date for entry in contact.entries}
    since = max((day for day in days if day <= today), default=date.min)
    firsts = [since, *sorted(day for day in days if day > today)]
    owings: list[Owing] = []
    callings: list[Calling] = []
    contacts: list[tuple[date, date | None]] = []
    for first, following in zip(firsts, [*firsts[1:], None], strict=True):
        last = date.max if following is None else add_days(following, -1)
        standing = stand(contact.entries, first)
        contacts.append((first, standing.last_contact))
        owings += (owing for owing in _owings(contact, standing, first, last, settings) if owing.first <= owing.last)
        calling = _calling(contact, standing, first, last, settings)
        if calling is not None and calling.first <= last:
            callings.append(calling)
    return Outlook(since, tuple(owings), tuple(callings), tuple(contacts))


def _owings(contact: Contact, standing: Standing, first: date, last: date, settings: Settings) -> Iterator[Owing]:
    waits = {"reply": settings.replies_after, "loop": settings.loops_after}
    for sort, entry in zip(_OWED, standing[:4], strict=True):
        if entry is not None:
            begins = waits[sort].after(entry.date) if sort in waits else first
            yield Owing(sort, max(first, begins), last, owed_since(contact, entry))
    met = contact.profile.met
    if met is not None and not followed_up(met, standing.contacts):
        yield Owing("follow_up", max(first, settings.follow_up_after.after(met)),
                    min(last, settings.follow_up_within.after(met)), met_since(contact))
    ask = only_asked(contact, standing)
    if ask is not None:
        yield Owing("only_asked", first, min(last, said_until(ask)), owed_since(contact, ask))


def _calling(contact: Contact, standing: Standing, first: date, last: date, settings: Settings) -> Calling | None:
    paused = contact.profile.paused
    touch = touch_of(contact, standing.last_contact, settings)
    if touch is None or paused is True:
        return None
    begins = max(first, touch.due, paused if isinstance(paused, date) else first)
    return Calling(begins, last, touch, standing.last_contact)
