"""Queries in `nb.yaml` that cannot be understood."""

from collections.abc import Iterator

from ..model.filter import FilterFault
from ..model.settings_file import SETTINGS_FILE
from ..query.filter import bind
from ..text.filter import parse_filter
from .overview import Overview
from .rule import Rule, Slip


def _check(overview: Overview) -> Iterator[Slip]:
    for saved in overview.around.queries:
        try:
            bind(parse_filter(saved.text, overview.today), overview.book.settings.circles, overview.today)
        except FilterFault as fault:
            yield Slip(SETTINGS_FILE, saved.line, saved.column,
                       f"the query `{saved.name}`, at sign {fault.column}: {fault.message}", fault.fix)


SAVED_QUERY = Rule(
    "saved-query", "error",
    "A query under `queries:` in `nb.yaml` cannot be understood, or names a field that there is not.",
    "It finds nothing, and a report that uses it fails.",
    "Look at docs/query.md, and try it with `nb query`.",
    check_book=_check)
