"""A secret under every mark, and every command: none of them says or writes it anywhere.

The vault is the example vault with notes that hold a secret of its own under each mark and in
each private field. Every command is run in every form, also with arguments that fail. Looked
at is all that it prints, and every file that it leaves: in the vault (but for the notes
themselves), beside it, in git's history, and what its child processes were told.

The name of a confidential person may be printed, and must not be written. What undo keeps
is the one place outside of the vault that holds copies of notes: see docs/confidentiality.md.
"""

import io
import json
import os
import shutil
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from random import Random
from unicodedata import normalize
from urllib.parse import quote

import pytest

from conftest import ROOT, TODAY
from kithbook.cli.app import App
from kithbook.cli.main import COMMANDS, run
from kithbook.model.resolve import fold
from planting import MARKS, PLACES, Planted, files_below, put
from running import converse, run_on_terminal

FORMS = (["--format", "text"], ["--format", "md"], ["--json"])

# What is typed for each command, in a vault of its own each; {ID} is a confidential promise of
# an open contact, {PERSON} the name of the confidential one. Commands that read are tried in all forms.
READING: dict[str, list[str]] = {
    "agenda": ["agenda", "agenda --days 365 --limit 0", "agenda --by me --days 365", "agenda --by {PERSON}"],
    "promises": ["promises", "promises --all --days 365", "promises --stale", "promises bearer", "promises {PERSON} --all"],
    "replies": ["replies"],
    "thanks": ["thanks"],
    "loops": ["loops"],
    "balance": ["balance", "balance --months 1200", "balance --since 2026-10-01", "balance --since nowhere"],
    "kept": ["kept", "kept --months 100"],
    "stats": ["stats", "stats --months 100"],
    "list": ["list", "list --never", "list --tag friend", "list --drifting", "list --circle close"],
    "show": ["show bearer", "show {PERSON}", "show broken", "show nobody-of-that-name", "show e"],
    "timeline": ["timeline bearer", "timeline bearer --by Ana", "timeline {PERSON}", "timeline broken", "timeline e"],
    "find": ["find zq", "find e", "find {PERSON}", "find call meeting"],
    "who-else": ["who-else zq", "who-else e", "who-else {PERSON}", "who-else friend", "who-else tea", "who-else --file people/Bearer.md",
                 "who-else --file 'people/{PERSON}.md'", "who-else open answered nobody", "who-else talk --share", "who-else --file nowhere"],
    "brief": ["brief bearer", "brief {PERSON}", "brief bearer {PERSON}", "brief broken", "brief e", "brief twin bearer", "brief --event daily",
              "brief --event people/Bearer", "brief --event '{PERSON}'"],
    "ask": ["ask bearer", "ask {PERSON}", "ask broken", "ask e"],
    "query": ["query", "query e", "query zq", "query entries", "query 'promises has:done or has:text'", "query {PERSON}", "query nowhere:x"],
    "graph": ["graph", "graph bearer", "graph {PERSON}", "graph e", "graph --format dot"],
    "scan": ["scan", "scan people", "scan people/Bearer.md", "scan nowhere", "scan --since 2020-01-01"],
    "match": ["match", "match --limit 0", "match --mine", "match bearer", "match {PERSON}", "match broken", "match twin"],
    "intro": ["intro", "intro bearer twin", "intro bearer {PERSON}"],
    "check": ["check", "check people", "check people/Bearer.md", "check nowhere"],
}
WRITING: dict[str, list[str]] = {
    "init": ["init", "init --dry-run", "init people", "init --obsidian", "init --obsidian --dry-run"],
    "agenda": ["agenda --write", "agenda --write --dry-run"],
    "promises": ["promises --write", "promises --write --dry-run"],
    "add": ["add Bearer", "add Baerer", "add 'Some One' --via {PERSON}", "add 'Some One' --via bearer --met-at there",
            "add 'Some One' --email {PERSON_EMAIL}", "add {PERSON}x", "add a/b"],
    "log": ["log bearer 'coffee, talked'", "log bearer 'coffee, talked' --dry-run", "log {PERSON} 'coffee, talked'",
            "log {PERSON} 'coffee, talked' --dry-run", "log bearer talked --with {PERSON} --kind call", "log e talked",
            "log broken 'coffee'", "log bearer", "log bearer 'a %% b'", "log bearer --edit", "log bearer talked --by Ana",
            "log {PERSON} talked --by me"],
    "event": ["event Fair --met bearer --met 'Some One'", "event Fair --met {PERSON}", "event Fair --met bearer --dry-run"],
    "who-else": ["who-else tea --share --to bearer", "who-else tea --share --to bearer --to {PERSON}",
                 "who-else tea --share --to {PERSON} --dry-run", "who-else tea --share --to bearer --dry-run", "who-else tea --share --to e"],
    "promise": ["promise bearer 'Send it' --due fri", "promise {PERSON} 'Send it' --due fri", "promise {PERSON} x --dry-run",
                "promise broken x"],
    "done": ["done {ID}", "done {ID} --dry-run", "done {PERSON_ID}", "done zz", "done ''"],
    "defer": ["defer {ID} fri", "defer {PERSON_ID} 2w", "defer {ID} fri --dry-run", "defer {ID} never"],
    "drop": ["drop {ID}", "drop {PERSON_ID}", "drop {ID} --dry-run"],
    "reply": ["reply bearer", "reply {PERSON} --holding fri", "reply bearer --dry-run"],
    "thank": ["thank bearer", "thank {PERSON}", "thank bearer --dry-run"],
    "intro": ["intro bearer twin --why 'Both like tea.'", "intro bearer twin --why tea --draft", "intro bearer twin --why tea --dry-run",
              "intro bearer {PERSON} --why tea", "intro bearer broken --why tea", "intro bearer twin --made --why tea; agenda; undo",
              "intro bearer twin --why tea; intro bearer twin --agreed {PERSON}; intro bearer twin --agreed bearer; intro bearer twin --declined twin"],
    "snooze": ["snooze bearer 2w", "snooze {PERSON} 2w", "snooze --all 2w", "snooze {PERSON} 2w --dry-run"],
    "reflect": ["reflect bearer --plus {SECRET} --rating 4 --note {SECRET}", "reflect bearer --minus {SECRET} --dry-run",
                "reflect {PERSON} --dealbreaker {SECRET}", "reflect {PERSON} --note {SECRET} --dry-run", "reflect bearer --reveal",
                "reflect bearer --plus {SECRET}; undo", "reflect broken --plus {SECRET}", "reflect bearer"],
    "review": ["review", "review --again --dry-run"],
    "edit": ["edit bearer", "edit e"],
    "rename": ["rename bearer Holder", "rename {PERSON} Holder", "rename bearer Holder --dry-run", "rename bearer {PERSON}",
               "rename broken Holder"],
    "merge": ["merge bearer twin", "merge bearer {PERSON}", "merge {PERSON} twin", "merge bearer twin --dry-run", "merge bearer broken"],
    "undo": ["undo", "log bearer talked; undo --dry-run; undo; undo", "done {ID}; undo", "log {PERSON} talked; undo"],
    "report": ["report", "report --dry-run", "report; report"],
    "watch": ["watch --once", "watch --once --quiet", "watch --unit systemd", "watch --unit launchd"],
    "trust": ["trust", "trust --dry-run"],
    "hook": ["hook install --dry-run", "hook install", "hook status", "hook run pre-commit", "hook uninstall"],
    "resolve": ["resolve", "resolve --dry-run", "resolve bearer", "resolve {PERSON}"],
    "merge-driver": ["merge-driver nowhere nowhere nowhere", "merge-driver"],
    "import": ["import csv notes/export.csv", "import csv notes/export.csv --dry-run", "import csv notes/export.csv --json",
               "import csv notes/export.csv; import csv notes/export.csv", "import friends notes/friends.txt", "import csv notes/friend_of.csv", "import csv notes/friend_of.csv --dry-run",
               "import csv notes/friend_of.csv --json; import csv notes/friend_of.csv", "import vcf notes/export.csv"],
    "page": ["page", "page -o notes/page.html", "page -o -", "page; report"],
    "ics": ["ics", "ics --todo --alarm 09:00 --limit 0", "ics -o notes/people.ics", "ics --only promises,cadences -o notes/people.ics"],
    "export": ["export vcf", "export vcf --version 3", "export ics", "export csv", "export json", "export jsonld", "export friends", "export friends -o notes/f.txt",
               "export vcf -o notes/a.vcf", "export csv -o notes/a.csv", "export json -o notes/a.json", "export jsonld -o notes/b.json"],
    "completion": ["completion bash", "completion zsh", "completion fish"],
}


