"""The smallest edit of a property: its value replaced where it stands, or a new line before the closing one."""

import re

from ..errors import VaultError
from ..model.pattern import pattern
from .front_matter import read_front_matter, split_note
from .lines import insert_lines, line_end, plain_text, split_lines
from .yaml_core import Node, YamlFault, plain_value

_RULE = "---"
# No sign of YAML's own in it, and nothing that an older YAML takes for a yes or a number.
# What opens and closes in a list or mapping on one line; quoted texts are passed over.
_FLOW = pattern(r"""(?<=[\[{,: ])"(?:[^"\\]|\\.)*"|(?<=[\[{,: ])'(?:[^']|'')*'|[\[\]{}]""")
_PLAIN = pattern(r"(?!(?:y|n|yes|no|on|off)$)[^\W\d_][\w .()/+'&-]*(?<! )", re.I)


def set_property(text: str, key: str, value: str) -> str:
    """The note with `key: value` on top. Raises `VaultError` when the value that stands there has another form."""
    lines = split_lines(text)
    split = split_note(plain_text(text))
    if split.front is None:
        end = line_end(lines)
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        return f"{mark}{_RULE}{end}{key}: {value}{end}{_RULE}{end}{text.removeprefix(mark)}"
    node = read_front_matter(split.front).get(key)
    if node is None:
        return insert_lines(lines, split.body_line - 2, [f"{key}: {value}"])
    return _replace_value(lines, node, key, value)


def has_property(text: str, key: str) -> bool:
    """Whether the front matter of a note has that key, and something behind it."""
    node = _node_of(text, key)
    return node is not None and bool(node.raw)


def set_setting(text: str, key: str, value: str) -> str:
    """`nb.yaml` with `key: value` in it, at the end when it is new."""
    lines = split_lines(text)
    node = read_front_matter(plain_text(text), 1).get(key)
    if node is None:
        return insert_lines(lines, len(lines), [f"{key}: {value}"])
    return _replace_value(lines, node, key, value)


def insert_property_lines(text: str, key: str, written: list[str]) -> str:
    """The note with a property that it does not have, in these lines; an empty one of that name makes place."""
    lines = split_lines(text)
    split = split_note(plain_text(text))
    if split.front is None:
        return insert_property_lines(set_property(text, key, ""), key, written)
    node = read_front_matter(split.front).get(key)
    if node is None:
        return insert_lines(lines, split.body_line - 2, written)
    return insert_lines(lines[: node.key_line - 1] + lines[node.key_line :], node.key_line - 1, written)


def add_item(text: str, key: str, item: str) -> str:
    """The note with one more item in the list behind `key`, in the form that the list has.

    Raises `VaultError` for a list in a form that is not understood, or when the items do not read back.
    """
    before = _items_of(text, key)
    changed = _with_item(text, key, item)
    try:
        as_asked = _items_of(changed, key) == [*before, item]
    except YamlFault:
        as_asked = False
    if not as_asked:
        raise VaultError(f"`{key}` cannot be changed for sure", "nothing was changed; write it in an editor")
    return changed


def _items_of(text: str, key: str) -> list[str]:
    node = _node_of(text, key)
    if node is None or node.data is None or (node.raw == "" and not isinstance(node.data, (list, dict))):
        return []
    return [item.raw for item in node.data if item.data is not None] if isinstance(node.data, list) else [node.raw]


def _node_of(text: str, key: str) -> Node | None:
    front = split_note(plain_text(text)).front
    return read_front_matter(front).get(key) if front else None


def _with_item(text: str, key: str, item: str) -> str:
    lines = split_lines(text)
    node = _node_of(text, key)
    written = write_scalar(item)
    if node is None:
        return set_property(text, key, f"[{written}]")
    if isinstance(node.data, dict):
        raise VaultError(f"`{key}` on line {node.key_line} is no list", "change it in an editor")
    if not isinstance(node.data, list):
        if node.data is None or not node.raw:
            return _replace_value(lines, node, key, f"[{written}]")
        return _replace_value(lines, node, key, f"[{write_scalar(node.raw)}, {written}]")
    if any(isinstance(inner.data, (list, dict)) for inner in node.data):
        raise VaultError(f"`{key}` on line {node.key_line} has a list in it", "put a [[link]] there in quotes")
    line = lines[node.line - 1]
    start = node.column - 1
    if not line.startswith("[", start):  # a list of lines: behind its last item, like it
        last = node.data[-1]
        if last.data is None and not last.raw:  # an item that waits to be filled in
            return _fill_item(lines, last.line, key, written)
        marker = lines[last.line - 1][: last.column - 1]
        if not marker.strip(" -") == "" or "\n" in last.raw:
            raise VaultError(f"`{key}` on line {node.key_line} is written in an unusual way", "change it in an editor")
        return insert_lines(lines, last.line, [f"{marker}{written}"])
    close = _close_of(line, start)
    if close is None:
        raise VaultError(f"`{key}` on line {node.key_line} goes over several lines", "change it in an editor")
    items = line[start + 1 : close].rstrip()
    comma = "" if not items else " " if items.endswith(",") else ", "
    lines[node.line - 1] = f"{line[: start + 1]}{items}{comma}{written}{line[close:]}"
    return "".join(lines)


