"""The index is a memo: whatever happens to the notes, it answers what reading all of them would."""

import os
import shutil
import sqlite3
import subprocess
import time
import zlib
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kithbook.model.book import Book, assemble, everybody_in
from kithbook.model.dates import add_days, add_months
from kithbook.query.agenda import agenda
from kithbook.query.balance import balance
from kithbook.query.book_ledger import BookLedger
from kithbook.query.directory import BookDirectory, Directory, find_meant
from kithbook.query.find import find_lines
from kithbook.query.ledger import Ledger
from kithbook.query.lookup import list_contacts, pick_contacts, show
from kithbook.query.match import find_matches
from kithbook.query.network import Network, NotesNetwork
from kithbook.query.promises import list_promises
from kithbook.query.referrals import thanks_in_full, to_tell
from kithbook.query.shelf import Shelf
from kithbook.query.topic import topic_of_article, typed_topic
from kithbook.query.who_else import who_else
from kithbook.query.wording import Wording
from kithbook.report.plain import PlainAgain, to_plain
from kithbook.vault import build, rewrite, share, stamps
from kithbook.vault import index as index_file
from kithbook.vault.due_answers import DueAnswers
from kithbook.vault.followed_ledger import Followed
from kithbook.vault.index import Index, index_key
from kithbook.vault.index_fault import IndexFault
from kithbook.vault.kept_answers import Said
from kithbook.vault.refresh import refresh
from kithbook.vault.vault import Vault

TODAY = date(2026, 11, 22)
LASTING = 0.03  # seconds: then what was written is not looked at again

NAMES = ("Ana", "Bo", "Cy", "Dee")
PATHS = (*(f"people/{name}.md" for name in NAMES), "people/far/Ana.md", "people/Dee (work).md", "notes/Bo.md",
         "me.md", "daily/2026-11-20.md", "daily/2026-11-25.md", "meetings/Club.md", "notes/Plain.md")
STEPS_OF_INTRODUCTIONS = ("note", "intro out", "outcome", "thanks")
INTRODUCTION_TAGS = ("", "a boat #intro-asked", "yes #intro-agreed", "oh yes #intro-agreed", "no #intro-declined")
LINKS = ("Ana", "bo", "Cy", "Dee", "far/Ana", "people/Bo", "Annie", "Club", "Nobody", "Boss", "Ana Lee", "Bo Boss")


SAID = ("chess", "solar clubs", "PV and sun power", "#chess #same-words", "https://x.example/chess", "李雷 Chéss", "the words, the same")

PROMISED = ("I'll send the letter on Monday", "I will write to [[Bo]]", "promised to call Annie", "we'll meet Boss. She'll bring the same words by Friday",
            "ich werde ihr den Brief schicken", "I'll write to it", "I'll send it")


def day_near() -> st.SearchStrategy[str]:
    return st.integers(-70, 20).map(lambda away: (TODAY + timedelta(away)).isoformat())


@st.composite
def lines(draw: st.DrawFn) -> str:
    link, other = draw(st.sampled_from(LINKS)), draw(st.sampled_from(LINKS))
    kind = draw(st.sampled_from(("call", "email in", "met", "gave in", "intro", "referral in", "thanks", "outcome", "problem", "note", "letter in", "ask")))
    mark = draw(st.sampled_from(("", "", "", " #confidential", " #fixed", " 🆔 abcde", " 🆔 abcd")))
    return draw(st.sampled_from((
        f"- {draw(day_near())} {kind}: {draw(st.sampled_from(PROMISED))}{mark}",
        f"- {draw(day_near())} {kind} with [[{link}]]: {draw(st.sampled_from(PROMISED))}{mark}",
        f"- {kind} [[{link}]]: {draw(st.sampled_from(PROMISED))}{mark}",
        f"- {draw(day_near())} {kind} with [[{link}]]: about [[{other}]]{mark}",
        f"- {draw(day_near())} {kind}: hello{mark}",
        f"- {draw(day_near())} {draw(st.sampled_from(('gave', 'call', 'note')))}: {draw(st.sampled_from(SAID))} [[{link}]]{mark}",
        f"We spoke of {draw(st.sampled_from(SAID))} with {other}",
        f"- {draw(day_near())} {kind}: hello [by:: [[{link}]]]{mark}",
        f"- {draw(day_near())} {kind}: about [[{other}]]{mark}",
        f"- {kind} [[{link}]] and [[{other}]]{mark}",
        f"- {draw(st.sampled_from(('', draw(day_near()) + ' ')))}{kind} with [[{link}]]{mark}\n  - lunch with [[{other}]]",
        f"### {draw(day_near())} {kind} with [[{link}]]{mark}\n- [[{other}]]\n\n- call [[Cy]]\n",
        f"- {draw(st.integers(8, 20))}:30 {kind} with [[{link}]]: hello{mark}",
        f"- {draw(day_near())} {draw(st.integers(8, 20))}:00 {kind}: hello{mark}",
        f"- {draw(day_near())} {draw(st.sampled_from(STEPS_OF_INTRODUCTIONS))} with [[{link}]]: {draw(st.sampled_from(INTRODUCTION_TAGS))}{mark}",
        f"- {draw(day_near())} intro: to [[{link}]]{mark}",
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
        "aliases: [Ana Lee]", "name: Bo Boss", "name: Other", "birthday: 1980-11-25", "birthday: --02-29", "paused: 2026-11-24", "paused: true", "type: person",
        "confidential: true", "interests: [chess]", "email: [ana@x.example, \"b\\\\\\\"o@x.example\"]", "needs: [a chess club, a cello]", "offers: [chess lessons]", "knows: ['[[Bo]]', '[[Annie]]']",
        "met_via: '[[Cy]]'", "needs:\n  - a club for chess\n  - PV", "every: soon", "attendees: ['[[Ana]]', Cy]", "date: 2026-11-19", "tags: [x",
    )), max_size=4, unique_by=lambda line: line.split(":")[0]))
    body = draw(st.lists(lines(), max_size=5))
    return "\n".join(["---", *front, "---", *body, ""])


Step = tuple[str, Any]
SYNONYMS = "synonyms: {solar: [pv, sun power]}\n"