def marks(planted: Planted) -> str:
    """The body of a contact with a secret under every mark."""

    def word(place: str) -> str:
        return planted.word(place)

    return f"""
> [!confidential]- {word("title of a callout")}
> {word("callout")}
{word("lazy continuation")}

- 2026-11-01 call: {word("entry")} #confidential
  - {word("below an entry")} [[{word("link of an entry")}]] #{word("tag of an entry")}
- 2026-10-20 email in: open, and answered by nobody
  - {word("nested item")} #Confidential/health
  > [!note] {word("nested callout's title")}
  > > [!CONFIDENTIAL]+
  > > {word("nested callout")}
- 2026-10-21 gave in: {word("gift")} #confidential [by:: {word("who signed it")}]
- 2026-10-22 intro: {word("introduction")} [[{word("introduced")}]] #confidential
- 2026-10-23 problem: {word("problem")} #confidential
- 2026-10-24 call with [[{word("who was there")}]]: x #confidential
- [ ] {word("promise")} [[{word("link of a promise")}]] #confidential 📅 2026-11-20
- [ ] {word("undated promise")} #confidential
- [x] {word("kept promise")} #confidential ✅ 2026-11-01
- [ ] {word("promise with a date that is none")} #confidential 📅 2026-02-30
- 2026-10-01 call: {word("misspelt mark")} #confidentail
- 2026-09-31 call: {word("day that is none")} #confidential
- 03/04/2026 {word("doubtful day")} #confidential
- 2026-06-30 reflection: {word("reflection")}
  {word("below a reflection")}
  - [ ] {word("promise below a reflection")} 📅 2026-11-20
- 2026-06-29 rating: 2 {word("rating")}
- 2026-10-25 reflection with [[Bearer]]: [[{word("link of a reflection")}]] #{word("tag of a reflection")}
- confidential:: true {word("inline field")}

A paragraph
with {word("paragraph")}
to its end #confidential

| day | what |
|---|---|
| 2026-09-01 | {word("table row")} #confidential |

Open %% {word("comment")} %% again <!-- {word("HTML comment")} -->
%%
{word("comment over lines")}
%%

{word("underlined heading")} #confidential
---
- 2026-08-01 call: {word("section of an underlined heading")}

## {word("heading")} #confidential
- 2026-08-02 thanks: {word("section")}
- [ ] {word("promise in a section")} 📅 2026-11-21
```
{word("code in a section")}
```

## Open again
`#confidential` in code, and all that follows is open.

%% {word("unclosed comment")}
- [ ] {word("promise in an unclosed comment")} 📅 2026-11-21
"""