def take_item(text: str, key: str, item: str) -> str:
    """The note without an item of the list behind `key`; as it is when the list does not have it.

    Raises `VaultError` as `add_item` does.
    """
    before = _items_of(text, key)
    if item not in before:
        return text
    changed = _without_item(text, key, before.index(item))
    before.remove(item)
    try:
        as_asked = _items_of(changed, key) == before
    except YamlFault:
        as_asked = False
    if not as_asked:
        raise VaultError(f"`{key}` cannot be changed for sure", "nothing was changed; write it in an editor")
    return changed


def _without_item(text: str, key: str, place: int) -> str:
    """The text without the item at a place (from 0, empty ones not counted) of a list."""
    lines = split_lines(text)
    node = _node_of(text, key)
    if node is None or not isinstance(node.data, list):  # one value, which is the list
        return _replace_value(lines, node, key, "") if node is not None else text
    items = [inner for inner in node.data if inner.data is not None]
    taken = items[place]
    if not lines[node.line - 1].startswith("[", node.column - 1):
        if lines[taken.line - 1][: taken.column - 1].strip() != "-":
            raise VaultError(f"`{key}` on line {node.key_line} is written in an unusual way", "change it in an editor")
        return "".join(lines[: taken.line - 1] + lines[taken.line :])
    line = lines[node.line - 1]
    close = _close_of(line, node.column - 1)
    if close is None:
        raise VaultError(f"`{key}` on line {node.key_line} goes over several lines", "change it in an editor")
    start = taken.column - 1
    if place + 1 < len(items):
        lines[node.line - 1] = line[:start] + line[items[place + 1].column - 1 :]
    else:
        start = line.rfind(",", 0, start) if place else node.column
        lines[node.line - 1] = line[:start] + line[close:]
    return "".join(lines)


def _close_of(line: str, start: int) -> int | None:
    """Where the list that opens at `start` is closed, brackets between quotes apart; None when it is not on this line."""
    depth = 0
    for match in _FLOW.finditer(line, start):
        if match[0] in "[{":
            depth += 1
        elif match[0] in "]}":
            depth -= 1
            if depth == 0:
                return match.start()
    return None


def _fill_item(lines: list[str], number: int, key: str, written: str) -> str:
    """The text with a value in an empty item of a list of lines."""
    line = lines[number - 1]
    item = line.rstrip("\r\n")
    if item.strip() != "-":
        raise VaultError(f"`{key}` has an empty item on line {number}", "change it in an editor")
    lines[number - 1] = f"{item.rstrip()} {written}{line[len(item):]}"
    return "".join(lines)


def write_scalar(text: str) -> str:
    """A text as a YAML value: plain where it means itself everywhere, else in double quotes."""
    if _PLAIN.fullmatch(text) and plain_value(text) == text:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _replace_value(lines: list[str], node: Node, key: str, value: str) -> str:
    """The text with one value on one line replaced; a comment behind it stays."""
    line = lines[node.key_line - 1]
    start = node.column - 1
    if isinstance(node.data, (list, dict)) or (node.line != node.key_line and node.raw):
        raise VaultError(f"`{key}` on line {node.key_line} is no single value", "change it in an editor")
    if not node.raw and not (node.line == node.key_line and line[start : start + 2] in ('""', "''")):  # nothing behind `key:`
        at = line.index(":", node.key_column - 1) + 1
        lines[node.key_line - 1] = f"{line[:at]} {value}{line[at:]}"
        return "".join(lines)
    quote = line[start] if line[start] in "\"'" else ""
    if not line.startswith(f"{quote}{node.raw}{quote}", start):
        raise VaultError(f"`{key}` on line {node.key_line} is written in an unusual way", "change it in an editor")
    lines[node.key_line - 1] = f"{line[:start]}{value}{line[start + len(node.raw) + 2 * len(quote):]}"
    return "".join(lines)
