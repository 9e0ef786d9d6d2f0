"""A note's bytes in, its facts and problems out: what kind it is, what may be shown, and what is wrong with it."""

from datetime import date

import pytest

from kithbook.model.note import LinkUse, Note
from kithbook.model.settings import Settings
from kithbook.model.summary import summarise
from kithbook.model.withheld import Withheld
from kithbook.text.decode import MAX_NOTE_BYTES
from kithbook.text.note import NoteReader

CONTACT = "people/Ada.md"


def read(text: str | bytes, path: str = CONTACT, **settings: object) -> Note:
    data = text if isinstance(text, bytes) else text.encode()
    return NoteReader(Settings(**settings)).read(path, data)  # type: ignore[arg-type]


def places(note: Note) -> list[tuple[int, int, str, str]]:
    return [(p.line, p.column, p.severity, p.rule) for p in note.problems]


# What kind of note it is

@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("people/Ada.md", "", "contact"),
        ("people/far/away/Ada.md", "", "contact"),
        ("me.md", "needs: x", "me"),
        ("notes/me.md", "", "other"),
        ("Ada.md", "", "other"),
        ("Ada.md", "---\ntype: Person\n---\n", "contact"),
        ("Ada.md", "---\ntype: [x, contact]\n---\n", "contact"),
        ("Ada.md", "---\ntype: personal\n---\n", "other"),
        ("Ada.md", "---\ntags: [a, Contact/close]\n---\n", "contact"),
        ("Ada.md", '---\ntags: "#person a"\n---\n', "contact"),
        ("Ada.md", "text #Person\n", "contact"),
        ("Ada.md", "text #person/close\n", "contact"),
        ("Ada.md", "text #personal\n", "other"),
        ("Ada.md", "`#person`\n```\n#person\n```\n%% #person %%\n", "other"),
        ("people/Ada.md", "---\nname: {{title}}\n---\n", "skipped"),
        ("people/Ada.md", "---\nname: <% tp.file.title %>\n---\n", "skipped"),
        ("people/Ada.md", "---\ngenerated: nb\n---\n", "skipped"),
        ("people/Ada.md", "---\ngenerated: by hand\n---\n", "contact"),
        ("people/Ada.md", "---\na: b: c\n---\n", "unreadable"),
        ("people/Ada.md", "---\nname: Ada\n", "unreadable"),
        ("people/Ada.md", "---\n\nA rule, and no front matter\n", "contact"),
    ],
)
def test_kind(path: str, text: str, kind: str) -> None:
    assert read(text, path).kind == kind


def test_settings_say_what_a_contact_is() -> None:
    settings: dict[str, object] = {"contacts_folders": ("folk/",), "contact_types": ("mensch",), "contact_tags": ("#freund",)}
    assert read("", "folk/Ada.md", **settings).kind == "contact"
    assert read("", "people/Ada.md", **settings).kind == "other"
    assert read("---\ntype: Mensch\n---\n", "Ada.md", **settings).kind == "contact"
    assert read("ein #Freund", "Ada.md", **settings).kind == "contact"


@pytest.mark.parametrize(
    ("path", "text", "day"),
    [
        ("daily/2026-11-10.md", "", date(2026, 11, 10)),
        ("x/2026-11-10 Lantern Supper.md", "", date(2026, 11, 10)),
        ("2026-11-101.md", "", None),
        ("2026-02-30.md", "---\ndate: 2026-03-02\n---\n", date(2026, 3, 2)),
        ("Supper.md", "---\ndate: 10 Nov 2026\n---\n", date(2026, 11, 10)),
        ("Supper.md", "---\ndate: soon\n---\n", None),
        ("10.11.2026.md", "", date(2026, 11, 10)),
        ("people/2026-11-10 Ada.md", "", None),
    ],
)
def test_day(path: str, text: str, day: date | None) -> None:
    assert read(text, path, daily_format="DD.MM.YYYY").date == day


