"""Texts as they are typed: refused when they cannot stand in a note."""

import re
import sys

from ..errors import UsageError
from ..model.pattern import pattern

_NO_TEXT = pattern("[\ud800-\udfff]")
_COMMENT = pattern("%%|<!--")
_CONTROL = pattern(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]")


def refuse_marked(typed: str | None, reader: str) -> None:
    """Raise `UsageError` when a text carries a mark of what is confidential, and `reader` would see it."""
    if typed is None:
        return
    tags = re.findall(r"#([^\s#]+)", typed)
    if tags:
        from ..text.marks import is_mark

        tags = [tag for tag in tags if is_mark(tag)]
    if tags or _COMMENT.search(typed):
        raise UsageError(f"this is marked as confidential, and {reader} would read it", "leave that part out")


def read_line(typed: str, what: str = "text") -> str:
    """A text of one line, or `what` else it is; raises `UsageError` for an empty one, and for what cannot stand in a note."""
    if _NO_TEXT.search(typed):
        raise UsageError("the text is no UTF-8", "type it again")
    if _COMMENT.search(typed):
        raise UsageError("`%%` and `<!--` begin a comment, and would hide what is below", "leave them out")
    if _CONTROL.search(typed):
        raise UsageError("the text holds a control character or a line end", "leave it out")
    if not typed.strip():
        raise UsageError(f"there is no {what}", "say what it was" if what == "text" else "type one")
    return typed.strip()


def read_text(typed: str) -> list[str]:
    """The lines of a text, from stdin for `-`; raises `UsageError` as `read_line` does."""
    return read_lines(sys.stdin.buffer.read().decode("utf-8", "surrogateescape") if typed == "-" else typed)


def read_lines(text: str) -> list[str]:
    """The lines of a text; raises `UsageError` as `read_line` does."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").strip("\n").split("\n")]
    return [read_line(lines[0]), *(line if not line else line[: len(line) - len(line.lstrip())] + read_line(line) for line in lines[1:])]
