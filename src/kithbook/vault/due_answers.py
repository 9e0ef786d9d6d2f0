"""What the index answers about a day: the rows that are kept for it (see `due`), as they are asked for.

Nothing of a confidential person is among them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ..model.dates import YearlyDay
from ..model.problem import Problem
from ..model.withheld import Withheld
from ..query.coming_days import Yearly
from ..query.keep_in_touch import KeepInTouchRow, Touch
from ..query.owed import OwedRow
from ..query.promises import PromiseRow

if TYPE_CHECKING:
    from ..query.ledger import Portion, Sort
    from ..query.spoken import SpokenRow

_FEW = 100  # contacts: rather than all rows theirs are looked for
_new = tuple.__new__  # half the time of calling the class, and answers are long
_OF_OWED = "name, contact, since, text, withheld, path, line, kind"
_OPEN = "select id, name, contact, names, who, text, withheld, due, made, path, line from promise where status = 'open'"


def _date(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


class DueAnswers:
    """Reads the rows. Every method may raise `sqlite3.Error`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._all = connection.execute

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