def test_attendees_make_a_meeting_or_an_event() -> None:
    note = read('---\ndate: 2026-11-10\nattendees: ["[[Ada]]", Bob]\npeople: ["[[Ada]]"]\n---\n- [ ] Soup\n', "Supper.md")
    (entry,) = note.entries
    assert (entry.kind, entry.line, entry.links) == ("meeting", 3, ("Ada", "Bob"))
    assert note.task_entry == (("Ada", "Bob"),)
    assert read("---\ntype: event\ndate: 2026-11-10\npeople: Ada\n---\n", "Supper.md").entries[0].kind == "event"
    assert read("---\npeople: Ada\n---\n", "Supper.md").entries == ()


# What is wrong with it

@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"---\nname: Ada\n---\nr\xe9sum\xe9\n", (4, 2, "error", "encoding")),
        (b"\xef\xbb\xbfab\xff", (1, 3, "error", "encoding")),
        (b"a\r\nb\0\r\n", (2, 2, "error", "nul")),
        (b"a\n" * (MAX_NOTE_BYTES // 2 + 1), (1, 1, "error", "too-large")),
        (b"---\nname: Ada\n", (1, 1, "error", "front-matter")),
        (b"---\r\na: b\r\nc: d: e\r\n---\r\n", (3, 5, "error", "front-matter")),
        (b"---\nb: c\n<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n---\n", (3, 1, "error", "conflict-markers")),
    ],
    ids=lambda value: value[3] if isinstance(value, tuple) else "",
)
def test_an_unreadable_note_is_one_problem(data: bytes, place: tuple[int, int, str, str]) -> None:
    note = read(data)
    assert note.kind == "unreadable"
    assert places(note) == [place]
    assert note.problems[0].fix
    assert (note.profile, note.entries, note.tasks, note.links, note.prose, note.confidential) == (None, (), (), (), "", False)


@pytest.mark.parametrize("front", [
    "confidential: true", "confidential:", "Confidential : yes", '"confidential": maybe', "  confidential: true", "confidental: x",
    "a: b\nconfidential: true",
])
@pytest.mark.parametrize("spoil", [
    lambda front: f"---\n{front}\nx: [\n---\n".encode(),
    lambda front: f"---\n{front}\n".encode(),
    lambda front: f"---\n{front}\n---\n".encode() + b"\xff",
    lambda front: b"\xff---\n" + f"{front}\n---\n".encode(),
    lambda front: f"---\r\n{front}\r\n---\r\n\0".encode(),
    lambda front: f"---\r{front}\r---\r\0".encode(),
    lambda front: f"---\n{front}\n---\n".encode("utf-16"),
    lambda front: f"---\n{front}\n---\n".encode("utf-16-le"),
    lambda front: f"---\n{front}\n---\n".encode() + b"x" * MAX_NOTE_BYTES,
], ids=["yaml", "unclosed", "encoding", "first-byte", "nul", "nul-cr", "utf-16", "utf-16-without-bom", "too-large"])
def test_an_unreadable_note_may_still_be_confidential(front: str, spoil) -> None:  # type: ignore[no-untyped-def]
    note = read(spoil(front))
    assert note.kind == "unreadable"
    assert note.confidential
    assert summarise(note).confidential


@pytest.mark.parametrize("data", ["a".encode("utf-16"), "---\nrole: x\n---\n".encode("utf-16"), b"\xff\xfeconfidential", b"\xfe\xff\xd8\x00\xd8"])
def test_a_note_in_utf_16_is_taken_to_be_confidential(data: bytes) -> None:
    note = read(data)
    assert (note.kind, note.confidential, places(note)) == ("unreadable", True, [(1, 1, "error", "encoding")])
    assert note.profile is not None
    assert note.profile.name == "Ada"


