"""The part of the index that tells what people say of themselves, and who is tied to whom.

It is filled when somebody first asks, from what the index has of each note, and rows of notes
that change are taken out. Nothing of a note of which nothing may be kept is among them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from ..model.record import NamedTuple
from ..query.network import Phrase
from ..query.traits import Mention, Trait

TRAIT_TABLES = """
create table trait_note (path text primary key, name text) without rowid;
create table trait (path text, phrase integer, line integer);
create index trait_of on trait (path);
create index trait_said on trait (phrase, path, line);
create table phrase (id integer primary key, key text, text text, about text, unique (key, text));
create table phrase_word (word text, phrase integer, primary key (word, phrase)) without rowid;
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
        known: dict[tuple[str, str], int] = {}
        for path, name, traits, mentions in notes:
            self._all("insert into trait_note values (?, ?)", (path, name))
            self._many("insert into trait values (?, ?, ?)", [
                (path, known.get((trait.key, trait.text)) or self._keep_phrase(trait, about, known), trait.line) for trait, about in traits])
            for mention in mentions:
                number = self._all("insert into mention (path, line, how, day, at_home, targets, brought_by) values (?, ?, ?, ?, ?, ?, ?)",
                                   (mention.path, mention.line, mention.how, mention.day.toordinal() if mention.day else None,
                                    mention.at_home, "\0".join(mention.targets), mention.by)).lastrowid
                self._many("insert into mention_key values (?, ?)", ((key, number) for key in mention.keys))

    def _keep_phrase(self, trait: Trait, about: Sequence[str], known: dict[tuple[str, str], int]) -> int:
        """The number of what is said under a key, which is written when nobody has said it yet."""
        said = trait.key, trait.text
        found = self._all("select id from phrase where key = ? and text = ?", said).fetchone()
        if found is None:
            number = known[said] = int(self._all("insert into phrase (key, text, about) values (?, ?, ?)", (*said, "\n".join(about))).lastrowid or 0)
            self._many("insert into phrase_word values (?, ?)", [(word, number) for word in about])
        else:
            number = known[said] = found[0]
        return number

    def forget(self, changed: Collection[str]) -> None:
        """Take out the rows of notes that have changed, and of those of which nothing may be kept any more."""
        hidden = [path for (path,) in self._all(
            "select path from trait_note where path in (select path from note where facts is null)")]
        of = [(path,) for path in {*changed, *hidden}]
        self._many("delete from mention_key where mention in (select id from mention where path = ?)", of)
        said = {number for path in of for number in self._all("select phrase from trait where path = ?", path)}
        for table in ("mention", "trait", "trait_note"):
            self._many(f"delete from {table} where path = ?", of)
        unsaid = [number for number in said if self._all("select 1 from trait where phrase = ? limit 1", number).fetchone() is None]
        for number in unsaid:
            for (about,) in self._all("select about from phrase where id = ?", number):
                self._many("delete from phrase_word where word = ? and phrase = ?", [(word, *number) for word in about.split("\n")])
        self._many("delete from phrase where id = ?", unsaid)

    def clear(self) -> None:
        for table in ("mention_key", "mention", "trait", "trait_note", "phrase_word", "phrase"):
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

    def name_of(self, path: str) -> str | None:
        return next((name for (name,) in self._all("select name from trait_note where path = ?", (path,))), None)

    def phrases(self, words: Collection[str] | None) -> list[Phrase]:
        """All that is said, each text of a key once; with `words` what is about one of these."""
        if words is None:
            return list(map(_phrase, self._all("select key, text, about from phrase")))
        rows = {row for word in words for row in self._all(
            "select key, text, about from phrase_word join phrase on id = phrase where word = ?", (word,))}
        return list(map(_phrase, rows))

    def is_said(self, key: str, text: str) -> bool:
        return self._all("select 1 from phrase where key = ? and text = ?", (key, text)).fetchone() is not None

    def count_phrases(self) -> int:
        count: int = self._all("select count(*) from phrase").fetchone()[0]
        return count

    def heard(self, words: Collection[str] | None) -> dict[str, int]:
        """How many phrases are about each of these words, or of all."""
        if words is None:
            return dict(self._all("select word, count(*) from phrase_word group by word").fetchall())
        return dict(row for word in words for row in self._all("select word, count(*) from phrase_word where word = ? group by word", (word,)))

    def saying(self, key: str, text: str) -> list[tuple[str, int]]:
        return self._all("select path, line from trait where phrase = (select id from phrase where key = ? and text = ?)", (key, text)).fetchall()

    def traits_of(self, path: str) -> list[Trait]:
        return [Trait(path, *row) for row in self._all(
            "select key, text, line from trait join phrase on id = phrase where path = ? order by trait.rowid", (path,))]

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
    return Mention(path, line, how, date.fromordinal(day) if day else None, bool(at_home), tuple(targets.split("\0")) if targets else (), by)


def _phrase(row: tuple[Any, str, str]) -> Phrase:
    key, text, about = row
    return Phrase(key, text, tuple(about.split("\n")) if about else ())
