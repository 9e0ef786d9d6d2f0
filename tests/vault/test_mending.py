"""What `nb check --fix` does to a note: the slip is mended, and no other byte is touched."""

from datetime import date
from pathlib import Path

import pytest

from kithbook.checks.engine import check_vault
from kithbook.model.settings import Settings
from kithbook.text.note import NoteReader
from kithbook.vault.change_log import Change
from kithbook.vault.mending import mend_notes
from kithbook.vault.vault import Vault

TODAY = date(2026, 11, 22)
ADA = "---\naliases: [Ada, Countess]\n---\n"

MENDED = {
    "a checkbox": ("- [] a\n", "- [ ] a\n"),
    "without a final line end": ("- [] a", "- [ ] a"),
    "with Windows line ends": ("x\r\n\r\n-[x] a\r\n- b\r\n", "x\r\n\r\n- [x] a\r\n- b\r\n"),
    "with a byte order mark": ("\ufeff- []a\n", "\ufeff- [ ] a\n"),
    "nested": ("- 2026-11-01 call: x\n  - [ ]a\n\t* [X ] b\n", "- 2026-11-01 call: x\n  - [ ] a\n\t* [X] b\n"),
    "in a quote": ("> - [] a\n", "> - [ ] a\n"),
    "in a numbered list": ("1. [] a\n2.[ ]b\n", "1. [ ] a\n2. [ ] b\n"),
    "several on a line": ("- [ ] 📅 2026-12-01 for [[Ada]] and [[Countess]]\n",
                          "- [ ] for [[Ada Lovelace|Ada]] and [[Ada Lovelace|Countess]] 📅 2026-12-01\n"),
    "a link with a display text": ("- 2026-11-01 call: [[Ada|her]]\n", "- 2026-11-01 call: [[Ada Lovelace|her]]\n"),
    "a link to a part": ("- 2026-11-01 call: [[Ada#Log]]\n", "- 2026-11-01 call: [[Ada Lovelace#Log|Ada > Log]]\n"),
    "a link in a table": ("| a | b |\n|---|---|\n| [[Ada\\|her]] | c |\n", "| a | b |\n|---|---|\n| [[Ada Lovelace\\|her]] | c |\n"),
    "a link in front matter": ("---\nknows: ['[[Ada]]']\n---\n", "---\nknows: ['[[Ada Lovelace|Ada]]']\n---\n"),
    "on a later line of an entry": ("- 2026-11-01 call: x\n  and [[Ada]]\n", "- 2026-11-01 call: x\n  and [[Ada Lovelace|Ada]]\n"),
}
LEFT = {
    "a link in a table, whose bar would be another's": "| a | b |\n|---|---|\n| [[Ada]] | c |\n",
    "a link in a comment": "%% [[Ada]] %%\n",
    "code": "`[[Ada]]` and\n\n```\n- [] a\n```\n",
}


def mend(root: Path, text: str, *, dry_run: bool = False) -> tuple[list[Change], str]:
    """Mend a note with this text; what was done, and its text then."""
    (root / "people").mkdir()
    (root / "nb.yaml").touch()
    (root / "people/Ada Lovelace.md").write_text(ADA)
    note = root / "people/Bob.md"
    note.write_bytes(text.encode())
    vault = Vault(str(root))
    changes = mend_notes(str(root), NoteReader(Settings(), prose=True), check_vault(vault.books.overview(TODAY)), TODAY, "mended", dry_run=dry_run)
    return changes, note.read_bytes().decode()


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.mark.parametrize(("text", "wanted"), MENDED.values(), ids=MENDED.keys())
def test_mended(text: str, wanted: str, tmp_path: Path) -> None:
    assert mend(tmp_path, text)[1] == wanted


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT.keys())
def test_left_alone(text: str, tmp_path: Path) -> None:
    assert mend(tmp_path, text) == ([], text)


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    changes, text = mend(tmp_path, "- [] a\n", dry_run=True)
    assert (len(changes), text) == (1, "- [] a\n")


def test_a_slip_that_is_no_longer_there_is_left_alone(tmp_path: Path) -> None:
    mend(tmp_path, "- [] a\n", dry_run=True)
    vault, note = Vault(str(tmp_path)), tmp_path / "people/Bob.md"
    found = check_vault(vault.books.overview(TODAY))
    note.write_text("- 2026-11-01 call: x\n- [] a\n")
    assert mend_notes(str(tmp_path), NoteReader(Settings(), prose=True), found, TODAY, "mended", dry_run=False) == []
    assert note.read_text() == "- 2026-11-01 call: x\n- [] a\n"
