"""What was promised in prose: heard with the note, never kept where it concerns somebody confidential."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from kithbook.vault.index import cache_folder
from kithbook.vault.vault import Vault

TODAY = date(2026, 11, 22)
MakeVault = Callable[[Mapping[str, str]], Path]


def said(root: Path, day: date = TODAY) -> list[str]:
    return [row.text for row in Vault(str(root)).ask(lambda ledger: ledger.unrecorded(day), day)]


def kept(root: Path) -> bytes:
    return b"".join(place.read_bytes() for place in Path(cache_folder(str(root))).iterdir() if place.is_file())


def test_what_names_somebody_confidential_is_not_kept(make_vault: MakeVault) -> None:
    root = make_vault({"people/Ana.md": "- 2026-11-20 call: I'll send the plans to Quillfeather\n", "people/Bo.md": "---\naliases: [Quillfeather]\n---\n"})
    assert said(root) == said(root) == ["send the plans to Quillfeather"]
    assert b"plans to Quillfeather" in kept(root)
    (root / "people/Bo.md").write_text("---\naliases: [Quillfeather]\nconfidential: true\n---\n")
    assert said(root) == said(root) == ["send the plans to Quillfeather"]  # as nb scan has it
    assert b"plans to Quillfeather" not in kept(root)


def test_what_concerns_somebody_confidential_is_not_told(make_vault: MakeVault) -> None:
    root = make_vault({"people/Ana.md": "- 2026-11-20 call: I'll lend her the tent\n- 2026-11-21 call with [[Bo]]: I'll bring the lamp\n",
                       "people/Bo.md": "---\nconfidential: true\n---\n- 2026-11-20 call: I'll send him the letter\n"})
    assert said(root) == said(root) == ["lend her the tent"]
    assert b"bring the lamp" not in kept(root)


@pytest.mark.parametrize("note", [
    "- 2026-11-20 call: I'll send the deeds\n",
    "---\nemail: a@x.example\n---\n# Ana\n\n## Log\n\n- 2026-11-21 call: hello\n- 2026-11-20 call: I'll send the deeds\n- 2026-01-02 call: #x\n",
    "- 2024-01-02 call: hello\n- 20 Nov 2026 call: I'll send the deeds\n",
    "## Log\n\n- 2026-11-20 call: spoke at length.\n  I'll send the deeds\n\n## More\n\nprose of 1999\n",
    "- 2026-11-20 call: spoke\nI’ll send the deeds\n",
    "- **2026-11-20** call: I'll send the deeds\n- 2024-01-02 call\n",
    "- [[2026-11-20]] call: I'll send the deeds\n",
    "- 2024-01-02 call: hello\n\n2026-11-20 call: I'll send the deeds\n",
    "- 2026-11-20 call: done ✅\r\n- 2026-11-20 call: I'll send the deeds\r\n",
    "- 2026-11-30 call: planned\n- 2026-11-20 call: I'll send the deeds\n",
])
def test_it_is_heard_in_whichever_way_an_entry_is_written(note: str, make_vault: MakeVault) -> None:
    assert said(make_vault({"people/Ana.md": note})) == ["send the deeds"]


@pytest.mark.parametrize("note", [
    "- 2026-11-20 call: I'll send the deeds #confidential\n",
    "- 2026-11-20 call: I'll send the deeds #no-promise\n",
    "- 2026-11-20 call: she wrote\n  > I'll send the deeds\n",
    "- 2026-11-20 reflection: I'll send the deeds\n",
    "- 2026-10-20 call: I'll send the deeds\n",
    "- 2026-11-20 call with [[Bo]], [[Cy]]: I'll send the deeds\n",
    "- 2026-11-20 call: [ ]\n",
    "- 2026-11-20 call: [ ] ...\n",
    "- 2026-11-20 call: went well, ill send word\n",
    "```\n- 2026-11-20 call: I'll send the deeds\n```\n",
    "- 2026-11-20 call: I'll send the deeds\n- [x] Send the deeds ✅ 2026-11-21\n",
    "I'll send the deeds\n",
])
def test_and_not_where_nothing_is_promised_for_sure(note: str, make_vault: MakeVault) -> None:
    assert said(make_vault({"people/Ana.md": note})) == []


def test_a_day_long_ago_can_be_asked_about(make_vault: MakeVault) -> None:
    root = make_vault({"people/Ana.md": "- 2026-02-01 call: I'll send the deeds\n", "people/Bo.md": "- 2026-02-03 call: I'll bring the keys\n"})
    assert said(root) == []
    assert said(root, date(2026, 2, 10)) == ["bring the keys", "send the deeds"]
    assert said(root, date(2026, 2, 2)) == ["send the deeds"]
    assert said(root) == said(root, TODAY + timedelta(9)) == []
