"""The part of the index that answers for a day: what is owed, due and promised, a row for each, ready to be printed.

Rows are kept in the order in which they are asked for, so that an answer costs what it
prints. Days are ordinals. Nothing of a confidential person is among them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ..model.record import NamedTuple
from ..query.promises import Seed

if TYPE_CHECKING:
    from .due_values import ContactRows

NEVER = date.max.toordinal()
_AT_ONCE = 500  # values in a query; some SQLite takes no more than 999

DUE_TABLES = """
create table contact (path text primary key, name text, since integer, live integer, sources text, tags text)
    without rowid;
create index contact_live on contact (path) where live;
create index contact_since on contact (since);
create table known_name (name text, path text, primary key (name, path)) without rowid;
create index known_name_of on known_name (path);
create table owed (sort text, since integer, folded text, contact text, first integer, last integer, name text, text text,
    withheld text, path text, line integer, kind text, primary key (sort, since, folded, contact, first)) without rowid;
create index owed_of on owed (contact);
create index owed_days on owed (sort, first, last);
create table touch (first integer, contact text, last integer, since integer, due integer, latest integer, folded text,
    name text, last_contact integer, suggestion text, primary key (first, contact)) without rowid;
create index touch_of on touch (contact);
create table yearly (month integer, contact text, place integer, day integer, year integer, label text, name text,
    line integer, primary key (month, contact, place)) without rowid;
create index yearly_of on yearly (contact);
create table introduction (contact text, other text, stage text, since integer, agreed text, text text, path text, line integer,
    first integer, last integer);
create index introduction_of on introduction (contact);
create index introduction_pressing on introduction (first) where stage != 'made';
create table promise (day integer, path text, line integer, contact text, id text, name text, names text, who text,
    text text, withheld text, due integer, made integer, dated integer, status text,
    mark text, number integer, begins text, mark_begins text, primary key (day, path, line)) without rowid;
