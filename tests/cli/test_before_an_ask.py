"""The word before an ask is noted, which a terminal alone gets."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from running import run, run_on_terminal

MakeVault = Callable[[Mapping[str, str]], Path]

WORD = "nb: with Ana, 2 things should come first: nb ask Ana"


@pytest.fixture
def vault(make_vault: MakeVault) -> Path:
    return make_vault({
        "people/Ana.md": "---\nstage: trusted\n---\n- 2026-11-02 gave in: forty buns\n- 2026-11-10 email in: when?\n",
        "people/Bo.md": "---\nstage: trusted\n---\n- 2026-11-10 call: hello\n- 2026-10-10 call: hello\n",
        "people/Sam.md": "---\nconfidential: true\n---\n- 2026-11-10 email in: when?\n"})


@pytest.mark.parametrize("command", ["nb log ana 'the oven, please' --kind ask", "nb log ana 'asked for the oven'", "nb log ana bo 'ask: the oven'"])
def test_is_said_once_and_does_not_stand_in_the_way(command: str, vault: Path, environment: Mapping[str, str]) -> None:
    shown, code = run_on_terminal(command, vault, environment)
    assert shown.count(WORD) == 1
    assert code == 0
    assert "oven" in (vault / "people" / "Ana.md").read_text()


@pytest.mark.parametrize("command", ["nb log bo 'the oven, please' --kind ask", "nb log ana 'the oven, please' --kind ask --in",
                                     "nb log ana 'gave her the oven'", "nb log sam 'the oven, please' --kind ask"])
def test_is_not_said(command: str, vault: Path, environment: Mapping[str, str]) -> None:
    """When nothing comes first, when it was they who asked, when it is no ask, and of confidential people."""
    assert "first" not in run_on_terminal(command, vault, environment)[0]


def test_is_for_a_terminal(vault: Path, environment: Mapping[str, str], tmp_path: Path) -> None:
    assert "first" not in " ".join(run("nb log ana 'the oven, please' --kind ask", vault, environment, tmp_path))


def test_a_brief_reveals_on_a_terminal(vault: Path, environment: Mapping[str, str]) -> None:
    (vault / "people" / "Ana.md").write_text(
        "---\npluses: [never late]\n---\n- 2026-11-02 reflection: with her I laugh\n- 2026-11-01 call: the clinic #confidential\n")
    hidden, _ = run_on_terminal("nb brief ana", vault, environment)
    shown, code = run_on_terminal("nb brief ana --reveal; nb brief sam --reveal; nb ask sam --reveal", vault, environment)
    assert code == 0
    for words in ("never late", "with her I laugh", "the clinic"):
        assert words in shown
        assert words not in hidden
    assert "to be answered" in shown
    assert "What is between you is confidential" not in shown
