"""A text as lines that keep their own ends, so that what is not touched stays byte for byte."""

from collections.abc import Sequence

from ..model.pattern import pattern

_LINES = pattern(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


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
    return insert_each(lines, [(at, line) for line in new])


def insert_each(lines: list[str], new: Sequence[tuple[int, str]]) -> str:
    """The text with new lines, each in front of a line (from 0), in ascending order; as `insert_lines` does it with those of one place."""
    end = line_end(lines)
    parts: list[str] = []
    place = 0
    for at, line in new:
        parts += lines[place:at]
        place = max(place, at)
        if parts and not parts[-1].endswith(("\r", "\n")):  # only the last line can be without
            parts[-1] += end
        parts.append(line + end)
    if new and place >= len(lines) and lines and not lines[-1].endswith(("\r", "\n")):
        parts[-1] = parts[-1].removesuffix(end)
    return "".join([*parts, *lines[place:]])
