"""The excerpt beside a slip: the place is in sight, nothing is wider than it may be, and nothing acts on a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.report.checking import point_at
from kithbook.report.layout import width_of


@pytest.mark.parametrize(("line", "column", "width", "excerpt"), [
    ("- [] Bring her the drawings", 1, 40, ["- [] Bring her the drawings", "^"]),
    ("    - [] Bring it", 5, 40, ["- [] Bring it", "^"]),
    ("- [ ] Send 📅 2026-11-25 it", 12, 40, ["- [ ] Send 📅 2026-11-25 it", "           ^"]),
    ("a" * 50, 1, 10, ["aaaaaaaaa…", "^"]),
    ("a" * 50, 30, 10, ["…aaaaaaaa…", "      ^"]),
    ("a" * 50, 50, 10, ["…aaaaaaaa", "        ^"]),
    ("one\x1b[31mtwo", 4, 40, ["one\\x1b[31mtwo", "   ^"]),
    ("---", 1, 40, []),
    ("", 1, 40, []),
])
def test_an_excerpt(line: str, column: int, width: int, excerpt: list[str]) -> None:
    assert point_at(line, column, width) == excerpt


@given(st.text(max_size=60), st.integers(1, 70), st.integers(10, 40))
def test_any_excerpt(line: str, column: int, width: int) -> None:
    found = point_at(line, column, width)
    if found:
        shown, caret = found
        assert width_of(shown) <= width + 9  # one sign that is written out may stick out
        assert len(caret) <= width_of(shown) + 1
        assert shown.isprintable() or all(sign >= " " for sign in shown)
