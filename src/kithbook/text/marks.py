"""What a note marks as confidential, and which lines that hides.

Doubt closes: a misspelt mark hides what it stands at, an unclosed one the rest, and a line
of nothing but tags speaks for what it stands in. A field in the text (`confidential:: true`)
is a misspelt tag. In code, marks are text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ..model.pattern import pattern
from ..model.record import NamedTuple
from .code_spans import blank_code, leaves_code_open
from .line_signs import is_table_rule, pass_all_white

if TYPE_CHECKING:  # a usual note, in which nothing is marked, is read without blocks
    from .blocks import Block, Body

WORD = "confidential"
_MAX_SLIPS = 2
FIELD_PARTS = ("confid", "ential")
_OTHER_SCRIPTS = "\u0250-\u02af\u0370-\u058f\u1d00-\u1fff\uff00-\uffef\U0001d400-\U0001d7ff"

# Signs that are not seen: soft hyphens, joiners, marks of direction, fillers, selectors, accents.
_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\u0300-\u036f\U000e0000-\U000e0fff"
)
# `#word/word` or `[!word` at a glance: whatever may not be seen counts as part of the word.
_TAG_AT_A_GLANCE = pattern(r"#\s*([^\x00-,.:-@\[-^`{-\x7f]{7,120})")
_CALLOUT_AT_A_GLANCE = pattern(r"\[[^\x00-\x7f]*!\s*([^\x00-,.:-@\[-^`{-\x7f]{7,120})")
# Up to the first word of a heading.
_HEADING = pattern(r"[ \t>]*#{1,6}[ \t]+\S*\Z")
_WIDE_SIGNS = "\uff03\ufe5f\uff3b\uff01"
_AS_IT_SHOULD_BE = pattern(rf"(?:#|\[!){WORD}(?:/.*)?", re.IGNORECASE)
# `confidential:: true`, as Dataview has it, anywhere; `confidential: true` as all of a line. Other than by `false`, whatever
# the value is.
_FIELD = pattern(r"(?<![^\W_])[\"'*_]{0,3}([^\W\d_][\w-]{6,40})[\"'*_]{0,3}[ \t]{0,9}::(?![ \t]{0,9}[\"']?(?i:false)\b)")
_LINE_FIELD = pattern(
    r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,9})?(?:\[.\][ \t]{1,9})?[\"']?([^\W\d_][\w-]{6,40})[\"']?[ \t]{0,9}[:=](?!:)"
    r"(?![ \t]{0,9}[\"']?(?i:false)\b)[ \t]{0,9}[\"']?\w{0,20}[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)
_WHOLE_FIELD = pattern(r"[\[(]?[\w\"'*_-]{7,50}[ \t]{0,9}(?:::|[:=])[^\]\)\n]{0,40}[\])]?")
_OTHER_SCRIPT = pattern(f"[{_OTHER_SCRIPTS}]")
# Letters of other scripts that look like those of the word.
_LOOK_ALIKE = str.maketrans("сϲоοеіιаαԁпոӏтτƒ", "ccooeiiaadnnlttf")


class Mark(NamedTuple):
    """A mark in the text that is not spelt as it should be."""

    line: int
    column: int
    written: str


@cache
def _mark() -> re.Pattern[str]:
    """`#word/word` or `[!word`, whatever stands around it; wide signs look the same."""
    return re.compile(rf"(?:[#\uff03\ufe5f]|[\[\uff3b][{_UNSEEN}]*[!\uff01])\s*[{_UNSEEN}]*([\w{_UNSEEN}\uff0f/-]{{7,120}})")


@lru_cache(4096)
def is_mark(word: str) -> bool:
    """Whether `word` is the mark, or so near to it that it must be meant."""
    if not word.isascii():
        from unicodedata import normalize

        word = _seen(normalize("NFKD", word)).translate(_LOOK_ALIKE)
    word = word.casefold()
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


@lru_cache(4096)
def _marked_part(path: str) -> str | None:
    """The part of a tag (`health/confidential`) that is the mark."""
    return next((part for part in re.split("[/\uff0f]", path) if is_mark(part)), None)


def may_hold_marks(body: str) -> bool:
    """A quick look: can anything in the text be marked at all?"""
    near = _TAG_AT_A_GLANCE.findall(body)
    if "!" in body:
        near += _CALLOUT_AT_A_GLANCE.findall(body)
    if any(_marked_part(word) for word in near if word.isascii()):
        return True
    in_doubt = not all(map(str.isascii, near)) or (not body.isascii() and any(sign in body for sign in _WIDE_SIGNS))
    return in_doubt and any(_marked_part(match[1]) for match in _mark().finditer(body))


def is_field_mark(word: str) -> bool:
    """Whether a field of that name is a mark: misspelt in one half alone, or with letters of other scripts (to be found quickly)."""
    return is_mark(word) and (any(part in word.lower() for part in FIELD_PARTS) or _OTHER_SCRIPT.search(word) is not None)


def may_hold_fields(body: str) -> bool:
    """A quick look: can a field in the text (`confidential:: true`) be a mark?"""
    return ("::" in body and any(map(is_field_mark, _FIELD.findall(body)))) or any(map(is_field_mark, _LINE_FIELD.findall(body)))


def find_hidden(body: Body) -> tuple[set[int], list[Mark]]:
    """The numbers of the lines that a mark hides, and the marks that are misspelt."""
    callouts, tags, slips = _find_marks(body)
    return hidden_with(body, {*callouts, *tags}, callouts), slips


def hidden_with(body: Body, numbers: Collection[int], callouts: Collection[int] = ()) -> set[int]:
    """The lines with these numbers, and all that goes with the blocks in which they stand; `callouts` are those of them that look like one."""
    marked = sorted(numbers)
    hidden = set(marked)
    whole: set[int] = set()
    for first, last in body.wholes:
        if _is_between(marked, first, last):
            whole.update(range(first, last + 1))
    hidden |= whole
    end = 0
    for number in callouts:  # a callout that failed to be one: all that looks like it
        if number > end and number not in whole:
            end = _paragraph_end(body, number)
            hidden.update(range(number, end + 1))
    sections = _Sections(body)
    table_end = 0
    for place, block in enumerate(body.blocks):
        if block.kind == "heading":
            sections.enter(block)
        if _is_between(marked, block.line, block.last):
            hidden.update(range(block.line, _reach(block, body) + 1))
            if block.kind == "row" and block.line > table_end:
                table = _table_under(body.blocks, place)
                hidden.update(table)
                table_end = table[-1]
            elif block.kind == "paragraph" and block.line not in whole and _is_only_tags(block):
                hidden.update(sections.around(block))
    return hidden


def _is_between(marked: list[int], first: int, last: int) -> bool:
    from bisect import bisect_left

    place = bisect_left(marked, first)
    return place < len(marked) and marked[place] <= last


def _find_marks(body: Body) -> tuple[list[int], list[int], list[Mark]]:
    """The lines with a mark, by what it looks like: a callout, a tag; and the misspelt marks."""
    callouts: list[int] = []
    tags: list[int] = []
    slips: list[Mark] = []
    doubt = False  # whether code of an earlier line may end on this one
    for number, line in enumerate(body.lines, body.first):
        text = body.written.get(number, line)
        if number in body.code or not text.strip(" \t>"):
            doubt = False
            continue
        # A mark in a comment counts: who hides it there means the line, and what is a comment may be in doubt.
        for match in _matches(text, line, doubt):
            part = _marked_part(match[1])
            if part is None or (_HEADING.match(text, 0, match.end()) and _seen(part).casefold() != WORD):
                continue  # `## Confidentiality` is the title of a section, and no tag
            (callouts if match[0][0] in "[\uff3b" else tags).append(number)
            if not _AS_IT_SHOULD_BE.fullmatch(match[0]):
                slips.append(Mark(number, match.start() + 1, _without_more(part)))
        for field in () if doubt else _find_fields(text):
            tags.append(number)
            slips.append(field._replace(line=number))
        doubt = doubt or leaves_code_open(text)
    return callouts, tags, slips


def _find_fields(text: str) -> Iterator[Mark]:
    """The fields of a line that mark it."""
    if ":" in text or "=" in text:
        bare = blank_code(text, "`")
        for pattern, sign in ((_FIELD, "::"), (_LINE_FIELD, ":")):
            for match in pattern.finditer(bare):
                if is_field_mark(match[1]):
                    yield Mark(0, match.start(1) + 1, _without_more(match[1]) + sign)


def _without_more(word: str) -> str:
    """A mark as it is seen, without what it may run on into."""
    seen = _seen(word)
    return seen if len(seen) <= len(WORD) + _MAX_SLIPS else WORD + "…"


def _seen(word: str) -> str:
    """The word without signs that are not seen, and accents."""
    from unicodedata import category

    return "".join(sign for sign in word if category(sign) not in ("Mn", "Me", "Cf"))


def _matches(text: str, line: str, doubt: bool) -> list[re.Match[str]]:
    """What may be marks outside of code: on the line as it is written, or without its comments."""
    found: dict[int, re.Match[str]] = {}
    for reading in {text, line}:
        for match in _mark().finditer(reading if doubt else blank_code(reading, "`")):
            found.setdefault(match.start(), match)
    return [found[at] for at in sorted(found)]


def _reach(block: Block, body: Body) -> int:
    """The last line that a marked block hides: its own, and what is indented under it."""
    end = block.end
    for number in range(end + 1, body.first + len(body.lines)):
        text = body.lines[number - body.first].replace(">", " ")
        if text.strip():
            if pass_all_white(text, 0, 0)[1] <= block.indent:
                break
            end = number
    return end


def _paragraph_end(body: Body, number: int) -> int:
    last = body.first + len(body.lines) - 1
    while number < last and body.lines[number + 1 - body.first].strip():
        number += 1
    return number


def _table_under(blocks: list[Block], place: int) -> range:
    """The lines of a table whose head is the block at `place`; none when it is no head."""
    head = end = blocks[place]
    if place + 1 < len(blocks) and is_table_rule(blocks[place + 1].text):
        for block in blocks[place + 1 :]:
            if block.kind != "row" or block.line != end.last + 1:
                break
            end = block
    return range(head.line, end.last + 1)


def _is_only_tags(block: Block) -> bool:
    text = _WHOLE_FIELD.sub(lambda field: "" if next(_find_fields(field[0]), None) else field[0], block.whole_text())
    return all(word[0] in "#\uff03" for word in text.split())


class _Sections:
    """What a line of nothing but tags stands in: the item, the section or, before all headings, the note."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.open: list[Block] = []
        self.told: set[tuple[int, int]] = set()

    def enter(self, heading: Block) -> None:
        self._leave(heading.line)
        self.open.append(heading)

    def _leave(self, line: int) -> None:
        while self.open and self.open[-1].end < line:
            self.open.pop()

    def around(self, block: Block) -> range:
        """The lines that it stands in; none when they were told before."""
        self._leave(block.line)
        if block.parent is not None:
            first, last = block.parent.line, _reach(block.parent, self.body)
        elif self.open:
            first, last = self.open[-1].line, self.open[-1].end
        else:
            first, last = self.body.first, self.body.first + len(self.body.lines) - 1
        if (first, last) in self.told:
            return range(0)
        self.told.add((first, last))
        return range(first, last + 1)
