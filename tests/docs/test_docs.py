"""The pages say what the program does: every example in them is run.

In a page, a fenced block whose info string ends in a path (```` ```markdown people/Ada.md ````)
is written to that file of a vault, and a `console` block holds commands with what they
print. Each `##` section begins with a new, empty vault. `pytest tests/docs --update`
writes what is printed now into the page.
"""

import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from conftest import ROOT
from running import run, trimmed

# The longest first, so that no worker is left with one at the end.
PAGES = sorted((ROOT / "docs").glob("*.md"), key=lambda page: (-page.stat().st_size, page.name))
FENCE = re.compile(r"^(`{3,})(\w+)(?: (\S[^\n]*))?\n(.*?)^\1\n", re.M | re.S)
SECTION = re.compile(r"^(?=## )", re.M)


def split_sections(page: str) -> list[str]:
    """The page at its `##` headings; those within a block are the block's."""
    blocks = [block.span() for block in FENCE.finditer(page)]
    starts = [match.start() for match in SECTION.finditer(page) if not any(a < match.start() < b for a, b in blocks)]
    return [page[start:end] for start, end in pairwise([0, *starts, len(page)])]


def run_console(block: str, vault: Path, environment: dict[str, str], home: Path) -> str:
    """The console block as it is now: each command with what it prints."""
    lines: list[str] = []
    for command in (line for line in block.split("\n") if line.startswith("$ ")):
        lines += [command, *trimmed(run(command[2:], vault, environment, home))]
    return "\n".join(lines) + "\n"


def render_section(section: str, vault: Path, environment: dict[str, str], home: Path) -> str:
    """The section with its console blocks run, in a new vault."""
    shutil.rmtree(vault, ignore_errors=True)
    vault.mkdir()
    (vault / "nb.yaml").touch()

    def render(block: re.Match[str]) -> str:
        marks, language, path, content = block.groups()
        if path is not None:
            file = vault / path.strip()
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content)
        elif language == "console":
            return f"{marks}{language}\n{run_console(content, vault, environment, home)}{marks}\n"
        return block[0]

    return FENCE.sub(render, section)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page(page: Path, tmp_path: Path, environment: dict[str, str], request: pytest.FixtureRequest) -> None:
    written = page.read_text()
    sections = split_sections(written)
    found = "".join(render_section(section, tmp_path / "vault", environment, tmp_path) for section in sections)
    if request.config.getoption("--update"):
        page.write_text(found)
    assert found == page.read_text(), f"{page.name}: see the difference; --update accepts it"


def test_readme(tmp_path: Path, environment: dict[str, str], request: pytest.FixtureRequest) -> None:
    """The README's console blocks, run beside the example vault."""
    shutil.copytree(ROOT / "example-vault", tmp_path / "example-vault")
    readme = ROOT / "README.md"

    def render(block: re.Match[str]) -> str:
        marks, language, _, content = block.groups()
        if language != "console":
            return block[0]
        return f"{marks}{language}\n{run_console(content, tmp_path, environment, tmp_path)}{marks}\n"

    found = FENCE.sub(render, readme.read_text())
    if request.config.getoption("--update"):
        readme.write_text(found)
    assert found == readme.read_text(), "README.md: see the difference; --update accepts it"


def test_commands_of_the_example_vault(tmp_path: Path, environment: dict[str, str]) -> None:
    """What its README tells one to type works."""
    shutil.copytree(ROOT / "example-vault", tmp_path / "example-vault")
    page = (ROOT / "example-vault" / "README.md").read_text()
    commands = [line[2:] for line in page.split("\n") if line.startswith("$ ")]
    assert commands
    for command in commands:
        printed = run(command, tmp_path, environment, tmp_path)
        assert len(printed) > 1
        assert not printed[-1].startswith(("!", "[")), command


def test_every_practice_has_a_paragraph() -> None:
    page = (ROOT / "docs" / "practices.md").read_text()
    assert re.findall(r"^## T(\d+)\.", page, re.M) == [str(number) for number in range(1, 21)]
