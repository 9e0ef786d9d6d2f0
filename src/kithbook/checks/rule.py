"""A rule: what it is called, what it is about, and how it finds its slips."""

from collections.abc import Callable, Iterable

from ..model.problem import Problem, Severity
from ..model.record import NamedTuple
from .overview import Overview
from .page import Page


class Mend(NamedTuple):
    """A safe edit of one line: what stands at `column` (from 1), and what is to stand there."""

    column: int
    old: str
    new: str


class Slip(NamedTuple):
    """What a rule found, and where (from 1). `fix` says how to mend it, `mend` does it."""

    path: str
    line: int
    column: int
    message: str
    fix: str
    mend: Mend | None = None


class Finding(NamedTuple):
    """A problem, and the edit that mends it, where one is safe."""

    problem: Problem
    mend: Mend | None = None


PageRule = Callable[[Page], Iterable[Slip]]
BookRule = Callable[[Overview], Iterable[Slip]]


class Rule(NamedTuple):
    """One rule. `says`, `why` and `mending` are its entry in docs/checks.md.

    `check_page` finds what one note tells, `check_book` what only all of them together
    tell. A rule without either is found by those who read the notes (`text/`, `vault/`).
    `fixes` tells whether `nb check --fix` mends it.
    """

    id: str
    severity: Severity
    says: str
    why: str
    mending: str
    check_page: PageRule | None = None
    check_book: BookRule | None = None
    fixes: bool = False

    def finding(self, slip: Slip) -> Finding:
        """A slip of this rule, as a problem."""
        return Finding(Problem(slip.path, slip.line, slip.column, self.id, self.severity, slip.message, slip.fix), slip.mend)
