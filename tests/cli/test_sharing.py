"""`nb who-else --share` on a terminal: it is asked to whom, one by one."""

from collections.abc import Callable, Mapping
from pathlib import Path

from running import run_on_terminal

MakeVault = Callable[[Mapping[str, str]], Path]
FILES = {"people/Ana.md": "---\ninterests: [solar]\n---\n", "people/Bo.md": "---\nneeds: [solar panels]\n---\n", "people/Cy.md": "hello\n"}
GAVE = "- 2026-11-22 gave: solar #solar\n"


def logs(vault: Path) -> dict[str, bool]:
    return {note.stem: GAVE in note.read_text() for note in sorted(vault.glob("people/*.md"))}


def test_it_is_asked_to_whom(make_vault: MakeVault, environment: dict[str, str]) -> None:
    vault = make_vault(FILES)
    shown, code = run_on_terminal("nb who-else solar --share", vault, environment | {"NO_COLOR": "1"}, "n\ny\n")
    assert code == 0
    assert shown.startswith("Ana\n  interested in  solar (people/Ana.md:2)\n\nBo\n  needs  solar panels (people/Bo.md:2)\n")
    assert "Share it with Ana? [y/N]: Share it with Bo? [y/N]: given to Bo on 2026-11-22: solar #solar (take it back: nb undo)\n" in shown
    assert logs(vault) == {"Ana": False, "Bo": True, "Cy": False}
    assert "1 had it already: Bo (given, 22 Nov, people/Bo.md:7)." in run_on_terminal("nb who-else solar", vault, environment)[0]
    run_on_terminal("nb undo", vault, environment)
    assert logs(vault) == {"Ana": False, "Bo": False, "Cy": False}


def test_nothing_is_written_unasked(make_vault: MakeVault, environment: dict[str, str]) -> None:
    vault = make_vault(FILES)
    for typed in ("n\nn\n", "\n\n", "y\n\x04"):
        run_on_terminal("nb who-else solar --share", vault, environment, typed)
        assert logs(vault) == {"Ana": False, "Bo": False, "Cy": False}
