"""How my promises were kept: on time, late, or dropped, month by month (docs/format.md, "How promises are kept").

Mine are mine and those of both. Promises to confidential people, those in notes
that are confidential, and confidential ones count in nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

from ..model.dates import add_days, add_months
from ..model.record import NamedTuple
from ..model.withheld import Text, Withheld

if TYPE_CHECKING:
    from ..model.book import Book
    from ..model.promise import Promise

Ending: TypeAlias = Literal["kept_on_time", "kept_late", "dropped_with_word", "dropped"]

_WORD_AFTER = 14  # days in which one says that a promise will not be kept
_WORD_BEFORE = 1
_FEW = 3  # closed ones; of fewer nothing can be said to be usual


class ClosedRow(NamedTuple):
    """A promise of mine that is closed. `day` is that on which it was closed."""

    ending: Ending
    day: date
    due: date | None
    contacts: tuple[str, ...]
    contact_paths: tuple[str, ...]
    text: Text
    path: str
    line: int


class MonthRow(NamedTuple):
    """How many promises ended how in a month; `month` is its first day."""

    month: date
    kept_on_time: int
    kept_late: int
    dropped_with_word: int
    dropped: int


class Keeping(NamedTuple):
    """The answer of `nb kept`, for the months from `since` on, the newest first.

    `undated` counts those closed without a day, whenever that was. `open` are all that are open,
    `late` those of them that are overdue. `usual` is how many are kept in a month, over the
    whole months of the answer in which there were any before; None when too few were.
    """

    since: date
    until: date
    open: int
    late: int
    usual: float | None
    undated: int
    months: tuple[MonthRow, ...]
    closed: tuple[ClosedRow, ...]


def promise_keeping(book: Book, today: date, *, months: int = 12) -> Keeping:
    """How my promises were kept in this month and those before it, `months` in all."""
    since = add_months(today.replace(day=1), 1 - months)
    mine = [promise for promise in book.promises if promise.who != "them" and may_count(promise, book)]
    open_ones = [promise for promise in mine if promise.is_open]
    closed = sorted((row for row in _closed(mine, book) if row.day <= today), key=lambda r: (-r.day.toordinal(), r.path, r.line))
    recent = tuple(row for row in closed if row.day >= since)
    return Keeping(
        since, today, len(open_ones), sum(p.due is not None and p.due < today for p in open_ones),
        _usual([row.day for row in recent if row.ending.startswith("kept")], since, today),
        sum(not promise.is_open and promise.done is None for promise in mine), tuple(_by_month(recent, since, today)), recent)


def may_count(promise: Promise, book: Book) -> bool:
    """Whether a promise is in any number: neither it, nor the note it stands in, nor anybody it was given to is confidential."""
    return not (isinstance(promise.text, Withheld) or promise.path in book.confidential
                or any(book.contacts[path].confidential for path in promise.contacts))


def _closed(promises: Iterable[Promise], book: Book) -> Iterator[ClosedRow]:
    for promise in promises:
        if not promise.is_open and promise.done is not None:
            names = tuple(book.contacts[path].name for path in promise.contacts)
            yield ClosedRow(_ending(promise, promise.done, book), promise.done, promise.due, names, promise.contacts,
                            promise.text, promise.path, promise.line)


def _ending(promise: Promise, day: date, book: Book) -> Ending:
    if promise.status == "done":
        return "kept_late" if promise.due is not None and day > promise.due else "kept_on_time"
    return "dropped_with_word" if _was_told(promise, day, book) else "dropped"


def _was_told(promise: Promise, day: date, book: Book) -> bool:
    """Whether one of those whom I had promised it heard from me about then: a contact, out or both ways."""
    first, last = add_days(day, -_WORD_BEFORE), add_days(day, _WORD_AFTER)
    return any(entry.is_contact and entry.direction != "in" and first <= entry.date <= last
               for path in promise.contacts for entry in book.contacts[path].entries)


def _by_month(closed: Sequence[ClosedRow], since: date, today: date) -> Iterator[MonthRow]:
    """The months, the newest first, from the first with anything in it."""
    if not closed:
        return
    month, oldest = today.replace(day=1), closed[-1].day.replace(day=1)
    while month >= max(since, oldest):
        of = [row.ending for row in closed if row.day.replace(day=1) == month]
        yield MonthRow(month, of.count("kept_on_time"), of.count("kept_late"), of.count("dropped_with_word"), of.count("dropped"))
        month = add_months(month, -1)


def _usual(kept: Sequence[date], since: date, today: date) -> float | None:
    """How many are kept in a month: the mean over the whole months from the first of these on, without the one under way."""
    this_month = today.replace(day=1)
    whole = [day for day in kept if day < this_month]
    if len(whole) < _FEW:
        return None
    first = max(since, min(whole).replace(day=1))
    months = (this_month.year - first.year) * 12 + this_month.month - first.month
    return round(len(whole) / months, 1)
