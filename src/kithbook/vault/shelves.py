"""The notes to be looked through for words (`query.shelf`): from the index, or each read anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ..model.book import Book
from ..model.problem import Problem
from ..query.sayings import Page, page_of
from ..query.shelf import Owner, Sieve, owner_of
from ..query.wording import WHOLE, bare
from .index import Index
from .kept_notes import Notes
from .reading import read_note, read_text

if TYPE_CHECKING:
    from ..model.settings import Settings
    from ..text.note import NoteReader


class BookShelf:
    """Every note, read when it may get through the sieve; and the book of all in brief."""

    def __init__(self, root: str, paths: Sequence[str], reader: NoteReader, book: Book) -> None:
        self._root = root
        self._paths = paths
        self._reader = reader
        self._book = book
        self.names = [(path, contact.name) for path, contact in book.contacts.items()]
        self.people = sum(not contact.confidential for contact in book.contacts.values())
        self.problems: Sequence[Problem] = book.problems

    def pages(self, sieve: Sieve) -> Iterator[Page]:
        return pages_read(self._root, self._paths, self._reader, sieve)

    @cached_property
    def _owners(self) -> Mapping[str, Mapping[int, Sequence[Owner]]]:
        return _owners_of_lines(self._book)

    def owners(self, path: str) -> Mapping[int, Sequence[Owner]]:
        return self._owners.get(path, {})


def pages_read(root: str, paths: Iterable[str], reader: NoteReader, sieve: Sieve) -> Iterator[Page]:
    """The notes at some paths that may get through the sieve, read now. `reader` reads prose."""
    parts = [[part.lstrip(WHOLE) for part in way] for way in sieve]
    for path in paths:
        text = bare(read_text(root, path))
        if any(all(part in text for part in way) for way in parts):
            page = page_of(read_note(root, path, reader))
            if page.lines:
                yield page


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
    """The pages that the index keeps, and those of which it may keep nothing, read now."""

    def __init__(self, index: Index, root: str, settings: Settings, reader: NoteReader, notes: Notes,
                 problems: Callable[[], Sequence[Problem]]) -> None:
        self._index = index
        self._root = root
        self._settings = settings
        self._reader = reader
        self._notes = notes
        self._problems = problems
        self._withheld: Sequence[str] = index.words.withheld()

    @cached_property
    def problems(self) -> Sequence[Problem]:
        return self._problems()

    @cached_property
    def names(self) -> Sequence[tuple[str, str]]:
        names = self._index.words.names()
        for reading in self._notes.of(self._withheld):
            summary = reading.summary
            if summary.kind == "contact" and summary.profile is not None:
                names.append((summary.path, summary.profile.name))
        return sorted(dict(names).items())

    @property
    def people(self) -> int:
        return self._index.count_people()

    def pages(self, sieve: Sieve) -> Iterator[Page]:
        from heapq import merge
        from operator import itemgetter

        apart = pages_read(self._root, self._withheld, self._reader, sieve)
        kept = self._index.words.pages(sieve)
        return merge(kept, apart, key=itemgetter(0)) if self._withheld else kept

    def owners(self, path: str) -> Mapping[int, Sequence[Owner]]:
        counts_for = self._index.facts([path])[path].counts_for
        if not counts_for:
            return {}
        book = self._notes.book(dict.fromkeys(counts_for, (path,)), self._settings)
        return _owners_of_lines(book).get(path, {})
