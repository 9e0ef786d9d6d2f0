"""Dates as people write them at the head of a line: each form that docs/format.md names, and what is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.text.written_date import read_written_date

DAY = date(2026, 11, 10)

FORMS = [
    "2026-11-10", "[[2026-11-10]]", "[[daily/2026-11-10]]", "[[daily/2026/2026-11-10|Tuesday]]", "[[2026-11-10#Log]]",
    "[2026-11-10](daily/2026-11-10.md)", "**2026-11-10**", "*2026-11-10*", "__2026-11-10__", "==2026-11-10==", "**[[2026-11-10]]**",
    "(2026-11-10)", "[2026-11-10]", "<2026-11-10 Tue>", "2026/11/10", "2026.11.10", "2026-11-10T14:30", "2026-11-10T14:30:15Z",
    "2026-11-10T14:30:15.25+01:00", "10 Nov 2026", "10 November 2026", "10. November 2026", "10th Nov 2026", "10th of November, 2026",
    "Nov 10, 2026", "November 10 2026", "Nov. 10th, 2026", "10-Nov-2026", "10/Nov/2026", "2026 Nov 10", "2026-Nov-10", "10 nov 2026",
    "10 NOV 2026", "10 Nov '26", "10 Nov ’26", "Tue 10 Nov 2026", "Tuesday, 10 Nov 2026", "Tue. 10 Nov 2026", "2026-11-10 Tue",
    "2026-11-10 (Tue)", "2026-11-10, Tuesday", "* 10 Nov 2026 *", "☎️ 2026-11-10", "📞 2026-11-10", "2026-11-10 at 2pm", "2026-11-10 @ 14:30",
    "2026-11-10 14:30", "2026-11-10, 14:30", "2026-11-10 (14:30)", "2026-11-10 14:30–15:00", "2026-11-10 2:30 pm", "2026-11-10 14h30",
    "**10 Nov 2026, 14:30**", "2026‑11‑10",
]


@pytest.mark.parametrize("written", FORMS)
@pytest.mark.parametrize("rest", ["", " call", ": call", " — call", " - call", " :: call", ", call", ". Call"])
def test_a_date_is_read_and_the_rest_begins_behind_it(written: str, rest: str) -> None:
    found = read_written_date(written + rest)
    assert found is not None
    assert (found.day, (written + rest)[found.end :]) == (DAY, rest)


@pytest.mark.parametrize(
    ("written", "minute"),
    [("14:30", 870), ("9:05", 545), ("2pm", 840), ("2:30 pm", 870), ("12am", 0), ("12 pm", 720), ("at 14:30", 870), ("@ 14:30", 870), ("14:30:59", 870), ("14:30–15:00", 870), ("00:00", 0)],
)
def test_a_time_behind_the_date(written: str, minute: int) -> None:
    found = read_written_date(f"2026-11-10 {written} call")
    assert found is not None
    assert (found.day, found.minute) == (DAY, minute)


@pytest.mark.parametrize("written", ["25:00", "14:75", "2", "13", "1430", "2 hours"])
def test_what_is_no_time_of_day_is_left_to_the_text(written: str) -> None:
    found = read_written_date(f"2026-11-10 {written} call")
    assert found is not None
    assert (found.day, found.minute, f"2026-11-10 {written} call"[found.end :]) == (DAY, None, f" {written} call")


@pytest.mark.parametrize(
    ("written", "day"),
    [("17.02.2026", date(2026, 2, 17)), ("17/02/2026", date(2026, 2, 17)), ("02/17/2026", date(2026, 2, 17)), ("17-02-2026", date(2026, 2, 17)),
     ("17.02.26", date(2026, 2, 17)), ("02/17/26", date(2026, 2, 17)), ("05/05/2026", date(2026, 5, 5)), ("5/5/26", date(2026, 5, 5))],
)
def test_digits_that_can_only_be_one_day_are_read(written: str, day: date) -> None:
    found = read_written_date(f"{written} call")
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("03/04/2026", "03/04/2026 can be two different days"),
        ("3.4.2026", "3.4.2026 can be two different days"),
        ("03-04-2026", "03-04-2026 can be two different days"),
        ("11.12.26", "11.12.26 can be two different days"),
        ("3/4/26", "3/4/26 can be two different days"),
        ("26-11-10", "26-11-10 can be two different days"),
        ("10-11-12", "10-11-12 can be several different days"),
        ("10 Nov", "10 Nov has no year"),
        ("Nov 10", "Nov 10 has no year"),
        ("Tue 10 Nov", "10 Nov has no year"),
        ("7/8", "7/8 has no year"),
        ("5.11.", "5.11. has no year"),
        ("2026-06-08/09", "2026-06-08/09 is more than one day"),
        ("2026-06-08..10", "2026-06-08..10 is more than one day"),
        ("2026-06-08 – 2026-06-10", "2026-06-08 – 2026-06-10 is more than one day"),
        ("2026-06-08 to 2026-06-10", "2026-06-08 to 2026-06-10 is more than one day"),
        ("8–9 June 2026", "8–9 June 2026 is more than one day"),
        ("June 8-9, 2026", "June 8-9, 2026 is more than one day"),
    ],
)
def test_a_date_that_can_mean_several_days_is_not_guessed(written: str, message: str) -> None:
    found = read_written_date(f"{written} call")
    assert found is not None
    assert (found.day, found.rule, found.message) == (None, "ambiguous-date", message)


@pytest.mark.parametrize(("order", "day"), [("dmy", date(2026, 4, 3)), ("mdy", date(2026, 3, 4))])
@pytest.mark.parametrize("written", ["03/04/2026", "3.4.2026", "3-4-26", "03/04/26"])
def test_date_order_settles_digits(order: str, day: date, written: str) -> None:
    found = read_written_date(f"{written} call", order)  # type: ignore[arg-type]
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize("order", ["dmy", "mdy"])
def test_date_order_settles_neither_a_missing_year_nor_what_is_clear(order: str) -> None:
    found = [read_written_date(written, order) for written in ("7/8 call", "10 Nov call", "17.02.2026", "2026-02-17")]  # type: ignore[arg-type]
    assert [one and one.day for one in found] == [None, None, date(2026, 2, 17), date(2026, 2, 17)]


@pytest.mark.parametrize("written", ["2026-02-30", "2026-13-01", "31 Feb 2026", "Feb 30, 2026", "31/04/2026", "2026-00-10", "[[2026-02-30]]"])
def test_a_day_that_does_not_exist_is_told(written: str) -> None:
    found = read_written_date(f"{written} call")
    assert found is not None
    assert (found.day, found.rule) == (None, "impossible-date")


@pytest.mark.parametrize(
    "text",
    [
        "7/8 of them", "24/7 on the phone", "50/50", "0171-123-4567", "+49 30 123456", "555-12-3456", "07700 900123",
        "12-34-56", "20261110", "192.168.1.10", "10.5 km", "1.2", "v1.2.34", "1.2.3.4", "2026", "2026 was good", "Nov 2026", "November 2026",
        "May I call", "Sat in the sun", "Mon cousin", "March on", "99/99/2026", "1234-56-78", "2026-11-100", "2026-11-10x", "call 2026-11-10",
        "", " ", "[[Ada]] 2026", "~~2026-11-10~~ call", "`2026-11-10` call", "#2026-11-10",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read_written_date(text) is None


@pytest.mark.parametrize("text", ["3.11.10 released", "1.2.34 is out"])
def test_three_short_numbers_with_dots_may_be_a_version(text: str) -> None:
    found = read_written_date(text)
    assert found is not None
    assert (found.day, found.has_year) == (None, False)


def test_the_place_of_the_date_is_known_behind_what_is_around_it() -> None:
    found = read_written_date("☎️ **[[daily/2026-11-10]]** call")
    assert found is not None
    assert (found.start, found.end) == (13, 27)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%d %b %Y", "%B %d, %Y", "%d-%b-%Y", "**%Y-%m-%d**", "%a %d %b %Y"]))
def test_every_day_is_read_in_every_clear_form(day: date, form: str) -> None:
    found = read_written_date(day.strftime(form) + " call")
    assert found is not None
    assert found.day == day


@given(st.dates(date(2000, 1, 1), date(2068, 12, 31)), st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%d.%m.%y", "%y-%m-%d", "%m-%d-%y"]))
def test_digits_are_never_read_as_another_day(day: date, form: str) -> None:
    found = read_written_date(day.strftime(form) + " call")
    assert found is None or found.day in (None, day)


@given(st.text("0123456789/-.: '[]*()<>|#JanMoTuepmatT,"))
def test_reading_never_fails_and_stays_within_the_text(text: str) -> None:
    for order in (None, "dmy", "mdy"):
        found = read_written_date(text, order)
        assert found is None or 0 <= found.start < found.end <= len(text)
