"""The part of the index that lists everybody: a row for each contact of whom it may have one."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from ..query.lookup import ContactRow, Listed

LISTED_TABLES = """
create table listed (path text primary key, row text) without rowid;
"""

_new = tuple.__new__  # half the time of calling the class
_PAUSED, _MET, _LAST, _NEXT, _SINCE = map(ContactRow._fields.index, ("paused", "met", "last_contact", "next_contact", "days_since"))
_LISTS = tuple(ContactRow._fields.index(name) for name, kind in ContactRow.__annotations__.items() if kind == tuple[str, ...])
_encode: Callable[[object], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _ordinal(day: date | bool | None) -> int | bool | None:
    return day.toordinal() if isinstance(day, date) else day


def _day(ordinal: int | bool | None) -> Any:
    return ordinal if ordinal is None or ordinal is True else date.fromordinal(ordinal)


def pack_listed(listed: Listed) -> str:
    """A row as JSON text; days are ordinals."""
    row: list[Any] = list(listed.row)
    row[_PAUSED], row[_MET] = _ordinal(listed.row.paused), _ordinal(listed.row.met)
    return _encode([row, [tuple(map(_ordinal, each)) for each in listed.touched]])


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
