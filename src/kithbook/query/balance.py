"""Give and ask across the whole network, over a stretch of days (docs/format.md, "Give and ask").

Numbers are those of the network alone. Of one person it is said at most that a word which
wants nothing is missing: no debts, no score between two people, no order but that of names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from ..model.dates import NEVER
from ..model.record import NamedTuple
from ..model.resolve import fold
from .giving import ACTS, Act, acts_of, giving_of
from .giving_words import GIVING_WORDS, Giving
from .keep_in_touch import suggest
from .turning_to import Turn, turns_to

if TYPE_CHECKING:
    from ..model.book import Book
    from ..model.contact import Contact
    from ..model.entry import Entry
    from ..model.withheld import Text


class ActRow(NamedTuple):
    """One act between me and others. `giving` is its kind when I gave, else None."""

    act: Act
    giving: Giving | None
    date: date
    contacts: tuple[str, ...]
    contact_paths: tuple[str, ...]
    text: Text
    path: str
    line: int


class Tally(NamedTuple):
    """How many acts of a sort there were, and with how many people."""

    act: Act
    acts: int
    people: int


class GivingRow(NamedTuple):
    """How often I gave in one way, and the newest time; of `other` there is what fits none of the four."""

    giving: Giving
    acts: int
    latest: ActRow


class CircleRow(NamedTuple):
    """How often I gave to people of a circle, and to how many; `circle` is None for those in none."""

    circle: str | None
    acts: int
    people: int


class TouchRow(NamedTuple):
    """Somebody to be in touch with just so: since when, the entry that it rests on, and what one could write about."""

    contact: str
    contact_path: str
    since: date
    text: Text
    suggestion: str | None
    path: str
    line: int


class Balance(NamedTuple):
    """The answer of `nb balance`, for the days from `since` to `until`.

    `only_asked` are people whom I ever turned to with nothing but an ask, and did in these
    days; `only_answered` those who in these days got answers of mine and nothing else.
    Both are in the order of names.
    """

    since: date
    until: date
    tallies: tuple[Tally, ...]
    giving: tuple[GivingRow, ...]
    circles: tuple[CircleRow, ...]
    only_asked: tuple[TouchRow, ...]
    only_answered: tuple[TouchRow, ...]
    acts: tuple[ActRow, ...]


def balance(book: Book, since: date, until: date) -> Balance:
    """Give and ask from `since` to `until`. Nothing of confidential people and entries is in it."""
    acts = tuple(_acts(book, since, until))
    gave = [row for row in acts if row.act == "gave"]
    people = [contact for contact in book.contacts.values() if not contact.confidential]
    turns = [(contact, turns_to(contact, until)) for contact in people if contact.profile.cadence != NEVER]
    return Balance(
        since, until, tuple(_tally(act, acts) for act in ACTS), tuple(_givings(gave)), tuple(_circles(gave, book)),
        _in_order(_only_asked(contact, of, since) for contact, of in turns),
        _in_order(_only_answered(contact, of, since) for contact, of in turns), acts)


def _acts(book: Book, since: date, until: date) -> Iterator[ActRow]:
    """Every act once, the newest first. What several notes say of one act (in the same words, or of one introduction) is one."""
    found: dict[tuple[object, ...], tuple[Act, Entry, dict[str, str]]] = {}
    for contact in book.contacts.values():
        if contact.confidential:
            continue
        for entry in contact.entries:
            if not since <= entry.date <= until or entry.path in book.confidential:
                continue
            acts = acts_of(entry)
            there = _concerned(entry, contact, book) if acts else frozenset()
            for act in acts if there else ():
                _, _, names = found.setdefault((act, *_same(entry, there)), (act, entry, {}))
                names.update((path, book.contacts[path].name) for path in there)
    for act, entry, names in sorted(found.values(), key=lambda of: (-of[1].date.toordinal(), of[1].path, of[1].line, of[0])):
        ordered = sorted(names.items(), key=lambda item: (fold(item[1]), item[0]))
        yield ActRow(act, giving_of(entry) if act == "gave" else None, entry.date, tuple(name for _, name in ordered),
                     tuple(path for path, _ in ordered), entry.text, entry.path, entry.line)


def _concerned(entry: Entry, contact: Contact, book: Book) -> frozenset[str]:
    """Whom an act concerns: the contact, and of an introduction the other side, too. Nobody when it names somebody confidential."""
    others = book.people.find_all(entry.links, entry.path) if entry.links and book.people is not None else ()
    if any(book.contacts[path].confidential for path in others):
        return frozenset()
    return frozenset((contact.path, *(others if entry.kind == "intro" else ())))


def _same(entry: Entry, there: frozenset[str]) -> tuple[object, ...]:
    """What is the same in all entries about one act."""
    if len(there) > 1:  # an introduction, of which both notes may tell
        return entry.date, there
    return entry.date, entry.kind, entry.text or (entry.path, entry.line)


def _tally(act: Act, acts: Iterable[ActRow]) -> Tally:
    rows = [row for row in acts if row.act == act]
    return Tally(act, len(rows), len({path for row in rows for path in row.contact_paths}))


def _givings(gave: Iterable[ActRow]) -> Iterator[GivingRow]:
    kinds: tuple[Giving, ...] = (*GIVING_WORDS, "other")
    for giving in kinds:
        rows = [row for row in gave if row.giving == giving]
        if rows:
            yield GivingRow(giving, len(rows), rows[0])


def _circles(gave: Iterable[ActRow], book: Book) -> Iterator[CircleRow]:
    """By circle, those of nb.yaml first and in its order. What went to two circles at once counts in both."""
    of: dict[str | None, list[tuple[str, int, str]]] = {circle: [] for circle in book.settings.circles}
    of[None] = []
    for row in gave:
        for path in row.contact_paths:
            circle = book.contacts[path].profile.circle
            of[circle if circle in of else None].append((row.path, row.line, path))
    for circle, places in of.items():
        if places:
            yield CircleRow(circle, len({place[:2] for place in places}), len({path for _, _, path in places}))


def _in_order(rows: Iterable[TouchRow | None]) -> tuple[TouchRow, ...]:
    return tuple(sorted((row for row in rows if row is not None), key=lambda row: (fold(row.contact), row.contact_path)))


def _only_asked(contact: Contact, turns: Mapping[Turn, list[Entry]], since: date) -> TouchRow | None:
    """The newest ask of these days, when I never turned to them with anything else."""
    asks = turns.get("ask") or []
    if not asks or "touch" in turns or asks[-1].date < since:
        return None
    return _touch(contact, asks[-1])


_A_HABIT = 2  # answers; one alone is how a correspondence begins


def _only_answered(contact: Contact, turns: Mapping[Turn, list[Entry]], since: date) -> TouchRow | None:
    """The newest answer of these days, when all that I did in them was to answer, more than once."""
    recent = {turn: of for turn, entries in turns.items() if (of := [entry for entry in entries if entry.date >= since])}
    answers = recent.get("answer") or []
    if len(answers) < _A_HABIT or len(recent) > 1:
        return None
    return _touch(contact, answers[-1])


def _touch(contact: Contact, entry: Entry) -> TouchRow:
    return TouchRow(contact.name, contact.path, entry.date, entry.text, suggest(contact.profile), entry.path, entry.line)
