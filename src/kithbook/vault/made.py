"""When undated promises were made: what their notes do not say, history or the file does."""

import os
from collections.abc import Container, Iterable, Mapping
from datetime import UTC, date, datetime

from ..model.book import Book, with_made
from ..model.promise import Promise
from ..model.record import NamedTuple
from ..model.withheld import Text, Withheld

FROM_HISTORY, FROM_FILE, UNKNOWN = 1, 2, 3

Place = tuple[str, int]


class Days(NamedTuple):
    """The days on which history first has promises, by path and text; not `told` when git did not answer."""

    known: Mapping[tuple[str, str], date]
    told: bool = True

    def made(self, root: str, promise: Promise) -> tuple[date | None, int]:
        """The day on which an undated promise was made, and where it is known from."""
        text = "" if isinstance(promise.text, Withheld) else promise.text
        day = self.known.get((promise.path, text))
        if day is not None:
            return day, FROM_HISTORY
        return _saved_on(root, promise.path), FROM_FILE if self.told else UNKNOWN


def days_of(root: str, undated: Iterable[tuple[str, Text]], known: Mapping[tuple[str, str], date] | None = None) -> Days:
    """The days from history of `undated` promises, given by path and text; those that are `known` are not looked up again."""
    seen = dict(known or {})
    wanted: dict[str, list[str]] = {}
    for path, text in undated:
        if not isinstance(text, Withheld) and (path, text) not in seen:
            wanted.setdefault(path, []).append(text)
    if wanted:
        from .git import HistoryUnavailable, first_seen

        try:
            seen |= first_seen(root, wanted)
        except HistoryUnavailable:
            return Days(seen, told=False)
    return Days(seen)


def date_promises(root: str, book: Book, contacts: Container[str] | None = None,
                  known: Mapping[tuple[str, str], date] | None = None) -> tuple[Book, dict[Place, int]]:
    """The book with the days on which its undated promises were made, and where (by path and line) each is known from.

    Only those that one of the `contacts` leads are looked at, if any are given. `known` are days
    from history that need not be looked up again, by path and text.
    """
    undated = [promise for promise in book.promises
               if promise.is_undated and (contacts is None or promise.contacts[0] in contacts)]
    if not undated:
        return book, {}
    days = days_of(root, ((promise.path, promise.text) for promise in undated), known)
    made: dict[Place, date] = {}
    origin: dict[Place, int] = {}
    for promise in undated:
        place = promise.path, promise.line
        day, origin[place] = days.made(root, promise)
        if day is not None:
            made[place] = day
    return with_made(book, made), origin


def _saved_on(root: str, path: str) -> date | None:
    """The day (UTC) on which a file was last saved."""
    try:
        return datetime.fromtimestamp(os.stat(os.path.join(root, path)).st_mtime, UTC).date()
    except (OSError, ValueError, OverflowError):
        return None
