"""What is taken for a plain line never holds a date that the full reader would read, nor a mark that it would find."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kithbook.text.marks import may_hold_marks
from kithbook.text.quick_lines import Plain, split_plain
from kithbook.text.written_date import read_written_date

OFTEN = settings(max_examples=1000, derandomize=True, deadline=None)


def split(body: str, line: int = 9) -> Plain | None:
    return split_plain("people/Ada.md", ("\n" + body).encode(), line)


DATE_PARTS = st.sampled_from([
    "jan", "Feb", "march", "May", "sept", "Dec.", "auguſt", "mon", "Monday", "tueſday", "thurs", "fri", "frı", "FRİ", "ſun", "Sat,", "1", "12", "31", "26", "2026", "2026-11-10",
    "10/11/2026", "10.11.", "20261110", "?", "…", "call", "10:30", "Uhr", "32/01/2026", "-", "/", ".", ":", "[", "[[", "[[[", "]]", "(", "<", "*", "**", "_", "=", "–", "“", "☎️", " ", "  ", "\t", "\u00a0", "\u2003", "’26", "st", "of", "to",
    "the", "a", "daily/", "#", "|", "é", "日", "ſ", "ı", "K", "\u200b", "\ufeff", "\u2011", "½", "٣", "\x1c", "\x0b", ",", "~", "`", '"', "'", "@", "!",
])
TEXTS = st.lists(DATE_PARTS, min_size=1, max_size=7).map("".join).filter(str.strip)


@OFTEN
@given(TEXTS)
def test_a_line_that_may_be_dated_is_not_plain(text: str) -> None:
    if any(read_written_date(text, order) for order in (None, "dmy", "mdy")):  # type: ignore[arg-type]
        item = split(f"- {text}")
        assert item is None or item.loose or item.lines
        assert split(text) is None
        assert split(f"# {text}") is None


MARK_PARTS = st.sampled_from([
    "#", "#", "[!", "[", "!", "＃", "﹟", "［", "！", "/", "-", " ", "\n", "\u00a0", "\u200b", "\u0301", "x", "Łukasz", "Łukaszów", "é", ".", "`", "health/", "\x1c", "\ufe0f", "日本語日本語日本",
    "confidential", "confidential", "Confidential", "confidental", "cönfidential", "conf\u00adidential", "c\u200bonfidential", "сonfidential", "konfidentiell",
])


@OFTEN
@given(st.lists(MARK_PARTS, max_size=8).map("".join))
def test_a_body_that_may_hold_marks_is_not_plain(body: str) -> None:
    assert not may_hold_marks(body) or split(body) is None


def test_what_is_found_stands_where_it_is_said_to_stand() -> None:
    found = split("# Log\n\n- 2026-11-02 call: x\n- 2026-11-01 coffee w/ Ada\n- 2026-10-01 call: y\n- [ ] Send it\n- [x] Done\n\n- 2026-09-01 email in: z\n")
    assert found is not None
    assert found.lines == [12, 14, 18]
    assert found.loose == [(13, b"2026-11-01 coffee w/ Ada")]
    assert [(task.line, task.text) for task in found.tasks] == [(15, "Send it")]
    assert found.parts[1:4] == [b"2026-11-02", b"call: ", b"x"]


@pytest.mark.parametrize("body", [
    "", "\n\n", "Text", "Text\nover\nlines", "# H\nText", "- a\n- b\n# H", "- a\n\nText", "Text\n- a", "#tag", "“Quoted”", "*so*", "[[Ada]] x", "[Ada](x) y", "(x)", "@x",
    "- [[Ada]] x", "- **a** b", "Mayor", "- market 3", "- May be", "Marco Maria", "- [ ] 2026-11-10 x", "x: 2026-11-10",
])
def test_plain(body: str) -> None:
    assert split(body) is not None


@pytest.mark.parametrize("body", [
    "- a\nlazy", "- a\n#tag", "- a\n  b", "- 2026-11-01 call: x\nlazy", "- 2026-11-01 coffee\nlazy", " a", "\ta", "> a", "| a", "```", "~~~", "---", "===", "***", "* a", "+ a", "1. a", "-", "- ", "-a",
    "- - a", "- > a", "- # a", "- 1. a", "- | a", "- ```", "- [ ]", "- [ ] ", "- [[] a", "- [é] a", "<div>", "\\a", "`a`", "![a](b)", ":a", "####### a", "#", "#1", "%%a%%", "a <!-- b", "[!a", "3 a", "- a\n3 b",
])
def test_not_plain(body: str) -> None:
    assert split(body) is None
