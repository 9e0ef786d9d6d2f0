"""Days as people name them in running text, resolved against the day on which it was said.

Each language has a table of forms (`Language.days`): what a form looks like, and which of the
readings below it has. What can mean two days is never guessed: the words are kept, without a day.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from ...model.dates import Gap, add_days, add_months, parse_day
from ...model.settings import DateOrder

MONDAY, FRIDAY, SUNDAY = 0, 4, 6


class NamedDay(NamedTuple):
    """A day that a text names: where it stands, and which day it is. None: it cannot be known.

    `loose` is a time of the day (`tonight`, `EOD`), which says less than any day beside it.
    `follows` is how many days behind the day named before it this one is (`the week after`).
    """

    start: int
    end: int
    day: date | None
    loose: bool = False
    follows: int | None = None


class Said(NamedTuple):
    """What a reading may look at: the words of a form, the day of saying, and what numbers and names mean."""

    found: re.Match[str]
    made: date
    numbers: Mapping[str, int]
    order: DateOrder | None
    month: int | None  # that was named before in the same text

    def number(self, group: int) -> int:
        """A number, in digits or in words."""
        text = self.found[group] or ""
        return int(text) if text.isdecimal() else self.numbers[text.split()[0] if text.split() else text]


def weekday(made: date, number: int) -> date:
    """The next day of that name, after the day itself."""
    return add_days(made, (number - made.weekday() - 1) % 7 + 1)


def in_week(made: date, number: int, weeks: int = 0) -> date:
    """That weekday of the ISO week so many weeks on."""
    return add_days(made, number - made.weekday() + 7 * weeks)


def friday(made: date) -> date:
    """The Friday of this week, of the next one when it is over."""
    day = in_week(made, FRIDAY)
    return day if day >= made else add_days(day, 7)


def month_end(day: date) -> date:
    """The last day of the month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def day_of_month(made: date, number: int) -> date | None:
    """The next day of that number, after the day itself."""
    for ahead in range(3):
        first = add_months(made.replace(day=1), ahead)
        if number <= monthrange(first.year, first.month)[1] and (day := first.replace(day=max(1, number))) > made:
            return day
    return None


def yearly(made: date, month: int, number: int) -> date | None:
    """The next day of that name, today among them."""
    for year in range(made.year, min(made.year + 9, 9999)):
        if number <= monthrange(year, month)[1] and (day := date(year, month, number)) >= made:
            return day
    return None


