"""The words in the index: nothing confidential outlives its note, and `nb agenda` does not pay for them."""

import sqlite3
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from test_index import nb, place_of

from kithbook.query.sayings import Page, Saying
from kithbook.query.stems import stem
from kithbook.query.wording import WHOLE, Wording, bare
from kithbook.vault.sayings import SAYING_TABLES
from kithbook.vault.words import WORDS_TABLES, Words, pack

SECRET = "qxzv lighthouse"
Vaults = Callable[[Mapping[str, str]], Path]


def kept_of(environment: Mapping[str, str]) -> bytes:
    """All that the index holds, its pages opened."""
    place = place_of(environment)
    connection = sqlite3.connect(place)
    pages = [zlib.decompress(body) for (body,) in connection.execute("select body from page where body is not null")]
    signs = connection.execute("select count(*) from page_signs where page_signs match '\"qxz\"'").fetchone()
    connection.close()
    found = b"".join([*(file.read_bytes() for file in place.parent.iterdir()), *pages])
    assert (signs[0] > 0) == (b"qxzv" in found)
    return found


def pages_kept(environment: Mapping[str, str]) -> list[tuple[str, bool]]:
    connection = sqlite3.connect(place_of(environment))
    rows = connection.execute("select path, body is not null from page order by path").fetchall()
    connection.close()
    return [(path, bool(kept)) for path, kept in rows]


@pytest.mark.parametrize("hidden", [
    f"- 2026-11-01 call: {SECRET} #confidential\n", f"%% {SECRET} %%\n", f"---\nminuses: [{SECRET}]\n---\n",
    f"---\nconfidential: true\n---\n{SECRET}\n", f"- 2026-11-01 reflection: {SECRET}\n",
    f"> [!confidential]\n> {SECRET}\n", f"- confidential:: true {SECRET}\n"])
def test_what_becomes_confidential_is_gone_before_anybody_looks_for_it(hidden: str, make_vault: Vaults, environment: dict[str, str]) -> None:
    root = make_vault({"people/Ana.md": f"We spoke of the {SECRET}.\n", "people/Bo.md": "hello\n"})
    assert SECRET in nb(root, environment, "find", "lighthouse")[0]
    assert b"qxzv" in kept_of(environment)
    (root / "people/Ana.md").write_text(hidden)
    nb(root, environment, "agenda")
    assert b"qxz" not in kept_of(environment)
    assert SECRET not in nb(root, environment, "find", "lighthouse")[0]
    assert b"qxz" not in kept_of(environment)


def test_what_names_somebody_who_becomes_confidential_is_taken_out(make_vault: Vaults, environment: dict[str, str]) -> None:
    root = make_vault({"people/Ana.md": f"Met Bo Zed at the {SECRET}.\n", "people/Cy.md": "hello\n", "people/Bo Zed.md": "hello\n"})
    nb(root, environment, "find", "hello")
    assert b"qxzv" in kept_of(environment)
    (root / "people/Bo Zed.md").write_text("---\nconfidential: true\n---\n")
    nb(root, environment, "agenda")
    assert b"qxz" not in kept_of(environment)
    assert SECRET in nb(root, environment, "find", "lighthouse")[0]  # it may be said, and not be kept
    assert b"qxz" not in kept_of(environment)
    assert pages_kept(environment) == [("people/Ana.md", False), ("people/Cy.md", True)]
    (root / "people/Bo Zed.md").write_text("hello\n")
    assert SECRET in nb(root, environment, "find", "lighthouse")[0]
    assert pages_kept(environment) == [("people/Ana.md", True), ("people/Bo Zed.md", True), ("people/Cy.md", True)]


def test_no_trace_stays_where_the_tables_are_of_an_older_sqlite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that overwrites what it deletes does so in tables that were made to, and in no others."""
    place, wording = tmp_path / "words.sqlite", Wording({})
    connection = sqlite3.connect(place)
    connection.execute("pragma secure_delete=on")
    connection.executescript(WORDS_TABLES + SAYING_TABLES)
    page = Page("people/Ana.md", "Ana", [SECRET], [Saying("interest", SECRET, 1)])
    monkeypatch.setattr("kithbook.vault.words._OVERWRITES", (999,))
    Words(connection).keep([pack(page, wording), pack(page._replace(path="people/Bo.md", lines=["hello"], sayings=[]), wording)])
    connection.commit()
    assert b"qxzv" in place.read_bytes()
    monkeypatch.setattr("kithbook.vault.words._OVERWRITES", (3,))
    Words(connection).forget(["people/Ana.md"], for_good=True)
    connection.commit()
    connection.close()
    assert b"qxz" not in place.read_bytes()


def test_only_who_looks_for_words_fills_them_in(make_vault: Vaults, environment: dict[str, str]) -> None:
    root = make_vault({"people/Ana.md": "hello\n"})
    nb(root, environment, "agenda")
    assert pages_kept(environment) == []
    assert "hello" in nb(root, environment, "find", "ell")[0]
    (root / "people/Ana.md").write_text("good day\n")
    nb(root, environment, "agenda")
    assert pages_kept(environment) == []
    assert "good day" in nb(root, environment, "who-else", "day")[0] + nb(root, environment, "find", "day")[0]


@pytest.mark.parametrize("statement", [
    "drop table page_signs", "drop table page", "update page set body = x'00'", "delete from page_signs_data",
    "alter table page rename column body to bodies", "drop table saying", "drop table saying_keys", "delete from saying_keys_data",
    "update saying set about = x'00'", "update saying set id = -1 - id", "drop table voice", "delete from voice",
    "update voice set sorts = x'00'"])
def test_words_that_are_of_no_use_change_no_answer(statement: str, make_vault: Vaults, environment: dict[str, str]) -> None:
    root = make_vault({"people/Ana.md": "---\ninterests: [chess]\n---\nchess club\n", "people/Bo.md": "hello\n"})
    right = nb(root, environment, "find", "chess"), nb(root, environment, "who-else", "chess")
    connection = sqlite3.connect(place_of(environment))
    connection.execute(statement)
    connection.commit()
    connection.close()
    for _ in range(2):
        assert nb(root, environment, "find", "chess") == right[0]
        assert nb(root, environment, "who-else", "chess") == right[1]


@example("axes")
@given(st.from_regex(r"[a-z]{1,7}(ies|es|s|ing|ed|er|en|y|e|ment|ion|or|innen)?", fullmatch=True))
def test_a_word_holds_what_is_looked_for_by_its_stem(word: str) -> None:
    parts = Wording({}).fragments(stem(word))[0]
    assert all(part == f"{WHOLE}{word}" or part in word for part in parts)


@given(st.text())
def test_bare_text_has_no_accents_and_stays_as_it_is(text: str) -> None:
    assert bare(bare(text)) == bare(text)
    assert bare(text).split("\n") == [bare(line) for line in text.split("\n")]
