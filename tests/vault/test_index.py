"""The index is a memo: whatever happens to the notes, it answers what reading all of them would."""

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kithbook.model.book import assemble
from kithbook.query.agenda import agenda
from kithbook.query.book_ledger import BookLedger
from kithbook.query.ledger import Ledger
from kithbook.report.plain import to_plain
from kithbook.vault.index import Index
from kithbook.vault.refresh import refresh
from kithbook.vault.vault import Vault

TODAY = date(2026, 11, 22)

NAMES = ("Ana", "Bo", "Cy", "Dee")
PATHS = (*(f"people/{name}.md" for name in NAMES), "people/far/Ana.md", "people/Dee (work).md", "notes/Bo.md",
         "daily/2026-11-20.md", "daily/2026-11-25.md", "meetings/Club.md", "notes/Plain.md")
LINKS = ("Ana", "bo", "Cy", "Dee", "far/Ana", "people/Bo", "Annie", "Club", "Nobody", "Boss")


def day_near() -> st.SearchStrategy[str]:
    return st.integers(-40, 20).map(lambda away: (TODAY + timedelta(away)).isoformat())


@st.composite
def lines(draw: st.DrawFn) -> str:
    link, other = draw(st.sampled_from(LINKS)), draw(st.sampled_from(LINKS))
    kind = draw(st.sampled_from(("call", "email in", "met", "gave in", "intro", "thanks", "outcome", "problem", "note", "letter in")))
    mark = draw(st.sampled_from(("", "", "", " #confidential", " #fixed", " 🆔 abcde", " 🆔 abcd")))
    return draw(st.sampled_from((
        f"- {draw(day_near())} {kind} with [[{link}]]: about [[{other}]]{mark}",
        f"- {draw(day_near())} {kind}: hello{mark}",
        f"- {kind} [[{link}]] and [[{other}]]{mark}",
        f"- [ ] Send it to [[{link}]]{mark} 📅 {draw(day_near())}",
        f"- [ ] Write to [[{link}]], [[{other}]]{mark}",
        f"- [ ] Same words{mark}",
        f"- [ ] Theirs #theirs{mark} 📅 {draw(day_near())}",
        f"- [x] Done [[{link}]]{mark} ✅ {draw(day_near())}",
    )))


@st.composite
def notes(draw: st.DrawFn) -> str:
    front = draw(st.lists(st.sampled_from((
        "every: 2w", "every: 3d/5d", "met: 2026-11-10", "met: 2026-10-01", "aliases: [Annie]", "aliases: [Boss, Ana]",
        "name: Other", "birthday: 1980-11-25", "birthday: --02-29", "paused: 2026-11-24", "paused: true", "type: person",
        "confidential: true", "interests: [chess]", "every: soon", "attendees: ['[[Ana]]', Cy]", "date: 2026-11-19", "tags: [x",
    )), max_size=4, unique_by=lambda line: line.split(":")[0]))
    body = draw(st.lists(lines(), max_size=5))
    return "\n".join(["---", *front, "---", *body, ""])


Step = tuple[str, Any]

STEPS: st.SearchStrategy[list[Step]] = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.tuples(st.sampled_from(PATHS), notes())),
        st.tuples(st.just("delete"), st.sampled_from(PATHS)),
        st.tuples(st.just("move"), st.tuples(st.sampled_from(PATHS), st.sampled_from(PATHS))),
        st.tuples(st.just("set"), st.sampled_from(("", "ignore: [meetings]\n", "contacts_folders: [notes]\n", "stale: {undated: 3d}\n"))),
    ), min_size=1, max_size=6)


def take(root: Path, step: Step) -> None:
    what, value = step
    if what == "write":
        path, text = value
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    elif what == "delete":
        (root / value).unlink(missing_ok=True)
    elif what == "set":
        (root / "nb.yaml").write_text(value)
    elif (root / value[0]).exists():
        (root / value[1]).parent.mkdir(parents=True, exist_ok=True)
        (root / value[0]).replace(root / value[1])


