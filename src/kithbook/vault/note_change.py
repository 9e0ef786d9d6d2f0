"""A note with something new in it: an entry of the log, a promise. What was asked must read back."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from ..errors import UsageError, VaultError
from ..model.contact import Profile
from ..model.entry import Entry
from ..model.note import Note
from ..model.promise import Promise, Who
from ..model.signed import split_signature
from ..model.withheld import Withheld
from ..text.front_edit import set_property
from ..text.insert import Inserted, NewEntry, insert_entry, insert_promise
from ..text.lines import split_lines
from ..text.log_head import read_head
from ..text.note import NoteReader
from ..text.read_back import reads_the_same
from ..text.task_line import read_task
from .change_log import Change
from .changes import Wanted, change_notes
from .reading import cannot_be_read

Edit = Callable[[bytes], bytes]

_OWNER_TAGS: dict[Who, str] = {"me": "", "them": " #theirs", "us": " #ours"}


class NoteChanger:
    """Adds to the notes of one vault. With `dry_run` nothing is written."""

    def __init__(self, root: str, reader: NoteReader, *, dry_run: bool) -> None:
        self.root = root
        self.reader = reader
        self.dry_run = dry_run

    def log(self, paths: Sequence[str], new: NewEntry, said: str,
            made: Mapping[str, bytes] | None = None) -> tuple[list[Change], Entry]:
        """Add an entry to the logs of contacts, all of them or none; the changes, and the entry as it reads.

        `made` are notes that come with it: their text without the entry, which those at `paths` get.
        """
        found: list[Entry] = []
        texts = dict(made or {})
        wanted: list[Wanted] = []
        for path in paths:
            edit = self._log_edit(path, new, found)
            wanted.append(Wanted(path, text=edit(texts.pop(path))) if path in texts else Wanted(path, edit))
        wanted += [Wanted(path, text=text) for path, text in texts.items()]
        return change_notes(self.root, wanted, said, dry_run=self.dry_run), found[0]

    def log_each(self, entries: Sequence[tuple[str, NewEntry]], said: str) -> list[Change]:
        """Add to the log of each contact an entry of its own, all of them or none."""
        return change_notes(self.root, [Wanted(path, self._log_edit(path, new, [])) for path, new in entries], said, dry_run=self.dry_run)

    def promise(self, path: str, text: str, due: date | None, who: Who, said: str) -> tuple[Change, Promise]:
        """Add a promise to a contact's note; the change, and the promise as it reads.

        Raises `UsageError` for a text with marks that would say when it is due, whose it is, or what it is called.
        """
        _refuse_marks(text, who)
        found: list[Promise] = []
        return self._make(path, said, self._promise_edit(path, text, due, who, found)), found[0]

    def log_and_promise(self, path: str, new: NewEntry, text: str, due: date, said: str) -> Change:
        """Add an entry and a promise that follows from it to a contact's note, both or neither."""
        log = self._log_edit(path, new, [])
        promise = self._promise_edit(path, text, due, "me", [])
        return self._make(path, said, lambda data: promise(log(data)))

    def pause(self, path: str, until: date, said: str) -> Change:
        """Let a contact rest until a day, on which asking begins again."""

        return self._make(path, said, self._property_edit(
            path, "paused", lambda text: set_property(text, "paused", until.isoformat()),
            lambda before, after: after.paused == until))

    def _make(self, path: str, said: str, edit: Edit) -> Change:
        return change_notes(self.root, [Wanted(path, edit)], said, dry_run=self.dry_run)[0]

    def _read(self, path: str, data: bytes) -> Note:
        """The note as it is; raises `VaultError` for one that cannot be read."""
        note = self.reader.read(path, data)
        hiding = note.problems if note.kind == "unreadable" else [each for each in note.problems if each.rule == "conflict-markers"]
        if hiding:
            raise cannot_be_read(hiding[0], ", and is left alone")
        return note

    def _property_edit(self, path: str, key: str, change: Callable[[str], str], fits: Callable[[Profile, Profile], bool]) -> Edit:
        """An edit of one property of a contact; `fits` looks at the profile before and after."""

        def edit(data: bytes) -> bytes:
            before = self._read(path, data)
            if before.profile is None:
                raise VaultError(f"{path} is no contact's note", "nb list shows everybody")
            changed = change(data.decode()).encode()
            after = self.reader.read(path, changed)
            old, new = split_lines(data.decode()), split_lines(changed.decode())
            added = len(new) - len(old)
            at = next((number for number, pair in enumerate(zip(old, new, strict=False), 1) if pair[0] != pair[1]), len(old) + 1)
            as_before = reads_the_same(before, after, at=at, added=added, changed=0 if added else at, properties=(key,))
            if after.profile is None or not (fits(before.profile, after.profile) and as_before):
                raise VaultError(f"{path} cannot be changed for sure", "nothing was changed; use an editor")
            return changed

        return edit

    def _log_edit(self, path: str, new: NewEntry, found: list[Entry]) -> Edit:
        """An edit that adds an entry; `found` will hold it as it reads."""

        def fits(after: Note, line: int) -> bool:
            found[:] = [entry for entry in after.entries if entry.line == line]
            return len(found) == 1 and _is_as_asked(found[0], new, self.reader.words)

        return self._edit(path, lambda text, note: insert_entry(text, note, new), fits)

    def _promise_edit(self, path: str, text: str, due: date | None, who: Who, found: list[Promise]) -> Edit:
        """An edit that adds a promise; `found` will hold it as it reads."""
        from ..text.promise_edit import date_mark


        def insert(note_text: str, note: Note) -> Inserted:
            mark = date_mark("due", due, note_text) if due is not None else ""
            return insert_promise(note_text, note, f"{text}{_OWNER_TAGS[who]}{mark}")

        def fits(after: Note, line: int) -> bool:
            found[:] = [task for task in after.tasks if task.line == line]
            meant = read_task(text).text
            return len(found) == 1 and found[0].is_open and (found[0].due, found[0].who) == (due, who) and (
                isinstance(found[0].text, Withheld) or found[0].text == meant)

        return self._edit(path, insert, fits)

    def _edit(self, path: str, insert: Callable[[str, Note], Inserted], fits: Callable[[Note, int], bool]) -> Edit:
        """An edit that inserts something, and looks whether the note then reads as it should."""

        def change(data: bytes) -> bytes:
            before = self._read(path, data)
            inserted = insert(data.decode(), before)
            changed = inserted.text.encode()
            after = self.reader.read(path, changed)
            as_before = reads_the_same(before, after, at=inserted.at, added=inserted.added)
            if not (as_before and fits(after, inserted.line)):
                raise VaultError(f"{path} cannot be changed for sure", "nothing was changed; use an editor")
            return changed

        return change


