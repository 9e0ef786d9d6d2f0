"""Notes that a merge or a sync program has left in two versions, made one.

Conflict markers give both sides back; a copy that a sync program left beside a note is the
other side. What both began with comes from the markers, from git's index, or from history.
"""

import os
import re
from collections import Counter
from collections.abc import Sequence

from ..errors import VaultError
from ..model.pattern import pattern
from ..model.record import NamedTuple
from ..model.settings import DateOrder
from ..text.conflict_markers import MarkerStyle, has_markers, read_markers
from ..text.front_matter import split_note
from ..text.lines import split_lines
from ..text.three_way import Merged, NotMerged, merge_versions
from .change_log import Change
from .changes import Wanted, change_notes
from .files import read_setting_file
from .git import former_versions, version_both_began_with

_COPY = pattern(
    r"(?P<note>.+?)(?: \([^()]*conflict[^()]*\)| \(\d{1,3}\)|\.sync-conflict-[\w-]+|[ _-]+conflict[ _-].*)\.md", re.IGNORECASE)
_PROPERTY = pattern(r"^[\"']?\w[\w -]*[\"']?:(?=\s|$)", re.MULTILINE)
_IN_AN_EDITOR = "nothing was changed; settle what is between markers and try again, or put them together in an editor"


class Unresolved(NamedTuple):
    """A note in two versions: with conflict markers or, when `copy` is a path, with a copy beside it."""

    path: str
    copy: str | None


class Resolution(NamedTuple):
    """What was done to a note and its copy, and the lines (from 1) on which contradictions are left."""

    changes: list[Change]
    lines: tuple[int, ...]


def find_unresolved(root: str, paths: Sequence[str], copies: Sequence[str]) -> list[Unresolved]:
    """The notes among `paths` with conflict markers, and those beside which one of the `copies` lies."""
    found = [Unresolved(path, None) for path in paths if _has_markers(root, path)]
    for copy in copies:
        folder, slash, name = copy.rpartition("/")
        match = _COPY.fullmatch(name)
        note = f"{folder}{slash}{match['note']}.md" if match else ""
        if note in paths:
            found.append(Unresolved(note, copy))
    return found


def _has_markers(root: str, path: str) -> bool:
    data = read_setting_file(os.path.join(root, path))
    return data is not None and b"<<<<<<<" in data and has_markers(data.decode("utf-8", "replace"))


def resolve_note(root: str, unresolved: Unresolved, order: DateOrder | None, said: str, *, dry_run: bool) -> Resolution:
    """Make one note of both versions; a copy goes, since all that it says is in the note then.

    Raises `VaultError` when the versions cannot be put together, or not be read.
    """
    path, copy = unresolved
    lines: list[int] = []
    taken: list[str] = []

    def take(data: bytes) -> None:
        taken[:] = [_text(data, str(copy))]

    def put(data: bytes) -> bytes:
        merged = _of_copy(root, path, _text(data, path), taken[0], order) if copy else _of_markers(root, path, _text(data, path), order)
        lines[:] = [number for number, line in enumerate(split_lines(merged.text), 1) if line.startswith("<<<<<<<")] if merged.contradictions else []
        return merged.text.encode()

    wanted = [Wanted(copy, take)] if copy else []
    changes = change_notes(root, [*wanted, Wanted(path, put)], said, dry_run=dry_run)
    return Resolution([change for change in changes if change.before != change.after], tuple(lines))


def _text(data: bytes, path: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise VaultError(f"{path} is no UTF-8", "nothing was changed; save it as UTF-8 first") from None


def _of_markers(root: str, path: str, text: str, order: DateOrder | None) -> Merged:
    sides = read_markers(split_lines(text))
    if sides is None:
        return Merged(text, 0)
    if _begins_with_properties(text):  # which a merge by nb has put there: it is for a person to decide
        return Merged(text, 1)
    base = sides.base if sides.base is not None else version_both_began_with(root, path)
    try:
        return merge_versions(base, sides.ours, sides.theirs, sides.style, order)
    except NotMerged as why:
        raise _not_merged(path, why) from None


def _begins_with_properties(text: str) -> bool:
    """Whether a conflict of properties, or what may be one, stands right below the front matter."""
    split = split_note(text)
    below = split.body.lstrip("\r\n")
    conflict = below.partition("\n>>>>>>>")[0] if split.front is not None and below.startswith("<<<<<<<") else ""
    return _PROPERTY.search(conflict) is not None


def _of_copy(root: str, path: str, ours: str, theirs: str, order: DateOrder | None) -> Merged:
    style = MarkerStyle(ours="the note", theirs="the copy")
    try:
        return merge_versions(_nearest(former_versions(root, path), ours, theirs), ours, theirs, style, order)
    except NotMerged as why:
        raise _not_merged(path, why) from None


def _not_merged(path: str, why: NotMerged) -> VaultError:
    return VaultError(f"the two versions of {path} cannot be put together for sure: {why}", _IN_AN_EDITOR)


def _nearest(versions: Sequence[str], note: str, copy: str) -> str | None:
    """The former version of a note from which a copy was made: the one that differs least from it, the oldest of several.

    None when none has half of the copy's lines, and when the copy may be older than all
    of them: then what it does not have was not removed there, but not yet written.
    """
    there = Counter(copy.splitlines())
    best: tuple[int, str] | None = None
    for version in versions:  # the newest first
        lines = Counter(version.splitlines())
        apart = ((lines - there) + (there - lines)).total()
        if 2 * (lines & there).total() >= there.total() and (best is None or apart <= best[0]):
            best = apart, version
    if best is None:
        return None
    would_go = (Counter(best[1].splitlines()) - there) & Counter(note.splitlines())
    return None if would_go and best[1] == versions[-1] else best[1]
