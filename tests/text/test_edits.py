"""Edits change what was asked and no other byte."""

from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kithbook.model.settings import Settings
from kithbook.text.front_edit import set_property
from kithbook.text.insert import NewEntry, insert_entry, insert_items, insert_promise
from kithbook.text.lines import insert_lines, split_lines
from kithbook.text.note import NoteReader
from kithbook.text.promise_edit import close_promise, defer_promise
from kithbook.text.read_back import reads_the_same

TODAY = date(2026, 11, 22)
PATH = "people/Ada.md"
READER = NoteReader(Settings())

FRONT = st.sampled_from(["", "---\nevery: 2w # often\n---\n", "---\ntags: [a, 'b']\nnote: >-\n  folded\n  text\n---\n", "---\n---\n"])
LINES = st.sampled_from([
    "", "Some words.", "## Log", "## Promises", "### 2026-08-01 Lunch", "- 2026-11-01 call: hello", "- 2026-10-01 email in: a question",
    "* 2026-09-01 coffee: with milk", "  and more of it", "- [ ] Send it 📅 2026-11-20", "- [x] Done ✅ 2026-11-01",
    "- [ ] Call [due:: 2026-11-24] ^abc", "  - [ ] nested", "> - 2026-07-01 call: quoted", "| 2026-06-01 | call | in | row |",
    "```", "- plain item", "1. [/] Half way", "Emoji 🦊 and  two  spaces  ", "\t- tabbed",
])
ENDS = st.sampled_from(["\n", "\r\n"])


@st.composite
def notes(draw: st.DrawFn) -> str:
    """A note of usual and unusual lines, with one sort of line end, with or without a last one, with or without a BOM."""
    end = draw(ENDS)
    text = (draw(FRONT) + "\n".join(draw(st.lists(LINES, max_size=14)))).replace("\n", end)
    text += draw(st.sampled_from(["", end]))
    return draw(st.sampled_from(["", "\ufeff"])) + text


def kept(before: str, after: str, added: int) -> bool:
    """Whether `after` is `before` with `added` lines in one place, line ends apart."""
    old, new = ([line.rstrip("\r\n") for line in split_lines(text)] for text in (before, after))
    return len(new) == len(old) + added and any(
        new[:at] == old[:at] and new[at + added :] == old[at:] for at in range(len(old) + 1))


@given(st.text(alphabet="ab \r\n", max_size=30))
def test_lines_joined_are_the_text(text: str) -> None:
    assert "".join(split_lines(text)) == text


@given(notes())
@settings(derandomize=True, max_examples=300, deadline=None)
def test_an_entry_goes_in_and_nothing_else_changes(text: str) -> None:
    before = READER.read(PATH, text.encode())
    new = NewEntry(TODAY, "call", "call", "out", (), "hello again", ("second line",))
    put = insert_entry(text, before, new)
    assert kept(text, put.text, put.added)
    assert put.text.endswith(("\r", "\n")) == text.endswith(("\r", "\n")) or not text.strip("\ufeff")
    after = READER.read(PATH, put.text.encode())
    here = [entry for entry in after.entries if entry.line == put.line]
    # Otherwise (in a fence that is never closed, say) the command refuses.
    assume(here and reads_the_same(before, after, at=put.at, added=put.added))
    assert [(entry.date, entry.kind, entry.direction, entry.text) for entry in here] == [
        (TODAY, "call", "out", "hello again\nsecond line")]


@given(notes(), st.lists(st.dates(date(2026, 8, 30), date(2026, 11, 2)), min_size=1, max_size=5).map(sorted))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_several_entries_in_one_go_are_those_entry_by_entry(text: str, days: list[date]) -> None:
    new = [NewEntry(day, None, None, None, (), f"call: number {number}") for number, day in enumerate(days)]
    whole, lines = insert_items(text, READER.read(PATH, text.encode()), new)
    one_by_one = text
    for one in new:
        before = READER.read(PATH, one_by_one.encode())
        one_by_one = insert_entry(one_by_one, before, one).text
        assume(len(READER.read(PATH, one_by_one.encode()).entries) == len(before.entries) + 1)
    assert whole == one_by_one
    written = [line.rstrip("\r\n") for line in split_lines(whole)]
    assert all(written[line - 1].endswith(f"{one.day} {one.text}") for line, one in zip(lines, new, strict=True))


@given(notes())
@settings(derandomize=True, max_examples=200, deadline=None)
def test_a_promise_goes_in_and_nothing_else_changes(text: str) -> None:
    put = insert_promise(text, READER.read(PATH, text.encode()), "Send it")
    assert kept(text, put.text, put.added)


@given(notes(), st.data())
@settings(derandomize=True, max_examples=300, deadline=None)
def test_closing_and_deferring_change_one_line(text: str, data: st.DataObject) -> None:
    before = READER.read(PATH, text.encode())
    open_ones = [task for task in before.tasks if task.is_open]
    assume(open_ones)
    task = data.draw(st.sampled_from(open_ones))
    for after_text in (close_promise(text, task.line, "done", TODAY).text,
                       close_promise(text, task.line, "cancelled", TODAY).text, defer_promise(text, task.line, TODAY).text):
        old, new = split_lines(text), split_lines(after_text)
        assert [number for number, (a, b) in enumerate(zip(old, new, strict=True), 1) if a != b] in ([task.line], [])
        after = READER.read(PATH, after_text.encode())
        assert reads_the_same(before, after, at=task.line, added=0, changed=task.line)


@given(notes())
@settings(derandomize=True, max_examples=200, deadline=None)
def test_a_property_is_set_and_nothing_else_changes(text: str) -> None:
    assume(READER.read(PATH, text.encode()).kind == "contact")
    once = set_property(text, "paused", "2026-12-01")
    twice = set_property(once, "paused", "2027-01-31")
    assert twice == once.replace("paused: 2026-12-01", "paused: 2027-01-31")
    assert once.replace("paused: 2026-12-01", "").replace("\r", "").replace("\n", "").replace("------", "") == (
        text.replace("\r", "").replace("\n", "").replace("------", ""))
    profile = READER.read(PATH, twice.encode()).profile
    assert profile is not None
    assert profile.paused == date(2027, 1, 31)


def test_a_missing_final_line_end_stays_missing() -> None:
    assert insert_lines(["a\n", "b"], 2, ["c"]) == "a\nb\nc"
    assert insert_lines(["a\r\n", "b\r\n"], 1, ["c"]) == "a\r\nc\r\nb\r\n"
