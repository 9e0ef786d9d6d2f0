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
HINT = "%% What happened? This line is left out. %%"


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


def ask(name: str, meant: str = "") -> str:
    return f"Nobody is called {name}{meant}. Make a note for them? [y/N] "


def notes(vault: Path) -> dict[str, str]:
    return {file.stem: file.read_text() for file in sorted(vault.rglob("*.md"))}


MADE = "## Promises\n\n## Log\n\n"
ANA = MADE + "- 2026-11-22 coffee\n"


class TestSomebodyUnknown:
    def test_gets_a_note_with_the_entry_in_it(self, vault: Path, environment: Environment) -> None:
        assert run_on_terminal('nb log "Ana Reyes" coffee', vault, environment, "y\n") == (
            ask("Ana Reyes") + "people/Ana Reyes.md made; logged with Ana Reyes on 2026-11-22, as meeting (take it back: nb undo)\n", 0)
        assert notes(vault) == {"Raj": RAJ, "Ana Reyes": ANA}
        assert run_on_terminal("nb undo", vault, environment) == (
            "taken back: people/Ana Reyes.md made; logged with Ana Reyes on 2026-11-22\n", 0)
        assert notes(vault) == {"Raj": RAJ}

    @pytest.mark.parametrize("typed", ["n\n", "\n"])
    def test_gets_none_unless_it_is_wanted(self, typed: str, vault: Path, environment: Environment) -> None:
        assert run_on_terminal('nb log raj "Ana Reyes" coffee', vault, environment, typed) == (
            ask("Ana Reyes") + "nb: nobody here is called `Ana Reyes`\n    `nb list` shows everybody\n", 2)
        assert notes(vault) == {"Raj": RAJ}

    def test_may_be_somebody_known(self, make_vault: MakeVault, environment: Environment) -> None:
        vault = make_vault({"people/Ana Reyes.md": "---\nmet: 2024-05-01\n---\n"})
        before = "nb: you have met before (a name spelt much like it): Ana Reyes, people/Ana Reyes.md, met 2024-05-01\n"
        shown, code = run_on_terminal('nb log "Anna Reyes" coffee', vault, environment, "n\n")
        assert shown.startswith(before + ask("Anna Reyes", " (did you mean Ana Reyes?)") + "nb: nobody here")
        assert code == 2

    def test_among_others(self, vault: Path, environment: Environment) -> None:
        shown, code = run_on_terminal('nb log raj "Ana Reyes" "ana  reyes" Zoë coffee --with Juno --with zoë', vault, environment, "y\ny\nyes\n")
        assert (shown, code) == (
            ask("Ana Reyes") + ask("Zoë") + ask("Juno") + "people/Ana Reyes.md, people/Zoë.md, people/Juno.md made; "
            "logged with Raj, Ana Reyes, Zoë on 2026-11-22, as meeting (take it back: nb undo)\n", 0)
        entry = "- 2026-11-22 coffee with [[Juno]], [[Zoë]]\n"
        assert notes(vault) == {"Raj": entry + RAJ, "Ana Reyes": MADE + entry, "Zoë": MADE + entry, "Juno": MADE.removesuffix("\n")}
        run_on_terminal("nb undo", vault, environment)
        assert notes(vault) == {"Raj": RAJ}

    def test_all_or_none(self, vault: Path, environment: Environment) -> None:
        assert run_on_terminal("nb log Ana Zoë coffee", vault, environment, "y\nn\n")[1] == 2
        assert run_on_terminal("chmod a-w people/Raj.md; nb log Ana raj coffee", vault, environment, "y\n")[1] == 3
        assert notes(vault) == {"Raj": RAJ}

    def test_who_is_linked_in_the_text(self, vault: Path, environment: Environment) -> None:
        assert run_on_terminal("nb log 'lunch with [[Raj]] and [[Zoë]]'", vault, environment, "y\n")[1] == 0
        entry = "- 2026-11-22 lunch with [[Raj]] and [[Zoë]]\n"
        assert notes(vault) == {"Raj": entry + RAJ, "Zoë": MADE + entry}

    def test_is_shown_in_a_dry_run_which_may_go_to_a_file(self, vault: Path, environment: Environment) -> None:
        assert run_on_terminal("nb log Ana coffee --dry-run > diff", vault, environment, "y\n") == (ask("Ana"), 0)
        assert (vault / "diff").read_text() == (
            "--- /dev/null\n+++ people/Ana.md\n@@ -0,0 +1,5 @@\n+## Promises\n+\n+## Log\n+\n+- 2026-11-22 coffee\n")
        assert notes(vault) == {"Raj": RAJ}

    @pytest.mark.parametrize("name", ["a/b", "people/Zoë.md", "CON", "", "Harbour Day", "x%%y"])
    def test_is_not_asked_about_when_there_can_be_no_such_note(self, name: str, make_vault: MakeVault, environment: Environment) -> None:
        vault = make_vault({"people/Raj.md": RAJ, "plans/Harbour Day.md": "# A plan\n"})
        assert run_on_terminal(f"nb log '{name}' coffee", vault, environment, "y\n") == (
            f"nb: nobody here is called `{name}`\n    `nb list` shows everybody\n", 2)

    def test_is_asked_about_before_the_editor_opens(self, vault: Path, tmp_path: Path, environment: Environment) -> None:
        set_editor(environment, tmp_path, """head -1 "$1"; echo coffee >> "$1" """)
        shown, code = run_on_terminal("nb log Ana --edit", vault, environment, "y\n")
        assert code == 0
        assert shown.startswith(ask("Ana") + HINT.replace("Raj", "Ana") + "\npeople/Ana.md made; ")
        assert notes(vault)["Ana"] == MADE + "- 2026-11-22 coffee\n"

    def test_is_asked_about_after_a_text_that_links_them(self, vault: Path, tmp_path: Path, environment: Environment) -> None:
        set_editor(environment, tmp_path, """echo 'coffee with [[Ana]]' >> "$1" """)
        shown, code = run_on_terminal("nb log --edit", vault, environment, "n\n")
        [kept] = kept_texts(environment)
        assert (code, kept.read_text()) == (2, "coffee with [[Ana]]\n")
        assert shown.endswith(f"`nb list` shows everybody; the text is kept in {kept}\n")

    def test_leaves_the_text_when_the_question_is_not_answered(self, vault: Path, tmp_path: Path, environment: Environment) -> None:
        set_editor(environment, tmp_path, """echo 'coffee with [[Ana]]' >> "$1" """)
        shown, code = run_on_terminal("nb log --edit", vault, environment, "\x04")
        [kept] = kept_texts(environment)
        assert code == 130
        assert shown.endswith(f"nb: the text is kept in {kept}\n")


