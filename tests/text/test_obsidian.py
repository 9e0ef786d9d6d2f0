"""Bases hold only what Obsidian's help says there is; templates are known for templates."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from kithbook.model.contact import Profile
from kithbook.model.settings import Settings
from kithbook.text.note import NoteReader
from kithbook.text.obsidian import PROPERTY_TYPES, compose_bases, compose_template

# From Obsidian's help: "Bases syntax" and "Functions", as of version 1.10.
TOP = {"filters", "formulas", "properties", "summaries", "views"}
VIEW = {"type", "name", "limit", "groupBy", "filters", "order", "summaries"}
FILE = {"backlinks", "ctime", "embeds", "ext", "file", "folder", "links", "mtime", "name", "path", "properties", "size", "tags"}
GLOBAL = {"escapeHTML", "date", "duration", "file", "html", "if", "image", "icon", "link", "list", "max", "min", "now", "number", "today", "random"}
OF_FILE = {"asLink", "hasLink", "hasProperty", "hasTag", "inFolder"}
OF_ANY = {"isTruthy", "isType", "toString", "isEmpty"}
OF_LIST = {"contains", "containsAll", "containsAny", "filter", "flat", "join", "map", "reduce", "reverse", "slice", "sort", "unique"}
TYPES = {"text", "multitext", "number", "checkbox", "date", "datetime", "tags", "aliases"}

STRING = r'"(?:[^"\\]|\\.)*"'
ARGUMENTS = rf"\((?:{STRING}(?:,\ {STRING})*|[\w.]*)\)"
STATEMENT = re.compile(
    rf"""!?(?:(?P<compared>file\.\w+)\ ==\ {STRING}
          |file(?:{ARGUMENTS})?\.(?P<of_file>\w+){ARGUMENTS}
          |list\(note\.(?P<listed>\w+)\)\.(?P<of_list>\w+){ARGUMENTS}
          |note\.(?P<property>\w+)(?:\.(?P<of_any>\w+)\(\))?)""", re.VERBOSE)
ODD = Settings(contacts_folders=('Leute "hier"', "a\\b"), contact_types=("Mensch",), contact_tags=("menschen",),
               templates_folder="♻️ Templates", reports_folder="Bé: richte")
SETTINGS = pytest.mark.parametrize("settings", [Settings(), ODD, Settings(contact_types=(), contact_tags=())], ids=["plain", "odd", "folders alone"])


def statements(filters: Any) -> Iterator[str]:
    """The statements in a filter, whose groups are `and`, `or` and `not`."""
    if isinstance(filters, str):
        yield filters
        return
    assert len(filters) == 1
    assert set(filters) <= {"and", "or", "not"}
    for parts in filters.values():
        assert parts
        for part in parts:
            yield from statements(part)


def is_property(name: str) -> bool:
    kind, _, key = name.partition(".")
    return key in (FILE if kind == "file" else {"type", "confidential", *Profile._fields})


@SETTINGS
def test_bases_say_what_the_help_knows(settings: Settings) -> None:
    bases = compose_bases(settings)
    assert list(bases) == ["People.base", "Promises.base", "Waiting to hear from me.base"]
    for text in bases.values():
        base = yaml.safe_load(text)
        assert set(base) <= TOP
        found = [base["filters"], *(view["filters"] for view in base["views"] if "filters" in view)]
        for view in base["views"]:
            assert set(view) <= VIEW
            assert view["type"] == "table"
            assert all(map(is_property, view["order"]))
            assert view.get("groupBy", {"property": "note.circle", "direction": "ASC"}) == {"property": "note.circle", "direction": "ASC"}
        assert all(is_property(name) and set(shown) == {"displayName"} for name, shown in base["properties"].items())
        for statement in (one for filters in found for one in statements(filters)):
            match = STATEMENT.fullmatch(statement)
            assert match, statement
            parts = match.groupdict()
            assert parts["compared"] in (None, "file.ext")
            for part, known in (("of_file", OF_FILE), ("of_list", OF_LIST), ("of_any", OF_ANY)):
                assert parts[part] is None or parts[part] in known
            for name in filter(None, (parts["listed"], parts["property"])):
                assert is_property(f"note.{name}")
    assert {"file", "list"} <= GLOBAL


def test_names_in_a_base_are_quoted() -> None:
    people = yaml.safe_load(compose_bases(ODD)["People.base"])["filters"]["and"]
    assert '!file.inFolder("♻️ Templates")' in people
    assert people[-1] == {"or": [r'file.inFolder("Leute \"hier\"")', r'file.inFolder("a\\b")', 'file.hasTag("menschen")',
                                 'list(note.type).containsAny("Mensch", "mensch")']}
    assert 'file("Bé: richte/promises.md").hasLink(file.file)' in compose_bases(ODD)["Promises.base"]


def test_no_base_shows_what_is_private() -> None:
    shown = "".join(compose_bases(Settings()).values())
    assert not any(word in shown for word in ("pluses", "minuses", "dealbreakers"))
    assert all("!note.confidential" in yaml.safe_load(text)["filters"]["and"] for text in compose_bases(Settings()).values())


def test_types_are_obsidians() -> None:
    assert set(PROPERTY_TYPES.values()) <= TYPES
    assert all(is_property(f"note.{name}") for name in PROPERTY_TYPES)


@SETTINGS
@pytest.mark.parametrize("templater", [False, True], ids=["Templates", "Templater"])
def test_a_template_is_no_contact_and_a_note_made_of_it_is(settings: Settings, templater: bool) -> None:
    text = compose_template(settings, templater=templater)
    read = NoteReader(settings).read
    assert read("elsewhere/Person.md", text.encode()).kind == "skipped"
    filled = re.sub(r'"\{\{date[^}]*\}\}"|<% tp\.date[^%]*%>', "2026-11-22", text)
    filled = re.sub(r"\{\{title\}\}|<% tp\.file\.title %>", "Ada", filled).replace("<% tp.file.cursor() %>", "")
    assert "{{" not in filled
    assert "<%" not in filled
    note = read(f"{settings.contacts_folders[0]}/Ada.md", filled.encode())
    assert note.kind == "contact"
    assert note.problems == ()
    if settings.contact_types:
        assert read("elsewhere/Ada.md", filled.encode()).kind == "contact"
