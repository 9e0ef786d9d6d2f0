"""Closing, deferring and coming again change the fields meant, and nothing else of a line, whatever that holds."""

from datetime import date, timedelta

import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from kithbook.errors import VaultError
from kithbook.model.settings import Settings
from kithbook.text.note import NoteReader
from kithbook.text.promise_edit import Closing, close_promise, defer_promise
from kithbook.text.read_back import promise_reads_back
from kithbook.vault.promise_change import closing, deferring

TODAY = date(2026, 11, 26)
PATH = "people/Ada.md"
READER = NoteReader(Settings(), prose=True)
DAYS = ("2026-11-20", "2026-01-01", "2026-02-28")
DUE, SCHEDULED, START = ("📅 {}", "[due:: {}]", "(due:: {})", "due:{}", "📅 [[{}]]"), ("⏳ {}", "[scheduled:: {}]"), ("🛫 {}", "[start:: {}]")
CLOSED = ("✅ {}", "❌ {}", "[completion:: {}]", "[cancelled:: {}]")
MADE = ("➕ {}", "[created:: {}]")
ONCE = ("🆔 abc", "⛔ abc,def", "[id:: abc]", "[dependsOn:: abc]")
KEPT = ("⏫", "🏁 delete", "[priority:: high]", "#theirs", "🛫 2026-02-31", "📅 0000-12-30")
ALL = [*(form.format(DAYS[0]) for form in (*DUE, *SCHEDULED, *START, *CLOSED, *MADE)), *ONCE, *KEPT, "🔁 every day", "^abc"]
# What is text, whatever stands in it.
TEXT = st.one_of(
    st.sampled_from(["Write", "naïve", "(soon)", "2026-11-20", "[[2026-11-20]]", "![[Ada]]", "^", "💡"]),
    st.builds(str.format, st.sampled_from(["`{}`", "``{} ` ``", "%% {} %%", "<!-- {} -->", "[[Cy|b {}]]", "[b {}](Cy.md)"]), st.sampled_from(ALL).filter(
        lambda field: "[" not in field)),
    st.sampled_from(ALL).map("`{}`".format), st.sampled_from(ALL).map("%%{}%%".format))


