"""Comments: `%%…%%` and `<!-- … -->`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.text.comments import blank_comments
from kithbook.text.structure import scan_body


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a %%b%% c", "a       c"),
        ("a <!-- b --> c", "a            c"),
        ("%%a%%%%b%%c", "          c"),
        ("%% a <!-- %% b --> c", "             b --> c"),
        ("`%%` stays `%%`", "`%%` stays `%%`"),
        ("`%% stays ``", "`           "),
        ("%% ` %% a `b`", "        a `b`"),
        ("100% sure", "100% sure"),
    ],
)
def test_a_comment_is_blanked_in_place(text: str, left: str) -> None:
    assert blank_comments(text).text == left


def test_a_comment_goes_on_over_lines_until_its_own_sign() -> None:
    body = scan_body("a %% b\n--> c\nd %% e\nf")
    assert [line.strip() for line in body.lines] == ["a", "", "e", "f"]
    assert body.written == {1: "a %% b", 2: "--> c", 3: "d %% e"}
    assert body.unclosed is None


def test_an_unclosed_comment_runs_to_the_end_and_its_place_is_known() -> None:
    body = scan_body("a\nb <!-- c\n\n# d\n- e", 10)
    assert [line.strip() for line in body.lines] == ["a", "b", "", "", ""]
    assert body.unclosed == (11, 3)
    assert [block.text for block in body.blocks] == ["a"]


def test_the_unclosed_comment_is_the_last_one_that_opened() -> None:
    assert scan_body("%% a\n%%\nb\n%% c").unclosed == (4, 1)


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_in_fenced_code_a_comment_sign_is_text(fence: str) -> None:
    body = scan_body(f"{fence}\n%% <!--\n{fence}\n- [ ] a")
    assert body.lines[1] == "%% <!--"
    assert [block.sign for block in body.blocks] == [" "]


@pytest.mark.parametrize("text", ["%% - [ ] a %%", "%%\n- [ ] a\n%%", "<!-- - [ ] a -->", "<!--\n- [ ] a\n\n- [ ] b\n-->", "%% x\n- [ ] a"])
def test_in_a_comment_there_are_no_items(text: str) -> None:
    assert not scan_body(text).blocks


def test_what_follows_a_comment_on_its_line_is_text_of_no_other_kind() -> None:
    blocks = scan_body("%% a %% - [ ] b\n\n%%\n%% # c").blocks
    assert [(block.kind, block.line, block.text) for block in blocks] == [("paragraph", 1, "- [ ] b"), ("paragraph", 4, "# c")]


def test_a_comment_between_the_lines_of_an_item_does_not_shift_them() -> None:
    (item,) = scan_body("- a\n  %% b %%\n  c").blocks
    assert (item.more, item.last) == (["", "c"], 3)


@given(st.text("%<!-> `a\n"))
def test_blanking_changes_no_place(text: str) -> None:
    for line in text.split("\n"):
        blanked = blank_comments(line).text
        assert len(blanked) == len(line)
        assert all(after in (before, " ") for before, after in zip(line, blanked, strict=True))
