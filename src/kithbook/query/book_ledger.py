"""The answers about a day from a book, which has everybody."""

from collections.abc import Collection
from datetime import date
from functools import cached_property

from ..model.book import Book
from ..model.problem import Problem
from ..model.settings import Settings
from .coming_days import DateRow, coming_days
from .introductions import (
    IntroductionRow,
    Underway,
    asks_for_something,
    by_stage,
    introduction_rows,
    underway,
)
from .keep_in_touch import KeepInTouchRow, keep_in_touch
from .ledger import Portion, Sort, first_of, presses
from .owed import (
    OwedRow,
    Standings,
    follow_ups_owed,
    only_asked_of,
    open_loops,
    replies_owed,
    standings,
    thanks_owed,
    to_make_right,
)
from .promises import PromiseRow, list_promises, promise_ids
from .spoken import SpokenRow, of_lately, spoken_rows

_OWED = {"reply": replies_owed, "follow_up": follow_ups_owed, "thanks": thanks_owed, "make_right": to_make_right,
         "loop": open_loops, "only_asked": only_asked_of}


class BookLedger:
    """The answers from a book."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._standings: tuple[date, Standings] | None = None
        self._underway: tuple[date, list[Underway]] | None = None

    @property
    def settings(self) -> Settings:
        return self.book.settings

    @property
    def has_confidential(self) -> bool:
        return bool(self.book.confidential)

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

    def introductions(self, today: date, *, pressing: bool = False, of: Collection[str] | None = None) -> tuple[IntroductionRow, ...]:
        people = self.book.people
        if self._underway is None or self._underway[0] != today:
            self._underway = today, [
                each for contact in self.book.contacts.values() for each in underway(contact, people, today)] if people else []
        under = [each for each in self._underway[1] if of is None or each.is_with(of)]
        rows = sorted(introduction_rows(under, self._open_name, today), key=by_stage)
        return tuple(row for row in rows if asks_for_something(row) or not pressing)

    def _open_name(self, path: str) -> str | None:
        contact = self.book.contacts.get(path)
        return None if contact is None or contact.confidential else contact.name

    def coming_days(self, today: date, days: int) -> tuple[DateRow, ...]:
        return coming_days(self.book, today, days)

    def promises(self, today: date, days: int, *, pressing: bool = False) -> tuple[PromiseRow, ...]:
        rows = list_promises(self.book, today, days=days)
        return tuple(row for row in rows if presses(row)) if pressing else rows

    def unrecorded(self, today: date) -> tuple[SpokenRow, ...]:
        return of_lately((row for contact in self.book.contacts.values() for row in spoken_rows(contact)), today)

    @property
    def open_ids(self) -> tuple[str, ...]:
        promises = self.book.promises
        ids = promise_ids(promises)
        return tuple(ids[promise.path, promise.line] for promise in promises if promise.is_open)

    @property
    def tags(self) -> frozenset[str]:
        return frozenset(tag for contact in self.book.contacts.values() if not contact.confidential for tag in contact.profile.tags)
