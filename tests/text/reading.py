"""What the tests of reading share: a body read, and what of it may be shown."""

from collections.abc import Mapping
from datetime import date

from kithbook.model.entry import Entry
from kithbook.model.problem import Problem
from kithbook.model.promise import Promise
from kithbook.model.settings import DateOrder
from kithbook.model.withheld import shown
from kithbook.text.body import BodyFacts, BodyReader
from kithbook.text.log_head import WORDS
from kithbook.text.structure import scan_body

PATH = "people/Ada.md"


def read_body(text: str, *, is_contact: bool = True, day: date | None = None, order: DateOrder | None = None,
              words: Mapping[str, str] = WORDS, confidential: bool = False, first: int = 1) -> BodyFacts:
    """The facts of a body, by default that of a contact's note."""
    reader = BodyReader(PATH, text, scan_body(text, first), words, order, confidential=confidential)
    return reader.read(is_contact=is_contact, day=day)


def entry(line: str, **how: object) -> Entry:
    """The one entry of a body."""
    facts = read_body(line, **how)  # type: ignore[arg-type]
    assert len(facts.entries) == 1, facts
    return facts.entries[0]


def promise(line: str, **how: object) -> Promise:
    """The one promise of a body."""
    facts = read_body(line, **how)  # type: ignore[arg-type]
    assert len(facts.tasks) == 1, facts
    return facts.tasks[0]


def problem(text: str, **how: object) -> Problem:
    """The one problem of a body."""
    facts = read_body(text, **how)  # type: ignore[arg-type]
    assert len(facts.problems) == 1, facts
    return facts.problems[0]


def prose(text: str) -> str:
    """The lines of a contact's note that may be shown."""
    reader = BodyReader(PATH, text, scan_body(text), WORDS, None, confidential=False)
    reader.read(is_contact=True, day=None)
    return "\n".join(reader.public_lines())


def all_that_is_shown(text: str) -> str:
    """Everything of a body that an output may hold, in one string: prose, texts, tags, links, messages."""
    facts = read_body(text)
    parts = [prose(text)]
    for found in (*facts.entries, *facts.tasks):
        parts += [shown(found.text) or "", *found.tags, *found.links]
    for one in facts.problems:
        parts += [one.message, one.fix or ""]
    return "\n".join(parts)
