"""The lines of vCard and iCalendar, written: both escape and fold alike (RFC 6350 3.2 to 3.4, RFC 5545 3.1 and 3.3.11)."""

from collections.abc import Iterable

from .person import several_lines

_LONGEST = 75  # bytes of a line, without its end
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def escape_text(text: str) -> str:
    """A text as a value; signs that no line may hold are left out."""
    return several_lines(text).translate(_ESCAPES)


def write_lines(lines: Iterable[str]) -> str:
    """The lines, each folded so that no sign is torn apart, with the line ends that both formats ask for."""
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _folded(line: str) -> str:
    if len(line) <= _LONGEST and line.isascii():
        return line
    parts: list[str] = []
    start = size = 0
    for place, sign in enumerate(line):
        width = len(sign.encode("utf-8", "replace"))
        if size + width > _LONGEST:
            parts.append(line[start:place])
            start, size = place, 1  # the space before what goes on
        size += width
    return "\r\n ".join([*parts, line[start:]])
