"""A vault: its settings, its notes, and the questions to them that are answered from the index where there is one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from ..model.settings_file import SETTINGS_FILE
from .config import load_settings

# What a question to the index needs is loaded with it, what reading notes needs only when notes are read.
if TYPE_CHECKING:
    from ..model.book import Book
    from ..model.problem import Problem
    from ..model.settings import Settings
    from ..query.directory import Directory
    from ..query.ledger import Ledger
    from ..query.network import Network
    from ..query.shelf import Shelf
    from ..query.wording import Wording
    from .books import Books
    from .followed_ledger import Followed
    from .index import Index
    from .index_ledger import IndexLedger
    from .kept_answers import Said
    from .kept_notes import Notes
    from .look import Told
    from .note_files import NoteFiles
    from .reading import Progress, Reading
    from .refresh import InStep

Answer = TypeVar("Answer")
_TRIES = 3  # when somebody else is writing in the index


class Vault:
    """The vault at `root` (absolute). Every question to it reads the notes as they are now."""

    def __init__(self, root: str, progress: Progress | None = None, followed: Followed | None = None) -> None:
        """`progress` is told how far the reading of many notes has come; with `followed`, `ask` goes on from what it was told the last time."""
        self.root = root
        self._progress = progress
        self._followed = followed
        self._asked: Ledger | None = None
        self.settings: Settings
        self.settings, self._problems = load_settings(root)

    @property
    def settings_problems(self) -> tuple[Problem, ...]:
        """What is wrong in the settings as they were read."""
        return tuple(self._problems)

    @property
    def settings_ail(self) -> bool:
        """Whether something in `nb.yaml` cannot be read."""
        return any(problem.path == SETTINGS_FILE and problem.severity == "error" for problem in self._problems)

    @cached_property
    def files(self) -> NoteFiles:
        """The notes as they are written."""
        from .note_files import NoteFiles

        return NoteFiles(self.root, self.settings)

    @cached_property
    def books(self) -> Books:
        """The books for which every note is read."""
        from .books import Books

        return Books(self.root, self.settings, self.files, self._problems, self._progress)

    def book(self, today: date) -> Book:
        """The book in brief: all that can matter on `today` or later, open promises alone among them."""
        from ..model.book import assemble

        readings, problems = self._through_index(partial(self._from_index, today=today), today) or self._from_notes(today)
        return self.books.dated(assemble([reading.summary for reading in readings], self.settings, [*self._problems, *problems]))

    def _from_index(self, index: Index, problems: Sequence[Problem], today: date) -> tuple[list[Reading], Sequence[Problem]]:
        from .kept_notes import Notes

        facts = index.notes.facts()
        return Notes(index, partial(self._read, today=today), day=today.toordinal()).of(facts, facts), problems

    def _from_notes(self, today: date) -> tuple[list[Reading], Sequence[Problem]]:
        listing = self.files.listing()
        return self._read(listing.paths, today), listing.problems

    def _read(self, paths: Sequence[str], today: date) -> list[Reading]:
        from .reading import read_summaries

        return read_summaries(self.root, paths, self.settings, today)

    def ask(self, question: Callable[[Ledger], Answer], today: date) -> Answer:
        """The answer to a question about a day: from the index, or from the notes when the index is of no use."""
        answer = self._through_index(lambda index, problems: (question(self._ledger(index, problems, today)),), today)
        return answer[0] if answer is not None else self._ask_notes(question, today)

    def ask_in_words(self, about: tuple[object, ...], question: Callable[[Ledger], Said], today: date) -> Said:
        """As `ask`, for an answer in words, which may be known from before; `about` tells the question from others."""

        def answer(index: Index, problems: Sequence[Problem]) -> Said:
            from .kept_answers import PROGRAM

            asked = repr((about, today, self.settings, self._problems, problems, PROGRAM))
            known = index.answers.find(asked)
            if known is None:
                ledger = self._ledger(index, problems, today)
                known = question(ledger)
                if not ledger.tells_of_apart:
                    index.keep_answer(asked, today.toordinal(), known)
            return known

        said = self._through_index(answer, today)
        return self._ask_notes(question, today) if said is None else said

    def _ask_notes(self, question: Callable[[Ledger], Answer], today: date) -> Answer:
        from ..query.book_ledger import BookLedger

        self._asked = BookLedger(self.book(today))  # held on to: to free a large book takes as long as starting Python
        return question(self._asked)

    def _ledger(self, index: Index, problems: Sequence[Problem], today: date) -> IndexLedger:
        from .index_ledger import IndexLedger

        about = index, self.settings, today, [*self._problems, *problems], partial(self._read, today=today), lambda book: self.books.dated(book)
        if self._followed is None:
            return IndexLedger(*about)
        from .followed_ledger import FollowedLedger

        return FollowedLedger(self._followed, index.mark, *about)

    def look_up(self, question: Callable[[Directory], Answer], today: date) -> Answer:
        """The answer to a question about some of the people: from the index, or from the notes when the index is of no use."""
        answer = self._through_index(lambda index, problems: (question(self._directory(index, problems, today)),), today)
        if answer is not None:
            return answer[0]
        from ..query.directory import BookDirectory

        return question(BookDirectory(self.book(today), today, self.books.with_all_of))

    def _directory(self, index: Index, problems: Sequence[Problem], today: date) -> Directory:
        from .index_directory import IndexDirectory

        def dated(book: Book, contacts: Collection[str]) -> Book:
            from .made import date_promises

            return date_promises(self.root, book, contacts)[0]

        return IndexDirectory(index, self._ledger(index, problems, today), dated, lambda book, paths: self.books.with_all_of(book, paths))

    def _through_index(self, question: Callable[[Index, Sequence[Problem]], Answer], today: date) -> Answer | None:
        """What a question to the index, brought in step with the files, gives; None when it is of no use.

        With it goes what in the vault cannot be a note.
        """
        from .index import Index, discard, index_key
        from .index_fault import IndexFault
        from .refresh import refresh
        from .vouching import ask_watcher

        vouched = ask_watcher(self.root)
        try:
            index = Index.open(self.root, index_key(self.root, self.settings))
            try:
                with index.trouble():
                    return question(index, refresh(index, self.root, self.settings, today, vouched, self._progress))
            finally:
                index.close()
        except IndexFault as fault:
            if fault.broken:
                discard(self.root)
        return None

    def bring_in_step(self, today: date, mark: str, told: Told | None = None) -> InStep | None:
        """Bring the index in step with the files, and leave `mark` in it when there was anything to do; None when it is of no use.

        With `told`, only what was told of is looked at, see `refresh.Told`.
        """
        from .index import Index, discard, index_key
        from .index_fault import IndexFault
        from .refresh import bring_in_step

        for _ in range(_TRIES):
            try:
                index = Index.open(self.root, index_key(self.root, self.settings))
                try:
                    found = bring_in_step(index, self.root, self.settings, today, mark, told=told)
                    if self._followed is not None:
                        self._followed.follow(found)
                    return found
                finally:
                    index.close()
            except IndexFault as fault:
                if fault.broken:
                    discard(self.root)
                    break
        return None

    def look_through(self, question: Callable[[Shelf], Answer], today: date) -> Answer:
        """The answer to a question about the words of all notes: from the index, or from the notes when the index is of no use."""
        answer = self._through_index(lambda index, problems: (question(self._index_shelf(index, problems, today)),), today)
        if answer is not None:
            return answer[0]
        return question(self._book_shelf(today))

    def _book_shelf(self, today: date) -> Shelf:
        from ..query.wording import Wording
        from .shelves import BookShelf

        return BookShelf(self.root, self.files.listing().paths, self.files.reader(prose=True), Wording(self.settings.synonyms), self.book(today))

    def _index_shelf(self, index: Index, problems: Sequence[Problem], today: date) -> Shelf:
        from ..query.wording import Wording
        from .shelves import IndexShelf

        def notes(day: int | None = None) -> Notes:
            from .kept_notes import Notes

            return Notes(index, partial(self._read, today=today), day=day)

        reader = partial(self.files.reader, prose=True)
        wording = Wording(self.settings.synonyms)
        if index.words.missing():
            from .pages import fill

            fill(index, self.root, reader(), wording, notes(), self._progress)
        return IndexShelf(index, self.root, self.settings, reader, wording, partial(notes, today.toordinal()),
                          lambda: self._ledger(index, problems, today).attention)

    def ask_around(self, question: Callable[[Network], Answer], today: date) -> Answer:
        """The answer to a question about what people say of themselves and who knows whom: from the index, or from the notes."""
        from ..query.wording import Wording

        wording = Wording(self.settings.synonyms)
        answer = self._through_index(lambda index, problems: (question(self._index_network(index, problems, today, wording)),), today)
        if answer is not None:
            return answer[0]
        from ..model.book import everybody_in
        from ..query.network import NotesNetwork

        readings, problems = self._from_notes(today)
        notes = [reading.summary for reading in readings]
        faults = [*self._problems, *problems, *(problem for note in notes for problem in note.problems)]
        errors = [fault for fault in faults if fault.severity == "error"]
        return question(NotesNetwork(notes, everybody_in(notes), wording, errors, partial(self._book_shelf, today)))

    def consult(self, question: Callable[[Directory, Network], Answer], today: date) -> Answer:
        """The answer to a question about some people and those around them, with one look at the files."""
        from ..query.wording import Wording

        wording = Wording(self.settings.synonyms)
        answer = self._through_index(lambda index, problems: (
            question(self._directory(index, problems, today), self._index_network(index, problems, today, wording)),), today)
        if answer is not None:
            return answer[0]
        return self.ask_around(lambda network: self.look_up(lambda directory: question(directory, network), today), today)

    def _index_network(self, index: Index, problems: Sequence[Problem], today: date, wording: Wording) -> Network:
        from .index_network import IndexNetwork, fill

        def notes() -> Notes:
            from .kept_notes import Notes  # seldom needed

            return Notes(index, partial(self._read, today=today))

        fill(index, notes, wording)
        return IndexNetwork(index, wording, notes, lambda: self._ledger(index, problems, today).attention,
                            lambda: self._index_shelf(index, problems, today))
