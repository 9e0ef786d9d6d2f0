"""Front matter: where it stands, what it says; our own reader of the usual forms against the YAML parser and two oracles."""

import re
from typing import Any

import pytest
import yaml
from frontmatter.default_handlers import YAMLHandler
from hypothesis import assume, given
from hypothesis import strategies as st

from kithbook.text.front_matter import Fields, Split, _read_usual, read_front_matter, split_note
from kithbook.text.yaml_core import Node, YamlFault, parse_yaml


@pytest.mark.parametrize(
    ("text", "front", "body", "line"),
    [
        ("---\na: 1\n---\nbody\n", "a: 1", "body\n", 4),
        ("---\na: 1\nb: 2\n---\n\nbody", "a: 1\nb: 2", "\nbody", 5),
        ("---\n---\nbody", "", "body", 3),
        ("---\na: 1\n---", "a: 1", "", 3),
        ("--- \na: 1\n---\t\nbody\n---\n", "a: 1", "body\n---\n", 4),
        ("---\na: 1\n---x\n----\n---\nbody", "a: 1\n---x\n----", "body", 6),
        ("body", None, "body", 1),
        ("", None, "", 1),
        ("---", None, "---", 1),
        ("----\na: 1\n----\n", None, "----\na: 1\n----\n", 1),
        ("\n---\na: 1\n---\n", None, "\n---\na: 1\n---\n", 1),
        (" ---\na: 1\n---\n", None, " ---\na: 1\n---\n", 1),
        ("---\n\nbody after a rule\n", None, "---\n\nbody after a rule\n", 1),
    ],
)
def test_front_matter_stands_between_two_lines_of_hyphens_at_the_top(text: str, front: str | None, body: str, line: int) -> None:
    assert split_note(text) == Split(front, body, line, closed=True)


@pytest.mark.parametrize("text", ["---\nname: Ada\n\n# Ada\n", "---\n\n  'a b': 1\n--\n", "---\nname:\n"])
def test_front_matter_that_is_never_closed(text: str) -> None:
    split = split_note(text)
    assert (split.front, split.body, split.closed) == (text[4:], "", False)


@given(st.text("-\n ab:").map("---\n".__add__))
def test_nothing_is_lost_in_splitting(text: str) -> None:
    split = split_note(text)
    if split.front is not None and split.closed:
        assert text.startswith("---\n" + split.front) or not split.front
        assert text.endswith(split.body)
        assert text.count("\n") + 1 - split.body.count("\n") in (split.body_line, split.body_line + 1)


def test_fields_have_their_places() -> None:
    fields = read_front_matter("name: Ada\ntags:\n  - a\n  - b\nnull_key:\nflow: [x, \"y z\"]")
    assert fields["name"] == Node("Ada", "Ada", 2, 7, 2, 1)
    assert [(item.raw, item.line, item.column) for item in _list(fields["tags"])] == [("a", 4, 5), ("b", 5, 5)]
    assert (fields["null_key"].data, fields["null_key"].key_line) == (None, 6)
    assert [(item.raw, item.column) for item in _list(fields["flow"])] == [("x", 8), ("y z", 11)]


def _list(node: Node) -> list[Node]:
    assert isinstance(node.data, list)
    return node.data


# Front matter as people and programs write it, and broken in small ways.
_SCALARS = [
    "Ada", "Ada Lovelace", "2026-11-22", "true", "no", "12", "012", "1.5", "null", "~", "", '"quoted"', "'single'", '"a: b"', "''", "[a, b]", '["a", b c]', "[]", "[[Ada]]", "{a: 1}", "a # b",
    "#tag", "a: b", "|", ">-", "- x", "*a", "&a b", "!t x", "@x", "`x`", "%x", "10:30", "a\tb", "é ü", "+49 30 1", "(x)", "a, b", "don't", '"don\'t"', "'it''s'", '"\\n"', "?", ":", "-", "a:", "x ", " x",
    "[a, ]", "[,]", "[a b, 'c']", "[true, 1]", "👍", "a\u2028b", "http://x.org/#a",
]
_LINES = st.one_of(
    st.tuples(st.sampled_from(["name", "tags", "a-b", "a_b", "A", "é", '"q"', "1", "null", "a b", "<<"]), st.sampled_from([": ", ":", ":  ", " : ", ":\t"]), st.sampled_from(_SCALARS)).map("".join),
    st.tuples(st.sampled_from(["- ", "  - ", "    - ", "-  ", "-", "\t- "]), st.sampled_from(_SCALARS)).map("".join),
    st.tuples(st.sampled_from(["  ", " ", "\t", ""]), st.sampled_from(_SCALARS)).map("".join),
    st.sampled_from(["", "# comment", "---", "...", "  ", "<<<<<<< HEAD", "=======", "  nested: x"]),
)
FRONT = st.lists(_LINES, max_size=8).map("\n".join)


