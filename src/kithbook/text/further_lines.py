"""Which lines belong to an entry besides its first."""

from bisect import bisect_right
from collections.abc import Callable

from ..model.pattern import pattern
from ..model.settings import DateOrder
from .blocks import Block, Body
from .written_date import read_written_date

_QUOTE_SIGNS = pattern(r"[ \t]*(?:>[ \t]*)*")


class FurtherLines:
    """Finds them in one body. `hidden` are the lines that a mark hides."""

    def __init__(self, body: Body, hidden: set[int], order: DateOrder | None) -> None:
        self.body = body
        self.hidden = hidden
        self.order = order
        self.starts: list[int] | None = None
        self.known: dict[int, bool] = {}  # by place of a block: whether it is somebody else's

    def below(self, block: Block, is_entry: Callable[[Block], object] | None = None) -> tuple[list[str], int]:
        """The lines of an item or a section: no tasks, no entries of their own, nothing hidden; and the last one.

        `is_entry` tells it of blocks without a date, where they are not to belong to this one.
        """
        if self.starts is None:
            self.starts = [other.line for other in self.body.blocks]
        skip: set[int] = set()
        for place in range(bisect_right(self.starts, block.line), bisect_right(self.starts, block.end)):
            other = self.body.blocks[place]
            if self._is_own(place) or (is_entry is not None and is_entry(other) is not None):
                skip.update(range(other.line, other.end + 1))
        lines, first = self.body.lines, self.body.first
        return self._shown(block.line, [
            (n, lines[n - first][_QUOTE_SIGNS.match(lines[n - first]).end() :].rstrip())  # type: ignore[union-attr]
            for n in range(block.line + 1, block.end + 1) if n not in skip and n not in self.body.underlines]), block.end

    def of_paragraph(self, block: Block) -> tuple[list[str], int]:
        """The further lines of a paragraph, up to one that is dated itself; and the last one."""
        own: list[tuple[int, str]] = []
        for number, line in enumerate(block.more or (), block.line + 1):
            if self.is_dated(line):
                break
            own.append((number, line))
        return self._shown(block.line, own), block.line + len(own)

    def is_dated(self, text: str) -> bool:
        """Whether a line begins with a date that can be read."""
        written = read_written_date(text, self.order)
        return written is not None and written.day is not None

    def _is_own(self, place: int) -> bool:
        """Whether a block is a task or an entry of its own."""
        if place not in self.known:
            block = self.body.blocks[place]
            self.known[place] = block.sign is not None or self.is_dated(block.text.lstrip("| \t"))
        return self.known[place]

    def _shown(self, line: int, numbered: list[tuple[int, str]]) -> list[str]:
        """The lines without the hidden ones (unless the entry itself, on `line`, is hidden), trimmed."""
        if line not in self.hidden:
            numbered = [(number, text) for number, text in numbered if number not in self.hidden]
        kept = [text for _, text in numbered]
        while kept and not kept[-1]:
            kept.pop()
        while kept and not kept[0]:
            kept.pop(0)
        return kept
