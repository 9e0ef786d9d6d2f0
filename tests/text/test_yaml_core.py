"""YAML 1.2 core values, as Obsidian reads them; and what is refused, quickly, with its place and a remedy."""

import time
from collections.abc import Callable
from math import inf, isnan

import pytest

from kithbook.text.front_matter import read_front_matter
from kithbook.text.yaml_core import Node, YamlFault, parse_yaml, plain_value


@pytest.mark.parametrize(
    "text",
    ["NO", "no", "yes", "Yes", "on", "On", "off", "y", "n", "10:30", "1:30:00", "01234", "00", "-01", "1_000", "2026-11-22", "2026-11-22T10:00:00Z", "0b11", "0o8", "0xg", "1.2.3", "1e", "+", "-", ".",
     "nulls", "tRue", "nUll", "1,000", "١٢", "0171 123", "1e5x", "Infinity", "NaN"],
)
def test_these_stay_text(text: str) -> None:
    assert plain_value(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False), ("FALSE", False), ("null", None), ("Null", None), ("NULL", None), ("~", None), ("", None),
     ("0", 0), ("12", 12), ("-12", -12), ("+12", 12), ("0o17", 15), ("0xfF", 255), ("1.5", 1.5), ("-1.5", -1.5), (".5", 0.5), ("1.", 1.0), ("1e3", 1000.0), ("1.5E-3", 0.0015), ("0.0", 0.0),
     (".inf", inf), ("-.inf", -inf), ("+.INF", inf)],
)
def test_these_are_values(text: str, value: object) -> None:
    found = plain_value(text)
    assert (found, type(found)) == (value, type(value))


def test_not_a_number_is_one() -> None:
    assert isinstance(found := plain_value(".nan"), float)
    assert isnan(found)


def test_a_number_of_more_digits_than_python_converts_is_text() -> None:
    assert plain_value("9" * 5000) == "9" * 5000


def data(node: Node) -> object:
    if isinstance(node.data, list):
        return [data(item) for item in node.data]
    if isinstance(node.data, dict):
        return {key: data(item) for key, item in node.data.items()}
    return node.data


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 'NO'\nb: \"12\"", {"a": "NO", "b": "12"}),
        ("a: !!str 12", {"a": "12"}),
        ("a: |\n  x\n  y\n", {"a": "x\ny\n"}),
        ("a: |-\n  x\n  y\n", {"a": "x\ny"}),
        ("a: >\n  x\n  y\n", {"a": "x y\n"}),
        ("a: >-\n  x\n\n  y\n", {"a": "x\ny"}),
        ("a: x\n  y", {"a": "x y"}),
        ("'a b': 1\n\"c:d\": 2", {"a b": 1, "c:d": 2}),
        ("a: 1 # one\n# two\nb: '#3'", {"a": 1, "b": "#3"}),
        ("a: {b: [1, {c: d}]}", {"a": {"b": [1, {"c": "d"}]}}),
        ("a:\n- 1\n-\n- b: c", {"a": [1, None, {"b": "c"}]}),
        ("a:\n  b:\n    - c", {"a": {"b": ["c"]}}),
        ("? a\n: b", {"a": "b"}),
        ("12: a\ntrue: b\nnull: c", {"12": "a", "true": "b", "null": "c"}),
        ("a: \"x\\ty \\u00e9\"", {"a": "x\ty é"}),
        ("a: [[Ada]]", {"a": [["Ada"]]}),
        ("<<: {a: 1}\nb: 2", {"<<": {"a": 1}, "b": 2}),  # the core schema merges nothing
        ("a: http://x.org/#y", {"a": "http://x.org/#y"}),
        ("---\na: 1\n", {"a": 1}),
        ("", None),
        ("# nothing", None),
    ],
)
def test_what_yaml_can_say(text: str, value: object) -> None:
    assert data(parse_yaml(text)) == value


