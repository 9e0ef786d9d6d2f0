"""Log entries in a contact's note: where they stand, what belongs to them, in which order they are."""

from datetime import date

import pytest
from reading import entry, problem, read_body

from kithbook.model.withheld import shown


def kinds(text: str, **how: object) -> list[tuple[str, str]]:
    return [(found.date.isoformat(), found.kind) for found in read_body(text, **how).entries]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "- 2026-11-10 call: hm", "* 2026-11-10 call: hm", "+ 2026-11-10 call: hm", "1. 2026-11-10 call: hm", "2026-11-10 call: hm",
        "### 2026-11-10 call: hm", "| 2026-11-10 | call | | hm |", "> - 2026-11-10 call: hm", "> 2026-11-10 call: hm", "  - 2026-11-10 call: hm",
        "- [[2026-11-10]] call: hm", "- **2026-11-10** call: hm", "- **2026-11-10 call:** hm", "- 2026-11-10 — call — hm", "- 2026-11-10 - call - hm",
        "- 2026-11-10 :: call :: hm", "- 2026-11-10, call, hm", "- 2026/11/10 call: hm", "- 10 Nov 2026 call: hm", "- Nov 10, 2026: call: hm",
        "2026-11-10 call: hm\n===", "- # 2026-11-10 call: hm", "2026-11-10 | call | | hm\n--- | --- | --- | ---", "- 2026-11-10 14:30 call: hm",
        "- 2026-11-10 14:30: call: hm", "- other\n  - 2026-11-10 call: hm", "`x` text\n\n2026-11-10 call: hm",
    ],
)
def test_an_entry_is_a_dated_item_heading_row_or_line_that_begins_a_paragraph(text: str) -> None:
    found = entry(text)
    assert (found.date, found.kind, shown(found.text)) == (date(2026, 11, 10), "call", "hm")


@pytest.mark.parametrize(
    "text",
    [
        "- [ ] 2026-11-10 call: hm", "- [x] 2026-11-10 call: hm", "```\n- 2026-11-10 call: hm\n```", "%% - 2026-11-10 call: hm %%", "<!--\n2026-11-10 call\n-->",
        "- call on 2026-11-10", "text\n2026-11-10 call: hm", "`2026-11-10` call", "~~2026-11-10~~ call", "|---|---|", "| call | 2026-11-10 |", "    2026-11-10 call: hm",
        "- 2026-02-30 call: hm", "- 03/04/2026 call: hm",
    ],
)
def test_what_is_no_entry(text: str) -> None:
    assert not read_body(text).entries


def test_an_entry_knows_its_line_links_and_tags() -> None:
    found = entry("\n- 2026-11-10 call with [[Bob]]: of [[Cleo|her]] and [Dan](Dan.md) #gave #Reply-Owed", first=5)
    assert (found.line, found.with_links, found.links) == (6, ("Bob",), ("Bob", "Cleo", "Dan.md"))
    assert found.tags == ("gave", "reply-owed")


@pytest.mark.parametrize("tag", ["gave", "asked", "received", "thanked", "problem", "fixed", "reply-owed", "no-reply", "waiting"])
def test_inline_tags_say_more_about_an_entry(tag: str) -> None:
    assert entry(f"- 2026-11-10 call: hm #{tag}").tags == (tag,)


def test_links_and_tags_in_code_are_text() -> None:
    found = entry("- 2026-11-10 call: `[[Bob]] #gave` and [[Cleo]]")
    assert (found.links, found.tags) == (("Cleo",), ())


def test_indented_lines_belong_to_the_entry() -> None:
    found = entry("- 2026-11-10 call: hm\n  more with [[Bob]] #gave\n  - and <https://x.org>\n\n  > quoted\n")
    assert shown(found.text) == "hm\nmore with [[Bob]] #gave\n- and <https://x.org>\n\nquoted"
    assert (found.with_links, found.tags) == (("Bob",), ("gave",))


def test_a_section_is_the_text_of_its_heading() -> None:
    found = entry("# Log\n### 2026-11-10 Lunch\n\nThe harbour.\n\nA walk.\n### Other\nnothing")
    assert (found.kind, shown(found.text)) == ("meeting", "The harbour.\n\nA walk.")