create index promise_of on promise (contact);
create index promise_theirs on promise (day) where who = 'them' and status = 'open';
create index promise_begins on promise (begins);
create index promise_mark on promise (mark_begins) where mark_begins is not null;
create table spoken (made integer, contact text, name text, who text, text text, due integer, confidence real, path text, line integer);
create index spoken_of on spoken (contact);
create index spoken_made on spoken (made);
create table problem (path text, line integer, col integer, rule text, message text, fix text);
create index problem_of on problem (path);
"""


class Known(NamedTuple):
    """What the index has of a contact apart from the rows."""

    name: str
    since: int
    live: bool
    sources: tuple[str, ...]


class DueRows:
    """Writes and reads the rows. Every method may raise `sqlite3.Error`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._all = connection.execute
        self._many = connection.executemany

    # Writing

    def forget(self, contacts: Iterable[str]) -> None:
        """Take out all rows of some contacts."""
        of = [(path,) for path in contacts]
        for table, column in (("contact", "path"), ("owed", "contact"), ("touch", "contact"),
                              ("yearly", "contact"), ("promise", "contact"), ("introduction", "contact"), ("listed", "path"),
                              ("spoken", "contact")):
            self._many(f"delete from {table} where {column} = ?", of)

    def keep(self, contacts: Sequence[ContactRows]) -> None:
        """Write the rows of contacts that have none."""
        from .due_values import values_of

        for table, rows in values_of(contacts).items():
            self.insert(table, rows)

    def insert(self, table: str, rows: Sequence[Sequence[Any]]) -> None:
        """Write rows of a table, all its columns in their order."""
        if rows:
            self._many(f"insert into {table} values ({', '.join('?' * len(rows[0]))})", rows)

    def set_names(self, names: Mapping[str, Iterable[str]]) -> None:
        """Replace what some contacts go by (folded)."""
        self._many("delete from known_name where path = ?", [(path,) for path in names])
        self._many("insert into known_name values (?, ?)", ((name, path) for path, of in names.items() for name in of))

    def forget_problems(self, paths: Iterable[str]) -> None:
        """Take out the problems of some notes."""
        self._many("delete from problem where path = ?", [(path,) for path in paths])

    def set_ids(self, ids: Iterable[tuple[str, int, int, str]]) -> None:
        """Write ids of promises: day (the ordinal it is kept under), path, line and id."""
        self._many("update promise set id = ? where day = ? and path = ? and line = ?",
                   ((made, day, path, line) for path, line, day, made in ids))

    def said_of(self, contacts: Iterable[str], day: int) -> list[tuple[Any, ...]]:
        """All that an answer about a day can say of some contacts; the same again as long as no answer is another."""
        on = "contact = ?1 and first <= ?2 and last >= ?2"
        return [row for contact in sorted(contacts) for query in (
            "select path, name, live, since > ?2, tags from contact where path = ?1",
            f"select sort, since, folded, name, text, withheld, path, line, kind from owed where {on} order by sort, since, folded, first",
            f"select since, due, latest, folded, name, last_contact, suggestion from touch where {on} order by first",
            f"select other, stage, since, agreed, text, path, line from introduction where {on} order by other, path, line",
            "select * from yearly where contact = ?1 and ?2 order by place",
            "select * from promise where contact = ?1 and ?2 and status = 'open' order by path, line",
            "select * from spoken where contact = ?1 and ?2 order by rowid",
        ) for row in self._all(query, (contact, day))]

    def asks_notes(self, contacts: Iterable[str], day: int) -> bool:
        """Whether one of these contacts is asked from the notes on that day."""
        return any(self._all("select 1 from contact where path = ? and (live or since > ?)", (path, day)).fetchone() for path in contacts)

    def problems_in(self, paths: Iterable[str]) -> list[tuple[Any, ...]]:
        """The problems of some notes, as they are kept."""
        return [row for path in sorted(paths) for row in self._all("select * from problem where path = ? order by line, col, rule", (path,))]

    # Contacts

    def contacts(self, paths: Iterable[str]) -> dict[str, Known]:
        """What is known of some contacts, by path; those that are known."""
        return {
            path: Known(name, since, bool(live), tuple(sources.split("\0")) if sources else ())
            for wanted in paths
            for path, name, since, live, sources in self._all(
                "select path, name, since, live, sources from contact where path = ?", (wanted,))
        }

    def names(self, paths: Collection[str]) -> dict[str, str]:
        """What some contacts are called, by path; those that are known, and empty where that may not be kept."""
        wanted = [*paths]
        return {path: name for begin in range(0, len(wanted), _AT_ONCE) if (some := wanted[begin : begin + _AT_ONCE])
                for path, name in self._all(f"select path, name from contact where path in ({', '.join('?' * len(some))})", some)}

    def names_of(self, path: str) -> frozenset[str]:
        return frozenset(name for (name,) in self._all("select name from known_name where path = ?", (path,)))

    def names_with(self, part: str) -> list[tuple[str, str]]:
        """The names and aliases (folded) with this in them, and those with other signs than ASCII has, and the contacts who go by them."""
        return self._all("select name, path from known_name where instr(name, ?) or name glob '*[^ -~]*'", (part,)).fetchall()

    def going_by(self, name: str) -> list[str]:
        """The contacts who go by a name or alias (folded)."""
        return [path for (path,) in self._all("select path from known_name where name = ? order by path", (name,))]

    def unsettled(self, day: int) -> list[str]:
        """The contacts that have to be asked from their notes, for a day (an ordinal)."""
        return sorted(path for (path,) in self._all("select path from contact where live union select path from contact where since > ?", (day,)))

    def with_undated_promises(self) -> list[str]:
        """The contacts with promises of which the note does not say when they were made."""
        return [path for (path,) in self._all("select distinct contact from promise where dated")]

    def has_unknown_days(self) -> bool:
        """Whether there are promises of which git did not say when they were made."""
        return self._all("select 1 from promise where dated = 3 limit 1").fetchone() is not None

    def days_from_history(self, contacts: Iterable[str]) -> dict[tuple[str, str], date]:
        """The day on which history first has a promise, by path and text, as far as it is known."""
        return {
            (path, text): date.fromordinal(made)
            for contact in contacts
            for path, text, made in self._all(
                "select path, text, made from promise where contact = ? and dated = 1 and text is not null", (contact,))
        }

    def made(self, contacts: Iterable[str]) -> dict[tuple[str, int], date]:
        """When the undated promises that some contacts lead were made, by place (path, line)."""
        return {
            (path, line): date.fromordinal(made)
            for contact in contacts
            for path, line, made in self._all("select path, line, made from promise where contact = ? and dated and made is not null",
                                              (contact,))
        }

    # Ids

    def beginnings_of(self, contacts: Iterable[str]) -> set[str]:
        """How the ids of the promises that some contacts lead may begin."""
        return {
            begins
            for contact in contacts
            for row in self._all("select begins, mark_begins from promise where contact = ?", (contact,))
            for begins in row if begins is not None
        }

    def seeds_around(self, beginnings: Iterable[str]) -> list[tuple[Seed, int, str]]:
        """What the ids that begin so are made from, and of all whose ids may stand in their way.

        With each the day that it is kept under, and the id that it has.
        """
        found: dict[tuple[str, int], tuple[Seed, int, str]] = {}
        done: set[str] = set()
        ahead = set(beginnings)
        while ahead:
            done |= ahead
            for begins in ahead:
                for mark, status, path, line, number, day, made in self._all(
                        "select mark, status, path, line, number, day, id from promise where begins = ?1"
                        " union select mark, status, path, line, number, day, id from promise where mark_begins = ?1", (begins,)):
                    found[path, line] = Seed(mark, status == "open", path, line, number), day, made
            ahead = {begins for seed, _, _ in found.values() for begins in seed.beginnings} - done
        return list(found.values())
