"""What a block stands under: an entry, in whose item or section it is, and the day of the lines around it."""

from datetime import date

from ..model.entry import Entry
from ..model.record import NamedTuple
from .blocks import Block


class EntryAbove(NamedTuple):
    """An entry that other blocks may stand under: until which line, since when, with whom, and whether it owns all in its section.

    Under a heading that has no date, or names no kind, others may stand.
    """

    end: int
    date: date
    links: tuple[str, ...]
    owns: bool


class Above:
    """Follows the blocks of a body in their order. `day` is that of the note."""

    def __init__(self, day: date | None) -> None:
        self._note_day = day
        self._items: dict[int, EntryAbove] = {}  # by the identity of their blocks
        self._section: EntryAbove | None = None
        self._days: list[tuple[int, date]] = []  # of the sections under headings that are a date: until which line
        self.day = day

    def enter(self, block: Block) -> None:
        """Go on to the next block; `day` is that of its surroundings from then on."""
        if self._section is not None and block.line > self._section.end:
            self._section = None
        while self._days and block.line > self._days[-1][0]:
            self._days.pop()
        self.day = self._days[-1][1] if self._days else self._note_day

    def entry(self, block: Block) -> EntryAbove | None:
        """The innermost entry that a block is nested in, else that of the section."""
        return self._item(block) or self._section

    def owns(self, block: Block) -> bool:
        """Whether a block belongs to the entry that it stands under, unless it has a date of its own."""
        return self._item(block) is not None or (self._section is not None and self._section.owns)

    def add(self, block: Block, entry: Entry, *, dated: bool) -> None:
        """Remember the entry that a block is; `dated` when it says the date itself."""
        above = EntryAbove(block.end, entry.date, entry.links, dated and entry.kind != "note")
        if block.kind == "heading":
            self._section = above
        elif block.kind == "item":
            self._items[id(block)] = above

    def add_day(self, block: Block, day: date) -> None:
        """Remember a heading that names the day of the lines under it."""
        self._days.append((block.end, day))

    def _item(self, block: Block) -> EntryAbove | None:
        outer = block.parent
        while outer is not None:
            if id(outer) in self._items:
                return self._items[id(outer)]
            outer = outer.parent
        return None
