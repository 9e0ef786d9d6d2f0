"""The answers about a day, from the index: rows as they stand there, and a few contacts asked from their notes.

From their notes are asked those of whom the index keeps nothing, since something
confidential is said of them, and those of whom it only knows what matters later than on
the day that is asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from ..model.dates import add_days
from ..model.spoken_promise import LATELY
from ..model.standing import stand
from ..query.coming_days import DateRow, Yearly, coming_rows, days_within, yearly_of
from ..query.keep_in_touch import KeepInTouchRow, Touch, in_rank, is_paused, touch_of, touch_row
from ..query.ledger import Portion, Sort, first_of, presses
from ..query.owed import OwedRow, in_order
from ..query.promises import PromiseRow, by_urgency, list_promises, rows_on, seeds_of, settle_ids
from .index import Index
from .index_fault import IndexFault

if TYPE_CHECKING:
    from ..model.book import Book
    from ..model.problem import Problem
    from ..model.settings import Settings
    from ..query.book_ledger import BookLedger
    from ..query.introductions import IntroductionRow
    from ..query.spoken import SpokenRow
    from .kept_notes import Notes, Read

# When more contacts than this have to be asked from their notes, reading all notes is as quick.
_MOST_FROM_NOTES = 300

class IndexLedger:
    """What is open between people on one day, `today`. Raises `IndexFault` when the index is of no use.

    `read` reads notes in brief, `dated` gives a book with the days on which undated promises were made.
    """

    def __init__(self, index: Index, settings: Settings, today: date, problems: Iterable[Problem], read: Read,
                 dated: Callable[[Book], Book]) -> None:
        self.settings = settings
        self.today = today
        self._due = index.due
        self._answers = index.due_answers
        self._index = index
        self._day = today.toordinal()
        self._problems = problems
        self._read = read
        self._promises: dict[tuple[date, int], tuple[PromiseRow, ...]] = {}  # all of them, as they were asked for
        self.apart: Sequence[str] = self._due.unsettled(self._day)
        if len(self.apart) > _MOST_FROM_NOTES:
            raise IndexFault("most of it holds for later days")
        self._dated = dated
        self.tells_of_apart = False
        """Whether anything that was answered tells of one of those, or of a confidential note."""

    @cached_property
    def notes(self) -> Notes:
        from .kept_notes import Notes  # most vaults have nobody who is asked from the notes

        return Notes(self._index, self._read, day=self._day)

    @cached_property
    def _book(self) -> Book:
        """The contacts that are asked from their notes."""
        return self._dated(self.notes.book_of(self.apart, self.settings))

    def _tell(self, contacts: Iterable[str]) -> None:
        if self.apart and not self.tells_of_apart:
            self.tells_of_apart = not {*self.apart}.isdisjoint(contacts)

    def _of_those_apart(self, rows: Iterable[OwedRow]) -> list[OwedRow]:
        apart = set(self.apart)
        return [row for row in rows if row.contact_path in apart]

    @cached_property
    def _ledger(self) -> BookLedger:
        from ..query.book_ledger import BookLedger

        return BookLedger(self._book)

    @property
    def has_confidential(self) -> bool:
        return bool(self._index.notes.confidential())

    @cached_property
    def attention(self) -> tuple[Problem, ...]:
        hidden = {*self._index.notes.confidential(), *self._answers.hidden_problems()}
        problems = [problem for problem in (*self._answers.attention(), *self._problems) if problem.path not in hidden]
        if hidden:
            own = [problem for reading in self.notes.of(hidden) for problem in reading.summary.problems]
            self.tells_of_apart |= bool(own)
            problems += own
        problems.sort(key=lambda p: (p.path, p.line, p.column, p.rule))
        return tuple(problem for problem in problems if problem.severity == "error")

    def owed(self, sort: Sort, today: date, most: int | None = None) -> Portion[OwedRow]:
        found = self._answers.owed(sort, self._day, most, self.apart)
        if not self.apart:
            return found
        more = self._of_those_apart(self._ledger.owed(sort, today).rows)
        shown = first_of(in_order([*found.rows, *more], today), most)
        self._tell(row.contact_path for row in shown.rows)
        return Portion(shown.rows, shown.left_out + found.left_out)

    def keep_in_touch(self, today: date, most: int | None = None) -> Portion[KeepInTouchRow]:
        if is_paused(self.settings.paused, today):
            return Portion(())
        apart = set(self.apart)
        touches = [touch for touch in self._answers.touches(self._day) if touch.path not in apart]
        last: dict[str, date | None] = {}
        for path in self.apart:
            contact = self._book.contacts[path]
            last[path] = stand(contact.entries, today).last_contact
            touch = touch_of(contact, last[path], self.settings)
            if touch is not None and not is_paused(contact.whole_profile.paused, today):
                touches.append(touch)
        shown = first_of(tuple(in_rank(touches, today)), most)
        self._tell(touch.path for touch in shown.rows)
        return Portion(tuple([self._touch_row(touch, last, today) for touch in shown.rows]), shown.left_out)

    def _touch_row(self, touch: Touch, last: dict[str, date | None], today: date) -> KeepInTouchRow:
        if touch.path in last:
            return touch_row(self._book.contacts[touch.path], last[touch.path], touch, today)
        return self._answers.touch_row(touch, self._day)._replace(
            days_late=max(0, (today - touch.latest).days), ratio=round(touch.lateness(today), 2))

    def introductions(self, today: date, *, pressing: bool = False, of: Collection[str] | None = None) -> tuple[IntroductionRow, ...]:
        kept = self._answers.introductions(self._day, pressing=pressing, of=of)
        if not kept and not self.apart:
            return ()  # and nothing more is loaded
        from ..query.introductions import asks_for_something
        from .kept_introductions import introductions

        book = self._book if self.apart else None
        rows = introductions(kept, self.apart, book, self._due, lambda paths: self.notes.of(paths), today, of)
        shown = tuple(row for row in rows if asks_for_something(row)) if pressing else rows
        self._tell(path for row in shown for path in (row.contact_path, row.other_path))
        return shown

    def coming_days(self, today: date, days: int) -> tuple[DateRow, ...]:
        apart = set(self.apart)
        yearly: list[Yearly] = [each for each in self._answers.yearly(days_within(today, days)) if each.contact_path not in apart]
        yearly += [each for path in self.apart for each in yearly_of(self._book.contacts[path])]
        shown = coming_rows(yearly, today, days)
        self._tell(row.contact_path for row in shown)
        return shown

    def promises(self, today: date, days: int, *, pressing: bool = False) -> tuple[PromiseRow, ...]:
        if pressing and (today, days) in self._promises:
            return tuple([row for row in self._promises[today, days] if presses(row)])
        until = add_days(today, days)
        apart = set(self.apart)
        kept = self._answers.promises(until.toordinal() if pressing else None)
        rows = self._on(today, until, [row for row in kept if row.contact_path not in apart] if apart else kept)
        if apart:
            ids = self._ids_apart()
            more = [row for row in list_promises(self._book, today, days=days) if row.contact_path in apart]
            rows = [row._replace(id=ids.get((row.path, row.line), row.id)) for row in (*rows, *more)]
        if pressing:
            rows = [row for row in rows if presses(row)]
        found = tuple(sorted(rows, key=by_urgency))
        self._tell(row.contact_path for row in found)
        if not pressing:
            self._promises[today, days] = found
        return found

    def _on(self, today: date, until: date, kept: Iterable[PromiseRow]) -> list[PromiseRow]:
        return rows_on(kept, self.settings, today, until)

    def unrecorded(self, today: date) -> tuple[SpokenRow, ...]:
        found = self._answers.spoken(self._day - LATELY, self._day, self.apart)
        spoken = [contact for path in self.apart if (contact := self._book.contacts[path]).spoken]
        if not found and not spoken:
            return ()  # and nothing more is loaded
        from ..query.spoken import of_lately, spoken_rows

        shown = of_lately([*found, *(row for contact in spoken for row in spoken_rows(contact))], today)
        self._tell(row.contact_path for row in shown)
        return shown

    @property
    def open_ids(self) -> tuple[str, ...]:
        if self.apart:
            return tuple(row.id for row in self.promises(date.fromordinal(self._day), 0))
        return tuple(self._answers.open_ids())

    @property
    def tags(self) -> frozenset[str]:
        return frozenset(self._answers.tags()) | (self._ledger.tags if self.apart else frozenset())

    def _ids_apart(self) -> dict[tuple[str, int], str]:
        """The ids of promises to those who are asked from their notes, and of all that these could have changed."""
        apart = set(self.apart)
        own = seeds_of(promise for promise in self._book.promises if promise.contacts[0] in apart)
        places = {(seed.path, seed.line) for seed in own}
        others = self._due.seeds_around({begins for seed in own for begins in seed.beginnings})
        return settle_ids([*own, *(seed for seed, _, _ in others if (seed.path, seed.line) not in places)])
