"""What goes with a line of a note: the whole of the block, or of the property, in which it stands."""

from collections.abc import Collection, Iterator

from ..model.note import LinkUse
from ..model.pattern import pattern
from .front_matter import split_note
from .links import find_link_spans
from .marks import hidden_with
from .structure import scan_body

# A property begins at the margin; a list below it may do so, too, and so may what closes brackets.
_PROPERTY = pattern(r"""["']?\w[^:]*:(?:[ \t]|\Z)""")


def find_targets(text: str) -> Iterator[LinkUse]:
    """All that is linked or embedded in a note's text, in code, too, and in what may not be shown."""
    for number, line in enumerate(text.split("\n"), 1):
        if "[[" in line or "](" in line or "]:" in line:
            yield from (LinkUse(span.target, number, span.start + 1) for span in find_link_spans(line))


def whole_blocks(text: str, numbers: Collection[int]) -> set[int]:
    """The lines (from 1) of a note's text that are hidden when those with these `numbers` are."""
    if not numbers:
        return set()
    split = split_note(text)
    found = hidden_with(scan_body(split.body, split.body_line), {number for number in numbers if number >= split.body_line})
    front = [number for number in numbers if number < split.body_line]
    return found | _whole_properties(split.front or "", front) if front else found


def _whole_properties(front: str, numbers: Collection[int]) -> set[int]:
    """The same in front matter, whose first line has number 2."""
    found: set[int] = set()
    first = 2
    lines = front.split("\n")
    for number, line in enumerate([*lines, "end:"], 2):
        if _PROPERTY.match(line):
            if any(first <= one < number for one in numbers):
                found.update(range(first, number))
            first = number
    return found
