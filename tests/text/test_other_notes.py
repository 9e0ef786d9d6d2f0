"""Daily notes, meeting notes and any others: what in them counts for the contacts that they link."""

from datetime import date

import pytest
from reading import read_body

from kithbook.model.entry import Entry
from kithbook.model.withheld import shown
from kithbook.text.body import BodyReader
from kithbook.text.log_head import WORDS
from kithbook.text.note_kind import may_matter
from kithbook.text.structure import scan_body

DAY = date(2026, 11, 10)


def entries(text: str, day: date | None = DAY) -> tuple[Entry, ...]:
    return read_body(text, is_contact=False, day=day).entries


@pytest.mark.parametrize(
    ("text", "kind", "links"),
    [
        ("- 2026-11-02 call with [[Ada]]: hm", "call", ("Ada",)),
        ("- coffee with [[Ada]] and [Bob](people/Bob.md)", "meeting", ("Ada", "people/Bob.md")),
        ("- [[Ada]] called", "call", ("Ada",)),
        ("## Lunch with [[Ada]]\ntalk of [[Cleo]]", "meeting", ("Ada",)),
        ("### 2026-11-02 Lunch\nwith [[Ada]], talk of [[Cleo]]", "meeting", ("Ada",)),
        ("- Lunch\n  - [[Ada]]\n  - [[Bob]]", "meeting", ("Ada", "Bob")),
        ("Met [[Ada]] at the harbour", "meeting", ("Ada",)),
        ("| 2026-11-02 | call | in | [[Ada]] on the plans |", "call", ("Ada",)),
    ],
)
def test_an_entry_that_names_a_kind_counts_for_those_it_links(text: str, kind: str, links: tuple[str, ...]) -> None:
    (found,) = entries(text)
    assert (found.kind, found.links) == (kind, links)
    assert found.date == (date(2026, 11, 2) if "2026" in text else DAY)


@pytest.mark.parametrize(
    "text",
    ["- [[Ada]] may know", "- see [[Ada]]", "- lunch alone", "- 2026-11-02 call: nobody", "- [ ] call [[Ada]]", "```\n- call with [[Ada]]\n```", "- `call with [[Ada]]`",
     "- ![[Ada]] call", "- call [Ada](https://ada.org)", "## Lunch\n- [[Ada]]'s plans"],
)
def test_a_bare_mention_is_no_contact(text: str) -> None:
    assert not [found for found in entries(text) if found.is_contact]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- 2026-11-02 call with [[Bob]]: x\n  - lunch with [[Ada]] is planned", ["02 call Bob Ada"]),
        ("- call [[Bob]]\n  - email in [[Ada]]: x\n    - lunch [[Cy]]", ["10 call Bob Ada Cy"]),
        ("- call [[Bob]]\n  - 2026-11-01 email in [[Ada]]: x", ["01 email Ada", "10 call Bob"]),
        ("- Log\n  - call [[Bob]]", ["10 call Bob"]),
        ("### 2026-11-02 Call with [[Bob]]\n- lunch with [[Ada]] is planned\n- called [[Cy]]", ["02 call Bob Ada"]),
        ("### Call with [[Bob]]\n- lunch with [[Ada]]\n- spoke of [[Cy]]", ["10 call Bob", "10 meeting Ada"]),
        ("### 2026-11-02 Standup\n- call [[Bob]]\n## Rest\n- call [[Ada]]", ["02 call Bob", "10 call Ada"]),
    ],
)
def test_what_has_no_date_belongs_to_the_entry_that_it_stands_below(text: str, found: list[str]) -> None:
    assert [" ".join([f"{entry.date:%d}", entry.kind, *entry.links]) for entry in entries(text)] == found


