"""Who is drifting away: the usual gap, and when a silence is longer than twice that."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.model.contact import Contact, Profile
from kithbook.model.entry import Entry
from kithbook.query.drift import drift_of
from kithbook.query.review import portion

TODAY = date(2026, 11, 22)


def somebody(*days_ago: int, kind: str = "call") -> Contact:
    entries = tuple(
        Entry("people/Ana.md", place, TODAY - timedelta(days), None, kind, "both", "", (), (), ())
        for place, days in enumerate(sorted(days_ago, reverse=True), 1))
    return Contact("people/Ana.md", False, Profile("Ana"), entries, ())


@pytest.mark.parametrize(
    ("days_ago", "usual"),
    [
        ((45, 65, 85, 105), 20),
        ((41, 61, 81, 101), 20),
        ((40, 60, 80, 100), None),  # not more than twice the usual gap
        ((31, 35, 39, 43), 4),
        ((30, 34, 38, 42), None),  # nobody drifts away within a month
        ((41, 61, 63, 64, 81, 101), 20),  # a letter, its answer and thanks are one time
        ((60, 61, 63, 100, 101, 102, 140), None),  # of which there were three
        ((40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52), 4),  # every day
        ((400, 420, 440), None),  # three contacts make no rhythm
        ((400, 400, 420, 420, 440, 440), None),  # nor do three days
        ((200, 210, 300, 305, 400), 50),  # the middle of 10, 90, 5 and 95
    ],
)
def test_the_rule(days_ago: tuple[int, ...], usual: int | None) -> None:
    row = drift_of(somebody(*days_ago), TODAY)
    assert (row.usual if row else None) == usual
    if row:
        assert (row.days, row.last_contact) == (min(days_ago), TODAY - timedelta(min(days_ago)))


def test_only_contacts_that_have_been_count() -> None:
    assert drift_of(somebody(45, 65, 85, 105, kind="note"), TODAY) is None
    assert drift_of(somebody(-3, 65, 85, 105, 125), TODAY) is not None


@given(st.lists(st.integers(0, 2000), min_size=1, max_size=40))
def test_a_word_today_ends_it(days_ago: list[int]) -> None:
    assert drift_of(somebody(*days_ago, 0), TODAY) is None


@given(st.lists(st.integers(0, 30), unique=True), st.integers(1, 6))
def test_everybody_has_their_turn(keys: list[int], most: int) -> None:
    shown: dict[int, str] = {}
    weeks = -(-len(keys) // most)
    for week in range(weeks):
        turn = portion(keys, shown, (), f"2026-W{week + 10}", most)
        assert len(turn) <= most
        shown |= dict.fromkeys(turn, f"2026-W{week + 10}")
        assert sorted(portion(keys, shown, (), f"2026-W{week + 10}", most)) == sorted(turn)  # the same for all of a week
    assert set(shown) == set(keys)


def test_no_more_is_asked_for_than_it_takes() -> None:
    assert portion(iter(range(10)), {0: "2026-W01", 1: "2026-W10", 2: "2026-W10"}, {2}, "2026-W10", 4) == [1, 3, 4]
    keys = iter(range(10))
    assert portion(keys, {}, (), "2026-W10", 2) == [0, 1]
    assert next(keys) == 2
