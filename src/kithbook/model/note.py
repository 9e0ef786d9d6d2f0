"""A note as it was read, before it is known whom its links mean."""

from datetime import date
from typing import Literal

from .contact import Profile
from .entry import Entry
from .problem import Problem
from .promise import Promise
from .record import NamedTuple

# contact: a person; me: the user's own profile; other: daily, meeting and other notes;
# skipped: a template or generated report, of which nothing counts;
# unreadable: its front matter cannot be read, so that nothing in it is trusted.
NoteKind = Literal["contact", "me", "other", "skipped", "unreadable"]

SOMEBODYS: tuple[NoteKind, ...] = ("contact", "unreadable", "skipped")
"""The kinds of notes whose profile, when there is one, tells what a person goes by."""


class LinkUse(NamedTuple):
    """A link to a note: its target as it is written, and where it stands (from 1)."""

    target: str
    line: int
    column: int


class Note(NamedTuple):
    """The facts of one note.

    `date` is the day of a daily or meeting note. `tasks` are all task items of the note,
    owners not yet known; `task_entry` gives for a task (by its place in `tasks`) the
    links of the entry it stands under. `prose` is the text that may be shown, line for
    line, and is there only when it was asked for. `links` are all links that may be shown.
    """

    path: str
    kind: NoteKind
    confidential: bool
    profile: Profile | None
    date: date | None
    entries: tuple[Entry, ...]
    tasks: tuple[Promise, ...]
    task_entry: tuple[tuple[str, ...], ...]
    problems: tuple[Problem, ...]
    prose: str = ""
    links: tuple[LinkUse, ...] = ()
