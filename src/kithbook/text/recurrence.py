"""When a recurring promise comes again: the rules that Obsidian Tasks writes behind 🔁.

Tasks has rrule.js read them (its `parseText`), so days are counted as RFC 5545 has it: a day that a month
lacks is left out, and what is counted are the months (or weeks) from that of the last time on.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ..model.dates import Gap, add_days, days_in_month
from ..model.pattern import pattern
from ..model.record import NamedTuple
from .written_date import MONTHS

_EVERY = pattern(r"every (?:(\d{1,3}|other) )?(day|week|month|year)s?(?: on (.+))?", re.ASCII)
_LISTED = pattern(r", and |, | and |,")
_ORDINAL = pattern(r"(?:the )?(?:(\d{1,2})(?:st|nd|rd|th)?)?(?: ?(last))?(?: ([a-z]+))?", re.ASCII)
_FIRSTS = {"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th"}
_FIRST = pattern("|".join(_FIRSTS))
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WHEN_DONE = " when done"
_MOST_MONTHS = 400  # that are looked through for a day which most of them lack


class _DayOfMonth(NamedTuple):
    """The `number`-th day of a month, or weekday (0 is Monday) of it; a negative number counts from its end."""

    number: int
    weekday: int | None = None

    def within(self, year: int, month: int) -> date | None:
        """That day, if the month has it."""
        size = days_in_month(year, month)
        days = [day for day in range(1, size + 1) if self.weekday is None or date(year, month, day).weekday() == self.weekday]
        place = self.number - 1 if self.number > 0 else len(days) + self.number
        return date(year, month, days[place]) if 0 <= place < len(days) else None


def next_date(rule: str, last: date, done: date) -> date | None:
    """The next day by `rule` after `last` (after `done`, for a rule `when done`); None when it cannot be read."""
    said = " ".join(rule.lower().split())
    if said.endswith(_WHEN_DONE):
        said, last = said.removesuffix(_WHEN_DONE), done
    if said == "every weekday":
        return _next_weekday(last, set(range(5)), 1)
    weekdays = _read_weekdays(said.removeprefix("every "))
    if weekdays and said.startswith("every "):
        return _next_weekday(last, weekdays, 1)
    match = _EVERY.fullmatch(said)
    if match is None:
        return _in_named_months(said, last)
    number, unit, on = 2 if match[1] == "other" else int(match[1] or 1), match[2], match[3]
    if number == 0:
        return None
    if on is None:
        gap = Gap(days=number * {"day": 1, "week": 7}[unit]) if unit in ("day", "week") else Gap(
            months=number * {"month": 1, "year": 12}[unit])
        return gap.after(last)
    if unit == "week" and (weekdays := _read_weekdays(on)):
        return _next_weekday(last, weekdays, number)
    days = _read_days(on) if unit == "month" else []
    return _next_in_months(last, _months_from(last, number), days)


def _in_named_months(said: str, last: date) -> date | None:
    """For a rule of some months of the year: `every April and December on the 1st`."""
    months, on, listed = said.removeprefix("every ").partition(" on ")
    named = [MONTHS.get(word) for word in _LISTED.split(months)]
    if not said.startswith("every ") or None in named:
        return None
    days = _read_days(listed) if on else [_DayOfMonth(last.day)]
    return _next_in_months(last, (month for month in _months_from(last, 1) if month[1] in named), days)


def _read_weekdays(text: str) -> set[int]:
    """The weekdays in a list; empty when anything else stands in it."""
    names = _LISTED.split(text)
    return {_WEEKDAYS.index(name) for name in names} if all(name in _WEEKDAYS for name in names) else set()


def _read_days(text: str) -> list[_DayOfMonth]:
    """The days of a month in a list (`the last Friday`, `the 1st and 24th`); empty when anything else stands in it."""
    days = []
    for said in _LISTED.split(text):
        match = _ORDINAL.fullmatch(_FIRST.sub(lambda word: _FIRSTS[word[0]], said, count=1))
        if match is None or not (match[1] or match[2]) or (match[3] and match[3] not in _WEEKDAYS):
            return []
        number = int(match[1] or 1)
        if not 1 <= number <= (5 if match[3] else 31):
            return []
        days.append(_DayOfMonth(-number if match[2] else number, _WEEKDAYS.index(match[3]) if match[3] else None))
    return days


def _months_from(day: date, step: int) -> Iterator[tuple[int, int]]:
    """Year and month of `day`, and every `step` months on."""
    for count in range(_MOST_MONTHS):
        year, month = divmod(day.year * 12 + day.month - 1 + count * step, 12)
        if year > date.max.year:
            return
        yield year, month + 1


def _next_in_months(last: date, months: Iterable[tuple[int, int]], days: list[_DayOfMonth]) -> date | None:
    for year, month in months if days else ():
        found = [day for of in days if (day := of.within(year, month)) is not None and day > last]
        if found:
            return min(found)
    return None


def _next_weekday(last: date, weekdays: set[int], step: int) -> date | None:
    """The next of these weekdays after `last`, in its week (from Monday on) or one that is a multiple of `step` weeks later."""
    monday = add_days(last, -last.weekday())
    for count in range(1, 7 * step + 7):
        day = add_days(last, count)
        if day > last and day.weekday() in weekdays and (day - monday).days // 7 % step == 0:
            return day
    return None
