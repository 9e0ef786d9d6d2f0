"""What a note says that tells what somebody cares about: lines of front matter, and entries of the log."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from ..model.contact import Profile
from ..model.entry import Direction
from ..model.note import Note
from ..model.record import NamedTuple

_Day = date  # within the class, `date` is its field
What = Literal["interest", "need", "goal", "challenge", "offer", "tag", "log"]

# The fields of a profile that are asked, by the keys they have in front matter.
_FIELDS: tuple[tuple[str, What], ...] = (
    ("interests", "interest"), ("needs", "need"), ("goals", "goal"), ("challenges", "challenge"), ("offers", "offer"), ("tags", "tag"))


class Saying(NamedTuple):
    """A value of front matter, or an entry of the log with its day, kind, direction and tags.

    `links` are those that make an entry count for others than the contact in whose note it stands. `line` counts from 1.
    """

    what: What
    text: str
    line: int
    date: _Day | None = None
    kind: str | None = None
    direction: Direction | None = None
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


class Page(NamedTuple):
    """What may be shown of a note: its `lines`, and what they say. `name` is that of the contact whose note it is, if it is one's."""

    path: str
    name: str | None
    lines: Sequence[str]
    sayings: Sequence[Saying]


def page_of(note: Note) -> Page:
    """The page of a note that was read with its prose."""
    name = note.profile.name if note.kind == "contact" and note.profile is not None else None
    lines = note.prose.split("\n") if note.prose else []
    sayings: list[Saying] = []
    if not note.confidential:
        if note.kind == "contact" and note.profile is not None:
            sayings += _of_profile(note.profile, lines)
        sayings += _of_log(note)
    return Page(note.path, name, lines, sayings)


def _of_profile(profile: Profile, lines: Sequence[str]) -> Iterator[Saying]:
    for key, what in _FIELDS:
        values: tuple[str, ...] = getattr(profile, key)
        if values:
            at = _line_of_key(key, lines)
            for value in values:
                yield Saying(what, value, _line_of(value, at, lines))


def _line_of_key(key: str, lines: Sequence[str]) -> int:
    """The line on which a key of front matter stands; 1 when it is not seen."""
    written = re.compile(rf"""["']?{key}["']?\s{{0,9}}:""", re.IGNORECASE)
    return next((number for number, line in enumerate(lines, 1) if written.match(line)), 1)


def _line_of(value: str, at: int, lines: Sequence[str]) -> int:
    """The line of a value below its key; that of the key when the value is written in another way."""
    for number in range(at, len(lines) + 1):
        line = lines[number - 1]
        if number > at and line and line[0] not in " \t-#":
            break
        if value in line:
            return number
    return at


def _of_log(note: Note) -> Iterator[Saying]:
    for entry in note.entries:
        if isinstance(entry.text, str) and entry.text:
            yield Saying("log", entry.text, entry.line, entry.date, entry.kind, entry.direction, entry.tags,
                         entry.with_links if note.kind == "contact" else entry.links)
