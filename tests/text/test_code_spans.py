"""Inline code (CommonMark 6.1)."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.text.code_spans import blank_code, find_code_spans, leaves_code_open


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a `b` c", ["`b`"]),
        ("`a` and `b`", ["`a`", "`b`"]),
        ("``a ` b``", ["``a ` b``"]),
        ("`a`` b`", ["`a`` b`"]),
        ("no ` code", []),
        ("`` no ` code", []),
        (r"\`no` code", []),
        (r"\\`code`", ["`code`"]),
        (r"`code\` no`", [r"`code\`"]),
        (r"\``code`", ["`code`"]),
        ("`over\na line`", []),
        ("`a\n`b` c", ["`b`"]),
    ],
)
def test_code_stands_between_runs_of_as_many_backticks(text: str, code: list[str]) -> None:
    assert [text[start:end] for start, end in find_code_spans(text)] == code


def test_code_is_blanked_in_place() -> None:
    assert blank_code("see `#x` and #y") == "see      and #y"


@pytest.mark.parametrize(("text", "open_"), [("a `b` c", False), ("a `b", True), ("no ticks", False), ("`a` `", True)])
def test_a_line_may_leave_code_open(text: str, open_: bool) -> None:
    assert leaves_code_open(text) is open_


@given(st.text("`\\ab\n "))
def test_blanking_changes_no_place_and_only_code(text: str) -> None:
    blanked = blank_code(text)
    assert len(blanked) == len(text)
    spans = find_code_spans(text)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    inside = {place for start, end in spans for place in range(start, end)}
    assert all(blanked[n] == (" " if n in inside else sign) for n, sign in enumerate(text))
