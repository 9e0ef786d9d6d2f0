"""How many promises of mine are stale in the notes that a commit does not touch, as far as the index knows.

It is asked as it is. Looking at every note would grow with the vault, and this is one line of
warning; but a note that has changed since it was read makes the answer none at all.
"""

from collections.abc import Container
from datetime import date

from ..model.settings import Settings
from .folder_rows import KnownFolder
from .index import Index, index_key
from .index_fault import IndexFault
from .stamps import STAMP_BYTES, look_at


def count_stale_elsewhere(root: str, settings: Settings, staged: Container[str], today: date) -> int | None:
    """The number; None when the index is not there, or not fresh."""
    try:
        index = Index.open(root, index_key(root, settings), make=False)
        try:
            with index.trouble():
                stale = [path for path, due in index.pressing(today.toordinal()) if path not in staged
                         and (due is None or settings.stale_grace.after(date.fromordinal(due)) < today)]
                return len(stale) if are_as_read(root, set(stale), index.folders.known()) else None
        finally:
            index.close()
    except IndexFault:
        return None


def are_as_read(root: str, paths: set[str], folders: dict[str, KnownFolder]) -> bool:
    """Whether these notes are as they were when they were read."""
    for base, known in folders.items():
        places = [place for place, name in enumerate(known.folder.notes) if base + name in paths]
        stamps = b"".join(known.stamps[place * STAMP_BYTES : (place + 1) * STAMP_BYTES] for place in places)
        if look_at(f"{root}/{base}", [known.folder.notes[place] for place in places]) != stamps:
            return False
    return True
