"""A fault in somebody's file, as a value: where, what, and how to mend it."""

from typing import Literal

from .record import NamedTuple

Severity = Literal["error", "warning", "info"]


class Problem(NamedTuple):
    """One slip. `line` and `column` count from 1; a problem without a place stands at 1:1.

    Severity `error` means that something in the note is hidden by it: a note, an
    entry or a date that the answers lack until it is mended.
    """

    path: str
    line: int
    column: int
    rule: str
    severity: Severity
    message: str
    fix: str | None = None
