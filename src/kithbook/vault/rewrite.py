"""Writes what has changed in the vault into the index."""

from collections.abc import Container, Mapping, Sequence
from datetime import date
from functools import partial

from ..model.record import NamedTuple
from ..model.settings import Settings
from .folder_rows import KnownFolder
from .history import NOT_ASKED
from .index import Index
from .look import Changes, Seen
from .note_rows import Facts
from .reading import Progress, Reading, read_summaries
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
        from .made import days_of

        with index.trouble():
            index.answers.forget()
        folders, touched = tuple(seen.folders), None
        notes = sorted([base + name for base, found in seen.folders.items() for name in found.folder.notes])
        fleeting = build(index, root, notes, settings, today, partial(days_of, root), progress)
        _keep_history(index, history)
    else:
        fleeting, touched = _follow(index, root, settings, today, changes, history)
    index.folders.keep({base: _to_keep(base, seen.folders[base], moment, fleeting) for base in folders}, changes.folders_gone)
    return Rewritten(not fleeting, touched)


def _keep_history(index: Index, history: str) -> None:
    """Note that the days of undated promises are from this history."""
    index.history = NOT_ASKED if index.due.has_unknown_days() else history  # git did not answer: it is asked again the next time


def _follow(index: Index, root: str, settings: Settings, today: date, changes: Changes, history: str) -> tuple[set[str], frozenset[str] | None]:
    """Read the notes that have changed, and write what is another one by that: those that could not be read, and who is touched."""
    def read(paths: Sequence[str]) -> list[Reading]:
        return read_summaries(root, paths, settings, today, packed=True)

    readings = {reading.summary.path: reading for reading in read(changes.to_read)}
    renamed, other_history = False, history != index.history
    touched: frozenset[str] | None = frozenset()
    news = readings if other_history else _that_say_another_thing(index, readings)
    if news or changes.gone or other_history:
        from .made import date_promises
        from .touched import News, keep_news

        renamed, touched = keep_news(index, News(news, changes.gone, other_history), settings, today, read, partial(date_promises, root))
        _keep_history(index, history)
        if not index.has_no_traits:
            with index.trouble():
                index.traits.forget({*news, *changes.gone})
    if not index.has_no_pages:
        from .kept_notes import Notes
        from .pages import withdraw

        withdraw(index, root, {*changes.to_read, *changes.gone}, Notes(index, read), renamed=renamed)
    return {path for path, reading in readings.items() if not reading.lasting}, touched


def _that_say_another_thing(index: Index, readings: Mapping[str, Reading]) -> dict[str, Reading]:
    """Those of the notes, by path, that in brief are not what is kept of them: of the others nothing need be written."""
    kept = index.notes.facts(readings)
    return {path: reading for path, reading in readings.items() if path not in kept or not _is_kept(reading, kept[path])}


def _is_kept(reading: Reading, facts: Facts) -> bool:
    """Whether a note in brief is what is kept of it. An undated promise may be as old as the file, which tells another day now."""
    return (reading.lasting and reading.packed is not None and (reading.packed, reading.since) == (facts.text, facts.since)
            and not any(task.is_undated for task in reading.summary.tasks))


def _to_keep(base: str, found: KnownFolder, moment: int, fleeting: Container[str]) -> KnownFolder:
    stamps = bytearray(lasting(found.stamps, moment))
    for place, name in enumerate(found.folder.notes if fleeting else ()):
        if base + name in fleeting:
            stamps[place * STAMP_BYTES : (place + 1) * STAMP_BYTES] = bytes(STAMP_BYTES)
    return found._replace(stamps=bytes(stamps))
