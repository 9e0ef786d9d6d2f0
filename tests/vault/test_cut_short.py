"""A command that is killed amid its change: the next one rests on whole notes, and says what it has taken back."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

NB = Path(sys.executable).parent / "nb"
PEOPLE = [f"Person {number:03}" for number in range(250)]
TABLE = "name,email\n" + "".join(f"{name},{name[-3:]}@example.org\n" for name in PEOPLE)


@pytest.fixture
def root(make_vault: Callable[[Mapping[str, str | bytes]], Path], environment: dict[str, str]) -> Path:
    """A vault with half of an import in it."""
    root = make_vault({"people/Ada.md": "Hello.\n", "people.csv": TABLE})
    nb(root, environment, "log", "ada", "call: before")
    for _ in range(40):  # a loaded machine may not let us hit the moment
        process = subprocess.Popen([NB, "import", "csv", "people.csv"], cwd=root, env=environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None and len(os.listdir(root / "people")) < 5:
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
        process.wait()
        if 5 <= len(names(root)) < len(PEOPLE):
            return root
        nb(root, environment, "undo")
    raise AssertionError("the kill never came in time")


def nb(root: Path, environment: dict[str, str], *arguments: str) -> tuple[int, str, str]:
    done = subprocess.run([NB, *arguments], cwd=root, env=environment, capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stdout, done.stderr


def names(root: Path) -> list[str]:
    return sorted(name for name in os.listdir(root / "people") if name[0] != ".")


SAID = "nb: this was cut short, and has been taken back: imported 250 people\n"


def test_the_import_again_brings_everybody(root: Path, environment: dict[str, str]) -> None:
    code, said, trouble = nb(root, environment, "import", "csv", "people.csv")
    assert (code, said, trouble) == (0, "250 new, 0 filled in, 0 there already (take it back: nb undo)\n", SAID)
    assert names(root) == ["Ada.md", *(f"{name}.md" for name in PEOPLE)]
    assert nb(root, environment, "import", "csv", "people.csv")[1:] == ("Nothing to change: 250 there already.\n", "")


def test_a_trial_tells_what_will_be(root: Path, environment: dict[str, str]) -> None:
    assert nb(root, environment, "import", "csv", "people.csv", "--dry-run")[1].endswith("250 new, 0 filled in, 0 there already (nothing written)\n")


def test_nothing_is_logged_with_somebody_who_goes_again(root: Path, environment: dict[str, str]) -> None:
    code, said, trouble = nb(root, environment, "log", names(root)[1].removesuffix(".md"), "call: hello")
    assert (code, said) == (2, "") and trouble.startswith(SAID)
    assert names(root) == ["Ada.md"]


def test_undo_takes_back_what_was_cut_short_and_no_more(root: Path, environment: dict[str, str]) -> None:
    assert nb(root, environment, "undo") == (0, "", SAID)
    assert names(root) == ["Ada.md"] and "call: before" in (root / "people/Ada.md").read_text()
    assert nb(root, environment, "undo")[1] == "taken back: logged with Ada on 2026-11-22\n"


def test_what_only_reads_changes_nothing(root: Path, environment: dict[str, str]) -> None:
    before = names(root)
    for command in ("list", "check", "scan", "intro"):
        assert nb(root, environment, command)[2] == ""
    assert names(root) == before
