"""`nb review` and `nb reflect` on a real terminal: a key, what it does, and how far one has come."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from running import converse, run_on_terminal

pytest.importorskip("pty", reason="there is no such terminal here")

MakeVault = Callable[[Mapping[str, str | bytes]], Path]
Environment = dict[str, str]

HELP = "[?]\u00a0help"
ANA = """- [ ] Send the plans 📅 2026-11-20
- [ ] Old one 📅 2026-11-21

## Log

- 2026-11-10 email in: when?
- 2026-10-20 gave in: a book
"""
DRIFT = "- 2026-07-01 call: a\n- 2026-06-14 call: b\n- 2026-06-01 call: c\n- 2026-05-12 call: d\n"
NOTES = {"people/Ana.md": ANA, "people/Raj.md": "---\nevery: 2w\n---\n- 2026-10-01 call: x\n"}


def steps_in(shown: str) -> list[str]:
    """The titles and names of the steps that were shown."""
    lines = shown.split("\n")
    return [f"{lines[place].partition('  ')[2]}: {lines[place + 1]}" for place in range(len(lines) - 1)
            if lines[place][:1].isdigit() and " of " in lines[place][:9]]


def state_of(environment: Environment) -> str:
    return "".join(file.read_text() for file in Path(environment["HOME"]).rglob("review.json"))


def test_a_key_each_and_all_is_written_as_one_goes(make_vault: MakeVault, environment: Environment) -> None:
    vault = make_vault(NOTES)
    shown, code = converse("NO_COLOR=1 nb review", vault, environment, [
        (HELP, "f"), ("a date (Enter: back)", "fri\n"), (HELP, "d"), (HELP, "h"), ("a date (Enter: back)", "2w\n"),
        (HELP, "t"), ("-: back)", "with a card\n"), (HELP, "l"), ("happened (Enter: back)", "call: the roof\n"), (HELP, "r"),
        ("good about it", "the laughing\n"), ("hard about it", "\n"), ("end it for you", "\n"), ("and why", "4 easier\n"),
        ("this week", "soup with Raj\n"), ("otherwise", "\n")])
    assert code == 0
    assert max(len(line) for line in shown.split("\n") if line.startswith(("  ", "["))) <= 80
    assert steps_in(shown) == [
        "You promised: Ana", "You promised: Ana", "Waiting for your answer: Ana", "Not yet thanked: Ana", "Time to be in touch: Raj",
        "A moment for yourself: Ana"]
    assert "  when? (email, 12 days ago)\n  people/Ana.md:6\n" in shown
    assert "  last contact 1 Oct (7 weeks ago), call: x\n" in shown
    assert (vault / "people/Ana.md").read_text() == """---
pluses: [the laughing]
---
- [ ] Send the plans 📅 2026-11-27
- [x] Old one 📅 2026-11-21 ✅ 2026-11-22
- [ ] Answer the email of 2026-11-10 📅 2026-12-06

## Log

