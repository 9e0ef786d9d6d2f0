"""The engine: every rule asked about every note, and about all of them together.

It works on what it is given, whether that lies on disk or not: `nb check` gives it the
vault, the hook the notes that are staged.
"""

from collections.abc import Collection, Iterable, Iterator

from ..model.problem import Problem
from ..model.settings import Settings
from ..text.body import UNQUOTED
from .done_before_made import DONE_BEFORE_MADE, WITHOUT_DAYS
from .overview import Overview
from .page import Page
from .rule import Finding
from .rules import RULES


def check_pages(pages: Iterable[Page], settings: Settings, *, only: Collection[str] | None = None) -> list[Finding]:
    """What each of these notes tells by itself. With `only`, the findings of these rules."""
    pages = list(pages)
    found = [Finding(problem) for page in pages for problem in page.note.problems]
    return _judged([*found, *_ask_pages(pages, only)], settings, only)


def check_vault(overview: Overview, *, only: Collection[str] | None = None, extra: Iterable[Problem] = ()) -> list[Finding]:
    """All that the notes of a vault tell, one by one and together; `extra` is what was found elsewhere."""
    found = [Finding(_weighed(problem, overview)) for problem in (*overview.book.problems, *extra)]
    found += _ask_pages(overview.pages.values(), only)
    for rule in RULES:
        if rule.check_book is not None and (only is None or rule.id in only):
            found += map(rule.finding, rule.check_book(overview))
    return _judged((_without_days(finding, overview) for finding in found), overview.book.settings, only)


def _ask_pages(pages: Iterable[Page], only: Collection[str] | None) -> Iterator[Finding]:
    asked = [(rule, rule.check_page) for rule in RULES if rule.check_page is not None and (only is None or rule.id in only)]
    for page in pages:
        if page.text:
            for rule, check in asked:
                for slip in check(page):
                    yield rule.finding(slip)


_OF_DATES = frozenset(["ambiguous-date", "impossible-date", "unreadable-date"])
_WITHOUT_DAYS = {**UNQUOTED, DONE_BEFORE_MADE.id: WITHOUT_DAYS}


def _without_days(finding: Finding, overview: Overview) -> Finding:
    """A finding that quotes no day where an open note speaks of somebody confidential."""
    problem = finding.problem
    said = _WITHOUT_DAYS.get(problem.rule)
    if said is None or not overview.speaks_of_closed(problem.path, problem.line):
        return finding
    return finding._replace(problem=problem._replace(message=said))


def _weighed(problem: Problem, overview: Overview) -> Problem:
    """A date that cannot be read hides nothing where no contact is meant nor linked: then it is only told."""
    page = overview.pages.get(problem.path)
    if problem.rule not in _OF_DATES or page is None or page.note.kind != "other" or page.note.confidential:
        return problem
    end = next((block.end for block in page.body.blocks if block.line == problem.line), problem.line)
    links = [link for link in page.note.links if problem.line <= link.line <= end]  # without any, they are hidden ones
    known = any(overview.people.find(link.target, page.path) for link in links)
    return problem if known or not links else problem._replace(severity="info")


def _judged(found: Iterable[Finding], settings: Settings, only: Collection[str] | None) -> list[Finding]:
    """The findings by place, each as severe as `checks:` in `nb.yaml` has it."""
    kept: list[Finding] = []
    for finding in found:
        problem = finding.problem
        severity = settings.checks.get(problem.rule, problem.severity)
        if severity != "off" and (only is None or problem.rule in only):
            kept.append(finding._replace(problem=problem._replace(severity=severity)))
    return sorted(kept, key=lambda one: (one.problem.path, one.problem.line, one.problem.column, one.problem.rule))
