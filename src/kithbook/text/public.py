"""What of a note may be shown: its text, line for line, and its links with their places."""

from collections.abc import Iterator

from ..model.note import LinkUse
from .blocks import Body
from .front_matter import Fields, Split
from .links import find_link_places, find_links
from .profile import is_withheld, private_lines
from .yaml_core import Node


def public_prose(split: Split, fields: Fields, shown: list[str]) -> str:
    """The lines of a note, with nothing in place of those that are withheld; `shown` are those of its body."""
    if split.front is None:
        return "\n".join(shown)
    empty = split.closed and split.body_line == 3  # the body's first line, when no line is between the two `---`
    lines = [] if empty else split.front.split("\n")
    private = set(private_lines(fields, len(lines) + 1))
    return "\n".join(["", *("" if n in private or is_withheld(line) else line for n, line in enumerate(lines, 2)), "", *shown])


def links_in_front(split: Split, fields: Fields) -> Iterator[LinkUse]:
    """The links in the values of front matter, but for private ones."""
    front = split.front or ""
    if "[[" not in front and "](" not in front:
        return
    lines = front.split("\n")
    private = set(private_lines(fields, len(lines) + 1))
    meant = {target for node in fields.values() for text in _texts(node) for target in find_links(f"{text} [[{text}]]")}
    for number, line in enumerate(lines, 2):
        if number not in private:
            for target, at in find_link_places(line):
                if target in meant:  # else it stands in a comment
                    yield LinkUse(target, number, at + 1)


def _texts(node: Node) -> Iterator[str]:
    """All texts in a value. (An unquoted `[[link]]` is a list in a list.)"""
    if isinstance(node.data, dict):
        for item in node.data.values():
            yield from _texts(item)
    elif isinstance(node.data, list):
        for item in node.data:
            yield from _texts(item)
    else:
        yield node.raw


def links_in_body(body: Body, shown: list[str]) -> Iterator[LinkUse]:
    """The links of a body outside of code and comments, on the lines that are `shown`."""
    reached = 0
    for block in body.blocks:  # code is in no block
        for number in range(max(block.line, reached + 1), block.last + 1):
            line = shown[number - body.first]
            if "[[" in line or "](" in line:
                yield from (LinkUse(target, number, at + 1) for target, at in find_link_places(line))
        reached = max(reached, block.last)
