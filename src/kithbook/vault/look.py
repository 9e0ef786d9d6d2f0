"""What the files look like from outside, and how that differs from what is known of them."""

from __future__ import annotations

from collections.abc import Mapping, Set

from ..model.problem import Problem
from ..model.record import NamedTuple
from ..model.settings import Settings
from .folder_rows import KnownFolder
from .listing import Listing, list_notes
from .stamps import STAMP_BYTES, changed_places, look_at_all


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
