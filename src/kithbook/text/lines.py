"""A text as lines that keep their own ends, so that what is not touched stays byte for byte."""

import re

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


def split_lines(text: str) -> list[str]:
    """The lines with their ends; joined they are the text. (Only line ends that a note can have are one.)"""
    return _LINES.findall(text)


def plain_text(text: str) -> str:
    """The text as readers take it: without a BOM, and with line feeds alone. Its lines have the same numbers."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def line_end(lines: list[str]) -> str:
    """The line end that the text uses, by its first line."""
    for line in lines[:1]:
        for end in ("\r\n", "\n", "\r"):
            if line.endswith(end):
                return end
    return "\n"


def insert_lines(lines: list[str], at: int, new: list[str]) -> str:
    """The text with `new` lines (without ends) in front of line `at` (from 0); a missing final line end stays missing."""
    end = line_end(lines)
    before, after = lines[:at], lines[at:]
    added = [line + end for line in new]
    if not after and before and not before[-1].endswith(("\r", "\n")):
        before = [*before[:-1], before[-1] + end]
        added[-1] = added[-1].removesuffix(end)
    return "".join([*before, *added, *after])
