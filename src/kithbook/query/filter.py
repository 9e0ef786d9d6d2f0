"""Asks a book what a filter says (docs/query.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from ..model.book import Book
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
from ..model.record import NamedTuple
from ..model.resolve import fold
from ..model.withheld import Withheld
from .filter_compare import MAKERS, Test, said_in, unknown, value_of
from .filter_fields import FIELDS, LOOKED_IN, SHOWN, STATES, Field, Item, named
from .filter_person import Person, nothing, without
from .lookup import names_of, there_with
from .promises import list_promises
from .wording import bare

if TYPE_CHECKING:
    from ..model.veil import Hides


class Found(NamedTuple):
    """The rows that a filter finds: a value for each of `fields`, of which `columns` are to be shown."""

    table: Table
    fields: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    left_out: int


class Bound(NamedTuple):
    """A filter whose fields and values were found to make sense; `of_closed` tells whether it asks about closed promises, too."""

    table: Table
    test: Test
    sort: tuple[tuple[Field, bool], ...]
    limit: int | None
    shown: tuple[Field, ...] | None
    of_closed: bool

    def of_shown(self) -> Bound:
        """The same, of which only the fields that are shown are answered."""
        by_name = named(self.table)
        return self._replace(shown=self.shown or tuple(by_name[name] for name in SHOWN[self.table]))


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
        return _all_of(tests) if isinstance(condition, Every) else _one_of(tests)

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
        one = _one_of([make(field, said.sign, value, self._today) for value in said.values])
        return (lambda item: not one(item)) if said.sign == "!=" else one

    def _any_of(self, said: Comparison, make: Callable[[Value], Test]) -> Test:
        if said.sign not in (":", "=", "!="):
            raise FilterFault(f"`{said.field}` takes a `:`", said.column, f"write `{said.field}:`")
        one = _one_of([make(value) for value in said.values])
        return (lambda item: not one(item)) if said.sign == "!=" else one

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


def _all_of(tests: Sequence[Test]) -> Test:
    if not tests:
        return lambda _item: True
    return tests[0] if len(tests) == 1 else lambda item: all(test(item) for test in tests)


def _one_of(tests: Sequence[Test]) -> Test:
    return tests[0] if len(tests) == 1 else lambda item: any(test(item) for test in tests)


# Asking

def run_filter(book: Book, asked: Bound, today: date, hidden: Hides = nothing) -> Found:
    """The rows of a book that fit. Confidential people never do. What is `hidden` is not looked at: it is as if it were not there."""
    ways = _items(book, asked, today, hidden)
    if asked.table == "promises":
        items = [item for each in ways if (item := next(filter(asked.test, each), None))]
    else:
        items = list(filter(asked.test, chain.from_iterable(ways)))
    if asked.table == "entries":
        items.sort(key=attrgetter("entry.date"), reverse=True)
    for field, descending in reversed(asked.sort):
        items = _sorted(items, field, descending)
    kept = items if asked.limit is None else items[: asked.limit]
    fields = FIELDS[asked.table]
    shown = asked.of_shown().shown or ()
    answered = dict.fromkeys((*fields, *shown)) if asked.shown is None else dict.fromkeys((*_places(fields), *shown))
    return Found(asked.table, tuple(field.name for field in answered), tuple(field.name for field in shown),
                 tuple(zip(*(map(field.get, kept) for field in answered), strict=True)), len(items) - len(kept))


def _places(fields: Iterable[Field]) -> list[Field]:
    """What tells where a row comes from."""
    return [field for field in fields if field.name in ("contact", "contact_path", "path", "line")]


def _items(book: Book, asked: Bound, today: date, hidden: Hides) -> Iterator[Sequence[Item]]:
    """What is looked at, each in all the ways that it can fit: a promise to several people fits when it does for one of them."""
    people = {path: Person(book, contact, today, hidden) for path, contact in book.contacts.items()
              if not contact.confidential and not hidden("contact", contact.name)}
    if asked.table == "people":
        for person in sorted(people.values(), key=lambda person: (fold(person.row.name), person.row.path)):
            yield [Item(person)]
    elif asked.table == "promises":
        owners = {(promise.path, promise.line): promise.contacts for promise in book.promises}
        for row in list_promises(book, today, closed=asked.of_closed):
            shown = without(row, hidden)
            yield [Item(people[path], promise=shown) for path in owners[row.path, row.line] if path in people]
    else:
        for person in people.values():
            own = names_of(person.contact)
            for entry in reversed(person.contact.entries):
                others = there_with(book, person.contact, entry, own)
                yield (Item(person, without(entry, hidden), tuple(name for name in others if not hidden("with", name)) if others else ()),)


def _sorted(items: list[Item], field: Field, descending: bool) -> list[Item]:
    """In the order of a field; those without it come last, either way."""
    get = value_of(field)

    def key(item: Item) -> Any:
        found = get(item)
        return "; ".join(map(bare, said_in(field, item))) if field.kind in ("text", "tag", "choice", "circle") else found

    there = [item for item in items if get(item) not in (None, ()) and not isinstance(get(item), Withheld)]
    absent = [item for item in items if get(item) in (None, ()) or isinstance(get(item), Withheld)]
    return sorted(there, key=key, reverse=descending) + absent
