"""The smallest edits of a promise on its own line: closed, dropped, put off.

Only fields are changed, where the reader finds them: what stands in code, in a comment or in a link is text.
Every other byte of the note stays as it is: line ends, white space, the other marks.
Dates are written in the syntax that the line uses, else in the one that the note uses.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from ..errors import VaultError
from ..model.dates import add_days
from ..model.pattern import pattern
from ..model.record import NamedTuple
from .comments import blank_comments
from .front_matter import split_note
from .lines import plain_text, split_lines
from .recurrence import next_date
from .structure import scan_body
from .task_line import Field, find_fields, read_status

Closing = Literal["done", "cancelled"]

_EMOJI = pattern("[📅📆🗓⏳⌛🛫➕✅❌🔁]")
_FIELD = pattern(r"([\[(])[ \t]*(?:due|scheduled|start|created|completion|cancelled|repeat)[ \t]*::", re.I)

_SIGNS = {"due": "📅", "done": "✅", "cancelled": "❌"}
_KEYS = {"due": "due", "done": "completion", "cancelled": "cancelled"}
# The dates that move with a promise, the one that counts most first.
MOVING = ("due", "scheduled", "start")
# On which day a promise was closed.
_CLOSING = frozenset(("done", "cancelled"))
# What is of one time alone: the next one is made anew, and Tasks leaves it without the day; an id is that of one line.
_OF_ONE_TIME = frozenset(("created", "id", "dependsOn", "block"))
_DAYS = _CLOSING | {"created"}
# What is another when a promise comes again.
COMING_AGAIN = _CLOSING | _OF_ONE_TIME | frozenset(MOVING)
# The fields whose syntax that of their line is.
_LEADING = _CLOSING | {"created", "repeat", *MOVING}


class Edited(NamedTuple):
    """A note with a promise changed in its fields `besides`: all else of its line must read as before.

    `recurs` tells whether it is to come again, `added` whether that was written (on a line
    above it), `again` on which day; `by` is how much later that is than this time.
    """

    text: str
    besides: frozenset[str] = frozenset()
    recurs: bool = False
    added: bool = False
    again: date | None = None
    by: timedelta = timedelta()


class TaskOnLine(NamedTuple):
    """A task in its line, which `head` (with the checkbox), `written` and `tail` are together.

    `sign` stands in the checkbox, at `box`. `shown` is what is `written` behind it without its comments, with spaces in
    their place; its `fields` are those that the reader finds. `end` is where something more may be written.
    """

    head: str
    box: int
    sign: str
    written: str
    tail: str
    shown: str
    fields: tuple[Field, ...]
    end: int

    def first(self, *keys: str) -> Field | None:
        """The field with one of the keys that counts: the first that names a day, else that is written like one."""
        dated = [field for key in keys for field in self.fields if field.key == key and field.is_day]
        return next((field for field in dated if field.day), dated[0] if dated else None)

    def rewritten(self, sign: str, changes: Sequence[tuple[int, int, str]]) -> str:
        """The line with another sign, and with something else in some places of what is written."""
        said = self.written
        for start, end, new in sorted(changes, reverse=True):
            said = said[:start] + new + said[end:]
        return self.head[: self.box] + sign + self.head[self.box + 1 :] + said + self.tail

    def without(self, keys: frozenset[str]) -> list[tuple[int, int, str]]:
        """The changes that take the fields with these keys away, with the white space before them; a word in place of a day stays."""
        return [self._away(field) for field in self.fields if field.key in keys and (field.is_day or field.key not in _DAYS)]

    def _away(self, field: Field) -> tuple[int, int, str]:
        if self.written[field.start : field.end] != self.shown[field.start : field.end]:
            raise VaultError(f"a comment stands within `{field.key}` of the promise", "nothing was changed; use an editor")
        start = len(self.written[: field.start].rstrip(" \t"))
        white = self.written[start : field.start] or " "
        behind = self.written[field.end : field.end + 1]
        return start, field.end, white if behind.strip() else ""


def find_task(text: str, line: int) -> TaskOnLine | None:
    """The task on `line` (from 1) of a note; None when there is none."""
    split = split_note(plain_text(text))
    body = scan_body(split.body, split.body_line)
    block = next((block for block in body.blocks if block.line == line and block.sign is not None), None)
    if block is None:
        return None
    whole = split_lines(text)[line - 1]
    bom = int(whole.startswith("\ufeff"))
    start = block.column - 1 + bom
    box = body.lines[line - body.first].rindex("]", 0, start - bom) - 1 + bom
    written = whole[start:].rstrip("\r\n").rstrip(" \t")
    shown = block.text.ljust(len(written))
    goes_on = blank_comments(written).closer
    block_id = next((field for field in find_fields(block.text) if field.key == "block"), None)
    end = len(block.text) if goes_on else len(written[: block_id.start].rstrip(" \t")) if block_id else len(written)
    return TaskOnLine(whole[:start], box, block.sign or " ", written, whole[start + len(written) :], shown, find_fields(block.text), end)


def _open_task(text: str, line: int) -> TaskOnLine:
    task = find_task(text, line)
    if task is None:
        raise VaultError(f"line {line} is no longer a promise", "look again with nb promises")
    if read_status(task.sign) != "open":
        raise VaultError(f"the promise on line {line} is closed already", "nb promises --all shows it")
    return task


def date_mark(key: Literal["due", "done", "cancelled"], day: date, note: str, task: TaskOnLine | None = None) -> str:
    """A date as it is written behind a promise: in the syntax of its line, else of the note's other promises."""
    signs = [task.shown[field.start] for field in task.fields if field.key in _LEADING] if task else []
    opening = next((sign for sign in signs if sign in "[("), "")
    if not opening and not any(map(_EMOJI.match, signs)) and not _EMOJI.search(note):
        field = _FIELD.search(note)
        opening = field[1] if field else ""
    if not opening:
        return f" {_SIGNS[key]} {day}"
    return f" {opening}{_KEYS[key]}:: {day}{']' if opening == '[' else ')'}"


