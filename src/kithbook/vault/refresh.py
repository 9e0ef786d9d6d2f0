"""Keeps the index in step with the files: looks at all of them, and reads those that have changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ..model.problem import Problem
from ..model.settings import Settings
from .history import history_mark
from .index import Index, KnownFolder
from .listing import list_notes
from .stamps import STAMP_BYTES, changed_places, look_at_all, trusted_until

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
    """All folders as they are now, and what in the vault cannot be a note."""

    folders: dict[str, KnownFolder]
    problems: tuple[Problem, ...]


def look(root: str, settings: Settings, known: Mapping[str, KnownFolder], moment: int) -> Seen:
    """The folders and the stamps of all notes. `moment` is the time of the look, by the clock that stamps files."""
    before = {base: found.folder for base, found in known.items()}
    listing = list_notes(root, settings.ignore, settings.templates_folder, before, trusted_until(moment))
    stamps = look_at_all(root, {base: folder.notes for base, folder in listing.folders.items()},
                         {base: found.stamps for base, found in known.items()})
    return Seen({base: KnownFolder(folder, stamps[base]) for base, folder in listing.folders.items()}, listing.problems)


def refresh(index: Index, root: str, settings: Settings, today: date, progress: Progress | None = None) -> tuple[Problem, ...]:
    """Bring the index in step with the files and with history; what in the vault cannot be a note.

    From here on, until the index is closed, one state of it is seen. Raises `IndexFault`.
    """
    moment = index.moment()
    index.begin(writing=False)
    known = index.folders()
    seen = look(root, settings, known, moment)
    history = history_mark(root)
    if not compare(known, seen.folders) and history == index.history:
        return seen.problems
    # Another process may be writing the same: what it wrote is looked at first.
    index.give_up()
    index.begin(writing=True)
    from .rewrite import rewrite

    rewrite(index, root, settings, today, compare(index.folders(), seen.folders), seen, moment, history, progress)
    index.commit()
    index.begin(writing=False)
    return seen.problems