STEPS: st.SearchStrategy[list[Step]] = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.tuples(st.sampled_from(PATHS), notes())),
        st.tuples(st.just("add"), st.tuples(st.sampled_from(PATHS), st.sampled_from(("Words.\n", "\n# More\n\nWords.\n")))),
        st.tuples(st.just("delete"), st.sampled_from(PATHS)),
        st.tuples(st.just("move"), st.tuples(st.sampled_from(PATHS), st.sampled_from(PATHS))),
        st.tuples(st.just("spoil"), st.tuples(st.sampled_from(PATHS), st.sampled_from(("a link to nothing", "a link out", "a pipe", "UTF-16")))),
        st.tuples(st.just("set"), st.sampled_from(("", SYNONYMS, "ignore: [meetings]\n", "contacts_folders: [notes]\n", "stale: {undated: 3d}\n"))),
    ), min_size=1, max_size=6)


def take(root: Path, step: Step) -> None:
    what, value = step
    if what in ("write", "spoil"):
        path, text = value
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        if what == "write":
            place.write_text(text)
        elif text == "UTF-16":
            place.write_bytes(b"\xff\xfec\0o\xd8")
        elif text == "a pipe":
            os.mkfifo(place)
        else:
            place.symlink_to(f"{root.parent}/nowhere" if text == "a link to nothing" else os.devnull)
    elif what == "add":
        place = root / value[0]
        if place.is_file() and not place.is_symlink():
            place.write_bytes(place.read_bytes() + value[1].encode())
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
        agenda(ledger, day, limit=None), agenda(ledger, day, limit=1, most_owed=1, days=40), ledger.promises(day, 7), ledger.introductions(day),
        sorted(ledger.open_ids), sorted(ledger.tags)))


WANTED = ("hello", "with ana", "o", "CHÉSS", "[[b", "2026-11", "李", "nobody")
TOPICS = ("chess", "hello", "same words", "a solar club", "pv", "about", "李")


def looked_through(shelf: Shelf, vault: Vault, day: date) -> Any:
    """What is found in the notes of words, and who comes to mind for topics."""
    wording = Wording(vault.settings.synonyms)
    topics = [typed_topic(topic, wording) for topic in TOPICS]
    topics.append(topic_of_article("Chess for all", "https://www.x.example/chess/?utm_source=y", "hello chess hello", wording))
    return ([list(find_lines(shelf, wanted)) for wanted in WANTED],
            [who_else(topic, shelf, day, wording, limit) for topic in topics for limit in (None, 1)],
            sorted(problem for problem in shelf.problems if problem.severity == "error"))


def words_from_index(root: Path, day: date) -> Any:
    """What is found with the index, which must be of use."""
    vault = Vault(str(root))
    answer = vault._through_index(lambda index, problems: (looked_through(vault._index_shelf(index, problems, day), vault, day),), day)
    assert answer is not None
    return answer[0]


