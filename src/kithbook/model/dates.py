"""Days, gaps between days, cadences and days that come back every year."""

import re
from datetime import date, timedelta

from .pattern import pattern
from .record import NamedTuple

_ISO_DAY = pattern(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_GAP = pattern(r"(\d{1,4})\s*([dwmy])", re.ASCII)
_GAP_WORDS = {"weekly": "1w", "monthly": "1m", "quarterly": "3m", "yearly": "1y"}
_YEARLY = pattern(r"(?:(\d{4})-|--)?(\d{2})-(\d{2})", re.ASCII)


def parse_day(text: str) -> date | None:
    """The day that an ISO text (`2026-11-22`) names, or None."""
    if not _ISO_DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def add_days(day: date, days: int) -> date:
    """`days` after `day`, held within the calendar (years 1 to 9999)."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min


def add_months(day: date, months: int) -> date:
    """The same day `months` later; a day that the month lacks becomes its last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return date.max if year > 9999 else date.min
    return _within_month(year, month + 1, day.day)


def _within_month(year: int, month: int, day: int) -> date:
    """That day, or the last one of the month when it has none."""
    if day > 28:
        day = min(day, days_in_month(year, month))
    return date(year, month, day)


def days_in_month(year: int, month: int) -> int:
    """How many days a month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


class Gap(NamedTuple):
    """A span of calendar time: days, or months clamped to the month's end."""

    days: int = 0
    months: int = 0

    def after(self, day: date) -> date:
        """The day this much later."""
        return add_days(add_months(day, self.months) if self.months else day, self.days)

    @property
    def length(self) -> float:
        """About how many days it is (a month counts 30.44), to compare gaps."""
        return self.days + 30.44 * self.months


def parse_gap(text: str) -> Gap | None:
    """`2w`, `10d`, `3m`, `1y`, `weekly`, `monthly`, `quarterly`, `yearly`; None when unreadable."""
    word = text.strip().lower()
    match = _GAP.fullmatch(_GAP_WORDS.get(word, word))
    if not match:
        return None
    number, unit = int(match[1]), match[2]
    if unit == "d":
        return Gap(days=number)
    if unit == "w":
        return Gap(days=7 * number)
    return Gap(months=number * (12 if unit == "y" else 1))


class Cadence(NamedTuple):
    """How often two people want to hear from each other: the ideal and the latest gap."""

    ideal: Gap
    latest: Gap


NEVER = "never"


def parse_cadence(text: str) -> Cadence | str | None:
    """`2w` or `4w/6w` (ideal/latest); `NEVER` for `never`; None when unreadable.

    A gap of no days and a latest gap shorter than the ideal one are unreadable.
    """
    if text.strip().lower() == NEVER:
        return NEVER
    ideal_text, slash, latest_text = text.partition("/")
    ideal = parse_gap(ideal_text)
    latest = parse_gap(latest_text) if slash else ideal
    if ideal is None or latest is None or not 0 < ideal.length <= latest.length:
        return None
    return Cadence(ideal, latest)


class YearlyDay(NamedTuple):
    """A day that comes back every year; `year` is the first one when it is known."""

    month: int
    day: int
    year: int | None = None

    @property
    def written(self) -> str:
        """As front matter has it: `1988-02-29`, or `--02-29` without the year."""
        return f"{self.year:04}-{self.month:02}-{self.day:02}" if self.year else f"--{self.month:02}-{self.day:02}"

    def in_year(self, year: int) -> date:
        """The day in a year; 29 February falls on the 28th where there is none."""
        return _within_month(year, self.month, self.day)

    def on_or_after(self, today: date) -> date:
        """The next time it comes, today included."""
        this_year = self.in_year(today.year)
        if this_year >= today or today.year == 9999:
            return this_year
        return self.in_year(today.year + 1)


def parse_yearly(text: str) -> YearlyDay | None:
    """`1988-02-29`, `--02-29` or `02-29`; None when it is no such day."""
    match = _YEARLY.fullmatch(text.strip())
    if not match:
        return None
    year = int(match[1] or 0) or None  # other programs write 0000 where it is not known
    month, day = int(match[2]), int(match[3])
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return YearlyDay(month, day, year)
