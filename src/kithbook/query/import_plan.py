"""What becomes of the people of an export: new notes, additions to those that are there, or neither, and why."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from ..model.book import Book
from ..model.contact import addresses_of
from ..model.exported import Person, Place, Remark, RemarkKind
from ..model.resolve import seen
from .closed_names import ClosedNames
from .combine import Conflict, combine
from .known_people import KnownPeople, Match, bare_id

NICKNAME = "nickname"
"""The property that keeps a name which cannot be an alias."""


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


def plan_import(book: Book, people: Iterable[Person], place_for: Callable[[str], Place], as_shown: Callable[[str], str]) -> ImportPlan:
    """Sort people out; `place_for` gives the place of a new note for a name, `as_shown` a name of a note as an export of ours has it."""
    people = list(people)
    plan = ImportPlan()
    known = KnownPeople(book, as_shown)
    closed = ClosedNames(book)
    places = _Places(place_for, people)
    mine = addresses_of(book.me.email) if book.me else set()
    # Whoever is known for sure comes first: of two with one name, the other one is somebody else.
    for person in sorted(people, key=lambda person: not known.reaches(person)):
        if mine & addresses_of(person.email):
            plan.remarks.append(_remark(person, "skipped", f"{person.name or 'this'} is you"))
            continue
        match = known.find(person)
        if match.path in book.confidential:
            plan.closed += 1
            continue
        if closed.is_more_than_a_word_in(person.name):
            plan.remarks.append(_remark(person, "skipped", "somebody whose name has that of somebody confidential in it"))
            continue
        person = _without_closed(plan, closed, known, person)
        if match.path is not None:
            _add_to_known(plan, book, match.path, person)
            known.add(match.path, person)
        elif match.several:
            plan.remarks.append(_remark(person, "skipped", _which(book, person, match)))
        elif person.only_known:
            plan.unknown += 1
        elif not person.name:
            plan.remarks.append(_remark(person, "skipped", "somebody without a name"))
        else:
            _add_new(plan, book, known, person, match, places)
    _tell_aliases_apart(plan, book, known)
    order = {name: number for number, name in enumerate(dict.fromkeys(person.file for person in people))}
    plan.remarks.sort(key=lambda one: (order[one.file], one.line))
    return plan


class _Places:
    """Where new notes go: never where an id of the export says that another one of its people was, whom that id would then find there."""

    def __init__(self, place_for: Callable[[str], Place], people: Iterable[Person]) -> None:
        self._place_for = place_for
        self._ids = {bare_id(person.uid) for person in people if person.uid}
        self._kept: dict[tuple[str, str], Place] = {}

    def place_of(self, person: Person) -> Place:
        """The place of a new person's note, by their name: the one that their id is made of, if it can be."""
        mine, name = bare_id(person.uid), seen(person.name)
        kept = self._kept.pop((mine, name), None)
        while kept is None:
            place = self._place_for(person.name)
            owner = self._owner(place.path)
            if owner in (None, mine):
                return place
            self._kept[owner, name] = place
        return kept

    def _owner(self, path: str | None) -> str | None:
        if path is None or not self._ids:
            return None
        from .calendar import uid_of

        return owner if (owner := uid_of("contact", path)) in self._ids else None