class TestMending:
    """`nb check --fix` shows what it would change, and asks."""

    SLIP = "- [] Bring \x1b[31mher\x1b[0m the drawings\n"

    def test_is_asked_about(self, vault: Path, environment: Environment) -> None:
        (vault / "people/Raj.md").write_text(self.SLIP)
        shown, code = run_on_terminal("nb check --fix", vault, environment, "n\n")
        assert "+- [ ] Bring \\x1b[31mher\\x1b[0m the drawings\n" in shown
        assert "Change 1 note in this way? [y/N]: " in shown
        assert ("1 warning in 1 file" in shown, code) == (True, 1)
        assert (vault / "people/Raj.md").read_text() == self.SLIP
        shown, code = run_on_terminal("nb check --fix", vault, environment, "y\n")
        assert ("mended slips in 1 note (take it back: nb undo)\nAll is well" in shown, code) == (True, 0)
        assert (vault / "people/Raj.md").read_text() == self.SLIP.replace("[]", "[ ]")

    def test_long_messages_are_wrapped_for_the_eye(self, vault: Path, environment: Environment) -> None:
        (vault / "people/Raj.md").write_text("confidential: true\n")
        shown, _ = run_on_terminal("NO_COLOR=1 COLUMNS=50 nb check", vault, environment)
        assert max(map(len, shown.split("\n"))) <= 50
        assert shown.startswith("people/Raj.md:1:1: warning confidential-mark:\n    `confidential` is no property")


SPOKEN = "- 2026-11-20 call: I'll send her the plans by Friday\n- 2026-11-19 lunch: she'll lend me the tent #theirs\n"
ASKED = "Write it down? (y, n, e, q) [n]: "


