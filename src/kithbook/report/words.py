"""Days and gaps in words."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from ..model.pattern import pattern

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NUMBERS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# A unit, its days, and below how many days one speaks of it.
_UNITS: tuple[tuple[str, float, float], ...] = (("day", 1, 11), ("week", 7, 60), ("month", 30.44, 640), ("year", 365.25, float("inf")))


_BULLET = pattern(r"\n[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")


def one_line(text: str) -> str:
    """A text of several lines in one; items of a list are set off by a semicolon."""
    return " ".join(_BULLET.sub("; ", text).split())


def count(number: int, noun: str, plural: str = "") -> str:
    """`1 day`, `2 days`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def times(number: int) -> str:
    """`once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(number) or f"{number} times"


def day_name(iso: str, today: str = "", *, weekday: bool = False) -> str:
    """`24 Nov 2026`, without the year when it is that of `today`, with the weekday on request."""
    day = date.fromisoformat(iso)
    said = f"{day.day} {_MONTHS[day.month - 1]}"
    if not today.startswith(iso[:5]):
        said += f" {day.year}"
    return f"{_WEEKDAYS[day.weekday()]} {said}" if weekday else said


def yearly_name(written: str) -> str:
    """`1988-02-29` as `29 Feb 1988`, `--02-29` as `29 Feb`."""
    year, month, day = written[:-6].strip("-"), int(written[-5:-3]), int(written[-2:])
    return f"{day} {_MONTHS[month - 1]} {year}".rstrip()


def when(iso: str, today: str) -> str:
    """A day seen from today: `today`, `tomorrow`, else its name with the weekday."""
    days = (date.fromisoformat(iso) - date.fromisoformat(today)).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(days)
    return near or day_name(iso, today, weekday=0 < days < 15)


def each_once(loops: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Open loops without the second of the two that one introduction has left."""
    told: set[tuple[Any, ...]] = set()
    rows = []
    for row in loops:
        if row["other_path"] is None or (row["other_path"], row["contact_path"], row["since"]) not in told:
            rows.append(row)
        told.add((row["contact_path"], row["other_path"], row["since"]))
    return rows


def days_between(earlier: str, later: str) -> int:
    """How many days lie between two ISO days."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def ago(days: int) -> str:
    """How long ago something was, in the unit that one would say it in. (A day that is to come is told by `when`.)"""
    if days < 2:
        return ("today", "yesterday")[days]
    if days < 21:
        return f"{days} days ago"
    if days < 70:
        return f"{round(days / 7)} weeks ago"
    if 350 <= days < 380:
        return "a year ago"
    if days < 731:
        return f"{round(days / 30.44)} months ago"
    return f"{int(days / 365.25)} years ago"  # as one counts them: whole ones


def gap_words(days: int, *, exact: bool = False) -> str:
    """A gap as one would say it: `three weeks`, `four months`; after `every`, `week` and not `one week`."""
    unit, length = next((unit, length) for unit, length, below in _UNITS if days < below)
    number = max(1, round(days / length))
    if number == 1:
        return f"a {unit}" if exact else unit
    return f"{_NUMBERS[number] if number < len(_NUMBERS) else number} {unit}s"