def easter(year: int) -> date:
    """Easter Sunday (the anonymous Gregorian algorithm)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, turn = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * turn + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _next_feast(made: date, of_year: Callable[[int], date]) -> date:
    day = of_year(made.year)
    return day if day >= made else of_year(min(made.year + 1, 9999))


def _after_easter(days: int) -> Callable[[int], date]:
    return lambda year: add_days(easter(year), days)


def nth_weekday(year: int, month: int, number: int, nth: int) -> date:
    """The nth (-1: the last) such weekday of a month."""
    if nth < 0:
        last = month_end(date(year, month, 1))
        return add_days(last, -((last.weekday() - number) % 7))
    first = date(year, month, 1)
    return add_days(first, (number - first.weekday()) % 7 + 7 * (nth - 1))


# Feasts by the names that the tables of the languages give them: a day of the year, or how it is found.
FEASTS: Mapping[str, tuple[int, int] | Callable[[int], date]] = {
    "new year": (1, 1), "epiphany": (1, 6), "burns night": (1, 25), "valentine": (2, 14), "patrick": (3, 17), "anzac": (4, 25),
    "may day": (5, 1), "canada": (7, 1), "independence": (7, 4), "bastille": (7, 14), "unity": (10, 3), "halloween": (10, 31),
    "bonfire": (11, 5), "armistice": (11, 11), "martinmas": (11, 11), "andrew": (11, 30), "nicholas": (12, 6),
    "michaelmas": (9, 29), "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
    "shrove tuesday": _after_easter(-47), "good friday": _after_easter(-2), "easter": _after_easter(0), "easter monday": _after_easter(1),
    "ascension": _after_easter(39), "whitsun": _after_easter(49), "whit monday": _after_easter(50),
    "thanksgiving": lambda year: nth_weekday(year, 11, 3, 4), "labor day": lambda year: nth_weekday(year, 9, 0, 1),
    "memorial day": lambda year: nth_weekday(year, 5, 0, -1), "mlk": lambda year: nth_weekday(year, 1, 0, 3),
    "cup day": lambda year: nth_weekday(year, 11, 1, 1),
}


def feast(made: date, name: str) -> date | None:
    """The next feast of that name."""
    known = FEASTS[name]
    return yearly(made, *known) if isinstance(known, tuple) else _next_feast(made, known)


def read_feast(name: str) -> Callable[["Said"], date | None]:
    """The reading of a feast by its name in `FEASTS`."""
    assert name in FEASTS
    return lambda said: feast(said.made, name)


# Readings: what a form means. Each gives the day, or None when it cannot be known.


def iso(said: Said) -> date | None:
    return parse_day(said.found[0])


def read_weekday(said: Said) -> date | None:
    return weekday(said.made, said.number(1))


def weekday_of_next_week(said: Said) -> date | None:
    return in_week(said.made, said.number(1), 1)


def weekday_week(said: Said) -> date | None:
    return add_days(weekday(said.made, said.number(1)), 7)


def weekday_fortnight(said: Said) -> date | None:
    return add_days(weekday(said.made, said.number(1)), 14)


def fixed(days: int) -> Callable[[Said], date | None]:
    """So many days on."""
    return lambda said: add_days(said.made, days)


def this_week(said: Said) -> date | None:
    return friday(said.made)


def next_week(said: Said) -> date | None:
    return in_week(said.made, FRIDAY, 1)


def week_after_next(said: Said) -> date | None:
    return in_week(said.made, FRIDAY, 2)


def weekend(said: Said) -> date | None:
    return in_week(said.made, SUNDAY)


def next_weekend(said: Said) -> date | None:
    return in_week(said.made, SUNDAY, 1)


def week_number(said: Said) -> date | None:
    for year in (said.made.year, min(said.made.year + 1, 9999)):
        try:
            day = date.fromisocalendar(year, said.number(1), 5)
        except ValueError:
            continue
        if day >= said.made:
            return day
    return None


def this_month_end(said: Said) -> date | None:
    return month_end(said.made)


def next_month_end(said: Said) -> date | None:
    return month_end(add_months(said.made, 1))


def mid_month(said: Said) -> date | None:
    return day_of_month(add_days(said.made, -1), 15)


def mid_next_month(said: Said) -> date | None:
    return add_months(said.made, 1).replace(day=15)


def year_end(said: Said) -> date | None:
    return said.made.replace(month=12, day=31)


def quarter_end(said: Said) -> date | None:
    number = int(said.found[1]) if said.found.re.groups and said.found[1] else (said.made.month + 2) // 3
    day = month_end(date(said.made.year, 3 * number, 1))
    return day if day >= said.made else month_end(date(min(said.made.year + 1, 9999), 3 * number, 1))


def end_of_month_named(said: Said) -> date | None:
    number = said.number(1)
    year = said.made.year + (number < said.made.month)
    return month_end(date(min(year, 9999), number, 1))


def mid_of_month_named(said: Said) -> date | None:
    return yearly(said.made, said.number(1), 15)


def day_and_month(said: Said) -> date | None:
    return _named(said, said.number(1), said.number(2), said.found[3])


def month_and_day(said: Said) -> date | None:
    return _named(said, said.number(2), said.number(1), said.found[3])


def _named(said: Said, number: int, month: int, year: str | None) -> date | None:
    if year is None:
        return yearly(said.made, month, number) if 1 <= number <= 31 else None
    try:
        return date(int(year), month, number)
    except ValueError:
        return None


def week_of_day_and_month(said: Said) -> date | None:
    day = day_and_month(said)
    return None if day is None else in_week(day, FRIDAY)


def week_of_day(said: Said) -> date | None:
    day = ordinal(said)
    return None if day is None else in_week(day, FRIDAY)


def ordinal(said: Said) -> date | None:
    number = said.number(1)
    if not 1 <= number <= 31:
        return None
    if said.month is not None:
        return yearly(said.made, said.month, number)
    return day_of_month(said.made, number)


def digits(said: Said) -> date | None:
    """`12/25`, `25.12.2026`: clear when it can be one day only, or by `date_order`."""
    first, second = int(said.found[1]), int(said.found[2])
    year = said.found[3]
    readings = {"dmy": (second, first), "mdy": (first, second)}
    if said.order is not None:
        readings = {said.order: readings[said.order]}
    elif "." in said.found[0]:
        readings.pop("mdy")
    days: set[date] = set()
    for month, number in readings.values():
        if 1 <= month <= 12 and 1 <= number <= 31:
            full = None if year is None else year if len(year) == 4 else f"20{year}"
            day = _named(said, number, month, full)
            days.update([day] if day else [])
    return days.pop() if len(days) == 1 else None


def span_of_days(said: Said) -> date | None:
    return add_days(said.made, said.number(1))


def span_of_weeks(said: Said) -> date | None:
    return add_days(said.made, 7 * said.number(1))


def span_of_months(said: Said) -> date | None:
    return Gap(months=said.number(1)).after(said.made)


def span_of_hours(said: Said) -> date | None:
    return add_days(said.made, said.number(1) // 24)


def nth_weekday_of_month(said: Said) -> date | None:
    """`last Friday of the month`, `first Monday in May`."""
    nth, number, month = said.number(1), said.number(2), said.found[3]
    at = said.made.replace(day=1) if month is None else date(said.made.year, said.numbers[month], 1)
    for ahead in (0, 1) if month is None else (0, 12):
        first = add_months(at, ahead)
        day = nth_weekday(first.year, first.month, number, nth)
        if day > said.made and day.month == first.month:
            return day
    return None


def vague(_said: Said) -> date | None:
    """Words for a time that is no day: kept, and not resolved."""
    return None
