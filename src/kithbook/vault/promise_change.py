"""A promise changed in its note: found again in the text as it is now, edited, and read back."""

from collections.abc import Callable
from datetime import date

from ..errors import VaultError
from ..model.note import Note
from ..model.promise import Promise
from ..model.withheld import Withheld
from ..text.note import NoteReader
from ..text.promise_edit import Closed, Closing, close_promise, defer_promise
from ..text.read_back import reads_the_same
from .change_log import Change
from .changes import Wanted, change_notes


class PromiseChanger:
    """Changes promises of one vault. With `dry_run` nothing is written."""

    def __init__(self, root: str, reader: NoteReader, *, dry_run: bool) -> None:
        self.root = root
        self.reader = reader
        self.dry_run = dry_run

    def close(self, promise: Promise, how: Closing, day: date, said: str) -> tuple[Change, Closed]:
        """Close a promise; what was done to the note, and whether it comes again."""
        outcome: list[Closed] = []

        def edit(text: str, line: int) -> tuple[str, int]:
            outcome[:] = [close_promise(text, line, how, day)]
            return outcome[0].text, int(outcome[0].added)

        def fits(task: Promise) -> bool:
            return task.status == how and task.done == day

        return self._change(promise, edit, fits, said), outcome[0]

    def defer(self, promise: Promise, due: date, said: str) -> Change:
        """Put a promise off to another day."""
        return self._change(promise, lambda text, line: (defer_promise(text, line, due), 0),
                            lambda task: task.is_open and task.due == due, said)

    def _change(self, promise: Promise, edit: Callable[[str, int], tuple[str, int]],
                fits: Callable[[Promise], bool], said: str) -> Change:
        """Edit the line on which the promise stands now; `edit` gives the text and how many lines came in above it."""

        def change(data: bytes) -> bytes:
            before = self.reader.read(promise.path, data)
            line = _find_again(before, promise)
            text, added = edit(data.decode(), line)
            changed = text.encode()
            after = self.reader.read(promise.path, changed)
            here = [task for task in after.tasks if task.line == line + added]
            as_before = reads_the_same(before, after, at=line, added=added, changed=line)
            if not (as_before and len(here) == 1 and fits(here[0])):
                raise VaultError(f"{promise.path}:{line} cannot be changed for sure", "nothing was changed; use an editor")
            return changed

        return change_notes(self.root, [Wanted(promise.path, change)], said, dry_run=self.dry_run)[0]


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
