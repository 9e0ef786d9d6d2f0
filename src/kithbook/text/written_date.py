"""Dates as people write them at the head of a line.

A date is read only when it can mean one day. `03/04/2026` can mean two and a date
without a year any number: these are reported, not guessed, unless `date_order` settles them.
"""

import re
from datetime import date
from functools import cache

from ..model.dates import parse_day
from ..model.pattern import pattern
from ..model.record import NamedTuple
from ..model.settings import DateOrder
from .log_words import WORDS


class WrittenDate(NamedTuple):
    """What stands at the head of a text. `start` is the date's first sign, `end` where the rest begins.

    `day` is None when the date cannot be read: `rule` then says why, in words `message`.
    `has_year` and `in_words` (the month) tell a doubtful date from a fraction (`7/8 of them`);
    `by_order` says that `date_order` would settle it.
    """

    day: date | None
    minute: int | None
    start: int
    end: int
    rule: str = ""
    message: str = ""
    has_year: bool = True
    in_words: bool = False
    by_order: bool = False


MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"), 1)
    for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|urday|sday)?\b"
_YEAR = r"(\d{4}|['’]\d{2})(?!\d)"
_WORD = pattern(r"[^\W\d_](?:[\w'’-]*[^\W_])?")
_DASH = "-\u2010\u2011"
# 14:30, 14h30, 2:30 pm, 2pm, 14:30 Uhr; and until when, 14:30–15:00.
_CLOCK = (
    r"(\d{1,2})(?:[:h](\d{2})(?::\d{2}(?:\.\d{1,9})?)?(?:\s?(?:([ap]m)|uhr|h)\b)?|\s?(?:([ap]m)|uhr)\b)"
    r"(?:Z\b|[+-]\d{2}:?\d{2}\b|\s?[–—/-]\s?\d{1,2}:\d{2}(?:\s?(?:[ap]m|uhr|h)\b)?)?"
)


class _Forms:
    """The patterns, put together when the first date is read: a log in the canonical form needs none."""

    def __init__(self) -> None:
        # A pictogram or a mark before the date: ☎️ 2026-02-02.
        self.decoration = pattern(r"[^\w\s\[\](){}<>*_=|#`\"'~@&%$\\/+.,;:!?^-]{1,4}\s+")
        self.opening = pattern(r"[\[(<*_=]{1,6}\s?")
        self.folder = pattern(r"(?<=\[\[)[^\[\]|#\n]{0,200}/")  # [[daily/2026-11-10]]
        self.closing = pattern(r"\s?(?:#[^\[\]|\n]{0,80})?(?:\|[^\]\n]{0,40})?[\])>*_=]{1,6}(?:(?<=\])\([^()\n]{0,200}\))?")
        self.weekday_before = pattern(rf"{_WEEKDAY}[.,]?\s+", re.IGNORECASE)
        self.weekday_after = pattern(rf",?\s*(?:\({_WEEKDAY}\)|{_WEEKDAY}(?=[\s\])>:,.*_=–—-]|$))", re.IGNORECASE)
        self.time = pattern(rf"(?:,\s*|\s+(?:at\s+|\()?|T|\s*@\s*){_CLOCK}\)?(?!:?\d)", re.IGNORECASE | re.ASCII)
        self.time_of_day = pattern(rf"(?:at\s+|[\[(*_=]{{0,3}}){_CLOCK}[\])*_=]{{0,3}}(?!:?\d)", re.IGNORECASE | re.ASCII)
        # What may follow a date: the end, white space or a separator.
        self.boundary = pattern(r"$|[\s:,;.…—–|<>()\]*_=-]")
        # Half of something, rather than the first of February: 1/2 price.
        self.share = pattern(
            r"[123]/[234]\s+(?:price|an?\s|hours?|days?|weeks?|years?|pints?|way\b|dozen|term|time|off\b|share|marathon|board|pay\b|bottles?|pounds?|miles?|cups?|full|empty|done)",
            re.IGNORECASE)
        # A second day behind the first: 2026-06-08/09, 2026-06-08 – 2026-06-10, 2026-06-08 to 06-10.
        self.range = pattern(
            r"(?:[/–—-]|\.\.)\d{1,2}(?![\d:])(?!\s?[ap]m\b)(?=$|[\s:,;.)\]])|\s?(?:/|–|—|-|\.\.|to\s|until\s)\s?(?:\d{4}-)?\d{2}-\d{2}(?!\d)",
            re.ASCII,
        )
        self.days_of_month = pattern(
            rf"\d{{1,2}}(?:st|nd|rd|th)?\s?(?:[–—/+&-]|to|and)\s?\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s*{_YEAR}"
            rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\s?(?:[–—/+&-]|to|and)\s?\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}",
            re.IGNORECASE | re.ASCII,
        )
        self.ymd = pattern(rf"(\d{{4}})([{_DASH}/.])(\d{{1,2}})\2(\d{{1,2}})(?!\d)", re.ASCII)
        self.compact = pattern(r"((?:19|20)\d{2})(\d{2})(\d{2})(?=[\s:,\])*_=])", re.ASCII)
        self.numeric = pattern(rf"(\d{{1,2}})([{_DASH}/.])(\d{{1,2}})\2(\d{{4}}|\d{{2}})(?![\d/])(?!\.\d)", re.ASCII)
        self.short = pattern(r"(\d{1,2})/(\d{1,2})(?![\d/.]|\s+of\b)|(\d{1,2})\.(\d{1,2})\.(?!\d)", re.ASCII)
        self.day_month = pattern(
            rf"(\d{{1,2}})(?:st|nd|rd|th)?\.?(?:\s+(?:of\s+)?|[/-])({_MONTH})(?:(?:,?\s*|[/-]){_YEAR})?", re.IGNORECASE | re.ASCII)
        self.month_day = pattern(rf"({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?(?!:?\d)(?:,?\s*{_YEAR})?", re.IGNORECASE | re.ASCII)
        self.year_month_day = pattern(rf"(\d{{4}})[\s/-]({_MONTH})[\s/-](\d{{1,2}})(?:st|nd|rd|th)?(?!:?\d)", re.IGNORECASE | re.ASCII)


