"""Keeps the index in step with the files: looks at all of them, and reads those that have changed."""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import date
from typing import TYPE_CHECKING

from ..model.problem import Problem
from ..model.record import NamedTuple
from ..model.settings import Settings
from .history import history_mark
from .index import Index, KnownFolder
from .listing import Listing, list_notes
from .stamps import STAMP_BYTES, changed_places, look_at_all

if TYPE_CHECKING:
    from .reading import Progress


class Changes(NamedTuple):
    """What is not as it was: notes to be read and notes that are gone, and the folders that show it."""

    to_read: tuple[str, ...]
    gone: tuple[str, ...]
    folders: tuple[str, ...]
    folders_gone: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.folders or self.folders_gone)


def compare(known: Mapping[str, KnownFolder], seen: Mapping[str, KnownFolder]) -> Changes:
    """How the files differ from what is known of them. A pure comparison; nothing is looked at."""
    to_read: list[str] = []
    gone: list[str] = []
    folders: list[str] = []
    for base, now in seen.items():
        before = known.get(base)
        if before == now:
            continue
        folders.append(base)
        if before is None:
            to_read += [base + name for name in now.folder.notes]
        elif before.folder.notes == now.folder.notes:
            to_read += [base + now.folder.notes[place] for place in changed_places(before.stamps, now.stamps)]
        else:
            stamps = _by_name(before)
            there = set(now.folder.notes)
            gone += [base + name for name in before.folder.notes if name not in there]
            to_read += [base + name for name, stamp in _by_name(now).items() if stamps.get(name) != stamp]
    folders_gone = [base for base in known if base not in seen]
    gone += [base + name for base in folders_gone for name in known[base].folder.notes]
    return Changes(tuple(sorted(to_read)), tuple(sorted(gone)), tuple(folders), tuple(folders_gone))


def _by_name(known: KnownFolder) -> dict[str, bytes]:
    stamps = known.stamps
    return {name: stamps[place * STAMP_BYTES : (place + 1) * STAMP_BYTES] for place, name in enumerate(known.folder.notes)}


class Seen(NamedTuple):
    """All folders as they are now, what in the vault cannot be a note, and whether there are symbolic links."""

    folders: dict[str, KnownFolder]
    problems: tuple[Problem, ...]
    links: bool


class Told(NamedTuple):
    """What somebody who misses nothing has told of: the paths of all files and folders with changes since the index, with that `mark`, was in step."""

    mark: str
    paths: set[str]


def look(root: str, settings: Settings, known: Mapping[str, KnownFolder], moment: int, only: Set[str] | None = None) -> Seen:
    """The folders and the stamps of all notes. `moment` is the time of the look, by the clock that stamps files.

    With `only`, nothing but what has one of these paths, or lies in a folder that has, is other than it is known.
    """
    before = {base: found.folder for base, found in known.items()}
    listing = list_notes(root, settings.ignore, settings.templates_folder, before, moment)
    stamps = look_at_all(root, {base: folder.notes for base, folder in listing.folders.items()},
                         {base: found.stamps for base, found in known.items() if _has_same_notes(listing, base, found)}, only)
    folders = {base: KnownFolder(folder, stamps[base]) for base, folder in listing.folders.items()}
    return Seen(folders, listing.problems, listing.links)


def _has_same_notes(listing: Listing, base: str, before: KnownFolder) -> bool:
    now = listing.folders.get(base)
    return now is not None and now.notes == before.folder.notes


class InStep(NamedTuple):
    """How the index was brought in step with the files.

    `mark` is the one that stands in it now, `mark_before` the one that was found: with the
    same, nobody else has written in it. `paths` are the notes that had changed or were gone, `touched`
    the contacts of whom something else may be said than before; None when that may be everybody.
    `certain`: whether it stays in step as long as no file of the vault changes.
    """

    seen: Seen
    mark: str | None
    mark_before: str | None
    paths: frozenset[str]
    touched: frozenset[str] | None
    certain: bool


def refresh(index: Index, root: str, settings: Settings, today: date, vouched: str | None = None,
            progress: Progress | None = None) -> tuple[Problem, ...]:
    """Bring the index in step with the files and with history; what in the vault cannot be a note.

    When it has the mark that a watcher has `vouched` for, no file is looked at. From here on,
    until the index is closed, one state of it is seen. Raises `IndexFault`.
    """
    if vouched is not None:
        index.begin(writing=False)
        if index.mark == vouched and index.history == history_mark(root):
            return _listed(index)
        index.give_up()
    return bring_in_step(index, root, settings, today, progress=progress).seen.problems


def bring_in_step(index: Index, root: str, settings: Settings, today: date, mark: str | None = None,
                  progress: Progress | None = None, told: Told | None = None) -> InStep:
    """Bring the index in step with the files and with history.

    When that changes what it answers, `mark` is left in it. What was `told` holds when nobody else
    has written in it since. Raises `IndexFault`.
    """
    moment = index.moment()
    index.begin(writing=False)
    state, known = index.state, index.folders()
    before = index.mark
    seen = look(root, settings, known, moment, told.paths if told is not None and told.mark == before else None)
    history = history_mark(root)
    listed = _to_list(seen.problems)
    changes = compare(known, seen.folders)
    if not changes and history == index.history:
        if mark is None or (before is not None and index.listed == listed):
            return InStep(seen, before, before, frozenset(), frozenset(), not seen.links)
        index.keep_mark(mark, listed)  # refused when anybody has written since `begin`
        index.commit()
        index.begin(writing=False)
        return InStep(seen, mark, before, frozenset(), frozenset(), not seen.links)
    # Another process may be writing the same: what it wrote is looked at first.
    index.give_up()
    index.begin(writing=True)
    from .rewrite import rewrite

    if index.state != state:
        before = index.mark
        changes = compare(index.folders(), seen.folders)
    paths = frozenset((*changes.to_read, *changes.gone))
    if before is not None and not paths and history == index.history and index.listed == listed:
        mark = before  # something that is no note came or went
    lasting, touched = rewrite(index, root, settings, today, changes, seen, moment, history, progress)
    index.keep_mark(mark, listed)
    index.commit()
    index.begin(writing=False)
    return InStep(seen, mark, before, paths, touched, lasting and not seen.links)


def _to_list(problems: tuple[Problem, ...]) -> str:
    if not problems:
        return "[]"
    import json

    return json.dumps([problem[:] for problem in problems])


def _listed(index: Index) -> tuple[Problem, ...]:
    listed = index.listed
    if listed == "[]":
        return ()
    import json

    with index.trouble():
        return tuple(Problem(*fields) for fields in json.loads(listed))
