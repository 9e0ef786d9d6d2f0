"""What must not be shown has types of its own: forgetting about them shows nothing."""

import json
import pickle
from datetime import date

import pytest

from kithbook.model.book import assemble
from kithbook.model.contact import Profile, WithheldProfile
from kithbook.model.settings import Settings
from kithbook.model.withheld import Withheld
from kithbook.text.note import NoteReader
from kithbook.vault.packing import pack_summary

NOTE = """---
confidential: true
name: Quentin
aliases: [Q]
org: SECRET
role: SECRET
met_at: SECRET
met: 2026-11-01
every: 2w
dates: {SECRET: 11-26}
needs: [SECRET]
goals: [SECRET]
knows: ["[[SECRET]]"]
---
- 2026-11-10 call: SECRET
- [ ] SECRET #SECRET
"""
PATH = "people/Quentin.md"


@pytest.mark.parametrize("withheld", [Withheld("SECRET"), WithheldProfile(Profile("SECRET"))])
def test_it_cannot_be_turned_into_text(withheld: object) -> None:
    for turn in (str, "{}".format, "%s".__mod__, pickle.dumps, json.dumps, lambda it: f"{it}"):
        with pytest.raises(TypeError):
            turn(withheld)  # type: ignore[operator]
    assert "SECRET" not in repr(withheld)
    assert "SECRET" not in repr([withheld])


def test_the_profile_of_a_confidential_contact_is_a_name_and_nothing_else() -> None:
    book = assemble([NoteReader(Settings()).read(PATH, NOTE.encode())], Settings())
    contact = book.contacts[PATH]
    assert contact.profile == Profile("Quentin")
    assert "SECRET" not in repr(contact._replace(entries=(), promises=()))
    assert contact.whole_profile.org == "SECRET"
    assert contact.met_line == 8


def test_in_brief_nothing_is_kept_of_it_but_what_is_due_and_whom_it_finds() -> None:
    summary = NoteReader(Settings()).summarise(PATH, NOTE.encode())
    assert summary.profile is not None
    assert (summary.profile.aliases, summary.profile.every, summary.profile.met) == (("Q",), "2w", date(2026, 11, 1))
    assert "SECRET" not in repr(pack_summary(summary))
