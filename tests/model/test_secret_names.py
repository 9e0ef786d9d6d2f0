"""Whom a text names: in which ways it is found, and what is left alone."""

import pytest

from kithbook.model.book import assemble, secret_names
from kithbook.model.secret_names import SecretNames, names_one_of
from kithbook.model.settings import Settings
from kithbook.text.note import NoteReader

NAMES = SecretNames(frozenset(["secretia vexley", "mark ono", "sv@hid.example", "李娜", "zoe kravic"]), frozenset(["bo", "quillfeather", "may", "ann"]),
                    frozenset(["secretia", "vexley", "ono", "o'hare"]), frozenset(["ann lee"]))


@pytest.mark.parametrize("text", [
    "secretia vexley", "SECRETIA  VEXLEY", "S*ecretia* V\u00adexley", "Vexley, Secretia", "#secretia-vexley", "secretiavexley@x.example",
    "S&#101;cretia Vexl&#x65;y", "Secretia%20Vexley", "S<b>ecre</b>tia Vexley", "with Vexley", "Vexley's boat", "Secretia.", "VEXLEY", "Zoë Kravič",
    "O\u2019Hare rang", "quillfeather", "https://quillfeather.example/me", "Quillfeathers party", "#may", "may", "see May", "may@x.example", "ask ann", "vexley", "x@vexley.example", "#ono",
    "Ｖｅｘｌｅｙ", "O'Hare rang", "see bo", "<Vexley>", "[Z](<Secretia Vexley.md>)", "<secretia vexley>", "ask <sv@hid.example>", "<a title='Secretia Vexley'>her</a>", "to sv@hid.example.", "和李娜吃饭"])
def test_a_text_names_somebody(text: str) -> None:
    assert names_one_of(NAMES)(text)


@pytest.mark.parametrize("text", ["mark the map", "Mark the map", "it may rain", "Ann Lee", "Campbell announced", "a vexley", "Vexleying", "Secretial", "Marked", "Onomatopoeia", "about", "remarks", "", 3, None, ["Vexley"], "a &amp; b 50% <b>", "<mark>x</mark>", "<img src='x'>", "a < b > c"])
def test_a_text_names_nobody(text: object) -> None:
    assert not names_one_of(NAMES)(text)


NOTES = SecretNames(notes=frozenset(["plans/Quiet Plan.md", "daily/2026-11-10.md", "People.md"]))


@pytest.mark.parametrize("text", [
    "see [[Quiet Plan]]", "[[quiet plan#Why|it]]", "[[plans/Quiet Plan]]", "[[ Quiet Plan ]]", "[it](../plans/Quiet%20Plan.md)", "[it](<Quiet Plan>)", "![[Quiet Plan]]",
    "plans/Quiet Plan", "open Quiet Plan.md", "[[2026-11-10]]", "[[*2026-11-10*]]", "on [[daily/2026-11-10.md]]", "daily/2026-11-10", "[[People]]", "People.md"])
def test_a_text_points_at_a_note(text: str) -> None:
    assert names_one_of(NOTES)(text)


@pytest.mark.parametrize("text", [
    "a quiet plan", "Quiet Plan", "[[Quiet Plan 2]]", "[[A Quiet Plan]]", "plans/Quiet Planning", "2026-11-10", "people/Bo.md", "People", "[[Bo|People]]", "[[People of Bo]]",
    "unquiet plan.mdx", "and/or"])
def test_a_title_alone_is_nobodys_name(text: str) -> None:
    assert not names_one_of(NOTES)(text)


def test_a_day_and_me_are_nobodys_names() -> None:
    reader = NoteReader(Settings())
    read = [reader.read(path, SECRET.encode()) for path in ("people/2026-11-10.md", "people/me.md", "people/20261110.md", "people/555-1234.md")]
    names = secret_names(assemble(read, Settings()))
    assert (names.single, names.whole) == (set(), {"555-1234"})
    assert names.notes == {"people/2026-11-10.md", "people/me.md", "people/20261110.md"}


def names_in(**notes: str) -> SecretNames:
    """What gives somebody away in a vault with these notes of contacts."""
    reader = NoteReader(Settings())
    read = [reader.read(f"people/{name.replace('_', ' ')}.md", text.encode()) for name, text in notes.items()]
    return secret_names(assemble(read, Settings()))


def lone(**notes: str) -> frozenset[str]:
    """The lone names among it, without their genitives."""
    found = names_in(**notes).lone
    return found - {f"{name}s" for name in found}


SECRET = "---\nconfidential: true\n---\n"


def test_a_lone_name_is_one_that_nobody_else_goes_by() -> None:
    assert lone(Secretia_Vexley=SECRET) == {"secretia", "vexley"}
    assert lone(Secretia_Vexley=SECRET, Ana_Vexley="") == {"secretia"}
    assert lone(Secretia_Vexley=SECRET, Ana="---\naliases: [Secretia]\n---\n") == {"vexley"}
    assert lone(Secretia_Vexley=SECRET, Otto_Vexley=SECRET) == {"secretia", "otto", "vexley"}


def test_titles_and_short_words_stand_for_too_many_and_a_name_of_one_word_is_all_there_is() -> None:
    assert lone(Al_Ng=SECRET) == {"ng"}
    assert lone(Ida_von_Ahn=SECRET) == {"ida", "ahn"}
    assert lone(Prof_Van_Osk_Jr=SECRET) == {"osk"}
    assert lone(Mark_May=SECRET) == set()
    reader = NoteReader(Settings())
    read = [reader.read(path, text.encode()) for path, text in (("people/Mark.md", SECRET), ("people/Mark Reyes.md", ""))]
    names = secret_names(assemble(read, Settings()))
    assert (names.single, names.others) == ({"mark", "marks"}, {"mark reyes"})


@pytest.mark.parametrize(("text", "tells"), [
    ("Zollers offer", True), ("Ida Zollers offer", True), ("a zollers", False), ("Anna came", True), ("Lena came", True), ("Prof Hill", False),
    ("Met Groß", True), ("Met Gross", True), ("a gross one", False), ("Jan Peters", False), ("Peters came", False), ("Peter came", True),
    ("https://www.page.example/in/jg-42", True), ("oaks.example", False),
    ("+49 170 5550142", True), ("0170/555 01 42", True), ("+49 (0)170 555-0142", True), ("on 2026-11-20 0049 170 5550142", True), ("0170 5550143", False),
    ("020 7946 0018", True), ("7946‑0018", True), ("20 7946 00", False), ("4711", True), ("4712", False)])
def test_somebody_is_told_in_other_ways(text: str, tells: bool) -> None:
    names = names_in(**{
        "Prof Ida Zoller": "---\nconfidential: true\nphone: ['0170 5550142', '+44 20 7946 0018 ext. 12', '4711']\n---\n", "Jana Groß": SECRET,
        "Anna-Lena Holm": "---\nconfidential: true\nurl: ['http://page.example/in/jg-42/', https://oaks.example]\n---\n", "Peter Loom": SECRET,
        "Jan Peters": "---\nurl: https://www.oaks.example\n---\n"})
    assert names_one_of(names)(text) == tells
