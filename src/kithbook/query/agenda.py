"""The weekly review: everything that is open or comes up between people."""

from datetime import date
from typing import NamedTuple

from ..model.book import Book
from ..model.dates import add_days
from ..model.problem import Problem
from .coming_days import DateRow, coming_days
from .keep_in_touch import KeepInTouchRow, keep_in_touch
from .owed import (
    OwedRow,
    follow_ups_owed,
    open_loops,
    replies_owed,
    standings,
    thanks_owed,
    to_make_right,
)
from .promises import PromiseRow, list_promises


class Agenda(NamedTuple):
    """The answer of `nb agenda`. `more` is how many people the limit left out of `keep_in_touch`.

    `introductions`, `unrecorded` and `balance` belong to the published shape and are
    empty until the commands that fill them exist.
    """

    today: date
    until: date
    promises: tuple[PromiseRow, ...]
    waiting: tuple[PromiseRow, ...]
    replies: tuple[OwedRow, ...]
    follow_ups: tuple[OwedRow, ...]
    keep_in_touch: tuple[KeepInTouchRow, ...]
    more: int
    thanks: tuple[OwedRow, ...]
    make_right: tuple[OwedRow, ...]
    loops: tuple[OwedRow, ...]
    dates: tuple[DateRow, ...]
    introductions: tuple[()]
    unrecorded: tuple[()]
    balance: tuple[()]
    attention: tuple[Problem, ...]


def agenda(book: Book, today: date, *, days: int = 7, limit: int | None = 12) -> Agenda:
    """What the days from `today` to `days` later ask for; at most `limit` people to keep in touch with."""
    of = standings(book, today)
    promises = list_promises(book, today, days=days)
    touch = keep_in_touch(book, today, of)
    shown = touch if limit is None else touch[:limit]
    return Agenda(
        today=today,
        until=add_days(today, days),
        promises=tuple(row for row in promises if row.who != "them" and (row.stale or row.state in ("overdue", "due"))),
        waiting=tuple(row for row in promises if row.who == "them"),
        replies=replies_owed(book, today, of),
        follow_ups=follow_ups_owed(book, today, of),
        keep_in_touch=shown,
        more=len(touch) - len(shown),
        thanks=thanks_owed(book, today, of),
        make_right=to_make_right(book, today, of),
        loops=open_loops(book, today, of),
        dates=coming_days(book, today, days),
        introductions=(),
        unrecorded=(),
        balance=(),
        attention=tuple(problem for problem in book.problems if problem.severity == "error"),
    )