def words_from_notes(root: Path, day: date) -> Any:
    """What is found by somebody who has no index."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", "/dev/null/none")
        vault = Vault(str(root))
        return vault.look_through(lambda shelf: looked_through(shelf, vault, day), day)


def told(network: Network) -> Any:
    """All that can be asked of a network."""
    phrases = sorted(network.phrases())
    words = sorted({word for phrase in phrases for word in phrase.about})
    alone = [({pair for pair in network.introduced(path) if path in pair}, find_matches(network, Wording({}), path=path)) for path in PATHS]
    return (phrases, [sorted(network.phrases([word])) for word in words], network.heard(), network.heard(words[:3]), alone,
            [network.saying(phrase.key, phrase.text) for phrase in phrases], network.introduced(),
            [(network.name_of(path), sorted(network.traits_of(path)), network.ties_of(path)) for path in PATHS if network.name_of(path)],
            find_matches(network, Wording({})), network.problems, [network.notes_named(name) for name in NAMES])


def heard(vault: Vault, ledger: Ledger, book: Book, day: date) -> Any:
    """What `nb thanks` and `nb loops` add to the rows of the ledger."""
    return to_plain((
        thanks_in_full(ledger.owed("thanks", day).rows, book, day),
        to_tell(book, day, lambda path: vault.books.with_contact_in_full(book, path).contacts[path])))


def about_people(directory: Directory, day: date) -> Any:
    """All that can be asked of a directory: whom names mean, and what is known of everybody."""
    meant = [find_meant(directory, typed) for typed in ("ana", "people/ana", "b", "annie", "o", "Bos", "ana@x.example", "x.example", "\udcff", "")]
    known = []
    for path in sorted(each.path for each in directory.called()):
        book = directory.book_of([path])
        contact = book.contacts[path]
        known.append(to_plain((path, show(book, contact, day), list_promises(book, day, contact=contact), book.me)))
    everybody = pick_contacts(directory.rows()), sorted(directory.lines(), key=lambda line: line.path)
    return meant, everybody, known, [problem[:] for problem in directory.attention]


def from_index(root: Path, day: date) -> Any:
    """The answers from the index, and from nothing else."""
    vault = Vault(str(root))
    index = Index.open(vault.root, index_key(vault.root, vault.settings))
    try:
        problems = refresh(index, vault.root, vault.settings, day)
        network = vault._index_network(index, problems, day, Wording({}))
        ledger, book = vault._ledger(index, problems, day), vault.book(day)
        return answers(ledger, day), told(network), list_contacts(book, day), heard(vault, ledger, book, day), about_people(vault._directory(index, problems, day), day)
    finally:
        index.close()


def in_words(root: Path, day: date) -> Said:
    """The answers of a ledger in words, which the index may have from before."""
    return Vault(str(root)).ask_in_words(("all",), lambda ledger: Said(repr(answers(ledger, day)), 1), day)


def from_notes(root: Path, day: date) -> Any:
    """The answers from the notes, by somebody who has no index."""
    vault = Vault(str(root))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", "/dev/null/none")
        readings, problems = vault._from_notes(day)
    book = assemble([reading.summary for reading in readings], vault.settings, [*vault._problems, *problems])
    book = vault.books.dated(book)
    faults = tuple(problem for problem in book.problems if problem.severity == "error")
    network = NotesNetwork([reading.summary for reading in readings], everybody_in([reading.summary for reading in readings]), Wording({}), faults, partial(vault._book_shelf, day))
    in_brief = heard(vault, BookLedger(book), book, day)
    assert in_brief == heard(vault, BookLedger(book), vault.books.whole(), day)
    return (answers(BookLedger(book), day), told(network), list_contacts(book, day), in_brief,
            about_people(BookDirectory(book, day, vault.books.with_all_of), day))


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(st.sampled_from(PATHS), notes(), max_size=8), STEPS)
def test_words_are_found_as_without_an_index(first: dict[str, str], steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder, "vault")
        root.mkdir()
        (root / "nb.yaml").write_text(SYNONYMS)
        for path, text in first.items():
            take(root, ("write", (path, text)))
        for step in [("nothing", ("none", "none")), *steps]:
            take(root, step)
            for day in (TODAY, TODAY - timedelta(9)):
                assert words_from_index(root, day) == words_from_notes(root, day)


@example({"notes/Plain.md": "---\nconfidential: true\n---\n"}, [("spoil", ("notes/Plain.md", "a pipe"))])
@example({"people/Ana.md": "### 2026-09-16 referral in with [[Cy]]\n\n- call with [[Bo]]\n", "people/Bo.md": "", "people/Cy.md": ""}, [("nothing", ("none", "none"))])
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
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
            for day in (TODAY, TODAY - timedelta(9), TODAY + timedelta(9), TODAY - timedelta(45)):
                right = from_notes(root, day)
                assert from_index(root, day) == right
                for _ in range(2):  # worked out, unless the index has it from before; then from the index, if it may have it
                    assert in_words(root, day) == Said(repr(right[0]), 1)


def without_secrets(text: str) -> str:
    return text.replace(" #confidential", "").replace("confidential: true\n", "")


OPEN_NOTES = notes().map(without_secrets)
MOSTLY_OPEN: st.SearchStrategy[Step] = st.one_of(
    *[st.tuples(st.just("write"), st.tuples(st.sampled_from(PATHS), of)) for of in (OPEN_NOTES, OPEN_NOTES, OPEN_NOTES, OPEN_NOTES, notes())],
    st.tuples(st.just("delete"), st.sampled_from(PATHS)), st.tuples(st.just("move"), st.tuples(st.sampled_from(PATHS), st.sampled_from(PATHS))))


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.fixed_dictionaries(dict.fromkeys(PATHS, OPEN_NOTES)),
       st.lists(st.tuples(st.lists(MOSTLY_OPEN, max_size=2), st.sampled_from(("",) * 8 + ("by another", "the day before", "stale: {undated: 3d}\n"))),
                min_size=4, max_size=8))
def test_who_goes_on_from_the_last_answer_answers_as_who_asks_anew(first: dict[str, str], turns: list[tuple[list[Step], str]]) -> None:
    """As the watcher does. Meanwhile others write in the index, too, the day is another one, and so are the settings."""
    with TemporaryDirectory() as folder:
        root = Path(folder, "vault")
        root.mkdir()
        (root / "nb.yaml").write_text("")
        for path, text in first.items():
            take(root, ("write", (path, text)))
        followed, plain_again = Followed(), PlainAgain()
        for number, (steps, how) in enumerate([([], ""), *turns]):
            for step in steps:
                take(root, step)
            if ":" in how:
                take(root, ("set", how))
            day = TODAY - timedelta(how == "the day before")
            if how == "by another":
                in_words(root, day)
            time.sleep(LASTING)
            vault = Vault(str(root), followed=followed)
            assert vault.bring_in_step(day, f"{number}") is not None
            again, plain = vault.ask(lambda ledger, day=day: (answers(ledger, day), plain_again(agenda(ledger, day, limit=None))), day)
            right = Vault(str(root)).ask(partial(answers, day=day), day)
            assert again == right
            assert plain == right[0]


def test_who_goes_on_from_the_last_answer_reads_the_rows_of_those_alone_who_are_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "nb.yaml").write_text("")
    for name in NAMES:
        take(tmp_path, ("write", (f"people/{name}.md", f"- [ ] Send it to {name}\n- 2026-10-01 intro with [[Ana]]: tea\n")))
    followed, plain, read = Followed(), PlainAgain(), []

    def answer() -> Any:
        time.sleep(LASTING)
        vault = Vault(str(tmp_path), followed=followed)
        assert vault.bring_in_step(TODAY, str(len(read))) is not None
        return vault.ask(lambda ledger: plain(agenda(ledger, TODAY)), TODAY)

    before = answer()
    monkeypatch.setattr(DueAnswers, "promises", lambda *_: pytest.fail("all promises are read"))
    monkeypatch.setattr(DueAnswers, "promises_to", lambda self, of, ask=DueAnswers.promises_to: read.append({*of}) or ask(self, of))
    take(tmp_path, ("write", ("people/Cy.md", "- [ ] Send it to somebody else\n")))
    after = answer()
    assert read == [{"people/Cy.md", "people/Ana.md"}]
    assert [row["contact"] for row in before["loops"]] == ["Ana", "Bo", "Cy", "Dee"]
    assert [row["contact"] for row in after["loops"]] == ["Ana", "Bo", "Dee"]
    assert after["loops"][1] is before["loops"][1]


@st.composite
def notes_of_introductions(draw: st.DrawFn) -> str:
    front = draw(st.sampled_from(("", "", "", "---\naliases: [Annie]\n---\n", "---\nname: Other\n---\n", "---\nconfidential: true\n---\n")))
    steps = st.tuples(st.integers(-9, 9), st.sampled_from(("Ana", "Bo", "Annie", "people/Cy")), st.sampled_from((
        "note with [[{}]]: tea? #intro-asked", "note with [[{}]]: yes #intro-agreed", "note with [[{}]]: no #intro-declined",
        "intro out with [[{}]]: tea", "outcome with [[{}]]: cake", "outcome: cake", "outcome: [[{}]] has cake", "intro out: to [[{}]]", "thanks with [[{}]]: for it",
        "note with [[{}]]: secret #intro-asked #confidential", "call: with Hidden", "note with [[{}]], [[Cy]]: tea? #intro-asked",
        "note [[{}]] and [[Bo]]: yes #intro-agreed", "intro [[Ana]], [[{}]]",
        "introduced by [[{}]]", "[[{}]] introduced me to [[Bo]]", "referral in: through [[{}]]", "thanks: for it",
        "introduced by {}", "{} introduced me to [[Bo]]", "{} introduced me to Bo", "intro in: Somebody Else introduced us")))
    return front + "".join(f"- {TODAY + timedelta(away)} {line.format(other)}\n" for away, other, line in draw(st.lists(steps, max_size=5)))


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(("people/Ana.md", "people/Bo.md", "people/Cy.md", "daily/2026-11-20.md")), notes_of_introductions()), min_size=2, max_size=6))
def test_introductions_from_the_index_are_those_of_the_notes(written: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder, "vault")
        root.mkdir()
        (root / "nb.yaml").write_text("")
        for note in written:
            take(root, ("write", note))
            for day in (TODAY, TODAY - timedelta(4), TODAY + timedelta(5)):
                assert from_index(root, day) == from_notes(root, day)


@st.composite
def notes_of_asks(draw: st.DrawFn) -> str:
    front = draw(st.sampled_from(("", "", f"---\nmet: {TODAY - timedelta(20)}\n---\n", "---\nevery: never\n---\n", "---\nconfidential: true\n---\n")))
    turns = st.tuples(st.sampled_from((-390, -364, -40, -20, -20, -9, -3, 3)), st.sampled_from((
        "ask: a tent", "ask in: a tent", "ask: a tent #confidential", "call: a tent #asked", "event: a fair #asked", "gave: a tent #asked", "email: hello",
        "email in: hello", "meeting: tea", "event: a fair", "thanks: for it", "note: nothing", "problem: a hole", "fixed: it", "ask with [[Bo]]: a tent",
        "call [[Ana]] and [[Bo]]")))
    return front + "".join(f"- {TODAY + timedelta(away)} {line}\n" for away, line in draw(st.lists(turns, min_size=1, max_size=5)))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(("people/Ana.md", "people/Bo.md", "daily/2026-11-20.md")), notes_of_asks()), min_size=1, max_size=5))
def test_who_was_only_asked_is_the_same_from_the_index_and_among_those_of_the_balance(written: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder, "vault")
        root.mkdir()
        (root / "nb.yaml").write_text("")
        for note in written:
            take(root, ("write", note))
            for day in (TODAY, TODAY - timedelta(10), TODAY + timedelta(5)):
                assert from_index(root, day) == from_notes(root, day)
            book = Vault(str(root)).books.whole()
            found = BookLedger(book).owed("only_asked", TODAY).rows
            named = {row.contact_path for row in balance(book, add_days(add_months(TODAY, -12), 1), TODAY).only_asked}
            assert {row.contact_path for row in found} <= named


def rows_in_index(root: Path, cache: str, patches: Mapping[Any, Mapping[str, Any]]) -> dict[str, list[Any]]:
    """All that the index in the folder `cache` says of notes and contacts, once it is brought in step."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", cache)
        for module, values in patches.items():
            for name, value in values.items():
                patch.setattr(module, name, value)
        assert from_index(root, TODAY) == from_notes(root, TODAY)
        (place,) = Path(cache).glob("kithbook/*/index.sqlite")
    connection = sqlite3.connect(place)
    rows = {table: connection.execute(f"select * from {table}").fetchall() for table in index_file._OF_NOTES}
    rows["orders"] = connection.execute("select name from sqlite_master where type = 'index'").fetchall()
    connection.close()
    rows["note"] = [(*row[:6], *(sorted(joined.split(end)) for joined, end in zip(row[6:8], "\n\0", strict=True)), row[8]) for row in rows["note"]]
    return {table: sorted(of, key=repr) for table, of in rows.items()}


