"""The smallest edits of a promise on its own line: closed, dropped, put off.

Every other byte of the note stays as it is: line ends, white space, the other marks.
Dates are written in the syntax that the line uses, else in the one that the note uses.
"""

import re
from datetime import date, timedelta
from typing import Literal

from ..errors import VaultError
from ..model.pattern import pattern
from ..model.record import NamedTuple
from .code_spans import blank_code
from .lines import split_lines
from .recurrence import next_date
from .task_line import read_task

Closing = Literal["done", "cancelled"]


_CHECKBOX = pattern(r"\ufeff?(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*\[(.)\](?=[ \t])")
_BLOCK_ID = pattern(r"[ \t]+\^[A-Za-z0-9-]+$")
_EMOJI = pattern("[📅📆🗓⏳⌛🛫➕✅❌🔁]")
_FIELD = pattern(r"([\[(])[ \t]*(?:due|scheduled|start|created|completion|cancelled|repeat)[ \t]*::", re.I)
_DAY = r"\d{4}-\d{2}-\d{2}"
_DONE_MARK = pattern(
    rf"[ \t]*(?:[✅❌]\ufe0f?[ \t]*{_DAY}|[\[(][ \t]*(?:completion|cancelled)[ \t]*::[ \t]*{_DAY}[ \t]*[\])])", re.I)
_RULE = pattern(r"🔁\ufe0f?[ \t]*([A-Za-z0-9, !]*[A-Za-z0-9])|[\[(][ \t]*repeat[ \t]*::[ \t]*([^\])]*?)[ \t]*[\])]", re.I)
_OWN_ID = pattern(r"[ \t]*(?:🆔\ufe0f?[ \t]*[\w-]+|⛔\ufe0f?[ \t]*[\w, -]*\w|[\[(][ \t]*(?:id|dependsOn)[ \t]*::[^\])]*[\])])", re.I)
# On which day a promise was made: the next one is made anew, and Tasks leaves it without the day.
_MADE = pattern(rf"[ \t]*(?:➕\ufe0f?[ \t]*{_DAY}|[\[(][ \t]*created[ \t]*::[ \t]*{_DAY}[ \t]*[\])])", re.I)
# The dates that move with a promise, the one that counts most first.
_MOVING = tuple(
    pattern(rf"({signs}\ufe0f?[ \t]*|[\[(][ \t]*{key}[ \t]*::[ \t]*{word})({_DAY})", re.I)
    for signs, key, word in (("[📅📆🗓]", "due", r"|(?<![\w:#/])due:[ \t]?"), ("[⏳⌛]", "scheduled", ""), ("🛫", "start", "")))

_SIGNS = {"due": "📅", "done": "✅", "cancelled": "❌"}
_KEYS = {"due": "due", "done": "completion", "cancelled": "cancelled"}


class Closed(NamedTuple):
    """A note with a promise closed.

    `recurs` tells whether it is to come again, `added` whether that was written (on a line
    above it), `again` on which day.
    """

    text: str
    recurs: bool = False
    added: bool = False
    again: date | None = None


class _Task(NamedTuple):
    """A task line in its parts, which together are the line."""

    head: str
    sign: str
    said: str
    block_id: str
    tail: str

    def joined(self) -> str:
        return f"{self.head}[{self.sign}]{self.said}{self.block_id}{self.tail}"


def _split(text: str, line: int) -> tuple[list[str], _Task]:
    lines = split_lines(text)
    written = lines[line - 1] if line <= len(lines) else ""
    match = _CHECKBOX.match(written)
    if not match:
        raise VaultError(f"line {line} is no longer a promise", "look again with nb promises")
    body = written[match.end() :]
    content = body.rstrip("\r\n").rstrip(" \t")
    block_id = _BLOCK_ID.search(content)
    said = content[: block_id.start()] if block_id else content
    return lines, _Task(written[: match.start(1) - 1], match[1], said, content[len(said) :], body[len(content) :])


def date_mark(key: Literal["due", "done", "cancelled"], day: date, note: str, line: str = "") -> str:
    """A date as it is written behind a promise: in the syntax of its line, else of the note's other promises."""
    field = _FIELD.search(line)
    if field is None and not _EMOJI.search(line) and not _EMOJI.search(note):
        field = _FIELD.search(note)
    if field is None:
        return f" {_SIGNS[key]} {day}"
    closing = "]" if field[1] == "[" else ")"
    return f" {field[1]}{_KEYS[key]}:: {day}{closing}"


def close_promise(text: str, line: int, how: Closing, day: date) -> Closed:
    """The note with the promise on `line` (from 1) done or dropped on `day`; a recurring one done comes again above.

    Raises `VaultError` when no open promise stands there.
    """
    lines, task = _split(text, line)
    if task.sign in "xX-":
        raise VaultError(f"the promise on line {line} is closed already", "nb promises --all shows it")
    said = _DONE_MARK.sub("", task.said)
    closed = task._replace(sign="x" if how == "done" else "-", said=said + date_mark(how, day, text, task.said))
    lines[line - 1] = closed.joined()
    again, moved = _come_again(task._replace(said=said), day) if how == "done" else (None, None)
    if moved is not None:
        end = task.tail.lstrip(" \t") or "\n"
        lines.insert(line - 1, moved.joined().rstrip("\r\n") + end)
    recurs = how == "done" and _RULE.search(said) is not None
    return Closed("".join(lines), recurs, moved is not None, again)


def _come_again(task: _Task, day: date) -> tuple[date | None, _Task | None]:
    """When a recurring promise comes next, and as what; nothing for one that does not, or whose rule is not known."""
    rule = _RULE.search(task.said)
    if rule is None:
        return None, None
    dates = [match for sign in _MOVING if (match := sign.search(task.said))]
    last = date.fromisoformat(dates[0][2]) if dates else day
    upcoming = next_date(rule[1] or rule[2], last, day)
    if upcoming is None:
        return None, None
    said = _MADE.sub("", _OWN_ID.sub("", task.said))
    for sign in _MOVING:
        said = sign.sub(lambda match: match[1] + _shifted(match[2], upcoming - last), said, count=1)
    return upcoming if dates else None, task._replace(sign=" ", said=said, block_id="")


def _shifted(written: str, by: timedelta) -> str:
    return (date.fromisoformat(written) + by).isoformat()


def defer_promise(text: str, line: int, due: date) -> str:
    """The note with the promise on `line` due on another day. Raises `VaultError` when no open one stands there."""
    lines, task = _split(text, line)
    if task.sign in "xX-":
        raise VaultError(f"the promise on line {line} is closed already", "nb promises --all shows it")
    for sign in _MOVING[:2]:
        if match := sign.search(blank_code(task.said)):
            said = task.said[: match.start(2)] + due.isoformat() + task.said[match.end(2) :]
            break
    else:
        said = task.said + date_mark("due", due, text, task.said)
    if read_task(said).due != due:
        raise VaultError(f"the date on line {line} cannot be changed for sure", "change it in an editor")
    lines[line - 1] = task._replace(said=said).joined()
    return "".join(lines)
