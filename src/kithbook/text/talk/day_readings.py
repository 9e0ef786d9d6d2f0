"""What the forms of days mean: each reading gives the day, or None when it cannot be known."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from ...model.dates import add_days, add_months, days_in_month, parse_day
from .days import (
    FEASTS,
    FRIDAY,
    SUNDAY,
    Said,
    day_of_month,
    feast,
    friday,
    in_week,
    month_end,
    nth_weekday,
    weekday,
    yearly,
)


def read_feast(name: str) -> Callable[["Said"], date | None]:
    """The reading of a feast by its name in `FEASTS`."""
    assert name in FEASTS
    return lambda said: feast(said.made, name)


def day_by_feast(names: Mapping[str, str]) -> Callable[["Said"], date | None]:
    """The reading of `the Saturday after Easter`: groups are a weekday (or none), `after` or `before`, and a feast, by its name in `FEASTS`."""

    def read(said: "Said") -> date | None:
        name = next((name for form, name in names.items() if re.fullmatch(form, said.found[3])), None)
        if name is None or (day := feast(said.made, name)) is None:
            return None
        before = said.found[2] == "before"
        if said.found[1] is None:
            return add_days(day, -1 if before else 1)
        number = said.number(1)
        return add_days(day, -((day.weekday() - number - 1) % 7 + 1)) if before else weekday(day, number)

    return read


def iso(said: Said) -> date | None:
    return parse_day(said.found[0])


def read_weekday(said: Said) -> date | None:
    return weekday(said.made, said.number(1))


def weekday_and_number(said: Said) -> date | None:
    """`Sat 28`: the next 28th that is a Saturday; where none is near, the number says something else."""
    number = said.number(2)
    for ahead in range(3):
        first = add_months(said.made.replace(day=1), ahead)
        if 1 <= number <= days_in_month(first.year, first.month):
            day = first.replace(day=number)
            if day > said.made and day.weekday() == said.number(1):
                return day
    return weekday(said.made, said.number(1))


def weekday_of_next_week(said: Said) -> date | None:
    return in_week(said.made, said.number(1), 1)


def weekday_week(said: Said) -> date | None:
    return add_days(weekday(said.made, said.number(1)), 7)


def weekday_fortnight(said: Said) -> date | None:
    return add_days(weekday(said.made, said.counted()), 14)


def weekday_after_next(said: Said) -> date | None:
    """`next Friday but one`, `Friday after next`."""
    return in_week(said.made, said.counted(), 2)


def weekday_in_weeks(said: Said) -> date | None:
    """`two weeks on Friday`."""
    return add_days(weekday(said.made, said.number(2)), 7 * said.number(1))


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


def weekend_after_next(said: Said) -> date | None:
    return in_week(said.made, SUNDAY, 2)


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


def month_after_next(said: Said) -> date | None:
    return month_end(add_months(said.made, 2))


def day_of_next_month(said: Said) -> date | None:
    """`the 5th of next month`, where it has one."""
    first = add_months(said.made.replace(day=1), 1)
    day = add_days(first, said.counted() - 1)
    return day if day.month == first.month else None


def mid_month(said: Said) -> date | None:
    return day_of_month(add_days(said.made, -1), 15)


def mid_next_month(said: Said) -> date | None:
    return add_months(said.made, 1).replace(day=15)


def year_end(said: Said) -> date | None:
    return said.made.replace(month=12, day=31)


def quarter_end(said: Said) -> date | None:
    named = next(filter(None, said.found.groups()), None)
    number = int(named) if named else (said.made.month + 2) // 3
    day = month_end(date(said.made.year, 3 * number, 1))
    return day if day >= said.made else month_end(date(min(said.made.year + 1, 9999), 3 * number, 1))


def next_quarter_end(said: Said) -> date | None:
    after = add_months(said.made, 3)
    return month_end(date(after.year, 3 * ((after.month + 2) // 3), 1))


def end_of_month_named(said: Said) -> date | None:
    number = said.number(1)
    if said.found.re.groups > 1 and said.found[2]:
        return month_end(date(max(1, int(said.found[2])), number, 1))
    year = said.made.year + (number < said.made.month)
    return month_end(date(min(year, 9999), number, 1))


def end_of_month_before(said: Said) -> date | None:
    """`before May`: the last day of April."""
    number = said.number(1)
    year = said.made.year + (number <= said.made.month)
    return add_days(date(min(year, 9999), number, 1), -1)


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
    """`w/c 13 April`, `w/c April 13`."""
    number, month = (1, 2) if said.found[1] else (4, 3)
    day = _named(said, said.number(number), said.number(month), said.found[5])
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
    days = _readings_of_digits(said, 1)
    return days.pop() if len(days) == 1 else None


def weekday_and_digits(said: Said) -> date | None:
    """`Fri 4/12`: the day that is one of that name, where only one is; groups are a weekday, two numbers and a year (or none)."""
    days = [day for day in _readings_of_digits(said, 2) if day.weekday() == said.number(1)]
    return days[0] if len(days) == 1 else None


def _readings_of_digits(said: Said, group: int) -> set[date]:
    first, second = int(said.found[group]), int(said.found[group + 1])
    year = said.found[group + 2]
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
    return days


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
