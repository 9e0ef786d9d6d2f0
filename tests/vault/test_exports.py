"""An export in parts is the file that it would be as one text; and the same again changes nothing."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kithbook.errors import UsageError, VaultError
from kithbook.report.plain import render_json, render_json_of_rows
from kithbook.vault.exports import write_export

PARTS = st.lists(st.text("aé\n\ud800", max_size=4), max_size=6)


@settings(max_examples=150, deadline=None)
@given(PARTS, st.none() | PARTS)
def test_parts_are_written_as_one_text(tmp_path_factory: pytest.TempPathFactory, parts: list[str], before: list[str] | None) -> None:
    file = tmp_path_factory.mktemp("export") / "people.json"
    data = "".join(parts).encode("utf-8", "replace")
    if before is not None:
        file.write_bytes("".join(before).encode("utf-8", "replace"))
    changed = write_export(str(file), iter(parts), None, force=True)
    assert changed == (before is None or "".join(before).encode("utf-8", "replace") != data)
    assert file.read_bytes() == data
    assert not write_export(str(file), parts, None, force=False)  # the same again asks for nothing


def test_a_file_that_is_none_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("folder", "link"):
        with pytest.raises(VaultError, match="no plain file"):
            write_export(str(tmp_path / name), ["text"], None, force=True)


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=3), st.booleans())
def test_what_has_no_mark_stays(tmp_path_factory: pytest.TempPathFactory, before: bytes, marked: bool) -> None:
    file = tmp_path_factory.mktemp("export") / "people.json"
    there = before + b"ours" if marked else before
    file.write_bytes(there)
    if marked or not before:
        assert write_export(str(file), ["other"], b"ours", force=False)
    else:
        with pytest.raises(UsageError, match="does not say that nb has made it"):
            write_export(str(file), ["other"], b"ours", force=False)
        assert file.read_bytes() == there


ROWS = st.lists(st.dictionaries(st.text(max_size=3), st.none() | st.text("a0\n\u2028\"", max_size=3) | st.lists(st.integers(), max_size=2), max_size=3), max_size=4)


@settings(max_examples=150, deadline=None)
@given(ROWS)
def test_rows_one_by_one_give_the_same_json(rows: list[dict[str, object]]) -> None:
    assert "".join(render_json_of_rows({"today": "2026-10-10"}, "rows", iter(rows))) == render_json({"today": "2026-10-10", "rows": rows})
