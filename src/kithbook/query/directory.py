"""Who there is, and what is known of some: from the book of everybody, or from an index without looking at everybody.

Both give the same (a property test holds them together).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from ..model.record import NamedTuple
from .names import (
    Called,
    all_called,
    find_candidates,
    find_exactly,
    find_without_accents,
    spelt_alike,
    wanted_in,
)

if TYPE_CHECKING:
    from datetime import date

    from ..model.book import Book
    from ..model.problem import Problem
    from .lookup import ContactLine, ContactRow


class Directory(Protocol):
    """Everybody in a vault, asked for a day."""

    @property
    def attention(self) -> tuple[Problem, ...]:
        """The problems that hide something."""

    def called(self, part: str = "", *, accented: bool = False) -> Sequence[Called]:
        """Those at least in whose path or names (folded) `part` stands, or that are `accented`, in the order of their paths.

        Everybody without a part.
        """

    def rows(self) -> Iterable[ContactRow]:
        """Everybody in brief, in no order."""

    def lines(self) -> Iterable[ContactLine]:
        """Everybody as a list says it, in no order."""

    def book_of(self, paths: Iterable[str]) -> Book:
        """The book with all that is said of these contacts. Others are in it, too, with less, or are not.

        The ids of the promises in it are those of the book of everybody.
        """


class Meant(NamedTuple):
    """Whom a name can mean; when nobody, `near` are those whose names are spelt much like it."""

    found: Sequence[Called]
    near: Sequence[str] = ()


def find_meant(directory: Directory, typed: str) -> Meant:
    """Whom `typed` can mean."""
    wanted = wanted_in(typed)
    # Whom it means in part may have accents; mostly it is somebody's name, and nobody else is looked at.
    found = find_exactly(directory.called(wanted), typed) or find_candidates(directory.called(wanted, accented=True), typed)
    if found:
        return Meant(found)
    everybody = directory.called()
    found = find_without_accents(everybody, typed)
    return Meant(found, () if found else spelt_alike(everybody, typed))


class BookDirectory:
    """Everybody from the book in brief."""

    def __init__(self, book: Book, today: date, with_all_of: Callable[[Book, Iterable[str]], Book]) -> None:
        """`with_all_of` gives a book with all that the notes of some contacts say."""
        self._book = book
        self._today = today
        self._with_all_of = with_all_of

    @property
    def attention(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self._book.problems if problem.severity == "error")

    def called(self, part: str = "", *, accented: bool = False) -> Sequence[Called]:
        return all_called(self._book.contacts.values())

    def rows(self) -> Iterable[ContactRow]:
        from .lookup import list_contacts

        return list_contacts(self._book, self._today)

    def lines(self) -> Iterable[ContactLine]:
        from .lookup import line_of

        return map(line_of, self.rows())

    def book_of(self, paths: Iterable[str]) -> Book:
        return self._with_all_of(self._book, paths)
