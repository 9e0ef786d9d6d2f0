"""One note out of two: the second goes into the first, and nothing is lost.

Properties that only the second has are taken over as they are written, lists are joined,
and a value that contradicts stays as a line of the text. The second's text follows the
first's, under a heading with its name.
"""

from ..model.contact import Contact
from .front_edit import add_item, insert_property_lines, set_property
from .front_matter import Fields, read_front_matter, split_note
from .lines import insert_lines, line_end, split_lines
from .marks import is_mark
from .yaml_core import Node


def merge_notes(one: str, other: str, contact: Contact) -> str:
    """The note `one` with all that the note `other`, of `contact`, says. Raises `VaultError` when it cannot be done."""
    fields, other_fields = _fields(one), _fields(other)
    contradictions: list[str] = []
    text = one
    for key, node in other_fields.items():
        mine = fields.get(key)
        if mine is None or (mine.data is None and not mine.raw):
            if key != "name":
                text = insert_property_lines(text, key, _written(other, other_fields, key))
        elif is_mark(key):  # whichever of the two is confidential, the whole is
            if node.raw.strip().lower() != "false":
                text = set_property(text, key, "true")
        elif isinstance(node.data, list) or isinstance(mine.data, list):
            known = set(_items(mine))
            for item in _items(node):
                if item not in known:
                    text = add_item(text, key, item)
        elif node.raw != mine.raw or isinstance(node.data, dict):
            contradictions += [line.strip() for line in _written(other, other_fields, key)]
    known = {name.casefold() for name in (*_items(_fields(text).get("aliases")), _fields(text)["name"].raw if "name" in fields else "")}
    for name in dict.fromkeys((contact.name, contact.path.rsplit("/", 1)[-1].removesuffix(".md"))):
        if name.casefold() not in known:
            text = add_item(text, "aliases", name)
    return _with_body(text, other, contact.name, contradictions)


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _fields(text: str) -> Fields:
    front = split_note(_plain(text)).front
    return read_front_matter(front) if front else {}


def _items(node: Node | None) -> list[str]:
    if node is None or node.data is None:
        return []
    return [item.raw for item in node.data] if isinstance(node.data, list) else [node.raw]


def _written(text: str, fields: Fields, key: str) -> list[str]:
    """The lines on which a property stands, as they are written."""
    lines = [line.rstrip("\r\n") for line in split_lines(text)]
    start = fields[key].key_line
    later = [node.key_line for node in fields.values() if node.key_line > start]
    end = min(later) if later else split_note(_plain(text)).body_line - 1
    return lines[start - 1 : end - 1]


def _with_body(text: str, other: str, name: str, contradictions: list[str]) -> str:
    """The text with the other's body below it."""
    body = split_lines(other.removeprefix("\ufeff"))[split_note(_plain(other)).body_line - 1 :]
    said = [line.rstrip("\r\n") for line in body]
    while said and not said[-1].strip():
        said.pop()
    while said and not said[0].strip():
        said.pop(0)
    if not said and not contradictions:
        return text
    lines = split_lines(text)
    while lines and not lines[-1].strip():
        lines.pop()
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += line_end(lines)
    facts = [f"- {line}" for line in contradictions]
    new = ["", f"## {name}", *(["", *facts] if facts else []), *(["", *said] if said else [])]
    return insert_lines(lines, len(lines), new if lines else new[1:])
