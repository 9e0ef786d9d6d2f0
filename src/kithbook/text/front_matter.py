"""Front matter: where it stands, and what it says.

The usual forms (`key: value`, simple lists) are read here, a line at a time, at a sixth
of the cost of YAML's C parser; anything else goes to `yaml_core`. The two agree to the
column: a property test holds them together.
"""

import re

from ..model.pattern import pattern
from ..model.record import NamedTuple
from .yaml_core import Node, YamlFault, parse_yaml, plain_value

Fields = dict[str, Node]


class Split(NamedTuple):
    """A note in two. The front matter begins on line 2; `body_line` is the body's first.

    `front` is None when there is none; `closed` is False when its end is missing.
    """

    front: str | None
    body: str
    body_line: int
    closed: bool = True


_END = pattern(r"^---[ \t]*$", re.MULTILINE)
_LOOKS_LIKE_KEY = pattern(r"\s*[\"']?\w[\w -]{0,100}[\"']?:(?:[ \t]|$)", re.MULTILINE)


def split_note(text: str) -> Split:
    """Split at the `---` lines. A note that merely opens with a rule has no front matter."""
    if not text.startswith("---"):
        return Split(None, text, 1)
    first = text.find("\n")
    if first < 0 or text[3:first].strip(" \t"):
        return Split(None, text, 1)
    end = text.find("\n---\n", first)
    last = len(text) if end < 0 else end
    if end < 0 or text.find("\n--- ", first, last) >= 0 or text.find("\n---\t", first, last) >= 0:
        match = _END.search(text, first + 1, last + 4)
        if not match:
            looks_meant = _LOOKS_LIKE_KEY.match(text, first + 1)
            return Split(text[first + 1 :], "", 2, closed=False) if looks_meant else Split(None, text, 1)
        end = match.start() - 1
        body_start = match.end() + 1
    else:
        body_start = end + 5
    front = text[first + 1 : end]
    body = text[body_start:]
    return Split(front, body, text.count("\n", 0, body_start) + 1)


_KEY = pattern(r"([A-Za-z_][\w-]*):(?: +(?=\S)|$)", re.ASCII)
# A scalar without any sign that means something in YAML.
_PLAIN = pattern(r"\w(?:[\w .,()/+'&@-]*[\w.,()/+'&@-])?")
_FLOW_ITEM = pattern(r"""[ ]*(?:(\w(?:[\w .()/+'&@-]*[\w.()/+'&@-])?)|"([\w .,:;()/+'&@#!?-]*)")[ ]*(?:,|$)""")
_QUOTED = pattern(r"""(["'])([\w .,:;()/+&@#!?\[\]-]*)\1""")
_ITEM = pattern(r"( *)- +(?=\S)")


def read_front_matter(front: str, first_line: int = 2) -> Fields:
    """The fields by key. Raises `YamlFault` when they cannot be read."""
    fields = _read_usual(front, first_line)
    if fields is not None:
        return fields
    root = parse_yaml(front, first_line)
    if root.data is None:
        return {}
    if not isinstance(root.data, dict):
        raise YamlFault("front-matter", "the front matter is no list of `key: value` lines", root.line, root.column,
                        "write each property as `key: value`")
    return root.data


def _read_usual(front: str, first_line: int) -> Fields | None:
    """The usual forms; None as soon as a line is anything else."""
    fields: Fields = {}
    items: list[Node] | None = None  # of the list under way
    indent = key_line = 0
    key = ""
    for line, text in enumerate(front.split("\n"), first_line):
        if match := _KEY.match(text):
            if items is not None and not items:
                fields[key] = _absent(key, key_line)
            key, key_line, start = match[1], line, match.end()
            if key in fields:
                return None
            if start == len(text):
                items = []
                fields[key] = Node(items, "", line, 1, line, 1)
                continue
            items = None
            node = _scalar_or_flow(text, start, line)
            if node is None:
                return None
            fields[key] = node
        elif text or items is not None:
            match = _ITEM.match(text)
            if match is None or items is None:
                return None
            if not items:
                indent = len(match[1])
                fields[key] = Node(items, "", line, indent + 1, key_line, 1)
            item = _scalar(text, match.end(), line)
            if item is None or indent != len(match[1]):
                return None
            items.append(item)
    if items is not None and not items:
        fields[key] = _absent(key, key_line)
    return fields


def _absent(key: str, line: int) -> Node:
    """The value of a key behind which nothing stands."""
    return Node(None, "", line, len(key) + 2, line, 1)


def _scalar(text: str, start: int, line: int) -> Node | None:
    """A scalar from `start` to the end of the line."""
    raw = text[start:].rstrip(" ")
    if _PLAIN.fullmatch(raw):
        return Node(plain_value(raw), raw, line, start + 1)
    quoted = _QUOTED.fullmatch(raw)
    if quoted:
        return Node(quoted[2], quoted[2], line, start + 1)
    return None


def _scalar_or_flow(text: str, start: int, line: int) -> Node | None:
    """The value behind a key: a scalar or a simple `[a, b]`."""
    if text[start] != "[":
        node = _scalar(text, start, line)
        return node._replace(key_line=line, key_column=1) if node else None
    raw = text[start:].rstrip(" ")
    if raw[-1] != "]":
        return None
    inner = raw[1:-1]
    items: list[Node] = []
    at = 0
    while at < len(inner):
        match = _FLOW_ITEM.match(inner, at)
        if match is None:
            return None
        plain, quoted = match.group(1, 2)
        if plain is not None:
            items.append(Node(plain_value(plain), plain, line, start + 2 + match.start(1)))
        else:
            items.append(Node(quoted, quoted, line, start + 1 + match.start(2)))
        at = match.end()
    return Node(items, "", line, start + 1, line, 1)
