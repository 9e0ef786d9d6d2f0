"""When a recurring promise comes again: the rules that Obsidian Tasks writes behind 🔁."""

import re
from datetime import date, timedelta

from ..model.dates import Gap

_EVERY = re.compile(r"every (?:(\d{1,3}) )?(day|week|month|year)s?(?: on (.+))?", re.ASCII)
_ORDINAL = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)", re.ASCII)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WHEN_DONE = " when done"


def next_date(rule: str, last: date, done: date) -> date | None:
    """The next day by `rule` after `last` (after `done`, for a rule `when done`); None when it cannot be read."""
    said = " ".join(rule.lower().split())
    if said.endswith(_WHEN_DONE):
        said, last = said.removesuffix(_WHEN_DONE), done
    if said == "every weekday":
        return _next_weekday(last, set(range(5)))
    weekdays = _read_weekdays(said.removeprefix("every "))
    if weekdays and said.startswith("every "):
        return _next_weekday(last, weekdays)
    match = _EVERY.fullmatch(said)
    if not match or match[1] == "0":
        return None
    number, unit, on = int(match[1] or 1), match[2], match[3]
    if on is None:
        gap = Gap(days=number * {"day": 1, "week": 7}[unit]) if unit in ("day", "week") else Gap(
            months=number * {"month": 1, "year": 12}[unit])
        return gap.after(last)
    if unit == "week" and number == 1 and (weekdays := _read_weekdays(on)):
        return _next_weekday(last, weekdays)
    ordinal = _ORDINAL.fullmatch(on)
    if unit == "month" and ordinal and 1 <= int(ordinal[1]) <= 28:
        first = last.replace(day=int(ordinal[1]))
        return first if number == 1 and first > last else Gap(months=number).after(first)
    return None


def _read_weekdays(text: str) -> set[int]:
    """The weekdays in a list; empty when anything else stands in it."""
    names = re.split(r", | and |,", text)
    return {_WEEKDAYS.index(name) for name in names} if all(name in _WEEKDAYS for name in names) else set()


def _next_weekday(day: date, weekdays: set[int]) -> date:
    while True:
        day += timedelta(1)
        if day.weekday() in weekdays:
            return day