def close_promise(text: str, line: int, how: Closing, day: date) -> Edited:
    """The note with the promise on `line` (from 1) done or dropped on `day`; a recurring one done comes again above.

    Raises `VaultError` when no open promise stands there.
    """
    task = _open_task(text, line)
    lines = split_lines(text)
    mark = (task.end, task.end, date_mark(how, day, text, task))
    closed = task.rewritten("x" if how == "done" else "-", [*task.without(_CLOSING), mark])
    rule = next((field.value for field in task.fields if field.key == "repeat" and field.value), None) if how == "done" else None
    if rule is None:
        lines[line - 1] = closed
        return Edited("".join(lines), _CLOSING)
    counted = task.first(*MOVING)
    last = counted.day if counted is not None and counted.day else day
    upcoming = next_date(rule.rstrip("!, "), last, day)
    if upcoming is None:
        lines[line - 1] = closed
        return Edited("".join(lines), _CLOSING, recurs=True)
    by = upcoming - last
    end = task.tail.lstrip(" \t") or "\n"
    bom = "\ufeff" if closed.startswith("\ufeff") else ""
    lines[line - 1 : line] = [_next_time(task, by).rstrip("\r\n") + end, closed.removeprefix(bom)]
    return Edited("".join(lines), _CLOSING, True, True, upcoming if counted is not None and counted.day else None, by)


def _next_time(task: TaskOnLine, by: timedelta) -> str:
    """The line on which a promise comes again so much later."""
    changes = task.without(_CLOSING | _OF_ONE_TIME)
    for field in filter(None, map(task.first, MOVING)):
        if field.day is not None:
            changes.append((field.at, field.at + len(field.value), add_days(field.day, by.days).isoformat()))
    if blank_comments(task.written).closer:  # the comment that goes on is that of the line below
        changes.append((task.end, len(task.written), ""))
    return task.rewritten(" ", changes)


def defer_promise(text: str, line: int, due: date) -> Edited:
    """The note with the promise on `line` due on another day. Raises `VaultError` when no open one stands there."""
    task = _open_task(text, line)
    lines = split_lines(text)
    field = task.first("due") or task.first("scheduled")
    change = (field.at, field.at + len(field.value), due.isoformat()) if field else (
        task.end, task.end, date_mark("due", due, text, task))
    lines[line - 1] = task.rewritten(task.sign, [change])
    return Edited("".join(lines), frozenset((field.key if field else "due",)))
