"""One note out of two: the second goes into the first, and nothing is lost.

Properties that only the second has are taken over as they are written, lists are joined,
and a value that contradicts stays as a line of the text. The second's text follows the
first's, under a heading with its name. Whether anything that was hidden is so still, and
all the rest is there, is for the caller to look at.
"""

from collections.abc import Iterator, Sequence

from ..errors import VaultError
from .front_edit import add_item, insert_property_lines, set_property, write_scalar
from .front_matter import Fields, read_front_matter, split_note
from .lines import insert_lines, line_end, plain_text, split_lines
from .marks import is_mark
from .profile import is_private, is_withheld, private_lines
from .yaml_core import Node
from .yaml_line import find_comment

# What is a list even where it is written as one value.
LIST_KEYS = frozenset(("aliases", "email", "phone", "url", "tags", "interests", "needs", "offers", "goals", "challenges", "knows",
                    "pluses", "minuses", "dealbreakers", "cssclasses"))


def merge_notes(one: str, other: str, names: Sequence[str], title: str) -> tuple[str, list[str]]:
    """The note `one` with all that `other` says, and the lines that this adds to what the two say.

    `names` become aliases, `title` the heading of the other's text. Raises `VaultError`
    for properties in a form that is not understood.
    """
    fields, other_fields = _fields(one), _fields(other)
    contradictions: list[str] = []
    text = one
    for key, node in other_fields.items():
        mine = fields.get(key)
        if key == "name" or (mine is not None and node.data is None and not is_mark(key)):
            continue  # a name is an alias from now on, and nothing contradicts nothing
        if mine is None or (mine.data is None and not is_mark(key)):
            text = insert_property_lines(text, key, _written(other, other_fields, key))
        elif is_mark(key):  # whichever of the two is confidential, the whole is
            if node.raw.strip().lower() != "false":
                text = set_property(text, key, "true")
        elif key in LIST_KEYS or is_private(key) or isinstance(node.data, list) or isinstance(mine.data, list):
            text = _with_items(text, key, mine, node)
        else:
            said = set(_leaves(mine))
            contradictions += [f"- {key}: {leaf}" for leaf in _leaves(node) if leaf not in said]
    known = {item.casefold() for item in _items(_fields(text).get("aliases"))}
    for name in dict.fromkeys(names):
        if name.casefold() not in known:
            text = add_item(text, "aliases", name)
    contradictions += [f"- {comment}" for comment in _lost_comments((one, other), text)]
    heading = f"## {title}"
    return _with_body(text, other, heading, contradictions), [heading, *contradictions]


def _fields(text: str) -> Fields:
    front = split_note(plain_text(text)).front
    return read_front_matter(front) if front else {}


def _with_items(text: str, key: str, mine: Node, node: Node) -> str:
    """The text with the items of a list that it does not have."""
    if key == "tags" and mine.raw and len(_tags(mine)) > 1:  # `tags: friend, work` are two
        text = set_property(text, key, f"[{', '.join(map(write_scalar, _tags(mine)))}]")
    items_of = _tags if key == "tags" else _items
    known = set(items_of(mine))
    for item in items_of(node):
        if item not in known:
            text = add_item(text, key, item)
    return text


def _tags(node: Node | None) -> list[str]:
    """The tags in a list, or in one text."""
    if node is not None and isinstance(node.data, str):
        return node.raw.replace(",", " ").split()
    return _items(node)


def _lost_comments(texts: Sequence[str], merged: str) -> list[str]:
    """The comments in the front matter of these notes that the merged one does not have.

    Raises `VaultError` for one beside something private, which must not become a line of the text.
    """
    kept = {find_comment(line) for line in _front_lines(merged)}
    lost: dict[str, None] = {}
    for text in texts:
        lines = _front_lines(text)
        private = set(private_lines(_fields(text), len(lines) + 1))
        for number, line in enumerate(lines, 2):
            comment = find_comment(line)
            if comment and comment not in kept:
                if number in private or is_withheld(comment):
                    raise VaultError(f"a comment on line {number} of one of the two stands by something private",
                                     "nothing was changed; take the comment away first")
                lost[comment] = None
    return list(lost)


def _front_lines(text: str) -> list[str]:
    front = split_note(plain_text(text)).front
    return front.removesuffix("\n").split("\n") if front else []


def _items(node: Node | None) -> list[str]:
    """The items of a list, or the one value; raises `VaultError` for lists and mappings in it."""
    if node is None or (node.data is None and not node.raw):
        return []
    items = node.data if isinstance(node.data, list) else [node]
    for item in items:
        if isinstance(item.data, (list, dict)):
            raise VaultError(f"a value on line {item.line} is no plain list", "nothing was changed; make it one in an editor")
    return [item.raw for item in items]


def _leaves(node: Node) -> Iterator[str]:
    """All single values in a value, each behind its keys."""
    if isinstance(node.data, dict):
        for key, inner in node.data.items():
            yield from (f"{key}: {leaf}" for leaf in _leaves(inner))
    elif isinstance(node.data, list):
        for item in node.data:
            yield from _leaves(item)
    else:
        yield " ".join(node.raw.split())


def _written(text: str, fields: Fields, key: str) -> list[str]:
    """The lines on which a property stands, as they are written."""
    lines = [line.rstrip("\r\n") for line in split_lines(text)]
    start = fields[key].key_line
    if sum(node.key_line == start for node in fields.values()) > 1:
        raise VaultError(f"several properties stand on line {start}", "nothing was changed; give each a line of its own")
    later = [node.key_line for node in fields.values() if node.key_line > start]
    end = min(later) if later else split_note(plain_text(text)).body_line - 1
    return lines[start - 1 : end - 1]


def _with_body(text: str, other: str, heading: str, contradictions: list[str]) -> str:
    """The text with the other's body below it."""
    body = split_lines(other.removeprefix("\ufeff"))[split_note(plain_text(other)).body_line - 1 :]
    said = [line.rstrip("\r\n") for line in body]
    while said and not said[-1].strip():
        said.pop()
    while said and not said[0].strip():
        said.pop(0)
    if not said and not contradictions:
        return text
    lines = split_lines(text)
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += line_end(lines)
    gap = [""] if lines and lines[-1].strip() else []
    new = [*gap, heading, *(["", *contradictions] if contradictions else []), *(["", *said] if said else [])]
    return insert_lines(lines, len(lines), new)
