"""Writes what has changed in the vault into the index."""

from collections.abc import Container, Sequence
from datetime import date
from functools import partial

from ..model.settings import Settings
from ..text.note import NoteReader
from .history import NOT_ASKED
from .index import Index, KnownFolder
from .kept_notes import Notes
from .made import date_promises
from .reading import Progress, Reading, read_summaries
from .refresh import Changes, Seen
from .stamps import STAMP_BYTES, lasting
from .touched import News, keep_news


def rewrite(index: Index, root: str, settings: Settings, today: date, changes: Changes, seen: Seen, moment: int,
            history: str, progress: Progress | None = None) -> bool:
    """Read the notes that have changed and write what came of it; whether all of them could be read for good.

    `moment` is when the files were `seen`, and `history` what then told which commit is checked out.
    """

    def read(paths: Sequence[str]) -> list[Reading]:
        return read_summaries(root, paths, NoteReader(settings), today, packed=True)

    readings = read_summaries(root, changes.to_read, NoteReader(settings), today, packed=True, progress=progress)
    fleeting = {reading.summary.path for reading in readings if not reading.lasting}
    index.keep_folders({base: _to_keep(base, seen.folders[base], moment, fleeting) for base in changes.folders},
                       changes.folders_gone)
    hidden = {*index.confidential(), *(reading.summary.path for reading in readings if reading.summary.confidential)}
    news = News({reading.summary.path: reading for reading in readings}, changes.gone, history != index.history)
    index.history = history
    keep_news(index, news, settings, today, read, partial(date_promises, root))
    if not index.has_no_traits:
        with index.trouble():
            index.traits.forget({*changes.to_read, *changes.gone})
    if not index.has_no_pages:
        from .pages import withdraw

        withdraw(index, root, {*changes.to_read, *changes.gone}, hidden, Notes(index, read))
    if index.due.has_unknown_days():  # git did not answer: it is asked again the next time
        index.history = NOT_ASKED
    return not fleeting


def _to_keep(base: str, found: KnownFolder, moment: int, fleeting: Container[str]) -> KnownFolder:
    stamps = bytearray(lasting(found.stamps, moment))
    for place, name in enumerate(found.folder.notes if fleeting else ()):
        if base + name in fleeting:
            stamps[place * STAMP_BYTES : (place + 1) * STAMP_BYTES] = bytes(STAMP_BYTES)
    return found._replace(stamps=bytes(stamps))
