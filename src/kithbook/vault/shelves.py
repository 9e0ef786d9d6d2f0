"""The notes to be looked through for words (`query.shelf`): from the index, or each read anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import merge
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

from ..query.gist import Gists, gists_of
from ..query.shelf import Owner, Sieve, owner_of
from .words import unpack_lines

if TYPE_CHECKING:
    from ..model.book import Book
    from ..model.people import People
    from ..model.problem import Problem
    from ..model.settings import Settings
    from ..query.sayings import Page, Saying
    from ..query.wording import Wording
    from ..text.note import NoteReader
    from .index import Index
    from .kept_notes import Notes


_MANY = 300  # questions whom links mean, from which on it is quicker to know everybody


class BookShelf:
    """Every note, read when it may get through the sieve; and the book of all in brief."""

    def __init__(self, root: str, paths: Sequence[str], reader: NoteReader, wording: Wording, book: Book) -> None:
        self._root = root
        self._paths = paths
        self._reader = reader
        self._wording = wording
        self._book = book
        self._read: dict[str, Page] = {}  # notes of which a gist was given
        self.names = [(path, contact.name) for path, contact in book.contacts.items()]
        self.people = sum(not contact.confidential for contact in book.contacts.values())
        self.problems: Sequence[Problem] = book.problems

    def lines(self, sieve: Sieve) -> Iterator[tuple[str, Sequence[str]]]:
        return ((page.path, page.lines) for page in self.told(sieve))

    def told(self, sieve: Sieve) -> Iterator[Page]:
        from .pages import pages_read

        return pages_read(self._root, self._paths, self._reader, sieve)

    def gists(self, keys: Sequence[str], said: frozenset[str], sieve: Sieve) -> Iterator[Gists]:
        from .pages import whole_pages_read

        for page in whole_pages_read(self._root, self._paths, self._reader, sieve):
            self._read[page.path] = page
            gists = gists_of(page, keys, said, self._wording)
            if gists is not None:
                yield gists

    def saying(self, path: str, number: int) -> Saying:
        return self._read[path].sayings[number]

    @cached_property
    def _owners(self) -> Mapping[str, Mapping[int, Sequence[Owner]]]:
        return _owners_of_lines(self._book)

    def owners(self, path: str) -> Mapping[int, Sequence[Owner]]:
        return self._owners.get(path, {})

    @cached_property
    def _people(self) -> People:
        from ..model.people import People, names_in
        from ..model.resolve import by_stem

        named: dict[str, list[str]] = {}
        for path, contact in self._book.contacts.items():
            for name in names_in(contact.whole_profile):
                named.setdefault(name, []).append(path)
        return People(by_stem(self._paths), self._book.contacts, lambda name: named.get(name, ()))

    def meant(self, links: Sequence[str], path: str) -> Sequence[Owner]:
        return [owner_of(self._book.contacts[found]) for found in self._people.find_all(links, path) if found != path]


def _owners_of_lines(book: Book) -> dict[str, dict[int, list[Owner]]]:
    """By note and line, the contacts for whom it counts in whose note it does not stand."""
    owners: dict[str, dict[int, list[Owner]]] = {}
    for contact in book.contacts.values():
        places = [(entry.path, entry.line) for entry in contact.entries]
        places += [(promise.path, promise.line) for promise in contact.promises]
        for path, line in dict.fromkeys(places):
            if path != contact.path:
                owners.setdefault(path, {}).setdefault(line, []).append(owner_of(contact))
    return owners


class IndexShelf:
    """The pages that the index keeps, and those of which it may keep nothing, read now.

    What reads notes is made only when it is needed.
    """

    def __init__(self, index: Index, root: str, settings: Settings, reader: Callable[[], NoteReader], wording: Wording,
                 notes: Callable[[], Notes], problems: Callable[[], Sequence[Problem]]) -> None:
        self._index = index
        self._root = root
        self._settings = settings
        self._reader = reader
        self._wording = wording
        self._make_notes = notes
        self._problems = problems
        self._withheld: Sequence[str] = index.words.withheld()
        self._read: dict[str, Page] = {}  # notes of which nothing is kept, and a gist was given
        self._known: dict[str, Owner] = {}
        self._asked = 0  # how often it was asked whom links mean

    @cached_property
    def _notes(self) -> Notes:
        return self._make_notes()

    @cached_property
    def problems(self) -> Sequence[Problem]:
        return self._problems()

    @cached_property
    def names(self) -> Sequence[tuple[str, str]]:
        names = self._index.words.names()
        if not self._withheld:
            return names
        for reading in self._notes.of(self._withheld):
            summary = reading.summary
            if summary.kind == "contact" and summary.profile is not None:
                names.append((summary.path, summary.profile.name))
        return sorted(names)

    @property
    def people(self) -> int:
        return self._index.notes.count_people()

    def lines(self, sieve: Sieve) -> Iterator[tuple[str, Sequence[str]]]:
        kept = ((path, unpack_lines(body)) for path, body in self._index.words.bodies(sieve))
        apart = ((page.path, page.lines) for page in self._apart(sieve))
        return merge(kept, apart, key=itemgetter(0))

    def told(self, sieve: Sieve) -> Iterator[Page]:
        return merge(self._index.words.pages(sieve), self._apart(sieve), key=itemgetter(0))

    def _apart(self, sieve: Sieve) -> Iterator[Page]:
        if not self._withheld:
            return iter(())
        from .pages import pages_read

        return pages_read(self._root, self._withheld, self._reader(), sieve)

    def gists(self, keys: Sequence[str], said: frozenset[str], sieve: Sieve) -> Iterator[Gists]:
        return chain(self._index.words.gists(keys, said), self._gists_apart(keys, said, sieve))

    def _gists_apart(self, keys: Sequence[str], said: frozenset[str], sieve: Sieve) -> Iterator[Gists]:
        if not self._withheld:
            return
        from .pages import whole_pages_read

        for page in whole_pages_read(self._root, self._withheld, self._reader(), sieve):
            self._read[page.path] = page
            gists = gists_of(page, keys, said, self._wording)
            if gists is not None:
                yield gists

    def saying(self, path: str, number: int) -> Saying:
        page = self._read.get(path)
        return self._index.words.saying(path, number) if page is None else page.sayings[number]

    def owners(self, path: str) -> Mapping[int, Sequence[Owner]]:
        counts_for = self._index.notes.facts([path])[path].counts_for
        if not counts_for:
            return {}
        book = self._notes.book(dict.fromkeys(counts_for, (path,)), self._settings, self._people)
        return _owners_of_lines(book).get(path, {})

    def meant(self, links: Sequence[str], path: str) -> Sequence[Owner]:
        self._asked += 1
        people = self._people if self._asked < _MANY else self._everybody
        return [self._owner(found) for found in people.find_all(links, path) if found != path]

    def _owner(self, path: str) -> Owner:
        owner = self._known.get(path)
        if owner is None:
            owner = self._known[path] = Owner(path, self._name_of[path], path in self._confidential)
        return owner

    @cached_property
    def _people(self) -> People:
        return self._notes.people()

    @cached_property
    def _everybody(self) -> People:
        return self._notes.people(at_once=True)

    @cached_property
    def _name_of(self) -> dict[str, str]:
        return dict(self.names)

    @cached_property
    def _confidential(self) -> frozenset[str]:
        return frozenset(self._index.notes.confidential())
