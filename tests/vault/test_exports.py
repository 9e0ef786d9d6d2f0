"""An export in parts is the file that it would be as one text; and the same again changes nothing."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kithbook.errors import UsageError, VaultError
from kithbook.report.plain import render_json, render_json_of_rows
from kithbook.vault.exports import ExportFile

PARTS = st.lists(st.text("aé\n\ud800", max_size=4), max_size=6)


@pytest.fixture(autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


def export_file(file: Path, what: str = "json") -> ExportFile:
    return ExportFile("/vault", str(file), what)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PARTS, st.none() | PARTS)
def test_parts_are_written_as_one_text(tmp_path_factory: pytest.TempPathFactory, parts: list[str], before: list[str] | None) -> None:
    file = tmp_path_factory.mktemp("export") / "people.json"
    data = "".join(parts).encode("utf-8", "replace")
    if before is not None:
        file.write_bytes("".join(before).encode("utf-8", "replace"))
    changed = export_file(file).write(iter(parts), force=True)
    assert changed == (before is None or "".join(before).encode("utf-8", "replace") != data)
    assert file.read_bytes() == data
    assert not export_file(file).write(parts, force=False)  # the same again asks for nothing


def test_a_file_that_is_none_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("folder", "link"):
        with pytest.raises(VaultError, match="no plain file"):
            export_file(tmp_path / name).write(["text"], force=True)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PARTS, st.binary(max_size=3))
def test_what_somebody_has_put_in_stays(tmp_path_factory: pytest.TempPathFactory, parts: list[str], edit: bytes) -> None:
    file = tmp_path_factory.mktemp("export") / "people.json"
    export_file(file).write(parts, force=False)
    written = file.read_bytes()
    file.write_bytes(written + edit)
    if not edit:
        assert export_file(file).write(["other"], force=False)
        assert export_file(file).write(["yet another"], force=False)
        return
    with pytest.raises(UsageError, match="is not as nb has written it"):
        export_file(file).write(["other"], force=False)
    assert file.read_bytes() == written + edit
    file.write_bytes(written)
    assert export_file(file).write(["other"], force=False)


def test_what_is_of_another_kind_or_vault_stays(tmp_path: Path) -> None:
    file = tmp_path / "people"
    export_file(file, "vcf").write(["cards"], force=False)
    for other in (export_file(file, "csv"), ExportFile("/another", str(file), "vcf")):
        with pytest.raises(UsageError):
            other.write(["rows"], force=False)
    assert file.read_bytes() == b"cards"


ROWS = st.lists(st.dictionaries(st.text(max_size=3), st.none() | st.text("a0\n\u2028\"", max_size=3) | st.lists(st.integers(), max_size=2), max_size=3), max_size=4)


@settings(max_examples=150, deadline=None)
@given(ROWS)
def test_rows_one_by_one_give_the_same_json(rows: list[dict[str, object]]) -> None:
    assert "".join(render_json_of_rows({"today": "2026-10-10"}, "rows", iter(rows))) == render_json({"today": "2026-10-10", "rows": rows})
