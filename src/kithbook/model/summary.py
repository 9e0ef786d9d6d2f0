"""A note in brief: all of it that can matter on a day.

Most of a log is settled for good. A summary leaves that out, and so is read, kept and
passed on at a fraction of the cost of the whole `Note`; whoever needs every entry (a
timeline, a search) asks the book for the whole.
"""

from datetime import date
from typing import NamedTuple

from .contact import Profile
from .entry import Entry
from .note import Note, NoteKind
from .problem import Problem
from .promise import Promise
from .standing import effect_of, live_places


class Summary(NamedTuple):
    """What a note says that can still matter.

    `entries`: in a contact's note those that are live (`model.standing`) or name others,
    elsewhere all; oldest first. `newest` is the day of the newest entry of the note: the
    summary holds for every day from then on. `tasks` are the open ones.
    """

    path: str
    kind: NoteKind
    confidential: bool
    profile: Profile | None
    date: date | None
    newest: date | None
    entries: tuple[Entry, ...]
    tasks: tuple[Promise, ...]
    task_entry: tuple[tuple[str, ...], ...]
    problems: tuple[Problem, ...]


def summarise(note: Note) -> Summary:
    """The summary of a note."""
    entries = note.entries
    newest = entries[-1].date if entries else None
    if note.kind == "contact":
        live = set(live_places([effect_of(e.kind, e.direction, e.tags) for e in entries]))
        entries = tuple(e for place, e in enumerate(entries) if place in live or e.with_links)
    places = [place for place, task in enumerate(note.tasks) if task.is_open]
    return Summary(
        note.path, note.kind, note.confidential, note.profile, note.date, newest, entries,
        tuple(note.tasks[place] for place in places), tuple(note.task_entry[place] for place in places), note.problems)
