"""What is written for other programs reads back as it was."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kithbook.exchange.contact_tables import read_csv
from kithbook.exchange.contact_write import write_csv
from kithbook.exchange.content_line import escape_text, write_lines
from kithbook.exchange.person import one_line
from kithbook.exchange.vcard import unescape
from kithbook.exchange.vcard_person import read_vcards
from kithbook.exchange.vcard_write import write_vcards
from kithbook.model.exported import Person

SIGNS = st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn", "Zl", "Zp"])
LINES = st.text(SIGNS | st.sampled_from("=+-@'\\,;:\"|é田 "), max_size=90).map(one_line)
NAMES = LINES.filter(lambda text: text.replace("'", "").strip() != "")
SEVERAL = st.lists(LINES.filter(bool) | st.text(":\\ a", min_size=1, max_size=9).map(one_line).filter(bool) | st.just("Ana"), max_size=3, unique=True).map(
    lambda values: [value for value in values if "@" not in value])
DAYS = st.sampled_from(["", "--02-29", "1988-06-14"])
PEOPLE = st.builds(
    lambda name, org, role, place, day, aliases, phone, email, tags: Person(
        1, name, org=org, role=role, location=place, birthday=day, email=tuple(email), phone=tuple(phone), url=("https://e.example/x",),
        tags=tuple(tags), aliases=tuple(aliases)),
    NAMES, LINES, LINES, LINES, DAYS, SEVERAL, SEVERAL, SEVERAL.map(lambda found: [*found, "a@b.example", "A@b.example", "Ana Lee <c@d.example>"]),
    st.lists(st.sampled_from(["garden", "Garden", "a/b", "a&b", "🌱", "starred", "2024"]), max_size=3, unique=True))
ID = "e3510fd2-1f9c-5503-9c49-5183869df778"
FIELDS = tuple(Person._fields[1:11])


@settings(max_examples=200, deadline=None)
@given(PEOPLE, st.sampled_from(["3", "4"]))
def test_a_card_reads_back(person: Person, version: str) -> None:
    text = write_vcards([(ID, person)], version)  # type: ignore[arg-type]
    export = read_vcards(text.encode())
    assert export.remarks == ()
    found = export.people[0]
    assert [getattr(found, key) for key in FIELDS] == [getattr(person, key) for key in FIELDS]
    assert not found.further and not found.notes
    assert text.endswith("\r\n") and all(len(line.encode()) <= 75 for line in text.split("\r\n"))


@settings(max_examples=200, deadline=None)
@given(PEOPLE)
def test_a_table_reads_back(person: Person) -> None:
    text = write_csv([(ID, person)])
    found = read_csv(text.encode(), {}).people[0]
    assert [getattr(found, key) for key in FIELDS] == [getattr(person, key) for key in FIELDS]
    assert found.uid == ID and not found.further


@given(st.text(SIGNS, max_size=300).map(one_line))
def test_no_sign_is_torn_apart(text: str) -> None:
    written = write_lines([f"NOTE:{escape_text(text)}"])
    assert unescape(written.replace("\r\n ", "").removesuffix("\r\n").removeprefix("NOTE:")) == text
