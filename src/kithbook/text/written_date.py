"""Dates as people write them at the head of a line.

A date is read only when it can mean one day. `03/04/2026` can mean two and a date
without a year any number: these are reported, not guessed, unless `date_order` settles them.
"""

import re
from datetime import date
from typing import NamedTuple

from ..model.settings import DateOrder


class WrittenDate(NamedTuple):
    """What stands at the head of a text. `end` is where the rest begins.

    `day` is None when the date cannot be read: `rule` then says why, in words `message`.
    `has_year` tells a doubtful date from a fraction (`7/8 of them`).
    """

    day: date | None
    minute: int | None
    start: int
    end: int
    rule: str = ""
    message: str = ""
    has_year: bool = True


MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"), 1)
    for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|urday|sday)?\b[.,]?"
_YEAR = r"(\d{4}|['’]\d{2})(?!\d)"

# A pictogram or a mark before the date: ☎️ 2026-02-02.
_DECORATION = re.compile(r"[^\w\s\[\](){}<>*_=|#`\"'~@&%$\\/+.,;:!?^-]{1,4}\s+")
_OPENING = re.compile(r"[\[(<*_=]{1,4}\s?")
_CLOSING = re.compile(r"(?:\|[^\]\n]{0,40})?[\])>*_=]{1,4}")
_WEEKDAY_BEFORE = re.compile(rf"{_WEEKDAY}\s+", re.I)
_WEEKDAY_AFTER = re.compile(rf",?\s*(?:\({_WEEKDAY}\)|{_WEEKDAY}(?=[\s\])>:,.*_=–—-]|$))", re.I)
_TIME = re.compile(
    r"(?:,\s*|\s+(?:at\s+)?|T|\s*@\s*)(\d{1,2})(?::(\d{2})(?::\d{2})?(?:\s?([ap]m)\b)?|\s?([ap]m)\b)"
    r"(?:\s?[–—-]\s?\d{1,2}:\d{2}(?:\s?[ap]m\b)?)?(?![\d:])",
    re.I | re.ASCII,
)
# What may follow a date: the end, white space or a separator.
_BOUNDARY = re.compile(r"$|[\s:,;.—–|<>)\]*_=-]")
_RANGE = re.compile(r"\s?(?:/|–|—|-|\.\.|to\s)\s?(?:\d{4}-\d{2}-)?\d{1,2}(?!\d|:|\s?[ap]m\b)(?=$|[\s:,;.)\]])", re.A)

_YMD = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)", re.A)
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])", re.A)
_SHORT = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/.])|(\d{1,2})\.(\d{1,2})\.(?!\d)", re.A)
_DAY_MONTH = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?({_MONTH})(?:,?\s*{_YEAR})?", re.I | re.A)
_MONTH_DAY = re.compile(rf"({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:)(?:,?\s*{_YEAR})?", re.I | re.A)


def read_written_date(text: str, order: DateOrder | None = None) -> WrittenDate | None:
    """The date at the head of `text`, with marks around it and a time behind; None when there is none."""
    at = 0
    decoration = _DECORATION.match(text)
    if decoration:
        at = decoration.end()
    opening = _OPENING.match(text, at)
    if opening:
        at = opening.end()
    weekday = _WEEKDAY_BEFORE.match(text, at)
    if weekday:
        at = weekday.end()
    found = _read_digits(text, at, order)
    if found is None:
        return None
    end = found.end
    weekday = _WEEKDAY_AFTER.match(text, end)
    if weekday:
        end = weekday.end()
    minute, end = _read_time(text, end)
    if opening:
        closing = _CLOSING.match(text, end)
        if closing:
            end = closing.end()
            weekday = _WEEKDAY_AFTER.match(text, end)
            if weekday:
                end = weekday.end()
        if minute is None:
            minute, end = _read_time(text, end)
    if not _BOUNDARY.match(text, end):
        return None
    return found._replace(minute=minute, end=end)


def _read_digits(text: str, at: int, order: DateOrder | None) -> WrittenDate | None:
    """The bare date at `at`, in whichever form."""
    match = _YMD.match(text, at)
    if match:
        span = _RANGE.match(text, match.end())
        if span:
            return WrittenDate(None, None, at, span.end(), "ambiguous-date", f"{text[at:span.end()]} is more than one day")
        return _day(text, match, int(match[1]), int(match[3]), int(match[4]))
    match = _NUMERIC.match(text, at)
    if match:
        return _numeric(text, match, order)
    match = _DAY_MONTH.match(text, at)
    if match:
        return _named(text, match, int(match[1]), match[2], match[3])
    match = _MONTH_DAY.match(text, at)
    if match:
        return _named(text, match, int(match[2]), match[1], match[3])
    match = _SHORT.match(text, at)
    if match:
        first, second = (int(match[1]), int(match[2])) if match[1] else (int(match[3]), int(match[4]))
        if 1 <= min(first, second) and max(first, second) <= 31 and min(first, second) <= 12:
            return _no_year(match)
    return None


def _day(text: str, match: re.Match[str], year: int, month: int, day: int) -> WrittenDate:
    try:
        return WrittenDate(date(year, month, day), None, match.start(), match.end())
    except ValueError:
        return WrittenDate(None, None, match.start(), match.end(), "impossible-date",
                           f"there is no day {match[0].strip()}")


def _no_year(match: re.Match[str]) -> WrittenDate:
    return WrittenDate(None, None, match.start(), match.end(), "ambiguous-date",
                       f"{match[0].strip()} has no year", has_year=False)


def _named(text: str, match: re.Match[str], day: int, month: str, year: str | None) -> WrittenDate:
    """A date with its month in words."""
    if year is None:
        return _no_year(match)
    full = 2000 + int(year[1:]) if len(year) == 3 else int(year)
    return _day(text, match, full, MONTHS[month.lower().rstrip(".")], day)


def _numeric(text: str, match: re.Match[str], order: DateOrder | None) -> WrittenDate:
    """Day and month in digits: clear when one of them cannot be a month, or both are the same."""
    first, second = int(match[1]), int(match[3])
    year = int(match[4]) + (2000 if len(match[4]) == 2 else 0)
    if order is None:
        if first <= 12 and second <= 12 and first != second:
            return WrittenDate(None, None, match.start(), match.end(), "ambiguous-date",
                               f"{match[0]} can be two different days")
        day, month = (second, first) if second > 12 else (first, second)
    else:
        day, month = (first, second) if order == "dmy" else (second, first)
    return _day(text, match, year, month, day)


def _read_time(text: str, at: int) -> tuple[int | None, int]:
    """A time of day (in minutes) at `at`, and where it ends."""
    match = _TIME.match(text, at)
    if not match:
        return None, at
    hour, minute = int(match[1]), int(match[2] or 0)
    half = (match[3] or match[4] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        return None, at
    return 60 * hour + minute, match.end()
