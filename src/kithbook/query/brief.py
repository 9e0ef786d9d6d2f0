"""What to have in mind before one meets somebody: who they are, what is open, and what one does not know yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from ..model.book import Book
from ..model.contact import Contact
from ..model.record import NamedTuple
from ..model.standing import stand
from ..model.withheld import Text, Withheld
from .coming_days import DateRow, coming_rows, yearly_of
from .giving import acts_of
from .ledger import Sort
from .lookup import ContactRow, Details, EntryRow, contact_row, details_of, timeline
from .match import MatchRow, find_matches, telling_keys
from .owed import followed_up
from .promises import PromiseRow, list_promises
from .questions import Owing, Question, Subject, questions_for

if TYPE_CHECKING:
    from .network import Network
    from .traits import How
    from .wording import Wording

_LAST = 3
_DAYS_NEAR = 30
_GIFTS_SHOWN, _DAYS_OF_GIFTS = 3, 2 * 365
_MOST_SHARED = 5
_MOST_MATCHES = 3


class Meeting(NamedTuple):
    """How one came to know somebody. `via_path` is the note of the one who introduced, when there is one."""

    date: date | None
    at: str | None
    via: str | None
    via_path: str | None
    path: str
    line: int


class Family(NamedTuple):
    """What is written of those around somebody."""

    text: str
    path: str
    line: int


class Shared(NamedTuple):
    """Somebody whom both know, how that is known, and where it stands; `by` is the path of the one who brought me to the other."""

    contact: str
    contact_path: str
    how: How
    date: date | None
    path: str
    line: int
    by: str | None


class Brief(NamedTuple):
    """All that `nb brief` says of somebody. `last` are the newest contacts, `planned` what is to come."""

    contact: ContactRow
    details: Details
    met: Meeting | None
    last: tuple[EntryRow, ...]
    planned: tuple[EntryRow, ...]
    promises: tuple[PromiseRow, ...]
    waiting: tuple[PromiseRow, ...]
    owed: tuple[Owing, ...]
    received: tuple[EntryRow, ...]
    subjects: tuple[Subject, ...]
    family: tuple[Family, ...]
    dates: tuple[DateRow, ...]
    shared: tuple[Shared, ...]
    matches: tuple[MatchRow, ...]
    questions: tuple[Question, ...]
    reflections: tuple[EntryRow, ...]


def brief(book: Book, contact: Contact, network: Network, wording: Wording, today: date, family: Sequence[Family] = (), *,
          reveal: bool = False) -> Brief:
    """What to have in mind before meeting `contact`, who is in the book in full; `network` tells who knows whom.

    `family` is what their note says of those around them. Of a confidential person there is
    nothing but the name, unless to `reveal`.
    """
    row, details = contact_row(book, contact, today, reveal=reveal), details_of(contact, reveal)
    if contact.confidential and not reveal:
        return Brief(row, details, None, *((),) * 13)
    lines = timeline(book, contact, reveal=reveal)
    entries = [entry for entry in zip(reversed(contact.entries), lines, strict=True) if entry[0].date <= today]
    promises = list_promises(book, today, contact=contact, reveal=reveal)
    owed = _owed(book, contact, today)
    subjects = _subjects(contact, wording, today)
    return Brief(
        row, details, _meeting(book, contact),
        tuple(line for entry, line in entries if entry.is_contact)[:_LAST],
        tuple(line for entry, line in zip(contact.entries, reversed(lines), strict=True) if entry.date > today and entry.is_contact),
        tuple(row for row in promises if row.who != "them"), tuple(row for row in promises if row.who == "them"),
        owed,
        tuple(line for entry, line in entries
              if "received" in acts_of(entry, hidden=reveal) and (today - entry.date).days <= _DAYS_OF_GIFTS
              and (entry.path, entry.line) not in {(row.path, row.line) for row in owed})[:_GIFTS_SHOWN],
        subjects, tuple(family), coming_rows([day._replace(confidential=False) for day in yearly_of(contact)], today, _DAYS_NEAR),
        _shared(contact, network),
        find_matches(network, wording, path=contact.path, limit=_MOST_MATCHES).matches if not contact.confidential else (),
        questions_for(contact, subjects, owed, bool(family), today),
        tuple(line for _, line in entries if line.kind == "reflection") if reveal else ())


def _meeting(book: Book, contact: Contact) -> Meeting | None:
    profile = contact.whole_profile
    if profile.met is None and profile.met_at is None and profile.met_via is None:
        return None
    key = next(key for key in ("met", "met_at", "met_via") if getattr(profile, key) is not None)
    via = None
    if profile.met_via is not None and book.people is not None:
        target = profile.met_via.strip().removeprefix("[[").removesuffix("]]").partition("|")[0]
        via = book.people.find(target, contact.path)
    return Meeting(profile.met, profile.met_at, profile.met_via, via, contact.path, profile.lines.get(key, 1))


_SORTS: tuple[Sort, ...] = ("reply", "thanks", "loop", "make_right")  # in the order of `Standing`


def _owed(book: Book, contact: Contact, today: date) -> tuple[Owing, ...]:
    """What is open with somebody, the longest open first."""
    standing = stand(contact.entries, today)
    profile, settings = contact.whole_profile, book.settings
    rows = [Owing("tell" if sort == "loop" and entry.direction == "in" else sort, entry.date, entry.text, entry.path, entry.line, entry.kind)
            for sort, entry in zip(_SORTS, standing[:4], strict=True)
            if entry is not None and (sort != "loop" or settings.loops_after.after(entry.date) <= today)]
    met = profile.met
    if met is not None and settings.follow_up_after.after(met) <= today <= settings.follow_up_within.after(met) \
            and not followed_up(met, standing.contacts):
        rows.append(Owing("follow_up", met, profile.met_at, contact.path, contact.met_line))
    return tuple(sorted(rows, key=lambda row: (row.since or date.min, row.path, row.line)))


_SUBJECTS = (("goals", "goal"), ("challenges", "challenge"), ("needs", "need"), ("interests", "interest"))


def _subjects(contact: Contact, wording: Wording, today: date) -> tuple[Subject, ...]:
    """What they want, struggle with, need and like, each with the last entry that has a telling word of it."""
    profile = contact.whole_profile
    said = [(entry, telling_keys(entry.text, wording)) for entry in reversed(contact.entries)
            if entry.date <= today and not isinstance(entry.text, Withheld)]
    found: list[Subject] = []
    for key, what in _SUBJECTS:
        for text in getattr(profile, key):
            about = telling_keys(text, wording)
            spoken = next((entry for entry, keys in said if not about.isdisjoint(keys)), None)
            place = (spoken.date, spoken.path, spoken.line) if spoken is not None else (None, None, None)
            found.append(Subject(what, text, contact.path, profile.lines.get(key, 1), *place))
    return tuple(found)


def _shared(contact: Contact, network: Network) -> tuple[Shared, ...]:
    """The people whom both know, each once, the surest ties first."""
    found: dict[str, Shared] = {}
    for tie in network.ties_of(contact.path):
        name = network.name_of(tie.other)
        if name is not None and tie.other not in found and len(found) < _MOST_SHARED:
            found[tie.other] = Shared(name, tie.other, tie.how, tie.day, tie.path, tie.line, tie.by)
    return tuple(found.values())


class InCommon(NamedTuple):
    """An entry at which several of those who are asked about were, or somebody whom they all know."""

    contacts: tuple[str, ...]
    contact_paths: tuple[str, ...]
    text: Text | None
    date: date | None
    path: str
    line: int


def in_common(contacts: Sequence[Contact], today: date, most: int = 3) -> tuple[InCommon, ...]:
    """When several of these people were together last, the newest first. Nothing of confidential people."""
    there: dict[tuple[str, int], list[Contact]] = {}
    entries = {}
    for contact in contacts:
        for entry in contact.entries if not contact.confidential else ():
            if entry.date <= today and entry.is_contact:
                there.setdefault((entry.path, entry.line), []).append(contact)
                entries[entry.path, entry.line] = entry
    rows = [InCommon(tuple(c.name for c in who), tuple(c.path for c in who), entries[place].text, entries[place].date, *place)
            for place, who in there.items() if len(who) > 1]
    return tuple(sorted(rows, key=lambda row: (-(row.date or date.min).toordinal(), row.path, row.line)))[:most]


