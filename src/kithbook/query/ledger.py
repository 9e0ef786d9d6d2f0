"""Where the answers about a day come from: a book, or an index that was made of one.

Both give the same (a property test holds them together). An index gives it without
looking at everybody.
"""

from datetime import date
from functools import cached_property
from typing import Generic, Literal, NamedTuple, Protocol, TypeVar

from ..model.book import Book
from ..model.problem import Problem
from ..model.settings import Settings
from .coming_days import DateRow, coming_days
from .keep_in_touch import KeepInTouchRow, keep_in_touch
from .owed import (
    OwedRow,
    Standings,
    follow_ups_owed,
    open_loops,
    replies_owed,
    standings,
    thanks_owed,
    to_make_right,
)
from .promises import PromiseRow, list_promises

Row = TypeVar("Row")
Sort = Literal["reply", "follow_up", "thanks", "make_right", "loop"]


class Portion(NamedTuple, Generic[Row]):
    """The first rows of an answer, and how many more there are."""

    rows: tuple[Row, ...]
    left_out: int = 0


def first_of(rows: tuple[Row, ...], most: int | None) -> Portion[Row]:
    """At most so many of the rows; all of them without a limit."""
    return Portion(rows) if most is None else Portion(rows[:most], max(0, len(rows) - most))


class Ledger(Protocol):
    """What is open between people, asked for a day."""

    @property
    def settings(self) -> Settings: ...

    @property
    def attention(self) -> tuple[Problem, ...]:
        """The problems that hide something."""

    def owed(self, sort: Sort, today: date, most: int | None = None) -> Portion[OwedRow]:
        """What is owed of a sort, the longest owed first."""

    def keep_in_touch(self, today: date, most: int | None = None) -> Portion[KeepInTouchRow]:
        """Everybody whose cadence is due, the furthest past its own first."""

    def coming_days(self, today: date, days: int) -> tuple[DateRow, ...]:
        """Birthdays and such that come within `days`, the next first."""

    def promises(self, today: date, days: int, *, pressing: bool = False) -> tuple[PromiseRow, ...]:
        """The open promises, the most pressing first; with `pressing`, without those of mine that can wait."""


_OWED = {"reply": replies_owed, "follow_up": follow_ups_owed, "thanks": thanks_owed, "make_right": to_make_right,
         "loop": open_loops}


class BookLedger:
    """The answers from a book."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._standings: tuple[date, Standings] | None = None

    @property
    def settings(self) -> Settings:
        return self.book.settings

    @cached_property
    def attention(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.book.problems if problem.severity == "error")

    def _stand(self, today: date) -> Standings:
        if self._standings is None or self._standings[0] != today:
            self._standings = today, standings(self.book, today)
        return self._standings[1]

    def owed(self, sort: Sort, today: date, most: int | None = None) -> Portion[OwedRow]:
        return first_of(_OWED[sort](self.book, today, self._stand(today)), most)

    def keep_in_touch(self, today: date, most: int | None = None) -> Portion[KeepInTouchRow]:
        return first_of(keep_in_touch(self.book, today, self._stand(today)), most)

    def coming_days(self, today: date, days: int) -> tuple[DateRow, ...]:
        return coming_days(self.book, today, days)

    def promises(self, today: date, days: int, *, pressing: bool = False) -> tuple[PromiseRow, ...]:
        rows = list_promises(self.book, today, days=days)
        return tuple(row for row in rows if presses(row)) if pressing else rows


def presses(row: PromiseRow) -> bool:
    """Whether the agenda has the promise: mine and ours when due or stale, theirs always."""
    return row.who == "them" or row.stale or row.state in ("overdue", "due")
