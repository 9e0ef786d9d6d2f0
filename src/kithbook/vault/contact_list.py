"""The part of the index that lists everybody: a row for each contact of whom it may have one.

What a line of a list says stands in columns, all that is known of a contact in brief in `row`.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from ..query.lookup import ContactLine, ContactRow, Listed

LISTED_TABLES = """
create table listed (path text primary key, name text, role text, org text, open integer, last integer, later text, row text) without rowid;
"""

_new = tuple.__new__  # half the time of calling the class
_PAUSED, _MET, _LAST, _NEXT, _SINCE = map(ContactRow._fields.index, ("paused", "met", "last_contact", "next_contact", "days_since"))
_LISTS = tuple(ContactRow._fields.index(name) for name, kind in ContactRow.__annotations__.items() if kind == tuple[str, ...])
_encode: Callable[[object], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _ordinal(day: date | bool | None) -> int | bool | None:
    return day.toordinal() if isinstance(day, date) else day


def _day(ordinal: int | bool | None) -> Any:
    return ordinal if ordinal is None or ordinal is True else date.fromordinal(ordinal)


PackedListed = tuple[str, str | None, str | None, int | None, int | None, str | None, str]
"""Name, role, organisation, how many promises are open, the last contact, that of later stretches of days as JSON text, and all of it as such."""


def pack_listed(listed: Listed) -> PackedListed:
    """A row as it is kept; days are ordinals."""
    row: list[Any] = list(listed.row)
    row[_PAUSED], row[_MET] = _ordinal(listed.row.paused), _ordinal(listed.row.met)
    touched = [tuple(map(_ordinal, each)) for each in listed.touched]
    said = listed.row
    return (said.name, said.role, said.org, said.open_promises, touched[0][1],
            _encode([each[:2] for each in touched[1:]]) if len(touched) > 1 else None, _encode([row, touched]))


def lines_on(rows: Iterable[tuple[Any, ...]], today: date) -> Iterator[ContactLine]:
    """The lines of rows (name, role, organisation, promises, last contact, later stretches, path) as they are today."""
    day = today.toordinal()
    for name, role, org, promises, last, later, path in rows:
        if later is not None:
            for first, then in json.loads(later):
                if first <= day:
                    last = then
        yield _new(ContactLine, (name, role, org, date.fromordinal(last) if last is not None else None, promises, path))


def rows_on(texts: Iterable[str], today: date) -> Iterator[ContactRow]:
    """The rows that were packed, as `Listed.row_on` has them. Raises `ValueError` and the like for what makes no sense."""
    day = today.toordinal()
    for row, touched in json.loads(f"[{','.join(texts)}]"):
        for place in _LISTS:
            row[place] = tuple(row[place]) if row[place] else ()
        if row[_PAUSED] is not None:
            row[_PAUSED] = _day(row[_PAUSED])
        if row[_MET] is not None:
            row[_MET] = date.fromordinal(row[_MET])
        _, last, following = touched[0]
        for first, *later in touched[1:]:
            if first <= day:
                last, following = later
        if last is not None:
            row[_LAST], row[_SINCE] = date.fromordinal(last), day - last
        if following is not None:
            row[_NEXT] = date.fromordinal(following)
        yield _new(ContactRow, row)
