"""The log entries and promises in a note's body."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ..model.entry import PRIVATE_KINDS, Direction, Entry
from ..model.problem import Problem
from ..model.promise import Promise
from ..model.settings import DateOrder
from ..model.withheld import Text, Withheld
from .links import find_links, find_tags, find_with_links
from .log_head import Head, default_direction, read_head
from .marks import find_hidden, may_hold_marks
from .structure import Block, Body
from .task_line import read_status, read_task
from .written_date import WrittenDate, read_written_date

# The canonical entry; everything else takes the long way.
_CANONICAL = re.compile(r"(\d{4}-\d\d-\d\d) ([a-z]+)(?: (in|out))?: +(\S.*)", re.ASCII)
_CELL = re.compile(r"(?<!\\)\|")
_LEADING = re.compile(r"[\s>]*(?:[-*+]\s+)?")
_DATE_SIGN = re.compile(r"[\d\[(<*_=]|[^\x00-\x7f]|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.I)


def may_matter(body: str) -> bool:
    """Whether a note that is no contact can say anything about one: only with a link."""
    return "[[" in body or "](" in body


class BodyFacts(NamedTuple):
    """What a body says, as in `model.note.Note`."""

    entries: tuple[Entry, ...]
    tasks: tuple[Promise, ...]
    task_entry: tuple[tuple[str, ...], ...]
    problems: tuple[Problem, ...]


class _Standing(NamedTuple):
    """An entry that tasks may stand under: until which line, since when, with whom."""

    end: int
    date: date
    links: tuple[str, ...]


class BodyReader:
    """Reads one body. `words` maps the words of a log to their kinds."""

    def __init__(self, path: str, text: str, body: Body, words: Mapping[str, str],
                 order: DateOrder | None, *, confidential: bool) -> None:
        self.path = path
        self.words = words
        self.order = order
        self.confidential = confidential
        self.body = body
        self.problems: list[Problem] = []
        self.entries: list[Entry] = []
        self.hidden: set[int] = set()
        self.private: set[int] = set()
        if may_hold_marks(text):
            self.hidden, slips = find_hidden(self.body)
            for line, column, written in slips:
                self._warn(line, column, "confidential-mark", f"`{written}` is read as `confidential`",
                           "write #confidential or > [!confidential], or another word")
        if self.body.unclosed:
            self._warn(self.body.unclosed, 1, "unclosed-comment",
                       "a comment is never closed: the rest of the note is hidden", "close it with `%%` or `-->`")

    def _warn(self, line: int, column: int, rule: str, message: str, fix: str) -> None:
        self.problems.append(Problem(self.path, line, column, rule, "warning", message, fix))

    def _error(self, line: int, column: int, rule: str, message: str, fix: str) -> None:
        self.problems.append(Problem(self.path, line, column, rule, "error", message, fix))

    def read(self, *, is_contact: bool, day: date | None, attendees: tuple[tuple[str, ...], int] | tuple[()] = (),
             event: bool = False) -> BodyFacts:
        """The facts. `day` is the day of a daily or meeting note, `attendees` who was there (and the line)."""
        tasks: list[Promise] = []
        task_entry: list[tuple[str, ...]] = []
        standing: dict[int, _Standing] = {}  # by the identity of an item
        section: _Standing | None = None
        meeting: tuple[str, ...] = ()
        if attendees and day is not None:
            names, line = attendees
            meeting = names
            kind = "event" if event else "meeting"
            text: Text = Withheld("") if self.confidential else ""
            self.entries.append(Entry(self.path, line, day, None, kind, "both", text, (), names, names))
        for block in self.body.blocks:
            if section is not None and block.line > section.end:
                section = None
            if block.sign is not None:
                under = _under(block, standing) or section
                tasks.append(self._task(block, under.date if under else day))
                task_entry.append(under.links if under else meeting)
                continue
            before = len(self.entries)
            self._entry(block, is_contact, day)
            if len(self.entries) > before:
                entry = self.entries[-1]
                here = _Standing(block.end, entry.date, entry.links)
                if block.kind == "heading":
                    section = here
                elif block.kind == "item":
                    standing[id(block)] = here
        return BodyFacts(_in_time_order(self.entries, newest_first=is_contact), tuple(tasks), tuple(task_entry),
                         tuple(self.problems))

    def public_lines(self) -> list[str]:
        """The lines that may be shown, with nothing in place of the others. Read first."""
        withheld = self.hidden | self.private
        return ["" if number in withheld else line for number, line in enumerate(self.body.lines, self.body.first)]

    # Entries

    def _entry(self, block: Block, is_contact: bool, day: date | None) -> None:
        """Add the entries that a block is: one, or none; in a paragraph of dated lines each of them."""
        text = block.text
        if block.kind == "item":
            match = _CANONICAL.match(text)
            if match is not None and (kind := self.words.get(match[2])) is not None:
                try:
                    day = date.fromisoformat(match[1])
                    direction: Direction | None = match[3] or default_direction(match[2], kind)  # type: ignore[assignment]
                    self._add(block, day, None, Head(kind, direction, match[4].rstrip(), True), text, is_contact)
                    return
                except ValueError:
                    pass
        links = "[[" in text or "](" in text
        if not is_contact and not (links or block.kind == "heading" or block.more or block.end > block.line):
            return
        if not _DATE_SIGN.match(text):
            if not is_contact and day is not None and block.kind != "row":
                self._undated(block, day)
            return
        if block.kind == "row":
            self._row(block, is_contact)
            return
        written = read_written_date(text, self.order)
        if written is None:
            if not is_contact and day is not None:
                self._undated(block, day)
            return
        self._dated(block, written, is_contact)

    def _dated(self, block: Block, written: WrittenDate, is_contact: bool) -> None:
        text = block.text
        head = read_head(text[written.end :], self.words)
        if written.day is None:
            if (is_contact or find_links(block.whole_text())) and (written.has_year or head.named):
                self._error(block.line, block.column + written.start, written.rule, written.message,
                            "write it as YYYY-MM-DD" + (", or set date_order in nb.yaml" if written.rule == "ambiguous-date" and written.has_year else ""))
            return
        if not head.named and not text[written.end :].strip(" \t:—–-*") and block.end > block.line:
            # A heading or item that is just a date: what stands under it says what it was.
            for line in self._further_lines(block):
                below = read_head(_LEADING.sub("", line, count=1), self.words)
                head = below._replace(text="")
                break
        self._add(block, written.day, written.minute, head, text, is_contact)
        if block.kind == "paragraph" and block.more:
            self._dated_lines(block, is_contact)

    def _dated_lines(self, block: Block, is_contact: bool) -> None:
        """The further lines of a paragraph that began with an entry, when they are dated in full."""
        for offset, line in enumerate(block.more or [], 1):
            written = read_written_date(line, self.order)
            if written is None or written.day is None:
                continue
            part = Block("paragraph", block.line + offset, 1, line)
            self._add(part, written.day, written.minute, read_head(line[written.end :], self.words), line, is_contact)

    def _row(self, block: Block, is_contact: bool) -> None:
        """A table row: date, kind, direction, text."""
        cells = [cell.strip() for cell in _CELL.split(block.text.strip().strip("|"))]
        written = read_written_date(cells[0], self.order)
        if written is None or len(cells) < 2:
            return
        if written.day is None:
            if is_contact or find_links(block.text):
                self._error(block.line, block.column + block.text.find(cells[0]), written.rule, written.message,
                            "write it as YYYY-MM-DD")
            return
        kind = self.words.get(cells[1].lower())
        if kind is not None and len(cells) > 2 and cells[2].lower() in ("in", "out", "both", "", "-", "–"):
            given = cells[2].lower()
            head = read_head(cells[1] + ":", self.words)
            direction: Direction | None = given if given in ("in", "out", "both") else head.direction  # type: ignore[assignment]
            head = Head(kind, direction, " | ".join(cells[3:]).strip(" |"), True)
        else:
            head = read_head(" ".join(cells[1:]), self.words)
        self._add(block, written.day, written.minute, head, block.text.replace("\\|", "|"), is_contact)

    def _undated(self, block: Block, day: date) -> None:
        """A line in a dated note that names a kind and links somebody."""
        own = block.text if block.kind == "heading" else block.whole_text()
        if "[[" not in own and "](" not in own and (block.kind != "item" or block.end == block.line):
            return
        head = read_head(block.text, self.words, dated=False)
        if head.named and head.kind != "note":
            self._add(block, day, None, head, block.text, False)

    def _add(self, block: Block, day: date, minute: int | None, head: Head, line: str, is_contact: bool) -> None:
        """Add an entry, with the lines that belong to it, if it can count for anybody."""
        number = block.line
        whole, said = line, head.text
        if block.end > number or block.more:
            further = self._further_lines(block)
            if further:
                said = "\n".join([said, *further] if said else further)
                # A heading's section may mention many; only its title says with whom it was.
                whole = "\n".join([line, *further])
        links = find_links(line if block.kind == "heading" else whole)
        if not is_contact and not links:
            return
        withheld = self.confidential or number in self.hidden
        text: Text = said
        if head.kind in PRIVATE_KINDS:
            self.private.update(range(number, block.end + 1))
            text = Withheld(said, "confidential" if withheld else "private")
        elif withheld:
            text = Withheld(said)
        self.entries.append(
            Entry(self.path, number, day, minute, head.kind, head.direction, text, find_tags(whole),
                  find_with_links(whole) if links else (), links))

    def _further_lines(self, block: Block) -> list[str]:
        """The lines that belong to an entry besides its first: not tasks, not entries of their own, nothing hidden."""
        if block.kind == "paragraph":
            lines = block.more or []
            dated = next((n for n, line in enumerate(lines) if (w := read_written_date(line, self.order)) and w.day), len(lines))
            numbered = list(enumerate(lines[:dated], block.line + 1))
        else:
            skip = self._lines_of_others(block)
            first = self.body.first
            numbered = [(n, self.body.lines[n - first].strip(" \t>")) for n in range(block.line + 1, block.end + 1) if n not in skip]
        visible = block.line in self.hidden or not self.hidden
        kept = [line for number, line in numbered if visible or number not in self.hidden]
        while kept and not kept[-1]:
            kept.pop()
        while kept and not kept[0]:
            kept.pop(0)
        return kept

    def _lines_of_others(self, block: Block) -> set[int]:
        skip: set[int] = set()
        for other in self.body.blocks:
            if block.line < other.line <= block.end and (
                other.sign is not None or ((w := read_written_date(other.text, self.order)) is not None and w.day)
            ):
                skip.update(range(other.line, other.end + 1))
        return skip

    # Promises

    def _task(self, block: Block, day: date | None) -> Promise:
        line = read_task(block.text)
        status = read_status(block.sign or " ")
        for fault in line.faults if status == "open" else ():
            self._error(block.line, block.column + fault.at, fault.rule, fault.message, "write it as YYYY-MM-DD")
        withheld = self.confidential or block.line in self.hidden
        whole = block.whole_text()
        return Promise(
            self.path, block.line, Withheld(line.text) if withheld else line.text, line.who,
            status, line.due, line.made or day, line.done, line.mark,
            find_tags(whole), find_links(whole))


def _under(block: Block, standing: dict[int, _Standing]) -> _Standing | None:
    """The innermost entry that an item is nested in."""
    outer = block.parent
    while outer is not None:
        if id(outer) in standing:
            return standing[id(outer)]
        outer = outer.parent
    return None


def _in_time_order(entries: list[Entry], *, newest_first: bool) -> tuple[Entry, ...]:
    """Oldest first. Entries of one day keep the order that the note keeps, unless all have a time.

    `newest_first` is what a note is taken to do when its dates do not tell.
    """
    if len(entries) < 2:
        return tuple(entries)
    days = [entry.date for entry in entries]
    if newest_first:
        rising = falling = 0
        for before, after in zip(days, days[1:], strict=False):
            rising += before < after
            falling += before > after
        if rising <= falling:
            entries = entries[::-1]
    if any(entry.minute is not None for entry in entries):
        entries = _by_time_of_day(entries)
    return tuple(sorted(entries, key=lambda entry: entry.date))


def _by_time_of_day(entries: list[Entry]) -> list[Entry]:
    """Sort by day and time the days on which every entry has a time."""
    untimed = {entry.date for entry in entries if entry.minute is None}
    return sorted(entries, key=lambda e: (e.date, -1 if e.date in untimed else e.minute or 0))
