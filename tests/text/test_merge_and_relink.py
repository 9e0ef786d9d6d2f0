"""Laws: a merge loses no line, and links that follow leave everything else byte for byte."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kithbook.errors import VaultError
from kithbook.text.front_edit import add_item, take_item
from kithbook.text.front_matter import split_note
from kithbook.text.merge import merge_notes
from kithbook.text.relink import relink

WORD = st.sampled_from(["figs", "Ana", "née", "2w", "a: b", "'quoted'", "#tag", "x — y", "[[Raj]]"])
SCALAR = st.sampled_from(["figs", "Ana Reyes", "2024-05-01", '"a: b"', "'it''s'", "12"])
FRONT = st.dictionaries(
    st.sampled_from(["org", "role", "tags", "email", "met", "interests", "custom", "pluses"]),
    st.one_of(SCALAR, st.lists(SCALAR, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
              st.lists(SCALAR, min_size=1, max_size=3).map(lambda items: "\n" + "\n".join(f"  - {item}" for item in items))))
LINES = st.lists(st.one_of(
    st.sampled_from(["", "## Log", "- 2026-10-01 call: hello", "- [ ] send it 📅 2026-11-30", "> quote", "```", "# Title", "%%x%%"]),
    st.lists(WORD, min_size=1, max_size=4).map(" ".join)), max_size=8)
END = st.sampled_from(["\n", "\r\n"])


@st.composite
def notes(draw: st.DrawFn) -> str:
    front = draw(FRONT)
    head = "---\n" + "".join(f"{key}: {value}\n" for key, value in front.items()) + "---\n" if front else ""
    text = head + "\n".join(draw(LINES)) + draw(st.sampled_from(["", "\n"]))
    return text.replace("\n", draw(END))


def body_lines(text: str) -> list[str]:
    plain = text.replace("\r\n", "\n")
    lines = plain.split("\n")[split_note(plain).body_line - 1 :]
    return [line for line in lines if line.strip()]


@given(notes(), notes())
def test_a_merge_loses_no_line(one: str, other: str) -> None:
    try:
        merged, added = merge_notes(one, other, ("Ana R.",), "Ana R.")
    except VaultError:  # a form that is not understood: both stay as they are
        return
    assert body_lines(merged) == [*body_lines(one), *[line for line in added if line in body_lines(merged)], *body_lines(other)]
    words = set(re.findall(r"\w+", merged))
    assert words >= set(re.findall(r"\w+", one)) and words >= set(re.findall(r"\w+", other)) - {"name"}
    assert merged.count("\r\n") in (0, merged.count("\n")) or "\r\n" in one


LINK = st.sampled_from(["[[Old]]", "[[Old|her]]", "[[old#Log]]", "![[Old]]", "[x](Old.md)", "[x](<Old.md#p>)", "`[[Old]]`", "[[Other]]", "[[Old", "](Old.md)"])


@given(st.lists(st.one_of(LINK, WORD, st.sampled_from(["\n", "\r\n", "- ", "| ", "---\n", "\n```\n"])), max_size=20).map(" ".join))
def test_links_that_follow_leave_everything_else(text: str) -> None:
    assert relink(text, lambda _: None) == text
    changed = relink(text, lambda target: "New" if target.lower() in ("old", "old.md") else None)
    pieces = re.compile(r"New|Old(?:\.md)?|\\?\|(?:old|Old)(?: > Log)?(?=\]\])", re.IGNORECASE)
    assert pieces.sub("", changed) == pieces.sub("", text)
    assert relink(changed, lambda target: "New" if target.lower() in ("old", "old.md") else None) == changed


@given(notes(), st.sampled_from(["tags", "email", "interests", "custom"]), st.sampled_from(["Ana", "a [b]", "x, y", "it's", '"q"']))
def test_an_item_that_is_added_and_taken_again_leaves_the_items_as_they_were(text: str, key: str, item: str) -> None:
    try:
        added = add_item(text, key, item)
        taken = take_item(added, key, item)
    except VaultError:  # a form that is not understood: the note stays as it is
        return
    assert body_lines(added) == body_lines(taken) == body_lines(text)
    if item not in text.replace("''", "'"):
        assert add_item(taken, key, item).replace(" ", "") == added.replace(" ", "")
