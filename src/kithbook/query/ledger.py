"""Where the answers about a day come from: a book, or an index that was made of one.

Both give the same (a property test holds them together). An index gives it without
looking at everybody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, Generic, Literal, Protocol, TypeVar

from ..model.record import NamedTuple

if TYPE_CHECKING:
    from ..model.problem import Problem
    from ..model.settings import Settings
    from .coming_days import DateRow
    from .introductions import IntroductionRow
    from .keep_in_touch import KeepInTouchRow
    from .owed import OwedRow
    from .promises import PromiseRow
    from .spoken import SpokenRow

Row = TypeVar("Row")
Sort = Literal["reply", "follow_up", "thanks", "make_right", "loop", "only_asked"]


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
    def has_confidential(self) -> bool:
        """Whether there are notes that are confidential as a whole."""

    @property
    def attention(self) -> tuple[Problem, ...]:
        """The problems that hide something."""

    def owed(self, sort: Sort, today: date, most: int | None = None) -> Portion[OwedRow]:
        """What is owed of a sort, the longest owed first; of `only_asked`: a word that wants nothing."""

    def keep_in_touch(self, today: date, most: int | None = None) -> Portion[KeepInTouchRow]:
        """Everybody whose cadence is due, the furthest past its own first."""

    def introductions(self, today: date, *, pressing: bool = False, of: Collection[str] | None = None) -> tuple[IntroductionRow, ...]:
        """The introductions under way, those with something to do today first; with `pressing`, without those that are made.

        `of`: those alone with one of these contacts (paths).
        """

    def coming_days(self, today: date, days: int) -> tuple[DateRow, ...]:
        """Birthdays and such that come within `days`, the next first."""

    def promises(self, today: date, days: int, *, pressing: bool = False) -> tuple[PromiseRow, ...]:
        """The open promises, the most pressing first; with `pressing`, without those of mine that can wait."""

    def unrecorded(self, today: date) -> tuple[SpokenRow, ...]:
        """What was promised in the log lately and never written down, the newest first."""

    @property
    def open_ids(self) -> Iterable[str]:
        """The ids of all open promises, in no order."""

    @property
    def tags(self) -> frozenset[str]:
        """The tags of contacts who are not confidential."""


def presses(row: PromiseRow) -> bool:
    """Whether the agenda has the promise: mine and ours when due or stale, theirs always."""
    return row.who == "them" or row.stale or row.state in ("overdue", "due")