ALWAYS_ANEW = {rewrite: {"_MANY": -1}}
ON_TWO_PROCESSES = {rewrite: {"_MANY": -1}, share: {"_CHUNK": 2, "_AT_ONCE": 1},
                    build: {"_MANY": 0, "WORTH_A_PROCESS": 0, "may_fork": lambda: True}}


@example({"people/Ana.md": ""}, [("write", ("me.md", "---\nconfidential: true\naliases: [Ana]\n---\n"))])
@example({"people/Ana.md": "", "people/Bo.md": "---\nname: Other\nemail: bo@x.example\n---\n", "notes/Bo.md": "---\nconfidential: true\n---\n"},
         [("write", ("people/Ana.md", "---\nname: Other\nconfidential: true\n---\n"))])
@example({"people/Bo.md": "- 2026-11-17 note with [[Ana]]: \n", "people/far/Ana.md": ""},
         [("spoil", ("people/Ana.md", "a link to nothing")), ("delete", "people/far/Ana.md")])
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(st.sampled_from(PATHS), notes() | notes_of_introductions(), max_size=8), STEPS)
def test_made_anew_it_says_what_it_says_when_it_follows(first: dict[str, str], steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder, "vault")
        root.mkdir()
        (root / "nb.yaml").write_text("")
        for path, text in first.items():
            take(root, ("write", (path, text)))
        for step in [("nothing", ("none", "none")), *steps]:
            if step[0] == "spoil":  # who follows knows longer than who makes it anew by which names somebody confidential went
                take(root, ("delete", step[1][0]))
                rows_in_index(root, f"{folder}/followed", {})
            take(root, step)
            followed = rows_in_index(root, f"{folder}/followed", {})
            assert rows_in_index(root, f"{folder}/anew", ALWAYS_ANEW) == followed
            assert rows_in_index(root, f"{folder}/two", ON_TWO_PROCESSES) == followed


def test_when_the_other_process_comes_to_grief_one_does_it_all(
        make_vault: Callable[[Mapping[str, str]], Path], tmp_path: Path) -> None:
    root = make_vault(FILES)

    def grief(*_: object) -> None:
        raise MemoryError

    alone = rows_in_index(root, str(tmp_path / "alone"), ALWAYS_ANEW)
    for step in ("tell", "settle", "work_out"):
        stricken = type("Stricken", (share.Share,), {step: grief})

        def halves(*given: Any, stricken: type[share.Share] = stricken) -> tuple[share.Share, share.Share]:
            own, theirs = build_halves(*given)
            theirs.__class__ = stricken
            return own, theirs

        patches = {**ON_TWO_PROCESSES, build: {**ON_TWO_PROCESSES[build], "_halves": halves}}
        assert rows_in_index(root, str(tmp_path / step), patches) == alone


build_halves = build._halves


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
    "a referral whose outcome its own log has is over": (
        {"people/Ana.md": "- 2026-10-01 referral in: [[Bo]]\n- 2026-10-02 thanks: for him\n- 2026-10-05 outcome: good\n" + (
            "- 2026-10-06 call: one\n- 2026-10-07 call: two\n"), "people/Bo.md": ""},
        ("write", ("people/Bo.md", "- 2026-11-10 outcome: better\n"))),
    "what came of it is written down": (
        {"people/Ana.md": "- 2026-10-01 referral in: [[Bo]]\n- 2026-10-12 call: two\n", "people/Bo.md": ""},
        ("write", ("people/Bo.md", "- 2026-10-10 outcome: better\n"))),
    "somebody of whom nothing is kept gives up a name that another has": (
        {"people/Hid.md": "---\nconfidential: true\n---\n", "people/Ana.md": "---\naliases: [Boss]\n---\n- 2026-11-20 call: with Hid\n",
         "people/Bo.md": "---\naliases: [Boss]\n---\n", "daily/2026-11-20.md": "- 2026-11-20 email in [[Boss]]: hello\n"},
        ("write", ("people/Ana.md", "- 2026-11-20 call: with Hid\n"))),
    "somebody of whom nothing is kept goes, and a name is another's alone": (
        {"people/Hid.md": "---\nconfidential: true\n---\n", "people/Ana.md": "---\naliases: [Boss]\n---\n- 2026-11-20 call: with Hid\n",
         "people/Bo.md": "---\naliases: [Boss]\n---\n", "daily/2026-11-20.md": "- 2026-11-20 email in [[Boss]]: hello\n"},
        ("delete", "people/Ana.md")),
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


