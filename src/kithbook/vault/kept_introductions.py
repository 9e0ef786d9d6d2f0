"""The introductions under way, as the index has them, with the names of those whom they are between."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ..query.introductions import IntroductionRow, Underway, by_stage, introduction_rows, underway

if TYPE_CHECKING:
    from ..model.book import Book
    from .due import DueRows
    from .reading import Reading


def introductions(kept: Iterable[tuple[Any, ...]], apart: Collection[str], book: Book | None, due: DueRows,
                  read: Callable[[Sequence[str]], Sequence[Reading]], today: date, of: Collection[str] | None = None) -> tuple[IntroductionRow, ...]:
    """The rows: those that are `kept`, and of the contacts `apart`, who are asked from their notes, what the `book` has.

    `read` gives notes in brief; `of` are the contacts whose introductions alone are asked for.
    """

    def name_of(path: str) -> str | None:
        name = names.get(path)
        if name is None or name:
            return name
        summaries = [reading.summary for reading in read([path])]
        return next((summary.profile.name for summary in summaries if summary.profile and not summary.confidential), None)

    under = [Underway(contact, other, stage, date.fromordinal(since), tuple(agreed.split("\0")) if agreed else (), text, path, line,
                      today, today)
             for contact, other, stage, since, agreed, text, path, line in kept if contact not in apart]
    if book is not None and book.people is not None:
        under += [each for path in apart for each in underway(book.contacts[path], book.people, today) if of is None or each.is_with(of)]
    names = due.names({path for each in under for path in (each.contact_path, each.other_path)})
    return tuple(sorted(introduction_rows(under, name_of, today), key=by_stage))
