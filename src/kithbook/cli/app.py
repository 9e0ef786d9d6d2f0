"""What the commands share: the vault and the day they answer for, and how answers are printed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from ..errors import UsageError, UserError, VaultError
from ..vault.locate import find_root
from .output import echo, echo_error, is_terminal, say, show_progress, terminal_style
from .today import read_today

if TYPE_CHECKING:
    from ..model.book import Book
    from ..model.contact import Contact
    from ..model.problem import Problem
    from ..model.spoken_promise import Prose
    from ..query.directory import Directory, Meant
    from ..query.filter import Bound
    from ..query.ledger import Ledger
    from ..query.names import Called
    from ..query.network import Network
    from ..query.shelf import Shelf
    from ..report.plain import Plain
    from ..report.style import Style
    from ..vault.changes import CutShort
    from ..vault.vault import Vault

Answer = TypeVar("Answer")


def ailing(problems: Iterable[Problem]) -> int:
    """How many notes cannot be read."""
    return len({problem.path for problem in problems if problem.severity == "error"})


class App:
    """One run of the program: what was typed for all commands, and what follows from it."""

    def __init__(self) -> None:
        self.given_vault: str | None = None
        self.given_today: str | None = None
        self._pointed_out = False
        self._books: list[Book] = []  # taking one apart at the end of a command would be felt, and frees nothing

    @classmethod
    def for_vault(cls, root: str, today: str | None) -> App:
        """One that answers for a vault, on the day that was given or else on that of the clock."""
        app = cls()
        app.given_vault, app.given_today = root, today
        return app

    @cached_property
    def today(self) -> date:
        """The day to answer for."""
        return read_today(self.given_today)

    @cached_property
    def vault(self) -> Vault:
        from ..vault.vault import Vault

        return Vault(find_root(self.given_vault), show_progress if sys.stderr is not None and sys.stderr.isatty() else None)

    def take_back_cut_short(self) -> CutShort | None:
        """Before notes are read on which a change is to rest: take back half a change of somebody who was killed, and say so."""
        from ..vault.changes import take_back_cut_short

        try:
            cut_short = take_back_cut_short(find_root(self.given_vault))
        except VaultError:
            return None  # the command says so itself, when it comes to that
        if cut_short is not None:
            echo_error(f"this was cut short, and has been taken back: {'undo of ' if cut_short.was_undo else ''}{cut_short.said}")
        return cut_short

    def book(self, *, whole: bool = False, logs: bool = False) -> Book:
        """The book, in brief, `whole` or with whole `logs`; one line on stderr when notes in it cannot be read."""
        today = self.today  # a wrong day is reported before anything is read
        book = self.vault.books.whole() if whole else self.vault.books.of_logs() if logs else self.vault.book(today)
        return self._kept(book)

    def book_for(self, asked: Bound) -> Book:
        """The book that a filter has to be asked of."""
        return self.book(whole=asked.of_closed, logs=asked.table == "entries")

    def _kept(self, book: Book) -> Book:
        """The book, once it is said how many of its notes cannot be read."""
        self._point_out(ailing(book.problems))
        return self._keep(book)

    def _keep(self, book: Book) -> Book:
        self._books.append(book)
        return book

    def ask(self, question: Callable[[Ledger], Answer]) -> Answer:
        """The answer to a question about today; one line on stderr when there are notes that cannot be read.

        An answer of None is none: it is asked in another way.
        """
        today = self.today

        def with_attention(ledger: Ledger) -> tuple[Answer, tuple[Problem, ...]]:
            return question(ledger), ledger.attention

        answer, problems = self.vault.ask(with_attention, today)
        if answer is not None:
            self._point_out(ailing(problems))
        return answer

    def ask_in_words(self, about: tuple[object, ...], question: Callable[[Ledger], str]) -> str:
        """As `ask`, for an answer in words; `about` is all that they depend on besides the notes and the day."""
        from ..vault.kept_answers import Said

        said = self.vault.ask_in_words(about, lambda ledger: Said(question(ledger), ailing(ledger.attention)), self.today)
        self._point_out(said.ailing)
        return said.text

    def look_through(self, question: Callable[[Shelf], Answer]) -> Answer:
        """The answer to a question about the words of all notes; one line on stderr when there are notes that cannot be read."""
        answer, problems = self.vault.look_through(lambda shelf: (question(shelf), shelf.problems), self.today)
        self._point_out(ailing(problems))
        return answer

    def ask_around(self, question: Callable[[Network], Answer]) -> Answer:
        """The answer to a question about who says what and who knows whom; one line on stderr when there are notes that cannot be read."""
        answer, problems = self.vault.ask_around(lambda network: (question(network), network.problems), self.today)
        self._point_out(ailing(problems))
        return answer

    def _point_out(self, notes: int) -> None:
        """Say once how many notes cannot be read, and whether the settings are among them."""
        if notes and not self._pointed_out:
            self._pointed_out = True
            settings = self.vault.settings_ail
            notes -= settings
            told = (["nb.yaml"] if settings else []) + ([f"{notes} note{'s' if notes > 1 else ''}"] if notes else [])
            say(f"nb: {' and '.join(told)} {'needs' if settings + notes == 1 else 'need'} attention: nb check")

    def book_and_prose(self) -> tuple[Book, Prose]:
        """The whole book, and what dated notes say beside their entries."""
        book, prose = self.vault.books.with_prose()
        return self._kept(book), prose

    def contact_in_full(self, name: str, *, reveal: bool = False) -> tuple[Book, Contact]:
        """The one who is meant with all that is written of them, and the book; with withheld texts to `reveal`."""
        if reveal:  # in brief, they are without their words
            book = self.book(whole=True)
            return book, self.contact(book, name)
        book, (contact,) = self.contacts_in_full([name])
        return book, contact

    def contacts_in_full(self, names: Sequence[str]) -> tuple[Book, list[Contact]]:
        """Those who are meant, in the order of the names, with all that is written of them, and a book that has at least them.

        In it are also those with whom they share something, and whoever owns the vault.
        """
        from ..query.directory import find_meant

        def seek(directory: Directory) -> tuple[list[Meant], Book | None]:
            meant = [find_meant(directory, name) for name in names]
            certain = all(len(found) == 1 for found, _ in meant)
            return meant, directory.book_of({found[0].path for found, _ in meant}) if certain else None

        meant, book = self.look_up(seek)
        paths = [self._choose(name, *of).path for name, of in zip(names, meant, strict=True)]
        if book is None:
            book = self.book_of(paths)
        return self._keep(book), [book.contacts[path] for path in paths]

    def book_of(self, paths: Collection[str]) -> Book:
        """A book with all that is written of the contacts whose notes these are, see `Directory.book_of`."""
        return self._keep(self.vault.look_up(lambda directory: directory.book_of(paths), self.today))

    def consult(self, names: Sequence[str], question: Callable[[Book, list[Contact], Network], Answer]) -> Answer:
        """The answer to a question about those who are meant, whom the book has in full, and those around them."""
        from ..query.directory import find_meant

        def seek(directory: Directory, network: Network) -> tuple[list[Meant], list[Answer], tuple[Problem, ...]]:
            meant = [find_meant(directory, name) for name in names]
            if not all(len(found) == 1 for found, _ in meant):
                return meant, [], directory.attention
            book = self._keep(directory.book_of({found[0].path for found, _ in meant}))
            return meant, [question(book, [book.contacts[found[0].path] for found, _ in meant], network)], directory.attention

        meant, answers, problems = self.vault.consult(seek, self.today)
        if not answers:  # somebody is asked who is meant, or told that nobody is
            return self.consult([self._choose(name, *of).path for name, of in zip(names, meant, strict=True)], question)
        self._point_out(ailing(problems))
        return answers[0]

    def look_up(self, question: Callable[[Directory], Answer]) -> Answer:
        """The answer to a question about some people; one line on stderr when there are notes that cannot be read."""
        answer, problems = self.vault.look_up(lambda directory: (question(directory), directory.attention), self.today)
        self._point_out(ailing(problems))
        return answer

    def paths_of(self, names: Iterable[str], if_unknown: Callable[[str, Sequence[str]], str] | None = None) -> list[str]:
        """The notes of those who are meant, each once. More is asked for only when file names do not tell.

        `if_unknown` gives the note of somebody who is not there, from the name and those that are spelt much like it.
        """
        told = {name: self.vault.files.path_of_contact(name) for name in names}
        untold = [name for name, path in told.items() if path is None]
        if untold:
            from ..query.directory import find_meant

            meant = self.look_up(lambda directory: {name: find_meant(directory, name) for name in untold})
        paths: dict[str, None] = {}
        for name, path in told.items():
            if path is None:
                found, near = meant[name]
                path = self._choose(name, found, near).path if found or if_unknown is None else if_unknown(name, near)
            paths[path] = None
        return list(paths)

    def contact(self, book: Book, name: str) -> Contact:
        """The contact of a book of everybody who is meant; on a terminal a choice when several can be."""
        from ..query.names import all_called, find_candidates, find_without_accents, spelt_alike

        people = all_called(book.contacts.values())
        found = find_candidates(people, name) or find_without_accents(people, name)
        return book.contacts[self._choose(name, found, () if found else spelt_alike(people, name)).path]

    def _choose(self, name: str, found: Sequence[Called], near: Sequence[str]) -> Called:
        """The one who is meant of those who are `found`; `near` are names that are spelt much like it, when nobody is."""
        from ..query.names import ambiguous

        if len(found) == 1:
            return found[0]
        if not found:
            raise self.nobody_called(name, near)
        if not self.can_ask:
            raise ambiguous(name, found)
        from ..report.layout import clean

        for number, each in enumerate(found, 1):
            say(f"{number:3}  {clean(each.name)}  ({clean(each.path)})")
        import click

        choice: int = click.prompt("Who is meant?", type=click.IntRange(1, len(found)), err=True)
        return found[choice - 1]

    def nobody_called(self, name: str, near: Sequence[str]) -> UserError:
        """What to say when a name means nobody: that their note cannot be read, when there is one of that name."""
        from ..query.names import unknown

        return self.vault.files.unreadable_called(name) or unknown(name, near)

    def refuse_confidential(self, paths: Iterable[str], where: str) -> None:
        """Raise `UsageError` when one of these notes is confidential, and `where` would name its person."""
        for path in paths:
            if self.vault.files.is_confidential(path):
                raise UsageError(f"{path.rpartition('/')[2].removesuffix('.md')} is confidential, and {where} would name them",
                                 "write it into their own note instead")

    @property
    def can_ask(self) -> bool:
        """Whether somebody is there to answer."""
        return is_terminal(sys.stdin) and is_terminal(sys.stderr)

    def may_reveal(self, wanted: bool) -> bool:
        """Whether to show confidential text; refused where it could end up in a file."""
        if wanted and not is_terminal(sys.stdout):
            raise UsageError("--reveal shows confidential text on a terminal only", "leave the pipe or file away")
        return wanted

    def answer(self, answer: Plain, form: str, render_text: Callable[[Plain, Style], str], template: str, *,
               empty: str = "") -> None:
        """Print an answer (plain data) in the form that was asked for; `empty` is what text and Markdown say of one with nothing in it."""
        from ..report.plain import envelope, render_json
        from ..report.told_apart import tell_apart

        plain = envelope(self.today, answer)
        if empty and form != "json":
            plain = {**plain, "empty": empty}
        if form == "json":
            text = render_json(plain)
        elif form == "md":
            text = self.markdown(template, plain)
        else:
            text = render_text(tell_apart(template, plain), terminal_style())
        echo(text)

    def markdown(self, template: str, plain: Plain) -> str:
        """An answer as Markdown, by the vault's own template when it has one that is trusted."""
        from ..report.markdown import render_markdown
        from ..report.told_apart import tell_apart

        query: Callable[[str], str] | None = None
        if self._own_templates:
            from .query_answer import query_for_disk

            query = query_for_disk(self.vault.settings, self.today, self.book_for)
        return render_markdown(template, tell_apart(template, plain), self._own_templates, query)

    @cached_property
    def _own_templates(self) -> Mapping[str, str]:
        from .own_templates import own_templates

        return own_templates(self.vault.root, self.vault.settings.templates_folder)