# Whatever state the index is in, the answer is the same.

FILES = {
    "people/Ana.md": "---\nevery: 2w\n---\n- 2026-10-01 email in: hello\n- [ ] Send the plans 📅 2026-11-20\n",
    "people/Bo.md": "---\nconfidential: true\n---\n- [ ] Send her the letter 📅 2026-11-20\n",
    "people/Broken.md": "---\nname: [\n---\n",
}

ILLS: dict[str, Callable[[Path], object]] = {
    "no database": lambda place: place.write_bytes(b"these are no tables" * 1000),
    "empty": lambda place: place.write_bytes(b""),
    "cut short": lambda place: place.write_bytes(place.read_bytes()[:5000]),
    "overwritten in the middle": lambda place: place.write_bytes(
        place.read_bytes()[:8192] + os.urandom(30000) + place.read_bytes()[38192:]),
    "another version": lambda place: _sql(place, "pragma user_version=77"),
    "a table is gone": lambda place: _sql(place, "drop table owed"),
    "a column is gone": lambda place: _sql(place, "alter table promise drop column names"),
    "facts are no facts": lambda place: _sql(place, "update note set facts = '[1, {'"),
    "days are no days": lambda place: _sql(place, "update owed set since = 'yesterday'"),
    "stamps are cut": lambda place: _sql(place, "update folder set stamps = x'00'"),
    "a folder in its place": lambda place: (place.unlink(), place.mkdir()),
    "a link in its place": lambda place: (place.rename(place.with_name("other")), place.symlink_to("other")),
    "no folder for it": lambda place: (shutil.rmtree(place.parent), place.parent.write_text("in the way")),
}


def _sql(place: Path, statement: str) -> None:
    connection = sqlite3.connect(place)
    connection.execute(statement)
    connection.commit()
    connection.close()


def _rows_in(place: Path) -> int:
    connection = sqlite3.connect(place)
    (count,) = connection.execute("select count(*) from promise").fetchone()
    connection.close()
    return int(count)


def nb(root: Path, environment: Mapping[str, str], *arguments: str) -> tuple[str, int]:
    result = subprocess.run(["nb", "--vault", str(root), *arguments], env=dict(environment), capture_output=True, text=True,
                            check=False, timeout=60)
    return result.stdout + result.stderr, result.returncode


def place_of(environment: Mapping[str, str]) -> Path:
    (place,) = Path(environment["HOME"], ".cache", "kithbook").glob("*/index.sqlite")
    return place


@pytest.mark.parametrize("ill", ILLS)
def test_an_index_that_is_of_no_use_changes_no_answer(
        ill: str, make_vault: Callable[[Mapping[str, str]], Path], environment: dict[str, str]) -> None:
    root = make_vault(FILES)
    right = nb(root, environment, "agenda", "--json")
    assert "Send the plans" in right[0]
    ILLS[ill](place_of(environment))
    for _ in range(3):
        assert nb(root, environment, "agenda", "--json") == right
    if place_of_index := [*Path(environment["HOME"], ".cache", "kithbook").glob("*/index.sqlite")]:
        assert place_of_index[0].is_dir() or place_of_index[0].is_symlink() or _rows_in(place_of_index[0])  # and there is one again
    (root / "people/Ana.md").write_text("- [ ] Send other plans 📅 2026-11-20\n")
    for _ in range(2):
        answer, code = nb(root, environment, "agenda", "--json")
        assert code == 0
        assert "Send other plans" in answer
        assert "Send the plans" not in answer


def test_where_no_index_can_be_kept_the_notes_are_read(
        make_vault: Callable[[Mapping[str, str]], Path], environment: dict[str, str]) -> None:
    root = make_vault(FILES)
    right = nb(root, environment, "agenda", "--json")
    for folder in ("/dev/null/cache", "/proc/cache"):
        assert nb(root, environment | {"XDG_CACHE_HOME": folder}, "agenda", "--json") == right


@pytest.mark.parametrize("senseless", ["said = null", "said = x'00ff'", "ailing = 'many'", "ailing = null"])
def test_a_kept_answer_that_makes_no_sense_is_not_given(
        senseless: str, make_vault: Callable[[Mapping[str, str]], Path], environment: dict[str, str]) -> None:
    root = make_vault(FILES)
    right = nb(root, environment, "agenda")
    _sql(place_of(environment), f"update answer set {senseless}")
    assert [nb(root, environment, "agenda") for _ in range(2)] == [right, right]


def test_another_process_that_writes_is_not_waited_for_long(
        make_vault: Callable[[Mapping[str, str]], Path], environment: dict[str, str]) -> None:
    root = make_vault(FILES)
    nb(root, environment, "agenda")
    (root / "people/Ana.md").write_text("- [ ] Send other plans 📅 2026-11-20\n")
    connection = sqlite3.connect(place_of(environment))
    connection.execute("begin exclusive")
    try:
        assert "Send other plans" in nb(root, environment, "agenda")[0]
    finally:
        connection.close()


def test_many_at_once_see_what_is_written(
        make_vault: Callable[[Mapping[str, str]], Path], environment: dict[str, str]) -> None:
    root = make_vault({f"people/N{number}.md": f"- [ ] Promise {number} 📅 2026-11-20\n" for number in range(50)})
    with ThreadPoolExecutor(8) as pool:
        for turn in range(3):
            (root / f"people/N{turn}.md").write_text(f"- [ ] Another {turn} 📅 2026-11-20\n")
            for answer, code in pool.map(lambda _: nb(root, environment, "promises"), range(8)):
                assert code == 0
                assert answer.count("Promise ") == 49 - turn
                assert answer.count("Another ") == 1 + turn