def test_tasks_and_other_entries_below_do_not_belong_to_the_text() -> None:
    facts = read_body("### 2026-11-10 Lunch\n- [ ] send it\n  by mail\n- 2026-11-11 call: hm\n- rest")
    assert [(found.kind, shown(found.text)) for found in facts.entries] == [("meeting", "- rest"), ("call", "hm")]


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("### 2026-11-10\ncall with Bob", "call", "call with Bob"),
        ("### 2026-11-10\n\n- lunch\n- [ ] x", "meeting", "- lunch"),
        ("- 2026-11-10\n  - email in: hm", "email", "- email in: hm"),
        ("- **2026-11-10**\n  1. lunch", "meeting", "1. lunch"),
        ("- 2026-11-10:\n  moved to Porto", "note", "moved to Porto"),
    ],
)
def test_below_a_mere_date_stands_what_it_was(text: str, kind: str, said: str) -> None:
    found = entry(text)
    assert (found.kind, shown(found.text)) == (kind, said)


def test_the_lines_of_a_paragraph_may_each_be_dated() -> None:
    facts = read_body("2026-11-10 call: a\nmore of a\n2026-11-09 email in: b\nmore of b\n2026-11-08 lunch")
    assert [(found.line, found.kind, shown(found.text)) for found in facts.entries] == [
        (5, "meeting", "lunch"), (3, "email", "b\nmore of b"), (1, "call", "a\nmore of a")]


@pytest.mark.parametrize(
    ("row", "kind", "direction", "text"),
    [
        ("| 2026-11-10 | email | in | the plans |", "email", "in", "the plans"),
        ("| 2026-11-10 | email | out | the plans |", "email", "out", "the plans"),
        ("| 2026-11-10 | lunch | | the harbour |", "meeting", "both", "the harbour"),
        ("| 2026-11-10 | email | – | the plans |", "email", "out", "the plans"),
        ("| [[2026-11-10]] | Phone call | in | the plans |", "call", "in", "the plans"),
        ("| 2026-11-10 | call | out | a | b |", "call", "out", "a | b"),
        (r"| 2026-11-10 | call | out | with [[Bob\|B]] |", "call", "out", "with [[Bob|B]]"),
        ("| 2026-11-10 | coffee with Bob |", "meeting", "both", "coffee with Bob"),
        ("|2026-11-10|call|in|x|", "call", "in", "x"),
        ("| 2026-11-10 | | in | email: the plans |", "email", "in", "the plans"),
        ("| 2026-11-10 | | in | moved to Porto |", "note", None, "moved to Porto"),
        ("| 2026-11-10 | moved | | to Porto |", "note", None, "moved  to Porto"),
    ],
)
def test_a_table_row_is_date_kind_direction_text(row: str, kind: str, direction: str | None, text: str) -> None:
    found = entry(f"| date | kind | way | what |\n|---|---|---|---|\n{row}")
    assert (found.kind, found.direction, shown(found.text)) == (kind, direction, text)


def test_links_in_a_row_are_read_behind_their_escaped_bar() -> None:
    assert entry(r"| 2026-11-10 | call | out | with [[Bob\|B]] |").with_links == ("Bob",)


@pytest.mark.parametrize(
    "text",
    ["- 2026-11-01 call: a\n- 2026-11-02 call: b\n- 2026-11-03 call: c", "- 2026-11-03 call: c\n- 2026-11-02 call: b\n- 2026-11-01 call: a",
     "- 2026-11-02 call: b\n- 2026-11-03 call: c\n- 2026-11-01 call: a"],
)
def test_entries_are_oldest_first_however_the_note_has_them(text: str) -> None:
    assert [shown(found.text) for found in read_body(text).entries] == ["a", "b", "c"]


def test_entries_of_one_day_keep_the_direction_of_the_note() -> None:
    newest_first = "- 2026-11-02 call: d\n- 2026-11-01 call: c\n- 2026-11-01 call: b\n- 2026-10-01 call: a"
    newest_last = "- 2026-10-01 call: a\n- 2026-11-01 call: b\n- 2026-11-01 call: c\n- 2026-11-02 call: d"
    assert [[shown(e.text) for e in read_body(text).entries] for text in (newest_first, newest_last)] == [["a", "b", "c", "d"]] * 2


