"""Any text in a field of an export goes into a note and reads back as it was; importing twice is importing once."""

import csv
import io
import string
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kithbook.exchange.cell import unguard
from kithbook.exchange.contact_tables import read_csv
from kithbook.exchange.person import one_line, several_lines
from kithbook.exchange.vcard_person import read_vcards
from kithbook.model.exported import Happening, Person
from kithbook.model.settings import Settings
from kithbook.text.file_name import fault_in_name, name_for_file
from kithbook.text.imported import compose_imported, fill_note
from kithbook.text.note import NoteReader
from kithbook.text.profile import is_withheld

READER = NoteReader(Settings(), prose=True)
TEXTS = st.text(st.characters(exclude_characters="\0"), max_size=30) | st.text("-#:[]{}\"'|>%&*!?@`\\ \tab1~0,=\n", max_size=20) | st.sampled_from(
    ["yes", "null", "~", "1.0", "2020-01-01", "0x1F", "- [ ] x", "---", "[[a]]", "a: b", "# c", "10:30", "=", "<<"])


def table(**cells: str) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(cells)
    writer.writerow(cells.values())
    return text.getvalue().encode("utf-8", "replace")


def compose(person: Person) -> tuple[str, str]:
    path = f"people/{name_for_file(person.name) or 'contact'}.md"
    return path, compose_imported(person, path, READER, "## Promises\n\n## Log\n", None, ()).text


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_what_a_field_says_reads_back(org: str, role: str, note: str) -> None:
    people = read_csv(table(name="Ada", org=org, role=role, note=note), {}).people
    path, text = compose(people[0])
    read = READER.read(path, text.encode())
    assert not read.problems and not read.entries and not read.tasks and not read.confidential and read.profile is not None
    for said, found in ((org, read.profile.org), (role, read.profile.role)):
        wanted = one_line(unguard(said.encode("utf-8", "replace").decode().strip()))  # what our own tables have before a formula goes
        assert found == (wanted or None) or is_withheld(wanted)
    assert all(line.strip() in text for line in several_lines(unguard(note.encode("utf-8", "replace").decode().strip())).split("\n"))


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_twice_is_once(org: str, email: str, note: str) -> None:
    person = Person(1, "Ada", org=one_line(org), email=(one_line(email),) if one_line(email) else (),
                    further=(("vcf_x", one_line(note)),) if one_line(note) else (), notes=(several_lines(note),) if note.strip() else ())
    path, text = compose(person)
    assert fill_note(text, path, person, READER).text == text
    bare = "---\nrole: keeper\n---\nHello.\n\n- 2026-11-02 call: heather\n- [ ] two loads\n"
    once = fill_note(bare, path, person, READER)
    assert fill_note(once.text, path, person, READER).text == once.text
    read, before = READER.read(path, once.text.encode()), READER.read(path, bare.encode())
    assert len(read.entries) == len(before.entries) and len(read.tasks) == len(before.tasks)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | st.lists(st.sampled_from(
    [b"BEGIN:VCARD\r\n", b"END:VCARD\n", b"FN:A\n", b" b\n", b"N;ENCODING=QUOTED-PRINTABLE:=C3=\n", b"=BC\n", b"item1.X-ABLabel:_$!<", b"\xff", b"AGENT:",
     b"TEL;TYPE=\"a:b\":1\n", b"NOTE;CHARSET=utf-7:+AGE\n", b"BDAY:--0230\n"]), max_size=12).map(b"".join))
def test_any_bytes_are_read_or_remarked_on(data: bytes) -> None:
    export = read_vcards(data)
    assert all(one.line >= 1 for one in (*export.people, *export.remarks))


@given(st.text(string.printable + "é田\u202e\0", max_size=300))
def test_any_name_gives_a_name_that_every_system_can_hold(name: str) -> None:
    stem = name_for_file(name)
    assert stem is None or fault_in_name(stem) is None


HAPPENED = st.lists(st.builds(
    Happening, st.dates(date(2026, 1, 1), date(2026, 1, 4)), st.sampled_from(["meeting", "note", "call"]), st.none(),
    (TEXTS | st.sampled_from(["tea", "rang back", "in: out", "#confidential", "- [ ] x", "2026-01-03 call: y"])).map(one_line)), max_size=6)


@example([Happening(date(2026, 1, 1), "meeting", None, "#CONFIDENTI", 0.0), Happening(date(2026, 1, 1), "meeting", None, "", 0.0)])
@example([Happening(date(2026, 1, 1), "meeting", None, text, moment) for text, moment in (("", 1.0), ("0", 1.0), ("#CONFIDENTI", 0.0))])
@settings(max_examples=150, deadline=None)
@given(HAPPENED)
def test_a_log_in_one_go_is_the_log_entry_by_entry(happened: list[Happening]) -> None:
    path, bare = "people/Ada.md", "Hello.\n\n## Log\n"
    text = bare
    for one in sorted(happened, key=lambda found: (found.day, found.moment)):
        text = fill_note(text, path, Person(1, "Ada", happened=(one,), by_address=True), READER).text
    assert fill_note(bare, path, Person(1, "Ada", happened=tuple(happened), by_address=True), READER).text == text
