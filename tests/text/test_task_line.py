"""A promise on its line: every sign of Obsidian Tasks and Dataview in docs/format.md, wherever it stands."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.text.task_line import find_fields, read_status, read_task

D = date(2026, 11, 25)
E = date(2026, 11, 20)
DAY = "2026-11-25"

# what is written, and what of the task it sets
SIGNS = [
    (f"📅 {DAY}", {"due": D}),
    (f"📆 {DAY}", {"due": D}),
    (f"🗓 {DAY}", {"due": D}),
    (f"🗓\ufe0f {DAY}", {"due": D}),
    (f"📅{DAY}", {"due": D}),
    (f"📅 [[{DAY}]]", {"due": D}),
    (f"⏳ {DAY}", {"due": D}),
    (f"⌛ {DAY}", {"due": D}),
    (f"🛫 {DAY}", {}),
    (f"➕ {DAY}", {"made": D}),
    (f"✅ {DAY}", {"done": D}),
    (f"❌ {DAY}", {"done": D}),
    (f"[due:: {DAY}]", {"due": D}),
    (f"(due:: {DAY})", {"due": D}),
    (f"[due::{DAY}]", {"due": D}),
    (f"[ Due :: {DAY} ]", {"due": D}),
    (f"[due:: [[{DAY}]]]", {"due": D}),
    (f"[scheduled:: {DAY}]", {"due": D}),
    (f"(start:: {DAY})", {}),
    (f"[created:: {DAY}]", {"made": D}),
    (f"[completion:: {DAY}]", {"done": D}),
    (f"[cancelled:: {DAY}]", {"done": D}),
    (f"due:{DAY}", {"due": D}),
    (f"due: {DAY}", {"due": D}),
    (f"Due:{DAY}", {"due": D}),
    (f"due:: {DAY}", {"due": D}),
    ("🔁 every week", {}),
    ("🔁 every month on the 1st when done", {}),
    ("[repeat:: every 2 weeks]", {}),
    ("🆔 abc123", {"mark": "abc123"}),
    ("[id:: abc123]", {"mark": "abc123"}),
    ("⛔ abc,def", {}),
    ("[dependsOn:: abc, def]", {}),
    ("🏁 delete", {}),
    ("[onCompletion:: delete]", {}),
    ("🔺", {}), ("⏫", {}), ("🔼", {}), ("🔽", {}), ("⏬", {}), ("⏫\ufe0f", {}),
    ("[priority:: high]", {}),
    ("#theirs", {"who": "them"}),
    ("#waiting", {"who": "them"}),
    ("#Waiting", {"who": "them"}),
    ("#waiting/answer", {"who": "them"}),
    ("#ours", {"who": "us"}),
]
PLACES = ["{} Send her the plans", "Send {} her the plans", "Send her the plans {}"]


@pytest.mark.parametrize(("written", "sets"), SIGNS)
@pytest.mark.parametrize("place", PLACES, ids=["first", "between", "last"])
def test_a_sign_is_read_wherever_it_stands_and_is_no_part_of_the_text(written: str, sets: dict[str, object], place: str) -> None:
    task = read_task(place.format(written))
    assert {"text": task.text, "faults": task.faults} == {"text": "Send her the plans", "faults": ()}
    nothing = {"who": "me", "due": None, "made": None, "done": None, "mark": None}
    assert {key: getattr(task, key) for key in nothing} == {**nothing, **sets}


def test_all_signs_together() -> None:
    task = read_task(f"Send #task ⏫ 🔁 every week 🆔 a1 ⛔ b2 ➕ 2026-11-01 🛫 2026-11-02 ⏳ 2026-11-20 📅 {DAY} ^block")
    assert (task.text, task.due, task.made, task.mark) == ("Send #task", D, date(2026, 11, 1), "a1")


@pytest.mark.parametrize("text", [f"a ⏳ 2026-11-20 📅 {DAY}", f"a 📅 {DAY} ⏳ 2026-11-20", f"a [scheduled:: 2026-11-20] due:{DAY}"])
def test_the_due_date_goes_before_the_scheduled_one(text: str) -> None:
    assert read_task(text).due == D


@pytest.mark.parametrize(
    ("text", "mark", "left"),
    [("a ^b-1", "b-1", "a"), ("a ^b 🆔 c", "c", "a ^b"), ("a 🆔 c ^b", "c", "a"), ("a ^b c", None, "a ^b c"), ("a^b", None, "a^b"), ("2^10", None, "2^10"), ("a  ^b  ", "b", "a")],
)
def test_the_mark_is_an_id_or_a_block_id_at_the_end(text: str, mark: str | None, left: str) -> None:
    task = read_task(text)
    assert (task.mark, task.text) == (mark, left)


@pytest.mark.parametrize(
    "text",
    ["nothing to see", "buy ✅ stickers", "overdue: a book", "#theirstuff", "#notours", "a#waiting", "`#waiting` is a tag", "[link](due.md)", "residue:2026", "http://x.org/due:2026-11-25", "C:\\due"],
)
def test_what_only_looks_like_a_sign_stays_text(text: str) -> None:
    task = read_task(text)
    assert (task.text, task.who, task.due, task.faults) == (text, "me", None, ())


@pytest.mark.parametrize(
    ("text", "rule", "message", "place"),
    [
        ("a 📅 2026-02-30", "impossible-date", "there is no day 2026-02-30", "2026-02-30"),
        ("a [due:: 2026-13-01]", "impossible-date", "there is no day 2026-13-01", "2026-13-01"),
        ("a due:2026-11-31 b", "impossible-date", "there is no day 2026-11-31", "2026-11-31"),
        ("a 📅 [[2026-02-30]]", "impossible-date", "there is no day 2026-02-30", "[[2026-02-30]]"),
        ("a ➕ 2026-02-30", "impossible-date", "there is no day 2026-02-30", "2026-02-30"),
        ("a 📅 25.11.2026", "unreadable-date", "`25.11.2026` is no date", "25.11.2026"),
        ("a due:25/11", "unreadable-date", "`25/11` is no date", "25/11"),
        ("a [due:: soon]", "unreadable-date", "`soon` is no date", "soon"),
        ("a 📅 friday", "unreadable-date", "a date is missing behind this sign", "📅"),
        ("a ⏳", "unreadable-date", "a date is missing behind this sign", "⏳"),
    ],
)
def test_a_date_that_cannot_be_read_is_told_with_its_place(text: str, rule: str, message: str, place: str) -> None:
    task = read_task(text)
    assert task.faults == ((rule, message, text.index(place)),)
    assert (task.due, task.made) == (None, None)


def test_places_hold_behind_other_signs() -> None:
    text = "🔁 every week ⏫ a 📅 2026-02-30 [due:: soon] 🆔 x"
    assert [text[fault.at :].split()[0] for fault in read_task(text).faults] == ["2026-02-30", "soon]"]


@pytest.mark.parametrize(
    ("sign", "status"), [(" ", "open"), ("/", "open"), ("x", "done"), ("X", "done"), ("-", "cancelled"), ("?", "open"), ("!", "open"), (">", "open"), ("<", "open"), ("1", "open"), ("é", "open"), ("*", "open")]
)
def test_the_sign_in_the_box(sign: str, status: str) -> None:
    assert read_status(sign) == status


@given(st.lists(st.sampled_from([*(written for written, _ in SIGNS), "a", "[", "(", "::", "due", "📅", "2026-02-30", "^", "`", " ", "#"]), max_size=10).map(" ".join))
def test_reading_never_fails_and_faults_lie_within_the_line(text: str) -> None:
    task = read_task(text)
    assert all(0 <= fault.at < len(text) for fault in task.faults)
    assert list(task.faults) == sorted(task.faults, key=lambda fault: fault.at)


@given(st.text("ab 📅:#^[]"), st.text("ab 🔁:)("))
def test_a_date_is_found_in_any_surroundings(before: str, behind: str) -> None:
    assert read_task(f"{before} 📅 {DAY} {behind}").due is not None


@pytest.mark.parametrize(
    ("text", "said", "due"),
    [("a `due:2026-11-25`", "a `due:2026-11-25`", None), ("a `📅 2026-11-25` b 📅 2026-11-26", "a `📅 2026-11-25` b", "2026-11-26"), ("`x` a 📅 2026-11-26", "`x` a", "2026-11-26"),
     ("a ``[due:: 2026-11-25] ` ``", "a ``[due:: 2026-11-25] ` ``", None), ("a ` due:2026-11-25", "a `", "2026-11-25"), ("`#theirs` a #theirs `b`  c", "`#theirs` a `b` c", None),
     ("a `🔁 every week` ^id", "a `🔁 every week`", None), ("a `^id`", "a `^id`", None), ("📅 `x` 2026-11-25", "📅 `x` 2026-11-25", None)],
)
def test_what_stands_in_code_is_text(text: str, said: str, due: str | None) -> None:
    line = read_task(text)
    assert (line.text, line.due and line.due.isoformat()) == (said, due)


@pytest.mark.parametrize(
    ("text", "due"),
    [("a [[Cy|b 📅 2026-11-25]]", None), ("a [b 📅 2026-11-25](Cy.md) 📅 2026-11-26", "2026-11-26"), ("a ![[Cy 📅 2026-11-25]]", None), ("a [[Cy#due:2026-11-25]]", None),
     ("a [b](Cy.md \"due: 2026-11-25\")", None), ("a [due:: 2026-11-25](later)", "2026-11-25"), ("a [[2026-11-20]] 📅 [[2026-11-25]]", "2026-11-25"),
     ("a [due:: [[2026-11-25]]]", "2026-11-25"), ("a [[Cy|#theirs]]", None)],
)
def test_what_stands_in_a_link_is_text(text: str, due: str | None) -> None:
    line = read_task(text)
    assert (line.due and line.due.isoformat(), line.who, line.faults) == (due, "me", ())
    assert due or line.text == text


@given(st.lists(st.sampled_from([*(written for written, _ in SIGNS), "a", "`", "[[Cy|", "]]", "[[2026-11-25]]", "^b", "📅", " "]), max_size=8).map("".join))
def test_fields_stand_where_they_are_said_to(text: str) -> None:
    fields = find_fields(text)
    assert all(text[field.at :].startswith(field.value) and field.start <= field.at <= field.end <= len(text) for field in fields)
    spans = sorted((field.start, field.end) for field in fields)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    line = read_task(text)
    days = [[field.day for field in fields if field.key == key and field.day] for key in ("due", "scheduled")]
    assert line.due == next((day for found in days for day in found), None)