_forms = cache(_Forms)


def read_written_date(text: str, order: DateOrder | None = None) -> WrittenDate | None:
    """The date at the head of `text`, with marks around it and a time behind; None when there is none."""
    if (plain := parse_day(text)) is not None:  # nothing but a date, as in front matter
        return WrittenDate(plain, None, 0, len(text))
    forms = _forms()
    at = 0
    decoration = forms.decoration.match(text)
    if decoration:
        at = decoration.end()
    opening = forms.opening.match(text, at)
    if opening:
        at = opening.end()
    weekday = forms.weekday_before.match(text, at)
    if weekday:
        at = weekday.end()
    found = _read_day(text, at, order)
    if found is None and opening and (folder := forms.folder.match(text, opening.end())):
        found = _read_day(text, folder.end(), order)
    if found is None:
        return None
    end = _pass_weekday(text, found.end)
    minute, end = _read_time(text, end)
    if opening:
        closing = forms.closing.match(text, end)
        if closing:
            end = _pass_weekday(text, closing.end())
        if minute is None:
            minute, end = _read_time(text, end)
    if "?" in (text[found.end : found.end + 1], text[end : end + 1]):
        return found._replace(day=None, end=end, rule="ambiguous-date", message=f"{text[found.start : found.end]} stands in doubt")
    if not (forms.boundary.match(text, end) or _names_kind(text, end)):
        return None
    return found._replace(minute=minute, end=end)


def _names_kind(text: str, at: int) -> bool:
    """Whether a word for a kind stands right behind the date: 2026-11-10call."""
    word = _WORD.match(text, at)
    return word is not None and word[0].lower() in WORDS


def _pass_weekday(text: str, at: int) -> int:
    weekday = _forms().weekday_after.match(text, at)
    return weekday.end() if weekday else at


def _read_day(text: str, at: int, order: DateOrder | None) -> WrittenDate | None:
    """The bare date at `at`, in whichever form."""
    forms = _forms()
    if match := forms.ymd.match(text, at):
        span = forms.range.match(text, match.end())
        return _several_days(text, at, span.end()) if span else _day(match, int(match[1]), int(match[3]), int(match[4]))
    if match := forms.compact.match(text, at):
        found = _day(match, int(match[1]), int(match[2]), int(match[3]))
        return found if found is not None and found.day is not None else None  # else a number
    if match := forms.numeric.match(text, at):
        return _numeric(match, order)
    if match := forms.days_of_month.match(text, at):
        return _several_days(text, at, match.end())
    if match := forms.day_month.match(text, at):
        return _named(match, int(match[1]), match[2], match[3])
    if match := forms.month_day.match(text, at):
        return _named(match, int(match[2]), match[1], match[3])
    if match := forms.year_month_day.match(text, at):
        return _named(match, int(match[3]), match[2], match[1])
    if match := forms.short.match(text, at):
        low, high = sorted((int(match[1] or match[3]), int(match[2] or match[4])))
        if 1 <= low <= 12 and high <= 31 and match[0] != "24/7" and not forms.share.match(text, at):
            return _no_year(match)
    return None


