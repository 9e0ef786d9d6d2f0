"""Promises of mine that have gone stale."""

from collections.abc import Iterator

from ..query.promises import is_stale
from .overview import Overview
from .rule import Rule, Slip

_DUE = ("📅", "📆", "🗓", "due:", "⏳", "⌛", "scheduled:")
_MADE = ("➕", "created:")


def _check(overview: Overview) -> Iterator[Slip]:
    book = overview.book
    for promise in book.promises:
        if promise.who == "them" or not is_stale(promise, book.settings, overview.today):
            continue
        made_id = overview.ids[promise.path, promise.line]
        if any(book.contacts[path].confidential for path in promise.contacts):
            said = "this promise is stale"
        elif promise.due is not None:
            days = (overview.today - promise.due).days
            said = f"this promise is {days} day{'s' if days > 1 else ''} late"
        else:
            said = f"this promise has no date, and is open since {promise.made}"
        column = overview.pages[promise.path].column_of(promise.line, _DUE if promise.due is not None else _MADE)
        yield Slip(promise.path, promise.line, column, said, f"nb done {made_id}, or name a new day: nb defer {made_id} DAY")


STALE_PROMISE = Rule(
    "stale-promise", "warning",
    "A promise of yours is overdue by more than `stale.grace`, or has no date and is older than `stale.undated`.",
    "Most promises are broken by being forgotten. One that you cannot keep can still be put off in time, or taken back.",
    "`nb done ID`, `nb defer ID DAY` or `nb drop ID`; then say so to the one you gave it to.",
    check_book=_check)
