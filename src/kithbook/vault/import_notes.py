"""The people of an export brought into the notes: new ones made, others filled in, all in one change."""

import os
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from itertools import count

from ..errors import VaultError
from ..model.exported import Imported, Person, Place
from ..model.pattern import pattern
from ..model.resolve import fold
from ..text.file_name import name_for_file
from ..text.imported import compose_imported, fill_note
from ..text.note import NoteReader
from .change_log import Change
from .changes import Wanted, change_notes
from .files import mode_to_keep, read_plain_file

_NUMBER = pattern(r" \((\d+)\)$")
_NUMBERED = pattern(r"(.+) \(\d+\)\.md")


class NotePaths:
    """Where the notes of new people go: one file each, whatever lies there, and none that would be taken for a copy."""

    def __init__(self, root: str, folder: str, paths: Iterable[str], contacts: Container[str], would_be_note: Callable[[str], bool]) -> None:
        """`paths` are all notes of the vault, `contacts` those of people, and `folder` is where new ones go."""
        self._root = root
        self._folder = f"{folder}/" if folder else ""
        self._would_be_note = would_be_note
        self._taken = {fold(path): path in contacts for path in paths}  # whether by somebody
        self._numbered = {fold(match[1]) for path in paths if (match := _NUMBERED.fullmatch(path))}
        self._numbers: dict[str, int] = {}

    def place_for(self, name: str) -> Place:
        """The place of a note for that name; that of a second one of the name has a number behind it."""
        stem = name_for_file(name) or name_for_file(f"contact {name}")
        if stem is None:
            return Place(None, "no file can have that name")
        base = self._folder + _NUMBER.sub(r" \1", stem)
        first = self._numbers.get(fold(base), 1)
        for number in count(first):
            path = f"{base}{'' if number == 1 else f' {number}'}.md"
            by_somebody = self._taken.get(fold(path))
            if by_somebody is False and number == 1:
                return Place(None, f"{path} is there, and is no contact, or cannot be read")
            if by_somebody is not None or fold(path[:-3]) in self._numbered:  # a note `X (2)` would count as a copy of `X`
                continue
            if not self._would_be_note(path):
                return Place(None, f"{path} would not be read: the name is that of a copy, or is ignored")
            if os.path.lexists(os.path.join(self._root, path)):
                return Place(None, f"{path} is there, and is no plain file")
            self._numbers[fold(base)] = number + 1
            self._taken[fold(path)] = True
            return Place(path)
        raise AssertionError("numbers do not end")


class NoteImporter:
    """Writes the people of an export into the notes of one vault. With `dry_run` nothing is written."""

    def __init__(self, root: str, reader: NoteReader, *, dry_run: bool) -> None:
        self.root = root
        self.reader = reader
        self.dry_run = dry_run

    def bring_in(self, new: Mapping[str, Person], known: Mapping[str, Person], body: Callable[[str], str], said: str, *,
                 circle: str | None, tags: Sequence[str], progress: Callable[[], object]) -> tuple[list[Change], Imported]:
        """Make the notes of `new` people, and fill in those of `known` ones; all of them or none.

        `body` gives what a new note for a name says below its properties. `progress` is called for each person.
        """
        done = Imported([], [], [])
        wanted: list[Wanted] = []
        for path, person in new.items():
            composed = compose_imported(person, path, self.reader, body(person.name), circle, tags)
            wanted.append(Wanted(path, text=composed.text.encode()))
            done.faults.extend((path, fault) for fault in composed.faults)
            progress()
        for path, person in known.items():
            filled = self._fill(path, person, done)
            if filled is not None:
                wanted.append(Wanted(path, self._edit(path, person, *filled)))
                done.filled.append(path)
            progress()
        changes = change_notes(self.root, wanted, said, dry_run=self.dry_run) if wanted else []
        return changes, done

    def _fill(self, path: str, person: Person, done: Imported) -> tuple[bytes, bytes] | None:
        """A note as it is, and filled in; None when it lacks nothing: it is not touched then."""
        try:
            data = read_plain_file(os.path.join(self.root, path))
            filled = fill_note(data.decode(), path, person, self.reader)
        except (OSError, UnicodeDecodeError):
            done.faults.append((path, "the note cannot be read, and is left alone"))
            return None
        done.kept.extend((path, kept) for kept in filled.kept)
        done.faults.extend((path, fault) for fault in filled.faults)
        if filled.text.encode() == data:
            return None
        try:
            mode_to_keep(os.path.realpath(os.path.join(self.root, path)), "it")
        except VaultError as fault:
            done.faults.append((path, f"{fault.message}, and is left alone"))
            return None
        return data, filled.text.encode()

    def _edit(self, path: str, person: Person, before: bytes, after: bytes) -> Callable[[bytes], bytes]:
        def change(data: bytes) -> bytes:
            if data == before:
                return after
            try:
                return fill_note(data.decode(), path, person, self.reader).text.encode()
            except UnicodeDecodeError:
                raise VaultError(f"{path} cannot be read, and is left alone", "nothing was changed; try again") from None

        return change
