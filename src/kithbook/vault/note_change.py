"""A note with something new in it: an entry of the log, a promise. What was asked must read back."""

from collections.abc import Callable, Sequence
from datetime import date

from ..errors import VaultError
from ..model.entry import Entry
from ..model.note import Note
from ..model.promise import Promise, Who
from ..model.withheld import Withheld
from ..text.insert import Inserted, NewEntry, insert_entry, insert_promise
from ..text.note import NoteReader
from ..text.promise_edit import date_mark
from ..text.read_back import reads_the_same
from .change_log import Change
from .changes import Edit, Wanted, change_notes

_OWNER_TAGS: dict[Who, str] = {"me": "", "them": " #theirs", "us": " #ours"}


class NoteChanger:
    """Adds to the notes of one vault. With `dry_run` nothing is written."""

    def __init__(self, root: str, reader: NoteReader, *, dry_run: bool) -> None:
        self.root = root
        self.reader = reader
        self.dry_run = dry_run

    def log(self, paths: Sequence[str], new: NewEntry, said: str) -> tuple[list[Change], Entry]:
        """Add an entry to the logs of contacts, all of them or none; the changes, and the entry as it reads."""
        found: list[Entry] = []

        def fits(after: Note, line: int) -> bool:
            found[:] = [entry for entry in after.entries if entry.line == line]
            return len(found) == 1 and _is_as_asked(found[0], new)

        wanted = [Wanted(path, self._edit(path, lambda text, note: insert_entry(text, note, new), fits)) for path in paths]
        return change_notes(self.root, wanted, said, dry_run=self.dry_run), found[0]

    def promise(self, path: str, text: str, due: date | None, who: Who, said: str) -> Change:
        """Add a promise to a contact's note."""

        def insert(note_text: str, note: Note) -> Inserted:
            mark = date_mark("due", due, note_text) if due is not None else ""
            return insert_promise(note_text, note, f"{text}{_OWNER_TAGS[who]}{mark}")

        def fits(after: Note, line: int) -> bool:
            here = [task for task in after.tasks if task.line == line]
            return len(here) == 1 and _is_promise(here[0], due, who)

        return change_notes(self.root, [Wanted(path, self._edit(path, insert, fits))], said, dry_run=self.dry_run)[0]

    def _edit(self, path: str, insert: Callable[[str, Note], Inserted], fits: Callable[[Note, int], bool]) -> Edit:
        """An edit that inserts something, and looks whether the note then reads as it should."""

        def change(data: bytes) -> bytes:
            before = self.reader.read(path, data)
            if before.kind == "unreadable":
                raise VaultError(f"{path} cannot be read, and is left alone", "nb check says what is wrong with it")
            inserted = insert(data.decode(), before)
            changed = inserted.text.encode()
            after = self.reader.read(path, changed)
            as_before = reads_the_same(before, after, at=inserted.at, added=inserted.added)
            if not (as_before and fits(after, inserted.line)):
                raise VaultError(f"{path} cannot be changed for sure", "nothing was changed; use an editor")
            return changed

        return change


def _is_as_asked(entry: Entry, new: NewEntry) -> bool:
    """Whether an entry reads as it was meant."""
    if entry.date != new.day or (new.kind is not None and entry.kind != new.kind):
        return False
    if new.direction is not None and entry.direction != new.direction:
        return False
    if new.kind is None or isinstance(entry.text, Withheld):
        return True
    return entry.text.split() == " ".join([new.text, *new.further]).split()


def _is_promise(task: Promise, due: date | None, who: Who) -> bool:
    return task.is_open and task.due == due and task.who == who