- 2026-11-22 rating: 4 easier
- 2026-11-22 thanks: with a card
- 2026-11-22 email out: said I would answer by 2026-12-06
- 2026-11-10 email in: when?
- 2026-10-20 gave in: a book
"""
    assert (vault / "people/Raj.md").read_text().endswith("- 2026-11-22 call: the roof\n- 2026-10-01 call: x\n")
    assert (vault / "me.md").read_text() == "## Log\n\n- 2026-11-22 reflection: good: soup with Raj\n"
    assert run_on_terminal("nb review", vault, environment) == ("This week's review is done. `nb review --again` begins anew.\n", 0)
    assert "the laughing" not in run_on_terminal("nb report; cat reports/*; nb show ana | cat; nb find laughing | cat", vault, environment)[0]
    kept = state_of(environment)
    assert "Ana" not in kept
    assert "soup" not in kept


@pytest.mark.parametrize("stop", ["q", "\x04", "\x03"])
def test_it_goes_on_where_it_stopped(stop: str, make_vault: MakeVault, environment: Environment) -> None:
    vault = make_vault(NOTES)
    shown, code = converse("NO_COLOR=1 nb review", vault, environment, [(HELP, "s"), (HELP, "d"), (HELP, stop)])
    assert code == (130 if stop == "\x03" else 0)
    assert ("`nb review` goes on from here." in shown) == (stop != "\x03")
    assert "- [x] Old one 📅 2026-11-21 ✅ 2026-11-22\n" in (vault / "people/Ana.md").read_text()
    shown, _ = converse("NO_COLOR=1 nb review", vault, environment, [(HELP, "q")])
    assert shown.startswith("Going on with your review: 4 to go. ? explains the keys.\n")
    assert steps_in(shown) == ["Waiting for your answer: Ana"]
    # Sunday's review is gone on with on Monday.
    assert steps_in(converse("NO_COLOR=1 nb --today 2026-11-23 review", vault, environment, [(HELP, "q")])[0]) == ["Waiting for your answer: Ana"]
    for later in ("--today 2026-11-26 review", "review --again"):  # what was skipped comes again: next week, or when one wants
        assert steps_in(converse(f"NO_COLOR=1 nb {later}", vault, environment, [(HELP, "q")])[0]) == ["You promised: Ana"]


def test_a_question_can_be_taken_back_and_a_slip_is_no_end(make_vault: MakeVault, environment: Environment) -> None:
    vault = make_vault({"people/Ana.md": "- [ ] Send the plans 📅 2026-11-20\n"})
    shown, _ = converse("NO_COLOR=1 nb review", vault, environment, [
        (HELP, "y"), (HELP, "\x1b[A"), (HELP, "f"), ("(Enter: back)", "\n"), (HELP, "f"), ("(Enter: back)", "someday\n"),
        (HELP, "?"), (HELP, "v"), (HELP, "l"), ("(Enter: back)", "a %% b\n"), (HELP, "q")])
    assert "`y` means nothing here; ? explains the keys\n" in shown
    assert "`\\x1b[a` means nothing here" in shown
    assert "nb: `someday` is no day\n    write it as YYYY-MM-DD" in shown
    assert "  f  put off         another day\n" in shown
    assert "nb: `%%` and `<!--` begin a comment" in shown
    assert shown.endswith("Stopped with 1 to go. `nb review` goes on from here.\n")
    assert (vault / "people/Ana.md").read_text() == "- [ ] Send the plans 📅 2026-11-20\n"


def test_what_was_just_promised_does_not_come_at_once(make_vault: MakeVault, environment: Environment) -> None:
    vault = make_vault({"people/Card.md": "a card\n"})
    shown, _ = converse("NO_COLOR=1 nb review", vault, environment, [
        (HELP, "p"), ("you do (Enter: back)", "Write to her\n"), ("a date (Enter: back)", "fri\n"), ("this week", "\n"), ("otherwise", "\n")])
    assert steps_in(shown) == ["A card in the stack: Card"]
    assert "- [ ] Write to her 📅 2026-11-27\n" in (vault / "people/Card.md").read_text()
    assert not (vault / "me.md").exists()
    assert run_on_terminal("nb review", vault, environment)[0].startswith("This week's review is done.")


def test_who_is_drifting_or_was_only_collected_comes_in_small_portions(make_vault: MakeVault, environment: Environment) -> None:
    cards = {f"people/Card {number}.md": f"---\nmet: 2026-0{number}-01\n---\n" for number in range(1, 8)}
    vault = make_vault({**cards, "people/Drift.md": DRIFT, "people/Rests.md": f"---\nevery: never\n---\n{DRIFT}"})
    skip_all = [(HELP, "s")] * 4 + [("this week", "\n"), ("otherwise", "\n")]
    shown, _ = converse("NO_COLOR=1 nb review", vault, environment, skip_all)
    first = [f"A card in the stack: Card {number}" for number in (7, 6, 5)]
    assert steps_in(shown) == ["Drifting away: Drift", *first]
    assert "  you used to speak about every two weeks; it has been five months\n" in shown
    assert "  met 1 Jul, and never a word since. What brought you together?\n" in shown
    shown, _ = converse("NO_COLOR=1 nb review --today 2026-11-29", vault, environment, skip_all)
    assert steps_in(shown)[1:4] == [f"A card in the stack: Card {number}" for number in (4, 3, 2)]
    shown, _ = converse("NO_COLOR=1 nb review --today 2026-12-06", vault, environment, skip_all)
    assert steps_in(shown)[1:4] == [f"A card in the stack: Card {number}" for number in (1, 7, 6)]


def test_one_contact_answers_all_that_asks_for_one(make_vault: MakeVault, environment: Environment) -> None:
    vault = make_vault({"people/Ana.md": "---\nevery: 2w\n---\n- 2026-11-01 email in: when?\n- 2026-10-01 call: x\n"})
    shown, _ = converse("NO_COLOR=1 nb review", vault, environment, [(HELP, "l"), ("-: back)", "\n"), (HELP, "q")])
    assert steps_in(shown) == ["Waiting for your answer: Ana", "A moment for yourself: Ana"]


def test_nothing_of_a_confidential_person_is_told(make_vault: MakeVault, environment: Environment) -> None:
    vault = make_vault({"people/Ana.md": f"---\nconfidential: true\nevery: 1w\n---\n{ANA}{DRIFT}"})
    shown, _ = converse("NO_COLOR=1 nb review", vault, environment, [(HELP, "s")] * 5 + [("this week", "\n"), ("otherwise", "\n")])
    assert "(confidential)" in shown
    assert not any(word in shown for word in ("plans", "when?", "a book", "July", "last contact", "Drifting", "A moment"))


def test_a_dry_run_changes_nothing(make_vault: MakeVault, environment: Environment) -> None:
    vault = make_vault({"people/Ana.md": "- [ ] Send the plans 📅 2026-11-20\n"})
    for _ in range(2):
        shown, _ = converse("NO_COLOR=1 nb review --dry-run", vault, environment, [(HELP, "d"), ("this week", "walks\n"), ("otherwise", "\n")])
        assert "+- [x] Send the plans 📅 2026-11-20 ✅ 2026-11-22\n" in shown
    assert (vault / "people/Ana.md").read_text() == "- [ ] Send the plans 📅 2026-11-20\n"
    assert not (vault / "me.md").exists()


@pytest.mark.parametrize("kept", [b"", b"[]", b"{", b'{"week": 3}', b'{"turns": {"never": 4}}', b"\xff"])
def test_a_broken_memory_begins_anew(kept: bytes, make_vault: MakeVault, environment: Environment) -> None:
    vault = make_vault({"people/Ana.md": "- [ ] Send the plans 📅 2026-11-20\n"})
    converse("nb review", vault, environment, [(HELP, "s"), ("this week", "\n"), ("otherwise", "\n")])
    [file] = Path(environment["HOME"]).rglob("review.json")
    file.write_bytes(kept)
    assert steps_in(converse("NO_COLOR=1 nb review", vault, environment, [(HELP, "q")])[0]) == ["You promised: Ana"]


class TestReflecting:
    def test_asks_four_questions(self, make_vault: MakeVault, environment: Environment) -> None:
        vault = make_vault({"people/Ana.md": "- 2026-11-10 call: soup\n"})
        shown, code = run_on_terminal("nb reflect ana", vault, environment, "tells me\nhas %% no time\nno time\n\n7\n4: easier\n")
        assert code == 0
        assert shown == (
            "Ana, for you alone. Enter leaves a question out.\nWhat is good about it: What is hard about it: "
            "nb: `%%` and `<!--` begin a comment, and would hide what is below\n    leave them out\nWhat is hard about it: "
            "What would end it for you: How good is it, from 1 to 5, and why: nb: 7 is not from 1 to 5\n    a number, and why: 4 easier than it was\n"
            "How good is it, from 1 to 5, and why: written down: a reflection on Ana, for you alone (take it back: nb undo)\n")
        assert (vault / "people/Ana.md").read_text() == (
            "---\npluses: [tells me]\nminuses: [no time]\n---\n- 2026-11-22 rating: 4 easier\n- 2026-11-10 call: soup\n")

    def test_writes_nothing_when_nothing_is_said(self, make_vault: MakeVault, environment: Environment) -> None:
        vault = make_vault({"people/Ana.md": ""})
        assert run_on_terminal("nb reflect ana", vault, environment, "\n\n\n\n")[0].endswith("Nothing was written down.\n")
        assert (vault / "people/Ana.md").read_text() == ""

    def test_reads_back_on_request(self, make_vault: MakeVault, environment: Environment) -> None:
        vault = make_vault({
            "people/Ana.md": "---\npluses: [kind, patient]\ndealbreakers: lies\n---\n- 2026-11-20 rating: 4/5, easier\n"
                             "- 2026-06-01 reflection: 3 things to say\n- 2025-06-01 rating: 2\n- 2024-06-01 rating: 3 new\n",
            "daily/2026-11-21.md": "- reflection on [[Ana]]: a good talk \x1b[31m\n"})
        assert run_on_terminal("NO_COLOR=1 nb reflect ana --reveal", vault, environment) == ("""\
