"""The house stands as docs/architecture.md says: imports point down, types and lint are clean."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

SOURCE = ROOT / "src" / "kithbook"
BIN = Path(sys.executable).parent


@pytest.mark.parametrize("command", [["lint-imports"], ["ruff", "check"], ["mypy"]], ids=lambda c: c[0])
def test_tool_is_content(command: list[str]) -> None:
    result = subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def test_only_the_command_line_reads_the_clock() -> None:
    clocks = {"today", "now", "utcnow", "time", "time_ns"}
    readers = {
        str(file.relative_to(SOURCE))
        for file in modules()
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in clocks
        and isinstance(node.func.value, ast.Name) and node.func.value.id in ("date", "datetime", "time")
    }
    assert readers == {"cli/today.py"}


def test_no_module_is_a_drawer() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
    assert not [file for file in modules() if file.stem in drawers]


def test_every_module_says_what_it_is_for() -> None:
    assert not [file for file in modules() if not ast.get_docstring(ast.parse(file.read_text()))]


# What takes long to load, or reads notes.
HEAVY = {"click", "yaml", "jinja2", "watchdog", "importlib.metadata", "sqlite3", "subprocess", "difflib", "json", "csv",
         "hashlib", "wcwidth", "dataclasses", "kithbook.text.note", "kithbook.text.full_note", "kithbook.model.book"}


@pytest.mark.parametrize(
    ("command", "loaded"),
    [
        ("agenda", "sqlite3"),
        ("agenda --days 14", "click sqlite3"),
        ("agenda --json", "click json sqlite3"),
        ("agenda --format md", "click hashlib jinja2 json sqlite3"),
        ("replies", "click sqlite3"),
        ("thanks", "click sqlite3"),
        ("loops", "click json kithbook.model.book kithbook.text.note sqlite3"),
        ("promises", "click sqlite3"),
        ("list", "click json kithbook.model.book sqlite3"),
        ("show ada", "json kithbook.model.book kithbook.text.full_note kithbook.text.note sqlite3"),
        ("timeline ada", "click json kithbook.model.book kithbook.text.full_note kithbook.text.note sqlite3"),
        ("brief ada", "click json kithbook.model.book kithbook.text.full_note kithbook.text.note sqlite3"),
        ("ask ada", "json kithbook.model.book kithbook.text.full_note kithbook.text.note sqlite3"),
        ("show ada --json", "click json kithbook.model.book kithbook.text.full_note kithbook.text.note sqlite3"),
        ("find hello", "click sqlite3"),
        ("who-else hello", "click sqlite3"),
        ("match", "click sqlite3"),
        ("log ada hello --dry-run",
         "click difflib hashlib json kithbook.model.book kithbook.text.full_note kithbook.text.note sqlite3"),
        ("--version", "click"),
    ],
)
def test_a_command_imports_only_what_it_needs(command: str, loaded: str, make_vault, environment) -> None:  # type: ignore[no-untyped-def]
    vault = make_vault({"people/Ada.md": "---\nevery: 2w\n---\n- 2026-10-01 call: hello\n"})
    loaded_by(command, vault, {**environment, "NB_TODAY": "2026-11-21"})  # there is no index yet, and notes are read
    assert " ".join(sorted(loaded_by(command, vault, environment) & HEAVY)) == loaded


def loaded_by(command: str, vault: Path, environment: dict[str, str]) -> set[str]:
    result = subprocess.run([sys.executable, "-X", "importtime", "-m", "kithbook", *command.split()], cwd=vault, env=environment,
                            capture_output=True, text=True, check=True)
    return {line.rpartition("|")[2].strip() for line in result.stderr.splitlines() if line.startswith("import time:")}


def test_an_agenda_that_is_known_is_not_worked_out(make_vault, environment) -> None:  # type: ignore[no-untyped-def]
    vault = make_vault({"people/Ada.md": "---\nevery: 2w\n---\n- 2026-10-01 call: hello\n"})
    wording = {"kithbook.query.agenda", "kithbook.report.terminal", "kithbook.vault.due"}
    assert wording <= loaded_by("agenda", vault, environment)
    assert not wording & loaded_by("agenda", vault, environment)


def test_who_is_not_told_of_anew_is_not_worked_out(make_vault, environment) -> None:  # type: ignore[no-untyped-def]
    vault = make_vault({"people/Ada.md": "---\nevery: 2w\n---\n- 2026-10-01 call: hello\n"})
    for _ in range(2):
        loaded_by("agenda", vault, environment)
    more = {"kithbook.vault.touched", "kithbook.model.book", "kithbook.query.agenda", "kithbook.text.full_note"}
    for added, loaded in (("\nSome words.\n", set()), ("\n- 2026-10-02 call: hello again\n", more - {"kithbook.text.full_note"})):
        with (vault / "people/Ada.md").open("a") as note:
            note.write(added)
        assert more & loaded_by("agenda", vault, environment) == loaded
        assert not more & loaded_by("agenda", vault, environment)


USUAL = """
import sys
from kithbook.cli.hook_run import run_usual
code = run_usual(["hook", "run", "pre-commit"])
print(code, *sorted(m for m in {"click", "yaml", "dataclasses", "json", "calendar", "kithbook.text.note",
                                "kithbook.model.book"} & set(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("line", "loaded"),
    [("- [ ] Write 📅 2026-12-01", "0"), ("- [ ] Write 📅 2026-11-01", "1 kithbook.text.note")], ids=["to come", "late"])
def test_the_hook_loads_less_than_commands_do(line: str, loaded: str, make_vault, environment) -> None:  # type: ignore[no-untyped-def]
    vault = make_vault({"people/Ada.md": line, "nb.yaml": "# nothing set\n"})
    for command in (["git", "init", "-q"], ["git", "add", "-A"]):
        subprocess.run(command, cwd=vault, env=environment, check=True)
    for _ in range(2):  # the first time it is not known whether anything is confidential, and notes are read
        result = subprocess.run([sys.executable, "-c", USUAL], cwd=vault, env=environment, capture_output=True, text=True, check=False)
    assert result.stderr.strip() == loaded