class TestScanning:
    def test_writes_down_what_is_wanted(self, make_vault: MakeVault, environment: Environment) -> None:
        vault = make_vault({"people/Ana.md": SPOKEN, "people/Raj.md": "", "daily/2026-11-21.md": "- Told Raj I'd call him\n- I owe him a book\n"})
        assert run_on_terminal("nb scan --add", vault, environment, "n\ny\ny\n") == (
            "\n1 of 3: Raj, 21 Nov, daily/2026-11-21.md:1\n  Told Raj I'd call him\n  I promised: call him\n" + ASKED
            + "\n2 of 3: Ana, 20 Nov, people/Ana.md:1\n  I'll send her the plans by Friday\n"
            "  I promised: send her the plans, due Fri 27 Nov\n" + ASKED
            + "promised, due 2026-11-27: send her the plans (take it back: nb undo)\n"
            "\n3 of 3: Ana, 19 Nov, people/Ana.md:2\n  she'll lend me the tent #theirs\n  they promised: lend me the tent #theirs\n" + ASKED
            + "promised to you: lend me the tent (take it back: nb undo)\n2 written down\n", 0)
        written = ("## Promises\n\n- [ ] send her the plans ([[Ana|said 2026-11-20]]) 📅 2026-11-27\n"
                   "- [ ] lend me the tent ([[Ana|said 2026-11-19]]) #theirs\n\n")
        assert notes(vault)["Ana"] == SPOKEN + "\n" + written.removesuffix("\n")
        assert run_on_terminal("nb scan people", vault, environment)[0] == "Nothing was promised that is not written down.\n"
        run_on_terminal("nb undo; nb undo", vault, environment)
        assert notes(vault)["Ana"] == SPOKEN

    def test_asks_for_other_words_another_day_and_a_name(self, make_vault: MakeVault, environment: Environment) -> None:
        vault = make_vault({"people/Ana.md": "", "a/Note.md": "", "b/Note.md": "---\ndate: 2026-11-20\n---\nI'll call her\n"})
        shown, code = run_on_terminal("nb scan b/Note.md --add", vault, environment, "e\nana\nring her\nmon\n")
        assert code == 0
        assert "With whom (nothing: skip): What [call her]: Due (- for none) [-]: " in shown
        assert "- [ ] ring her ([[b/Note|said 2026-11-20]]) 📅 2026-11-23\n" in notes(vault)["Ana"]

    def test_goes_on_after_one_that_cannot_be_written(self, make_vault: MakeVault, environment: Environment) -> None:
        vault = make_vault({"people/Ana.md": SPOKEN, "people/Raj.md": "- 2026-11-18 call: I'll call him\n"})
        shown, code = run_on_terminal("chmod a-w people/Ana.md; nb scan --add", vault, environment, "y\nn\ny\n")
        assert code == 0
        assert "nb: people/Ana.md is read-only\n    nothing was changed\n" in shown
        assert shown.endswith("1 written down\n")
        assert "call him ([[Raj|said 2026-11-18]])" in notes(vault)["Raj"]

    @pytest.mark.parametrize("typed", ["q\n", "n\nn\n", "\n\n"])
    def test_changes_nothing_unasked(self, typed: str, make_vault: MakeVault, environment: Environment) -> None:
        vault = make_vault({"people/Ana.md": SPOKEN})
        assert run_on_terminal("nb scan --add", vault, environment, typed)[1] == 0
        assert notes(vault) == {"Ana": SPOKEN}

    def test_shows_what_it_would_write(self, make_vault: MakeVault, environment: Environment) -> None:
        vault = make_vault({"people/Ana.md": SPOKEN})
        shown, _ = run_on_terminal("nb scan --add --dry-run", vault, environment, "y\nq\n")
        assert "+- [ ] send her the plans ([[Ana|said 2026-11-20]]) 📅 2026-11-27\n" in shown
        assert notes(vault) == {"Ana": SPOKEN}


def test_what_is_for_another_program_turns_nothing_round_on_a_terminal(make_vault: MakeVault, environment: Environment) -> None:
    vault = make_vault({"people/Ana.md": '---\norg: "Oak \\u202e\\e[31mLtd"\n---\n'})
    for command in ("nb query 'name:ana show:name,org' --format csv", "nb export csv"):
        shown, code = run_on_terminal(command, vault, environment)
        assert code == 0 and "Ltd" in shown and "\u202e" not in shown and "\x1b" not in shown
        said = "".join(run(f"{command} | cat", vault, environment, vault))
        assert "Ltd" in said and "\u202e" not in said and "\x1b" not in said
