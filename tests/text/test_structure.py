"""The block structure of a body (CommonMark 4 and 5, tables as GitHub and Obsidian have them)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.text.structure import MAX_DEPTH, Block, scan_body


def blocks(text: str) -> list[tuple[str, int, str]]:
    return [(block.kind, block.line, block.text) for block in scan_body(text).blocks]


@pytest.mark.parametrize("marker", ["-", "*", "+", "1.", "1)", "123456789."])
def test_an_item_begins_with_a_marker_and_a_space(marker: str) -> None:
    assert blocks(f"{marker} a") == [("item", 1, "a")]


@pytest.mark.parametrize("text", ["-a", "1.a", "1234567890. a", "* * *", "- - -", "---", "___", "  ***  "])
def test_what_only_looks_like_an_item(text: str) -> None:
    assert "item" not in [kind for kind, _, _ in blocks(text)]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("- [ ] a", " "), ("- [x] a", "x"), ("* [/] a", "/"), ("+ [-] a", "-"), ("1. [ ] a", " "), ("2) [?] a", "?"),
        ("- [ ]\ta", " "), ("  - [ ] a", " "), ("> - [ ] a", " "), ("> [!note]\n> - [ ] a", " "), ("- [ ] ", " "), ("-  [ ] a", " "),
    ],
)
def test_a_checkbox_is_one_sign_in_brackets_behind_the_marker(text: str, sign: str) -> None:
    assert [block.sign for block in scan_body(text).blocks if block.kind == "item"] == [sign]


@pytest.mark.parametrize("text", ["- [] a", "- [ ]a", "- [ab] a", "- a [ ] b", "[ ] a", "-[ ] a", "- [[a]] b", "    - [ ] a", "```\n- [ ] a\n```"])
def test_what_only_looks_like_a_checkbox(text: str) -> None:
    assert not [block for block in scan_body(text).blocks if block.sign is not None]


def test_behind_a_checkbox_there_is_only_text() -> None:
    (task,) = scan_body("- [ ] > - # ```").blocks
    assert (task.text, task.column) == ("> - # ```", 7)


def test_an_item_knows_where_its_text_begins() -> None:
    assert [(b.line, b.column) for b in scan_body("- a\n  * [ ] b\n> 1. c", 5).blocks] == [(5, 3), (6, 9), (7, 6)]


def test_nested_items_know_their_parent_and_items_end_with_what_is_nested() -> None:
    a, b, c, d = scan_body("- a\n  - b\n    more\n\n    - c\n- d").blocks
    assert [block.parent for block in (a, b, c, d)] == [None, a, b, None]
    assert [block.end for block in (a, b, c, d)] == [5, 5, 5, 6]


def test_tabs_indent_to_stops_of_four() -> None:
    a, b, c = scan_body("- a\n\t- b\n\t\t- c").blocks
    assert (b.parent, c.parent) == (a, b)


def test_a_line_of_text_below_goes_on_with_the_item_though_it_is_not_indented() -> None:
    (item,) = scan_body("- a\nb\n  c").blocks
    assert item.whole_text() == "a\nb\nc"


def test_a_blank_line_ends_what_is_not_indented() -> None:
    assert blocks("- a\n\nb\n\n  c") == [("item", 1, "a"), ("paragraph", 3, "b"), ("paragraph", 5, "c")]


def test_a_paragraph_in_an_item_is_nested_in_it() -> None:
    item, paragraph = scan_body("- a\n\n  b").blocks
    assert paragraph.parent is item


@pytest.mark.parametrize(("text", "interrupts"), [("a\n- b", True), ("a\n1. b", True), ("a\n2. b", False), ("a\n-", False), ("- a\n  2. b", False), ("- a\n2. b", True)])
def test_only_a_list_that_begins_at_one_and_with_text_interrupts_a_paragraph(text: str, interrupts: bool) -> None:
    assert (len(blocks(text)) == 2) is interrupts


@pytest.mark.parametrize(
    ("text", "level", "title"),
    [("# a", 1, "a"), ("###### a", 6, "a"), ("## a ##", 2, "a"), ("# a#", 1, "a#"), ("#", 1, ""), ("  # a", 1, "a"), ("a\n===", 1, "a"), ("a\n---", 2, "a")],
)
def test_headings(text: str, level: int, title: str) -> None:
    (heading,) = scan_body(text).blocks
    assert (heading.kind, heading.level, heading.text) == ("heading", level, title)


@pytest.mark.parametrize("text", ["#a", "####### a", "\\# a", "    # a"])
def test_what_only_looks_like_a_heading(text: str) -> None:
    assert "heading" not in [kind for kind, _, _ in blocks(text)]


def test_an_underlined_heading_may_have_several_lines() -> None:
    (heading,) = scan_body("a\nb\n===").blocks
    assert (heading.kind, heading.whole_text()) == ("heading", "a\nb")


def test_a_section_ends_where_the_next_one_of_its_level_begins() -> None:
    ends = {block.text: block.end for block in scan_body("# a\nx\n## b\ny\n# c\nz").blocks if block.kind == "heading"}
    assert ends == {"a": 4, "b": 4, "c": 6}


def test_a_heading_in_a_quote_or_an_item_ends_no_section_outside_of_it() -> None:
    ends = {b.text: b.end for b in scan_body("# a\n> # b\n> x\n\n- c\n\n  # d\n  y\n\nz\n# e").blocks if b.kind == "heading"}
    assert ends == {"a": 10, "b": 3, "d": 9, "e": 11}


@pytest.mark.parametrize("fence", ["```", "~~~", "````", "``` python", "~~~ a`b"])
def test_fenced_code_has_no_blocks(fence: str) -> None:
    body = scan_body(f"{fence}\n- a\n# b\n{fence.split()[0]}\n- c", 3)
    assert [block.text for block in body.blocks] == ["c"]
    assert body.code == {3, 4, 5, 6}


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("```\na\n``\n    ```\n~~~\n``` x\n```\n- b", "b"),  # only as many of the same sign, alone, at the margin
        ("- ```\n  a\n- b", "b"),  # the item that holds it ends
        ("> ```\n> a\n- b", "b"),  # so does the quote
        ("``` a`b\n- c", "c"),  # a backtick behind it: this is inline code
    ],
)
def test_where_fenced_code_ends(text: str, last: str) -> None:
    assert scan_body(text).blocks[-1].text == last


def test_fenced_code_that_is_never_closed_runs_to_the_end() -> None:
    assert not scan_body("```\n- a\n\n# b").blocks


def test_a_line_that_begins_with_a_bar_is_a_table_row() -> None:
    assert blocks("| a | b |\n|---|---|\n| c | d |") == [("row", 1, "| a | b |"), ("row", 2, "|---|---|"), ("row", 3, "| c | d |")]


def test_a_table_may_do_without_its_outer_bars() -> None:
    assert [kind for kind, _, _ in blocks("a | b\n--- | ---\nc | d\n\ne | f")] == ["row", "row", "row", "paragraph"]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("> a\nb\n\nc", [(1, 2)]),  # lazy continuation
        ("> a\n- b", [(1, 1)]),
        ("> > a\n> b\n>\n> c", [(1, 4)]),
        ("- > a\n  > b\n- c", [(1, 2)]),
        ("> a\n\n> b", [(1, 1), (3, 3)]),
        (">a\n   >b\n      > c", [(1, 3)]),
        ("a\n\n    > b\n    > c\n\n    d\ne", [(3, 6)]),  # indented code, as a whole too
    ],
)
def test_quotes_and_indented_code_are_known_as_a_whole(text: str, quotes: list[tuple[int, int]]) -> None:
    assert scan_body(text).wholes == quotes


def test_containers_beyond_any_that_people_write_are_text() -> None:
    body = scan_body("> " * 5000 + "- " * 5000 + "a")
    assert len(body.blocks) <= MAX_DEPTH + 1


LINES = st.lists(
    st.lists(st.sampled_from(["- ", "* ", "1. ", "> ", "# ", "```", "~~~", "---", "===", "    ", "\t", " ", "a", "[ ] ", "[[b]]", "|", "%%", "<!--", "-->", "`", "#c"]), max_size=8)
    .map("".join), max_size=12).map("\n".join)


@given(LINES, st.integers(1, 50))
def test_every_block_lies_where_it_says(text: str, first: int) -> None:
    body = scan_body(text, first)
    lines = text.split("\n")
    last = first + len(lines) - 1
    before = Block("paragraph", first, 1, "")
    for block in body.blocks:
        assert before.line <= block.line <= block.last <= block.end <= last
        assert block.parent is None or block.end <= block.parent.end
        if block.text and block.line not in body.written:
            assert lines[block.line - first][block.column - 1 :].startswith(block.text)
        before = block
    for start, end in body.wholes:
        assert first <= start <= end <= last
