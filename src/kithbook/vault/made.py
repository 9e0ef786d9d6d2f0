"""When undated promises were made: what their notes do not say, history or the file does."""

import os
from collections.abc import Container, Mapping
from datetime import UTC, date, datetime

from ..model.book import Book, with_made
from ..model.withheld import Withheld

FROM_HISTORY, FROM_FILE, UNKNOWN = 1, 2, 3

Place = tuple[str, int]


def date_promises(root: str, book: Book, contacts: Container[str] | None = None,
                  known: Mapping[tuple[str, str], date] | None = None) -> tuple[Book, dict[Place, int]]:
    """The book with the days on which its undated promises were made, and where (by path and line) each is known from.

    Only those that one of the `contacts` leads are looked at, if any are given. `known` are days
    from history that need not be looked up again, by path and text.
    """
    undated = [promise for promise in book.promises
               if promise.is_open and promise.due is None and promise.made is None
               and (contacts is None or promise.contacts[0] in contacts)]
    if not undated:
        return book, {}
    seen = dict(known or {})
    without_history = FROM_FILE
    wanted: dict[str, list[str]] = {}
    for promise in undated:
        if not isinstance(promise.text, Withheld) and (promise.path, promise.text) not in seen:
            wanted.setdefault(promise.path, []).append(promise.text)
    if wanted:
        from .git import HistoryUnavailable, first_seen

        try:
            seen |= first_seen(root, wanted)
        except HistoryUnavailable:
            without_history = UNKNOWN
    made: dict[Place, date] = {}
    origin: dict[Place, int] = {}
    for promise in undated:
        text = "" if isinstance(promise.text, Withheld) else promise.text
        place = promise.path, promise.line
        day = seen.get((promise.path, text))
        origin[place] = without_history if day is None else FROM_HISTORY
        day = day or _saved_on(root, promise.path)
        if day is not None:
            made[place] = day
    return with_made(book, made), origin


def _saved_on(root: str, path: str) -> date | None:
    """The day (UTC) on which a file was last saved."""
    try:
        return datetime.fromtimestamp(os.stat(os.path.join(root, path)).st_mtime, UTC).date()
    except (OSError, ValueError, OverflowError):
        return None
