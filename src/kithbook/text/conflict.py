"""Conflict markers: what git leaves in a file where it could not merge."""

import re

from ..model.pattern import pattern
from ..model.problem import Problem

# With one of these every conflict begins. Seven `=` are a heading in Markdown too, and seven `>` an old mail.
_BEGINS = pattern(rb"^<{7}(?: |\r?$)", re.MULTILINE)


def find_conflicts(data: bytes) -> list[int]:
    """The lines (from 1) on which a conflict begins."""
    if b"<<<<<<<" not in data:
        return []
    return [data.count(b"\n", 0, marker.start()) + 1 for marker in _BEGINS.finditer(data)]


def conflict_problem(path: str, line: int) -> Problem:
    """A conflict that begins on a line of a note."""
    return Problem(path, line, 1, "conflict-markers", "error", "git left both sides of a merge here",
                   "nb resolve puts them together; or keep what is right and delete the lines <<<<<<<, ======= and >>>>>>>")
