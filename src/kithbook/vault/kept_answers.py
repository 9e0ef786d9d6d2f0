"""Answers in words, kept in the index: as long as nothing has changed, the same question on the same day has the same answer.

They hold for the state of the index that they were made from. Whoever writes in it what makes another thing to be said of somebody,
on the day that they are about, throws them away. Only answers in which nothing is that may not stand in the index are kept.
"""

from __future__ import annotations

import os
import sqlite3

from ..model.record import NamedTuple

ANSWER_TABLES = """
create table answer (question text primary key, day integer, said text, ailing integer) without rowid;
"""
_MOST = 8  # one is some hundred kilobytes at most, and few questions are asked every day
_MADE_BY = ("cli", "vault", "query", "model", "report")  # the packages whose code makes an answer


class Said(NamedTuple):
    """An answer in words, and how many notes need attention."""

    text: str
    ailing: int


class KeptAnswers:
    """The answers to questions that tell one from another by a text. Every method may raise `sqlite3.Error`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._execute = connection.execute

    def find(self, question: str) -> Said | None:
        """The answer that is kept, if there is one. Raises `ValueError` when it makes no sense."""
        row = self._execute("select said, ailing from answer where question = ?", (question,)).fetchone()
        if row is None:
            return None
        said, ailing = row
        if not isinstance(said, str) or not isinstance(ailing, int):
            raise ValueError("no answer")
        return Said(said, ailing)

    def keep(self, question: str, day: int, said: Said) -> None:
        """Keep an answer about a day (an ordinal); when they become too many, no other."""
        if self._execute("select count(*) from answer").fetchone()[0] >= _MOST:
            self.forget()
        self._execute("insert or replace into answer values (?, ?, ?, ?)", (question, day, *said))

    def days(self) -> list[int]:
        """The days (ordinals) that answers are about."""
        return [day for (day,) in self._execute("select distinct day from answer")]

    def forget(self) -> None:
        self._execute("delete from answer")

    def forget_day(self, day: int) -> None:
        self._execute("delete from answer where day = ?", (day,))


def _program_mark() -> str:
    """What tells the program that words the answers from an older or newer one, of the same version or not."""
    home = os.path.dirname(os.path.dirname(__file__))
    newest = count = 0
    for name in _MADE_BY:
        try:
            with os.scandir(os.path.join(home, name)) as entries:
                changed = [entry.stat().st_mtime_ns for entry in entries if entry.name.endswith(".py")]
        except OSError:  # no folder, but a file that the version stands for
            continue
        newest, count = max([newest, *changed]), count + len(changed)
    return f"{newest} {count}"


PROGRAM = _program_mark()  # of the code that is loaded, which may be older than that on disk
