"""Books put together from the notes themselves: whole, with whole logs, with prose, or with all that `checks` looks at.

What can be answered without reading every note is asked of `vault.Vault`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

# What reading notes needs is loaded when notes are read.
if TYPE_CHECKING:
    from ..checks.overview import Overview
    from ..model.book import Book
    from ..model.note import Note
    from ..model.problem import Problem
    from ..model.settings import Settings
    from ..model.spoken_promise import Prose
    from ..model.summary import Summary
    from ..text.note import NoteReader
    from .note_files import NoteFiles
    from .reading import Progress

_PROGRESS_STEP = 100  # notes


class Books:
    """The books of the vault at `root`. `problems` are those of its settings; `progress` is told how far the reading of many notes has come."""

    def __init__(self, root: str, settings: Settings, files: NoteFiles, problems: Sequence[Problem], progress: Progress | None) -> None:
        self._root = root
        self._settings = settings
        self._files = files
        self._problems = problems
        self._progress = progress

    def whole(self) -> Book:
        """The book of everything, with the slips that are not errors, too."""
        from .reading import read_notes

        return self.dated(self._book_of_all(read_notes))

    def of_logs(self) -> Book:
        """The book with all entries of everybody, and the promises that are open, undated ones without the day on which they were made."""
        from .reading import read_logs

        return self._book_of_all(read_logs)

    def _book_of_all(self, read: Callable[[str, Sequence[str], NoteReader], Iterator[Note | Summary]]) -> Book:
        from ..model.book import assemble

        listing = self._files.listing()
        notes = []
        for note in read(self._root, listing.paths, self._files.reader()):
            notes.append(note)
            if self._progress is not None and (len(notes) % _PROGRESS_STEP == 0 or len(notes) == len(listing.paths)):
                self._progress(len(notes), len(listing.paths))
        return assemble(notes, self._settings, [*self._problems, *listing.problems])

    def overview(self, today: date) -> Overview:
        """All that the rules of `checks` look at: every note, the book of them, and what lies around them."""
        from ..checks.overview import Overview
        from ..model.book import assemble
        from .overview import look_around, read_pages

        listing = self._files.listing()
        pages = list(read_pages(self._root, listing.paths, self._files.reader(), today))
        book = self.dated(assemble([page.note for page in pages], self._settings, [*self._problems, *listing.problems]))
        return Overview(pages, book, today, look_around(self._root, self._settings, listing.paths))

    def with_prose(self) -> tuple[Book, Prose]:
        """The book of everything, and what daily and meeting notes say beside their entries; what is withheld is not among it."""
        from ..model.book import assemble, everybody_in
        from ..model.spoken_promise import Prose, Remark
        from ..text.remarks import loose_remarks, quoted_lines
        from .reading import read_notes, read_text

        listing = self._files.listing()
        notes = list(read_notes(self._root, listing.paths, self._files.reader(prose=True)))
        people = everybody_in(notes)
        remarks = tuple(
            Remark(note.path, loose.line, loose.date, loose.text, people.find_all(loose.links, note.path))
            for note in notes if note.kind == "other" and note.date is not None and note.prose
            for loose in loose_remarks(note, read_text(self._root, note.path)))
        quoted = {note.path: lines for note in notes if ">" in note.prose and (lines := quoted_lines(note.prose))}
        book = self.dated(assemble(notes, self._settings, [*self._problems, *listing.problems], people))
        return book, Prose(remarks, quoted)

    def with_contact_in_full(self, book: Book, path: str) -> Book:
        """The book with all that the note of one contact says."""
        from ..model.book import with_whole_note
        from .reading import read_note

        note = read_note(self._root, path, self._files.reader())
        return with_whole_note(book, note) if note.kind == "contact" and path in book.contacts else book

    def with_all_of(self, book: Book, paths: Iterable[str]) -> Book:
        """The book with all that the notes of some contacts say."""
        for path in paths:
            book = self.with_contact_in_full(book, path)
        return book

    def dated(self, book: Book) -> Book:
        """The book with the day on which its undated promises were made."""
        from .made import date_promises

        return date_promises(self._root, book)[0]
