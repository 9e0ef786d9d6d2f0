"""What history shows of a note that keeps it to itself now."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kithbook.model.problem import Problem
from kithbook.vault.committed import find_committed_before
from kithbook.vault.config import load_settings

NOTE = "people/Zoë Marta.md"
SECRET = "her brother Otto lost the bakery to gambling debts"
MakeVault = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(root), "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments], check=True,
                   capture_output=True, env={"PATH": "/usr/bin:/bin", "GIT_AUTHOR_DATE": "2026-03-04T12:00:00Z",
                                             "GIT_COMMITTER_DATE": "2026-03-04T12:00:00Z", "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(root)})


def commit(root: Path, text: str, path: str = NOTE) -> None:
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text(text)
    git(root, "add", "-A")
    git(root, "commit", "-qm", "x")


def found(root: Path) -> list[Problem]:
    return list(find_committed_before(str(root), load_settings(str(root))[0]))


@pytest.fixture
def root(make_vault: MakeVault) -> Path:
    made = make_vault({})
    git(made, "init", "-q")
    return made


@pytest.mark.parametrize("marked", [f"- x\n- {SECRET} #confidential", f"---\nconfidential: true\n---\n{SECRET}", f"> [!confidential]\n> {SECRET}", f"- x\n\n%% {SECRET} %%"])
def test_what_was_committed_before_it_was_marked_is_said(root: Path, marked: str) -> None:
    commit(root, f"- {SECRET}\n")
    commit(root, "- something else")
    (root / NOTE).write_text(marked)  # committed or not
    (problem,) = found(root)
    assert (problem.path, problem.rule, problem.severity) == (NOTE, "committed-before", "warning")
    assert "committed on 2026-03-04 (" in problem.message
    assert problem.line == next(number for number, line in enumerate(marked.split("\n"), 1) if SECRET in line or line.startswith("> [!"))
    assert "bakery" not in problem.message


def test_what_was_marked_from_the_first_is_not(root: Path) -> None:
    commit(root, f"- {SECRET} #confidential\n")
    commit(root, f"- x\n- {SECRET} #confidential\n")
    assert not found(root)


def test_what_is_not_committed_is_not(root: Path) -> None:
    commit(root, "- x")
    (root / NOTE).write_text(f"- {SECRET} #confidential")
    assert not found(root)


def test_the_names_that_a_note_had_before_count(root: Path) -> None:
    commit(root, f"- {SECRET}\n", "people/Old.md")
    git(root, "mv", "people/Old.md", NOTE)
    git(root, "commit", "-qm", "moved")
    (root / NOTE).write_text(f"- {SECRET} #confidential\n")
    assert [problem.path for problem in found(root)] == [NOTE]


def test_a_vault_below_the_top_of_its_repository_is_told_the_same(tmp_path: Path, root: Path) -> None:
    vault = root / "vault"
    vault.mkdir()
    (vault / "nb.yaml").write_text("")
    commit(root, f"- {SECRET}\n", "vault/Marta.md")
    (vault / "Marta.md").write_text(f"- {SECRET} #confidential\n")
    assert [problem.path for problem in found(vault)] == ["Marta.md"]


def test_without_git_or_history_nothing_is_said(make_vault: MakeVault) -> None:
    root = make_vault({NOTE: f"- {SECRET} #confidential"})
    assert not found(root)
    git(root, "init", "-q")
    assert not found(root)
