"""YAML as Obsidian reads it: YAML 1.2 core values, each with its line and column.

Built straight from the parser's *events*: nothing is composed, so that an alias bomb
or thirty thousand brackets are refused as soon as they are seen. libyaml itself
recurses when it composes and takes the process down at some 25,000 levels.
"""

from collections.abc import Iterable
from typing import Any

from ..model.pattern import pattern
from ..model.record import NamedTuple

_MAX_DEPTH = 16

Data = bool | int | float | str | list["Node"] | dict[str, "Node"] | None


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


_INT = pattern(r"[-+]?(?:0|[1-9][0-9]*)|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = pattern(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_WORDS: dict[str, bool | float | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
    **{sign + word: float(sign + "inf") for sign in ("", "+", "-") for word in (".inf", ".Inf", ".INF")},
}
# Characters that YAML does not allow in a stream at all.
_FORBIDDEN = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Line breaks to libyaml, which reads YAML 1.1, and to nobody else here (a file's own are all line feeds by now).
_NO_BREAKS = str.maketrans("\r\x85\u2028\u2029", "    ")
_CORE_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map")}


def plain_value(raw: str) -> bool | int | float | str | None:
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
        return _Builder(first_line).build(yaml.parse(text.translate(_NO_BREAKS), Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        from .yaml_fault import explain

        raise YamlFault(*explain(error, text, first_line, _MAX_DEPTH)) from None


class _Builder:
    """Builds the document from a single walk over the events, with a stack of its own."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.root: Node | None = None
        # One frame a collection under way: its node and, in a mapping, the key that waits.
        self.stack: list[tuple[Node, Node | None]] = []

    def build(self, events: Iterable[Any]) -> Node:
        import yaml as y

        documents = 0
        for event in events:
            kind = type(event)
            if kind is y.ScalarEvent:
                tag = event.tag
                if event.anchor or (tag is not None and tag not in _CORE_TAGS and tag != "!"):
                    raise self._refused(event)
                raw = event.value
                plain = tag is None and event.implicit[0]
                mark = event.start_mark
                self._place(Node(plain_value(raw) if plain else raw, raw, self.first_line + mark.line, mark.column + 1))
            elif kind is y.MappingStartEvent or kind is y.SequenceStartEvent:
                self._open(event, {} if kind is y.MappingStartEvent else [])
            elif kind is y.MappingEndEvent or kind is y.SequenceEndEvent:
                self._place(self.stack.pop()[0])
            elif kind is y.AliasEvent:
                raise self._refused(event)
            elif kind is y.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise YamlFault("front-matter", "a second YAML document starts here", *self._at(event),
                                    "keep one block of properties between the two `---` lines")
        return self.root if self.root is not None else Node(None, "", self.first_line, 1)

    def _at(self, event: Any) -> tuple[int, int]:
        return self.first_line + event.start_mark.line, event.start_mark.column + 1

    def _refused(self, event: Any) -> YamlFault:
        """An alias, an anchor or a tag."""
        if getattr(event, "anchor", None):
            return YamlFault("yaml-anchor", "anchors and aliases (`&` and `*`) are not read", *self._at(event),
                             "write the value out, or put it in quotes when it is text")
        return YamlFault("yaml-tag", "tags (`!`) are not read", *self._at(event), "put the value in quotes when it is text")

    def _open(self, event: Any, data: list[Node] | dict[str, Node]) -> None:
        if event.anchor or (event.tag is not None and event.tag not in _CORE_TAGS):
            raise self._refused(event)
        if len(self.stack) >= _MAX_DEPTH:
            raise too_deep(*self._at(event))
        self.stack.append((Node(data, "", *self._at(event)), None))

    def _place(self, node: Node) -> None:
        """Put a node where it belongs: into the list, the mapping (as key or value), or on top."""
        if not self.stack:
            self.root = node
            return
        parent, key = self.stack[-1]
        data = parent.data
        if isinstance(data, list):
            data.append(node)
        elif isinstance(data, dict):
            if key is None:
                self.stack[-1] = (parent, _key(node, data))
            else:
                data[key.raw] = Node(node.data, node.raw, node.line, node.column, key.line, key.column)
                self.stack[-1] = (parent, None)


def _key(node: Node, mapping: dict[str, Node]) -> Node:
    """A mapping's next key, or the fault that it is."""
    if isinstance(node.data, (list, dict)):
        raise YamlFault("front-matter", "a list or a mapping cannot be a key", node.line, node.column,
                        "put the text in quotes; `{{` at the start of a value needs them, too")
    if node.raw in mapping:
        raise YamlFault("duplicate-key", f"this key stands twice (first on line {mapping[node.raw].key_line})",
                        node.line, node.column, "join the two, or delete one")
    return node


def too_deep(line: int, column: int) -> YamlFault:
    return YamlFault("yaml-depth", f"values are nested more than {_MAX_DEPTH} deep", line, column, "write it flatter")
