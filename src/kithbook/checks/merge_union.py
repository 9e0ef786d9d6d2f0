"""Merges that join both sides of a note without asking."""

from collections.abc import Iterator

from .overview import Overview
from .rule import Rule, Slip


def _check(overview: Overview) -> Iterator[Slip]:
    for union in overview.around.unions:
        yield Slip(union.path, union.line, 1, "with `merge=union` git joins both sides of a note line by line, without asking",
                   "delete `merge=union` from this line")


MERGE_UNION = Rule(
    "merge-union", "warning",
    "A `.gitattributes` sets `merge=union` for notes.",
    "Git then never reports a conflict: a promise that was closed on one side stands there open as well, front matter has its keys twice, "
    "and lines get out of order.",
    "Delete `merge=union` from the line.",
    check_book=_check)
