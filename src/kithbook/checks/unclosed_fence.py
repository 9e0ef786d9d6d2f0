"""Fenced code that is never closed."""

from collections.abc import Iterator

from .page import Page
from .rule import Rule, Slip


def _check(page: Page) -> Iterator[Slip]:
    if "```" not in page.text and "~~~" not in page.text:
        return
    line = page.body.open_fence
    if line and any(text.strip() for text in page.lines[line:]):
        yield Slip(page.path, line, 1, "this code is never closed: the rest of the note is part of it",
                   "close it with a line of the same signs, or delete this one")


UNCLOSED_FENCE = Rule(
    "unclosed-fence", "warning",
    "A block of code that begins with ``` or ~~~ is never closed.",
    "All that follows is code to every reader of Markdown: no entry, promise, link or mark in it counts.",
    "Put a line of the same signs behind the code, or delete the opening one.",
    check_page=_check)