def answers(ledger: Ledger, day: date) -> Any:
    """All that can be asked of a ledger, as plain data."""
    return to_plain((
        agenda(ledger, day, limit=None), agenda(ledger, day, limit=1, most_owed=1, days=40), ledger.promises(day, 7)))


def from_index(root: Path, day: date) -> Any:
    """The answers from the index, and from nothing else."""
    vault = Vault(str(root))
    index = Index.open(vault.root, vault._key)
    try:
        problems = refresh(index, vault.root, vault.settings, day)
        return answers(vault._ledger(index, problems, day), day), vault.book(day)
    finally:
        index.close()


def from_notes(root: Path, day: date) -> Any:
    vault = Vault(str(root))
    readings, problems = vault._from_notes(day)
    book = assemble([reading.summary for reading in readings], vault.settings, [*vault._problems, *problems])
    book = vault._dated(book)
    return answers(BookLedger(book), day), book


@pytest.fixture(scope="module", autouse=True)
def cache() -> Iterator[None]:
    before = os.environ.get("XDG_CACHE_HOME")
    with TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        yield
    os.environ.pop("XDG_CACHE_HOME") if before is None else os.environ.update(XDG_CACHE_HOME=before)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(st.sampled_from(PATHS), notes(), max_size=8), STEPS)
def test_the_index_answers_what_the_notes_do(first: dict[str, str], steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder, "vault")
        root.mkdir()
        (root / "nb.yaml").write_text("")
        for path, text in first.items():
            take(root, ("write", (path, text)))
        for step in [("nothing", ("none", "none")), *steps]:
            take(root, step)
            for day in (TODAY, TODAY - timedelta(9), TODAY + timedelta(9)):
                assert from_index(root, day) == from_notes(root, day)


HISTORIES: dict[str, tuple[dict[str, str], Step]] = {
    "a note takes the name that was an alias": (
        {"people/Ana.md": "---\naliases: [Boss]\n---\n", "daily/2026-11-20.md": "- call [[Boss]]\n- [ ] Write to [[Boss]]\n"},
        ("write", ("notes/Boss.md", "nobody\n"))),
    "a note with the name of another goes": (
        {"people/Ana.md": "---\nevery: 2d\n---\n", "notes/far/Ana.md": "no contact\n", "notes/far/2026-11-20.md": "- call [[Ana]]\n"},
        ("delete", "notes/far/Ana.md")),
    "one of two who share a promise takes another name": (
        {"people/Ana.md": "", "people/Bo.md": "---\nname: Betty\n---\n", "meetings/Club.md": "- [ ] Write to [[Ana]], [[Bo]]\n"},
        ("write", ("people/Bo.md", "---\nname: Beatrice\n---\n"))),
    "one of two who share a promise becomes confidential": (
        {"people/Ana.md": "", "people/Bo.md": "", "meetings/Club.md": "- [ ] Write to [[Ana]], [[Bo]] 📅 2026-11-20\n"},
        ("write", ("people/Bo.md", "---\nconfidential: true\n---\n"))),
    "an id that two promises carry is free for the second": (
        {"people/Ana.md": "- [ ] One 🆔 abcde\n", "people/Bo.md": "- [ ] Two 🆔 abcde\n"},
        ("write", ("people/Ana.md", "- [ ] One\n"))),
    "a planned meeting is called off": (
        {"people/Ana.md": "---\nevery: 2w\n---\n- 2026-10-01 email in: hello\n- 2026-11-24 call: planned\n"},
        ("write", ("people/Ana.md", "---\nevery: 2w\n---\n- 2026-10-01 email in: hello\n"))),
}


@pytest.mark.parametrize("name", HISTORIES)
def test_what_happens_to_one_note_reaches_all_whom_it_touches(name: str, make_vault: Callable[[Mapping[str, str]], Path]) -> None:
    files, step = HISTORIES[name]
    root = make_vault(files)
    days = TODAY, TODAY + timedelta(9)
    before = [from_index(root, day) for day in days]
    assert before == [from_notes(root, day) for day in days]
    take(root, step)
    after = [from_index(root, day) for day in days]
    assert after == [from_notes(root, day) for day in days]
    assert after != before
