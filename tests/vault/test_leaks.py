"""The leak scan: what a note keeps to itself, found where it stands in the open; and what is kept of it."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kithbook.model.problem import Problem
from kithbook.vault.config import load_settings
from kithbook.vault.leaks import find_leaks, find_leaks_in_vault

MARTA = "people/Marta.md"
SECRET = "her brother Otto lost the bakery to gambling debts"
MakeVault = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "state"
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    return folder


def leaks(root: Path, staged: Mapping[str, str | bytes] | None = None) -> list[Problem]:
    settings, _ = load_settings(str(root))
    if staged is None:
        return list(find_leaks_in_vault(str(root), settings))
    given = {path: text if isinstance(text, bytes) else text.encode() for path, text in staged.items()}
    return list(find_leaks(str(root), settings, given))


def places(found: list[Problem]) -> list[str]:
    return [f"{one.path}:{one.line}:{one.column} {one.message}" for one in found]


def stored(state: Path) -> bytes:
    return b"".join(file.read_bytes() for file in state.rglob("secrets"))


def test_what_is_marked_is_found_in_every_text_file(make_vault: MakeVault) -> None:
    root = make_vault({
        MARTA: f"- 2026-11-10 call: {SECRET} #confidential\n",
        "notes/a.md": "# Trip\n\nHer **brother** Otto\nlost the bakery to gambling debts.\n",
        "reports/agenda.md": f"---\ngenerated: nb\n---\n{SECRET}\n",
        "letters/b.txt": f"She said\nthat {SECRET}.".upper(),
        "data.json": '{"text": "her brother Otto lost\\nthe bakery"}',
        "picture.png": b"\x89PNG\0" + SECRET.encode(),
    })
    message = f"this repeats what is confidential in {MARTA}"
    assert places(leaks(root)) == [
        f"notes/a.md:3:1 {message}", f"reports/agenda.md:4:1 {message}", f"data.json:1:11 {message}", f"letters/b.txt:2:6 {message}"]


def test_the_words_themselves_are_in_no_message(make_vault: MakeVault) -> None:
    root = make_vault({"people/Otto Vance.md": f"---\nconfidential: true\nemail: otto@vance.example\n---\n{SECRET}\n",
                       "notes/a.md": f"{SECRET}, otto@vance.example", "list.csv": "Otto Vance,1"})
    found = leaks(root)
    assert places(found) == ["notes/a.md:1:1 this repeats what is confidential", "list.csv:1:1 somebody confidential is named here"]
    assert not {"otto", "vance", "bakery"} & set(repr([one[1:] for one in found]).casefold().split())


SOURCES = {
    "a callout": f"> [!confidential]\n> {SECRET}",
    "a callout over lines": "> [!confidential]- x\n> her brother Otto lost\n> the bakery to gambling debts",
    "an item": f"- {SECRET} #confidential",
    "what is below an item": f"- 2026-11-10 call: x #confidential\n  - {SECRET}",
    "a section": f"## Family #confidential\n\n{SECRET}",
    "a comment": f"Well, %% {SECRET} %% yes.",
    "a comment over lines": f"<!--\n{SECRET}\n-->",
    "an unclosed comment": f"%% {SECRET}",
    "a misspelt mark": f"- {SECRET} #confidental",
    "a confidential note": f"---\nconfidential: true\n---\n{SECRET}",
    "a property of a confidential note": f"---\nconfidential: true\nchallenges: [{SECRET}]\n---\n",
    "a note that cannot be read": f"---\nconfidential: true\nrole: [x\n---\n{SECRET}",
    "private remarks": f"---\nminuses:\n  - {SECRET}\n---\n",
    "a reflection": f"- 2026-11-10 reflection: {SECRET}",
}


@pytest.mark.parametrize("text", SOURCES.values(), ids=SOURCES.keys())
def test_everything_that_is_withheld_is_known(text: str, make_vault: MakeVault) -> None:
    root = make_vault({MARTA: text})
    assert len(leaks(root, {"x.md": SECRET})) == 1
    assert len(leaks(root, {"x.txt": SECRET})) == 1
    assert not leaks(root, {MARTA: text})  # in its own note it is at home
    assert not leaks(root, {"people/Copy.md": text})  # and where it is marked, too


HARMLESS = {
    "what is shown": f"- 2026-11-10 call: {SECRET}",
    "what happened when": "- 2026-11-10 call with [[Ana]]: x #confidential",
    "the properties of many": "---\nconfidential: true\ntype: person\ncircle: close\nevery: 2w\nstage: trusted\ntags: [friend, neighbour, choir]\nmet: 2026-01-01\n---\n",
    "a program": "---\nconfidential: true\n---\n```dataview\ntable without id file.link as Contact from people where contains\n```\n",
}


@pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS.keys())
def test_what_anybody_may_know_is_no_leak(text: str, make_vault: MakeVault) -> None:
    root = make_vault({MARTA: text})
    assert not leaks(root, {"people/Ana.md": text.replace("confidential: true\n", "").replace("#confidential", "")})


def test_what_templates_say_is_no_secret(make_vault: MakeVault) -> None:
    template = "## What we talked about last time, and what they asked for\n"
    root = make_vault({"templates/person.md": template, MARTA: f"---\nconfidential: true\n---\n{template}"})
    assert not leaks(root, {"people/Ana.md": template})


def test_a_confidential_person_may_be_linked_in_notes_and_named_nowhere_else(make_vault: MakeVault) -> None:
    root = make_vault({"people/Quentin Ashgrove.md": "---\nconfidential: true\naliases: [Quinn of the Harbour]\n---\n"})
    assert not leaks(root, {"daily/2026-11-10.md": "lunch with [[Quentin Ashgrove]]"})
    for path, text in {"a.txt": "QUENTIN  ASHGROVE", "b.csv": "Ashgrove,Quentin Ashgrove", "c.html": "Quentin&nbsp;Ashgrove",
                       "reports/x.md": "---\ngenerated: nb\n---\nquinn of the harbour", "d.ics": "ATTENDEE:Quentin Ash\r\n grove"}.items():
        assert [one.message for one in leaks(root, {path: text})] == ["somebody confidential is named here"], path


def test_a_phrase_that_is_marked_now_is_found_in_what_was_staged_before(make_vault: MakeVault) -> None:
    root = make_vault({MARTA: f"- {SECRET} #confidential", "a.md": "x"})
    assert [one.path for one in leaks(root, {"a.md": SECRET})] == ["a.md"]


def test_a_staged_note_that_is_not_in_the_folder_is_known_too(make_vault: MakeVault, state: Path) -> None:
    root = make_vault({})
    assert [one.path for one in leaks(root, {MARTA: f"- {SECRET} #confidential", "a.md": SECRET})] == ["a.md"]
    assert b"Marta" not in stored(state)


# What is kept


def test_nothing_but_hashes_is_kept_outside_the_vault_for_the_owner_alone(make_vault: MakeVault, state: Path) -> None:
    root = make_vault({MARTA: f"- {SECRET}, otto@vance.example, 0171 555 2234 #confidential"})
    leaks(root)
    files = [file for file in state.rglob("*") if file.is_file()]
    assert sorted(file.name for file in files) == ["secrets", "secrets.key"]
    for file in files:
        assert file.stat().st_mode & 0o777 == 0o600
        assert not [word for word in (*SECRET.split(), "vance", "5552234") if word.encode() in file.read_bytes() and len(word) > 4]
    assert not [file for file in root.rglob("*") if file.name.startswith("secrets")]


def test_each_vault_has_a_key_of_its_own(make_vault: MakeVault, tmp_path: Path, state: Path) -> None:
    root = make_vault({MARTA: f"- {SECRET} #confidential"})
    leaks(root)
    root.rename(tmp_path / "other")
    leaks(tmp_path / "other")
    assert len({file.read_bytes() for file in state.rglob("secrets.key")}) == 2


@pytest.mark.parametrize("change", ["delete", "open", "move"])
def test_what_is_known_goes_with_its_text(change: str, make_vault: MakeVault, state: Path) -> None:
    root = make_vault({MARTA: f"- {SECRET} #confidential", "people/Ana.md": ""})
    assert leaks(root, {"x.txt": SECRET})
    assert b"Marta" in stored(state)
    note = root / MARTA
    if change == "delete":
        note.unlink()
    elif change == "open":
        note.write_text(f"- {SECRET}")
    else:
        note.rename(root / "people/Moved.md")
        assert leaks(root, {"x.txt": SECRET, "people/Moved.md": note.with_name("Moved.md").read_bytes()})
        (root / "people/Moved.md").unlink()
    assert not leaks(root, {"x.txt": SECRET})
    assert b"Marta" not in stored(state)
    assert b"Moved" not in stored(state)


def test_a_note_that_changed_is_looked_at_again(make_vault: MakeVault) -> None:
    root = make_vault({MARTA: "- nothing yet of any importance to anybody #confidential"})
    assert not leaks(root, {"x.txt": SECRET})
    (root / MARTA).write_text(f"- {SECRET} #confidential")
    assert leaks(root, {"x.txt": SECRET})


def test_a_new_note_is_known_once_it_is_staged(make_vault: MakeVault) -> None:
    root = make_vault({})
    assert not leaks(root, {"x.txt": SECRET})
    (root / "people").mkdir()
    (root / MARTA).write_text(f"- {SECRET} #confidential")
    assert leaks(root, {"x.txt": SECRET, MARTA: (root / MARTA).read_bytes()})
    assert leaks(root, {"x.txt": SECRET})


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"version": 2, "notes": {"a.md": [1]}}', b'{"version": 0, "notes": {}}', b"\xff\xfe\0"])
def test_a_store_that_is_damaged_is_made_anew(damage: bytes, make_vault: MakeVault, state: Path) -> None:
    root = make_vault({MARTA: f"- {SECRET} #confidential"})
    leaks(root)
    for file in state.rglob("secrets"):
        file.write_bytes(damage)
    assert leaks(root, {"x.txt": SECRET})


def test_where_nothing_can_be_kept_the_answer_is_the_same(make_vault: MakeVault, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_vault({MARTA: f"- {SECRET} #confidential"})
    monkeypatch.setenv("XDG_STATE_HOME", os.devnull)
    assert leaks(root, {"x.txt": SECRET})


def test_only_what_is_known_and_given_is_read(make_vault: MakeVault, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_vault({MARTA: f"- {SECRET} #confidential", **{f"people/P{number}.md": "x" for number in range(50)}})
    leaks(root, {})
    read: list[str] = []
    monkeypatch.setattr("kithbook.vault.learnt_secrets.read_plain_file", lambda path, _: read.append(path) or Path(path).read_bytes())
    leaks(root, {"people/P1.md": "x"})
    assert sorted(set(read)) in ([f"{root}/people/P1.md"], [f"{root}/{MARTA}", f"{root}/people/P1.md"])


@pytest.mark.parametrize("note", [
    f"- 2026-11-10 call: {SECRET} confidential:: true\n", f"- [confidential:: true] {SECRET}\n", f"# Marta\n\nconfidential: true\n{SECRET}\n",
    f"confidential: true\n{SECRET}\n", f"---\ntags: [confedential]\n---\n{SECRET}\n", f"---\ntags:\n  - a\n  - x/confidentail\n---\n{SECRET}\n",
    f"%% {SECRET} %%\n", f"- 2026-11-10 rating: 3 {SECRET}\n"])
def test_whatever_hides_is_known(note: str, make_vault: MakeVault) -> None:
    root = make_vault({MARTA: note, "notes/a.md": SECRET})
    assert [one.path for one in leaks(root)] == ["notes/a.md"]
    assert [one.path for one in leaks(root, {"notes/a.md": SECRET})] == ["notes/a.md"]


def test_a_note_is_known_as_it_is_staged_and_as_it_lies_there(make_vault: MakeVault) -> None:
    marked, bare = f"- {SECRET} #confidential\n", f"- {SECRET}\n"
    root = make_vault({MARTA: bare, "notes/a.md": SECRET})
    assert [one.path for one in leaks(root, {MARTA: marked, "notes/a.md": SECRET})] == ["notes/a.md"]
    (root / MARTA).write_text(marked)
    assert [one.path for one in leaks(root, {MARTA: bare, "notes/a.md": SECRET})] == ["notes/a.md"]
