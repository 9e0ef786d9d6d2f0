"""The mark itself: what is read as `confidential`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.text.marks import find_hidden, is_mark, may_hold_marks
from kithbook.text.structure import scan_body


@pytest.mark.parametrize(
    "word",
    ["confidential", "Confidential", "CONFIDENTIAL", "confidental", "confidencial", "confidentail", "cofidential", "confidentiall", "konfidential", "confidentiel", "confdential", "confidental",
     "conifdential", "confidentially", "confidential-ish", "confidential_2", "conﬁdential", "ｃｏｎｆｉｄｅｎｔｉａｌ", "con\u00adfidential", "\u200bconfidential", "соnfidеntiаl", "cónfídéntíál"],
)
def test_the_mark_and_what_is_so_near_to_it_that_it_must_be_meant(word: str) -> None:
    assert is_mark(word)


@pytest.mark.parametrize(
    "word", ["", "confident", "confidence", "confidant", "confidently", "conference", "credential", "residential", "confide", "prudential", "confiscated", "note", "potential", "deferential"]
)
def test_other_words_are_none(word: str) -> None:
    assert not is_mark(word)


NASTY = st.lists(st.sampled_from(
    ["#", "＃", "[!", "［！", "[\u200b!", "confidential", "confidental", "Confidential", "conﬁdential", "con\u00adfidential", "health/", "/health", "-x", " ", "\n", "> ", "- ", "`", "``", "%%", "<!--", "-->",
     "a", "é", "\u200b", "```\n", "# ", "    ", "| ", "\\", "👍", "#note"]), max_size=14).map("".join)


@given(NASTY)
def test_the_quick_look_misses_nothing(text: str) -> None:
    body = scan_body(text)
    hidden, slips = find_hidden(body)
    if hidden or slips:
        assert may_hold_marks(text) or may_hold_marks("\n".join(body.lines))


@given(NASTY, st.integers(1, 9))
def test_only_lines_of_the_body_are_hidden_and_marks_have_a_place(text: str, first: int) -> None:
    hidden, slips = find_hidden(scan_body(text, first))
    lines = text.split("\n")
    assert hidden <= set(range(first, first + len(lines)))
    for line, column, written in slips:
        assert line in hidden
        assert 1 <= column <= len(lines[line - first])
        assert len(written) <= 14


@given(st.lists(st.sampled_from(["- a", "  - b", "c", "> d", "", "# e", "1. f", "    g", "| h |"]), max_size=8), st.integers(0, 8))
def test_a_mark_hides_its_own_line_wherever_it_stands(lines: list[str], place: int) -> None:
    lines.insert(place, "- x #confidential")
    hidden, _ = find_hidden(scan_body("\n".join(lines)))
    assert min(place, len(lines) - 1) + 1 in hidden


@pytest.mark.parametrize(("heading", "hides"), [
    ("## Confidentiality", False), ("# Confidentialité", False), ("> ## Confidentially", False), ("## Confidental", False),
    ("## Confidential", True), ("# confidential remarks", True), ("## Confidentiality #confidential", True), ("## Plans #confidentail", True)])
def test_a_heading_is_marked_by_the_very_word_or_by_a_tag(heading: str, hides: bool) -> None:
    hidden, _ = find_hidden(scan_body(f"{heading}\n\n- said\n", 1))
    assert (1 in hidden) == hides