def private(planted: Planted) -> str:
    """The front matter of a contact with a secret in every private field, and in marked values."""
    word = planted.word
    return f"""---
circle: close
tags: [friend]
met: 2026-11-15
met_at: "the fair %% {word('comment in a value')} %%"
birthday: 1990-11-25
pluses: [{word("pluses")}]
minuses:
  - {word("minuses")}
  - more  # {word("comment in minuses")}
dealbreakers: {word("dealbreakers")}
dealbrakers: {word("misspelt dealbreakers")}
interests: [tea, "{word('marked interest')} #confidential"]
goals: ["{word('marked goal')} #confidential"]
---
"""


class Secrets:
    """The vault, and what is secret in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.texts = Planted()
        self.names = Planted("Xv")
        self.person = f"{self.names.word('name')} {self.names.word('surname')}"
        self.email = f"{self.texts.word('e-mail')}@post.example"
        self.notes = dict(self._notes())
        for path, text in self.notes.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(text if isinstance(text, bytes) else text.encode())

    def _notes(self) -> Iterator[tuple[str, str | bytes]]:
        word, name = self.texts.word, self.names.word
        open_note = private(self.texts).replace("interests", "goals", 1).partition("goals")[0]
        yield "people/Bearer.md", f"{open_note}interests: [tea]\n---\n{marks(self.texts)}"
        yield "people/Twin.md", private(self.texts)
        yield "people/Link.md", f"- [ ] Write to [[{self.person}]] 📅 2026-11-24\n- 2026-11-03 gave in: word of {self.person}\n"
        yield f"people/{self.person}.md", f"""---
