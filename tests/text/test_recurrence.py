"""A recurring promise comes again on the day that RFC 5545 has for its rule, as dateutil counts it."""

from datetime import date, datetime

import pytest
from dateutil.rrule import FR, MO, MONTHLY, TH, WEEKLY, YEARLY, rrule
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_evenly
from kithbook.text.recurrence import next_date

RULES = {
    "every 2 weeks on Monday and Friday": {"freq": WEEKLY, "interval": 2, "byweekday": (MO, FR)},
    "every other week on Friday": {"freq": WEEKLY, "interval": 2, "byweekday": FR},
    "every Monday, Friday": {"freq": WEEKLY, "byweekday": (MO, FR)},
    "every month on the 3rd": {"freq": MONTHLY, "bymonthday": 3},
    "every 3 months on the 3rd": {"freq": MONTHLY, "interval": 3, "bymonthday": 3},
    "every month on the 31st": {"freq": MONTHLY, "bymonthday": 31},
    "every month on the last": {"freq": MONTHLY, "bymonthday": -1},
    "every month on the last Friday": {"freq": MONTHLY, "byweekday": FR(-1)},
    "every month on the 2nd last Friday": {"freq": MONTHLY, "byweekday": FR(-2)},
    "every month on the first Monday": {"freq": MONTHLY, "byweekday": MO(1)},
    "every 3 months on the 3rd Thursday": {"freq": MONTHLY, "interval": 3, "byweekday": TH(3)},
    "every month on the 5th Thursday": {"freq": MONTHLY, "byweekday": TH(5)},
    "every January on the 15th": {"freq": YEARLY, "bymonth": 1, "bymonthday": 15},
    "every April and December on the 1st and 24th": {"freq": YEARLY, "bymonth": (4, 12), "bymonthday": (1, 24)},
    "every February on the 29th": {"freq": YEARLY, "bymonth": 2, "bymonthday": 29},
}


@given(st.sampled_from(sorted(RULES)), st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_the_next_day_is_that_of_rfc_5545(rule: str, last: date) -> None:
    start = datetime(last.year, last.month, last.day)
    expected = rrule(dtstart=start, **RULES[rule]).after(start)
    assert expected is not None
    assert next_date(rule, last, last) == expected.date()


@pytest.mark.parametrize("rule", ["every blue moon", "every 0 days", "every month on the", "every month on the 32nd", "every month on the 6th Friday",
                                  "every month on the 3rd moon", "every moon and may", "every", "every year on the 3rd", "on the 3rd"])
def test_what_is_no_rule_is_not_guessed(rule: str) -> None:
    assert next_date(rule, date(2026, 11, 20), date(2026, 11, 20)) is None


@pytest.mark.parametrize("piece", ["f", "may and ", "may, ", "on ", "1st and ", "last ", "every ", "2 "])
def test_a_long_rule_takes_no_longer_than_its_length(piece: str) -> None:
    day = date(2026, 11, 20)
    assert next_date("every fortnightandthenwhateveritisthatwedo 2", day, day) is None
    assert grows_evenly(lambda size: [next_date(f"{begins}{piece * size}2", day, day) for begins in ("every ", "every month on ", "every may on ")], 5_000)


@pytest.mark.parametrize("rule", ["every Monday", "every day", "every month on the last", "every year", "every 999 months on the 31st"])
def test_the_end_of_the_calendar_is_no_failure(rule: str) -> None:
    assert next_date(rule, date.max, date.max) in (None, date.max)
