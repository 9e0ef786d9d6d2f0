"""The quick reader gives what the full one gives, or nothing; and for usual notes it does give it."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from kithbook.model.dates import Cadence, Gap
from kithbook.model.settings import Settings
from kithbook.model.summary import Summary, summarise
from kithbook.model.withheld import Withheld
from kithbook.text.decode import plain_bytes
from kithbook.text.note import NoteReader

EVERY_TIME_THE_SAME = settings(max_examples=400, derandomize=True, deadline=None)

READER = NoteReader(Settings())
# A vault with settings of its own, some of them odd.
OTHER_READER = NoteReader(Settings(
    contacts_folders=("folk/near",), contact_types=("mensch", "5"), contact_tags=("freund",), date_order="dmy",
    daily_format="DD.MM.YYYY", kinds={"anruf": "call", "with": "meeting", "1-1": "meeting", "rating": "note"},
    circles={"Inner": Cadence(Gap(7), Gap(7)), "inner": Cadence(Gap(9), Gap(9))}))
READERS = st.sampled_from([READER, READER, READER, OTHER_READER])
PATHS = st.sampled_from([
    "people/Ada Lovelace.md", "people/Ada Lovelace.md", "people/Ada Lovelace.md", "people/2026-11-10 Ada.md", "folk/near/Ada.md",
    "daily/2026-11-10.md", "10.11.2026.md", "notes/Harbour.md", "me.md",
])


def plain(value: Any) -> Any:
    """A value such that only what is equal in every respect is equal (`Withheld` does not compare its reason)."""
    if isinstance(value, Withheld):
        return "withheld", value.reveal(), value.reason
    if isinstance(value, tuple):
        return type(value).__name__, *map(plain, value)
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return type(value).__name__, value


def quick(reader: NoteReader, path: str, data: bytes) -> Summary | None:
    """What the quick reader alone makes of a note."""
    brief = reader.quick.read(path, plain_bytes(data))
    return None if brief is None else brief[0]


def assert_same(reader: NoteReader, path: str, data: bytes) -> None:
    note = reader.read(path, data)
    for brief, full in ((reader.summarise(path, data), summarise(note)), (reader.whole_log(path, data), summarise(note, live_only=False))):
        for name, ours, theirs in zip(Summary._fields, brief, full, strict=True):
            assert plain(ours) == plain(theirs), (name, ours, theirs)


# Usual notes

HEADS = ["call", "email in", "email out", "meeting", "coffee", "gave", "gave in", "intro", "referral in", "thanks", "problem",
         "fixed", "outcome", "note", "message in", "reflection", "rating"]
TEXTS = ["caught up about the new job", "“hm”, she said – twice", "lunch with [[Ada]]", "with [[Ada]]: soup", "saw [[Bob Stone]] there",
         "with [[Ada]] and [[Bob]]", "a book #gave", "the plans #received #reply-owed", "#thanked at once", "all well #fixed", "4", "é", "about her trip with [[Ada]]", "put in touch with [[Bob]]", "with Jim and [[Ada]]", "soup, with my friend [[Bob]]", "fed up with [[Ada]]",
         "the plans [by:: Ana]", "by Bob Stone, at [[Ada]]", "Zoë Ek introduced us", "(By::[[Bo Lind]]) soup with [[Ada]] #gave", "[by:: Ana Reyes]", "a [by::] b [by:: #x]", "received", "received from Ada", "email received from [[Ada]]", "from Ada: the plans", "from [[Ada]]'s sister", "from Monday on",
         "introduced by [[Bob]]", "was introduced to Jan by Bob", "through [[Bob]]", "she called", "Ada wrote", "[[Ada]] kindly sent a book", "Zoë introduced us",
         "Bo introduced to Jan", "she asked me for it", "called by Ada", "they wrote #gave", "I wrote", "Then called", "Slides sent", "Ada sent me a book", "introduced to [[Jan]] by [[Bob]]",
         "introduced him to [[Ada]] by Email", "from Berlin", "received no answer"]
DAYS = ["2026-11-10", "2026-11-02", "2026-11-02", "2024-02-29", "2025-12-31", "2019-07-01"]
ENTRIES = st.builds("- {} {}: {}".format, st.sampled_from(DAYS), st.sampled_from(HEADS), st.sampled_from(TEXTS))
FREE_ENTRIES = st.sampled_from([
    "- 2026-11-03 coffee w/ Anselm", "- 2026-11-03 Bob introduced me to Jan", "- 2026-11-03 was introduced by Bob", "- 2026-11-03 dinner with [[Ada]], [[Bob]]: *soup*", "- 2026-11-03 rang back", "- 2026-11-03 10:30 call: early",
    "- [[2026-11-03]] emailed re the plans #gave", "- 3 Nov 2026: lunch", "- Nov 3, 2026 call", "- **2026-11-03** — call", "- 2026/11/03 voicemail in",
    "- 2026-11-03 fika: a bun", "- 2026-11-03 call:  two spaces", "- 2026-11-03 call in with [[Ada]]: hm", "- 2026-11-03 reflection, once more",
    "- 2026-11-03 email in about the invoice: paid?", "- 2026-11-03 phone call in: hm", "- 2026-11-03 email (in): x", "- 2026-11-03 _email in_: x",
    "- 2026-11-03 email in with [[Bob]] and Jim: x", "- 2026-11-03 lunch in [[Berlin]]", "- 2026-11-03 **email in** with [[Ada]]: x", "- 2026-11-03 📧 email in: x",
    "- 2026-11-03call: x", "- 20261103 call: x", "- 2026-11-03 10:30call in: x", "- 2026-11-03 09:30Uhr call", "- 2026-11-03… call: x",
    "- 2026-11-03 #gave call: y", "- 2026-11-03 was called by Ada", "- 2026-11-03 reply to email from Ada", "- 2026-11-03 call, ~~lunch~~",
    "- 2026-11-03 lunch with [[Ada]], [[Bob]] about x", "- 2026-11-03 put in touch with [[Ada]]", "- 2026-11-03 dinner with her and [[Ada]]", "- 2026-11-03 email <ada@x.org>: sent", "- 2026-11-03 email < the plans",
    "- 2026-11-03 coffee w/ [[Ada]] [by:: Ana]", "- 2026-11-03 call (by:: Ana)", "- 2026-11-03 rang [ by :: Ana ] back",
])
USUAL_LINES = st.one_of(ENTRIES, ENTRIES, ENTRIES, FREE_ENTRIES, st.sampled_from([
    "", "", "", "# Ada Lovelace", "## Log", "### Notes on Zoë", "Came with the tide.", "“Quoted”, and more", "Mayor of a market town",
    "*Emphasis* and so on", "[[Bob]] knows her", "- chess", "- [[Bob]] again", "- **Family**: two", "- [ ] Send the drawing 📅 2026-11-25",
    "- [ ] Return [[Bob]]'s book 📅 2026-12-01", "- [ ] Think", "- [ ] Tell her #theirs ➕ 2026-11-01", "- [x] Done ✅ 2026-11-01",
    "- [/] Half done", "- [-] No ❌ 2026-01-01", "Text #friend", "#friend", "https://example.org/?a=1&b=2",
]))
USUAL_PROPERTIES = [
    "name: Ada Lovelace", 'name: "Ada, Countess"', "aliases: [Ada, A. L.]", "aliases:\n  - Ada\n  - A. L.", "org: Analytical Engines",
    'org: "[[Net Loft]]"', "role: chair; first of all – and last", "location: Kraków", "email: ada@example.org", "email: [a@b.c, d@e.f]",
    'phone: "+46 70 1"', "url: https://example.org/?a=1", "tags: [contact, friend/close]", "tags:\n- contact\n- work", "every: 2w",
    "every: 4w/6w", "every: never", "circle: inner", "stage: trusted", "paused: 2026-12-01", "met: 2021-05-03",
    'met_at: "[[2026-11-17 Lantern Supper]]"', 'met_via: "[[Oddný]]"', "birthday: 1988-02-29", "birthday: 02-29", "birthday: --11-25",
    "interests: [chess, sourdough]", "needs: []", "offers:", "goals:\n  - finish", 'knows: ["[[Bob]]", "[[Cleo|C]]"]',
    "pluses: [kind]", "cssclasses: wide", "created: 2026-01-01 10:30",
]


@st.composite
def usual_notes(draw: st.DrawFn) -> str:
    by_key = {line.partition(":")[0]: line for line in draw(st.lists(st.sampled_from(USUAL_PROPERTIES), max_size=8))}
    body: list[str] = []
    for line in draw(st.lists(USUAL_LINES, max_size=14)):
        if body and body[-1].startswith("- ") and line and not line.startswith(("- ", "# ", "## ", "### ")):
            body.append("")  # a line of text behind an item would belong to it
        body.append(line)
    return "---\n" + "".join(line + "\n" for line in by_key.values()) + "x: y\n---\n" + "\n".join(body)


@EVERY_TIME_THE_SAME
@given(usual_notes())
def test_usual_contacts_take_the_quick_way(note: str) -> None:
    path = "people/Ada Lovelace.md"
    assert quick(READER, path, note.encode()) is not None
    assert_same(READER, path, note.encode())


# Notes of all sorts

ODD_LINES = st.sampled_from([
    "confidential:: true", "- (Confidental:: yes)", "a\u00a0confidential:: x", "**confidential**:: true", "confidential: true", "`confidential:: x`",
    "confidential:: false",
    "confidential:: true", "- x [confidental:: y]", "confidential: true", "  confidential = yes", "> Confidential: on", "meetings: two", "std::vector::x",
    "confidential: false", "- 2026-11-10 call: x (confidential::true)", "\u200bconfidential: 1",
    "- 2026-11-10 coffee w/ Anselm", "- 2026-11-10 call:no space", "- 2026-11-10 call: ", "- 2026-11-10 call:  two", "- 2026-11-10 Call: x",
    "- 2026-11-10 call in with [[Ada]]: x", "- 2026-11-10 email in out: x", "- 2026-11-10 1-1: x", "- 2026-11-10 anruf: x", "- 2026-11-10 10:30 call: x",
    "- 2026-11-10: call", "- 2026-11-10 — call", "- 2026-11-10 call: \t", "- 2026-11-10 call: x\u2003", "- 2026-11-10 call: \u2003", "- 2026-11-10 call: \x0b",
    "- 2026-02-30 call: x", "- 0000-01-01 call: x", "- 2026-11-10 with: [[Ada]]", "- 2026-11-10 call: with [[Ada|her]], [[Bob]]", "- 2026-11-10 call: with [[ Ada ]]",
    "- 2026-11-10 call: with [[Ada\\]]", "- 2026-11-10 call: `with [[Ada]]`", "- 2026-11-10 call: with [[Ada]] `x`", "- 2026-11-10 call: with [Ada](Ada.md) #x", "- 2026-11-10 call: with [Ada](https://a.b)",
    "- 2026-11-10 call: With [[Ada]]", "- 2026-11-10 call: éwith [[Ada]]", "- 2026-11-10 call: ![[Ada]]", "- 2026-11-10 call: [[]] [[a]", "- 2026-11-10 call: with [[a#b]]", "- 2026-11-10 call: x ^id",
    "- 2026/11/10 call", "- 10 Nov 2026: call", "- Nov 10 call", "- May 3 apples", "- May be", "- Sun 3 May: x", "- Mon Mar 3, 2026 call", "- Marco Maria", "- frı 3 may 2026: x", "- ſun 2026-01-01 call",
    "- 03/04/2026 call", "- [[2026-11-10]] call", "- [[daily/2026-11-10]] call", "- [[Ada/Bob]] call", "- **2026-11-10** call", "- “2026-11-10” call", "- ☎️ 2026-11-10 call", "- 日本 2026-11-10", "- (2026-11-10) x",
    "- [ ] Send it 📅 2026-02-30", "- [ ] Send it 📅", "- [ ] Send it 📅 2026-11-25 ", "- [ ]  two  spaces 📅 2026-11-25", "- [ ] [[Ada]] 📅 2026-11-25", "- [ ] `[[Ada]]` 📅 2026-11-25", "- [ ] due:2026-11-25", "- [ ] > quote", "- [ ] # head",
    "- [ ]", "- [ ] ", "- [ ] \u2003", "- [[] x", "- []] x", "- [é] x", "- [!] x", "- [a](b.md)", "- [ab](b.md)", "- [ ] 📅 2026-11-25 📅 2026-11-26", "- [ ] x 🆔 abc ⛔ def", "- [ ] a due:: b",
    "- > q", "- # head", "- - nested", "- * nested", "- 1. nested", "- 12.34-5 x", "- | a |", "- ```", "- `code`", "- ~~x~~", "- ***", "- ___", "- ", "-", "-x", "* item", "+ item", "1. one", "1) one", "  - nested", "  more", "\tx", "    x",
    "2026-11-10 call", "Nov 10, 2026 call", "| 2026-11-10 | call | in | x |", "a | b", "--- | ---", ":--|:--", "> quote", "> [!confidential]", "> [!note]", "[!confidential", "```", "~~~", "%% c %%", "%%", "<!-- c -->", "<!--", "-->", "===", "---", "***", "- - -",
    "# 2026-11-10", "## 2026-11-11", "# 2026-02-30", "# 2026-11-10 Lunch", "## May 3", "# [[2026-11-10]]", "# ", "#", "####### x", "## [[Ada]] x", "# Title", "# Title #", "#tag", "#contact", "#Person/x", "#freund", "text #freund", "`#contact`",
    "#confidential", "- x #confidential", "## Confidential", "## Confidentiality", "x #confidental", "x #health/confidential", "x #Conf\u0131dential", "#\u200bconfidential", "x ＃confidential", "［!confidential］", "#c\u00adonfidential", "# Konfidentiell", "#\n confidential",
    "<<<<<<< HEAD", "=======", ">>>>>>> x", "x <<<<<<< HEAD", "[x]: y", "![[a.png]]", "\\- x", "\u00a0", "\u2003", "\u00a02026-11-10 call", "\u20282026-11-10 call", "\x1c2026-11-10 call", "\x0b", "\x85", "x  ", "x\t", "   ", "\ufeff- 2026-11-10 call: x",
    "- call [[Ada]]: x", "- call with [[Ada]]", "- thinking about [[Ada]]", "call [[Ada]]", "lunch with [[Ada]]", "- reflection [[Ada]]: x", "- 2026-11-10 reflection: saw [[Ada]]", "- 2026-11-10 call: Fed up with [[Ada]]", "- 2026-11-10 call: *angry* with [[Ada]]", "- note [[Ada]]: x", "- coffee [Ada](Ada.md)", "- [Ada](x:y) call", "- [ ] Call [[Ada]]",
    "## Reflection", "## Reflection on [[Ada]]", "## Reflections", "## My reflections", "## 2026-11-10 Weekly reflection", "# **Ratings**", "Reflections\n---", "## A call of reflections", "# Rating:", "- 2026-11-10 reflection: x\n  - [ ] y", "- 2026-11-10 rating: 2\n  - 2026-11-09 call: y",
    "- 10:00 email in with [[Ada]]: x", "- **10:00** [[Ada]] emailed me", "- at 9:30 called [[Ada]]", "at 9:30 lunch with [[Ada]]", "- 📧 email in with [[Ada]]: x", "**Email in** with [[Ada]]: x", "- ⏰ 10am call [[Ada]]",
    "## 10:00 call with [[Ada]]", "- 10:00–11:00 lunch with [[Ada]]", "- at 25:00 call [[Ada]]", "- spoke to [[Ada]] on the phone", "made right with [[Ada]]", "- read [[Ada]]'s letter", "- x ~~lunch with [[Ada]]~~", "- email [[Ada]] ~~lunch~~", "- 2026-11-10? call: x", "- 32/01/2026 call: x", "- 1/2 price lunch", "- 1/2 lunch", "- 20261399 call", "- 20261110", "- at 9:30call [[Ada]]",
    "  - lunch with [[Ada]]", "  - 2026-11-09 lunch with [[Ada]]", "### 2026-11-01 Call with [[Bob]]", "### 2026-11-01 Standup", "- [[Ada]]", "[[Ada]] joined", "## Call with [[Bob]]",
])
ODD_PROPERTIES = st.sampled_from([
    "name: []", "name:", "name: ~", "name: null", "name: true", "name: 42", "name: 'A'", 'name: ""', 'name: " "', 'name: "a\\nb"', "name: A # c", "name: A: B", "name: A:B", "name: A:", "name:  A  ", "name: A\u00a0", "name: [a]", "name: {{x}}", "name: '{{x}}'", "name: <% x %>",
    "name: |\n  x", "org: [[Net Loft]]", "org: A [b]", "org: []", "role: 🎉", "role: x\u2028y", "role: x\x85y", "aliases: [A,B]", "aliases: [ A, B ]", "aliases: [A , B]", "aliases: [A,  B]", 'aliases: [A, "B, C"]', 'aliases: ["A", B]', "aliases: [null, A]", "aliases: [nullify]", "aliases: [true]",
    'aliases: [""]', "aliases: [A, ]", "aliases: A", "aliases:\n  - A\n   - B", "aliases:\n  -  A", "aliases:\n  - null", 'aliases:\n  - ""', "aliases:\n  - x: y", "aliases: \n  - A", "aliases:\n\n  - A", "aliases:\n  - [A]", "aliases:\n  - 'A'", "aliases: [A: B]", "aliases: [A #b]",
    "tags: [Person/x]", "tags: friend, contact", 'tags: "#contact"', "tags: [a, a]", "tags: [confidential]", "tags: [a confidental]", "tags: [x/confidential]", "tags: confidential", "tags:", "tags: [5]", "type: person", "type: Contact", "type: [person]", "type: 5", 'type: "5"', "type: mensch", "type: event",
    "every: sometimes", "every: []", 'every: "2w"', "circle: Inner", "circle: INNER", "circle: no", "stage: Trusted", "stage: no", "paused: true", "paused: soon", "met: 2026-02-30", "met: 1 Jan 2026", "met: [2026-01-01]", "met:", "birthday: --02-29", "birthday: 13-01", "birthday:", "birthday: [02-29]",
    "knows:\n  - \"[[B]]\"", "knows: [[B]]", "pluses: x", "minuses:\n  - x", "dates:\n  wedding: 06-14", "dates:", "dates: x", "generated: nb", "generated:", "confidential: true", "confidential: false", "confidential:", "confidental: x", "Confidential: no", "confidential_: x", "date: 2026-11-09", 'date: " 2026-11-09"', "date: [x]",
    "attendees: [Ada]", "people:\n  - \"[[Ada]]\"", "über: x", '"k": v', "k : v", " k: v", "# comment", "- item", "k: &a x", "k: *a", "k: !t x", "k: %x", "k: @x", "k: ?", "k: a\tb", "k: {a: b}", "k: [[a]]", "k: >-\n  a\n  b", "...", "---", "", " ", "k", "k:v", f"{'k' * 70}: x", "k: x\x00",
])
SIGNS = st.sampled_from(list(" \t\n#-:[]()*_`~>|%<!\"'{}@&,./\\0123aAzéſı📅\u00a0\u2003\u2028\u200b\ufeff\x0b\x1c\x85\x00\r＃"))


@st.composite
def notes(draw: st.DrawFn) -> str:
    """Usual and odd lines together, then a few signs put in, taken out or exchanged."""
    lines = draw(st.lists(st.one_of(USUAL_LINES, USUAL_LINES, USUAL_LINES, ODD_LINES), max_size=10))
    properties = draw(st.lists(st.one_of(st.sampled_from(USUAL_PROPERTIES), ODD_PROPERTIES), max_size=4))
    note = "\n".join(["---", *properties, "---", *lines] if draw(st.integers(0, 4)) else lines)
    return mutated(draw, note)


def mutated(draw: st.DrawFn, note: str) -> str:
    for _ in range(draw(st.integers(0, 2))):
        place = draw(st.integers(0, len(note)))
        cut = draw(st.integers(0, 1))
        note = note[:place] + (draw(SIGNS) if draw(st.booleans()) else "") + note[place + cut :]
    return note


def as_bytes(draw: st.DrawFn, note: str) -> bytes:
    data = note.replace("\n", draw(st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"]))).encode()
    return draw(st.sampled_from([b"", b"", b"", b"\xef\xbb\xbf"])) + data + draw(st.sampled_from([b"", b"", b"\n", b"\n\n", b"\xff"]))


@st.composite
def files(draw: st.DrawFn, texts: Callable[[st.DrawFn], str]) -> bytes:
    return as_bytes(draw, texts(draw))


@EVERY_TIME_THE_SAME
@given(READERS, PATHS, files(lambda draw: draw(notes())))
def test_quick_is_full(reader: NoteReader, path: str, data: bytes) -> None:
    assert_same(reader, path, data)


@EVERY_TIME_THE_SAME
@given(READERS, PATHS, files(lambda draw: mutated(draw, draw(usual_notes()))))
def test_quick_is_full_for_usual_notes_with_a_slip(reader: NoteReader, path: str, data: bytes) -> None:
    assert_same(reader, path, data)


EXAMPLE_NOTES = {
    str(file.relative_to(ROOT / "example-vault")): file.read_text()
    for file in sorted((ROOT / "example-vault").rglob("*.md"))
}


@EVERY_TIME_THE_SAME
@given(st.sampled_from(sorted(EXAMPLE_NOTES)), st.data())
def test_quick_is_full_for_the_example_vault_with_a_slip(path: str, data: st.DataObject) -> None:
    note = data.draw(files(lambda draw: mutated(draw, EXAMPLE_NOTES[path])))
    assert_same(READER, path, note)


@pytest.mark.parametrize("path", sorted(EXAMPLE_NOTES))
def test_quick_is_full_for_the_example_vault(path: str) -> None:
    assert_same(READER, path, EXAMPLE_NOTES[path].encode())


@pytest.mark.parametrize("line", [
    "- 2026-11-10\n  - coffee w/ Anselm", "- 2026-02-30 call: x", "- 03/04/2026 call: x", "- 2026-11-10 call:\n  more", "- 2026-11-10 call: x\nlazy", "- a\n\n  b", "> quote",
    "| a |", "1. one", "```", "%% c %%", "- [ ] x 📅 2026-02-30", "x #confidential", "# 2026-11-10 Lunch", "May 3 we met", "2026-11-10 call", "* 2026-11-10 call: x",
])
def test_what_is_not_usual_is_left_to_the_full_reader(line: str) -> None:
    assert quick(READER, "people/Ada.md", f"---\nname: Ada\n---\n{line}\n".encode()) is None


@pytest.mark.parametrize("note", [
    "", "Just a note.\n", "---\ntags: [boats]\ncreated: 2026-01-01\n---\n# Boats\n\n1. one\n\t- deep\n```\n<!-- x -->\n",
    "# 2026-11-10\n\n- call [[Ada]]: soup\n- lunch with [[Ada]] and [[Bob]]\n- [ ] Send [[Ada]] the notes 📅 2026-11-12\n- nothing\n",
    "Met nobody.\n\n- 2026-11-02 call: with [[Ada]]\n",
])
def test_usual_notes_of_other_kinds_take_the_quick_way(note: str) -> None:
    assert quick(READER, "daily/2026-11-10.md", note.encode()) is not None
    assert_same(READER, "daily/2026-11-10.md", note.encode())


def test_the_quick_way_is_no_toy_for_generated_notes() -> None:
    """In the example vault people write as they please; still most notes take it."""
    taken = [path for path, note in EXAMPLE_NOTES.items() if quick(READER, path, note.encode()) is not None]
    assert len(taken) > len(EXAMPLE_NOTES) / 2
