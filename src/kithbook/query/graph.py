"""The network as people and ties: who introduced whom, who knows whom, who were together.

Ties are read from the lines that `traits` knows. A tie stands once, by the surest line that
tells of it; between two people there can be several that say different things.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Literal, TypeAlias

from ..model.introducer import is_theirs
from ..model.record import NamedTuple
from ..model.resolve import fold
from .network import brought_by
from .traits import How, Mention, entry_mention, profile_mentions

if TYPE_CHECKING:
    from ..model.book import Book
    from ..model.contact import Contact

Sort: TypeAlias = Literal["introduced", "brought", "knows", "together"]
SORTS: tuple[Sort, ...] = ("introduced", "brought", "knows", "together")

_SORTS: dict[How, Sort] = {"introduced": "introduced", "met_via": "brought", "introduced_me": "brought", "knows": "knows",
                           "together": "together"}


class Person(NamedTuple):
    """Somebody in the graph; `circle` is None for those in none, `last_contact` for those who never were in touch."""

    contact: str
    contact_path: str
    circle: str | None
    role: str | None
    org: str | None
    tags: tuple[str, ...]
    last_contact: date | None


class GraphTie(NamedTuple):
    """A tie between `contact` and `other`, and the line that tells of it; `date` is None for what front matter says.

    `sort`: I `introduced` the two; `contact` `brought` the other to me; `contact` `knows` the other;
    or they were `together` somewhere. All but `brought` hold both ways.
    """

    contact: str
    contact_path: str
    other: str
    other_path: str
    sort: Sort
    date: date | None
    path: str
    line: int


class Graph(NamedTuple):
    """People in the order of names, and the ties among them in the order of their places."""

    people: tuple[Person, ...]
    ties: tuple[GraphTie, ...]


def network_graph(book: Book, today: date, around: str | None = None) -> Graph:
    """The graph of everybody in the book, or of the contact at `around` and those who are tied to them.

    Nobody who is confidential is in it. What is planned for later than `today` is no tie yet.
    """
    ties = tuple(_ties(book, today))
    paths = {path for path, contact in book.contacts.items() if not contact.confidential}
    if around is not None:
        paths = {around, *(path for tie in ties if around in (tie.contact_path, tie.other_path) for path in (tie.contact_path, tie.other_path))}
        ties = tuple(tie for tie in ties if tie.contact_path in paths and tie.other_path in paths)
    people = sorted((_person(book.contacts[path], book, today) for path in paths), key=lambda person: (fold(person.contact), person.contact_path))
    return Graph(tuple(people), ties)


def _person(contact: Contact, book: Book, today: date) -> Person:
    profile = contact.profile
    last = next((entry.date for entry in reversed(contact.entries)
                 if entry.is_contact and entry.date <= today and entry.path not in book.confidential), profile.met)
    return Person(contact.name, contact.path, profile.circle, profile.role, profile.org, profile.tags,
                  None if last is None or last > today else last)


def _ties(book: Book, today: date) -> Iterator[GraphTie]:
    found: dict[tuple[str, str, Sort], GraphTie] = {}
    for mention in _mentions(book):
        sort = _SORTS.get(mention.how)
        if sort is None or (mention.day is not None and mention.day > today):
            continue
        for one, other in _pairs(mention, book):
            key = (one, other, sort) if sort == "brought" else (min(one, other), max(one, other), sort)
            tie = GraphTie(book.contacts[one].name, one, book.contacts[other].name, other, sort, mention.day, mention.path, mention.line)
            known = found.get(key)
            if known is None or _surer(tie, known):
                found[key] = tie
    yield from sorted(found.values(), key=lambda tie: (tie.path, tie.line, SORTS.index(tie.sort), tie.contact_path, tie.other_path))


def _surer(tie: GraphTie, known: GraphTie) -> bool:
    """Whether a line tells of a tie rather than another: the newest, and of one day the first."""
    days = [each.date.toordinal() if each.date else 0 for each in (tie, known)]
    return days[0] > days[1] or (days[0] == days[1] and (tie.path, tie.line) < (known.path, known.line))


def _mentions(book: Book) -> Iterator[Mention]:
    """Each line that ties people once, though several contacts may have it."""
    seen: set[tuple[str, int]] = set()
    for contact in book.contacts.values():
        if contact.confidential:
            continue
        yield from profile_mentions(contact.path, contact.profile)
        for entry in contact.entries:
            if entry.links and not is_theirs(entry) and (entry.path, entry.line) not in seen and entry.path not in book.confidential:
                seen.add((entry.path, entry.line))
                mention = entry_mention(entry, at_home=entry.path in book.contacts)
                if mention is not None:
                    yield mention


def _pairs(mention: Mention, book: Book) -> Iterator[tuple[str, str]]:
    """Who is tied to whom by a line, whoever brought the other first."""
    there = book.people.find_all(mention.targets, mention.path) if book.people is not None else ()
    others = [path for path in there if path != mention.path and path in book.contacts and not book.contacts[path].confidential]
    everybody = ((mention.path,) if mention.at_home else ()) + tuple(others)
    if mention.how in ("met_via", "introduced_me"):
        by = brought_by(mention, book.people) if book.people is not None else None
        yield from ((by, other) for other in everybody if by in everybody and by is not None and other != by)
    elif mention.how == "knows":
        yield from ((mention.path, other) for other in others if mention.at_home)
    else:
        yield from combinations(everybody, 2)
