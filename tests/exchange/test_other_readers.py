"""What is written for other programs is read by libraries that are none of ours, without a network, and says the same there."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld

from conftest import ROOT, TODAY
from kithbook.cli.app import App
from kithbook.cli.main import run
from kithbook.exchange.cell import unguard
from kithbook.exchange.contact_write import as_json_ld, write_csv
from kithbook.exchange.person import one_line
from kithbook.exchange.vcard_write import write_vcards
from kithbook.model.exported import Person
from kithbook.report.plain import render_json

SIGNS = st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"])
LINES = st.text(SIGNS | st.sampled_from("=+-@'\\,;:\"|é田{}[]<>& "), max_size=60).map(one_line)
NAMES = LINES.filter(lambda text: any(map(str.isalpha, text)))
SOME = st.lists(st.integers(0, 99), max_size=3, unique=True)
PEOPLE = st.lists(st.builds(
    lambda name, org, email, phone: Person(1, name, org=org, email=tuple(f"p{one}@example.org" for one in email),
                                           phone=tuple(f"+44 1632 9600{one:02}" for one in phone)), NAMES, LINES, SOME, SOME), min_size=1, max_size=4)


def said(person: Person) -> tuple[str, str, list[str], list[str]]:
    return person.name, person.org, list(person.email), list(person.phone)


@settings(max_examples=60, deadline=None)
@given(PEOPLE, st.sampled_from(["3", "4"]))
def test_vobject_reads_the_cards(people: list[Person], version: Any) -> None:
    text = write_vcards([(str(number), person) for number, person in enumerate(people)], version)
    found = []
    for card in vobject.readComponents(text):
        of = card.contents
        found.append((card.fn.value, card.org.value[0] if "org" in of else "", [one.value for one in of.get("email", ())], [one.value for one in of.get("tel", ())]))
    assert found == [said(person) for person in people]


@settings(max_examples=60, deadline=None)
@given(PEOPLE)
def test_any_reader_of_tables_reads_the_table(people: list[Person]) -> None:
    rows = csv.DictReader(io.StringIO(write_csv(("1-2", person) for person in people), newline=""), strict=True)
    assert [(unguard(row["name"]), unguard(row["org"]), *(unguard(row[key]).split(" ::: ") if row[key] else [] for key in ("email", "phone"))) for row in rows] == [
        said(person) for person in people]


def asks_the_network(*_: object) -> None:
    raise AssertionError("a reader without a network cannot read this")


@settings(max_examples=60, deadline=None)
@given(PEOPLE)
def test_pyld_expands_the_linked_data(people: list[Person]) -> None:
    document = json.loads(render_json(as_json_ld((f"6ba7b810-9dad-11d1-80b4-{number:012}", person) for number, person in enumerate(people))))

    def values(node: dict[str, Any], key: str) -> list[str]:
        return [one["@value"] for one in node.get(f"http://schema.org/{key}", ())]

    expanded = jsonld.expand(document, {"documentLoader": asks_the_network})
    assert [one["@type"] for one in expanded] == [["http://schema.org/Person"]] * len(people)
    assert [(values(one, "name")[0], "".join(values(*one.get("http://schema.org/worksFor", [{}]), "name")), values(one, "email"), values(one, "telephone"))
            for one in expanded] == [said(person) for person in people]


def test_icalendar_reads_the_calendar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("NB_TODAY", TODAY)
    assert run(["export", "ics", "-o", str(tmp_path / "all.ics"), "--vault", str(ROOT / "example-vault")], App()) == 0
    text = (tmp_path / "all.ics").read_bytes()
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert events and len(events) == text.count(b"BEGIN:VEVENT")
    assert all(one.get("SUMMARY") and one.get("UID") and one.decoded("DTSTART") and not one.errors for one in events)
