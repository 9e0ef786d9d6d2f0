"""A log entry in a table row: date, kind, direction, text."""

from collections.abc import Mapping

from ..model.entry import Direction
from ..model.pattern import pattern
from ..model.record import NamedTuple
from ..model.settings import DateOrder
from .log_head import Head, read_head
from .written_date import WrittenDate, read_written_date

_BAR = pattern(r"(?<!\\)\|")
_DIRECTIONS: dict[str, Direction | None] = {
    "in": "in", "out": "out", "both": "both", "": None, "-": None, "–": None, "—": None,
}


class Row(NamedTuple):
    """A row that begins with a date; `at` is where its first cell begins in the text."""

    written: WrittenDate
    head: Head
    at: int


def read_row(text: str, words: Mapping[str, str], order: DateOrder | None) -> Row | None:
    """Read a row; None when its first cell is no date, or its only one."""
    at = len(text) - len(text.lstrip("| \t"))
    bar = _BAR.search(text, at)
    if bar is None:
        return None
    first = text[at : bar.start()].rstrip()
    written = read_written_date(first, order)
    if written is None:
        return None
    cells = [cell.strip().replace("\\|", "|") for cell in _BAR.split(text[bar.end() :].rstrip().removesuffix("|"))]
    beside = first[written.end :].strip()
    if beside:
        cells.insert(0, beside)
    return Row(written, _read_cells(cells, words), at)


def _read_cells(cells: list[str], words: Mapping[str, str]) -> Head:
    """What the cells behind the date say."""
    if len(cells) > 1 and cells[1].lower() in _DIRECTIONS:
        given = _DIRECTIONS[cells[1].lower()]
        if not cells[0]:  # then the text names the kind
            head = read_head(" ".join(cells[2:]), words)
            return head._replace(direction=given) if given and head.direction else head
        head = read_head(f"{cells[0]}:" if cells[0].lower() in words else cells[0], words)
        if head.named:
            text = " | ".join(cells[2:]).strip(" |")
            return Head(head.kind, given or head.direction, text, named=True)
    return read_head(" ".join(cells), words)
