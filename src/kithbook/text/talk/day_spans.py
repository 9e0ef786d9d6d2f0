"""What spans of time mean (`in three weeks`, `within 48 hours`): each reading gives the day."""

from datetime import date

from ...model.dates import Gap, add_days
from .days import FRIDAY, Said


def span_before(said: Said) -> date | None:
    """`the night before`, `a week before`."""
    return add_days(said.made, -said.number(1))


def span_of_days(said: Said) -> date | None:
    return add_days(said.made, said.counted())


def span_of_working_days(said: Said) -> date | None:
    """So many days on, Saturdays and Sundays left out."""
    weeks, days = divmod(said.counted(), 5)
    day = add_days(said.made, 7 * weeks)
    for _ in range(days):
        day = add_days(day, 1 if day.weekday() < FRIDAY else 7 - day.weekday())
    return day


def span_of_weeks(said: Said) -> date | None:
    return add_days(said.made, 7 * said.counted())


def span_of_months(said: Said) -> date | None:
    return Gap(months=said.counted()).after(said.made)


def span_of_years(said: Said) -> date | None:
    return Gap(months=12 * said.counted()).after(said.made)


def span_of_hours(said: Said) -> date | None:
    return add_days(said.made, said.number(1) // 24)
