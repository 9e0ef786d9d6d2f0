"""What becomes of the people of an export: new notes, additions to those that are there, or neither, and why."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from ..model.book import Book
from ..model.exported import Person, Remark
from ..model.resolve import fold, stem_of
from .combine import Conflict, combine
from .known_people import KnownPeople, Match


@dataclass(slots=True)
class ImportPlan:
    """`new` and `known` are people by the path of their note; `conflicts` contradict within the export.

    `closed` is how many are confidential, whose notes are left alone; `unknown` how many have no note and get none.
    """

    new: dict[str, Person] = field(default_factory=dict)
    known: dict[str, Person] = field(default_factory=dict)
    conflicts: list[tuple[str, Person, Conflict]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    closed: int = 0
    unknown: int = 0


def plan_import(book: Book, people: Iterable[Person], path_for: Callable[[str], str | None]) -> ImportPlan:
    """Sort people out; `path_for` gives the path of a new note for a name, None when there can be none."""
    plan = ImportPlan()
    known = KnownPeople(book)
    closed = [fold(name) for path in book.confidential if path in book.contacts for name in _names_of(book, path)]
    mine = {fold(address) for address in book.me.email} if book.me else set()
    for person in people:
        if mine & set(map(fold, person.email)):
            plan.remarks.append(_remark(person, "skipped", f"{person.name or 'this'} is you"))
            continue
        match = known.find(person)
        if match.path in book.confidential:
            plan.closed += 1
            continue
        person = _without_closed(plan, closed, known, person)
        if match.path is not None:
            _add_to_known(plan, book, match.path, person)
        elif match.several:
            plan.remarks.append(_remark(person, "skipped", _which(book, person, match)))
        elif person.only_known:
            plan.unknown += 1
        elif not person.name:
            plan.remarks.append(_remark(person, "skipped", "somebody without a name"))
        else:
            _add_new(plan, book, known, person, match, path_for)
    return plan


def _names_of(book: Book, path: str) -> tuple[str, ...]:
    profile = book.contacts[path].whole_profile
    return (profile.name, stem_of(path), *profile.aliases)


def _without_closed(plan: ImportPlan, closed: list[str], known: KnownPeople, person: Person) -> Person:
    """A person without what is somebody confidential's, and what happened together with one: no other note is to hold it."""
    own = known.without_closed(person)
    if own != person:
        plan.remarks.append(_remark(person, "skipped", "an address, number or web page that is somebody confidential's"))
    kept = tuple(one for one in person.happened if not one.text or not any(name in fold(one.text) for name in closed))
    for one in person.happened:
        if one not in kept:
            plan.remarks.append(_remark(person, "skipped", f"what happened on {one.day}: it names somebody confidential"))
    return own._replace(happened=kept)


def _remark(person: Person, kind: Literal["fault", "skipped", "near"], message: str) -> Remark:
    return Remark(person.line, kind, message, person.file)


def _add_to_known(plan: ImportPlan, book: Book, path: str, person: Person) -> None:
    people = plan.known if path in book.contacts else plan.new
    if path in people:
        people[path], conflicts = combine(people[path], person)
        plan.conflicts += [(path, person, conflict) for conflict in conflicts]
    else:
        people[path] = person


def _add_new(plan: ImportPlan, book: Book, known: KnownPeople, person: Person, match: Match,
             path_for: Callable[[str], str | None]) -> None:
    path = path_for(person.name)
    if path is None:
        plan.remarks.append(_remark(person, "fault", f"there can be no note for {person.name}: one is there that is no contact, or cannot be read"))
        return
    for other, why in match.near:
        name = book.contacts[other].name if other in book.contacts else plan.new[other].name
        plan.remarks.append(_remark(person, "near", f"{person.name} is new, and may be {name} ({why})"))
    plan.new[path] = person
    known.add(path, person)


def _which(book: Book, person: Person, match: Match) -> str:
    open_ones = [path for path in match.several if path not in book.confidential]
    if person.by_address and len(open_ones) == len(match.several) == 1:
        return f"{person.name} writes from {person.email[0]}, which is not in {open_ones[0]}"
    who = person.name or person.email[0]
    return f"{who} could be any of {', '.join(open_ones)}" if len(open_ones) > 1 else f"{who} could be several people"
