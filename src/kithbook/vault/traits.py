"""The part of the index that tells what people say of themselves, and who is tied to whom.

It is filled when somebody first asks, from what the index has of each note, and rows of notes
that change are taken out. Nothing of a note of which nothing may be kept is among them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from ..query.network import Phrase
from ..query.traits import Mention, Trait

TRAIT_TABLES = """
create table trait_note (path text primary key, name text) without rowid;
create table trait (path text, key text, text text, line integer, about text);
create index trait_of on trait (path);
create index trait_said on trait (key, text, about);
create table mention (id integer primary key, path text, line integer, how text, day integer, at_home integer, targets text, brought_by text);
create index mention_of on mention (path);
create index mention_how on mention (how);
create table mention_key (key text, mention integer, primary key (key, mention)) without rowid;
create index mention_key_of on mention_key (mention);
"""


class KeptTraits(NamedTuple):
    """What is kept of a note. `name` is that of its contact; each trait with what it is about."""

    path: str
    name: str | None
    traits: Sequence[tuple[Trait, Sequence[str]]]
    mentions: Sequence[Mention]


class TraitRows:
    """Writes and reads the rows. Every method may raise `sqlite3.Error`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._all = connection.execute
        self._many = connection.executemany

    # Writing

    def keep(self, notes: Iterable[KeptTraits]) -> None:
        """Write the rows of notes that have none."""
        for path, name, traits, mentions in notes:
            self._all("insert into trait_note values (?, ?)", (path, name))
            self._many("insert into trait values (?, ?, ?, ?, ?)", ((*_fields(trait), "\n".join(about)) for trait, about in traits))
            for mention in mentions:
                number = self._all("insert into mention (path, line, how, day, at_home, targets, brought_by) values (?, ?, ?, ?, ?, ?, ?)",
                                   (mention.path, mention.line, mention.how, mention.day.toordinal() if mention.day else None,
                                    mention.at_home, json.dumps(mention.targets), mention.by)).lastrowid
                self._many("insert into mention_key values (?, ?)", ((key, number) for key in mention.keys))

    def forget(self, changed: Collection[str]) -> None:
        """Take out the rows of notes that have changed, and of those of which nothing may be kept any more."""
        hidden = [path for (path,) in self._all(
            "select path from trait_note where path in (select path from note where facts is null)")]
        of = [(path,) for path in {*changed, *hidden}]
        self._many("delete from mention_key where mention in (select id from mention where path = ?)", of)
        for table in ("mention", "trait", "trait_note"):
            self._many(f"delete from {table} where path = ?", of)

    def clear(self) -> None:
        for table in ("mention_key", "mention", "trait", "trait_note"):
            self._all(f"delete from {table}")

    # Reading

    def missing(self) -> list[str]:
        """The notes of which something may be kept, and nothing is yet."""
        there, kept = self._all("select (select count(*) from trait_note), (select count(*) from note)"
                                " - (select count(*) from note where facts is null)").fetchone()
        if there == kept:
            return []
        return [path for (path,) in self._all(
            "select path from note where facts is not null and path not in (select path from trait_note) order by path")]

    def names(self) -> dict[str, str]:
        """The names of the contacts, by path."""
        return dict(self._all("select path, name from trait_note where name is not null").fetchall())

    def name_of(self, path: str) -> str | None:
        return next((name for (name,) in self._all("select name from trait_note where path = ?", (path,))), None)

    def phrases(self) -> list[Phrase]:
        """All that is said, each text of a key once."""
        return [Phrase(key, text, tuple(about.split("\n")) if about else ())
                for key, text, about in self._all("select distinct key, text, about from trait")]

    def saying(self, key: str, text: str) -> list[tuple[str, int]]:
        return self._all("select path, line from trait where key = ? and text = ?", (key, text)).fetchall()

    def traits_of(self, path: str) -> list[Trait]:
        return [Trait(*row) for row in self._all("select path, key, text, line from trait where path = ? order by rowid", (path,))]

    def mentions(self, path: str, names: Iterable[str]) -> list[Mention]:
        """The lines that can tie a contact to others: in the note itself, and those that link one of these names (folded)."""
        columns = "m.id, m.path, m.line, m.how, m.day, m.at_home, m.targets, m.brought_by"
        rows: dict[int, Any] = {row[0]: row for row in self._all(f"select {columns} from mention m where m.path = ?", (path,))}
        for name in names:
            rows |= {row[0]: row for row in self._all(
                f"select {columns} from mention_key k join mention m on m.id = k.mention where k.key = ?", (name,))}
        return [_mention(*row[1:]) for row in rows.values()]

    def introductions(self) -> list[Mention]:
        """The lines that say that I have introduced people, or asked whether I may."""
        return [_mention(*row) for row in self._all(
            "select path, line, how, day, at_home, targets, brought_by from mention where how in ('introduced', 'asked')")]


def _mention(path: str, line: int, how: Any, day: int | None, at_home: int, targets: str, by: str | None) -> Mention:
    return Mention(path, line, how, date.fromordinal(day) if day else None, bool(at_home), tuple(json.loads(targets)), by)


def _fields(trait: Trait) -> tuple[str, str, str, int]:
    return trait.path, trait.key, trait.text, trait.line