def test_entries_of_one_day_stand_by_their_times_when_all_have_one() -> None:
    text = "- 2026-11-01 12:00 call: b\n- 2026-11-01 18:00 call: c\n- 2026-11-01 9:00 call: a"
    assert [shown(found.text) for found in read_body(text).entries] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("text", "line", "column", "rule", "message"),
    [
        ("- 03/04/2026 call: hm", 1, 3, "ambiguous-date", "03/04/2026 can be two different days"),
        ("\n\n> * 10 Nov call: hm", 3, 5, "ambiguous-date", "10 Nov has no year"),
        ("- **7/8** coffee", 1, 5, "ambiguous-date", "7/8 has no year"),
        ("### 10 November", 1, 5, "ambiguous-date", "10 November has no year"),
        ("- 10 Nov: caught the train", 1, 3, "ambiguous-date", "10 Nov has no year"),
        ("- 2026-11-10? call: hm", 1, 3, "ambiguous-date", "2026-11-10 stands in doubt"),
        ("- [[2026-11-10]]? call: hm", 1, 5, "ambiguous-date", "2026-11-10 stands in doubt"),
        ("- 32/01/2026 call: hm", 1, 3, "impossible-date", "there is no day 32/01/2026"),
        ("- 1/2 lunch", 1, 3, "ambiguous-date", "1/2 has no year"),
        ("- 2026-06-08/09 workshop", 1, 3, "ambiguous-date", "2026-06-08/09 is more than one day"),
        ("- 2026-02-30 call: hm", 1, 3, "impossible-date", "there is no day 2026-02-30"),
        ("| 2026-02-30 | call | | hm |", 1, 3, "impossible-date", "there is no day 2026-02-30"),
        ("| a | b |\n|---|---|\n| [[03/04/2026]] | call |", 3, 5, "ambiguous-date", "03/04/2026 can be two different days"),
        ("☎️ 2026-13-10 rang", 1, 4, "impossible-date", "there is no day 2026-13-10"),
    ],
)
def test_a_date_that_cannot_be_read_is_a_problem_where_it_stands(text: str, line: int, column: int, rule: str, message: str) -> None:
    found = problem(text)
    assert (found.line, found.column, found.rule, found.message, found.severity) == (line, column, rule, message, "error")
    assert found.fix is not None
    assert "YYYY-MM-DD" in found.fix
    assert not read_body(text).entries


def test_date_order_settles_what_is_ambiguous() -> None:
    text = "- 03/04/2026 call: hm"
    assert [str(entry(text, order=order).date) for order in ("dmy", "mdy")] == ["2026-04-03", "2026-03-04"]
    assert "date_order" in (problem(text).fix or "")
    assert "date_order" not in (problem("- 10 Nov call: hm").fix or "")


@pytest.mark.parametrize("text", ["- 7/8 of them came", "- 1/2 price lunch for all", "- 1/2 an hour's call", "- 20261399 call", "- 20261110-0042 invoice", "- 2026-10-30callous", "- 45/60/2026 call", "- 24/7 help line", "- 3.11.10 is out", "- May 5 people come", "- 555-12-3456 is his number", "- 0171-123-4567", "- Sat in the sun", "- 10 November rain"])
def test_what_is_no_date_is_no_problem(text: str) -> None:
    facts = read_body(text)
    assert (facts.entries, facts.problems) == ((), ())


def test_words_of_nb_yaml_name_kinds() -> None:
    assert kinds("- 2026-11-10 Anruf: hm\n- 2026-11-11 fika: hm", words={"anruf": "call", "fika": "meeting"}) == [
        ("2026-11-10", "call"), ("2026-11-11", "meeting")]


def test_a_problem_is_no_contact_and_a_fix_is_one() -> None:
    assert [found.is_contact for found in read_body("- 2026-11-10 problem: a\n- 2026-11-11 fixed: b\n- 2026-11-12 moved\n").entries] == [False, True, False]
