"""Thousands of people come in, the second time no file is touched, and the agenda is no longer than before."""

from collections.abc import Callable
from pathlib import Path

from running import run


def stamps(vault: Path) -> dict[str, tuple[int, int]]:
    return {str(file): (file.stat().st_mtime_ns, file.stat().st_ino) for file in vault.rglob("*.md")}


def test_three_thousand_connections(make_vault: Callable[[dict[str, str]], Path], environment: dict[str, str], tmp_path: Path) -> None:
    rows = "\n".join(f"P{number},Person,https://l.example/in/p{number},p{number}@example.org,Org {number % 99},,{number % 28 + 1:02} May 2026"
                     for number in range(3000))
    vault = make_vault({"people/Ada.md": "---\nevery: 2w\nmet: 2026-01-01\n---\n", "Connections.csv":
                        f"Notes:\n\"a, b\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n{rows}\n"})
    before = run("nb agenda", vault, environment, tmp_path)
    assert "3000 new" in "".join(run("nb import linkedin Connections.csv", vault, environment, tmp_path))
    seen = stamps(vault)
    assert len(seen) == 3001
    assert "3000 there already" in "".join(run("nb import linkedin Connections.csv", vault, environment, tmp_path))
    assert stamps(vault) == seen
    assert run("nb agenda", vault, environment, tmp_path) == before
