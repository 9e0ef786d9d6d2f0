"""What happens on a terminal alone: an editor is opened, a question is asked."""

import stat
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from running import run, run_on_terminal

pytest.importorskip("pty", reason="there is no such terminal here")

MakeVault = Callable[[Mapping[str, str | bytes]], Path]
Environment = dict[str, str]

RAJ = "- 2026-10-01 call: the budget\n"
LOGGED = "- 2026-11-22 call: the new budget\n  and the roof\n" + RAJ
HINT = "%% What happened with Raj? This line is left out. %%"


@pytest.fixture
def vault(make_vault: MakeVault) -> Path:
    return make_vault({"people/Raj.md": RAJ})


def set_editor(environment: Environment, folder: Path, script: str) -> None:
    """Make an editor of a shell script, which gets the file as `$1`."""
    editor = folder / "an editor.sh"
    editor.write_text(f"#!/bin/sh\n{script}\n")
    editor.chmod(0o755)
    environment["EDITOR"] = f"'{editor}'"


def kept_texts(environment: Environment) -> list[Path]:
    return sorted(Path(environment["HOME"]).rglob("*.md"))


class TestAnEditor:
    def test_gives_the_text(self, vault: Path, tmp_path: Path, environment: Environment) -> None:
        seen = tmp_path / "seen"
        set_editor(environment, tmp_path, f"""
            {{ cat "$1"; ls -l "$1"; echo "$1"; }} > {seen}
            printf 'call: the new budget\\nand the roof\\n' >> "$1"; cp "$1" "$1~" """)
        assert run_on_terminal("nb log raj --edit", vault, environment) == (
            "logged with Raj on 2026-11-22, as call (take it back: nb undo)\n", 0)
        assert (vault / "people/Raj.md").read_text() == LOGGED
        hint, empty, mode, file = seen.read_text().splitlines()
        assert (hint, empty, mode[:10]) == (HINT, "", "-rw-------")
        assert file.endswith(".md")
        assert not Path(file).is_relative_to(vault)
        assert not Path(file).parent.exists()

    def test_may_write_above_the_hint_and_with_other_line_ends(self, vault: Path, tmp_path: Path, environment: Environment) -> None:
        set_editor(environment, tmp_path, f"""printf '\\357\\273\\277call: the new budget\\r\\nand the roof\\r\\n\\r\\n{HINT.replace("%", "%%")}\\r\\n' > "$1" """)
        assert run_on_terminal("nb log raj -e", vault, environment)[1] == 0
        assert (vault / "people/Raj.md").read_text() == LOGGED

    def test_of_a_text_that_says_with_whom(self, vault: Path, tmp_path: Path, environment: Environment) -> None:
        set_editor(environment, tmp_path, """echo 'lunch with [[Raj]]: soup' >> "$1" """)
        assert run_on_terminal("nb log --edit --on yesterday", vault, environment)[1] == 0
        assert (vault / "people/Raj.md").read_text() == "- 2026-11-21 lunch with [[Raj]]: soup\n" + RAJ

    @pytest.mark.parametrize("script", ["true", ': > "$1"', 'rm "$1"', """printf '\\n \\n\\n' >> "$1" """])
    def test_without_a_text(self, script: str, vault: Path, tmp_path: Path, environment: Environment) -> None:
        set_editor(environment, tmp_path, script)
        assert run_on_terminal("nb log raj --edit", vault, environment) == (
            "nb: the text is empty, and nothing was logged\n    write it below the first line, and save\n", 2)
        assert not kept_texts(environment)

    @pytest.mark.parametrize(
        ("script", "before", "said", "code"),
        [
            ("""echo 'call: hello' >> "$1" """, "chmod a-w people/Raj.md", "nb: people/Raj.md is read-only\n    nothing was changed", 3),
            ("""echo 'call: hello' >> "$1"; exit 4""", ":", "an editor.sh' ended with 4\n    nothing was written", 3),
            (f"""echo 'call: hello %%' > "$1"; echo '{HINT}' >> "$1" """, ":",
             "nb: `%%` and `<!--` begin a comment, and would hide what is below\n    leave them out", 2),
            ("""printf 'call: \\377' >> "$1" """, ":", "nb: the text is no UTF-8\n    type it again", 2),
        ],
        ids=["read-only", "editor", "comment", "bytes"],
    )
    def test_whose_text_cannot_be_logged(self, script: str, before: str, said: str, code: int, vault: Path, tmp_path: Path,
                                         environment: Environment) -> None:
        set_editor(environment, tmp_path, script)
        shown, ended = run_on_terminal(f"{before}; nb log raj --edit", vault, environment)
        [kept] = kept_texts(environment)
        assert ended == code
        assert shown.endswith(f"{said}; the text is kept in {kept}\n")
        assert "call" not in shown
        assert kept.read_bytes().startswith(b"call: ")
        assert HINT not in kept.read_text(errors="replace")
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert (vault / "people/Raj.md").read_text() == RAJ

    def test_whose_text_was_kept(self, vault: Path, tmp_path: Path, environment: Environment) -> None:
        set_editor(environment, tmp_path, """printf 'call: the new budget\\nand the roof\\n' >> "$1"; chmod a-w people/Raj.md""")
        run_on_terminal("nb log raj --edit", vault, environment)
        run(f"chmod u+w people/Raj.md; nb log raj - < '{kept_texts(environment)[0]}'", vault, environment, tmp_path)
        assert (vault / "people/Raj.md").read_text() == LOGGED

    @pytest.mark.parametrize(
        ("editor", "said"),
        [("", "nb: no editor is set\n    set $EDITOR, or "), ("/no/such", "nb: /no/such cannot be started: "), ("'", "nb: ' cannot be started: ")])
    @pytest.mark.parametrize("command", ["nb log raj --edit", "nb edit raj"])
    def test_that_cannot_be_started(self, command: str, editor: str, said: str, vault: Path, environment: Environment) -> None:
        environment["EDITOR"] = editor
        shown, code = run_on_terminal(command, vault, environment)
        assert code == 3
        assert shown.startswith(said)
        assert not kept_texts(environment)

    def test_opens_a_note(self, vault: Path, tmp_path: Path, environment: Environment) -> None:
        set_editor(environment, tmp_path, 'echo "- [ ] call him" >> "$1"')
        assert run_on_terminal("nb edit raj", vault, environment) == ("", 0)
        assert (vault / "people/Raj.md").read_text() == RAJ + "- [ ] call him\n"
