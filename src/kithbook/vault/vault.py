"""A vault: its settings, and the book of all its notes."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from .. import __version__
from ..model.book import Book, assemble, with_whole_note
from ..model.resolve import fold, stem_of
from ..model.settings import Settings
from ..text.note import NoteReader
from .config import load_settings
from .ignore import outer_texts
from .listing import Listing, is_note_path, list_notes
from .made import date_promises
from .reading import Reading, read_note, read_notes, read_summaries, read_text

if TYPE_CHECKING:
    from ..query.ledger import Ledger
    from .change_log import Change
    from .index import Index

Answer = TypeVar("Answer")


class Vault:
    """The vault at `root` (absolute). Every question to it reads the notes as they are now."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.settings: Settings
        self.settings, self._problems = load_settings(root)
        self._key = repr((__version__, self.settings, outer_texts(root)))

    def _list(self) -> Listing:
        return list_notes(self.root, self.settings.ignore, self.settings.templates_folder)

    def book(self, today: date) -> Book:
        """The book in brief: all that can matter on `today` or later, open promises alone among them."""
        listing = self._list()
        readings = read_summaries(self.root, listing.paths, NoteReader(self.settings), today)
        problems = [*self._problems, *listing.problems]
        return self._dated(assemble([reading.summary for reading in readings], self.settings, problems))

    def ask(self, question: Callable[["Ledger"], Answer], today: date) -> Answer:
        """The answer to a question about a day: from the index, or from the notes when the index is of no use."""
        from .index import Index, IndexFault

        with suppress(IndexFault):
            index = Index.open(self.root, self._key)
            try:
                with index.trouble():
                    return question(self._ledger(index, today))
            finally:
                index.close()
        from ..query.ledger import BookLedger

        return question(BookLedger(self.book(today)))

    def _ledger(self, index: "Index", today: date) -> "Ledger":
        from .index_ledger import IndexLedger
        from .refresh import refresh

        problems = [*self._problems, *refresh(index, self.root, self.settings, today)]

        def read(paths: Sequence[str]) -> list[Reading]:
            return read_summaries(self.root, paths, NoteReader(self.settings), today)

        return IndexLedger(index, self.settings, today, problems, read, self._dated)

    def whole_book(self) -> Book:
        """The book of everything, with the slips that are not errors, too."""
        listing = self._list()
        notes = list(read_notes(self.root, listing.paths, NoteReader(self.settings)))
        return self._dated(assemble(notes, self.settings, [*self._problems, *listing.problems]))

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
        return date_promises(self.root, book)[0]