@pytest.mark.parametrize("text", ["---\nconfidential: false\nx: [\n---\n", "---\nx: [\n---\nconfidential: true\n", "\0\nconfidential: true\n"])
def test_what_is_not_marked_is_not_confidential(text: str) -> None:
    assert not read(text).confidential


@pytest.mark.parametrize(
    ("front", "problems"),
    [
        ("confidential: true", []),
        ('confidential: "true"', [(2, 15, "warning", "confidential-mark")]),
        ("confidential:", [(2, 14, "warning", "confidential-mark")]),
        ("confidential: maybe", [(2, 15, "warning", "confidential-mark")]),
        ("confidental: true", [(2, 1, "warning", "confidential-mark")]),
        ("Confidential: true", [(2, 1, "warning", "confidential-mark")]),
        ("tags: [a, confidential]", []),
        ('tags: "a #confidential"', []),
        ("tags: a #confidential", [(2, 9, "warning", "confidential-mark")]),
        ("a: b\n# Confidental: my eyes only", [(3, 1, "warning", "confidential-mark")]),
        ('needs: ["peace #confidential"]', [(2, 16, "warning", "confidential-mark")]),
        ("tags: [health/confidential]", []),
    ],
)
def test_front_matter_may_keep_the_whole_note_to_itself(front: str, problems: list[tuple[int, int, str, str]]) -> None:
    note = read(f"---\n{front}\norg: '[[Net Loft]]'\n---\nOpen to [[Bob]]\n\n- 2026-11-01 call: with [[Bob]]\n- [ ] Promise\n")
    assert note.confidential
    assert [place for place in places(note) if place[3] == "confidential-mark"] == problems
    assert all(isinstance(found.text, Withheld) for found in (*note.entries, *note.tasks))
    assert note.links == ()


@pytest.mark.parametrize("front", ["#\nconfidential: false", "confidential: false", "confidential: False", "confidence: x", "tags: [confide]"])
def test_what_says_otherwise_does_not(front: str) -> None:
    note = read(f"---\n{front}\n---\n")
    assert not note.confidential
    assert places(note) == []


def test_a_merge_that_git_left_is_a_problem() -> None:
    note = read("---\nname: Ada\n---\n- 2026-11-01 call: x\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n")
    assert places(note) == [(5, 1, "error", "conflict-markers")]
    assert len(note.entries) == 1


def test_places_count_without_a_bom_and_with_any_line_end() -> None:
    text = "---\nmet: 2026-02-30\n---\né 📅\n- [ ] Send it 📅 2026-02-30\n"
    expected = places(read(text))
    assert expected == [(2, 6, "error", "impossible-date"), (5, 17, "error", "impossible-date")]
    for end in ("\r\n", "\r"):
        assert places(read(b"\xef\xbb\xbf" + text.replace("\n", end).encode())) == expected


# What of it may be shown

NOTE = """---
org: "[[Net Loft|the Loft]]"
knows: ["[[Bob]]", "[Cleo](people/Cleo.md)"]
met_via: [[Oddný]]
role: |
  of the [[Harbour]]
pluses: ["[[Secret 1]]"]
url: https://example.org # see [[Comment 1]]
# [[Comment 2]]
---
Came with [[Bob#Log|him]], by [boat](<the boat.md>) and ![[Picture.png]]
and on a further line with [[Dan]].

`[[Code 1]]` ``[[Code 2]]`` %% [[Comment 3]] %% [[Éva]] <!-- [[Comment 4]]
[[Comment 5]] -->

```
[[Code 3]]
```

    [[Code 4]]

- 2026-11-01 call: 📅 [[Fay]] and [site](https://example.org) [[Fay]]
- 2026-11-02 reflection: [[Secret 2]]
- 2026-11-03 call: [[Secret 3]] #confidential
  - [[Secret 4]]

> [!confidential]
> [[Secret 5]]

## [[Gus]]

| a | [[Hal\\|b]] |
"""


