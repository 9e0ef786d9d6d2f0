"""One's own export comes back: into an empty vault as the same people, and into its own vault without touching a file.

What travels is what an address book holds: name, aliases, org, role, location, email, phone, url,
tags, birthday. What a note says besides (cadence, log, promises, links as such) does not. Two may
share a name, an alias, an address: they stay two.
"""

import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import ROOT, TODAY
from kithbook.cli.app import App
from kithbook.cli.main import run
from kithbook.exchange.person import one_line
from kithbook.model.exported import Person
from kithbook.report.exporting import people_of
from kithbook.text.new_note import compose_note
from kithbook.text.profile import is_withheld
from kithbook.vault.vault import Vault

FORMATS = {"vcf": ["vcf"], "vcf 3": ["vcf", "--version", "3"], "csv": ["csv"]}


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("NB_TODAY", TODAY)


def nb(root: Path, *arguments: str) -> str:
    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = run([*arguments, "--vault", str(root)], App())
    assert code == 0, said.getvalue()
    return said.getvalue()


def people(root: Path) -> list[Person]:
    """Everybody, as an address book has them."""
    return sorted(person for _, person in people_of(Vault(str(root)).book(date.fromisoformat(TODAY))))


def bytes_of(root: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in root.rglob("*") if file.is_file() and ".git" not in file.parts}


def told(export: str) -> list[str]:
    """The lines of an export, but for the ids, which are those of the notes' paths."""
    lines = Path(export).read_text().splitlines()
    return [re.sub(r",[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", "", line) for line in lines if not line.startswith("UID:")]


def check_round(root: Path, folder: Path) -> None:
    before, files = people(root), bytes_of(root)
    for name, form in FORMATS.items():
        export = str(folder / f"people {name}.txt")
        nb(root, "export", *form, "-o", export)
        empty = folder / f"empty {name}"
        empty.mkdir()
        (empty / "nb.yaml").touch()
        nb(empty, "import", form[0], export)
        assert people(empty) == before, name
        again = str(folder / f"people {name} again.txt")
        nb(empty, "export", *form, "-o", again)
        assert told(again) == told(export), name
        assert "Nothing to change" in nb(empty, "import", form[0], export)
        assert "Nothing to change" in nb(root, "import", form[0], export)
        assert bytes_of(root) == files


def test_the_example_comes_back(tmp_path: Path) -> None:
    root = tmp_path / "example"
    shutil.copytree(ROOT / "example-vault", root)
    check_round(root, tmp_path)


SIGNS = st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"])
LINES = (st.text(SIGNS | st.sampled_from("=+-@'\\,;:\"|#é田[]{}%<>() 1"), max_size=24) | st.sampled_from(
    ["", "NO", "1_000", "12:30", "null", "[[Oak Ltd]]", "=?utf-8?q?=41?=", "sep=;", "a ::: b", "[[Oak Ltd|Oak]] and [[Elm]]", "[Oak](Oak%20Ltd.md)", "O'Neil; Sons, Ltd."])).map(one_line).filter(
        lambda text: not is_withheld(text) and "{{" not in text and "<%" not in text and "[[" not in re.sub(r"\[\[[^][]*\]\]", "", text))
NAMES = st.lists(LINES.filter(lambda text: any(map(str.isalpha, text)) and "[[" not in text and "](" not in text) | st.sampled_from(["Ana Roth", "Ana", "Jo Roth"]), max_size=5)
SHARED = st.lists(st.sampled_from(["Ana", "A. R.", "Jo Roth", "the twins", "A ::: R", "::::", "A:", "jo roth"]), max_size=3, unique=True)
HOUSE = st.sampled_from([[], ["roth@example.org"], ["Ana Roth <roth@example.org>"], ["see website"], ["ROTH@example.org", "roth@example.org"]])
NUMBERS = st.sampled_from([[], ["12345"], ["ask Jo"]])
TAGS = st.lists(st.sampled_from(["Garden", "garden/b", "🌱", "a&b", "starred", "2024", "myContacts"]), max_size=3, unique=True)
SOME = st.lists(st.integers(0, 99), max_size=2, unique=True)


@st.composite
def notes(draw: st.DrawFn) -> Mapping[str, str]:
    found = {}
    for number, name in enumerate(draw(NAMES)):
        values = {
            "name": name, "org": draw(LINES), "role": draw(LINES), "location": draw(LINES),
            "aliases": draw(SHARED), "email": [f"p{number}.{other}@example.org" for other in draw(SOME)] + draw(HOUSE),
            "phone": [f"+44 1632 96{number}{other:03}" for other in draw(SOME)] + draw(NUMBERS), "url": [f"https://e.example/{number}?a={other}" for other in draw(SOME)],
            "tags": draw(TAGS), "birthday": draw(st.sampled_from(["", "--02-29", "1971-11-24"])), "every": "2w"}
        found[f"people/P{number}.md"] = compose_note(values, "- 2026-11-02 call: heather\n- [ ] two loads\n")
    return found


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(notes())
def test_any_vault_comes_back(files: Mapping[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "vault"
        (root / "people").mkdir(parents=True)
        (root / "nb.yaml").touch()
        for path, text in files.items():
            (root / path).write_text(text)
        if people(root):
            check_round(root, Path(folder))


ODD = st.sampled_from([
    "Ana Lee", "Ana  Lee", "A\u200bna", "[[Ana Lee]]", "[[Ana Lee|Annie]]", "[x](https://x.example)", "a@x.example", "A@x.example", "Ana <a@x.example>",
    "a@x.example; b@x.example", "see website", "a,b", "a;b", "#tag", "a&b", "2024", "'=x", "\\:::", "A ::: B", "::::", "tel:+49 30 555010",
    "mailto:a@x.example", "000", "12345", "https://X.example/a/", "A\tB", "x\\,y", "\\n", "ask [[Bo]]", "<b>", "--02-29", "1:30", "İ"])
LISTS = ("aliases", "email", "phone", "url", "tags")
PLACES = st.sampled_from(["people/Ana Lee.md", "people/Ana  Lee.md", "people/far/Ana Lee.md", "people/Bo.md"])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(PLACES, st.tuples(st.dictionaries(st.sampled_from(["name", "org", "role", "location"]), ODD),
                                         st.dictionaries(st.sampled_from(LISTS), st.lists(ODD, min_size=1, max_size=3))), min_size=1))
def test_where_it_comes_from_no_file_is_touched_whatever_the_notes_say(notes: dict[str, tuple[dict[str, str], dict[str, list[str]]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "people" / "far").mkdir(parents=True)
        (root / "nb.yaml").touch()
        for path, (values, lists) in notes.items():
            (root / path).write_text("".join(f"{line}\n" for line in ("---", *(f"{key}: {json.dumps(value)}" for key, value in (values | lists).items()), "---")))
        files = bytes_of(root)
        for form in FORMATS.values():
            export = f"{folder}.txt"
            nb(root, "export", *form, "-o", export, "--force")
            assert re.fullmatch(r"Nothing to change: \d there already\.\n", nb(root, "import", form[0], export)), Path(export).read_text()
            assert bytes_of(root) == files
            Path(export).unlink()
