"""Cells of tables for spreadsheets, which take some texts for formulas."""

import re

_FORMULA = re.compile("'*[=+@\t-]")
_HARMLESS = re.compile(r"[-+][\d\s()./-]*")  # a number or a day: nothing in it can be called


def guard(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that begins as such gets a `'` before it."""
    return f"'{cell}" if _FORMULA.match(cell) and not _HARMLESS.fullmatch(cell) else cell


def unguard(cell: str) -> str:
    """What was written by `guard`, as it was."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
