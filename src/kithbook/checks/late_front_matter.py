"""Front matter that does not begin on the first line."""

from collections.abc import Iterator

from ..model.pattern import pattern
from .page import Page
from .rule import Rule, Slip

_LATE = pattern(r"\s*\n---[ \t]*\n(?:[\w -]{1,60}:(?:[ \t].*)?|[ \t]*-[ \t].*|[ \t]+\S.*)(?:\n.*){0,200}?\n---[ \t]*(?:\n|\Z)")


def _check(page: Page) -> Iterator[Slip]:
    if page.text[:1].isspace() and _LATE.match(page.text):
        line = page.text.count("\n", 0, page.text.index("---")) + 1
        yield Slip(page.path, line, 1, "these properties are not read: they do not begin on the first line",
                   "delete the empty lines above them")


LATE_FRONT_MATTER = Rule(
    "late-front-matter", "warning",
    "Lines of properties between two `---` begin below an empty line.",
    "Neither Obsidian nor the tool reads them there: front matter begins on line 1. (A `confidential:` among them counts all the same.)",
    "Delete the empty lines above them.",
    check_page=_check)
