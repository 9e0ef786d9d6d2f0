"""Promises in a body: which task items are some, and what they take from where they stand."""

from datetime import date

import pytest
from reading import problem, promise, read_body

from kithbook.model.withheld import shown


@pytest.mark.parametrize(
    "text",
    ["- [ ] send it", "* [ ] send it", "+ [ ] send it", "1. [ ] send it", "2) [ ] send it", "  - [ ] send it", "- a\n  - [ ] send it", "> - [ ] send it",
     "> [!todo]- Things\n> - [ ] send it", "- 2026-11-01 call: hm\n  - [ ] send it", "# a\n- [ ] send it", "a\n- [ ] send it", "- [ ] send it\n  and more", "> > * [ ] send it"],
)
def test_a_promise_is_a_task_item_anywhere(text: str) -> None:
    found = promise(text)
    assert (shown(found.text), found.status, found.who, found.due) == ("send it", "open", "me", None)


@pytest.mark.parametrize(
    "text",
    ["```\n- [ ] a\n```", "~~~ md\n- [ ] a\n~~~", "> ```\n> - [ ] a\n> ```", "- b\n  ```\n  - [ ] a\n  ```", "<!-- - [ ] a -->", "<!--\n- [ ] a\n-->", "%% - [ ] a %%", "%%\n- [ ] a\n%%",
     "`- [ ] a`", "    - [ ] a", "[ ] a", "- [ ]a", "- a [ ]"],
)
def test_what_is_no_promise(text: str) -> None:
    assert not read_body(text).tasks


@pytest.mark.parametrize(("sign", "status"), [(" ", "open"), ("/", "open"), ("x", "done"), ("X", "done"), ("-", "cancelled"), ("?", "open"), ("💡", "open")])
def test_its_status(sign: str, status: str) -> None:
    assert promise(f"- [{sign}] a ✅ 2026-11-01").status == status


def test_a_promise_knows_its_line_links_and_tags() -> None:
    found = promise("\n- [ ] Introduce to [[Bob]] and [Cleo](Cleo.md)\n  before [[June]] #intro", first=8)
    assert (found.line, found.links, found.tags) == (9, ("Bob", "Cleo.md", "June"), ("intro",))


def test_it_is_made_when_its_line_says_else_on_the_day_of_its_entry_or_note() -> None:
    text = "- 2026-11-01 call: hm\n  - [ ] a ➕ 2026-10-01\n  - [ ] b\n    - [ ] c\n- [ ] d\n### 2026-11-02 Lunch\n- [ ] e"
    assert [task.made for task in read_body(text).tasks] == [date(2026, 10, 1), date(2026, 11, 1), date(2026, 11, 1), None, date(2026, 11, 2)]
    assert promise("- [ ] a", is_contact=False, day=date(2026, 11, 3)).made == date(2026, 11, 3)


def test_a_section_ends_what_stands_under_an_entry() -> None:
    assert [task.made for task in read_body("### 2026-11-02 Lunch\n- [ ] a\n### Rest\n- [ ] b").tasks] == [date(2026, 11, 2), None]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("- [ ] a 📅 2026-02-30", 1, 11), ("\n> 1. [ ] due:2026-13-01", 2, 14), ("- [ ] [due:: soon]", 1, 14), ("- [/] a 📅", 1, 9)],
)
def test_a_date_that_cannot_be_read_is_a_problem_where_it_stands(text: str, line: int, column: int) -> None:
    found = problem(text)
    assert (found.line, found.column, found.severity, found.fix) == (line, column, "error", "write it as YYYY-MM-DD")
    assert promise(text).due is None


def test_the_dates_of_what_is_closed_do_not_matter() -> None:
    assert not read_body("- [x] a 📅 2026-02-30\n- [-] b due:soon ⏳").problems
