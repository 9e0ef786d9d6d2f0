"""Promises changed in their notes: found again in the text as it is now, edited, and read back."""

from collections.abc import Callable, Sequence
from datetime import date

from ..errors import VaultError
from ..model.note import Note
from ..model.promise import Promise
from ..model.withheld import Withheld
from ..text.note import NoteReader
from ..text.promise_edit import Closing, Edited, close_promise, defer_promise
from ..text.read_back import promise_reads_back, reads_the_same
from .change_log import Change
from .changes import Edit, Wanted, change_notes


class PromiseEdit:
    """What is to become of one promise. `said` is what undo will call it when it is alone."""

    def __init__(self, promise: Promise, said: str, edit: Callable[[str, int], Edited], fits: Callable[[Promise], bool]) -> None:
        """`edit` gives the note with the promise on a line changed; `fits` tells whether it then reads as it should."""
        self.promise = promise
        self.said = said
        self.outcome = Edited("")
        self._edit = edit
        self._fits = fits

    def make(self, data: bytes, reader: NoteReader) -> bytes:
        """The note with the promise changed, on the line on which it stands now. Raises `VaultError`."""
        promise = self.promise
        before = reader.read(promise.path, data)
        line = _find_again(before, promise)
        try:
            self.outcome = self._edit(data.decode(), line)
        except VaultError as error:
            raise VaultError(f"{promise.path}:{line}: {error.message}", error.remedy) from None
        added = int(self.outcome.added)
        changed = self.outcome.text.encode()
        after = reader.read(promise.path, changed)
        here = [task for task in after.tasks if task.line == line + added]
        as_before = reads_the_same(before, after, at=line, added=added, changed=line)
        if not (as_before and len(here) == 1 and self._fits(here[0]) and promise_reads_back(data.decode(), self.outcome, line)):
            raise VaultError(f"{promise.path}:{line} cannot be changed for sure", "nothing was changed; use an editor")
        return changed


def closing(promise: Promise, how: Closing, day: date, said: str) -> PromiseEdit:
    """A promise closed; its `outcome` tells whether it comes again."""
    return PromiseEdit(promise, said, lambda text, line: close_promise(text, line, how, day),
                       lambda task: task.status == how and task.done == day)


def deferring(promise: Promise, due: date, said: str) -> PromiseEdit:
    """A promise put off to another day."""
    return PromiseEdit(promise, said, lambda text, line: defer_promise(text, line, due),
                       lambda task: task.is_open and task.due == due)


class PromiseChanger:
    """Changes promises of one vault. With `dry_run` nothing is written."""

    def __init__(self, root: str, reader: NoteReader, *, dry_run: bool) -> None:
        self.root = root
        self.reader = reader
        self.dry_run = dry_run

    def change(self, edits: Sequence[PromiseEdit]) -> list[Change]:
        """Change promises, each once: all of them or none, as one change."""
        by_path: dict[str, list[PromiseEdit]] = {}
        for each in edits:
            by_path.setdefault(each.promise.path, []).append(each)
        said = edits[0].said if len(edits) == 1 else f"{edits[0].said}, and {len(edits) - 1} more"
        return change_notes(self.root, [Wanted(path, self._of(of_note)) for path, of_note in by_path.items()], said, dry_run=self.dry_run)

    def _of(self, edits: Sequence[PromiseEdit]) -> Edit:
        def edit(data: bytes) -> bytes:
            # The last comes first, so that lines that come in do not move those that are still to be changed.
            for each in sorted(edits, key=lambda each: -each.promise.line):
                data = each.make(data, self.reader)
            return data

        return edit


def _find_again(note: Note, promise: Promise) -> int:
    """The line on which the promise stands now: where it stood, or wherever its words alone are."""
    same = [task.line for task in note.tasks if task.is_open and _is_same(task, promise)]
    if promise.line in same:
        return promise.line
    if len(same) == 1:
        return same[0]
    raise VaultError(f"{promise.path} was changed, and the promise is not where it was", "look again with nb promises")


def _is_same(task: Promise, promise: Promise) -> bool:
    """Whether it is that promise, by its words; a withheld one, whose words are not kept, by its line, too."""
    if (task.mark, task.due, task.who) != (promise.mark, promise.due, promise.who):
        return False
    if isinstance(task.text, Withheld) or isinstance(promise.text, Withheld):
        return type(task.text) is type(promise.text) and task.line == promise.line
    return task.text == promise.text
