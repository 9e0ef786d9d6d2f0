"""Whom the note of an event means by those whom it names: people who have a note, and others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from ..model.people import People
from ..model.record import NamedTuple
from ..model.resolve import by_stem, fold, stem_of
from .names import Called


class Unknown(NamedTuple):
    """Somebody of whom an event's note says that they were there, and of whom nothing can be told.

    They have no note, or one that cannot be read or is no contact's (`path`), or several people go by that name.
    """

    name: str
    why: Literal["no_note", "unreadable", "no_contact", "several"]
    path: str | None = None


class Attendance(NamedTuple):
    """The notes of those whom an event's note links, and those who were there and are `unknown`, both in its order."""

    paths: tuple[str, ...]
    unknown: tuple[Unknown, ...]


def attendance(event: str, linked: Sequence[str], there: Sequence[str], everybody: Sequence[Called], notes: Sequence[str],
               is_unreadable: Callable[[str], bool], me: str) -> Attendance:
    """Who was there, by the note `event` (a path): `linked` are the targets of all its links, `there` those of whom it says so.

    `notes` are the paths of all notes, `me` that of the vault's owner, who is nobody unknown.
    """
    called: dict[str, list[str]] = {}
    for each in everybody:
        for name in dict.fromkeys(each.names):
            called.setdefault(name, []).append(each.path)
    people = People(by_stem(notes), {each.path for each in everybody}, lambda name: called.get(name, ()))
    unknown = []
    for target in there:
        if people.find(target, event) is None:
            path, name = people.resolver.resolve(target, event), stem_of(target.strip())
            if path is None:
                unknown.append(Unknown(name, "several" if fold(target.strip()) in called else "no_note"))
            elif path != me:
                unknown.append(Unknown(name, "unreadable" if is_unreadable(path) else "no_contact", path))
    return Attendance(people.find_all(linked, event), tuple(unknown))
