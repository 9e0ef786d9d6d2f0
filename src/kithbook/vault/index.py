"""The index: what reading the notes gave, kept in SQLite outside of the vault.

A memo and nothing else: it can be deleted at any time, and in doubt is not believed. All
SQLite is here. What goes wrong with the file (broken, locked, of another version, on a
full or read-only disk) ends as `IndexFault`, and whoever asks reads the notes instead.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..model.settings import Settings
from .cache import INDEX, cache_folder, forget_lost_vaults
from .folder_rows import FOLDER_TABLE, FolderRows
from .ignore import outer_texts
from .index_fault import IndexFault, trouble_is_a_fault

if TYPE_CHECKING:
    from .due import DueRows
    from .due_answers import DueAnswers
    from .kept_answers import KeptAnswers, Said
    from .note_rows import NoteRows
    from .traits import TraitRows
    from .words import Words

SCHEMA = 26
_SECONDS_TO_WAIT = 0.5  # for another process that writes; reading the notes takes no longer

_TABLES = """
create table about (key text not null, made text not null, history text, mark text, listed text);
"""

# What is made anew when all notes are read.
_OF_NOTES = ("note", "contact", "known_name", "owed", "touch", "yearly", "promise", "introduction", "listed", "spoken", "problem")


def index_key(root: str, settings: Settings) -> str:
    """What stands for all that says how the notes of a vault are read."""
    return repr((__version__, settings, outer_texts(root)))


class Index:
    """An open index. Everything between `begin` and `commit` sees, or becomes, one state of it."""

    def __init__(self, connection: sqlite3.Connection, place: str) -> None:
        self._connection = connection
        self._place = place
        self._made = ""  # a sign of its own for each time that it was made

    @cached_property
    def folders(self) -> FolderRows:
        """The part that has which notes there are, and what they looked like from outside."""
        return FolderRows(self._connection)

    @cached_property
    def notes(self) -> NoteRows:
        """The part that has what each note says."""
        from .note_rows import NoteRows

        return NoteRows(self._connection)

    @cached_property
    def due(self) -> DueRows:
        """The part that is kept for answers about a day."""
        from .due import DueRows

        return DueRows(self._connection)

    @cached_property
    def due_answers(self) -> DueAnswers:
        """The answers from it."""
        from .due_answers import DueAnswers  # which needs what answers are made of

        return DueAnswers(self._connection)

    @cached_property
    def words(self) -> Words:
        """The part that tells where words stand."""
        from .words import Words

        return Words(self._connection)

    @cached_property
    def traits(self) -> TraitRows:
        """The part that tells what people say of themselves, and who is tied to whom."""
        from .traits import TraitRows

        return TraitRows(self._connection)

    @cached_property
    def answers(self) -> KeptAnswers:
        """The part that has what was answered before."""
        from .kept_answers import KeptAnswers

        return KeptAnswers(self._connection)

    @classmethod
    def open(cls, root: str, key: str, *, make: bool = True) -> Index:
        """The index of a vault; emptied when it was made by other rules than those that `key` stands for.

        Raises `IndexFault` when there is no using it, or there is none and it is not to be made.
        """
        with trouble_is_a_fault():
            place = os.path.join(cache_folder(root), INDEX)
            os.close(os.open(place, os.O_RDWR | (os.O_CREAT if make else 0) | getattr(os, "O_NOFOLLOW", 0), 0o600))
            return cls._connected(root, place, key, make=make)

    @classmethod
    def _connected(cls, root: str, place: str, key: str, *, make: bool) -> Index:
        connection = sqlite3.connect(place, timeout=_SECONDS_TO_WAIT, isolation_level=None)
        # With a write-ahead log a crash at any moment leaves one whole state; deleted rows are overwritten,
        # so that what was marked as confidential since is not left in the file.
        connection.execute("pragma journal_mode=wal")
        connection.execute("pragma synchronous=normal")
        connection.execute("pragma secure_delete=on")
        index = cls(connection, place)
        if not index._was_made_by(key):
            if not make:
                raise IndexFault("it is not made yet")
            index._make_anew(key)
            forget_lost_vaults(root)
        return index

    def _was_made_by(self, key: str) -> bool:
        """Whether it was made by the rules that `key` stands for; then it is known which one it is."""
        if self._connection.execute("pragma user_version").fetchone() != (SCHEMA,):
            return False
        rules, self._made = self._connection.execute("select key, made from about").fetchone()
        return bool(rules == key)

    def _make_anew(self, key: str) -> None:
        """Empty it, unless another process has made it by the same rules meanwhile: that may have written in it already."""
        from .contact_list import LISTED_TABLES
        from .due import DUE_TABLES
        from .kept_answers import ANSWER_TABLES
        from .note_rows import NOTE_TABLES
        from .sayings import SAYING_TABLES
        from .traits import TRAIT_TABLES
        from .words import WORDS_TABLES

        execute = self._connection.execute
        execute("begin immediate")
        if self._was_made_by(key):
            execute("rollback")
            return
        for (name,) in execute("select name from sqlite_master where type = 'table'").fetchall():
            execute(f'drop table if exists "{name}"')  # some go with another
        tables = (_TABLES, FOLDER_TABLE, NOTE_TABLES, DUE_TABLES, LISTED_TABLES, WORDS_TABLES, SAYING_TABLES, TRAIT_TABLES, ANSWER_TABLES)
        for statement in filter(None, map(str.strip, ";".join(tables).split(";"))):
            execute(statement)
        self._made = os.urandom(8).hex()
        execute("insert into about values (?, ?, null, null, null)", (key, self._made))
        execute(f"pragma user_version={SCHEMA}")
        execute("commit")

    @contextmanager
    def made_anew(self) -> Iterator[None]:
        """Within it what is said of notes and contacts, all of which is forgotten, is written anew: without the order of other indexes.

        What is filled when somebody asks, words and traits, is empty then.
        """
        execute = self._connection.execute
        tables = ", ".join(f"'{name}'" for name in _OF_NOTES)
        with trouble_is_a_fault():
            orders = execute(f"select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in ({tables})").fetchall()
            for name, _ in orders:
                execute(f"drop index {name}")
            for name in _OF_NOTES:
                execute(f"delete from {name}")
            if not self.has_no_pages:
                self.words.clear()
            if not self.has_no_traits:
                self.traits.clear()
        try:
            yield
        finally:
            with trouble_is_a_fault():
                for _, sql in orders:
                    execute(sql)

    def moment(self) -> int:
        """The time by the clock that stamps files (in nanoseconds)."""
        with trouble_is_a_fault():
            os.utime(self._place)
            return os.stat(self._place).st_mtime_ns

    def begin(self, *, writing: bool) -> None:
        """From here on one state of the index is seen; with `writing`, no other process changes it meanwhile.

        Raises `IndexFault`, too, when another process has emptied it since it was opened.
        """
        with trouble_is_a_fault():
            self._connection.execute("begin immediate" if writing else "begin")
            if self._connection.execute("select made from about").fetchone() != (self._made,):
                self.give_up()
                raise IndexFault("it was made anew meanwhile")

    @property
    def state(self) -> int:
        """A number that is another one when any other process has written in the index meanwhile."""
        return int(self._column("pragma data_version")[0])

    def commit(self) -> None:
        """What was written counts. Nothing of what it replaces stays in the file or beside it."""
        with trouble_is_a_fault():
            self._connection.execute("commit")
            self._connection.execute("pragma busy_timeout=0")  # a reader elsewhere: then the next time
            self._connection.execute("pragma wal_checkpoint(truncate)")

    def keep_answer(self, question: str, day: int, said: Said) -> None:
        """Keep an answer about a day to the state that is seen since `begin`; not when anybody has written since, or is writing."""
        with suppress(sqlite3.Error):
            self._connection.execute("pragma busy_timeout=0")
            self.answers.keep(question, day, said)
            self._connection.execute("commit")

    def trouble(self) -> AbstractContextManager[None]:
        """Within it, whatever SQLite says becomes an `IndexFault`."""
        return trouble_is_a_fault()

    def give_up(self) -> None:
        """Nothing that was written since `begin` counts."""
        with suppress(sqlite3.Error):
            self._connection.rollback()

    def close(self) -> None:
        with suppress(sqlite3.Error):
            self._connection.close()

    @property
    def has_no_pages(self) -> bool:
        """Whether nobody has looked for words yet."""
        return not self._column("select exists (select 1 from page)")[0]

    @property
    def has_no_traits(self) -> bool:
        """Whether nobody has asked yet who could be of use to whom."""
        return not self._column("select exists (select 1 from trait_note)")[0]

    # What is known besides

    def _column(self, query: str, *values: object) -> list[Any]:
        with trouble_is_a_fault():
            return [value for (value,) in self._connection.execute(query, values)]

    def pressing(self, day: int) -> list[tuple[str, int | None]]:
        """My promises, and ours, that are due or undated and stale by a day (an ordinal): path and due date (an ordinal)."""
        with trouble_is_a_fault():
            return self._connection.execute(
                "select path, due from promise where status = 'open' and who != 'them' and day <= ?", (day,)).fetchall()

    @property
    def history(self) -> str | None:
        """Which history of the vault the days of undated promises were looked up in."""
        mark: str | None = self._column("select history from about")[0]
        return mark

    @history.setter
    def history(self, mark: str) -> None:
        with trouble_is_a_fault():
            self._connection.execute("update about set history = ?", (mark,))

    @property
    def mark(self) -> str | None:
        """The sign that a watcher left when the index was last in step; gone as soon as anybody else has written in it."""
        mark: str | None = self._column("select mark from about")[0]
        return mark

    @property
    def listed(self) -> str:
        """What in the vault could not be a note when the mark was left, as JSON text."""
        return self._column("select listed from about")[0] or "[]"

    def keep_mark(self, mark: str | None, listed: str) -> None:
        with trouble_is_a_fault():
            self._connection.execute("update about set mark = ?, listed = ?", (mark, listed))


def discard(root: str) -> None:
    """Throw the index of a vault away; the next question makes a new one."""
    with suppress(OSError):
        place = os.path.join(cache_folder(root), INDEX)
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                os.unlink(place + ending)
