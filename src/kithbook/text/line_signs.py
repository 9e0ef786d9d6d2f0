"""The signs with which a line of Markdown begins: columns, markers, rules, underlines (CommonMark 2.2, 4, 5.2)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model.pattern import pattern

if TYPE_CHECKING:
    from .blocks import Block

CHECKBOX = pattern(r"\[(.)\](?:[ \t]+|$)")
HEADING = pattern(r"(#{1,6})(?:[ \t]+|$)")
FENCE = pattern(r"(`{3,})[^`]*$|(~{3,})")
SETEXT = pattern(r"(?:=+|-+)$")

_ITEM = pattern(r"([-*+]|\d{1,9}[.)])(?=[ \t]|$)", re.ASCII)
_WHITE = pattern(r"[ \t]*")


def pass_white(text: str, at: int, column: int, limit: int) -> tuple[int, int]:
    """Pass at most `limit` columns of white space (tab stops of four): where we are, and in which column.

    A tab that reaches further than the limit is passed in part: we still stand at it.
    """
    goal = column + limit
    while at < len(text) and column < goal:
        if text[at] == " ":
            column += 1
        elif text[at] == "\t":
            if column + 4 - column % 4 > goal:
                return at, goal
            column += 4 - column % 4
        else:
            break
        at += 1
    return at, column


def pass_all_white(text: str, at: int, column: int) -> tuple[int, int]:
    """Pass all white space: where we are, and in which column."""
    end = _WHITE.match(text, at).end()  # type: ignore[union-attr]
    if text.find("\t", at, end) < 0:
        return end, column + end - at
    past_stop = column % 4
    return end, column - past_stop + len((" " * past_stop + text[at:end]).expandtabs(4))


def is_rule(text: str, start: int, size: int) -> bool:
    """Whether the line from `start` to `size` is a thematic break."""
    sign = text[start]
    return (
        sign in "-*_"
        and text[size - 1] == sign
        and text.count(sign, start) >= 3
        and len(text.rstrip(sign + " \t")) <= start
    )


def starts_block(text: str, start: int, size: int) -> bool:
    """Whether the line begins something by which a paragraph is ended (items and quotes apart)."""
    sign = text[start]
    if sign == "#":
        return HEADING.match(text, start) is not None
    if sign in "`~":
        return FENCE.match(text, start) is not None
    return is_rule(text, start, size)


def item_marker(text: str, start: int, size: int, around: Block | None) -> re.Match[str] | None:
    """The marker of a list item. In a paragraph (`around`) a list begins only with text, and only at 1."""
    marker = _ITEM.match(text, start)
    if not marker or is_rule(text, start, size):
        return None
    if around is not None and (around.kind == "paragraph" or (around.kind == "item" and around.text)):
        empty = marker.end() >= size
        if empty or not (marker[1] in "-*+" or marker[1][:-1].lstrip("0") == "1"):
            return None
    return marker


def heading_title(content: str) -> str:
    """What a heading says, without the signs that may close it."""
    bare = content.rstrip("#")
    return bare.rstrip(" \t") if not bare or bare[-1] in " \t" else content


def makes_table(content: str, above: Block) -> bool:
    """Whether the line (`--- | ---`) makes a table of the one line of text above it."""
    return (
        above.kind == "paragraph" and not above.more
        and "|" in above.text and is_table_rule(content)
    )


def is_table_rule(content: str) -> bool:
    """Whether the line is the one between a table's head and its rows."""
    return "-" in content and "|" in content and not content.strip(" \t|:-")
