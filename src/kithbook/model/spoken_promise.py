"""A promise that stands in prose and was not written down as a task."""

from collections.abc import Mapping
from datetime import date

from .promise import Who
from .record import NamedTuple

LATELY = 30  # days in which the agenda tells of what was promised: what was said longer ago is for `nb scan`

_Day = date  # within the class, `date` is its field


class Remark(NamedTuple):
    """Something that was written down on a day: where it stands, and the notes of those whom it is about.

    `path` and `line` are None for what stands in no note.
    """

    path: str | None
    line: int | None
    date: _Day
    text: str
    contacts: tuple[str, ...]


class Spoken(NamedTuple):
    """What was promised for sure in an entry, and is not written down in the note in which it stands, that of the contact.

    `action` are its words, `made` is the day on which it was said.
    """

    path: str
    line: int
    made: date
    who: Who
    action: str
    due: date | None
    confidence: float


class Prose(NamedTuple):
    """What the notes of a vault say beside their log: `remarks`, and by the path of a note the lines in which it quotes."""

    remarks: tuple[Remark, ...]
    quoted: Mapping[str, frozenset[str]]


class SpokenPromise(NamedTuple):
    """What was promised in a text. `action` are its words, `due_text` those that say when.

    `due` is the day they mean, None when they mean none, or when it cannot be known. `confidence` is from
    0 to 1. `start` is where in the text it is said.
    """

    who: Who
    action: str
    due: date | None
    due_text: str | None
    confidence: float
    start: int