@pytest.mark.parametrize(
    ("section", "there"),
    [
        ("[[Ada]] joined", ("Ada",)), ("[[Ada]] and [[Cy]] were there.", ("Ada", "Cy")), ("- [[Ada]] came too", ("Ada",)), ("- [[Ada]]\n- [[Cy]]", ("Ada", "Cy")),
        ("[[Ada]], [Cy](Cy.md)\n\nThe plans.", ("Ada", "Cy.md")), ("Attendees: [[Ada]]", ("Ada",)), ("**Present:**\n1. [[Ada]]", ("Ada",)), ("lunch with [[Ada]]", ("Ada",)),
        ("[[Ada]]'s plans", ()), ("[[Ada]] joined Acme", ()), ("Of people.\n\n- [[Ada]]", ()), ("To be asked:\n- [[Ada]]", ()), ("`[[Ada]]` joined", ()), ("> [!confidential]\n> [[Ada]] joined", ()),
    ],
)
def test_in_a_section_those_count_who_were_there(section: str, there: tuple[str, ...]) -> None:
    (found,) = entries(f"### 2026-11-02 Call with [[Bob]]\n{section}")
    assert found.links == ("Bob", *there)
    assert set(found.with_links) <= set(found.links)


def test_without_a_day_only_dated_lines_count() -> None:
    assert not entries("- coffee with [[Ada]]", day=None)
    assert len(entries("- 2026-11-02 coffee with [[Ada]]", day=None)) == 1


def test_a_doubtful_date_is_a_problem_only_where_somebody_is_linked() -> None:
    texts = ("- 03/04/2026 call with [[Ada]]", "- 03/04/2026 call the plumber", "## 03/04/2026\n- [[Ada]]", "## 03/04/2026 call [[Ada]]")
    assert [len(read_body(text, is_contact=False, day=DAY).problems) for text in texts] == [1, 0, 0, 1]


def read_meeting(text: str, *, event: bool = False, confidential: bool = False) -> tuple[Entry, ...]:
    reader = BodyReader("m.md", text, scan_body(text, 6), WORDS, None, confidential=confidential)
    return reader.read(is_contact=False, day=DAY, attendees=(("Ada", "Bob"), 3), event=event).entries


def test_attendees_make_a_meeting_or_an_event_with_all_of_them() -> None:
    for event, kind in ((False, "meeting"), (True, "event")):
        (found,) = read_meeting("hm", event=event)
        assert (found.kind, found.direction, found.date, found.line, found.with_links, found.links) == (
            kind, "both", DAY, 3, ("Ada", "Bob"), ("Ada", "Bob"))
        assert shown(found.text) == ""


def test_a_confidential_meeting_shows_no_text() -> None:
    (found,) = read_meeting("hm", confidential=True)
    assert shown(found.text) is None


def test_a_task_elsewhere_belongs_to_the_entry_it_stands_under_else_to_those_present() -> None:
    facts = read_body("- call with [[Ada]]\n  - [ ] a\n    - [ ] b\n- [ ] c\n\n## Lunch with [[Bob]]\n- [ ] d\n- [ ] e [[Cleo]]\n## Rest\n- [ ] f",
                      is_contact=False, day=DAY)
    assert [(shown(task.text), links) for task, links in zip(facts.tasks, facts.task_entry, strict=True)] == [
        ("a", ("Ada",)), ("b", ("Ada",)), ("c", ()), ("d", ("Bob",)), ("e [[Cleo]]", ("Bob",)), ("f", ())]
    text = "- [ ] g"
    reader = BodyReader("m.md", text, scan_body(text), WORDS, None, confidential=False)
    assert reader.read(is_contact=False, day=DAY, attendees=(("Ada",), 3)).task_entry == (("Ada",),)


@pytest.mark.parametrize(("text", "matters"), [("hm", False), ("[[Ada]]", True), ("[Ada](Ada.md)", True), ("- [ ] call Ada", False)])
def test_a_note_without_links_says_nothing_about_anybody(text: str, matters: bool) -> None:
    assert may_matter(text) is matters
