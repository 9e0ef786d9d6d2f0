"""How each kind of field is compared with a value of a filter (docs/query.md)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from difflib import get_close_matches
from typing import Any

from ..model.dates import Gap
from ..model.filter import FilterFault, Value
from ..model.pattern import pattern
from ..model.resolve import fold
from .filter_fields import Field, Item
from .wording import bare

Test = Callable[[Item], bool]

_LINK = pattern(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_MONTH = pattern(r"\d{4}(?:-\d{2})?", re.ASCII)


def unknown(what: str, name: str, column: int, known: list[str]) -> FilterFault:
    near = get_close_matches(name, known, n=1, cutoff=0.65)
    fix = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(sorted(known))}" if len(known) < 20 else "docs/query.md lists them"
    return FilterFault(f"there is no {what} `{name}`", column, fix)


Maker = Callable[[Field, str, Value, date], Test]


def value_of(field: Field) -> Callable[[Item], Any]:
    return field.compare or field.get


def said_in(field: Field, item: Item) -> Iterator[str]:
    """The texts of a field, as a reader sees them; none of what is withheld."""
    found = field.get(item)
    for part in found if isinstance(found, tuple) else (found,):
        if isinstance(part, str):
            yield _LINK.sub(r"\1", part) if "[[" in part else part


def _text(field: Field, sign: str, value: Value, _today: date) -> Test:
    if sign == ":":
        words = bare(value.text).split()
        return lambda item: any(all(word in folded for word in words) for folded in map(bare, said_in(field, item)))
    wanted = bare(value.text)
    return lambda item: any(wanted == bare(said) for said in said_in(field, item))


def _tag(field: Field, sign: str, value: Value, _today: date) -> Test:
    wanted = fold(value.text.lstrip("#"))
    if sign == ":":
        return lambda item: any(f"{fold(tag)}/".startswith(f"{wanted}/") for tag in field.get(item))
    return lambda item: any(fold(tag) == wanted for tag in field.get(item))


def _choice(field: Field, _sign: str, value: Value, _today: date) -> Test:
    wanted = fold(value.text)
    if field.of and wanted not in field.of:
        raise unknown(field.name, wanted, value.column, list(field.of))
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
    get = value_of(field)
    compare: Callable[[Any], bool] = {
        "<": lambda found: found < first, "<=": lambda found: found <= last,
        ">": lambda found: found > last, ">=": lambda found: found >= first,
    }.get(sign, lambda found: first <= found <= last)
    return lambda item: (found := get(item)) is not None and compare(found)


MAKERS: dict[str, Maker] = {
    "text": _text, "tag": _tag, "choice": _choice, "circle": _choice, "truth": _truth, "number": _number, "behind": _behind, "ahead": _ahead}