def test_the_index_is_for_its_owner_alone_and_outside_of_the_vault(
        make_vault: Callable[[Mapping[str, str]], Path], environment: dict[str, str]) -> None:
    root = make_vault(FILES)
    nb(root, environment, "agenda")
    place = place_of(environment)
    assert place.stat().st_mode & 0o777 == 0o600
    assert place.parent.stat().st_mode & 0o777 == 0o700
    assert root not in place.parents


def test_what_becomes_confidential_does_not_stay_in_the_index(
        make_vault: Callable[[Mapping[str, str]], Path], environment: dict[str, str]) -> None:
    said = "the lighthouse is for sale"
    root = make_vault({"people/Ana.md": f"---\nneeds: [{said}]\n---\n- 2026-11-01 email in: {said}\n- [ ] Ask whether {said}\n"})

    def kept() -> bytes:
        return b"".join(file.read_bytes() for file in place_of(environment).parent.iterdir())

    nb(root, environment, "agenda")
    assert said.encode() in kept()
    (root / "people/Ana.md").write_text(
        f"---\npluses: [{said}]\n---\n- 2026-11-01 email in: {said} #confidential\n- [ ] Ask whether {said} #confidential\n")
    nb(root, environment, "agenda")
    assert said.encode() not in kept()
    (root / "people/Ana.md").write_text(f"---\nconfidential: true\nneeds: [{said}]\n---\n- 2026-11-01 email in: {said}\n")
    nb(root, environment, "agenda")
    assert said.encode() not in kept()


