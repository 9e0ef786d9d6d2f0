"""A person as a filter sees one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from ..model.book import Book
from ..model.contact import Contact
from .keep_in_touch import is_paused
from .lookup import ContactRow, Details, contact_row, details_of

if TYPE_CHECKING:
    from ..model.veil import Hides

Row = TypeVar("Row", bound=tuple[Any, ...])


class Person:
    """A contact as filters see it. What is not asked for is not worked out."""

    def __init__(self, book: Book, contact: Contact, today: date, hidden: Hides) -> None:
        self.contact = contact
        self.path = None if hidden("path", contact.path) else contact.path
        self._book = book
        self._today = today
        self._hidden = hidden

    @cached_property
    def row(self) -> ContactRow:
        return without(contact_row(self._book, self.contact, self._today), self._hidden)

    @cached_property
    def details(self) -> Details:
        return without(details_of(self.contact, reveal=False), self._hidden)

    @property
    def next_birthday(self) -> date | None:
        birthday = self.contact.profile.birthday
        return birthday.on_or_after(self._today) if birthday else None

    def is_paused(self, today: date) -> bool:
        return is_paused(self.row.paused, today)

    def is_overdue(self, today: date) -> bool:
        """Whether it is time to be in touch."""
        return self.row.next_contact is not None and self.row.next_contact <= today and not self.is_paused(today)


def nothing(_field: str, _value: object) -> bool:
    """What is hidden where all may be seen."""
    return False


def without(row: Row, hidden: Hides) -> Row:
    """A row without its texts that are hidden."""
    if hidden is nothing:
        return row
    make: Callable[[Iterable[Any]], Row] = type(row)._make  # type: ignore[attr-defined]
    return make(tuple(part for part in value if not hidden(field, part)) if isinstance(value, tuple) else None if hidden(field, value) else value
                for field, value in zip(row._fields, row, strict=True))  # type: ignore[attr-defined]
