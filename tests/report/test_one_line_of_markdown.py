"""A text from a note as part of a line that is ours: what is a link works, and nothing goes on into what stands behind it."""

import pytest

from kithbook.report.markdown import escape_text, link_note


@pytest.mark.parametrize(("text", "written"), [
    ("see [[Ada]] and [[Ada|her]]", "see [[Ada]] and [[Ada|her]]"), ("see [[Ada", r"see \[\[Ada"), ("see [[Ada]", r"see \[\[Ada]"),
    ("[[a [[b]]", r"\[\[a [[b]]"), ("![[a]]", r"\![[a]]"), ("%%a", r"\%\%a"), ("`a", r"\`a"), ("<b>", r"\<b>"), ("a ^b", r"a \^b"), ("a\u202eb\nc", "a b c")])
def test_nothing_goes_on(text: str, written: str) -> None:
    assert escape_text(text) == written


@pytest.mark.parametrize(("path", "name", "written"), [
    ("people/Ada.md", "Ada [the] Lee|x]", "[[people/Ada|Ada the Lee x]]"), ("people/A [x].md", "A [x]", "A x"), ("people/C#.md", "C#", "C"),
    ("people/Ada.md", "]]", "[[people/Ada]]"), ("people/Ada.md", "`Ada` %%", "[[people/Ada|Ada]]")])
def test_a_name_does_not_end_its_link(path: str, name: str, written: str) -> None:
    assert link_note(path, name) == written