@pytest.mark.parametrize("most", [400, -1])
def test_nor_does_it_stay_among_words_and_traits(most: int, make_vault: Callable[[Mapping[str, str]], Path], tmp_path: Path) -> None:
    said = "zqxwvu"
    root = make_vault({"people/Ana.md": f"---\nneeds: [{said}]\n---\n", "notes/Plain.md": f"{said} [[Ana]]\n", "people/Bo.md": "hello\n"})

    def kept() -> bytes:
        """All bytes that there are in the index when everything has been asked of it."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_CACHE_HOME", str(tmp_path))
            patch.setattr(rewrite, "_MANY", most)
            assert from_index(root, TODAY) == from_notes(root, TODAY)
            assert words_from_index(root, TODAY) == words_from_notes(root, TODAY)
        (folder,) = tmp_path.glob("kithbook/*")
        return b"".join(file.read_bytes() for file in folder.iterdir())

    def signs() -> list[Any]:
        """What is kept of words in other forms than they were written."""
        connection = sqlite3.connect(next(tmp_path.glob("kithbook/*/index.sqlite")))
        found = [zlib.decompress(body) for (body,) in connection.execute("select body from page where body is not null")]
        found += connection.execute("select rowid from page_signs where page_signs match '\"zqx\"'").fetchall()
        connection.close()
        return [each for each in found if not isinstance(each, bytes) or said.encode() in each]

    assert said.encode() in kept()
    assert len(signs()) > 1
    take(root, ("write", ("notes/Plain.md", f"---\nconfidential: true\n---\n{said} [[Ana]]\n")))
    take(root, ("write", ("people/Ana.md", f"---\nconfidential: true\nneeds: [{said}]\n---\n")))
    assert said.encode() not in kept()
    assert b"zqx" not in kept()
    assert signs() == []


def test_two_processes_look_at_files_as_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {"": [f"{number}.md" for number in range(1300)], "far/": ["a.md", "b.md"], "none/": []}
    for base, of in names.items():
        (tmp_path / base).mkdir(exist_ok=True)
        for name in of:
            (tmp_path / base / name).write_text("hello")
    alone = stamps.look_at_all(str(tmp_path), names, {})
    assert alone == {base: stamps.look_at(f"{tmp_path}/{base}", of) for base, of in names.items()}
    monkeypatch.setattr(stamps, "_WORTH_A_PROCESS", 1)
    assert stamps.look_at_all(str(tmp_path), names, {}) == alone
    assert stamps.look_at_all(str(tmp_path), names, alone) == alone
    (tmp_path / "1299.md").write_text("changed")
    (tmp_path / "far/a.md").unlink()
    changed = stamps.look_at_all(str(tmp_path), names, alone)
    assert list(stamps.changed_places(alone[""], changed[""])) == [1299]
    assert list(stamps.changed_places(alone["far/"], changed["far/"])) == [0]


# History


def commit(root: Path, environment: Mapping[str, str], day: str, *arguments: str) -> None:
    for command in (("add", "-A"), ("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "x", f"--date={day}T12:00:00Z", *arguments)):
        subprocess.run(["git", *command], cwd=root, env=dict(environment), check=True)


def same_without_index(root: Path, environment: dict[str, str]) -> str:
    """What the agenda says; checked to be what it says without an index."""
    answer, _ = nb(root, environment, "agenda", "--json")
    assert answer == nb(root, environment | {"XDG_CACHE_HOME": "/dev/null/none"}, "agenda", "--json")[0]
    return answer


def test_a_git_that_does_not_answer_is_asked_again(
        make_vault: Callable[[Mapping[str, str]], Path], environment: dict[str, str]) -> None:
    root = make_vault({"people/Ana.md": "- [ ] Send it\n", "nb.yaml": "stale: {undated: 3d}\n"})
    subprocess.run(["git", "init", "-q"], cwd=root, env=environment, check=True)
    commit(root, environment, "2026-09-01")
    program = shutil.which("nb", path=environment["PATH"])
    subprocess.run([str(program), "--vault", str(root), "agenda"], env=environment | {"PATH": "/nowhere"}, capture_output=True, check=True)
    assert "Send it" in same_without_index(root, environment)


def test_commits_are_noticed_on_a_branch_that_is_another(
        make_vault: Callable[[Mapping[str, str]], Path], environment: dict[str, str]) -> None:
    root = make_vault({"people/Ana.md": "- [ ] One\n", "nb.yaml": "stale: {undated: 3d}\n"})
    for command in (["init", "-q", "-b", "main"], ["symbolic-ref", "refs/heads/other", "refs/heads/main"],
                    ["symbolic-ref", "HEAD", "refs/heads/other"]):
        subprocess.run(["git", *command], cwd=root, env=environment, check=True)
    commit(root, environment, "2026-11-21")
    (root / "people/Ana.md").write_text("- [ ] One\n- [ ] Two\n")
    same_without_index(root, environment)
    commit(root, environment, "2026-09-01")
    assert "Two" in same_without_index(root, environment)


def test_a_name_may_hold_a_line_end(make_vault: Callable[[Mapping[str, str]], Path], environment: dict[str, str]) -> None:
    root = make_vault({"people/Ana.md": "---\nevery: 2d\n---\n", "daily/a\nb.md": "- 2026-11-20 email in [[Ana]]: hi\n"})
    same_without_index(root, environment)
    (root / "people/Ana.md").write_text("---\nevery: 3d\n---\n")
    assert "hi" in same_without_index(root, environment)


# What must not be in it


@pytest.mark.parametrize(("alias", "said"), [
    ('"Zed \\"Zorro\\" Quix"', 'saw Zed "Zorro" Quix at the clinic'), ("'Zed\\Quix'", "saw Zed\\Quix at the clinic"), ("李", "saw 李 at the clinic"),
    ("Al", "saw Al at the clinic"), *(("Zora Quill", said) for said in (
        "saw [Z](Zora%20Quill.md) at the clinic", "saw Quill, Zora at the clinic", "saw Zora **Quill** at the clinic", "saw #zora-quill at the clinic",
        "saw Z\u00f3ra Quill at the clinic", "Zora Quills boat at the clinic", "saw Zora_Quill at the clinic", "saw <Zora Quill> at the clinic"))])
def test_what_names_somebody_confidential_is_not_kept(
        alias: str, said: str, make_vault: Callable[[Mapping[str, str]], Path], environment: dict[str, str]) -> None:
    root = make_vault({"people/Hidden.md": f"---\nconfidential: true\naliases: [{alias}]\n---\n",
                       "people/Bo.md": f"---\nevery: 2d\ntags: [boats]\ngoals: ['{said}']\n---\n- 2026-11-20 email in: {said}\n- [ ] Ask whether {said} 📅 2026-11-20\n",
                       "people/Cy.md": f"- 2026-11-20 email in: {said}\n",
                       "daily/2026-11-19.md": f"- meeting [[Dee]]: {said}\n- [ ] Tell [[Dee]] {said} 📅 2026-11-20\n- [ ] Bring [[Dee]] the oars\n",
                       "people/Dee.md": "- 2026-11-01 call: about oars\n"})
    assert " ".join(nb(root, environment, "agenda")[0].split()).count("at the clinic") == 5
    kept = b"".join(file.read_bytes() for file in place_of(environment).parent.iterdir())
    assert b"clinic" not in kept
    assert b"boats" in kept
    assert [row[0] for row in read_index(environment, "select path from contact where live")] == [
        "people/Bo.md", "people/Cy.md", "people/Dee.md", "people/Hidden.md"]


def test_a_contact_is_kept_where_nothing_to_be_said_names_them(
        make_vault: Callable[[Mapping[str, str]], Path], environment: dict[str, str]) -> None:
    root = make_vault({"people/Hidden.md": "---\nconfidential: true\naliases: [Ann, Ann Vale]\n---\n",
                       "people/Bo.md": "- 2026-11-01 call: about Ann and the clinic\n- 2026-11-20 email in: about oars\n- [ ] Write\n",
                       "people/Ann Lee.md": "---\naliases: [Ann of the mill]\n---\n- 2026-11-20 email in: as Ann Lee said\n",
                       "people/Cy.md": "- 2026-11-20 email in: ask Ann of the mill\n- [ ] Write to [[Ann Lee]]\n",
                       "daily/2026-11-19.md": "- meeting [[Cy]]\n- call with [[Ann Vale]]\n"})
    same_without_index(root, environment)
    hidden = "select path from note where facts is null order by path"
    assert read_index(environment, "select path from contact where live") == [("people/Hidden.md",)]
    assert read_index(environment, hidden) == [("daily/2026-11-19.md",), ("people/Bo.md",), ("people/Hidden.md",)]
    (root / "people/Ann Lee.md").write_text("---\nname: Lee\n---\n")  # whoever was Ann of the mill: now it may be Ann
    same_without_index(root, environment)
    assert ("people/Cy.md",) in read_index(environment, hidden)
    assert ("people/Cy.md",) in read_index(environment, "select path from contact where live")
    (root / "people/Ann Lee.md").write_text("---\naliases: [Ann]\n---\n")  # it is the name of two, and tells nothing
    same_without_index(root, environment)
    assert read_index(environment, hidden) == [("daily/2026-11-19.md",), ("people/Hidden.md",)]


def read_index(environment: Mapping[str, str], query: str) -> list[Any]:
    connection = sqlite3.connect(place_of(environment))
    rows = connection.execute(query).fetchall()
    connection.close()
    return rows


def test_a_short_name_withholds_only_the_notes_that_say_it(
        make_vault: Callable[[Mapping[str, str]], Path], environment: dict[str, str]) -> None:
    notes = {f"people/N{number}.md": "- 2026-11-20 call: all concerned\n" for number in range(20)}
    root = make_vault({"people/Hidden.md": "---\nconfidential: true\naliases: [con, Al]\n---\n", **notes})
    nb(root, environment, "agenda")
    assert read_index(environment, "select count(*) from note where facts is null") == [(1,)]


def test_more_history_is_noticed_though_the_commit_is_the_same(
        make_vault: Callable[[Mapping[str, str]], Path], environment: dict[str, str], tmp_path: Path) -> None:
    root = make_vault({"people/Ana.md": "- [ ] Send it\n", "nb.yaml": "stale: {undated: 3d}\n"})
    subprocess.run(["git", "init", "-q"], cwd=root, env=environment, check=True)
    commit(root, environment, "2026-09-01")
    (root / "people/Bo.md").write_text("hello\n")
    commit(root, environment, "2026-11-21")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{root}", str(clone)], env=environment, check=True)
    assert "Send it" not in same_without_index(clone, environment)
    subprocess.run(["git", "fetch", "-q", "--unshallow"], cwd=clone, env=environment, check=True)
    assert "Send it" in same_without_index(clone, environment)


def test_an_answer_that_tells_of_somebody_confidential_is_not_kept(
        make_vault: Callable[[Mapping[str, str]], Path], environment: dict[str, str]) -> None:
    root = make_vault({"people/Zenobia Quill.md": "---\nconfidential: true\n---\n- 2026-11-20 email in: about the will\n",
                       "people/Bo.md": "- 2026-11-20 email in: about oars\n", "people/Cy.md": "- 2026-11-19 call with [[Zenobia Quill]]\n"})

    def kept_answers() -> list[Any]:
        return read_index(environment, "select * from answer")

    assert "Zenobia Quill" in nb(root, environment, "agenda")[0]
    assert kept_answers() == []
    (root / "people/Zenobia Quill.md").write_text("---\nconfidential: true\n---\n- 2026-11-20 email out: about the will\n")
    assert "about oars" in nb(root, environment, "agenda")[0]
    assert len(kept_answers()) == 1
    assert b"Zenobia" not in b"".join(file.read_bytes() for file in place_of(environment).parent.iterdir()).replace(b"Zenobia Quill.md", b"")
    assert nb(root, environment, "agenda") == nb(root, environment, "agenda")
    (root / "people/Zenobia Quill.md").write_text("---\nconfidential: true\n---\n- 2026-11-20 email in: about the will\n")
    assert "Zenobia Quill" in nb(root, environment, "agenda")[0]
    assert kept_answers() == []


def test_an_answer_is_kept_until_something_else_is_to_be_said(
        make_vault: Callable[[Mapping[str, str]], Path], environment: dict[str, str]) -> None:
    root = make_vault({"people/Ana.md": "---\nevery: 2w\n---\n- 2026-11-01 call: about oars\n", "people/Bo.md": "---\nevery: 2w\n---\n- 2026-11-20 call: about boats\n",
                       "people/Cy.md": "- [ ] Write 📅 2026-11-30\n"})

    def kept() -> int:
        return int(read_index(environment, "select count(*) from answer")[0][0])

    def asked() -> str:
        kept_before = kept()
        same_without_index(root, environment)
        nb(root, environment, "agenda")
        return "kept" if kept_before == 2 else "thrown away"

    def change(path: str, text: str) -> str:
        (root / path).write_text((root / path).read_text() + text)
        nb(root, environment, "find", "nobody")  # notices it, and says nothing itself
        return asked()

    same_without_index(root, environment)
    nb(root, environment, "agenda")
    assert kept() == 2
    assert change("people/Bo.md", "- 2026-11-21 call: about sails\n") == "kept"  # whose turn has not come either way
    assert change("people/Cy.md", "- [ ] Call 📅 2027-03-01\n") == "thrown away"
    assert change("people/Ana.md", "- 2026-11-21 call: about sails\n") == "thrown away"
    assert change("people/Ana.md", "- 2026-11-45 call: about sails\n") == "thrown away"  # an error


def test_a_promise_without_a_date_is_as_old_as_its_file_whatever_else_has_changed_in_it(
        make_vault: Callable[[Mapping[str, str]], Path], environment: dict[str, str]) -> None:
    root = make_vault({"people/Ana.md": "- [ ] Write\n"})
    ana = root / "people/Ana.md"
    long_ago = date(2026, 1, 2).toordinal() - date(1970, 1, 1).toordinal()
    os.utime(ana, (long_ago * 86400 + 43200,) * 2)
    assert "since 2 Jan" in nb(root, environment, "agenda")[0]
    ana.write_text("- [ ] Write\n\n# More\n\nWords.\n")
    same_without_index(root, environment)
    assert "since 2 Jan" not in nb(root, environment, "agenda")[0]


def test_a_name_is_found_behind_any_sign_and_in_what_somebody_is_called(
        make_vault: Callable[[Mapping[str, str]], Path], environment: dict[str, str]) -> None:
    root = make_vault({"people/Zora Quill.md": "---\nconfidential: true\n---\n",
                       "people/Bo.md": "---\nrole: |\n  lawyer of\n  Zora Quill\n---\n- 2026-11-20 email in: about oars\n",
                       "people/Cy.md": "---\norg: \"by\\tZora Quill\"\n---\n- 2026-11-20 email in: about oars\n",
                       "people/Di.md": "---\naliases: [Zora Quill's brother]\nemail: zora.quill@x.example\n---\n- 2026-11-20 email in: about oars\n- [ ] Row with [[Bo]]\n",
                       "daily/2026-11-19.md": "- call [[Zora Quill's brother]]: about the harbour\n"})
    assert "about oars" in same_without_index(root, environment)
    nb(root, environment, "match", "Bo")
    assert nb(root, environment, "show", "zora.quill@x.example") == nb(root, environment | {"XDG_CACHE_HOME": "/dev/null/none"}, "show", "zora.quill@x.example")
    kept = b"".join(file.read_bytes() for file in place_of(environment).parent.iterdir()).replace(b"Zora Quill.md", b"").lower()
    assert b"zora" not in kept.replace(b"people/zora quill", b"").replace(b"zora quill", b"", 2)
    (root / "people/Zora Quill.md").write_text("hello\n")
    same_without_index(root, environment)
    assert ("zora quill's brother",) in read_index(environment, "select name from known_name")


def test_many_who_have_the_name_of_somebody_confidential_in_theirs_are_not_taken_for_them(
        make_vault: Callable[[Mapping[str, str]], Path], environment: dict[str, str]) -> None:
    notes = {f"people/Ann N{number}.md": f"- 2026-11-20 call: with Ann N{(number * 7) % 300} at the mill\n" for number in range(300)}
    root = make_vault({"people/Ann.md": "---\nconfidential: true\n---\n", **notes})
    same_without_index(root, environment)
    assert read_index(environment, "select path from note where facts is null") == [("people/Ann.md",)]
    (root / "people/Ann N1.md").write_text("- 2026-11-21 call: Ann said so\n")
    same_without_index(root, environment)
    assert read_index(environment, "select count(*) from note where facts is null") == [(2,)]


def test_what_another_process_makes_meanwhile_is_not_emptied(make_vault: Callable[[Mapping[str, str]], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    vault = Vault(str(make_vault(FILES)))
    key = index_key(vault.root, vault.settings)
    was_made_by = Index._was_made_by
    others = [lambda: vault.ask(lambda ledger: None, TODAY)]

    def and_then_another_is_quicker(index: Index, key: str) -> bool:
        made = was_made_by(index, key)
        if others:
            others.pop()()
        return made

    monkeypatch.setattr(Index, "_was_made_by", and_then_another_is_quicker)
    index = Index.open(vault.root, key)
    index.begin(writing=False)
    assert index.folders.known()
    index.close()


def test_an_index_that_was_emptied_since_it_was_opened_is_of_no_use(make_vault: Callable[[Mapping[str, str]], Path]) -> None:
    vault = Vault(str(make_vault(FILES)))
    key = index_key(vault.root, vault.settings)
    index = Index.open(vault.root, key)
    for other in ("by other rules", key):
        Index.open(vault.root, other).close()
    with pytest.raises(IndexFault, match="made anew meanwhile"):
        index.begin(writing=False)
    index.close()
