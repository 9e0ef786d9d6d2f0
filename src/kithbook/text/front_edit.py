"""The smallest edit of a property: its value replaced where it stands, or a new line before the closing one."""

from ..errors import VaultError
from .front_matter import read_front_matter, split_note
from .lines import insert_lines, line_end, split_lines
from .yaml_core import Node

_RULE = "---"


def set_property(text: str, key: str, value: str) -> str:
    """The note with `key: value` on top. Raises `VaultError` when the value that stands there has another form."""
    lines = split_lines(text)
    split = split_note(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    if split.front is None:
        end = line_end(lines)
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        return f"{mark}{_RULE}{end}{key}: {value}{end}{_RULE}{end}{text.removeprefix(mark)}"
    node = read_front_matter(split.front).get(key)
    if node is None:
        return insert_lines(lines, split.body_line - 2, [f"{key}: {value}"])
    return _replace_value(lines, node, key, value)


def set_setting(text: str, key: str, value: str) -> str:
    """`nb.yaml` with `key: value` in it, at the end when it is new."""
    lines = split_lines(text)
    node = read_front_matter(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), 1).get(key)
    if node is None:
        return insert_lines(lines, len(lines), [f"{key}: {value}"])
    return _replace_value(lines, node, key, value)


def _replace_value(lines: list[str], node: Node, key: str, value: str) -> str:
    """The text with one value on one line replaced; a comment behind it stays."""
    line = lines[node.key_line - 1]
    start = node.column - 1
    if isinstance(node.data, (list, dict)) or (node.line != node.key_line and node.raw):
        raise VaultError(f"`{key}` on line {node.key_line} is no single value", "change it in an editor")
    if not node.raw:  # `key:` with nothing behind it
        at = line.index(":", node.key_column - 1) + 1
        lines[node.key_line - 1] = f"{line[:at]} {value}{line[at:]}"
        return "".join(lines)
    quote = line[start] if line[start] in "\"'" else ""
    if not line.startswith(f"{quote}{node.raw}{quote}", start):
        raise VaultError(f"`{key}` on line {node.key_line} is written in an unusual way", "change it in an editor")
    lines[node.key_line - 1] = f"{line[:start]}{value}{line[start + len(node.raw) + 2 * len(quote):]}"
    return "".join(lines)
