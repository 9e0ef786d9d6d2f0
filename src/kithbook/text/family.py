"""What a note says of somebody's family: under a property or a heading of that name.

These are no keys of the format, and nothing follows from them; people write them, and wish
to be reminded before they meet.
"""

import re
from collections.abc import Iterator, Sequence

from ..model.pattern import pattern
from .front_matter import read_front_matter
from .yaml_core import Node, YamlFault

_KEYS = ("family", "familie", "partner", "spouse", "wife", "husband", "children", "kids", "kinder", "parents", "frau", "mann")
_HEADING = pattern(r"(#{1,6})[ \t]+(?:family|familie)[ \t#]*$", re.IGNORECASE)
_ANY_HEADING = pattern(r"(#{1,6})[ \t]")
_ITEM = pattern(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_MOST = 6


def read_family(lines: Sequence[str]) -> list[tuple[str, int]]:
    """What stands there, and on which line (from 1). `lines` are those of the note that may be shown."""
    return [*_properties(lines), *_section(lines)][:_MOST]


def _properties(lines: Sequence[str]) -> Iterator[tuple[str, int]]:
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0) if lines and lines[0].rstrip() == "---" else 0
    try:
        fields = read_front_matter("\n".join(lines[1:end]), 2) if end else {}
    except YamlFault:  # said by others
        return
    for key, node in fields.items():
        if key.lower() in _KEYS:
            name = "" if key.lower() in ("family", "familie") else f"{key.lower()}: "
            for item in node.data if isinstance(node.data, list) else [node]:
                if isinstance(item, Node) and not isinstance(item.data, (list, dict)) and item.data is not None and item.raw.strip():
                    yield name + item.raw.strip(), item.line


def _section(lines: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The lines under a heading, to the next one of its level."""
    level = 0
    for number, line in enumerate(lines, 1):
        heading = _HEADING.match(line)
        if heading is not None:
            level = len(heading[1])
        elif level and (other := _ANY_HEADING.match(line)) is not None and len(other[1]) <= level:
            level = 0
        elif level and (text := _ITEM.sub("", line, count=1).strip()):
            yield text, number