# What is refused: the text, the rule, the place (the front matter begins on line 2) and a word of the remedy.
REFUSED: dict[str, tuple[str | Callable[[], str], str, int, int, str]] = {
    "an anchor": ("name: Ada\na: &x 1", "yaml-anchor", 3, 4, "quotes"),
    "an alias": ("name: Ada\na: *x", "yaml-anchor", 3, 4, "quotes"),
    "stars around a value": ("name: *important*", "yaml-anchor", 2, 7, "quotes"),
    "a merge key": ("a: &x {b: 1}\n<<: *x", "yaml-anchor", 2, 4, "quotes"),
    "an alias bomb": ("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]", "yaml-anchor", 2, 4, "quotes"),
    "a Python object": ("a: !!python/object/apply:os.system [id]", "yaml-tag", 2, 4, "quotes"),
    "a tag": ("a: !secret b", "yaml-tag", 2, 4, "quotes"),
    "a binary": ("a: !!binary aGk=", "yaml-tag", 2, 4, "quotes"),
    "a key that stands twice": ("name: Ada\norg: x\nname: Bob", "duplicate-key", 4, 1, "delete one"),
    "a nested key that stands twice": ("dates:\n  a: 06-14\n  a: 06-15", "duplicate-key", 4, 3, "delete one"),
    "a key that stands twice in braces": ("a: {b: 1, b: 2}", "duplicate-key", 2, 11, "delete one"),
    "a tab": ("name: Ada\n\torg: x", "yaml-tab", 3, 1, "spaces"),
    "a tab before an item": ("tags:\n\t- x", "yaml-tab", 3, 1, "spaces"),
    "a second colon": ("name: Ada: the countess", "front-matter", 2, 10, "quotes"),
    "an open quote": ("name: \"Ada\norg: x\nrole: y", "front-matter", 2, 7, "close"),
    "an open single quote": ("org: x\nname: 'Ada", "front-matter", 3, 7, "close"),
    "an open bracket": ("tags: [a, b\norg: x", "front-matter", 2, 7, "close"),
    "an open brace": ("tags: {a: b\norg: x", "front-matter", 2, 7, "close"),
    "something behind a quote": ('name: "Ada" Lovelace', "front-matter", 2, 7, "quotes"),
    "links in a row": ("knows: [[Ada]], [[Bob]]", "front-matter", 2, 8, '["[[A]]", "[[B]]"]'),
    "an at sign": ("name: Ada\nchat: @ada", "front-matter", 3, 7, "quotes"),
    "a backtick": ("name: `Ada`", "front-matter", 2, 7, "quotes"),
    "a percent sign": ("share: %5", "front-matter", 2, 8, "quotes"),
    "a list in the line of its key": ("tags: - a", "front-matter", 2, 7, "under the key"),
    "a text behind its bar": ("bio: |x", "front-matter", 2, 6, "quotes"),
    "a template": ("name: {{title}}", "front-matter", 2, 8, "quotes"),
    "a list as a key": ("? [a]\n: b", "front-matter", 2, 3, "quotes"),
    "a merge that git left": ("name: Ada\n<<<<<<< HEAD\norg: x\n=======\norg: y\n>>>>>>> b", "front-matter", 4, 1, "quotes"),
    "a list": ("- a\n- b", "front-matter", 2, 1, "key: value"),
    "a mere text": ("hello", "front-matter", 2, 1, "key: value"),
    "a second document": ("a: 1\n---\nb: 2", "front-matter", 3, 1, "one block"),
    "a bell": ("name: A\x07da", "control-character", 2, 8, "delete"),
    "a NUL": ("a: 1\nname: \x00", "control-character", 3, 7, "delete"),
    "half a character": ("name: \ud800", "control-character", 2, 7, "delete"),
    "a fault behind a sign that only YAML 1.1 takes for a line end": ("a: x\u2028y\u0085z\nb: @c", "front-matter", 3, 4, "quotes"),
    "30,000 brackets": (lambda: "a: " + "[" * 30_000, "yaml-depth", 2, 20, "flatter"),
    "30,000 brackets, closed": (lambda: "a: " + "[" * 30_000 + "]" * 30_000, "yaml-depth", 2, 20, "flatter"),
    "30,000 braces": (lambda: "a: " + "{" * 30_000, "yaml-depth", 2, 20, "flatter"),
    "30,000 lists in lists": (lambda: "- " * 30_000, "yaml-depth", 2, 33, "flatter"),
    "30,000 questions": (lambda: "? " * 30_000, "yaml-depth", 2, 33, "flatter"),
    "1,500 levels of indentation": (lambda: "".join(" " * n + "a:\n" for n in range(1500)), "yaml-depth", 18, 17, "flatter"),
    "the last of 3,000 lines": (lambda: "\n".join(f"key{n}: value" for n in range(3000)) + "\nx: @", "front-matter", 3002, 4, "quotes"),
}


@pytest.mark.parametrize(("text", "rule", "line", "column", "fix"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_refused_is_told_once_quickly_with_its_place_and_a_remedy(text: str | Callable[[], str], rule: str, line: int, column: int, fix: str) -> None:
    front = text if isinstance(text, str) else text()
    start = time.process_time()
    with pytest.raises(YamlFault) as caught:
        read_front_matter(front)
    assert time.process_time() - start < 0.2
    fault = caught.value
    assert (fault.rule, fault.line, fault.column) == (rule, line, column)
    assert fix in fault.fix


@pytest.mark.parametrize("text", [refused[0] for refused in REFUSED.values() if isinstance(refused[0], str)])
def test_no_message_repeats_what_it_cannot_read(text: str) -> None:
    secret = text.replace("Ada", "SECRET").replace("org", "SECRET").replace("secret", "SECRET").replace("ada", "SECRET")
    with pytest.raises(YamlFault) as caught:
        read_front_matter(secret)
    assert "SECRET" not in caught.value.message + caught.value.fix


def test_sixteen_levels_are_enough_for_anybody() -> None:
    deep = "[" * 15 + "]" * 15
    assert read_front_matter(f"a: {deep}")
    with pytest.raises(YamlFault):
        read_front_matter(f"a: [{deep}]")


@pytest.mark.parametrize(
    "front",
    ["a: " + "x " * 300_000, 'a: "' + "x\\n" * 200_000 + '"', "a: |\n" + "  x\n" * 100_000, "\n".join(f"key{n}: value {n}" for n in range(20_000)), "\n".join(f"key{n}: 'value: {n}'" for n in range(20_000)), "k" * 1000 + ": v", "#" * 500_000, "\n" * 500_000],
    ids=["long", "long quoted", "long block", "many keys", "many quoted keys", "long key", "a comment", "empty lines"],
)
def test_front_matter_of_any_size_is_read(front: str) -> None:
    start = time.process_time()
    read_front_matter(front)
    assert time.process_time() - start < 1
