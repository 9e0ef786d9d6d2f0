"""Where a note keeps its log and its promises, and a new line among them.

A log goes on as it is: newest first or last, in the list or table that it is. A note with
no such log gets a section for it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from itertools import accumulate, pairwise

from ..model.entry import Direction, Entry
from ..model.note import Note
from ..model.pattern import pattern
from ..model.record import NamedTuple
from ..model.signed import sign
from .blocks import Block, Body
from .front_matter import split_note
from .lines import insert_each, insert_lines, plain_text, split_lines
from .structure import scan_body

LOG, PROMISES = "Log", "Promises"
_UNDERLINE = pattern(r"[ ]{0,3}(?:=+|-+)[ \t]*")
_ROW_CELLS = 4  # date, kind, direction, text
_CELL_END = pattern(r"(?<!\\)\|")
_MARKER = pattern(r"(?:\ufeff)?((?:[ \t]|>)*(?:[-*+]|\d{1,9}[.)])[ \t]+)")


class Inserted(NamedTuple):
    """The text with something new on `line` (from 1): `added` lines on line `at`, those around it included."""

    text: str
    line: int
    at: int
    added: int


class _Page:
    """A text, its lines and its blocks."""

    def __init__(self, text: str) -> None:
        self.lines = split_lines(text)
        plain = plain_text(text)
        split = split_note(plain)
        self.body: Body = scan_body(split.body, split.body_line)
        self.last = self.body.first + len(self.body.lines) - 1
        self._blocks = {block.line: block for block in reversed(self.body.blocks)}

    def block_at(self, line: int) -> Block | None:
        """The block that begins on a line."""
        return self._blocks.get(line)

    def end_of(self, line: int) -> int:
        """The last line with text of what begins on `line`."""
        block = self.block_at(line)
        end = block.end if block is not None else line
        while end > line and not self.written(end).strip():
            end -= 1
        return end

    def written(self, line: int) -> str:
        return self.lines[line - 1].rstrip("\r\n") if line <= len(self.lines) else ""

    def marker_of(self, line: int) -> str:
        """What the item on a line begins with."""
        marker = _MARKER.match(self.written(line))
        return marker[1] if marker else "- "

    def heading(self, title: str) -> Block | None:
        """The heading with that title, in any case and level, at the margin of the note."""
        return next((block for block in self.body.blocks if block.kind == "heading" and self.is_at_margin(block)
                     and block.text.strip().casefold() == title.casefold()), None)

    def is_at_margin(self, block: Block) -> bool:
        """Whether a block stands in no item and no quote."""
        return block.parent is None and not any(first <= block.line <= last for first, last in self.body.wholes)

    def put(self, line: int, new: list[str], offset: int = 0) -> Inserted:
        """Insert `new` lines so that the first stands on `line`; the one that counts is `offset` lines on."""
        return Inserted(insert_lines(self.lines, line - 1, new), line + offset, line, len(new))

    def put_in_section(self, title: str, new: list[str]) -> Inserted:
        """Insert at the top of a section, which is made at the end when it is missing."""
        heading = self.heading(title)
        if heading is not None:
            at = heading.line + 1
            if _UNDERLINE.fullmatch(self.written(at)):
                at += 1
            if self.written(at).strip():
                return self.put(at, ["", *new, ""], 1)
            following = at + 1
            gap = [""] if following <= len(self.lines) and self.written(following).strip() else []
            if at > len(self.lines):
                return self.put(at, ["", *new], 1)
            return self.put(following, [*new, *gap])
        end = len(self.lines)
        while end and not self.written(end).strip():
            end -= 1
        head = [""] if end else []
        return self.put(end + 1, [*head, f"## {title}", "", *new], len(head) + 2)


class NewEntry(NamedTuple):
    """An entry to be written: `word` is how its kind is written. Without, `text` is all that stands behind the date.

    `by` is who signs it, of those who share the vault.
    """

    day: date
    word: str | None
    kind: str | None
    direction: Direction | None
    with_: tuple[str, ...]
    text: str
    further: tuple[str, ...] = ()
    by: str | None = None

    @property
    def signed(self) -> str:
        """The text, signed when somebody is named."""
        return sign(self.text, self.by)

    @property
    def head(self) -> str:
        """What stands behind the date."""
        if self.word is None:
            return self.signed
        direction = f" {self.direction}" if self.direction in ("in", "out") else ""
        links = ", ".join(f"[[{name}]]" for name in self.with_)
        return f"{self.word}{direction}{f' with {links}' if links else ''}: {self.signed}"


def insert_entry(text: str, note: Note, new: NewEntry) -> Inserted:
    """The note with a new log entry, in the form and order of those that it has."""
    page = _Page(text)
    found = _log_of(page, note)
    fits_row = new.word is not None and not new.further and not new.with_ and all(
        _cells(page.written(line)) >= _ROW_CELLS for line in found)
    form = "row" if fits_row and {block.kind for block in found.values()} == {"row"} else "item"
    kept = _entries_of(note, found, form)
    if not kept:
        return page.put_in_section(LOG, _as_item("- ", new))
    place, neighbour = _Places(page, kept).find(new.day)
    if form == "row":
        return page.put(place, [_as_row(page.written(neighbour), new)])
    return page.put(place, _as_item(page.marker_of(neighbour), new))


def insert_items(text: str, note: Note, new: Sequence[NewEntry]) -> tuple[str, list[int]]:
    """The note with new log entries of one line, given by their days, as if they were inserted one by one; and the line of each."""
    page = _Page(text)
    kept = _entries_of(note, _log_of(page, note), "item")
    if not kept:
        *older, newest = new
        put = page.put_in_section(LOG, _as_item("- ", newest))
        lines = [_as_item("- ", one)[0] for one in reversed(older)]
        return insert_lines(split_lines(put.text), put.line, lines), [put.line + number for number in reversed(range(len(new)))]
    places = _Places(page, kept)
    at = [places.find(one.day) for one in new]
    order = sorted(range(len(new)), key=lambda number: (at[number][0], -number if places.newest_first else number))
    whole = insert_each(page.lines, [(at[number][0] - 1, _as_item(page.marker_of(at[number][1]), new[number])[0]) for number in order])
    lines_by_number = {number: at[number][0] + before for before, number in enumerate(order)}
    return whole, [lines_by_number[number] for number in range(len(new))]


def _log_of(page: _Page, note: Note) -> dict[int, Block]:
    """The blocks in which a note keeps its log, by line: those of its section when there are any."""
    lines = sorted(entry.line for entry in note.entries if entry.path == note.path)
    found = {line: block for line in lines if (block := page.block_at(line)) is not None and block.parent is None}
    log = page.heading(LOG)
    if log is not None and any(log.line < line <= log.end for line in found):
        return {line: block for line, block in found.items() if log.line < line <= log.end}
    return found


def _entries_of(note: Note, found: dict[int, Block], form: str) -> list[Entry]:
    """The entries of a log that have a form (`row` or `item`), by line."""
    return sorted((entry for entry in note.entries if entry.line in found and found[entry.line].kind == form), key=lambda entry: entry.line)


def _as_item(marker: str, new: NewEntry) -> list[str]:
    indent = re.sub(r"[^ \t>]", " ", marker)
    return [f"{marker}{new.day} {new.head}", *(f"{indent}{line}" if line else "" for line in new.further)]


def _as_row(neighbour: str, new: NewEntry) -> str:
    """A row with as many cells as the one next to it: date, kind, direction, text."""
    cells = [str(new.day), new.word or "", new.direction if new.direction in ("in", "out") else "",
             new.signed.replace("|", "\\|")]
    wanted = _cells(neighbour)
    return f"| {' | '.join([*cells, *[''] * (wanted - len(cells))])} |"


def _cells(row: str) -> int:
    """How many cells a table row has."""
    return len(_CELL_END.findall(row.strip().strip("|"))) + 1


def _is_newest_first(entries: list[Entry]) -> bool:
    """Which way a log runs, by its own dates; a log of one day is taken to have its newest first."""
    days = [entry.date for entry in entries]
    rising = sum(before < after for before, after in pairwise(days))
    falling = sum(before > after for before, after in pairwise(days))
    return rising <= falling


class _Places:
    """Where new entries go among those of a log."""

    def __init__(self, page: _Page, entries: list[Entry]) -> None:
        self._page = page
        self._entries = entries
        self.newest_first = _is_newest_first(entries)
        days = [entry.date for entry in entries]
        # The earliest day down to each entry, or from each entry on: in order, whatever the entries are in.
        self._earliest = list(accumulate(days, min)) if self.newest_first else list(accumulate(reversed(days), min))[::-1]

    def find(self, day: date) -> tuple[int, int]:
        """The line on which an entry of that day goes, and that of an entry next to it."""
        if self.newest_first:
            first = bisect_left(self._earliest, True, key=lambda earliest: earliest <= day)
            return (line := self._entries[first].line, line) if first < len(self._entries) else self._behind(first - 1)
        last = bisect_left(self._earliest, True, key=lambda earliest: earliest > day) - 1
        return self._behind(last) if last >= 0 else (line := self._entries[0].line, line)

    def _behind(self, number: int) -> tuple[int, int]:
        line = self._entries[number].line
        return self._page.end_of(line) + 1, line


def insert_promise(text: str, note: Note, said: str) -> Inserted:
    """The note with a promise; `said` is all behind the checkbox."""
    page = _Page(text)
    tasks = [block for block in page.body.blocks if block.sign is not None and block.parent is None]
    heading = page.heading(PROMISES)
    if heading is not None:
        tasks = [block for block in tasks if heading.line < block.line <= heading.end]
    if tasks:
        return page.put(page.end_of(tasks[-1].line) + 1, [f"{page.marker_of(tasks[-1].line)}[ ] {said}"])
    log = page.heading(LOG)
    if heading is None and log is not None:
        return page.put(log.line, [f"{'#' * log.level} {PROMISES}", "", f"- [ ] {said}", ""], 2)
    return page.put_in_section(PROMISES, [f"- [ ] {said}"])
