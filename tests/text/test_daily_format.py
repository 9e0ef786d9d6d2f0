"""The daily-note format of Obsidian (moment.js) as a reader of file names."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.text.daily_format import daily_pattern

DAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("form", "path"),
    [
        ("YYYY-MM-DD", "2026-11-02"), ("YYYYMMDD", "20261102"), ("DD.MM.YYYY", "02.11.2026"), ("D-M-YY", "2-11-26"), ("YYYY-MM-DD dddd", "2026-11-02 Monday"), ("dddd, MMMM Do YYYY", "Monday, November 2nd 2026"),
        ("MMM D, YYYY", "Nov 2, 2026"), ("YYYY/MM/YYYY-MM-DD", "2026/11/2026-11-02"), ("YYYY/[W]ww/YYYY-MM-DD", "2026/W45/2026-11-02"), ("[Daily] YYYY-MM-DD", "Daily 2026-11-02"), ("YYYY-[Q]Q-MM-DD", "2026-Q4-11-02"),
        ("YYYY-MM-DD", "any/folder/2026-11-02"), ("MMMM D YYYY", "NOVEMBER 2 2026"),
        ("DD-MM-YYYY", "meetings/02-11-2026 Standup"), ("YYYY/MM/DD.MM.YYYY", "2026/11/02.11.2026_Standup"), ("D MMM YY", "2 Nov 26, at Ada's"),
    ],
)
def test_a_path_in_the_format_names_its_day(form: str, path: str) -> None:
    read = daily_pattern(form)
    assert read is not None
    assert read(path) == DAY


@pytest.mark.parametrize(("form", "path"), [("YYYY-MM-DD", "2026-11-02/Ada"), ("YYYY-MM-DD", "2026-11-021"), ("D-M-YY", "2-11-2026"), ("YYYYMMDD", "20261102103000 Note"), ("YYYY-MM-DD", "Ada"), ("YYYY-MM-DD", "2026-13-02"), ("DD.MM.YYYY", "2026-11-02"), ("YYYY.MM.DD", "2026-11-02"), ("D-M-YY", "30-2-26")])
def test_other_paths_name_none(form: str, path: str) -> None:
    read = daily_pattern(form)
    assert read is not None
    assert read(path) is None


@pytest.mark.parametrize("form", ["", "YYYY", "YYYY-MM", "MM-DD", "gggg-[W]ww", "[YYYY-MM-DD]", "YYYY-MM-DD" + "-Q" * 50, "YYYY-MM-DD" + " dddd" * 50])
def test_a_format_that_names_no_day_or_may_be_anything_is_not_read(form: str) -> None:
    assert daily_pattern(form) is None


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    for form, written in (("YYYY-MM-DD", "%Y-%m-%d"), ("dddd D MMMM YY", f"%A {day.day} %B %y")):
        read = daily_pattern(form)
        assert read is not None
        assert read(f"daily/{day.strftime(written)}") == day


@given(st.text("YMDdwQgo[]-/. ()*+\\x", max_size=30), st.dates(), st.text("0123456789-/. November()", max_size=40))
def test_whatever_the_format_no_day_is_made_up(form: str, day: date, path: str) -> None:
    """A day that is read stands in the path, in figures or words."""
    for written in (path, f"{path}/{day:%Y-%m-%d}", f"{day:%Y.%m.%d} {path}", f"{day:%d%m%y}{path}"):
        read = daily_pattern(form)
        found = read(written) if read is not None else None
        if found is not None:
            assert str(found.day) in written
            assert f"{found:%y}" in written
            assert str(found.month) in written or f"{found:%b}".lower() in written.lower()


@given(st.permutations(["YYYY", "MM", "DD"]), st.sampled_from(["-", "/", ".", " ", "[of]", ""]), st.integers(1, 9999), st.integers(0, 14), st.integers(0, 33))
def test_a_day_is_read_where_there_is_one(tokens: list[str], between: str, year: int, month: int, day: int) -> None:
    parts = {"YYYY": f"{year:04}", "MM": f"{month:02}", "DD": f"{day:02}"}
    read = daily_pattern(between.join(tokens))
    assert read is not None
    try:
        expected = date(year, month, day)
    except ValueError:
        expected = None
    assert read("daily/" + between.strip("[]").join(parts[token] for token in tokens)) == expected