confidential: true
aliases: ["{word('alias')}"]
org: {word("org")}
role: {word("role")}
email: {self.email}
every: 1w
met: 2026-11-12
met_at: {word("met_at")}
birthday: 1980-11-25
dates: {{"{word('label of a day')}": 11-26}}
goals: [{word("goal")}]
paused: {word("a value that cannot be read")}
---
- 2026-11-10 email in: {word("entry of a confidential person")} #{word("tag")}
- 2026-11-09 gave in: {word("gift of a confidential person")}
- [ ] {word("promise of a confidential person")} 📅 2026-11-20
- 2026-11-31 {word("impossible day of a confidential person")}
"""
        yield f"people/{name('file name')}.md", f"---\nConfidental: yes\nname: {name('property')}\n---\n- [ ] {word('task')}\n"
        yield "people/Broken.md", f"---\nconfidential: true\nrole: [{word('unreadable')}\n---\n{word('body of an unreadable note')}\n"
        yield "people/Latin.md", f"---\nconfidential: true\n---\n{word('other encoding')}\n".encode("utf-16")
        yield "daily/2026-11-17.md", f"""- call with [[Bearer]]: open
- lunch with [[Bearer]]: {word("daily note")} #confidential
- call [[Bearer]] and [[{word("link in a daily note")}]] #confidential
- [ ] {word("promise in a daily note")} [[Bearer]] [[{word("link of a promise in a daily note")}]] #confidential 📅 2026-11-20
"""
        yield "notes/Plan.md", f"""---
confidential: true
date: 2026-11-16
attendees: ["[[Bearer]]", "{word('attendee')}"]
---
- call with [[Bearer]]: {word("entry of a confidential note")}
- [ ] {word("promise of a confidential note")} [[Bearer]]
"""
        yield "me.md", f"---\nneeds: [a cart]\nminuses: [{word('own minuses')}]\n---\n%% {word('own comment')} %%\n"

    def look(self, data: str | bytes, what: str, *, names: bool) -> None:
        """Fail when a secret is in `data`; with `names`, the name of a confidential person, too."""
        found = self.texts.found_in(data) + (self.names.found_in(data) if names else [])
        assert not found, f"{what}: {', '.join(found)}"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of its own: nothing set up, a `git` that keeps a record of how it is called, an editor that writes nothing."""
    for name in ("home", "state", "cache", "tmp", "bin", "calls"):
        (tmp_path / name).mkdir()
    git = shutil.which("git")
    wrapper = tmp_path / "bin" / "git"
    wrapper.write_text(f'#!/bin/sh\n{{ printf "%s\\n" "$@"; env; }} >> "{tmp_path}/calls/git.$$"\nexec {git} "$@"\n')
    wrapper.chmod(0o755)
    for name in list(os.environ):
        if name.startswith(("GIT_", "NB_", "XDG_")):
            monkeypatch.delenv(name)
    for name, value in {
        "PATH": f"{tmp_path}/bin{os.pathsep}{os.environ['PATH']}", "HOME": f"{tmp_path}/home", "XDG_STATE_HOME": f"{tmp_path}/state",
        "XDG_CACHE_HOME": f"{tmp_path}/cache", "TMPDIR": f"{tmp_path}/tmp", "NB_TODAY": TODAY, "GIT_CONFIG_NOSYSTEM": "1",
        "EDITOR": "true", "COLUMNS": "100",
    }.items():
        monkeypatch.setenv(name, value)
    return tmp_path


@pytest.fixture
def secrets(place: Path, monkeypatch: pytest.MonkeyPatch) -> Secrets:
    root = place / "vault"
    shutil.copytree(ROOT / "example-vault", root)
    with (root / "nb.yaml").open("a") as settings:
        settings.write("\ngit: commit\n")
    vault = Secrets(root)
    (root / "notes").mkdir(exist_ok=True)
    (root / "notes/export.csv").write_text(  # what other programs know of the one who is confidential, and of an open one
        f"name,email,org,note\n{vault.person},{vault.email},Elsewhere,A note\nSome One,{vault.email},,\nBearer,b@example.org,Elsewhere,x\n"
        f"{vault.person}x,,,\nbroken,,,\n")
    (root / "notes/friend_of.csv").write_text(  # what they know of open ones, and who is named there
        f"name,nickname,email,org,role,location,tags,Spouse,note\n"
        f"Bearer,{vault.person},b@example.org,{vault.person} Ltd,{vault.person},{vault.person},{vault.person},{vault.person},Knows {vault.person}\n"
        f"Friend of {vault.person},,,,,,,,\nTwin,,,,,,,,write to {vault.email}\n")
    (root / "notes/friends.txt").write_text(
        f"### Activities:\n- 2026-11-01: Lunch with **Bearer** and **{vault.person}**\n### Friends:\n- Bearer\n- {vault.person}\n")
    monkeypatch.chdir(root)
    for arguments in (["init", "-q"], ["config", "user.name", "x"], ["config", "user.email", "x@example.org"],
                      ["add", "-A"], ["commit", "-qm", "all"]):
        subprocess.run([shutil.which("git", path=os.environ["PATH"].partition(os.pathsep)[2]) or "git", "-C", root, *arguments], check=True)
    return vault


