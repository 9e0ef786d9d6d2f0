"""Changes as unified diffs, as `git apply -p0` takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..text.decode import decode_leniently
from ..text.front_matter import split_note
from ..text.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..model.note import Note
    from ..text.note import NoteReader
    from .change_log import Change

_NOWHERE = "/dev/null"
_UNENDED = r"\ No newline at end of file"


def unified(path: str, before: list[str] | None, after: list[str] | None) -> str:
    """A file's lines, which have their ends, before and after; None where there is no file. Empty when they are the same."""
    from difflib import unified_diff

    lines = unified_diff(before or [], after or [], _NOWHERE if before is None else path, _NOWHERE if after is None else path)
    return "".join(line if line.endswith("\n") else f"{line}\n" if line.endswith("\r") else f"{line}\n{_UNENDED}\n" for line in lines)


def lines_of(data: bytes | None) -> list[str] | None:
    """The lines of a file that holds nothing confidential."""
    return None if data is None else split_lines(data.decode("utf-8", "replace"))


def file_difference(change: Change) -> str:
    """A change of a file that holds nothing confidential."""
    return unified(change.path, lines_of(change.before), lines_of(change.after))


def note_difference(change: Change, reader: NoteReader, open_lines: Callable[[Note, str], list[str]]) -> str:
    """What may be shown of a change of a note: a line that is withheld is empty, and nothing is shown of a confidential note.

    `reader` has to read prose; `open_lines` gives the lines of a note with its text that may be shown, with nothing in place of the others.
    """
    before, after = (_shown(change.path, data, reader, open_lines) for data in (change.before, change.after))
    return unified(change.path, before, after)


def _shown(path: str, data: bytes | None, reader: NoteReader, open_lines: Callable[[Note, str], list[str]]) -> list[str] | None:
    """The lines of a note that may be shown, with the ends they have there."""
    if data is None:
        return None
    note = reader.read(path, data)
    if note.confidential or not note.prose:
        return []
    lines = split_lines(data.decode("utf-8", "replace"))
    text = decode_leniently(data)
    plain = text.split("\n")
    fences = _fences(text)
    shown: list[str] = []
    for number, (line, said) in enumerate(zip(lines, open_lines(note, text), strict=False)):
        if number in fences or said == plain[number]:
            shown.append(line)
        else:  # the end is not told, either: it can change with what is withheld
            shown.append(said + (line[len(line.rstrip("\r\n")) :] or "\n"))
    return shown


def _fences(text: str) -> tuple[int, ...]:
    """Where (from 0) the two lines stand that hold a note's front matter; prose leaves them out."""
    split = split_note(text)
    return (0, split.body_line - 2) if split.front is not None and split.closed else ()
