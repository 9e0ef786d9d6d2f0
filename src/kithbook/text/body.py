"""The log entries and promises in a note's body."""

import re
from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from ..model.entry import PRIVATE_KINDS, TELLING_TAGS, Direction, Entry
from ..model.introducer import INTRODUCTIONS, with_introducer
from ..model.pattern import pattern
from ..model.problem import Problem
from ..model.promise import Promise
from ..model.record import NamedTuple
from ..model.settings import DateOrder
from ..model.signed import split_signature
from ..model.withheld import Text, Withheld
from .blocks import Block, Body
from .company import find_company, find_with_links
from .entry_above import Above
from .further_lines import FurtherLines
from .links import find_links, find_tags
from .log_clear import clear_direction
from .log_head import Head, default_direction, names_private, read_head
from .marks import find_hidden, may_hold_fields, may_hold_marks
from .table_row import read_row
from .task_line import read_status, read_task
from .time_order import in_time_order
from .written_date import WrittenDate, read_time_of_day, read_written_date

# The canonical entry; everything else takes the long way.
_CANONICAL = pattern(r"(\d{4}-\d\d-\d\d) ([a-z]+)(?: (in|out))?: +(\S.*)", re.ASCII)
_MARKER = pattern(r"(?:[-*+]|\d{1,9}[.)])\s+")
_DATE_SIGN = pattern(
    r"[\d\[(<*_=]|[^\x00-\x7f]|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE)
_WORDS = pattern(r"[^\W\d_]+")
_HEAD_SIGNS = 60
_SPACES = pattern(r"[ \t]{2,}")
# What is said of a date that stands where nothing may be repeated.
UNQUOTED = {
    "ambiguous-date": "this date can be read in more than one way",
    "impossible-date": "there is no such day",
    "unreadable-date": "this is no date",
}


class BodyFacts(NamedTuple):
    """What a body says, as in `model.note.Note`."""

    entries: tuple[Entry, ...]
    tasks: tuple[Promise, ...]
    task_entry: tuple[tuple[str, ...], ...]
    problems: tuple[Problem, ...]


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
        # Without its comments, too, a text may hold one: #<!-- -->confidential.
        if may_hold_marks(text) or may_hold_fields(text) or (body.written and may_hold_marks("\n".join(body.lines))):
            self.hidden, slips = find_hidden(self.body)
            for line, column, written in () if confidential else slips:
                self._warn(line, column, "confidential-mark", f"`{written}` is read as `confidential`",
                           "write #confidential or > [!confidential], or another word")
        if self.body.unclosed:
            self._warn(*self.body.unclosed, "unclosed-comment",
                       "a comment is never closed: the rest of the note is hidden", "close it with `%%` or `-->`")
        self.further = FurtherLines(body, self.hidden, order)

    def _warn(self, line: int, column: int, rule: str, message: str, fix: str) -> None:
        self.problems.append(Problem(self.path, line, column, rule, "warning", message, fix))

    def _date_fault(self, line: int, column: int, rule: str, message: str, fix: str = "write it as YYYY-MM-DD") -> None:
        """A date that is missed in the answers. Where nothing may be repeated, the message repeats nothing."""
        if self._is_withheld(line) or line in self.private:
            message = UNQUOTED[rule]
        self.problems.append(Problem(self.path, line, column, rule, "error", message, fix))

    def _is_withheld(self, line: int) -> bool:
        return self.confidential or line in self.hidden

    def _shown(self, text: str, line: int) -> Text:
        """The text of what stands on a line, withheld when a mark hides that or it is of a reflection."""
        if self._is_withheld(line):
            return Withheld(text)
        return Withheld(text, "private") if line in self.private else text

    def read(self, *, is_contact: bool, day: date | None, attendees: tuple[tuple[str, ...], int] | tuple[()] = (),
             event: bool = False) -> BodyFacts:
        """The facts. `day` is the day of a daily or meeting note, `attendees` who was there (and the line)."""
        tasks: list[Promise] = []
        task_entry: list[tuple[str, ...]] = []
        present: tuple[str, ...] = ()
        if attendees and day is not None:
            present, line = attendees
            text: Text = Withheld("") if self.confidential else ""
            self.entries.append(
                Entry(self.path, line, day, None, "event" if event else "meeting", "both", text, (), present, present))
        above = Above(day)
        for block in self.body.blocks:
            above.enter(block)
            if block.sign is not None:
                under = above.entry(block)
                belongs = under.links if under else present
                tasks.append(self._task(block, under.date if under else above.day, ours=is_contact or bool(belongs)))
                task_entry.append(belongs)
                continue
            dated = self._dated_heading(block) if block.kind == "heading" and not is_contact else None
            before = len(self.entries)
            if dated is None or block.text[dated.end :].strip(" \t:—–-*_"):
                self._entry(block, is_contact, None if above.owns(block) else above.day)
            if len(self.entries) > before:
                above.add(block, self.entries[-1], dated=dated is not None)
            if dated is not None and dated.day and (len(self.entries) == before or self.entries[-1].kind == "note"):
                above.add_day(block, dated.day)  # it names no kind: its day is that of the lines below
        return BodyFacts(in_time_order(self.entries, newest_first=is_contact), tuple(tasks), tuple(task_entry),
                         tuple(self.problems))

    def _dated_heading(self, block: Block) -> WrittenDate | None:
        """The day with which a heading begins."""
        written = read_written_date(block.text, self.order) if _DATE_SIGN.match(block.text) else None
        return written if written is not None and written.day is not None else None

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
                    direction: Direction | None = match[3] or clear_direction(kind, match[4]) or default_direction(match[2], kind)  # type: ignore[assignment]
                    self._add(block, day, None, Head(kind, direction, match[4].rstrip(), True), text, is_contact)
                    return
                except ValueError:
                    pass
        links = "[[" in text or "](" in text
        if not is_contact and not (links or block.kind == "heading" or block.more or block.end > block.line):
            self._keep_private_if_so(block)
            return
        if block.kind == "row":
            self._row(block, is_contact)
            return
        written = read_written_date(text, self.order) if _DATE_SIGN.match(text) else None
        if block.kind == "heading" and names_private(text[written.end :] if written else text, self.words):
            self.private.update(range(block.line, block.end + 1))
        if written is not None:
            self._dated(block, written, is_contact)
        else:
            self._keep_private(block, read_head(text, self.words, dated=False) if ":" in text[:12] else None)
            if not is_contact and day is not None:
                self._undated(block, day)

    def _dated(self, block: Block, written: WrittenDate, is_contact: bool) -> None:
        rest = block.text[written.end :]
        head = read_head(rest, self.words)
        minute = written.minute
        if written.day is None:
            self._keep_private(block, head)
            meant = written.has_year or head.named or (written.in_words and (not rest.strip() or rest.lstrip()[0] in ":—–"))
            if meant and (is_contact or find_links(block.whole_text())):
                settles = ", or set date_order in nb.yaml" if written.rule == "ambiguous-date" and written.by_order else ""
                self._date_fault(block.line, block.column + written.start, written.rule, written.message,
                                 "write it as YYYY-MM-DD" + settles)
            return
        if not head.named and not rest.strip(" \t:—–-*_") and block.end > block.line:
            # A heading or item that is just a date: what stands under it says what it was.
            below, _ = self._further_lines(block)
            if below:
                first = _MARKER.sub("", below[0], count=1)
                time, at = read_time_of_day(first)
                minute = time if minute is None else minute
                head = read_head(first[at:], self.words)._replace(text="")
        self._add(block, written.day, minute, head, block.text, is_contact)
        if block.kind == "paragraph" and block.more:
            self._dated_lines(block, is_contact)

    def _dated_lines(self, block: Block, is_contact: bool) -> None:
        """The further lines of a paragraph that began with an entry, when they are dated in full."""
        lines = block.more or []
        dated = [place for place, line in enumerate(lines) if self.further.is_dated(line)]
        for start, end in pairwise([*dated, len(lines)]):
            written = read_written_date(lines[start], self.order)
            if written is not None and written.day is not None:
                part = Block("paragraph", block.line + 1 + start, 1, lines[start])
                part.more = lines[start + 1 : end]
                head = read_head(part.text[written.end :], self.words)
                self._add(part, written.day, written.minute, head, part.text, is_contact)

    def _row(self, block: Block, is_contact: bool) -> None:
        """A table row: date, kind, direction, text."""
        row = read_row(block.text, self.words, self.order)
        if row is None:
            return
        if row.written.day is not None:
            text = block.text.replace("\\|", "|")
            self._add(block, row.written.day, row.written.minute, row.head, text, is_contact)
            return
        self._keep_private(block, row.head)
        if is_contact or find_links(block.text):
            self._date_fault(block.line, block.column + row.at + row.written.start, row.written.rule, row.written.message)

    def _undated(self, block: Block, day: date) -> None:
        """A line in a dated note that names a kind and links somebody."""
        found = self._read_undated(block)
        if found is not None:
            self._add(block, day, *found, block.text, False, dated=False)

    def _read_undated(self, block: Block) -> tuple[int | None, Head] | None:
        """The time and the head of such a line."""
        own = block.text if block.kind == "heading" else block.whole_text()
        if "[[" not in own and "](" not in own and (block.kind != "item" or block.end == block.line):
            return None
        minute, at = read_time_of_day(block.text)
        head = read_head(block.text[at:], self.words, dated=False)
        return (minute, head) if head.named and head.kind != "note" else None

    def _keep_private(self, block: Block, head: Head | None) -> None:
        """A reflection whose date is missing or cannot be read is no entry, and private all the same."""
        if head is not None and head.kind in PRIVATE_KINDS:
            self.private.update(range(block.line, block.end + 1))

    def _keep_private_if_so(self, block: Block) -> None:
        """The same for a line that is nobody's entry: a reflection is private in whichever note it stands."""
        text = block.text
        if any(self.words.get(word) in PRIVATE_KINDS for word in _WORDS.findall(text[:_HEAD_SIGNS].lower())):
            row = read_row(text, self.words, self.order) if block.kind == "row" else None
            written = read_written_date(text, self.order) if row is None else None
            dated = written is not None
            self._keep_private(block, row.head if row is not None else read_head(
                text[written.end :] if written is not None else text, self.words, dated=dated))

    def _further_lines(self, block: Block, *, dated: bool = True) -> tuple[list[str], int]:
        if block.kind == "paragraph":
            return self.further.of_paragraph(block)
        is_entry = None if dated or block.kind == "item" else self._read_undated
        return self.further.below(block, is_entry)

    def _add(self, block: Block, day: date, minute: int | None, head: Head, line: str, is_contact: bool, *, dated: bool = True) -> None:
        """Add an entry, with the lines that belong to it, if it can count for anybody."""
        number = block.line
        by, line = split_signature(line)
        said = head.text if by is None else split_signature(head.text)[1]
        whole = line
        end = number
        further: list[str] = []
        if block.end > number or block.more:
            further, end = self._further_lines(block, dated=dated)
            if further:  # they say more than a mere `Lunch`
                said = "\n".join([said, *further] if said and said.lower() not in self.words else further)
                whole = "\n".join([line, *further])
        links = find_links(line if block.kind == "heading" else whole)
        with_links = find_with_links(whole, introduces=head.kind in INTRODUCTIONS) if links or block.kind == "heading" else ()
        if block.kind == "heading" and not is_contact:  # a section may mention many
            links = tuple(dict.fromkeys([*links, *with_links, *find_company(further)]))
        links = links or with_links
        if head.kind in PRIVATE_KINDS:
            self.private.update(range(number, end + 1))
        if not is_contact and not links:
            return
        tags = find_tags(whole)
        if self.body.had_comments(number, end):
            said = _SPACES.sub(" ", said)
        text = self._shown(said, number)
        if isinstance(text, Withheld):
            by = None
            tags = tuple(tag for tag in tags if tag in TELLING_TAGS)
            links = with_links if is_contact else links
        entry = Entry(self.path, number, day, minute, head.kind, head.direction, text, tags, with_links, links, by)
        self.entries.append(with_introducer(entry) if head.kind in INTRODUCTIONS else entry)

    # Promises

    def _task(self, block: Block, day: date | None, *, ours: bool) -> Promise:
        """The task. What in its dates cannot be read is a fault where somebody can be meant: it is `ours`, or links."""
        line = read_task(block.text)
        status = read_status(block.sign or " ")
        whole = block.whole_text()
        links = find_links(whole)
        for fault in line.faults if status == "open" and (ours or links) else ():
            self._date_fault(block.line, block.column + fault.at, fault.rule, fault.message)
        tags = find_tags(whole)
        said = _SPACES.sub(" ", line.text) if self.body.had_comments(block.line, block.line) else line.text
        text = self._shown(said, block.line)
        if isinstance(text, Withheld):
            tags = tuple(tag for tag in tags if tag in TELLING_TAGS)
        return Promise(self.path, block.line, text, line.who, status, line.due, line.made or day, line.done,
                       line.mark, tags, links)
