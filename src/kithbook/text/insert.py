"""Where a note keeps its log and its promises, and a new line among them.

A log goes on as it is: newest first or last, in the list or table that it is. A note with
no such log gets a section for it.
"""

import re
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from ..model.entry import Direction, Entry
from ..model.note import Note
from ..model.signed import sign
from .blocks import Block, Body
from .front_matter import split_note
from .lines import insert_lines, plain_text, split_lines
from .structure import scan_body

LOG, PROMISES = "Log", "Promises"
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-+)[ \t]*")
_ROW_CELLS = 4  # date, kind, direction, text
_CELL_END = re.compile(r"(?<!\\)\|")
_MARKER = re.compile(r"(?:\ufeff)?((?:[ \t]|>)*(?:[-*+]|\d{1,9}[.)])[ \t]+)")


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

    def block_at(self, line: int) -> Block | None:
        """The block that begins on a line."""
        return next((block for block in self.body.blocks if block.line == line), None)

    def end_of(self, line: int) -> int:
        """The last line with text of what begins on `line`."""
        block = self.block_at(line)
        end = block.end if block is not None else line
        while end > line and not self.written(end).strip():
            end -= 1
        return end

    def written(self, line: int) -> str:
        return self.lines[line - 1].rstrip("\r\n") if line <= len(self.lines) else ""

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
    lines = sorted(entry.line for entry in note.entries if entry.path == note.path)
    found = {line: block for line in lines if (block := page.block_at(line)) is not None and block.parent is None}
    log = page.heading(LOG)
    if log is not None and any(log.line < line <= log.end for line in found):
        found = {line: block for line, block in found.items() if log.line < line <= log.end}
    fits_row = new.word is not None and not new.further and not new.with_ and all(
        _cells(page.written(line)) >= _ROW_CELLS for line in found)
    form = "row" if fits_row and {block.kind for block in found.values()} == {"row"} else "item"
    kept = sorted((entry for entry in note.entries if entry.line in found and found[entry.line].kind == form),
                  key=lambda entry: entry.line)
    if not kept:
        return page.put_in_section(LOG, _as_item("- ", new))
    place, neighbour = _place_for(page, kept, new.day, _is_newest_first(kept))
    if form == "row":
        return page.put(place, [_as_row(page.written(neighbour), new)])
    marker = _MARKER.match(page.written(neighbour))
    return page.put(place, _as_item(marker[1] if marker else "- ", new))


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


def _place_for(page: _Page, entries: list[Entry], day: date, newest_first: bool) -> tuple[int, int]:
    """The line on which an entry of that day goes, and that of an entry next to it."""
    if newest_first:
        for entry in entries:
            if entry.date <= day:
                return entry.line, entry.line
        return page.end_of(entries[-1].line) + 1, entries[-1].line
    for entry in reversed(entries):
        if entry.date <= day:
            return page.end_of(entry.line) + 1, entry.line
    return entries[0].line, entries[0].line


def insert_promise(text: str, note: Note, said: str) -> Inserted:
    """The note with a promise; `said` is all behind the checkbox."""
    page = _Page(text)
    tasks = [block for block in page.body.blocks if block.sign is not None and block.parent is None]
    heading = page.heading(PROMISES)
    if heading is not None:
        tasks = [block for block in tasks if heading.line < block.line <= heading.end]
    if tasks:
        marker = _MARKER.match(page.written(tasks[-1].line))
        return page.put(page.end_of(tasks[-1].line) + 1, [f"{marker[1] if marker else '- '}[ ] {said}"])
    log = page.heading(LOG)
    if heading is None and log is not None:
        return page.put(log.line, [f"{'#' * log.level} {PROMISES}", "", f"- [ ] {said}", ""], 2)
    return page.put_in_section(PROMISES, [f"- [ ] {said}"])
