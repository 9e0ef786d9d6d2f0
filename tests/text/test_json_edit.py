"""Members come into a JSON file that is another program's, and nothing else of it changes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.text.json_edit import add_members

WANTED = {"org": "text", "met": "date"}

LAYOUTS = [
    ("{}", '{\n  "types": {\n    "org": "text",\n    "met": "date"\n  }\n}'),
    ('{\n  "types": {\n    "aliases": "aliases"\n  }\n}\n', '{\n  "types": {\n    "aliases": "aliases",\n    "org": "text",\n    "met": "date"\n  }\n}\n'),
    ('{\r\n\t"types": {\r\n\t\t"a": "b"\r\n\t}\r\n}', '{\r\n\t"types": {\r\n\t\t"a": "b",\r\n\t\t"org": "text",\r\n\t\t"met": "date"\r\n\t}\r\n}'),
    ('{"types":{"a":"b"}}', '{"types":{"a":"b","org": "text","met": "date"}}'),
    ('{"types":{}}', '{"types":{"org": "text", "met": "date"}}'),
    ('{\n  "types": { }\n}', '{\n  "types": {\n    "org": "text",\n    "met": "date"\n  }\n}'),
    ('{\n  "other": [1, {"types": 2}]\n}', '{\n  "other": [1, {"types": 2}],\n  "types": {\n    "org": "text",\n    "met": "date"\n  }\n}'),
    ('{"types": {"Org": "number"}}', '{"types": {"Org": "number","met": "date"}}'),
    ('{"types": {"a": "b"}, "types": {"c": "}"}}', '{"types": {"a": "b"}, "types": {"c": "}","org": "text","met": "date"}}'),
    ('{"types": {"org": "x", "met": "y"}}', '{"types": {"org": "x", "met": "y"}}'),
]


@pytest.mark.parametrize(("before", "after"), LAYOUTS, ids=range(len(LAYOUTS)))
def test_layout_is_kept(before: str, after: str) -> None:
    assert add_members(before, "types", WANTED) == after
    assert add_members(after, "types", WANTED) == after


@pytest.mark.parametrize("broken", ["", "[]", "{", '{"types": []}', '{"types": null}', '{"types": {"a": }}', "[" * 100_000, "\ufeff{}"])
def test_what_is_no_such_file_is_refused(broken: str) -> None:
    with pytest.raises(ValueError):
        add_members(broken, "types", WANTED)


values = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)


@given(st.dictionaries(st.text(), values), st.none() | st.dictionaries(st.text(), st.text()), st.sampled_from([None, 0, 2, "\t"]), st.booleans())
def test_all_that_was_there_stays(whole: dict[str, object], types: dict[str, str] | None, indent: int | str | None, escaped: bool) -> None:
    whole.pop("types", None)
    if types is not None:
        whole["types"] = types
    before = json.dumps(whole, indent=indent, ensure_ascii=escaped)
    after = add_members(before, "types", WANTED)
    present = {name.casefold() for name in types or {}}
    assert json.loads(after) == {**whole, "types": {**(types or {}), **{name: kind for name, kind in WANTED.items() if name not in present}}}
    assert add_members(after, "types", WANTED) == after
