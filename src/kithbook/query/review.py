"""The weekly review, one thing at a time: what the agenda has, and what only shows over time."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Literal, TypeVar

from ..model.book import Book
from ..model.contact import Contact
from ..model.dates import add_days
from ..model.entry import PRIVATE_KINDS, Direction, Entry
from ..model.record import NamedTuple
from ..model.resolve import fold
from ..model.standing import stand
from ..model.withheld import Text
from .agenda import Agenda
from .drift import DriftRow
from .keep_in_touch import is_paused
from .lookup import list_contacts

StepSort = Literal["promise", "reply", "follow_up", "thanks", "make_right", "waiting", "loop", "date", "keep_in_touch",
                   "drifting", "never", "reflect"]

_YEAR, _LATE = 365, 90  # days


class Step(NamedTuple):
    """One thing of a review. `key` tells it from others, today and for the rest of the week.

    `row` is what the agenda or another query says of it; None where there is nothing but the person.
    """

    sort: StepSort
    contact: str
    contact_path: str
    key: str
    row: tuple[object, ...] | None = None


class LastContact(NamedTuple):
    """When and how one was last in touch with somebody."""

    date: date
    days: int
    kind: str
    direction: Direction | None
    text: Text
    path: str
    line: int


def agenda_steps(agenda: Agenda) -> tuple[Step, ...]:
    """What the agenda has, in the order in which it says it."""
    steps = [Step("promise", row.contact, row.contact_path, f"promise {row.id} {row.path}", row) for row in agenda.promises]
    owed: tuple[tuple[StepSort, Iterable[tuple[object, ...]]], ...] = (
        ("reply", agenda.replies), ("follow_up", agenda.follow_ups), ("thanks", agenda.thanks), ("make_right", agenda.make_right))
    for sort, rows in owed:
        steps += _of_rows(sort, rows)
    steps += [Step("waiting", row.contact, row.contact_path, f"promise {row.id} {row.path}", row) for row in agenda.waiting]
    steps += _of_rows("loop", agenda.loops)
    steps += [Step("date", row.contact, row.contact_path, f"date {row.contact_path} {row.label} {row.date}", row) for row in agenda.dates]
    return (*steps, *_of_rows("keep_in_touch", agenda.keep_in_touch))


def _of_rows(sort: StepSort, rows: Iterable[tuple[object, ...]]) -> list[Step]:
    """A step a row: there is one a contact, which begins with whom it is about."""
    return [Step(sort, str(row[0]), str(row[1]), f"{sort} {row[1]}", row) for row in rows]


def coming_up(steps: Iterable[Step]) -> frozenset[str]:
    """The contacts (by path) with whom a review has one be in touch anyway."""
    return frozenset(step.contact_path for step in steps if step.sort in ("keep_in_touch", "follow_up", "reply"))


def drifting_step(row: DriftRow) -> Step:
    return Step("drifting", row.contact, row.contact_path, f"drifting {row.contact_path}", row)


def never_steps(book: Book, today: date, besides: Iterable[Step]) -> tuple[Step, ...]:
    """Who was collected and never contacted: those met last come first, then by name."""
    known = {step.contact_path for step in besides}
    rows = [row for row in list_contacts(book, today, never=True)
            if row.path not in known and row.stage != "dormant" and row.every != "never"
            and not is_paused(row.paused, today) and (row.met is None or row.met <= today)]
    rows.sort(key=lambda row: (-(row.met or date.min).toordinal(), fold(row.name), row.path))
    return tuple(Step("never", row.name, row.path, f"never {row.path}", row) for row in rows)


def may_reflect_on(book: Book, today: date) -> list[Contact]:
    """Whom one might reflect on: with whom one was in touch more than once, of late, the last first; a book in brief will do."""
    found = []
    for contact in book.contacts.values():
        contacts = () if contact.confidential else stand(contact.entries, today).contacts
        if len(contacts) > 1 and (today - contacts[0].date).days <= _LATE:
            found.append(((today - contacts[0].date).days, fold(contact.name), contact.path))
    return [book.contacts[path] for _, _, path in sorted(found)]


def reflect_step(contact: Contact, today: date) -> Step | None:
    """A step for somebody, given with all their entries; None when one has reflected on them within a year."""
    since = add_days(today, -_YEAR)
    if any(entry.kind in PRIVATE_KINDS and since < entry.date <= today for entry in contact.entries):
        return None
    return Step("reflect", contact.name, contact.path, f"reflect {contact.path}")


def last_contact(contact: Contact, today: date) -> LastContact | None:
    """How one was last in touch; nothing is said of a confidential person."""
    contacts: tuple[Entry, ...] = () if contact.confidential else stand(contact.entries, today).contacts
    if not contacts:
        return None
    entry = contacts[0]
    return LastContact(entry.date, (today - entry.date).days, entry.kind, entry.direction, entry.text, entry.path, entry.line)


Key = TypeVar("Key")


def portion(keys: Iterable[Key], shown: Mapping[Key, str], handled: Collection[Key], week: str, most: int) -> list[Key]:
    """At most so many of the keys a week: those of this week again unless `handled`, then those whose turn was longest ago.

    `shown` says in which week each had its last turn. No more keys are asked for than it takes.
    """
    pending = {key for key, turn in shown.items() if turn == week and key not in handled}
    room = most - sum(turn == week for turn in shown.values())
    again: list[Key] = []
    new: list[Key] = []
    earlier: list[Key] = []
    for key in keys:
        if key in pending:
            again.append(key)
        elif key not in shown:
            new.append(key)
        elif shown[key] != week:
            earlier.append(key)
        if len(again) == len(pending) and len(new) >= room:
            break
    earlier.sort(key=lambda key: shown[key])
    return [*again, *[*new, *earlier][: max(0, room)]]
