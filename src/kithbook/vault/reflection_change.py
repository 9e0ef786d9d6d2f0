"""What is written down for oneself alone: what one weighs in a relationship, and how a week went."""

import os
from collections.abc import Sequence
from datetime import date
from typing import Literal

from ..model.contact import Profile
from ..model.note import Note
from ..model.record import NamedTuple
from ..model.withheld import Withheld
from ..text.front_edit import add_item
from ..text.insert import Inserted, NewEntry, insert_entry
from ..text.note_kind import ME
from .change_log import Change
from .changes import Wanted, change_notes
from .note_change import Edit, NoteChanger

Remark = Literal["pluses", "minuses", "dealbreakers"]


class Weighed(NamedTuple):
    """What there is to be said of a relationship: remarks for the lists of the front matter, and an entry of the log."""

    remarks: Sequence[tuple[Remark, str]] = ()
    entry: NewEntry | None = None


class ReflectionChanger(NoteChanger):
    """Adds private remarks to the notes of one vault. With `dry_run` nothing is written."""

    def reflect(self, path: str, weighed: Weighed, said: str) -> Change:
        """Write down what one thinks of the relationship with a contact, all of it or nothing."""
        edits = [self._remark_edit(path, key, text) for key, text in weighed.remarks]
        if weighed.entry is not None:
            edits.append(self._log_edit(path, weighed.entry, []))

        def edit(data: bytes) -> bytes:
            for one in edits:
                data = one(data)
            return data

        return self._make(path, said, edit)

    def look_back(self, day: date, texts: Sequence[str], said: str) -> Change:
        """Write down what one thinks of one's week, in the order given, in `me.md`, which is made when it is not there."""
        entries = [NewEntry(day, "reflection", "reflection", None, (), text) for text in texts]
        edits = [self._own_edit(entry) for entry in reversed(entries)]  # the newest comes first

        def edit(data: bytes) -> bytes:
            for one in edits:
                data = one(data)
            return data

        there = os.path.lexists(os.path.join(self.root, ME))
        wanted = Wanted(ME, edit) if there else Wanted(ME, text=edit(b""))
        return change_notes(self.root, [wanted], said, dry_run=self.dry_run)[0]

    def _remark_edit(self, path: str, key: Remark, text: str) -> Edit:
        """An edit that adds a private remark; one that is there already is not written twice."""

        def remarks(profile: Profile) -> list[Withheld]:
            return list(getattr(profile, key))

        new = Withheld(text, "private")
        edit = self._property_edit(path, key, lambda note: add_item(note, key, text),
                                   lambda before, after: remarks(after) == [*remarks(before), new])

        def unless_there(data: bytes) -> bytes:
            profile = self._read(path, data).profile
            return data if profile is not None and new in remarks(profile) else edit(data)

        return unless_there

    def _own_edit(self, new: NewEntry) -> Edit:
        """An edit of `me.md` that adds a reflection, which must be private where it stands."""

        def fits(after: Note, line: int) -> bool:
            return after.confidential or after.prose.split("\n")[line - 1] == ""

        def insert(text: str, _note: Note) -> Inserted:
            # Its log is read as a contact's would be, so that it goes on as it is.
            path = "/".join([*self.reader.settings.contacts_folders[:1], ME])
            return insert_entry(text, self.reader.read(path, text.encode()), new)

        return self._edit(ME, insert, fits)
