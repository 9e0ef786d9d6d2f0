"""The answers about a day as they were last given, with what has changed in the index since: for whoever asks the same again and again.

An answer to a question about a large vault has thousands of rows, and a note that is saved changes those of a few people.
What the index says of everybody else is what it said before, as long as every change from then on is known.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Collection, Hashable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from ..model.dates import add_days
from ..model.resolve import fold
from ..query.introductions import IntroductionRow, by_stage
from ..query.ledger import Portion, Sort, presses
from ..query.owed import OwedRow
from ..query.promises import PromiseRow, by_urgency
from .index_ledger import IndexLedger

if TYPE_CHECKING:
    from .refresh import InStep

_MANY = 200  # contacts who are touched: then all rows are read as soon
_Row = TypeVar("_Row", bound=tuple[Any, ...])


class Followed:
    """The rows that were last read, and what has happened to the index since."""

    def __init__(self) -> None:
        self._mark: str | None = None
        self._about: Hashable = None
        self._rows: dict[Hashable, tuple[Any, ...]] = {}
        self._touched: set[str] = set()

    def follow(self, found: InStep) -> None:
        """The index was brought in step. Where that does not go on from the last time, nothing is known of what was read then."""
        if found.touched is None or found.mark is None or found.mark_before != self._mark:
            self._forget()
        else:
            self._touched |= found.touched
        self._mark = found.mark

    def take(self, mark: str | None, about: Hashable) -> tuple[dict[Hashable, tuple[Any, ...]], frozenset[str]]:
        """What was read before, by question, and of whom it may be otherwise now; nothing where the index with that `mark` has not been followed.

        `about` is all that the rows depend on besides the index.
        """
        if mark is None or mark != self._mark or about != self._about or len(self._touched) > _MANY:
            self._forget()
        taken = {**self._rows}, frozenset(self._touched)
        if self._touched:  # what is not asked now is not brought up to date
            self._forget()
        self._mark, self._about = mark, about
        return taken

    def keep(self, question: Hashable, rows: tuple[Any, ...]) -> None:
        """Keep what was read of the index with the mark for which it was last taken."""
        if self._mark is not None:
            self._rows[question] = rows

    def _forget(self) -> None:
        self._mark, self._about, self._rows, self._touched = None, None, {}, set()


class FollowedLedger(IndexLedger):
    """An `IndexLedger` that reads the long answers only of those who were touched since the last time."""

    def __init__(self, followed: Followed, mark: str | None, *about: Any) -> None:
        """Go on from what was `followed`, the index having that `mark`. Where contacts are asked from their notes, everything is asked."""
        super().__init__(*about)
        self._followed = followed
        self._before, self._touched = followed.take(None if self.apart else mark, (self.today, self.settings))
        self._now: dict[Hashable, tuple[Any, ...]] = {}

    def owed(self, sort: Sort, today: date, most: int | None = None) -> Portion[OwedRow]:
        ask = super().owed
        if most is not None or self.apart:
            return ask(sort, today, most)
        return Portion(self._brought_up(
            sort, lambda: ask(sort, today).rows, lambda: self._answers.owed_to(self._touched, sort, self._day), self._of_others, _by_age))

    def promises(self, today: date, days: int, *, pressing: bool = False) -> tuple[PromiseRow, ...]:
        ask = super().promises
        if self.apart:
            return ask(today, days, pressing=pressing)
        rows = self._brought_up(
            ("promise", today, days), lambda: ask(today, days),
            lambda: self._on(today, add_days(today, days), self._answers.promises_to(self._touched)), self._of_others, by_urgency)
        return tuple([row for row in rows if presses(row)]) if pressing else rows

    def introductions(self, today: date, *, pressing: bool = False, of: Collection[str] | None = None) -> tuple[IntroductionRow, ...]:
        ask = super().introductions
        if pressing or self.apart:
            return ask(today, pressing=pressing, of=of)
        rows = self._brought_up("introduction", lambda: ask(today), lambda: ask(today, of=self._touched), self._between_others, by_stage)
        return rows if of is None else tuple([row for row in rows if row.contact_path in of or row.other_path in of])

    def _brought_up(self, question: Hashable, ask: Callable[[], tuple[_Row, ...]], ask_of_touched: Callable[[], Iterable[_Row]],
                    of_others: Callable[[tuple[Any, ...]], list[_Row]], order: Callable[[_Row], Any]) -> tuple[_Row, ...]:
        """The answer to a question, in its order: as it was, but for the rows of those who were touched."""
        if question in self._now:
            return self._now[question]
        before = self._before.get(question)
        if before is None:
            found = ask()
        elif not self._touched:
            found = before
        else:
            rows = of_others(before)
            for row in ask_of_touched():
                insort(rows, row, key=order)
            found = tuple(rows)
        self._now[question] = found
        self._followed.keep(question, found)
        return found

    def _of_others(self, rows: tuple[Any, ...]) -> list[Any]:
        return [row for row in rows if row.contact_path not in self._touched]

    def _between_others(self, rows: tuple[Any, ...]) -> list[Any]:
        return [row for row in rows if row.contact_path not in self._touched and row.other_path not in self._touched]


def _by_age(row: OwedRow) -> tuple[date, str, str]:
    return row.since or date.max, fold(row.contact), row.contact_path
