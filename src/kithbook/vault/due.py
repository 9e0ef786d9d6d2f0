"""The part of the index that answers for a day: what is owed, due and promised, a row for each, ready to be printed.

Rows are kept in the order in which they are asked for, so that an answer costs what it
prints. Days are ordinals. Nothing of a confidential person is among them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ..model.dates import YearlyDay
from ..model.problem import Problem
from ..model.record import NamedTuple
from ..model.withheld import Withheld
from ..query.coming_days import Yearly
from ..query.keep_in_touch import KeepInTouchRow, Touch
from ..query.owed import OwedRow
from ..query.promises import PromiseRow, Seed

if TYPE_CHECKING:
    from ..query.ledger import Portion, Sort
    from ..query.spoken import SpokenRow
    from .due_values import ContactRows

NEVER = date.max.toordinal()
_AT_ONCE = 500  # values in a query; some SQLite takes no more than 999
_FEW = 100  # contacts: rather than all rows theirs are looked for
_new = tuple.__new__  # half the time of calling the class, and answers are long

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


_OF_OWED = "name, contact, since, text, withheld, path, line, kind"
_OPEN = "select id, name, contact, names, who, text, withheld, due, made, path, line from promise where status = 'open'"


class Known(NamedTuple):
    """What the index has of a contact apart from the rows."""

    name: str
    since: int
    live: bool
    sources: tuple[str, ...]


def _date(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


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
                for path, name in self._all(f"select path, name from contact where path in ({_marks(some)})", some)}

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

    # Answers

    def attention(self) -> list[Problem]:
        """The problems of severity error in the notes of which the words may be kept."""
        return [Problem(path, line, column, rule, "error", message, fix)
                for path, line, column, rule, message, fix in self._all("select * from problem where message is not null")]

    def hidden_problems(self) -> list[str]:
        """The notes with problems that name somebody confidential."""
        return [path for (path,) in self._all("select distinct path from problem where message is null order by path")]

    def owed(self, sort: Sort, day: int, most: int | None, but: Sequence[str] = ()) -> Portion[OwedRow]:
        """What is owed of a sort on a day, the longest owed first; `but` are contacts to leave out."""
        from ..query.ledger import Portion  # not needed by who writes

        where = f"from owed where sort = ? and first <= ? and last >= ? and contact not in ({_marks(but)})"
        found = _owed_rows(day, self._all(f"select {_OF_OWED} {where} order by since, folded, contact limit ?",
                                          (sort, day, day, *but, -1 if most is None else most)))
        if most is None or len(found) < most:
            return Portion(found)
        (count,) = self._all(f"select count(*) {where}", (sort, day, day, *but)).fetchone()
        return Portion(found, count - len(found))

    def owed_to(self, contacts: Iterable[str], sort: Sort, day: int) -> list[OwedRow]:
        """What is owed of a sort to some contacts on a day."""
        return [row for contact in contacts for row in _owed_rows(day, self._all(
            f"select {_OF_OWED} from owed where contact = ? and sort = ? and first <= ? and last >= ?", (contact, sort, day, day)))]

    def introductions(self, day: int, *, pressing: bool, of: Collection[str] | None = None) -> list[tuple[str, str, str, int, str, str, str, int]]:
        """The introductions that are under way on a day: as `Underway` has them, without the days, and `agreed` joined by NUL.

        `of`: those alone with one of these contacts (paths).
        """
        asked = "stage != 'made' and" if pressing else ""
        few = [*of] if of is not None and len(of) < _FEW else []
        among = f"and (contact in ({_marks(few)}) or other in ({_marks(few)}))" if few else ""
        rows = self._all("select contact, other, stage, since, agreed, text, path, line from introduction"
                         f" where {asked} first <= ? and last >= ? {among}", (day, day, *few, *few))
        return [row for row in rows if of is None or row[0] in of or row[1] in of]

    def touches(self, day: int) -> list[Touch]:
        """Every cadence that has come round by a day."""
        rows = self._all("select since, due, latest, folded, contact from touch where first <= ? and last >= ?", (day, day))
        of = date.fromordinal
        return [_new(Touch, (of(since), of(due), of(latest), folded, contact)) for since, due, latest, folded, contact in rows]

    def touch_row(self, touch: Touch, day: int) -> KeepInTouchRow:
        """What is said of a cadence, without how late it is."""
        name, last, suggestion = self._all(
            "select name, last_contact, suggestion from touch where contact = ? and first <= ? and last >= ?",
            (touch.path, day, day)).fetchone()
        return KeepInTouchRow(name, touch.path, _date(last), touch.due, None, None, touch.latest, suggestion)

    def yearly(self, days: Collection[tuple[int, int]]) -> list[Yearly]:
        """Those of some days (month and day) that come back every year."""
        return [
            Yearly(label, YearlyDay(month, day, year), name, contact, line)
            for wanted in sorted({month for month, _ in days})
            for month, day, year, label, name, contact, line in self._all(
                "select month, day, year, label, name, contact, line from yearly where month = ?", (wanted,))
            if (month, day) in days
        ]

    def promises(self, until: int | None = None) -> list[PromiseRow]:
        """The open promises, without how they stand on a day; with `until`, without those of mine that do not press by then."""
        return _promise_rows(self._all(_OPEN) if until is None else self._all(
            f"{_OPEN} and day <= ? union all {_OPEN} and who = 'them' and day > ?", (until, until)))

    def promises_to(self, contacts: Iterable[str]) -> list[PromiseRow]:
        """The open promises that some contacts lead, as `promises` has them."""
        return [row for contact in contacts for row in _promise_rows(self._all(f"{_OPEN} and contact = ?", (contact,)))]

    def spoken(self, first: int, last: int, but: Sequence[str] = ()) -> list[SpokenRow]:
        """What was promised in prose from one day to another; `but` are contacts to leave out."""
        rows = self._all("select name, contact, who, text, due, made, confidence, path, line from spoken where made between ? and ?"
                         f" and contact not in ({_marks(but)}) order by rowid", (first, last, *but)).fetchall()
        if not rows:
            return []
        from ..query.spoken import SpokenRow

        return [SpokenRow(name, contact, who, text, _date(due), date.fromordinal(made), *rest)
                for name, contact, who, text, due, made, *rest in rows]

    def open_ids(self) -> list[str]:
        """The ids of all open promises."""
        return [made for (made,) in self._all("select id from promise where status = 'open'")]

    def listed(self) -> list[tuple[str, str]]:
        """Everybody of whom there is a row, by path, with all that `contact_list.pack_listed` has of them."""
        return self._all("select path, row from listed").fetchall()

    def lines(self) -> list[tuple[Any, ...]]:
        """Everybody of whom there is a row, as `contact_list.lines_on` takes it; the path is the last."""
        return self._all("select name, role, org, open, last, later, path from listed").fetchall()

    def tags(self) -> set[str]:
        """The tags that contacts have."""
        return {tag for (tags,) in self._all("select distinct tags from contact where tags != ''") for tag in tags.split("\0")}


def _owed_rows(day: int, rows: Iterable[tuple[Any, ...]]) -> tuple[OwedRow, ...]:
    on = date.fromordinal
    return tuple([
        _new(OwedRow, (name, contact, on(since), day - since, Withheld("", withheld) if withheld else text, path, line, kind))
        for name, contact, since, text, withheld, path, line, kind in rows])


def _promise_rows(rows: Iterable[tuple[Any, ...]]) -> list[PromiseRow]:
    day = date.fromordinal
    return [
        _new(PromiseRow, (
            made_id, name, contact, (name,) if names is None else _names(names), who,
            Withheld("", withheld) if withheld else text, None if due is None else day(due),
            None if made is None else day(made), "open", None, "undated", False, 0, path, line, None))
        for made_id, name, contact, names, who, text, withheld, due, made, path, line in rows
    ]


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _names(packed: str) -> tuple[str, ...]:
    """Whose promise it is, by name, when it is that of several."""
    import json

    return tuple(json.loads(packed))
