"""The word before one more promise, which a terminal alone gets."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from running import run, run_on_terminal

MakeVault = Callable[[Mapping[str, str]], Path]

WORD = "3 promises of yours are open already, 3 of them late"
RAJ = "".join(f"- [ ] Promise {number} 📅 2026-11-0{number}\n" for number in (1, 2, 3)) + (
    "- [ ] Theirs #theirs 📅 2026-11-01\n- [ ] In confidence #confidential 📅 2026-11-01\n- 2026-11-20 email in: when?\n")


@pytest.fixture
def vault(make_vault: MakeVault) -> Path:
    return make_vault({"people/Raj.md": RAJ})


@pytest.mark.parametrize("command", ["promise raj 'one more'", "reply raj --holding fri"])
def test_is_said(command: str, vault: Path, environment: Mapping[str, str]) -> None:
    assert WORD not in run_on_terminal(f"nb {command} --dry-run", vault, environment)[0]
    shown, code = run_on_terminal(f"nb {command}", vault, environment)
    assert WORD in shown
    assert "undo" in shown
    assert code == 0


KEPT = "".join(f"- [x] Kept {day} ✅ 2026-{month}-0{day}\n" for month in ("09", "10") for day in (1, 2))


@pytest.mark.parametrize(("asked", "word"), [
    ("nb kept", "2 promises of yours are open already; you usually keep 2 in a month"), ("nb kept --months 3", None), ("true", None),
    ("NB_TODAY=2026-07-01 nb kept", None)])
def test_it_compares_with_what_is_usual(asked: str, word: str | None, make_vault: MakeVault, environment: Mapping[str, str], tmp_path: Path) -> None:
    """As `nb kept` said of a year, not too long ago."""
    vault = make_vault({"people/Raj.md": f"{KEPT}- [ ] One 📅 2026-12-01\n- [ ] Two 📅 2026-12-01\n"})
    run(asked, vault, environment, tmp_path)
    shown, _ = run_on_terminal("nb promise raj 'one more'", vault, environment)
    assert word in shown if word else "already" not in shown


def test_is_said_each_time_and_counts_what_was_written_meanwhile(vault: Path, environment: Mapping[str, str]) -> None:
    for number in (3, 4, 5):
        shown, _ = run_on_terminal(f"nb promise raj 'more {number}'", vault, environment)
        assert f"{number} promises of yours are open already, 3 of them late" in shown


def test_ten_are_many_while_nb_kept_was_never_asked(make_vault: MakeVault, environment: Mapping[str, str]) -> None:
    vault = make_vault({"people/Raj.md": "".join(f"- [ ] Promise {number} 📅 2026-12-01\n" for number in range(9))})
    assert "already" not in run_on_terminal("nb promise raj tenth", vault, environment)[0]
    assert "10 promises of yours are open already\n" in run_on_terminal("nb promise raj eleventh", vault, environment)[0]


@pytest.mark.parametrize("command", ["nb promise raj x --theirs", "nb reply raj 'on Friday'",
                                     "sed -i '/Promise 3/d' people/Raj.md; nb agenda >/dev/null; nb promise raj x"])
def test_is_not_said(command: str, vault: Path, environment: Mapping[str, str], tmp_path: Path) -> None:
    """For others' promises, for no promise, or when there are few."""
    run("nb agenda", vault, environment, tmp_path)
    assert "already" not in run_on_terminal(command, vault, environment)[0]


def test_is_for_a_terminal(vault: Path, environment: Mapping[str, str], tmp_path: Path) -> None:
    run("nb agenda", vault, environment, tmp_path)
    assert "already" not in " ".join(run("nb promise raj x", vault, environment, tmp_path))
