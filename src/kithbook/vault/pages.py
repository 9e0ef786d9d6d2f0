"""Brings the words in the index in step: reads notes in full of which nothing is kept yet, and takes out what changes."""

from __future__ import annotations

import marshal
import os
import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from ..model.pattern import pattern
from ..model.record import NamedTuple
from ..query.sayings import Page, page_of
from ..query.shelf import EVERYTHING, Sieve, bare_parts, gets_through
from ..query.wording import Wording, bare
from ..text.marks import may_hold_marks
from ..text.note import NoteReader
from .index import Index
from .kept_notes import Notes
from .naming import Naming
from .reading import Progress, read_note, read_text
from .stamps import may_fork
from .words import PackedPage, pack

# From so many notes on, a second process costs less than it saves.
_WORTH_A_PROCESS = 600
_STEP = 100
_PRIVATE = pattern("plus|minus|deal|reflect|rating|::", re.IGNORECASE)


class _Way(NamedTuple):
    """How the notes at `root` are read for their pages: `reader` reads prose, `secret` is whom no page may name."""

    root: str
    reader: NoteReader
    wording: Wording
    secret: Naming


def fill(index: Index, root: str, reader: NoteReader, wording: Wording, notes: Notes, progress: Progress | None = None) -> None:
    """Keep the pages of all notes that may be kept. `reader` reads prose. Raises `IndexFault`."""
    with index.trouble():
        if not index.words.missing():
            return
    # Another process may be writing the same: what it wrote is looked at first.
    index.give_up()
    index.begin(writing=True)
    with index.trouble():
        missing = index.words.missing()
        index.words.keep(_read(_Way(root, reader, wording, notes.secret()), missing, progress))
    index.commit()
    index.begin(writing=False)


def _read(way: _Way, paths: Sequence[str], progress: Progress | None) -> list[PackedPage]:
    """The notes as they are kept. With thousands, a forked process reads half of them."""
    if len(paths) < _WORTH_A_PROCESS or not may_fork():
        return _read_here(way, paths, progress)
    half = len(paths) // 2
    source, sink = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        try:
            os.close(source)
            with os.fdopen(sink, "wb") as file:
                file.write(marshal.dumps([tuple(page) for page in _read_here(way, paths[half:], None)]))
            status = 0
        finally:
            os._exit(status)  # nothing of the parent's is flushed or cleaned up twice
    os.close(sink)
    own = _read_here(way, paths[:half], progress)
    with os.fdopen(source, "rb") as file:
        data = file.read()
    _, status = os.waitpid(child, 0)
    if status != 0:
        return own + _read_here(way, paths[half:], None)
    return own + [PackedPage(*page) for page in marshal.loads(data)]


def _read_here(way: _Way, paths: Sequence[str], progress: Progress | None) -> list[PackedPage]:
    found: list[PackedPage] = []
    for path in paths:
        page = page_of(read_note(way.root, path, way.reader))
        found.append(PackedPage(path, None, None, None, ()) if _names_one(page, way.secret) else pack(page, way.wording))
        if progress is not None and (len(found) % _STEP == 0 or len(found) == len(paths)):
            progress(len(found), len(paths))
    return found


def _names_one(page: Page, secret: Naming) -> bool:
    """Whether a page says the name of somebody confidential."""
    if not secret:
        return False
    return secret.are_said("\n".join([page.name or "", *page.lines, *(saying.text for saying in page.sayings)]))


def withdraw(index: Index, root: str, changed: Collection[str], notes: Notes, *, renamed: bool) -> None:
    """Take out the pages of notes that have changed, and those of which nothing may be kept any more.

    `renamed`: names that must not stand in others' pages can have come or gone.
    """
    with index.trouble():
        paths = {*changed, *index.words.not_to_be_kept()}
        for_good = len(paths) > len(changed)
        if renamed:
            for_good = True
            secret = notes.secret()
            paths.update(page.path for page in index.words.pages(EVERYTHING) if _names_one(page, secret))
            paths.update(index.words.kept_as_withheld())
        index.words.forget(paths, for_good=for_good or any(_may_hide(read_text(root, path)) for path in changed))


def _may_hide(text: str) -> bool:
    """Whether something in a note can be confidential or private."""
    return "%%" in text or "<!--" in text or may_hold_marks(text) or _PRIVATE.search(text) is not None


def pages_read(root: str, paths: Iterable[str], reader: NoteReader, sieve: Sieve) -> Iterator[Page]:
    """The notes at some paths that may get through the sieve, with those of their sayings that may, read now. `reader` reads prose."""
    ways = bare_parts(sieve)
    for page in whole_pages_read(root, paths, reader, sieve):
        yield page._replace(sayings=[saying for saying in page.sayings if gets_through(bare(saying.text), ways)])


def whole_pages_read(root: str, paths: Iterable[str], reader: NoteReader, sieve: Sieve) -> Iterator[Page]:
    """The notes at some paths that may get through the sieve, with all of their sayings, read now. `reader` reads prose."""
    ways = bare_parts(sieve)
    for path in paths:
        if gets_through(bare(read_text(root, path)), ways):
            page = page_of(read_note(root, path, reader))
            if page.lines:
                yield page
