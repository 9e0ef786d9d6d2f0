"""Answers as plain data: what JSON, text and Markdown are all made of.

A NamedTuple becomes a mapping, a day its ISO text, withheld text nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from ..model.pattern import pattern
from ..model.withheld import Withheld

if TYPE_CHECKING:
    from ..model.secret_names import SecretNames

SCHEMA = 1

Plain = dict[str, Any]

_SCALARS = frozenset([str, int, float, bool, type(None)])
_DAYS = frozenset([date, type(None)])
_TUPLES = frozenset([tuple])
# What a terminal or a reader's eye could be fooled with; in JSON such signs stand in texts only.
_UNSAFE = pattern("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def to_plain(answer: Any, *, reveal: bool = False) -> Any:
    """The answer as mappings, lists and scalars. With `reveal`, withheld text is in it, too."""
    if type(answer) in _SCALARS:
        return answer
    if isinstance(answer, Withheld):
        return answer.reveal() if reveal else None
    if isinstance(answer, date):
        return answer.isoformat()
    if isinstance(answer, tuple):
        names = _names(type(answer))
        if names:
            return {name: to_plain(value, reveal=reveal) for name, value in zip(names, answer, strict=True)}
        kinds = set(map(type, answer))
        if len(kinds) == 1 and (names := _names(kinds.pop())):
            return to_table(names, answer, reveal=reveal)
        return [to_plain(item, reveal=reveal) for item in answer]
    return answer


def to_table(names: Sequence[str], rows: Collection[tuple[Any, ...]], *, reveal: bool = False) -> list[Plain]:
    """Rows of one kind, whose fields have these names, as mappings. Column by column: most columns of most answers are plain already."""
    columns = [_column(column, reveal) for column in zip(*rows, strict=True)]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def _column(column: tuple[Any, ...], reveal: bool) -> Sequence[Any]:
    kinds = set(map(type, column))
    if kinds <= _SCALARS:
        return column
    if kinds <= _DAYS:
        return [None if day is None else day.isoformat() for day in column]
    if kinds == _TUPLES and _SCALARS.issuperset(map(type, chain.from_iterable(column))):
        return list(map(list, column))
    return [to_plain(value, reveal=reveal) for value in column]


class PlainAgain:
    """`to_plain` for one who asks the same again and again: a row that was in the last answer is the very mapping that it was then."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[tuple[Any, ...], Plain]] = {}

    def __call__(self, answer: tuple[Any, ...]) -> Any:
        """The answer, rows of one kind or a NamedTuple with such under its names."""
        if names := _names(type(answer)):
            return {name: self._list(name, value) for name, value in zip(names, answer, strict=True)}
        return self._list("", answer)

    def _list(self, name: str, answer: Any) -> Any:
        kinds = set(map(type, answer)) if type(answer) is tuple else set()
        if len(kinds) != 1 or not _names(kinds.pop()):
            return to_plain(answer)
        before = self._rows.get(name, {})
        plain = [to_plain(row) if known is None else known for row, known in zip(answer, map(before.get, answer), strict=True)]
        self._rows[name] = dict(zip(answer, plain, strict=True))  # what is not in this answer is forgotten
        return plain


@cache
def _names(kind: type[tuple[Any, ...]]) -> tuple[str, ...]:
    """What the fields of a NamedTuple are called; none for a mere tuple."""
    return tuple(name.rstrip("_") for name in getattr(kind, "_fields", ()))


def envelope(today: date, answer: Plain) -> Plain:
    """What every JSON answer begins with, and the answer."""
    return {"schema": SCHEMA, "today": today.isoformat(), **answer}


def render_json(plain: Plain) -> str:
    """One object, in UTF-8, safe to look at in a terminal."""
    import json

    text = json.dumps(plain, ensure_ascii=False, indent=2, allow_nan=False)
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text) + "\n"


def render_json_of_rows(plain: Plain, name: str, rows: Iterable[Plain]) -> Iterator[str]:
    """What `render_json` gives for `plain` with a list of `rows` under `name` at its end, row by row: never all of them at once."""
    head, tail = render_json({**plain, name: [0]}).rsplit("0", 1)
    before = head
    for row in rows:
        yield before + render_json(row).rstrip("\n").replace("\n", "\n    ")
        before = ",\n    "
    yield tail if before is not head else render_json({**plain, name: []})


def veil(plain: Any, names: SecretNames) -> Any:
    """Plain data for disk: no row about, and no text with, one of these names.

    The answer is asked of a book without confidential people already; this finds their
    names where others' notes speak of them.
    """
    return veiling(names)(plain)


def veiling(names: SecretNames) -> Callable[[Any], Any]:
    """What veils one piece of plain data after the other: texts and paths, see `model.veil`."""
    if not names:
        return lambda plain: plain
    from ..model.veil import hides_one_of  # only for what goes to disk

    hides = hides_one_of(names)

    def veiled(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            told = {name: veiled(inner, name) for name, inner in value.items()}
            for who, path in _WITH_PATH:  # a name without its path is no link, and a path says the name
                if path in told and None in (told.get(who), told[path]):
                    told[who] = told[path] = None
            return told
        if isinstance(value, list):
            return [veiled(row, key) for row in value
                    if not (hides(key, row) or (isinstance(row, dict) and any(hides(name, row.get(name)) for name in _NAMING)))]
        return None if hides(key, value) else value

    return veiled


_NAMING = ("contact", "contact_path", "path", "message")
_WITH_PATH = (("other", "other_path"), ("about", "about_path"))
