"""Asks a book what a filter says (docs/query.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

from ..model.book import Book
from ..model.contact import Contact
from ..model.filter import (
    Comparison,
    Condition,
    Every,
    Filter,
    FilterFault,
    Not,
    Table,
    Value,
    Word,
)
from ..model.resolve import fold
from ..model.withheld import Withheld
from .filter_compare import MAKERS, Test, said_in, unknown, value_of
from .filter_fields import FIELDS, LOOKED_IN, SHOWN, STATES, Field, Item, named
from .keep_in_touch import is_paused
from .lookup import ContactRow, Details, contact_row, details_of, timeline
from .promises import list_promises
from .wording import bare

Hidden = Callable[[object], bool]


class Person(NamedTuple):
    """A contact as filters see it."""

    contact: Contact
    row: ContactRow
    details: Details
    next_birthday: date | None

    def is_paused(self, today: date) -> bool:
        return is_paused(self.row.paused, today)

    def is_overdue(self, today: date) -> bool:
        """Whether it is time to be in touch."""
        return self.row.next_contact is not None and self.row.next_contact <= today and not self.is_paused(today)


class Found(NamedTuple):
    """The rows that a filter finds: a value for each of `fields`, of which `columns` are to be shown."""

    table: Table
    fields: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    left_out: int


class Bound(NamedTuple):
    """A filter whose fields and values were found to make sense."""

    table: Table
    test: Test
    sort: tuple[tuple[Field, bool], ...]
    limit: int | None
    shown: tuple[Field, ...] | None
    of_closed: bool

    @property
    def needs_whole_logs(self) -> bool:
        """Whether it asks about more than what is still open."""
        return self.table == "entries" or self.of_closed


def bind(asked: Filter, circles: Iterable[str], today: date) -> Bound:
    """The filter, ready to be asked in a vault with these circles. Raises `FilterFault` for a field or value that there is not."""
    binder = _Binder(asked.table, tuple(circles), today)
    test = binder.test(asked.condition)
    sort = tuple((binder.field(order.field, order.column), order.descending) for order in asked.sort)
    shown = tuple(binder.field(value.text, value.column) for value in asked.show) or None
    return Bound(asked.table, test, sort, asked.limit, shown, binder.of_closed)


class _Binder:
    """Makes tests of conditions. `of_closed` tells whether one of them could find a promise that is closed."""

    def __init__(self, table: Table, circles: tuple[str, ...], today: date) -> None:
        self.of_closed = False
        self._circles = circles
        self._table = table
        self._today = today
        self._named = named(table)

    def field(self, name: str, column: int) -> Field:
        found = self._named.get(name)
        if found is None:
            raise unknown("field", name, column, list(self._named))
        return found

    def test(self, condition: Condition) -> Test:
        if isinstance(condition, Word):
            return self._word(condition)
        if isinstance(condition, Comparison):
            return self._comparison(condition)
        if isinstance(condition, Not):
            inner = self.test(condition.of)
            return lambda item: not inner(item)
        tests = [self.test(part) for part in condition.of]
        if isinstance(condition, Every):
            return lambda item: all(test(item) for test in tests)
        return lambda item: any(test(item) for test in tests)

    def _word(self, word: Word) -> Test:
        fields = [self._named[name] for name in LOOKED_IN[self._table]]
        wanted = bare(word.value.text)
        return lambda item: any(wanted in bare(said) for field in fields for said in said_in(field, item))

    def _comparison(self, said: Comparison) -> Test:
        if said.field == "is":
            return self._any_of(said, self._state)
        if said.field == "has":
            return self._any_of(said, self._has)
        field = self.field(said.field, said.column)
        if field.kind == "circle":
            field = field._replace(of=self._circles)
        if self._table == "promises" and field.name in ("status", "state", "done"):
            self.of_closed = True
        make = MAKERS[field.kind]
        if said.sign not in (":", "=", "!=") and field.kind not in ("behind", "ahead", "number"):
            raise FilterFault(f"`{field.name}` has no order, so that `{said.sign}` says nothing", said.column, f"write `{said.field}:`")
        tests = [make(field, said.sign, value, self._today) for value in said.values]
        if said.sign == "!=":
            return lambda item: not any(test(item) for test in tests)
        return lambda item: any(test(item) for test in tests)

    def _any_of(self, said: Comparison, make: Callable[[Value], Test]) -> Test:
        if said.sign not in (":", "=", "!="):
            raise FilterFault(f"`{said.field}` takes a `:`", said.column, f"write `{said.field}:`")
        tests = [make(value) for value in said.values]
        turned = said.sign == "!="
        return lambda item: any(test(item) for test in tests) is not turned

    def _state(self, value: Value) -> Test:
        states = STATES[self._table]
        word, today = value.text.lower(), self._today
        if word not in states:
            raise unknown("state", word, value.column, list(states))
        self.of_closed = self.of_closed or (self._table == "promises" and word in ("closed", "done", "cancelled"))
        state = states[word]
        return lambda item: state(item, today)

    def _has(self, value: Value) -> Test:
        field = self.field(value.text.lower(), value.column)
        self.of_closed = self.of_closed or (self._table == "promises" and field.name == "done")
        get = field.get
        return lambda item: bool(get(item))


# Asking

def nothing(_value: object) -> bool:
    """What is hidden where all may be seen."""
    return False


def run_filter(book: Book, asked: Bound, today: date, hidden: Hidden = nothing) -> Found:
    """The rows of a book that fit. Confidential people never do. What is `hidden` is not looked at: it is as if it were not there."""
    items = [item for ways in _items(book, asked, today, hidden) if (item := next(filter(asked.test, ways), None))]
    for field, descending in reversed(asked.sort):
        items = _sorted(items, field, descending)
    kept = items if asked.limit is None else items[: asked.limit]
    fields = FIELDS[asked.table]
    by_name = named(asked.table)
    shown = asked.shown or tuple(by_name[name] for name in SHOWN[asked.table])
    answered = dict.fromkeys((*fields, *shown)) if asked.shown is None else dict.fromkeys((*_places(fields), *shown))
    return Found(asked.table, tuple(field.name for field in answered), tuple(field.name for field in shown),
                 tuple(tuple(field.get(item) for field in answered) for item in kept), len(items) - len(kept))


def _places(fields: Iterable[Field]) -> list[Field]:
    """What tells where a row comes from."""
    return [field for field in fields if field.name in ("contact", "contact_path", "path", "line")]


def _items(book: Book, asked: Bound, today: date, hidden: Hidden) -> Iterator[Sequence[Item]]:
    """What is looked at, each in all the ways that it can fit: a promise to several people fits when it does for one of them."""
    people = {path: _person(book, contact, today, hidden) for path, contact in book.contacts.items()
              if not contact.confidential and not hidden(contact.name)}
    if asked.table == "people":
        for person in sorted(people.values(), key=lambda person: (fold(person.row.name), person.row.path)):
            yield [Item(person)]
    elif asked.table == "promises":
        owners = {(promise.path, promise.line): promise.contacts for promise in book.promises}
        for row in list_promises(book, today, closed=asked.of_closed):
            shown = _without(row, hidden)
            yield [Item(people[path], promise=shown) for path in owners[row.path, row.line] if path in people]
    else:
        entries = [Item(person, (entry, _without(row, hidden))) for person in people.values()
                   for entry, row in zip(reversed(person.contact.entries), timeline(book, person.contact), strict=True)]
        for item in sorted(entries, key=lambda item: item.entry[0].date if item.entry else date.min, reverse=True):
            yield [item]


Row = TypeVar("Row", bound=tuple[Any, ...])


def _without(row: Row, hidden: Hidden) -> Row:
    """A row without its texts that are hidden."""
    if hidden is nothing:
        return row
    make: Callable[[Iterable[Any]], Row] = type(row)._make  # type: ignore[attr-defined]
    return make(tuple(part for part in value if not hidden(part)) if isinstance(value, tuple) else None if hidden(value) else value
                for value in row)


def _person(book: Book, contact: Contact, today: date, hidden: Hidden) -> Person:
    birthday = contact.profile.birthday
    return Person(contact, _without(contact_row(book, contact, today), hidden), _without(details_of(contact, reveal=False), hidden),
                  birthday.on_or_after(today) if birthday else None)


def _sorted(items: list[Item], field: Field, descending: bool) -> list[Item]:
    """In the order of a field; those without it come last, either way."""
    get = value_of(field)

    def key(item: Item) -> Any:
        found = get(item)
        return "; ".join(map(bare, said_in(field, item))) if field.kind in ("text", "tag", "choice", "circle") else found

    there = [item for item in items if get(item) not in (None, ()) and not isinstance(get(item), Withheld)]
    absent = [item for item in items if get(item) in (None, ()) or isinstance(get(item), Withheld)]
    return sorted(there, key=key, reverse=descending) + absent
