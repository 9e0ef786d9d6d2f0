"""Notes read from disk: in brief, on both cores when there are many, or whole.

What cannot be read is a problem of that note, and never stops another.
"""

import marshal
import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from ..errors import VaultError
from ..model.note import Note
from ..model.problem import Problem
from ..model.record import NamedTuple
from ..model.settings import Settings
from ..model.summary import Summary, summarise
from ..text.decode import MAX_NOTE_BYTES
from ..text.note import NoteReader
from .files import read_plain_file
from .hearing import Listener, Unheard
from .packing import pack_summary, unpack_summary
from .stamps import may_fork

# From so many notes on, a second process costs less than it saves.
WORTH_A_PROCESS = 3000
# The other process has to pack what it read, too; with this share both are done at the same time.
_OWN_SHARE = 0.53
# So many notes the other process leaves to this one before it loads a language itself, which takes as long as reading 500.
_LEFT_TO_HEAR = 30

Progress = Callable[[int, int], None]
"""Is told how many notes are read, and of how many (of those that this process reads)."""


def bytes_or_note(root: str, path: str, reader: NoteReader) -> bytes | Note:
    """The bytes of a note, or what is left to say when there are none."""
    try:
        return read_plain_file(f"{root}/{path}", MAX_NOTE_BYTES + 1)
    except OSError as error:
        from .unread import why_unread

        return reader.unread(path, why_unread(root, path, error))


def read_note(root: str, path: str, reader: NoteReader) -> Note:
    """A note in full."""
    data = bytes_or_note(root, path, reader)
    return data if isinstance(data, Note) else reader.read(path, data)


def cannot_be_read(problem: Problem, and_so: str = "") -> VaultError:
    """What to say to somebody who asks for the note whose `problem` hides all of it."""
    return VaultError(f"{problem.path}:{problem.line}:{problem.column} cannot be read{and_so}: {problem.message}",
                      problem.fix or "nb check shows the line")


def read_text(root: str, path: str) -> str:
    """Whatever text a note has; empty when it has none."""
    try:
        return read_plain_file(f"{root}/{path}", MAX_NOTE_BYTES + 1).decode("utf-8", "replace")
    except OSError:
        return ""


def read_notes(root: str, paths: Sequence[str], reader: NoteReader) -> Iterator[Note]:
    """The notes in full, one after another."""
    return (read_note(root, path, reader) for path in paths)


def read_logs(root: str, paths: Sequence[str], reader: NoteReader) -> Iterator[Summary]:
    """The notes in brief, but with whole logs, one after another."""
    for path in paths:
        data = bytes_or_note(root, path, reader)
        yield summarise(data, live_only=False) if isinstance(data, Note) else reader.whole_log(path, data)


class Reading(NamedTuple):
    """A note in brief, and the same `packed`, as JSON text; nothing of a confidential note is packed.

    It is `lasting` when the file tells that it has to be read again: what cannot be read
    now may be readable the next time all the same. It holds from the day `since` (an
    ordinal) on: what was settled by then is left out.
    """

    summary: Summary
    lasting: bool = True
    since: int = 0
    packed: str | None = None


class BriefReader:
    """Reads notes in brief, as they stand for `today`, by the settings of one vault."""

    def __init__(self, root: str, settings: Settings, today: date, *, leaves: int = 0) -> None:
        self._root = root
        self._reader = NoteReader(settings)
        self._listener = Listener(settings, today, leaves=leaves)
        self._today = today

    def read(self, path: str) -> Reading:
        """A note; one with later entries is read in full. Raises `Unheard` when it is left to another, see `hearing.Listener`."""
        data = bytes_or_note(self._root, path, self._reader)
        if isinstance(data, Note):
            return Reading(summarise(data), lasting=False)
        summary, late = self._reader.brief(path, data)
        since = 0
        if summary.newest is not None and summary.newest > self._today:
            summary, late = summarise(self._reader.read(path, data), live_only=False), None
        elif summary.newest is not None and summary.kind == "contact":
            since = summary.newest.toordinal()
        spoken, heard = self._listener.hear(path, data, summary, late)
        return Reading(summary._replace(spoken=spoken) if spoken else summary, since=max(since, heard))

    def read_all(self, paths: Sequence[str]) -> list[Reading]:
        return list(map(self.read, paths))


def read_summaries(root: str, paths: Sequence[str], settings: Settings, today: date, *, packed: bool = False) -> list[Reading]:
    """All notes in brief, and `packed` when that is asked for."""
    reader = BriefReader(root, settings, today)
    if packed:
        return list(map(_packed, reader.read_all(paths)))
    if len(paths) < WORTH_A_PROCESS or not may_fork():
        return reader.read_all(paths)
    own_part = int(len(paths) * _OWN_SHARE)
    child = _Child(paths[own_part:], BriefReader(root, settings, today, leaves=_LEFT_TO_HEAR))
    own = reader.read_all(paths[:own_part])
    theirs = child.result()
    if theirs is None:
        return own + reader.read_all(paths[own_part:])
    return own + [reading or reader.read(path) for path, reading in zip(paths[own_part:], theirs, strict=True)]


def _packed(reading: Reading) -> Reading:
    import json

    if reading.summary.confidential:
        return reading
    return reading._replace(packed=json.dumps(pack_summary(reading.summary), ensure_ascii=False, separators=(",", ":")))


def unpacked(text: str) -> Summary:
    """The summary that was packed."""
    import json

    return unpack_summary(json.loads(text))


class _Child:
    """A forked process that reads some of the notes and sends them back through a pipe."""

    def __init__(self, paths: Sequence[str], reader: BriefReader) -> None:
        source, sink = os.pipe()
        self.pid = os.fork()
        if self.pid:
            os.close(sink)
            self.source = source
            return
        status = 1
        try:
            os.close(source)
            rows = [_read_or_leave(path, reader) for path in paths]
            with os.fdopen(sink, "wb") as file:
                file.write(marshal.dumps(rows))
            status = 0
        finally:
            os._exit(status)  # nothing of the parent's is flushed or cleaned up twice

    def result(self) -> list[Reading | None] | None:
        """What it read, None for a note that it left; None when it came to grief."""
        with os.fdopen(self.source, "rb") as file:
            data = file.read()
        _, status = os.waitpid(self.pid, 0)
        if status != 0:
            return None
        return [Reading(unpack_summary(row[0]), *row[1:]) if row else None for row in marshal.loads(data)]


def _read_or_leave(path: str, reader: BriefReader) -> Any:
    try:
        summary, *rest = reader.read(path)
    except Unheard:
        return None
    return pack_summary(summary), *rest
