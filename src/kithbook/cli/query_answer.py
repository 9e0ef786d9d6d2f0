"""The answer to a filter as plain data, for `nb query` and for the templates of a vault."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from ..errors import UsageError

if TYPE_CHECKING:
    from ..model.book import Book
    from ..model.settings import Settings
    from ..query.filter import Bound, Found
    from ..report.plain import Plain

BookFor = Callable[["Bound"], "Book"]
"""The book that a filter has to be asked of."""


def bind_query(text: str, settings: Settings, today: date) -> Bound:
    """The filter that `text` is. Raises `UsageError` where it makes no sense."""
    from ..model.filter import FilterFault
    from ..query.filter import bind
    from ..text.filter import parse_filter

    try:
        return bind(parse_filter(text, today), settings.circles, today)
    except FilterFault as fault:
        raise UsageError(f"the query, at sign {fault.column}: {fault.message}", fault.fix) from None


def plain_answer(asked: str, found: Found) -> Plain:
    from ..report.plain import to_table

    return {"asked": asked, "of": found.table, "columns": list(found.columns), "query": to_table(found.fields, found.rows),
            "left_out": found.left_out}


def query_for_disk(settings: Settings, today: date, book_for: BookFor) -> Callable[[str], str]:
    """What `{{ query("…") }}` gives in a template: a table, of what may be written to disk."""

    def query(asked: str) -> str:
        from ..model.book import secret_names, without_confidential
        from ..model.veil import hides_one_of
        from ..query.filter import run_filter
        from ..report.markdown import markdown_table
        from ..report.plain import veil

        text = settings.queries.get(asked, asked)
        bound = bind_query(text, settings, today)
        book = book_for(bound)
        names = secret_names(book)
        found = run_filter(without_confidential(book), bound, today, hides_one_of(names))
        return markdown_table(veil(plain_answer(text, found), names))

    return query