def dated(forms: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.builds(str.format, st.sampled_from(forms), st.sampled_from(DAYS))


@st.composite
def lines(draw: st.DrawFn) -> list[tuple[str, str]]:
    """The pieces of a line, with what each is: text, or a field that is kept, moved or left out."""
    pieces = draw(st.lists(st.one_of(
        TEXT.map(lambda text: ("text", text)), st.sampled_from(KEPT).map(lambda text: ("kept", text)),
        dated(CLOSED).map(lambda text: ("closed", text)), dated(MADE).map(lambda text: ("once", text)),
        st.sampled_from(ONCE).map(lambda text: ("once", text))), max_size=7))
    for kind, forms in (("due", DUE), ("scheduled", SCHEDULED), ("start", START)):
        if draw(st.booleans()):
            pieces.insert(draw(st.integers(0, len(pieces))), (kind, draw(dated(forms))))
    return pieces


def moved(text: str, by: timedelta) -> str:
    for day in DAYS:
        if day in text:
            return text.replace(day, (date.fromisoformat(day) + by).isoformat())
    return text


@given(lines(), st.sampled_from(["done", "cancelled"]), st.booleans(), st.sampled_from(["", " ^xy"]))
@settings(derandomize=True, max_examples=300, deadline=None)
@example([("text", "explain"), ("text", "`✅ 2026-01-01`"), ("due", "📅 2026-11-20")], "done", False, "")
@example([("text", "Write"), ("text", "`📅 2026-01-01`"), ("due", "📅 2026-11-20")], "done", True, "")
@example([("text", "a"), ("text", "<!-- 📅 2026-01-01 -->"), ("due", "📅 2026-11-20")], "done", True, " ^xy")
@example([("text", "a"), ("text", "[[Cy|b ✅ 2026-01-01]]")], "done", True, "")
def test_nothing_but_the_fields_meant_is_another(pieces: list[tuple[str, str]], how: Closing, recurs: bool, block_id: str) -> None:
    whole = [("text", "Write"), *pieces, *([("kept", "🔁 every week")] if recurs else [])]
    line = " ".join(text for _, text in whole)
    note = f"- [ ] {line}{block_id}\n"
    edited = close_promise(note, 1, how, TODAY)
    *before, after = edited.text.splitlines()
    rest = " ".join(text for kind, text in whole if kind != "closed")
    sign, key = ("✅", "completion") if how == "done" else ("❌", "cancelled")
    marks = [f"{sign} {TODAY}", f"[{key}:: {TODAY}]", f"({key}:: {TODAY})"]
    assert after in [f"- [{'x' if how == 'done' else '-'}] {rest} {mark}{block_id}" for mark in marks]
    again = recurs and how == "done"
    assert edited.added == again
    if again:
        moving = {kind: text for kind, text in whole if kind in ("due", "scheduled", "start")}
        counts = next((moving[kind] for kind in ("due", "scheduled", "start") if kind in moving), None)
        last = next(date.fromisoformat(day) for day in DAYS if day in counts) if counts else TODAY
        assert edited.again == (last + timedelta(7) if counts else None)
        assert before == ["- [ ] " + " ".join(
            moved(text, timedelta(7)) if kind in moving else text for kind, text in whole if kind not in ("closed", "once"))]
    assert promise_reads_back(note, edited, 1)


ODD = st.sampled_from([
    *ALL, "Write", " ", " ", "📅", "✅", "🔁", "`", "%%", "<!--", "-->", "[[Cy|", "]]", "[b", "](Cy.md)", "[due::", "]", "2026-11-20", "::", "#", "\\", ",", "🔁 every week ", "🛫 9999-12-30",
    "📅 2026-02-31", "%% %%", "\t"])


@given(st.lists(ODD, max_size=9).map("".join), st.sampled_from(["done", "cancelled", "deferred"]), st.sampled_from(["", "\n  more", "\n  %% more", "\n  more --> `"]))
@settings(derandomize=True, max_examples=300, deadline=None)
@example("🔁 every week 🛫 2026-02-31", "done", "")
@example("🔁 every week 🛫 0000-12-30", "done", "")
@example("🔁 every week 📅 9999-12-30 🛫 9999-12-30", "done", "")
@example("a 📅 ✅ 2026-01-01 2026-11-20", "done", "")
@example("a ✅ %% %% 2026-01-01", "done", "")
@example("✅ 2026-11-20#theirs", "done", "")
@example("a 🔁 every week 📅 2026-11-20 %% and so", "done", "\n  on %%")
def test_whatever_the_line_it_reads_as_before_or_is_refused(line: str, how: str, more: str) -> None:
    data = f"- [ ] a {line}{more}\n".encode()
    before = [task for task in READER.read(PATH, data).tasks if task.is_open]
    if not before:
        return
    promise = before[0]
    edit = deferring(promise, TODAY, "later") if how == "deferred" else closing(promise, "done" if how == "done" else "cancelled", TODAY, "closed")
    try:
        changed = edit.make(data, READER)
    except VaultError as error:
        event("refused")
        assert error.message.startswith(f"{PATH}:1")
        assert error.remedy
        return
    *again, after = READER.read(PATH, changed).tasks[: 1 + edit.outcome.added]
    same = promise._replace(line=after.line, status=after.status, done=after.done, due=after.due)
    assert after._replace(text=same.text, links=() if "[[2" in line else after.links) == same._replace(links=() if "[[2" in line else same.links)
    assert isinstance(after.text, str)
    assert isinstance(promise.text, str)
    assert after.text.split() == promise.text.split()
    assert after.due == (TODAY if how == "deferred" else promise.due)
    assert [(task.is_open, task.text.split() if isinstance(task.text, str) else None) for task in again] == [(True, promise.text.split())] * len(again)
    # What is neither a field nor white space is there as it was, comments too.
    assert [sign for sign in "`%<>[]#\\,Wb" if data.decode().count(sign) > changed.decode().count(sign) and "::" not in line and "[[2" not in line] == []


@pytest.mark.parametrize(("line", "expected"), [
    ("- [ ] a 📅 2026-11-20 %% open\n  still %%", "- [x] a 📅 2026-11-20 ✅ 2026-11-26 %% open\n  still %%"),
    ("- [ ] a ^id %% c %%", "- [x] a ✅ 2026-11-26 ^id %% c %%"),
    ("- [ ] %% c %% a", "- [x] %% c %% a ✅ 2026-11-26"),
    ("- [ ] a ✅ 2026-01-01, b", "- [x] a , b ✅ 2026-11-26"),
    ("> 1. [/] a", "> 1. [x] a ✅ 2026-11-26"),
    ("- []] a", "- [x] a ✅ 2026-11-26"),
    ("\ufeff- [ ] a 🔁 every day", "\ufeff- [ ] a 🔁 every day\n- [x] a 🔁 every day ✅ 2026-11-26"),
])
def test_a_line_closed(line: str, expected: str) -> None:
    assert close_promise(line, 1, "done", TODAY).text == expected


def test_a_day_is_deferred_where_it_is_read() -> None:
    assert defer_promise("- [ ] a `📅 2026-01-01` 📅 [[2026-11-20]]", 1, TODAY).text == "- [ ] a `📅 2026-01-01` 📅 [[2026-11-26]]"
    assert defer_promise("- [ ] a %% 📅 2026-01-01 %%", 1, TODAY).text == "- [ ] a %% 📅 2026-01-01 %% 📅 2026-11-26"
    assert defer_promise("- [ ] a [due:: 2026-02-31]", 1, TODAY).text == "- [ ] a [due:: 2026-11-26]"
