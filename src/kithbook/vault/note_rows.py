"""The part of the index that has what each note says: the note in brief, whom it counts for, and by which names its links decide that."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from ..model.record import NamedTuple
from ..model.resolve import fold, stem_of
from .index_fault import trouble_is_a_fault

NOTE_TABLES = """
create table note (path text primary key, stem text, kind text, confidential integer, since integer, facts text, keys text,
    counts_for text, called text) without rowid;
create index note_by_stem on note (stem, kind);
create index note_hidden on note (path) where facts is null;
create index note_confidential on note (path) where confidential;
create index note_called on note (path, called) where called is not null;
"""


class Facts(NamedTuple):
    """What a note says in brief, as JSON text. It holds from the day `since` (an ordinal) on.

    `text` is None when nothing may be kept of the note, which is `confidential` or names somebody
    who is: it has to be read each time, and has no keys. `keys` are the names of notes and people that decide whom its links mean
    (`model.resolve.keys_of`), `counts_for` the paths of the contacts that it says something of.
    `called` is what a contact can be called, as `packing.pack_called` has it.
    """

    kind: str
    confidential: bool
    since: int
    text: str | None
    keys: frozenset[str] = frozenset()
    counts_for: tuple[str, ...] = ()
    called: str | None = None

    @property
    def is_unnamed(self) -> bool:
        """Whether it is a contact of whose names nothing is kept."""
        return self.kind == "contact" and self.text is None and self.called is None


class NoteRows:
    """Writes and reads the rows. Every method may raise `IndexFault`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def facts(self, paths: Iterable[str] | None = None) -> dict[str, Facts]:
        """What notes say, by path: all of them, or those at some paths that are known."""
        if paths is None:
            return dict(self.kept_facts())
        with trouble_is_a_fault():
            return dict(map(_facts_of, (row for path in paths for row in self._connection.execute(f"{_FACTS} where path = ?", (path,)))))

    def kept_facts(self) -> Iterator[tuple[str, Facts]]:
        """What all notes say, one after another, with their paths."""
        with trouble_is_a_fault():
            yield from map(_facts_of, self._connection.execute(_FACTS))

    def keep_facts(self, kept: Iterable[tuple[str, Facts]]) -> None:
        """Replace what some notes say."""
        with trouble_is_a_fault():
            self._connection.executemany(
                "insert or replace into note values (?, ?, ?, ?, ?, ?, ?, ?, ?)", (note_values(path, facts) for path, facts in kept))

    def forget_facts(self, gone: Iterable[str]) -> None:
        with trouble_is_a_fault():
            self._connection.executemany("delete from note where path = ?", [(path,) for path in gone])

    def with_keys(self, keys: Collection[str]) -> list[str]:
        """The notes with links that one of these names decides about, and those of which that is not known."""
        return list(dict.fromkeys([*(self.not_kept() if keys else ()), *(
            path for key in keys
            for path in self._column("select path from note where instr(char(10) || keys || char(10), char(10) || ? || char(10))", key))]))

    def not_kept(self) -> list[str]:
        """The notes of which nothing may be kept."""
        return self._column("select path from note where facts is null order by path")

    def unnamed(self) -> list[str]:
        """The notes that are confidential as a whole, and the contacts of whose names nothing may be kept either."""
        return self._column("select path from note where confidential or (kind = 'contact' and facts is null and called is null) order by path")

    def confidential(self) -> list[str]:
        """The notes that are confidential as a whole."""
        return self._column("select path from note where confidential order by path")

    def named(self, stem: str) -> list[str]:
        """The notes that have a name (folded)."""
        return self._column("select path from note where stem = ? order by path", stem)

    def count_people(self) -> int:
        """How many contacts there are that are not confidential."""
        # Two questions, each of an index: the rows of the table are wide.
        everybody: int = self._column("select count(*) from note where kind = 'contact'")[0]
        confidential: int = self._column("select count(*) from note where confidential and kind = 'contact'")[0]
        return everybody - confidential

    def stems_and_kinds(self) -> list[tuple[str, str, str]]:
        """Path, name (folded) and kind of every note, in no order."""
        with trouble_is_a_fault():
            return self._connection.execute("select path, stem, kind from note").fetchall()

    def called(self, part: str, *, accented: bool) -> list[str]:
        """What the contacts can be called in whose row of names `part` stands, in the order of their paths; of everybody when it is empty.

        Those, too, when `accented`, in whose row a sign stands that is not ASCII.
        """
        or_accented = "or length(called) < length(cast(called as blob))" if accented else ""
        return self._column("select called from note indexed by note_called where called is not null and "
                            f"(?1 = '' or instr(called, ?1) {or_accented}) order by path", part)

    def kind_of(self, path: str) -> str | None:
        return next(iter(self._column("select kind from note where path = ?", path)), None)

    def _column(self, query: str, *values: object) -> list[Any]:
        with trouble_is_a_fault():
            return [value for (value,) in self._connection.execute(query, values)]


_FACTS = "select path, kind, confidential, since, facts, keys, counts_for, called from note"


def _facts_of(row: tuple[Any, ...]) -> tuple[str, Facts]:
    path, kind, confidential, since, text, keys, counts_for, called = row
    return path, Facts(kind, bool(confidential), since, text, frozenset(_parts(keys, "\n")), _parts(counts_for, "\0"), called)


def note_values(path: str, facts: Facts) -> tuple[Any, ...]:
    """What a note says, as a row."""
    kind, confidential, since, text, keys, counts_for, called = facts
    return path, fold(stem_of(path)), kind, confidential, since, text, "\n".join(keys), "\0".join(counts_for), called


def _parts(joined: str, between: str) -> tuple[str, ...]:
    return tuple(joined.split(between)) if joined else ()