def _day(match: re.Match[str], year: int, month: int, day: int) -> WrittenDate | None:
    """The day that was written; digits that are far from any date (`1234-56-78`) are none."""
    try:
        return WrittenDate(date(year, month, day), None, match.start(), match.end())
    except ValueError:
        if not 1900 <= year <= 2100:
            return None
        return WrittenDate(None, None, match.start(), match.end(), "impossible-date",
                           f"there is no day {match[0].strip()}")


def _several_days(text: str, start: int, end: int) -> WrittenDate:
    return WrittenDate(None, None, start, end, "ambiguous-date", f"{text[start:end]} is more than one day")


def _no_year(match: re.Match[str], *, in_words: bool = False) -> WrittenDate:
    return WrittenDate(None, None, match.start(), match.end(), "ambiguous-date",
                       f"{match[0].strip()} has no year", has_year=False, in_words=in_words)


def _named(match: re.Match[str], day: int, month: str, year: str | None) -> WrittenDate | None:
    """A date with its month in words."""
    if year is None:
        return _no_year(match, in_words=True) if 1 <= day <= 31 else None
    full = 2000 + int(year[1:]) if len(year) == 3 else int(year)
    return _day(match, full, MONTHS[month.lower().rstrip(".")], day)


def _numeric(match: re.Match[str], order: DateOrder | None) -> WrittenDate | None:
    """Day, month and year in digits: clear when they can only be one day."""
    readings = _readings(match)
    if order in readings:
        return WrittenDate(readings[order], None, match.start(), match.end())
    days = set(readings.values())
    short = len(match[4]) == 2
    if short and match[2] == "." and days and len(match[1] + match[3]) < 4:  # 3.11.10 is more often a version
        return WrittenDate(None, None, match.start(), match.end(), "ambiguous-date",
                           f"{match[0]} may be a date, or none", has_year=False, by_order=True)
    if len(days) == 1:
        return WrittenDate(days.pop(), None, match.start(), match.end())
    if days:
        return WrittenDate(None, None, match.start(), match.end(), "ambiguous-date",
                           f"{match[0]} can be {'two' if len(days) == 2 else 'several'} different days", by_order=True)
    if short or min(int(match[1]), int(match[3])) > 31:
        return None
    return _day(match, int(match[4]), int(match[3]), int(match[1]))


def _readings(match: re.Match[str]) -> dict[str, date]:
    """The days that three numbers can mean, by the order of their parts."""
    first, second, last = int(match[1]), int(match[3]), int(match[4])
    short = len(match[4]) == 2
    year = last + (2000 if short else 0)
    parts = {"dmy": (year, second, first), "mdy": (year, first, second)}
    if short and match[2] not in "/.":  # 26-11-10 may begin with the year
        parts["ymd"] = (2000 + first, second, last)
    readings: dict[str, date] = {}
    for order, written in parts.items():
        try:
            readings[order] = date(*written)
        except ValueError:
            continue
    return readings


def _read_time(text: str, at: int) -> tuple[int | None, int]:
    """A time of day (in minutes) at `at`, and where it ends."""
    return _minutes(_forms().time.match(text, at), at)


def read_time_of_day(text: str) -> tuple[int | None, int]:
    """The time (in minutes) at the head of a line without a date, and where the rest begins; (None, 0) when there is none."""
    forms = _forms()
    decoration = forms.decoration.match(text)
    minute, end = _minutes(forms.time_of_day.match(text, decoration.end() if decoration else 0), 0)
    return (minute, end) if forms.boundary.match(text, end) or _names_kind(text, end) else (None, 0)


def _minutes(match: re.Match[str] | None, at: int) -> tuple[int | None, int]:
    """The time that was matched, and where it ends; else `at`."""
    if not match:
        return None, at
    hour, minute = int(match[1]), int(match[2] or 0)
    half = (match[3] or match[4] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        return None, at
    return 60 * hour + minute, match.end()
