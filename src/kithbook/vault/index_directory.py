"""Who there is, from the index, and a part of the book put together from the notes of those who are asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ..model.book import Book, with_made
from ..query.names import Called, called
from ..query.promises import seeds_of, settle_ids
from .packing import packed_part, unpack_called

if TYPE_CHECKING:
    from ..model.problem import Problem
    from ..query.lookup import ContactLine, ContactRow
    from .index import Index
    from .index_ledger import IndexLedger


class IndexDirectory:
    """Everybody, from the index. Raises `IndexFault` when it is of no use.

    `dated` gives a book with the days on which the undated promises of some contacts were made,
    `with_all_of` one with all that the notes of some contacts say.
    """

    def __init__(self, index: Index, ledger: IndexLedger, dated: Callable[[Book, Collection[str]], Book],
                 with_all_of: Callable[[Book, Iterable[str]], Book]) -> None:
        self._index = index
        self._due = index.due
        self._answers = index.due_answers
        self._ledger = ledger
        self._dated = dated
        self._with_all_of = with_all_of

    @property
    def attention(self) -> tuple[Problem, ...]:
        return self._ledger.attention

    def called(self, part: str = "", *, accented: bool = False) -> Sequence[Called]:
        packed = packed_part(part)
        found = [] if packed is None else list(map(unpack_called, self._index.notes.called(packed, accented=accented)))
        hidden = self._index.notes.unnamed()
        if not hidden:
            return found
        summaries = [reading.summary for reading in self._ledger.notes.of(hidden)]
        found += [called(each.path, each.profile) for each in summaries if each.kind == "contact" and each.profile is not None]
        return sorted(found)

    def rows(self) -> Iterable[ContactRow]:
        from .contact_list import rows_on

        apart = set(self._ledger.apart)
        kept = rows_on((row for path, row in self._answers.listed() if path not in apart), self._ledger.today)
        return [*kept, *self._rows_apart()] if apart else kept

    def _rows_apart(self) -> list[ContactRow]:
        """Those who are asked from their notes."""
        from ..query.lookup import contact_row

        apart = sorted(self._ledger.apart)
        book = self._ledger.notes.book_of(apart, self._ledger.settings)
        return [contact_row(book, book.contacts[path], self._ledger.today) for path in apart]

    def lines(self) -> Iterable[ContactLine]:
        from ..query.lookup import line_of
        from .contact_list import lines_on

        today, apart = self._ledger.today, set(self._ledger.apart)
        rows = self._answers.lines()
        if not apart:
            return lines_on(rows, today)
        return [*lines_on((row for row in rows if row[-1] not in apart), today), *map(line_of, self._rows_apart())]

    def book_of(self, paths: Iterable[str]) -> Book:
        from ..text.note_kind import ME  # which loads all that it takes to read a note

        paths = tuple(paths)
        # The ids of all promises depend on those of people who are not in the index, too.
        apart = self._ledger.apart
        whole = {*paths, *apart}
        book = self._ledger.notes.book_of(whole, self._ledger.settings, beside=[ME])
        book = with_made(book, self._due.made(_leading(book) - {*apart}))
        book = self._with_all_of(self._dated(book, apart), paths)
        return book._replace(ids=self._ids(book, whole))

    def _ids(self, book: Book, whole: Collection[str]) -> Mapping[tuple[str, int], str]:
        """The ids of the promises in a book that has all those of the `whole` contacts."""
        own = seeds_of(promise for promise in book.promises if promise.contacts[0] in whole)
        places = {(seed.path, seed.line) for seed in own}
        beginnings = {begins for seed in own for begins in seed.beginnings} | self._due.beginnings_of(_leading(book) - {*whole})
        others = self._due.seeds_around(beginnings)
        return settle_ids([*own, *(seed for seed, _, _ in others if (seed.path, seed.line) not in places)])


def _leading(book: Book) -> set[str]:
    """The contacts who lead the promises in a book."""
    return {promise.contacts[0] for promise in book.promises}