Ana
  what is good       kind; patient
  what would end it  lies

Looking back
  2024-06-01  3  new
  2025-06-01  2
  2026-06-01     3 things to say
  2026-11-20  4  easier
  2026-11-21     reflection on Ana: a good talk \\x1b[31m

Your rating went 3, 2, 4 of 5 between 1 Jun 2024 and 20 Nov: better than it was.

people/Ana.md
""", 0)
        shown, code = run_on_terminal("nb reflect ana --reveal --rating 3", vault, environment)
        assert (shown, code) == ("nb: --reveal reads back, and writes nothing\n    leave the other options away\n", 2)


def test_a_flood_comes_in_portions(make_vault: MakeVault, environment: Environment) -> None:
    vault = make_vault({f"people/P{number:02}.md": "---\nevery: 1w\n---\n- 2026-10-01 call: x\n" for number in range(15)})
    ending = [("this week", "\n"), ("otherwise", "\n")]
    shown, _ = converse("nb review", vault, environment, [(HELP, "s")] * 12 + ending)
    assert shown.startswith("Your review: 12 things, and 3 more another time. ")
    shown, _ = converse("nb review", vault, environment, [(HELP, "s")] * 3 + ending)
    assert shown.startswith("Going on with your review: 3 to go. ")


def test_what_undo_takes_back_is_asked_about_again(make_vault: MakeVault, environment: Environment) -> None:
    vault = make_vault({"people/Ana.md": "- [ ] One 📅 2026-11-20\n- [ ] Two 📅 2026-11-21\n- [ ] Three 📅 2026-11-21\n"})
    converse("nb review", vault, environment, [(HELP, "d"), (HELP, "s"), (HELP, "d"), ("this week", "\n"), ("otherwise", "\n")])
    assert run_on_terminal("nb undo", vault, environment)[1] == 0
    shown, _ = converse("NO_COLOR=1 nb review", vault, environment, [(HELP, "q")])
    assert steps_in(shown) == ["You promised: Ana"]
    assert "  Three" in shown
    assert run_on_terminal("nb undo && nb log ana 'call: hello' && nb undo", vault, environment)[1] == 0
    shown, _ = converse("NO_COLOR=1 nb review", vault, environment, [(HELP, "s"), (HELP, "s")])
    assert steps_in(shown) == ["You promised: Ana", "You promised: Ana"]
    assert "  Two" not in shown  # what was skipped stays so