_USUAL_VALUE = st.sampled_from([value for value in _SCALARS if re.match(r"[\w\"'\[]", value)])
USUAL = st.dictionaries(st.sampled_from(["name", "tags", "a-b", "a_b", "A", "met", "null"]),
                        st.one_of(_USUAL_VALUE, st.lists(_USUAL_VALUE, max_size=3).map(lambda items: "\n" + "\n".join(f"  - {item}" for item in items)))
                        ).map(lambda fields: "\n".join(f"{key}: {value}".replace(": \n", ":\n").rstrip("\n") for key, value in fields.items()))


@given(st.one_of(USUAL, FRONT))
def test_our_own_reader_equals_the_parser_to_the_column(front: str) -> None:
    own = _read_usual(front, 2)
    if own is not None:  # it reads what it knows, and leaves the rest to the parser
        assert own == (parse_yaml(front, 2).data or {})


@given(USUAL, st.integers(0, 60), st.sampled_from("\n :-[]\"'#,&*!|>{}\t\\?é%@`a1"))
def test_so_it_does_when_a_sign_is_put_in(front: str, at: int, sign: str) -> None:
    front = front[:at] + sign + front[at:]
    own = _read_usual(front, 2)
    if own is not None:
        assert own == (parse_yaml(front, 2).data or {})


@pytest.mark.parametrize("front", ["name: Ada\nmet: 2026-11-22", "tags:\n- a\n- b", 'tags: [a, "b"]', "a:\nb:", 'a: "x: y"'])
def test_the_usual_forms_do_not_need_the_parser(front: str) -> None:
    assert _read_usual(front, 2) is not None


def _raw(node: Node) -> Any:
    """A value with its scalars as written."""
    if isinstance(node.data, list):
        return [_raw(item) for item in node.data]
    if isinstance(node.data, dict):
        return {key: _raw(item) for key, item in node.data.items()}
    return node.raw


@given(FRONT)
def test_scalars_are_what_pyyaml_says_they_are(front: str) -> None:
    assume(not re.search("[\r\u2028\u2029\x85]", front))
    try:
        fields: Fields | None = read_front_matter(front)
    except YamlFault:
        fields = None
    try:
        theirs = yaml.load(front, Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        theirs = fields
        assert fields is None
    if fields is not None:
        assert {key: _raw(node) for key, node in fields.items()} == (theirs if isinstance(theirs, dict) else {})


@given(st.one_of(USUAL, FRONT), st.sampled_from(["", "body", "\nbody\n", "# a\n- b\n---\nc"]))
def test_a_note_is_split_as_python_frontmatter_splits_it(front: str, body: str) -> None:
    text = f"---\n{front}\n---\n{body}"
    split = split_note(text)
    theirs, content = YAMLHandler().split(text)
    assert (split.front or "").strip() == theirs.strip()
    assert split.body.strip() == content.strip()


@given(st.text("\x00\t\n\r\x85\u2028\ufeff \"'#&*!|>[]{}:,-?%@`\\ab0~é👍", max_size=60))
def test_reading_raises_nothing_but_its_own_fault(front: str) -> None:
    try:
        fields = read_front_matter(front)
    except YamlFault as fault:
        assert 2 <= fault.line <= front.count("\n") + 3
        assert fault.column >= 1
        assert fault.rule
        assert fault.fix
    else:
        assert all(isinstance(node, Node) for node in fields.values())
