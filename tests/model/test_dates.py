"""Days: what the calendar of the standard library says, without what it loads."""

from calendar import monthrange
from datetime import date, timedelta

from kithbook.model.dates import YearlyDay, days_in_month
from kithbook.query.coming_days import Yearly, coming_rows, days_within


def test_months_are_as_long_as_they_are() -> None:
    assert all(days_in_month(year, month) == monthrange(year, month)[1] for year in (1, 1900, 1999, 2000, 2023, 2024, 2100, 9999) for month in range(1, 13))


def test_every_day_that_comes_is_among_those_within() -> None:
    yearly = [Yearly("birthday", YearlyDay(day.month, day.day, 1980), "Ana", "people/Ana.md", 1)
              for day in (date(2024, 1, 1) + timedelta(away) for away in range(366))]
    for today in (date(2023, 2, 20), date(2024, 2, 20), date(2026, 12, 28), date(2027, 2, 28), date(9999, 12, 30)):
        for days in (0, 1, 8, 40, 365, 900):
            within = days_within(today, days)
            assert coming_rows([each for each in yearly if each.day[:2] in within], today, days) == coming_rows(yearly, today, days)
            assert days >= 365 or len(within) <= days + 2
