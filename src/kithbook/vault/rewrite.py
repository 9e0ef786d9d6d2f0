"""Writes what has changed in the vault into the index."""

from collections.abc import Container, Sequence
from datetime import date
from functools import partial

from ..model.record import NamedTuple
from ..model.settings import Settings
from .history import NOT_ASKED
from .index import Index, KnownFolder
from .made import date_promises, days_of
from .reading import Progress, Reading, read_summaries
from .refresh import Changes, Seen
from .stamps import STAMP_BYTES, lasting

# When more notes than this have changed, and more than a tenth of all, everything is made anew.
_MANY = 400


class Rewritten(NamedTuple):
    """Whether all notes could be read for good, and the contacts of whom something else may be said; None when that may be everybody."""

    lasting: bool
    touched: frozenset[str] | None


def rewrite(index: Index, root: str, settings: Settings, today: date, changes: Changes, seen: Seen, moment: int,
            history: str, progress: Progress | None = None) -> Rewritten:
    """Read the notes that have changed and write what came of it.

    `moment` is when the files were `seen`, and `history` what then told which commit is checked out.
    """
    all_of_them = sum([len(found.folder.notes) for found in seen.folders.values()])
    folders = changes.folders
    if len(changes.to_read) + len(changes.gone) > max(_MANY, all_of_them // 10):
        from .build import build

        with index.trouble():
            index.answers.forget()
        folders, touched = tuple(seen.folders), None
        notes = sorted([base + name for base, found in seen.folders.items() for name in found.folder.notes])
        fleeting = build(index, root, notes, settings, today, partial(days_of, root), progress)
    else:
        fleeting, touched = _follow(index, root, settings, today, changes, history != index.history)
    index.keep_folders({base: _to_keep(base, seen.folders[base], moment, fleeting) for base in folders}, changes.folders_gone)
    index.history = history
    if index.due.has_unknown_days():  # git did not answer: it is asked again the next time
        index.history = NOT_ASKED
    return Rewritten(not fleeting, touched)


def _follow(index: Index, root: str, settings: Settings, today: date, changes: Changes, history: bool) -> tuple[set[str], frozenset[str] | None]:
    """Read the notes that have changed, and write what is another one by that: those that could not be read, and who is touched."""
    from .touched import News, keep_news

    def read(paths: Sequence[str]) -> list[Reading]:
        return read_summaries(root, paths, settings, today, packed=True)

    readings = {reading.summary.path: reading for reading in read(changes.to_read)}
    kept = keep_news(index, News(readings, changes.gone, history), settings, today, read, partial(date_promises, root))
    changed = {*changes.to_read, *changes.gone}
    if not index.has_no_traits:
        with index.trouble():
            index.traits.forget(changed)
    if not index.has_no_pages:
        from .kept_notes import Notes
        from .pages import withdraw

        withdraw(index, root, changed, Notes(index, read), renamed=kept.renamed)
    return {path for path, reading in readings.items() if not reading.lasting}, kept.touched


def _to_keep(base: str, found: KnownFolder, moment: int, fleeting: Container[str]) -> KnownFolder:
    stamps = bytearray(lasting(found.stamps, moment))
    for place, name in enumerate(found.folder.notes if fleeting else ()):
        if base + name in fleeting:
            stamps[place * STAMP_BYTES : (place + 1) * STAMP_BYTES] = bytes(STAMP_BYTES)
    return found._replace(stamps=bytes(stamps))
