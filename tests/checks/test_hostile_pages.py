"""No rule fails on any text, and none takes its time over one."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.checks.engine import check_pages, check_vault
from kithbook.checks.overview import Overview
from kithbook.checks.page import read_page
from kithbook.model.book import assemble
from kithbook.model.settings import Settings
from kithbook.text.note import NoteReader

TODAY = date(2026, 11, 22)
READER = NoteReader(Settings())

MANY = 20_000
LONG = {
    "checkboxes": "- [] " * MANY,
    "lines of checkboxes": "- [] a\n" * MANY,
    "brackets": "[ ] " * MANY,
    "dates": "- [ ] x " + "📅 2026-11-25 a " * MANY,
    "dates in words": "- [ ] x " + "due:2026-11-25 " * MANY,
    "tags": "- [ ] x 📅 2026-11-25 " + "#a " * MANY,
    "late properties": "\n---\n" + "a: b\n" * MANY,
    "empty lines": "\n" * MANY + "---\n",
    "a long property": "---\n" + "a " * MANY + ": 1\n---\n",
    "colons": ":" * MANY,
    "a long field": "confidential" * MANY + "::",
    "spaces": " " * MANY + "[] x",
    "fences": "x\n```\n" * MANY,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_no_text_takes_long(text: str) -> None:
    page = read_page(READER, "people/Ada.md", text.encode(), TODAY)
    start = process_time()
    check_pages([page], READER.settings)
    assert process_time() - start < 2


def test_names_that_are_all_alike_do_not_take_long() -> None:
    pages = [read_page(READER, f"people/Ana Reyes{'abcdefghij'[n % 10]}{n}.md", b"---\nemail: a@b.example\nphone: '123456789'\n---\n[[Ana Reyesx]]", TODAY)
             for n in range(3000)]
    book = assemble([page.note for page in pages], READER.settings)
    start = process_time()
    check_vault(Overview(pages, book, TODAY))
    assert process_time() - start < 5


LINES = st.sampled_from([
    "---", "", "Email: x", "confidential:: 1", "- [] a", "-[ ]b", "* [x ] c", "[ ] d", "  - [ ]e [[Bob]]", "> - [] quoted", "```", "~~~", "%%",
    "- 2027-01-01 call with [[Bbo]]: x", "- [ ] x 📅 2026-11-01 y ^a", "- [x] y ➕ 2026-11-10 ✅ 2026-11-01", "- [ ] due:2026-12-01", "| a | b |", "# h",
    "knows: ['[[Bob]]', '[[Boob]]']", "met_via: [[X]]", "- 03/04/2026 [[Bob]]", "    - [] code", "\t- [] tab", "- [ ] 📅 2026-01-01 #theirs z"])
PATHS = ["people/Ada.md", "people/Bob.md", "people/ada.md", "daily/2026-11-01.md", "me.md", "people/CON.md", "x?/Bobb.md"]


@given(st.lists(st.lists(LINES, max_size=12).map("\n".join), min_size=1, max_size=len(PATHS)))
def test_every_finding_has_a_place(texts: list[str]) -> None:
    pages = [read_page(READER, path, text.encode(), TODAY) for path, text in zip(PATHS, texts, strict=False)]
    book = assemble([page.note for page in pages], READER.settings)
    lines = {page.path: text.split("\n") for page, text in zip(pages, texts, strict=True)}
    for problem, mend in check_vault(Overview(pages, book, TODAY)):
        assert problem.message and problem.fix
        here = lines[problem.path]
        assert 1 <= problem.line <= len(here)
        assert 1 <= problem.column <= len(here[problem.line - 1]) + 1
        if mend is not None:
            assert here[problem.line - 1].startswith(mend.old, mend.column - 1)
            assert mend.new != mend.old