def call(secrets: Secrets, arguments: list[str]) -> str:
    """Run a command; all that it prints."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        run(["--vault", str(secrets.root), *arguments], App())
    return out.getvalue() + err.getvalue()


def fill_in(secrets: Secrets, line: str) -> list[list[str]]:
    """The commands of a line, with what stands for something in it."""
    import shlex

    ids = {row["contact"]: row["id"] for row in json.JSONDecoder().raw_decode(call(secrets, ["promises", "--json"]))[0]["promises"]}
    meant = {"{ID}": ids["Bearer"], "{PERSON_ID}": ids[secrets.person], "{PERSON}": shlex.quote(secrets.person),
             "{PERSON_EMAIL}": secrets.email, "{SECRET}": secrets.texts.word("what is typed")}
    for sign, value in meant.items():
        line = line.replace(sign, value)
    return [shlex.split(part) for part in line.split(";")]


def look_around(secrets: Secrets, place: Path, typed: str) -> None:
    """Fail when a secret is in any file but the notes of people, and what undo keeps of them."""
    for file, data in files_below([secrets.root]):
        path = file.relative_to(secrets.root)
        if path.parts[0] in ("people", "daily", "notes", ".git") or path.name == "me.md":
            continue
        secrets.look(str(path), f"{typed}: the name of {path}", names=True)
        secrets.look(data, f"{typed}: {path}", names=True)
    for file, data in files_below([place / name for name in ("home", "state", "cache", "tmp")]):
        secrets.look(str(file.relative_to(place)), f"{typed}: the name of {file}", names=True)
        if file.name.startswith("index.sqlite"):  # it may hold the path of a note, and nothing else of it
            for note in secrets.root.rglob("*.md"):
                for name in (note.stem, fold(note.stem)):
                    data = data.replace(name.encode(), b"")
        if not file.name.endswith(".change"):
            secrets.look(data, f"{typed}: {file}", names=file.name != "secrets")  # of notes it knows the paths
    for file, data in files_below([place / "calls"]):
        secrets.look(data, f"{typed}: what git was told ({file.name})", names=True)
    log = subprocess.run(["git", "-C", secrets.root, "log", "--all", "--format=%B%N%an%ae"], capture_output=True, check=True)
    secrets.look(log.stdout, f"{typed}: commit messages", names=True)


def test_every_command_is_tried() -> None:
    assert {*READING, *WRITING} == {*COMMANDS}


@pytest.mark.parametrize("name", READING)
def test_no_command_that_reads_says_or_writes_a_secret(name: str, secrets: Secrets, place: Path) -> None:
    for line in READING[name]:
        for typed in fill_in(secrets, line):
            for form in FORMS:
                secrets.look(call(secrets, [*typed, *form]), " ".join([*typed, *form]), names=False)
            secrets.look(call(secrets, [*typed, "--debug", "--bogus"]), f"{line} --bogus", names=False)
    look_around(secrets, place, name)


@pytest.mark.parametrize("name", WRITING)
def test_no_command_that_writes_says_or_writes_a_secret(name: str, secrets: Secrets, place: Path) -> None:
    for line in WRITING[name]:
        for typed in fill_in(secrets, line):
            said = call(secrets, typed)
            if secrets.email not in typed:  # what was typed may be repeated
                secrets.look(said, line, names=False)
        look_around(secrets, place, line)
        subprocess.run(["git", "-C", secrets.root, "checkout", "-q", "-f", "HEAD~0"], check=False)
        with suppress(FileNotFoundError):
            shutil.rmtree(secrets.root / "reports")
        for path, text in secrets.notes.items():
            (secrets.root / path).write_bytes(text if isinstance(text, bytes) else text.encode())


@pytest.mark.parametrize("seed", range(3))
def test_in_a_generated_vault_nothing_that_is_read_says_a_secret(seed: int, secrets: Secrets, place: Path) -> None:
    chance = Random(seed)
    for number in range(12):
        parts: list[str] = []
        for mark in chance.sample([*MARKS], 6):
            where = chance.choice([*PLACES])
            parts.append(put(mark, where).replace("SECRET", secrets.texts.word(f"{mark}, {where}")))
        dated = [f"- 2026-{chance.randint(1, 12):02}-11 {chance.choice(['call', 'email in', 'gave in', 'intro'])}: open" for _ in range(4)]
        name = f"people/Made {number}.md" if number % 3 else f"daily/2026-10-{number + 10}.md"
        (secrets.root / name).write_text("\n\n".join([*dated, f"with [[Made {number}]]", *parts]))
    for line in ("agenda --days 365 --limit 0", "promises --all", "replies", "thanks", "loops", "list", "check", "find open", "find e",
                 *(f"{verb} 'Made {number}'" for verb in ("show", "timeline") for number in (1, 4, 7))):
        for typed in fill_in(secrets, line):
            secrets.look(call(secrets, [*typed, *chance.choice(FORMS)]), line, names=False)
    call(secrets, ["report"])
    look_around(secrets, place, "report")


def test_secrets_are_found_where_they_are_said(secrets: Secrets) -> None:
    shown, _ = run_on_terminal(f"cd {secrets.root} && nb show bearer --reveal; nb timeline bearer --reveal", secrets.root,
                               {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"})
    assert {"entry", "below an entry", "pluses", "reflection", "section", "daily note"} <= set(secrets.texts.found_in(shown))
    for text in (word := next(iter(secrets.texts.places)), word.upper(), normalize("NFD", word), json.dumps(word), quote(word),
                 f"{word[:3]}\n  **{word[3:]}**", b64encode(f"x {word} x".encode()).decode()):
        assert secrets.texts.found_in(text) == [secrets.texts.places[word]], text


def test_a_review_on_a_terminal_says_no_secret(secrets: Secrets, place: Path) -> None:
    help_ = "[?]\u00a0help"
    shown, _ = converse(f"nb --vault {secrets.root} review --days 365", secrets.root,
                        {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"},
                        [*([(help_, "v"), (help_, "s")] * 40), (help_, "q")])
    assert "41 of" in shown
    assert "Bearer" in shown
    secrets.look(shown, "review", names=False)
    look_around(secrets, place, "review")


def test_revealing_is_refused_where_it_could_be_kept(secrets: Secrets) -> None:
    for typed in (["show", "bearer"], ["timeline", "bearer"], ["promises"]):
        for form in FORMS:
            secrets.look(call(secrets, [*typed, "--reveal", *form]), " ".join(typed), names=False)


@pytest.mark.parametrize("typed", ["show ", "promises ", "done ", "log ", "edit ", "list --tag ", "list --circle "])
def test_completion_offers_no_secret(typed: str, secrets: Secrets, place: Path) -> None:
    environment = {**os.environ, "_NB_COMPLETE": "bash_complete", "COMP_WORDS": f"nb {typed}", "COMP_CWORD": str(len(typed.split()) + 1),
                   "NB_VAULT": str(secrets.root)}
    result = subprocess.run([sys.executable, "-m", "kithbook"], env=environment, capture_output=True, cwd=secrets.root, check=False)
    secrets.look(result.stdout + result.stderr, typed, names=False)
    look_around(secrets, place, typed)


@pytest.mark.parametrize("debug", [[], ["--debug"]])
def test_the_report_of_a_fault_of_ours_holds_no_words_of_a_note(debug: list[str], secrets: Secrets, place: Path,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    words = (secrets.root / "people/Bearer.md").read_text() + secrets.person

    def fail(*_: object) -> Callable[[], None]:
        try:
            raise KeyError(words)
        except KeyError as error:
            raise ValueError(f"cannot do anything with {words}") from error

    monkeypatch.setattr("kithbook.vault.vault.Vault.ask_in_words", fail)
    said = call(secrets, ["agenda", *debug])
    assert "ValueError" in said
    secrets.look(said, "agenda", names=True)
    look_around(secrets, place, "agenda")
    assert (place / "state/kithbook/crash.txt").exists() == (not debug)
