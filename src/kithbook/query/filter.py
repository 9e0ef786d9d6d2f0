"""Asks a book what a filter says (docs/query.md)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from typing import Any, NamedTuple

from ..model.book import Book
from ..model.contact import Contact
from ..model.dates import Gap
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
from .filter_fields import FIELDS, LOOKED_IN, SHOWN, STATES, Field, Item, named
from .keep_in_touch import is_paused
from .lookup import ContactRow, Details, contact_row, details_of, timeline
from .promises import list_promises
from .wording import bare

Test = Callable[[Item], bool]

_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_MONTH = re.compile(r"\d{4}(?:-\d{2})?", re.ASCII)


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


def bind(asked: Filter, today: date) -> Bound:
    """The filter, ready to be asked. Raises `FilterFault` for a field or value that there is not."""
    binder = _Binder(asked.table, today)
    test = binder.test(asked.condition)
    sort = tuple((binder.field(order.field, order.column), order.descending) for order in asked.sort)
    shown = tuple(binder.field(value.text, value.column) for value in asked.show) or None
    return Bound(asked.table, test, sort, asked.limit, shown, binder.of_closed)


class _Binder:
    """Makes tests of conditions. `of_closed` tells whether one of them could find a promise that is closed."""

    def __init__(self, table: Table, today: date) -> None:
        self.of_closed = False
        self._table = table
        self._today = today
        self._named = named(table)

    def field(self, name: str, column: int) -> Field:
        found = self._named.get(name)
        if found is None:
            raise _unknown("field", name, column, list(self._named))
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
        return lambda item: any(wanted in bare(said) for field in fields for said in _said(field, item))

    def _comparison(self, said: Comparison) -> Test:
        if said.field == "is":
            return self._any_of(said, self._state)
        if said.field == "has":
            return self._any_of(said, self._has)
        field = self.field(said.field, said.column)
        if self._table == "promises" and field.name in ("status", "state", "done"):
            self.of_closed = True
        make = _MAKERS[field.kind]
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
            raise _unknown("state", word, value.column, list(states))
        self.of_closed = self.of_closed or (self._table == "promises" and word in ("closed", "done", "cancelled"))
        state = states[word]
        return lambda item: state(item, today)

    def _has(self, value: Value) -> Test:
        field = self.field(value.text.lower(), value.column)
        self.of_closed = self.of_closed or (self._table == "promises" and field.name == "done")
        get = field.get
        return lambda item: bool(get(item))


def _unknown(what: str, name: str, column: int, known: list[str]) -> FilterFault:
    near = get_close_matches(name, known, n=1, cutoff=0.65)
    fix = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(sorted(known))}" if len(known) < 20 else "docs/query.md lists them"
    return FilterFault(f"there is no {what} `{name}`", column, fix)


# How each kind of field is compared with a value

Maker = Callable[[Field, str, Value, date], Test]


def _value_of(field: Field) -> Callable[[Item], Any]:
    return field.compare or field.get


def _said(field: Field, item: Item) -> Iterator[str]:
    """The texts of a field, as a reader sees them; none of what is withheld."""
    found = field.get(item)
    for part in found if isinstance(found, tuple) else (found,):
        if isinstance(part, str):
            yield _LINK.sub(r"\1", part) if "[[" in part else part


def _text(field: Field, sign: str, value: Value, _today: date) -> Test:
    if sign == ":":
        words = bare(value.text).split()
        return lambda item: any(all(word in folded for word in words) for folded in map(bare, _said(field, item)))
    wanted = bare(value.text)
    return lambda item: any(wanted == bare(said) for said in _said(field, item))


def _tag(field: Field, sign: str, value: Value, _today: date) -> Test:
    wanted = fold(value.text.lstrip("#"))
    if sign == ":":
        return lambda item: any(f"{fold(tag)}/".startswith(f"{wanted}/") for tag in field.get(item))
    return lambda item: any(fold(tag) == wanted for tag in field.get(item))


def _choice(field: Field, _sign: str, value: Value, _today: date) -> Test:
    wanted = fold(value.text)
    if field.of and wanted not in field.of:
        raise _unknown(field.name, wanted, value.column, list(field.of))
    return lambda item: (found := field.get(item)) is not None and fold(found) == wanted


def _truth(field: Field, _sign: str, value: Value, _today: date) -> Test:
    if value.text.lower() not in ("yes", "no", "true", "false"):
        raise FilterFault(f"`{value.text}` is neither yes nor no", value.column, f"write `{field.name}:yes` or `{field.name}:no`")
    wanted = value.text.lower() in ("yes", "true")
    return lambda item: field.get(item) is wanted


def _number(field: Field, sign: str, value: Value, _today: date) -> Test:
    if not (value.text.isascii() and value.text.isdecimal()) or len(value.text) > 9:
        raise FilterFault(f"`{value.text}` is no number", value.column, f"write one, as in `{field.name}{sign}3`")
    return _ordered(field, sign, int(value.text), int(value.text))


def _behind(field: Field, sign: str, value: Value, today: date) -> Test:
    if value.gap is None:
        return _day(field, sign, value)
    then = Gap(-value.gap.days, -value.gap.months).after(today)
    turned = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(sign, sign)
    return _ordered(field, turned, then, then)


def _ahead(field: Field, sign: str, value: Value, today: date) -> Test:
    if value.gap is None:
        return _day(field, sign, value)
    then = value.gap.after(today)
    return _ordered(field, sign, then, then)


def _day(field: Field, sign: str, value: Value) -> Test:
    first = last = value.day
    if _MONTH.fullmatch(value.text):
        year, _, month = value.text.partition("-")
        if int(year) and 0 <= int(month or 1) - 1 < 12:
            first = date(int(year), int(month or 1), 1)
            last = date.fromordinal(Gap(months=1 if month else 12).after(first).toordinal() - 1) if int(year) < 9999 else date.max
    if first is None or last is None:
        raise FilterFault(f"`{value.text}` is no day and no span of time", value.column,
                          "write 2026-11-22, 2026-11, 2026, yesterday, or a span: 10d, 2w, 3m, 1y")
    return _ordered(field, sign, first, last)


def _ordered(field: Field, sign: str, first: Any, last: Any) -> Test:
    """Compares with everything from `first` to `last`. What is absent never fits."""
    get = _value_of(field)
    compare: Callable[[Any], bool] = {
        "<": lambda found: found < first, "<=": lambda found: found <= last,
        ">": lambda found: found > last, ">=": lambda found: found >= first,
    }.get(sign, lambda found: first <= found <= last)
    return lambda item: (found := get(item)) is not None and compare(found)


_MAKERS: dict[str, Maker] = {
    "text": _text, "tag": _tag, "choice": _choice, "truth": _truth, "number": _number, "behind": _behind, "ahead": _ahead}


# Asking

def run_filter(book: Book, asked: Bound, today: date) -> Found:
    """The rows of a book that fit. Confidential people never do."""
    items = [item for item in _items(book, asked, today) if asked.test(item)]
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


def _items(book: Book, asked: Bound, today: date) -> Iterator[Item]:
    people = {path: _person(book, contact, today) for path, contact in book.contacts.items() if not contact.confidential}
    if asked.table == "people":
        yield from sorted(map(Item, people.values()), key=lambda item: (fold(item.person.row.name), item.person.row.path))
    elif asked.table == "promises":
        for row in list_promises(book, today, closed=asked.of_closed):
            if row.contact_path in people:
                yield Item(people[row.contact_path], promise=row)
    else:
        entries = [Item(person, (entry, row)) for person in people.values()
                   for entry, row in zip(reversed(person.contact.entries), timeline(book, person.contact), strict=True)]
        yield from sorted(entries, key=lambda item: item.entry[0].date if item.entry else date.min, reverse=True)


def _person(book: Book, contact: Contact, today: date) -> Person:
    birthday = contact.profile.birthday
    return Person(contact, contact_row(book, contact, today), details_of(contact, reveal=False),
                  birthday.on_or_after(today) if birthday else None)


def _sorted(items: list[Item], field: Field, descending: bool) -> list[Item]:
    """In the order of a field; those without it come last, either way."""
    get = _value_of(field)

    def key(item: Item) -> Any:
        found = get(item)
        return "; ".join(map(bare, _said(field, item))) if field.kind in ("text", "tag", "choice") else found

    there = [item for item in items if get(item) not in (None, ()) and not isinstance(get(item), Withheld)]
    absent = [item for item in items if get(item) in (None, ()) or isinstance(get(item), Withheld)]
    return sorted(there, key=key, reverse=descending) + absent
