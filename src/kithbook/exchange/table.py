"""Tables of comma-separated values, as spreadsheets and exports write them: rows with the line on which each begins."""

import csv
import io
import re
from collections.abc import Iterator, Mapping

from ..errors import VaultError
from ..model.record import NamedTuple
from .decode import decode_export

_SEPARATORS = ",;\t|"
_LARGEST_FIELD = 1 << 24
_SAYS_SEPARATOR = re.compile(r'"?sep=([,;\t|])"?(?:\r?\n|\r|$)', re.IGNORECASE)
_END = "\x1f"  # a line that no table has


class Row(NamedTuple):
    """One row below the header: the line on which it begins, and each filled cell by its column's name.

    `more` are cells for which there is no column.
    """

    line: int
    cells: Mapping[str, str]
    more: tuple[str, ...] = ()


class Table(NamedTuple):
    """The columns in their order, the rows, and the lines of those that cannot be read."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    faults: tuple[int, ...] = ()


def read_table(data: bytes, known: frozenset[str] = frozenset()) -> Table:
    """The table in a file. With `known` columns (case-folded), the header is the first line that has two of them.

    What stands above the header is passed over. Raises `VaultError` when there is none.
    """
    text = decode_export(data).replace("\0", "")
    said = _SAYS_SEPARATOR.match(text)
    if said is not None:  # Excel's own line, which is no header
        text = text[said.end() :]
    faults: list[int] = []
    lines = _cells(text, said[1] if said else _separator_of(text, known), 2 if said else 1, faults)
    for _line, cells in lines:
        names = [cell.strip() for cell in cells]
        if len({name.casefold() for name in names} & known) >= 2 or (not known and any(names)):
            faults.clear()  # what stands above the header need not be a table
            columns, rows = _rows_below(names, lines)
            return Table(columns, rows, tuple(faults))
    raise VaultError("no line in this file names the columns", "export it again, or name them: nb import csv --map name=…")


def _rows_below(names: list[str], lines: Iterator[tuple[int, list[str]]]) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """All columns, and the rows. Where tables were put together, a header comes again: by it the rows below it are read."""
    header = {name.casefold() for name in names if name}
    columns = _told_apart(names)
    all_columns, rows = dict.fromkeys(columns), []
    for at, found in lines:
        row = _row(at, found, columns)
        said = {cell.casefold() for cell in (*row.cells.values(), *row.more)}
        if _is_header(said, header, names[0].casefold()):
            columns = _told_apart([cell.strip() for cell in found])
            all_columns |= dict.fromkeys(columns)
        elif said:
            rows.append(row)
    return tuple(all_columns), tuple(rows)


def _is_header(said: set[str], header: set[str], first: str) -> bool:
    """Whether a row says what the header said. That a cell says what its column is called, as forms have it, is not enough."""
    shared = len(said & header)
    return said == header or (shared >= 2 and said < header) or (shared >= 3 and first in said and shared * 2 > len(said))


def _row(line: int, found: list[str], columns: list[str]) -> Row:
    cells = [cell.strip() for cell in found]
    return Row(line, {name: cell for name, cell in zip(columns, cells, strict=False) if cell},
               tuple(cell for cell in cells[len(columns) :] if cell))


def _told_apart(names: list[str]) -> list[str]:
    """The names of the columns; one that comes again gets a number."""
    seen: dict[str, int] = {}
    told = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        told.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return told


def _cells(text: str, separator: str, first: int, faults: list[int]) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row, and the line on which it begins; the text begins on line `first`.

    A quote that is not closed takes the rows below it along, to the next quote or to the end. Such
    a row is none: its line goes to `faults`, and the next one is read anew.
    """
    csv.field_size_limit(_LARGEST_FIELD)
    lines = io.StringIO(text, newline="").readlines()
    begin = 0
    while begin < len(lines):
        reader = csv.reader(map(lines.__getitem__, range(begin, len(lines))), delimiter=separator, strict=True)
        at = begin
        try:
            for row in reader:
                yield at + first, row
                at = begin + reader.line_num
        except csv.Error:
            alone = _leniently(lines[at], separator)
            if alone is None:
                faults.append(at + first)
            else:
                yield at + first, alone
            begin = at + 1
        else:
            return


def _leniently(line: str, separator: str) -> list[str] | None:
    """The cells of a line with a quote amid a quoted cell; None when its quotes do not end on it."""
    try:
        rows = list(csv.reader([line, _END], delimiter=separator))
    except csv.Error:
        return None
    return rows[0] if rows[1:] == [[_END]] else None


def _separator_of(text: str, known: frozenset[str]) -> str:
    """The sign that parts the columns in the header: the commonest of those that are used for it."""
    heads = text[:20_000].splitlines()
    best, most = ",", 0
    for separator in _SEPARATORS:
        for line in heads if known else heads[:1]:
            names = {name.strip().strip('"').casefold() for name in line.split(separator)}
            found = len(names & known) if known else line.count(separator)
            if found > most:
                best, most = separator, found
    return best
