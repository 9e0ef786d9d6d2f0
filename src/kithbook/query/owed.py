"""What is owed: replies, a first word after meeting, thanks, word of what came of things, amends.

The rules are those of docs/format.md, "Derived, never stored": one row a contact, since
the oldest open entry.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

from ..model.entry import Entry
from ..model.record import NamedTuple
from ..model.resolve import fold
from ..model.standing import Standing, stand
from ..model.withheld import Text

if TYPE_CHECKING:
    from ..model.book import Book
    from ..model.contact import Contact
    from ..model.dates import Gap


class OwedRow(NamedTuple):
    """Something open with a contact, `since` a day, which is `days` ago."""

    contact: str
    contact_path: str
    since: date | None
    days: int | None
    text: Text | None
    path: str
    line: int
    kind: str | None


def owed_since(contact: Contact, entry: Entry) -> OwedRow:
    """What an entry leaves open with a contact, before it is known which day it is."""
    if contact.confidential:
        return OwedRow(contact.name, contact.path, None, None, None, entry.path, entry.line, None)
    return OwedRow(contact.name, contact.path, entry.date, None, entry.text, entry.path, entry.line, entry.kind)


def met_since(contact: Contact) -> OwedRow:
    """That somebody was met, before it is known which day it is."""
    met, where = (None, None) if contact.confidential else (contact.profile.met, contact.profile.met_at)
    return OwedRow(contact.name, contact.path, met, None, where, contact.path, contact.met_line, None)


def in_order(rows: Iterable[OwedRow], today: date) -> tuple[OwedRow, ...]:
    """The rows as they are today, the longest owed first."""
    aged = [row if row.since is None else row._replace(days=(today - row.since).days) for row in rows]
    return tuple(sorted(aged, key=lambda r: (r.since or date.max, fold(r.contact), r.contact_path)))


Standings: TypeAlias = "list[tuple[Contact, Standing]]"


def standings(book: Book, today: date) -> Standings:
    """How things stand with everybody."""
    return [(contact, stand(contact.entries, today)) for contact in book.contacts.values()]


def _open_ones(of: Standings, sort: Literal[0, 1, 2, 3], today: date, after: Gap | None = None) -> tuple[OwedRow, ...]:
    """A row for everybody with something open of a sort (its place in `Standing`), for at least so long."""
    return in_order([
        owed_since(contact, entry)
        for contact, standing in of
        if (entry := standing[sort]) is not None and (after is None or after.after(entry.date) <= today)
    ], today)


def only_asked_of(book: Book, today: date, of: Standings | None = None) -> tuple[OwedRow, ...]:
    """To whom I turned in the last year, and never with anything but an ask: those asked longest ago first."""
    from .turning_to import only_asked, said_until  # a warm agenda has it from the index

    return in_order([
        owed_since(contact, ask)
        for contact, standing in of or standings(book, today)
        if standing.ask is not None and (ask := only_asked(contact, standing)) is not None and today <= said_until(ask)
    ], today)


def replies_owed(book: Book, today: date, of: Standings | None = None) -> tuple[OwedRow, ...]:
    """Who wrote or called and has not heard from me since."""
    return _open_ones(of or standings(book, today), 0, today, book.settings.replies_after)


def thanks_owed(book: Book, today: date, of: Standings | None = None) -> tuple[OwedRow, ...]:
    """Who gave, introduced or referred, and was not thanked since."""
    return _open_ones(of or standings(book, today), 1, today)


def open_loops(book: Book, today: date, of: Standings | None = None) -> tuple[OwedRow, ...]:
    """Introductions and referrals of which nobody has heard what came."""
    return _open_ones(of or standings(book, today), 2, today, book.settings.loops_after)


def to_make_right(book: Book, today: date, of: Standings | None = None) -> tuple[OwedRow, ...]:
    """Problems that are not yet fixed."""
    return _open_ones(of or standings(book, today), 3, today)


# Where people meet: such an entry on the day they met is the meeting itself.
_GATHERINGS = ("meeting", "event")
_WRITTEN = ("email", "message", "letter", "thanks")  # nobody is met in one of these


def follow_ups_owed(book: Book, today: date, of: Standings | None = None) -> tuple[OwedRow, ...]:
    """Whom I met lately and have not been in touch with since."""
    settings = book.settings
    return in_order([
        met_since(contact)
        for contact, standing in of or standings(book, today)
        if (met := contact.whole_profile.met) is not None
        and settings.follow_up_after.after(met) <= today <= settings.follow_up_within.after(met)
        and not followed_up(met, standing.contacts)
    ], today)


def followed_up(met: date, contacts: tuple[Entry, ...]) -> bool:
    """Whether one of the newest contacts came after the day on which we met, or on it but apart."""
    if not contacts or contacts[0].date < met:
        return False
    if contacts[0].date > met or contacts[0].kind in _WRITTEN:
        return True
    return len(contacts) > 1 and contacts[1].date == met and contacts[0].kind not in _GATHERINGS
