"""YAML as Obsidian reads it: YAML 1.2 core values, each with its line and column.

Built straight from the parser's *events*: nothing is composed, so that an alias bomb
or thirty thousand brackets are refused as soon as they are seen. libyaml itself
recurses when it composes and takes the process down at some 25,000 levels.
"""

import re
from typing import NamedTuple

MAX_DEPTH = 16

Data = None | bool | int | float | str | list["Node"] | dict[str, "Node"]


class Node(NamedTuple):
    """A value and where it starts. `raw` is a scalar's text, `key` the place of its key."""

    data: Data
    raw: str
    line: int
    column: int
    key_line: int = 0
    key_column: int = 0


class YamlFault(Exception):
    """The text is not YAML that we read: why, where (from 1) and how to mend it."""

    def __init__(self, rule: str, message: str, line: int, column: int, fix: str) -> None:
        super().__init__(message)
        self.rule, self.message, self.line, self.column, self.fix = rule, message, line, column, fix


_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_WORDS: dict[str, None | bool | float] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
    **{sign + word: float(sign + "inf") for sign in ("", "+", "-") for word in (".inf", ".Inf", ".INF")},
}
# Characters that YAML does not allow in a stream at all.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CORE_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map")}


def plain_value(raw: str) -> None | bool | int | float | str:
    """What an unquoted scalar means. Numbers with a leading zero or `_` stay text."""
    if raw in _WORDS:
        return _WORDS[raw]
    if raw[0] not in "0123456789+-.":
        return raw
    try:
        if _INT.fullmatch(raw):
            return int(raw, 0)
        if _FLOAT.fullmatch(raw):
            return float(raw)
    except ValueError:  # more digits than Python converts
        pass
    return raw


def parse_yaml(text: str, first_line: int = 1) -> Node:
    """The one document in `text`; raises `YamlFault` for anything else.

    `first_line` is the line of the file on which `text` begins.
    """
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        before = text[: forbidden.start()]
        raise YamlFault(
            "control-character",
            f"the character U+{ord(forbidden[0]):04X} is not allowed in YAML",
            first_line + before.count("\n"),
            len(before) - before.rfind("\n"),
            "delete it",
        )
    import yaml  # 20 ms: most front matter is read without it

    try:
        return _build(text, first_line)
    except yaml.YAMLError as error:
        raise _as_fault(error, text, first_line) from None


def _build(text: str, first_line: int) -> Node:
    """The document, from a single walk over the events with a stack of our own."""
    import yaml as y

    root: Node | None = None
    documents = 0
    # One frame a collection under way: its node and, in a mapping, the key that waits.
    stack: list[tuple[Node, Node | None]] = []

    def place(node: Node) -> None:
        nonlocal root
        if not stack:
            root = node
            return
        parent, key = stack[-1]
        if isinstance(parent.data, list):
            parent.data.append(node)
        elif isinstance(parent.data, dict):
            if key is None:
                stack[-1] = (parent, _key(node, parent.data))
            else:
                parent.data[key.raw] = node._replace(key_line=key.line, key_column=key.column)
                stack[-1] = (parent, None)

    for event in y.parse(text, Loader=y.CSafeLoader):
        line, column = first_line, 1
        if event.start_mark is not None:
            line, column = first_line + event.start_mark.line, event.start_mark.column + 1
        if isinstance(event, y.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise YamlFault("front-matter", "a second YAML document starts here", line, column,
                                "keep one block of properties between the two `---` lines")
        if isinstance(event, y.AliasEvent) or getattr(event, "anchor", None):
            raise YamlFault("yaml-anchor", "anchors and aliases (`&` and `*`) are not read", line, column,
                            "write the value out, or put it in quotes when it is text")
        tag = getattr(event, "tag", None)
        if tag is not None and tag not in _CORE_TAGS and tag != "!":
            raise YamlFault("yaml-tag", f"the tag {tag} is not read", line, column,
                            "put the value in quotes when it is text")
        if isinstance(event, y.ScalarEvent):
            plain = event.implicit[0] and tag is None
            place(Node(plain_value(event.value) if plain else event.value, event.value, line, column))
        elif isinstance(event, (y.SequenceStartEvent, y.MappingStartEvent)):
            if len(stack) >= MAX_DEPTH:
                raise _too_deep(line, column)
            data: Data = [] if isinstance(event, y.SequenceStartEvent) else {}
            stack.append((Node(data, "", line, column), None))
        elif isinstance(event, (y.SequenceEndEvent, y.MappingEndEvent)):
            place(stack.pop()[0])
    return root if root is not None else Node(None, "", first_line, 1)


def _key(node: Node, mapping: dict[str, Node]) -> Node:
    """A mapping's next key, or the fault that it is."""
    if isinstance(node.data, (list, dict)):
        raise YamlFault("front-matter", "a list or a mapping cannot be a key", node.line, node.column,
                        "put the text in quotes; `{{` at the start of a value needs them, too")
    if node.raw in mapping:
        raise YamlFault("duplicate-key", f"the key `{node.raw}` stands twice (first on line {mapping[node.raw].key_line})",
                        node.line, node.column, "join the two, or delete one")
    return node


def _too_deep(line: int, column: int) -> YamlFault:
    return YamlFault("yaml-depth", f"values are nested more than {MAX_DEPTH} deep", line, column, "write it flatter")


def _as_fault(error: Exception, text: str, first_line: int) -> YamlFault:
    """libyaml's complaint in words that help."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    here = lines[line] if line < len(lines) else ""
    message = str(getattr(error, "problem", None) or "this cannot be read as YAML")
    if "nesting depth" in message:  # libyaml's scanner looks ahead and may be first to see it
        return _too_deep(first_line + line, 1)
    fix = "put a value with special signs (such as `: `, `#`, `[`, `@`) in quotes"
    tabbed = next((n for n in range(min(line, len(lines) - 1), max(-1, line - 2), -1)
                   if "\t" in lines[n][: len(lines[n]) - len(lines[n].lstrip())]), None)
    if tabbed is not None and ("token" in message or "tab" in message):
        line, column = tabbed, lines[tabbed].index("\t")
        return YamlFault("yaml-tab", "a tab in the indentation", first_line + line, column + 1,
                         "indent with spaces")
    if "mapping values are not allowed" in message:
        message = "a second `: ` in one line"
        fix = "put the value in quotes"
    elif here.lstrip().startswith(("@", "`", "%")) or "cannot start any token" in message:
        message = "a value cannot start with this sign"
        fix = "put the value in quotes"
    return YamlFault("front-matter", message, first_line + line, column + 1, fix)
