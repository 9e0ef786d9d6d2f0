"""What a note marks as confidential, and which lines that hides.

Doubt closes: a misspelt mark hides what it stands at, an unclosed one the rest.
In code, marks are text.
"""

import re
from functools import cache
from typing import NamedTuple

from .structure import Block, Body

WORD = "confidential"
_MAX_SLIPS = 2

_CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
# `#word` or `[!word`, whatever stands around it.
_MARK = re.compile(r"(?:#|\[!)\s*([^\W\d_][\w\u200b-\u200d\u2060\ufeff\u00ad-]{6,24})")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


class Mark(NamedTuple):
    """A mark in the text that is not spelt as it should be."""

    line: int
    column: int
    written: str


@cache
def is_mark(word: str) -> bool:
    """Whether `word` is the mark, or so near to it that it must be meant."""
    word = word.translate(_INVISIBLE).casefold()
    if word.startswith(WORD):
        return True
    if abs(len(word) - len(WORD)) > _MAX_SLIPS:
        return False
    return _distance(word, WORD) <= _MAX_SLIPS


def _distance(a: str, b: str) -> int:
    """Damerau-Levenshtein distance (neighbours swapped count one)."""
    before: list[int] = []
    above = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            best = min(above[j] + 1, row[-1] + 1, above[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before, above = above, row
    return above[-1]


def may_hold_marks(body: str) -> bool:
    """A quick look: can anything in the text be marked at all?"""
    return ("#" in body or "[!" in body) and any(is_mark(match[1]) for match in _MARK.finditer(body))


def find_hidden(body: Body) -> tuple[set[int], list[Mark]]:
    """The numbers of the lines that a mark hides, and the marks that are misspelt."""
    hidden: set[int] = set()
    slips: list[Mark] = []
    marked: set[int] = set()
    for number, text in enumerate(body.lines, body.first):
        if number in body.code:
            continue
        if "`" in text:
            text = _CODE_SPAN.sub(lambda span: " " * len(span[0]), text)
        for match in _MARK.finditer(text):
            if is_mark(match[1]):
                marked.add(number)
                if match[1].casefold() != WORD:
                    slips.append(Mark(number, match.start() + 1, match[1]))
    for number in marked:
        hidden.add(number)
    for first, last in body.quotes:
        if not marked.isdisjoint(range(first, last + 1)):
            hidden.update(range(first, last + 1))
    for block in body.blocks:
        own = range(block.line, block.line + 1 + len(block.more or ()))
        if not marked.isdisjoint(own):
            hidden.update(range(block.line, _reach(block, body) + 1))
    return hidden, slips


def _reach(block: Block, body: Body) -> int:
    """The last line that a marked block hides: its own, and what is indented under it."""
    end = block.end
    lines = body.lines
    number = end + 1
    while number - body.first < len(lines):
        text = lines[number - body.first]
        if text.strip():
            if len(text) - len(text.lstrip(" \t>")) <= block.indent:
                break
            end = number
        number += 1
    return end