_OPTIONS: dict[Who, str] = {"me": "", "them": "--theirs", "us": "--ours"}


def _refuse_marks(text: str, who: Who) -> None:
    """Raise `UsageError` for what an option says, or nb itself writes, when it is in the text of a new promise; `who` is what was asked for."""
    read = read_task(text)
    if read.due is not None:
        raise UsageError(f"the text says when it is due, {read.due}", f"leave that out, and give the day as --due {read.due}")
    for fault in read.faults:
        raise UsageError(f"the text holds a date that cannot be read: {fault.message}", "leave it out, and give the day with --due")
    if read.done is not None:
        raise UsageError(f"the text says that it was closed, on {read.done}", "leave that out; nb done and nb drop close a promise")
    if read.who != "me":
        more = "the option says so already" if read.who == who else f"give {_OPTIONS[read.who]} in its place"
        raise UsageError("the text says whose promise it is, by a tag", f"leave the tag out: {more}")
    if read.mark is not None and text.rstrip().endswith(f"^{read.mark}"):
        raise UsageError(f"`^{read.mark}` at its end would be the id of the line, and no text", "leave it out")


def _is_as_asked(entry: Entry, new: NewEntry, words: Mapping[str, str]) -> bool:
    """Whether an entry reads as it was meant."""
    if entry.date != new.day or (new.kind is not None and entry.kind != new.kind):
        return False
    if new.direction is not None and entry.direction != new.direction:
        return False
    if isinstance(entry.text, Withheld):
        return True
    by, said = split_signature(new.text)
    if entry.by != (by or new.by):
        return False
    text = said if new.word is not None else _behind_head(said, entry.kind, words)
    return entry.text.split() == " ".join([text, *new.further]).split()


def _behind_head(typed: str, kind: str, words: Mapping[str, str]) -> str:
    """What an entry that was typed with its head says behind it."""
    word, colon, text = typed.partition(": ")
    if colon and words.get(word) == kind:  # `call: …`, which needs no patterns of free speech to be read
        return text
    return read_head(f" {typed}", words).text
