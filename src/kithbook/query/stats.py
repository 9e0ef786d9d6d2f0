"""The network month by month: how often I was in touch, how promises of mine ended, what was given and asked.

All numbers are those of everybody together. Nothing of confidential people is in them, and
no person is set beside another.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ..model.dates import add_months
from ..model.record import NamedTuple
from .balance import balance
from .promise_keeping import promise_keeping

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model.book import Book


class MonthStats(NamedTuple):
    """A month; `month` is its first day.

    `touches` counts each person once a day, `people` each once. The others count as
    `MonthRow` and `balance.Tally` do: promises by how they ended, acts by what they were.
    """

    month: date
    touches: int
    people: int
    kept_on_time: int
    kept_late: int
    dropped_with_word: int
    dropped: int
    gave: int
    asked: int
    received: int
    was_asked: int


class Stats(NamedTuple):
    """The answer of `nb stats`: the months from that of `since` on, the newest first, each of them there.

    `touches` and `people` are those of the whole time.
    """

    since: date
    until: date
    touches: int
    people: int
    months: tuple[MonthStats, ...]


def stats(book: Book, today: date, *, months: int = 12) -> Stats:
    """This month and those before it, `months` in all."""
    this_month = today.replace(day=1)
    since = add_months(this_month, 1 - months)
    touched: dict[date, list[str]] = {}
    for day, paths in days_in_touch(book, since, today).items():
        touched.setdefault(day.replace(day=1), []).extend(paths)
    endings = {row.month: row[1:] for row in promise_keeping(book, today, months=months).months}
    acts: dict[date, list[str]] = {}
    for row in balance(book, since, today).acts:
        acts.setdefault(row.date.replace(day=1), []).append(row.act)
    rows: list[MonthStats] = []
    for back in range(months):
        month = add_months(this_month, -back)
        there, of = touched.get(month, []), acts.get(month, [])
        rows.append(MonthStats(month, len(there), len(set(there)), *endings.get(month, (0, 0, 0, 0)), of.count("gave"),
                               of.count("asked"), of.count("received"), of.count("was_asked")))
    everybody = [path for paths in touched.values() for path in paths]
    return Stats(since, today, len(everybody), len(set(everybody)), tuple(rows))


def days_in_touch(book: Book, since: date, until: date) -> Mapping[date, tuple[str, ...]]:
    """With whom I was in touch on each day (paths): everybody once a day, nobody who is confidential."""
    found: dict[date, dict[str, None]] = {}
    for contact in book.contacts.values():
        if contact.confidential:
            continue
        for entry in contact.entries:
            if since <= entry.date <= until and entry.is_contact and entry.path not in book.confidential:
                found.setdefault(entry.date, {})[contact.path] = None
    return {day: tuple(paths) for day, paths in found.items()}