def test_links_are_found_where_they_stand() -> None:
    assert read(NOTE).links == (
        LinkUse("Net Loft", 2, 7), LinkUse("Bob", 3, 10), LinkUse("people/Cleo.md", 3, 21), LinkUse("Oddný", 4, 10),
        LinkUse("Harbour", 6, 10),
        LinkUse("Bob", 11, 11), LinkUse("the boat.md", 11, 31), LinkUse("Dan", 12, 28), LinkUse("Éva", 14, 49),
        LinkUse("Fay", 23, 22), LinkUse("Fay", 23, 62), LinkUse("Gus", 31, 4), LinkUse("Hal", 33, 7),
    )
    for link in read(NOTE).links:
        assert NOTE.split("\n")[link.line - 1][link.column - 1] == "["


def test_links_of_other_notes_are_found_too() -> None:
    assert read("to [[Ada]]\n", "notes/x.md").links == (LinkUse("Ada", 1, 4),)
    assert read("---\nup: '[[Ada]]'\n---\nnobody\n", "notes/x.md").links == (LinkUse("Ada", 2, 6),)
    assert read("to [[Ada]]\n", "me.md").links == (LinkUse("Ada", 1, 4),)


def test_prose_is_what_may_be_shown_line_for_line() -> None:
    reader = NoteReader(Settings(), prose=True)
    prose = reader.read(CONTACT, NOTE.encode()).prose
    assert len(prose.split("\n")) == len(NOTE.split("\n"))
    assert "Secret" not in prose
    assert "Comment 3" not in prose
    assert "Came with [[Bob#Log|him]]" in prose
    assert reader.read(CONTACT, b"---\nconfidential: true\n---\ntext\n").prose == ""
    assert read(NOTE).prose == ""
    assert reader.read("notes/x.md", b"a\n- x #confidential\nb\n").prose == "a\n\n\n"


@pytest.mark.parametrize("text", ["nobody #confidental\n", "%% nobody\n", "- [ ] nothing 📅 2026-02-30\n"])
def test_asking_for_prose_changes_no_problem(text: str) -> None:
    note = NoteReader(Settings(), prose=True).read("notes/x.md", text.encode())
    assert note._replace(prose="") == read(text, "notes/x.md")


# In brief

def test_a_summary_holds_no_withheld_text() -> None:
    text = ("---\npluses: [SECRET, SECRET too]\nminuses: SECRET\n---\n- 2026-11-03 call: SECRET #confidential\n"
            "- 2026-11-02 reflection: SECRET with [[Bob]]\n- 2026-11-01 email in: open\n- [ ] SECRET #confidential\n- [ ] Open\n")
    summary = NoteReader(Settings()).summarise(CONTACT, text.encode())
    assert [entry.text for entry in summary.entries] == ["open", Withheld(""), Withheld("")]
    assert [entry.text.reason for entry in summary.entries if isinstance(entry.text, Withheld)] == ["private", "confidential"]
    assert [task.text for task in summary.tasks] == [Withheld(""), "Open"]
    assert summary.profile is not None
    assert summary.profile.pluses == (Withheld(""), Withheld(""))
    assert [remark.reason for remark in summary.profile.minuses] == ["private"]


def test_a_summary_holds_what_can_still_matter() -> None:
    text = "".join(f"- 2026-{month:02}-01 call: {month}\n" for month in range(1, 12)) + "- 2026-02-02 intro: to Bob\n- 2026-03-03 walk: with [[Bob]]\n"
    note = read(text)
    brief, whole = summarise(note), summarise(note, live_only=False)
    assert [entry.date.month for entry in brief.entries] == [2, 3, 10, 11]
    assert whole.entries == note.entries
    assert brief.newest == whole.newest == date(2026, 11, 1)
    assert read("- [x] done\n- [ ] open\n- [-] cancelled\n").tasks[1:2] == summarise(read("- [x] done\n- [ ] open\n")).tasks
