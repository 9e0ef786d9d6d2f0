"""Whatever stands in a file, reading it neither fails nor takes long."""

import time
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.model.withheld import shown
from kithbook.text.body import BodyReader
from kithbook.text.front_matter import read_front_matter, split_note
from kithbook.text.links import find_link_places, show_links
from kithbook.text.log_head import WORDS
from kithbook.text.structure import scan_body
from kithbook.text.yaml_core import YamlFault

NASTY = [
    "[", "]", "(", ")", "- ", "- [ ] ", "- [x] ", "`", "``", "```", "%%", "<!--", "-->", "# ", "#c", "#confidential", "[!confidential]", "[[a]]", "[a](b.md)", "> ", "|", "*", "_", "~~~", "---", "===", "\t", "    ",
    " ", "\n", "\n\n", "2026-11-10", "2026-02-30", "03/04/2026", "10 Nov", "call", "call in: ", "with [[b]]", "due:", "📅", "📅 2026-11-25", "[due:: ", "🔁 every", "^b", "\\", "\x00", "\ufeff", "\u200b", "\u2028", "\x85", "é",
    "👍", "\ud800", "'", '"', ":", "{", "}", "&a", "*a", "!", "@", "1. ", "+ ", "reflection: ", "<div>", "\r",
]
TEXT = st.lists(st.sampled_from(NASTY), max_size=25).map("".join)


@given(TEXT, st.booleans(), st.sampled_from([None, date(2026, 11, 10)]), st.sampled_from([None, "dmy", "mdy"]), st.booleans())
def test_any_body_is_read(text: str, is_contact: bool, day: date | None, order: str | None, confidential: bool) -> None:
    body = scan_body(text, 7)
    reader = BodyReader("a.md", text, body, WORDS, order, confidential=confidential)  # type: ignore[arg-type]
    facts = reader.read(is_contact=is_contact, day=day)
    lines = text.split("\n")
    last = 6 + len(lines)
    for found in (*facts.entries, *facts.tasks):
        assert 7 <= found.line <= last
        assert not confidential or shown(found.text) is None
    for one in facts.problems:
        assert 7 <= one.line <= last
        assert 1 <= one.column <= len(lines[one.line - 7]) + 1
        assert one.fix
    assert [entry.date for entry in facts.entries] == sorted(entry.date for entry in facts.entries)
    assert len(facts.task_entry) == len(facts.tasks)
    public = reader.public_lines()
    assert len(public) == len(lines)
    for shown_line, line in zip(public, lines, strict=True):
        assert len(shown_line) in (0, len(line))


@given(TEXT)
def test_any_note_is_split_and_read(text: str) -> None:
    split = split_note(text)
    try:
        read_front_matter(split.front or text)
    except YamlFault as fault:
        assert fault.fix
    assert find_link_places(text) is not None
    assert show_links(text) is not None


# One sign, over and over: on one line, on many, in an item, with empty lines between.
SIGNS = [
    "[", "]", "(", "- [ ] ", "`", "` ", "``", "``` ", "%%", "%% ", "<!--", "<!-- -->", "#", "# ", "#c", "#confidential ", "[!confidential] ", " ", "\t", "> ", ">", "- - - ", "* - ", "- ", "-", "=", "|", "| - ", "*", "_", "~",
    "[[", "[[a|", "](", "[](", "[x](", "with [[a]] ", "due:", "[due::", "(due:: ", "📅", "🔁 every ", " ^a", "2026-01-01 ", "2026-01-01 call: ", "| 2026-01-01 | call |", "1/2 ", "1. ", "call ", "\\`", "\\", "a", "é", "\u200b", "#\u200b", "＃",
    "'", '"', ":", "{", ", ", "&a ", "*a ", "? ", "- x: ", "---",
]
SIZE = 25_000


def repeated(sign: str) -> list[str]:
    count = SIZE // len(sign)
    return [sign * count, sign * count + "x", "- " + sign * count, (sign + "\n") * (count // 2), (sign * 20 + "\n\n") * (count // 22), "a" + " " * count + sign]


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_repeated_without_end_costs_no_more_than_its_length(sign: str) -> None:
    start = time.process_time()
    for text in repeated(sign):
        BodyReader("a.md", text, scan_body(text), WORDS, None, confidential=False).read(is_contact=True, day=None)
        split_note("---\n" + text)
        with suppress(YamlFault):
            read_front_matter(text)
    # A twentieth of a second is usual for the six of them; what grows with the square needs many times that.
    assert time.process_time() - start < 0.7


@pytest.mark.parametrize(
    "lines",
    ["#confidential\n\n", "[!confidential]\n", "- #confidential\n\n", "# #confidential\n", "> #confidential\n\n", "| #confidential |\n|---|---|\n", "    #confidential\n", "- 2026-01-01 call: a\n  b\n",
     "2026-01-01 call: a\n", "# 2026-01-01 a\nb\n", "a\n===\n", "- # 2026-01-01\n  > b\n\n", "%% a\n%%\n", "> a\n\n", "- [ ] a\n  - [ ] b\n", "```\na\n```\n", "- 2026-01-01\n  - call\n"],
)
def test_many_lines_cost_no_more_than_their_number(lines: str) -> None:
    text = lines * 6000
    start = time.process_time()
    BodyReader("a.md", text, scan_body(text), WORDS, None, confidential=False).read(is_contact=True, day=None)
    assert time.process_time() - start < 2


def test_depth_costs_no_more_than_its_length() -> None:
    start = time.process_time()
    for text in ("".join(" " * (2 * n) + "- a\n" for n in range(400)), "".join("> " * n + "a\n" for n in range(400)), "".join(" " * (2 * n) + "- 2026-01-01 call: a\n" for n in range(200))):
        BodyReader("a.md", text, scan_body(text), WORDS, None, confidential=False).read(is_contact=True, day=None)
    assert time.process_time() - start < 3
