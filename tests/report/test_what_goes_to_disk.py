"""What is written to disk beside a confidential note that is nobody's: the same as without it, as long as nothing points at it."""

import os
import shutil
from difflib import unified_diff
from pathlib import Path

import pytest

from conftest import ROOT, TODAY
from kithbook.cli.app import App
from kithbook.cli.main import run

FORMS = ("json", "friends", "csv", "ics", "vcf", "jsonld")


def written(vault: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """All that goes to disk of a vault."""
    for form in FORMS:
        run(["--vault", str(vault), "export", form], App())
    for typed in (["graph", "--json"], ["page", "-o", "-"], ["ics", "--todo"], ["report"]):
        run(["--vault", str(vault), *typed], App())
    said = capsys.readouterr()
    assert not said.err
    return [said.out.replace(" written\n", " is up to date\n"), *(file.read_text() for file in sorted(vault.glob("reports/*.md")))]


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in list(os.environ):
        if name.startswith(("GIT_", "NB_", "XDG_")):
            monkeypatch.delenv(name)
    for what in ("CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{what}_HOME", f"{tmp_path}/{what}")
    monkeypatch.setenv("NB_TODAY", TODAY)
    root = tmp_path / "vault"
    shutil.copytree(ROOT / "example-vault", root)
    shutil.rmtree(root / "reports", ignore_errors=True)
    return root


def test_the_title_of_a_confidential_note_changes_nothing(vault: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = written(vault, capsys)
    titles = ("Call", "people", "Daily", "me too", "Mine", "Log", "open", "The", "Bo", "2026-11-02", "2026-11", "Promises", "Overdue", "a", "email", "birthday")
    for title in titles:
        (vault / "quiet").mkdir(exist_ok=True)
        (vault / f"quiet/{title}.md").write_text("---\nconfidential: true\n---\nx\n")
    after = written(vault, capsys)
    for now, was in zip(after, before, strict=True):
        assert list(unified_diff(was.splitlines(), now.splitlines(), n=0)) == []
