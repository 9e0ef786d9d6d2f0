"""The people of an export brought into the notes: new ones made, others filled in, all in one change."""

import os
from collections.abc import Callable, Mapping, Sequence

from ..errors import VaultError
from ..model.exported import Imported, Person
from ..text.imported import compose_imported, fill_note
from ..text.note import NoteReader
from .change_log import Change
from .changes import Wanted, change_notes
from .files import read_plain_file


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
            text = compose_imported(person, path, self.reader, body(person.name), circle, tags)
            wanted.append(Wanted(path, text=text.encode()))
            progress()
        for path, person in known.items():
            if self._lacks(path, person, done):
                wanted.append(Wanted(path, self._edit(path, person)))
                done.filled.append(path)
            progress()
        changes = change_notes(self.root, wanted, said, dry_run=self.dry_run) if wanted else []
        return changes, done

    def _lacks(self, path: str, person: Person, done: Imported) -> bool:
        """Whether a note lacks anything of a person; a note that needs nothing is not touched."""
        try:
            text = read_plain_file(os.path.join(self.root, path)).decode()
        except (OSError, UnicodeDecodeError):
            done.faults.append((path, "the note cannot be read, and is left alone"))
            return False
        filled = fill_note(text, path, person, self.reader)
        done.kept.extend((path, kept) for kept in filled.kept)
        done.faults.extend((path, fault) for fault in filled.faults)
        return filled.text != text

    def _edit(self, path: str, person: Person) -> Callable[[bytes], bytes]:
        def change(data: bytes) -> bytes:
            try:
                return fill_note(data.decode(), path, person, self.reader).text.encode()
            except UnicodeDecodeError:
                raise VaultError(f"{path} cannot be read, and is left alone", "nothing was changed; try again") from None

        return change
