"""Tables of comma-separated values, as spreadsheets and exports write them: rows with the line on which each begins."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..errors import VaultError
from .decode import decode_export

_SEPARATORS = ",;\t|"
_LARGEST_FIELD = 1 << 24


class Row(NamedTuple):
    """One row below the header: the line on which it begins, and each filled cell by its column's name."""

    line: int
    cells: Mapping[str, str]


class Table(NamedTuple):
    """The columns in their order, and the rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(data: bytes, known: frozenset[str] = frozenset()) -> Table:
    """The table in a file. With `known` columns (case-folded), the header is the first line that has two of them.

    What stands above the header is passed over. Raises `VaultError` when there is none.
    """
    text = decode_export(data).replace("\0", "")
    lines = _cells(text, _separator_of(text, known))
    for _line, cells in lines:
        names = [cell.strip() for cell in cells]
        if len({name.casefold() for name in names} & known) >= 2 or (not known and any(names)):
            columns = _told_apart(names)
            rows = [Row(at, found) for at, row in lines
                    if (found := {name: cell.strip() for name, cell in zip(columns, row, strict=False) if cell.strip()})]
            return Table(tuple(columns), tuple(rows))
    raise VaultError("no line in this file names the columns", "export it again, or name them: nb import csv --map name=…")


def _told_apart(names: list[str]) -> list[str]:
    """The names of the columns; one that comes again gets a number."""
    seen: dict[str, int] = {}
    told = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        told.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return told


def _cells(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(_LARGEST_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    before = 0
    try:
        for row in reader:
            yield before + 1, row
            before = reader.line_num
    except csv.Error as error:
        raise VaultError(f"line {reader.line_num}: {error}", "mend the line, or export the file again") from None


def _separator_of(text: str, known: frozenset[str]) -> str:
    """The sign that parts the columns in the header: the commonest of those that are used for it."""
    heads = text[:20_000].splitlines()
    if heads and heads[0].lower().startswith("sep="):
        return heads[0][4:5] or ","
    best, most = ",", 0
    for separator in _SEPARATORS:
        for line in heads if known else heads[:1]:
            names = {name.strip().strip('"').casefold() for name in line.split(separator)}
            found = len(names & known) if known else line.count(separator)
            if found > most:
                best, most = separator, found
    return best