def _without_closed(plan: ImportPlan, closed: ClosedNames, known: KnownPeople, person: Person) -> Person:
    """A person without what says who is confidential, or how to reach them: no other note is to hold it."""
    own = known.without_closed(person)

    def open_ones(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(text for text in texts if not closed.any_in((text,)))

    own = own._replace(
        aliases=open_ones(own.aliases), email=open_ones(own.email), phone=open_ones(own.phone), url=open_ones(own.url),
        tags=open_ones(own.tags), notes=open_ones(own.notes), org="".join(open_ones((own.org,))),
        role="".join(open_ones((own.role,))), location="".join(open_ones((own.location,))),
        further=tuple((key, value) for key, value in own.further if not closed.any_in((key, value))),
        happened=tuple(one for one in own.happened if not closed.any_in((one.text,))))
    for said in _held_back(person, own, closed):
        plan.remarks.append(_remark(person, "skipped", said))
    return own


def _held_back(person: Person, own: Person, closed: ClosedNames) -> Iterator[str]:
    """What was held back, without a word of it."""
    if (person.email, person.phone, person.url) != (own.email, own.phone, own.url):
        yield "an address, number or web page that is somebody confidential's"
    parts = [f"`{key}`" for key in ("aliases", "tags", "org", "role", "location") if getattr(person, key) != getattr(own, key)]
    parts += ["a field" if closed.any_in((key,)) else f"`{key}`" for key, value in person.further if (key, value) not in own.further]
    parts += ["a note"] if person.notes != own.notes else []
    parts += [f"what happened on {one.day}" for one in person.happened if one not in own.happened]
    if parts:
        yield f"of {person.name}, {', '.join(parts)}: somebody confidential is named there"


def _remark(person: Person, kind: RemarkKind, message: str) -> Remark:
    return Remark(person.line, kind, message, person.file)


def _add_to_known(plan: ImportPlan, book: Book, path: str, person: Person) -> None:
    people = plan.known if path in book.contacts else plan.new
    if path in people:
        people[path], conflicts = combine(people[path], person)
        plan.conflicts += [(path, person, conflict) for conflict in conflicts]
    else:
        people[path] = person


def _add_new(plan: ImportPlan, book: Book, known: KnownPeople, person: Person, match: Match, places: "_Places") -> None:
    place = places.place_of(person)
    if place.path is None:
        plan.remarks.append(_remark(person, "fault", f"there can be no note for {person.name}: {place.why_not}"))
        return
    if match.namesakes:
        plan.remarks.append(_remark(person, "near", f"{person.name} is new, at {place.path}: only the name is that of {', '.join(match.namesakes[:3])}"))
    for other, why in match.near:
        plan.remarks.append(_remark(person, "near", f"{person.name} is new, and may be {_name(plan, book, other)} ({why})"))
    plan.new[place.path] = person
    known.add(place.path, person)


def _name(plan: ImportPlan, book: Book, path: str) -> str:
    return book.contacts[path].name if path in book.contacts else plan.new[path].name


def _tell_aliases_apart(plan: ImportPlan, book: Book, known: KnownPeople) -> None:
    """Keep as a nickname what would be an alias, and is another one's name: a link by it would mean both.

    What an export of ours says of several new people, each with an id, comes back as it was.
    """
    own = {path for path, person in plan.new.items() if person.own}
    wanted: dict[str, set[str]] = {}
    for path, person in (*plan.new.items(), *plan.known.items()):
        for alias in person.aliases:
            wanted.setdefault(seen(alias), set()).add(path)
    for people in (plan.new, plan.known):
        for path, person in people.items():
            with_id, mine = own if path in own and person.uid else {path}, own if path in own else {path}
            others = {alias: (set(known.called(alias)) - with_id) | (wanted[seen(alias)] - mine)
                      for alias in person.aliases if path not in known.called(alias)}  # what a note says already stays
            nicknames = [alias for alias, paths in others.items() if paths]
            if not nicknames:
                continue
            for alias in nicknames:
                first = min((other for other in others[alias] if other not in book.confidential), default=None)
                plan.remarks.append(_remark(person, "conflict", f"`{alias}` is kept as `{NICKNAME}` of {person.name}, and is no alias: "
                                            f"{_name(plan, book, first) if first else 'somebody else'} is called so, too"))
            people[path] = person._replace(aliases=tuple(alias for alias in person.aliases if alias not in nicknames),
                                           further=(*person.further, (NICKNAME, "; ".join(nicknames))))


def _which(book: Book, person: Person, match: Match) -> str:
    open_ones = [path for path in match.several if path not in book.confidential]
    if person.by_address and len(open_ones) == len(match.several) == 1:
        return f"{person.name} writes from {person.email[0]}, which is not in {open_ones[0]}"
    who = person.name or person.email[0]
    return f"{who} could be any of {', '.join(open_ones)}" if len(open_ones) > 1 else f"{who} could be several people"
