"""What was meant to keep a whole note confidential, and stands where no property is read.

`confidential: true` above all else but without its `---`, or below an empty line before
it, and Dataview's `confidential:: true` in the text. Doubt closes: each is taken for the
property. In code it is text.
"""

import re
from typing import NamedTuple

from .code_spans import blank_code
from .front_matter import Split
from .marks import is_mark
from .structure import scan_body

# A word of a mark's length, whatever is not seen in it, from where a word can begin on.
_FIELD = re.compile(r"(?<![^\s:\[\](){}*_,;])([^\s:\[\](){}*_,;]{10,40})[ \t*_]{0,9}::[ \t*_]{0,9}([^\s\])]{0,40})")
_KEY = re.compile(r"[\"'*_]{0,3}([^\s:\"'*_]{10,40})[\"'*_]{0,3}[ \t]{0,9}:(?!:)[ \t*_]{0,9}(.{0,40})")
# The same in bytes, where a sign can be up to four of them.
_FIELD_AT_A_GLANCE = re.compile(rb"([^\s:\[\](){}*_,;]{10,}+)[ \t*_]{0,9}::")
_KEY_AT_A_GLANCE = re.compile(rb"(?:^|\n)[\"'*_]{0,3}([^\s:\"'*_]{10,160})[\"'*_]{0,3}[ \t]{0,9}:")


class NearMark(NamedTuple):
    """Where it stands, and what it says."""

    line: int
    column: int
    written: str


def may_hold_near_marks(data: bytes) -> bool:
    """A quick look at the bytes of a note, which are UTF-8: can there be one at all?"""
    if data[:1].isspace() or data[:1] > b"\x7f":  # perhaps white space above properties
        return True
    if data[:3] != b"---" and any(map(_may_be_mark, _KEY_AT_A_GLANCE.findall(data.partition(b"\n\n")[0]))):
        return True
    return b"::" in data and any(map(_may_be_mark, _FIELD_AT_A_GLANCE.findall(data)))


def _may_be_mark(word: bytes) -> bool:
    return any(map(is_mark, word.decode("utf-8", "replace").split()[-1:]))


def find_near_mark(split: Split) -> NearMark | None:
    """The first that is there."""
    text = split.body
    if split.front is None and (found := _above(text)):
        return found
    if "::" not in text or not any(map(_is_meant, _FIELD.finditer(text))):
        return None
    body = scan_body(text, split.body_line)
    for number, shown in enumerate(body.lines, body.first):
        line = body.written.get(number, shown)  # in a comment it counts, too, as any mark does
        if "::" in line and number not in body.code:
            for match in _FIELD.finditer(blank_code(line)):
                if _is_meant(match):
                    return NearMark(number, match.start(1) + 1, match[1])
    return None


def _above(text: str) -> NearMark | None:
    """One among the lines at the top that look like properties, with `---` around them or not."""
    lines = text.split("\n")
    start = next((place for place, line in enumerate(lines) if line.strip()), 0)
    fenced = lines[start].rstrip() == "---"
    for place in range(start + fenced, len(lines)):
        line = lines[place]
        if (fenced and line.rstrip() == "---") or not (fenced or line.strip()):
            break
        match = _KEY.match(line)
        if match and _is_meant(match):
            return NearMark(place + 1, match.start(1) + 1, match[1])
    return None


def _is_meant(match: re.Match[str]) -> bool:
    return is_mark(match[1]) and match[2].strip(" \t*_\"'").lower() != "false"
