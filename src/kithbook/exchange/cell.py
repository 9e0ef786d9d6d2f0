"""Cells of tables for spreadsheets, which take some texts for formulas, and cells with several values."""

import re
from collections.abc import Iterable

_FORMULA = re.compile("'*[=+@\t-]")
_HARMLESS = re.compile(r"[-+][\d\s()./-]*")  # a number or a day: nothing in it can be called

_SEPARATOR = " ::: "  # as Google's tables have it
_APART = re.compile(r"(?<![\\:]):::(?!:)")
_WITHIN = re.compile(r"(?<!:):::(?!:)")  # in a value: a backslash before it says so
_ESCAPED = re.compile(r"\\(?=:::(?!:))")


def guard(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that begins as such gets a `'` before it."""
    return f"'{cell}" if _FORMULA.match(cell) and not _HARMLESS.fullmatch(cell) else cell


def unguard(cell: str) -> str:
    """What was written by `guard`, as it was."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def join_values(values: Iterable[str]) -> str:
    """Several values as one cell."""
    return _SEPARATOR.join(_WITHIN.sub(r"\\\g<0>", value) for value in values)


def split_values(cell: str) -> list[str]:
    """The values of a cell, as `join_values` has put them together; none of them is empty."""
    return [_ESCAPED.sub("", value) for part in _APART.split(cell) if (value := part.strip())]
