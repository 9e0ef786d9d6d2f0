"""A vault: its settings, and the book of all its notes."""

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from ..model.book import Book, assemble, with_made, with_whole_note
from ..model.problem import Problem
from ..model.resolve import fold, stem_of
from ..model.settings import Settings
from ..model.withheld import Withheld
from ..text.note import NoteReader
from .config import load_settings
from .listing import Listing, is_note_path, list_notes
from .reading import read_note, read_notes, read_summaries, read_text

if TYPE_CHECKING:
    from .change_log import Change


class Vault:
    """The vault at `root` (absolute). Every question to it reads the notes as they are now."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.settings: Settings
        self.settings, self._problems = load_settings(root)

    def _list(self) -> Listing:
        return list_notes(self.root, self.settings.ignore, self.settings.templates_folder)

    def book(self, today: date) -> Book:
        """The book in brief: all that can matter on `today` or later, open promises alone among them."""
        listing = self._list()
        summaries = read_summaries(self.root, listing.paths, NoteReader(self.settings), today)
        return self._dated(assemble(summaries, self.settings, [*self._problems, *listing.problems]))

    def whole_book(self) -> Book:
        """The book of everything, with the slips that are not errors, too."""
        listing = self._list()
        notes = list(read_notes(self.root, listing.paths, NoteReader(self.settings)))
        return self._dated(assemble(notes, self.settings, [*self._problems, *listing.problems]))

    def leaks(self) -> tuple[Problem, ...]:
        """Where something confidential stands in the open: in other files, and in history."""
        from .committed import find_committed_before
        from .leaks import find_leaks_in_vault

        return find_leaks_in_vault(self.root, self.settings) + find_committed_before(self.root, self.settings)

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of all notes."""
        return self._list().paths

    def would_be_note(self, path: str) -> bool:
        """Whether a file of that name would be read as a note, and not be ignored or taken for a copy."""
        return is_note_path(self.root, path, self.settings.ignore, self.settings.templates_folder)

    def path_named(self, name: str) -> str | None:
        """A note whose file has that name, in any folder, whatever the case."""
        return next((path for path in self.paths if fold(stem_of(path)) == fold(name)), None)

    def path_of_contact(self, name: str) -> str | None:
        """The contact whose file has exactly that name, when it is the only one; told from file names alone.

        Only notes in a contacts folder are looked at: of others the name does not tell what they are.
        """
        folders = tuple(f"{folder.strip('/')}/" for folder in self.settings.contacts_folders)
        ending = f"/{fold(' '.join(name.split()))}.md"
        found = [path for path in self._list().paths
                 if f"/{path.lower() if path.isascii() else fold(path)}".endswith(ending)]
        return found[0] if len(found) == 1 and found[0].startswith(folders) else None

    def is_confidential(self, path: str) -> bool:
        """Whether the note there is confidential as a whole."""
        return os.path.exists(os.path.join(self.root, path)) and read_note(self.root, path, NoteReader(self.settings)).confidential

    def with_contact_in_full(self, book: Book, path: str) -> Book:
        """The book with all that the note of one contact says."""
        note = read_note(self.root, path, NoteReader(self.settings))
        return with_whole_note(book, note) if note.kind == "contact" else book

    def pages(self, may_hold: Callable[[str], bool]) -> Iterator[tuple[str, list[str]]]:
        """The notes that may hold what is looked for, and their lines, with nothing in place of hidden ones.

        `may_hold` is asked about the whole text of a note, to spare reading it properly.
        """
        reader = NoteReader(self.settings, prose=True)
        for path in self._list().paths:
            if may_hold(read_text(self.root, path)):
                note = read_note(self.root, path, reader)
                if note.prose:
                    yield path, note.prose.split("\n")

    def difference(self, change: "Change") -> str:
        """A change as a unified diff of what may be shown of the note; empty when none of it may."""
        from difflib import unified_diff

        reader = NoteReader(self.settings, prose=True)
        before, after = (
            [] if data is None else reader.read(change.path, data).prose.split("\n") for data in (change.before, change.after))
        return "".join(f"{line}\n" for line in unified_diff(before, after, change.path, change.path, lineterm=""))

    def commit(self, paths: Sequence[str], message: str) -> str | None:
        """Commit notes that were changed, when the settings want that; why it was not done, if it was not."""
        if self.settings.git != "commit":
            return None
        from .git import commit_notes

        return commit_notes(self.root, paths, message)

    def _dated(self, book: Book) -> Book:
        """The book with the day on which its undated promises were made."""
        wanted: dict[str, list[str]] = {}
        undated = [p for p in book.promises if p.is_open and p.due is None and p.made is None]
        if not undated:
            return book
        for promise in undated:
            if not isinstance(promise.text, Withheld):
                wanted.setdefault(promise.path, []).append(promise.text)
        from .git import first_seen

        seen = first_seen(self.root, wanted)
        made: dict[tuple[str, int], date] = {}
        for promise in undated:
            text = "" if isinstance(promise.text, Withheld) else promise.text
            day = seen.get((promise.path, text)) or self._saved_on(promise.path)
            if day is not None:
                made[promise.path, promise.line] = day
        return with_made(book, made)

    def _saved_on(self, path: str) -> date | None:
        """The day (UTC) on which a file was last saved."""
        try:
            return datetime.fromtimestamp(os.stat(os.path.join(self.root, path)).st_mtime, UTC).date()
        except (OSError, ValueError, OverflowError):
            return None
