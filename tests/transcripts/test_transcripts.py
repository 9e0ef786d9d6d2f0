"""Runs the transcripts: what a person types, and what the program answers.

A transcript (`*.txt` beside this file) is read from top to bottom:

    %% a remark, for the reader
    === people/Ada Lovelace.md        the lines below are written to this file of the vault
    $ nb agenda                      run by the shell in the vault; what it prints follows,
    ! nb: nobody here …              lines on stderr behind an exclamation mark,
    [2]                              and the exit code, when it is not 0

`pytest tests/transcripts --update` writes what is printed now. Read the difference.
"""

from pathlib import Path

import pytest

from running import run, trimmed

HERE = Path(__file__).parent
MARKS = ("%% ", "=== ", "$ ")


def split_steps(text: str) -> list[tuple[str, list[str]]]:
    """The marked lines, each with the lines below it."""
    steps: list[tuple[str, list[str]]] = []
    for line in text.removesuffix("\n").split("\n"):
        if line.startswith(MARKS) or not steps:
            steps.append((line, []))
        else:
            steps[-1][1].append(line)
    return steps


@pytest.mark.parametrize("file", sorted(HERE.glob("*.txt")), ids=lambda file: file.stem)
def test_transcript(file: Path, tmp_path: Path, environment: dict[str, str], request: pytest.FixtureRequest) -> None:
    vault = tmp_path / "vault"
    vault.mkdir()
    (vault / "nb.yaml").touch()
    expected = split_steps(file.read_text())
    found: list[tuple[str, list[str]]] = []
    for head, below in expected:
        answer = below
        if head.startswith("=== "):
            target = vault / head[4:].strip()
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("\n".join(trimmed(below)) + "\n")
        elif head.startswith("$ "):
            answer = run(head[2:], vault, environment, tmp_path)
            if trimmed(answer) == trimmed(below):
                answer = below
            elif request.config.getoption("--update"):
                answer = [*trimmed(answer), ""]
        found.append((head, answer))
    text = "\n".join("\n".join([head, *lines]) for head, lines in found) + "\n"
    if request.config.getoption("--update"):
        file.write_text(text)
    assert text == file.read_text(), f"{file.name}: see the difference; --update accepts it"
