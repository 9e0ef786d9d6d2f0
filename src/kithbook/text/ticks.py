"""Ticks in the checklist that nb has written: told apart from every other edit by taking them back."""

from collections.abc import Iterator
from datetime import date

from ..model.dates import parse_day
from ..model.pattern import pattern
from ..model.record import NamedTuple

_OPEN_LINE = pattern(r"([-*+]) \[ \] (.*`([^`]+)`)")
_TICKED_LINE = pattern(
    r"([-*+]) \[[xX]\] (.*`([^`]+)`)"
    # What the Tasks plugin writes behind it, in either of its forms.
    r"(?:[ \t]*(?:✅\ufe0f?[ \t]*(\d{4}-\d{2}-\d{2})|\[completion::[ \t]*(\d{4}-\d{2}-\d{2})\]))?")
_CLOSED = "## Closed"
# Without git this day moves whenever the note is saved; it is nothing that the promise says.
_HOW_LONG = pattern(r" · \*\*undated, since [^*]*\*\*(?= · `[^`]+`$)")


class Tick(NamedTuple):
    """A line that was ticked: its place in the report (from 1), how it was written, and the day it was done."""

    line: int
    written: str
    id: str
    done: date | None


def read_ticks(report: str) -> tuple[str, tuple[Tick, ...]]:
    """A report as it was before lines in it were ticked, and the ticks.

    A line that nb itself has written as closed is none.
    """
    if "[x]" not in report and "[X]" not in report:
        return report, ()
    lines, ticks, closed = report.split("\n"), [], False
    for index, line in enumerate(lines):
        if line.startswith("## "):
            closed = line == _CLOSED
        tick = None if closed else _read_tick(index + 1, line)
        if tick:
            ticks.append(tick)
            lines[index] = tick.written
    return "\n".join(lines), tuple(ticks)


def _read_tick(number: int, line: str) -> Tick | None:
    match = _TICKED_LINE.fullmatch(line)
    if match is None:
        return None
    done = match[4] or match[5]
    day = parse_day(done) if done else None
    if done and day is None:
        return None
    return Tick(number, f"{match[1]} [ ] {match[2]}", match[3], day)


def what_is_told(line: str) -> str:
    """A line of the checklist without how long it has lain."""
    return _HOW_LONG.sub("", line)


def without_id(line: str) -> str:
    """What a line of the checklist tells but for the id, which is how promises of the same words differ."""
    return what_is_told(line).rpartition(" `")[0]


def open_lines(report: str) -> Iterator[str]:
    """The lines of a checklist that are there to be ticked."""
    return (line for line in report.split("\n") if _OPEN_LINE.fullmatch(line))
