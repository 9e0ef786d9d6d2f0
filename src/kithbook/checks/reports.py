"""Reports in the vault that were edited, that could not be written anew, or that are of an earlier day."""

from collections.abc import Iterator

from .overview import Overview
from .rule import Rule, Slip


def _check_edited(overview: Overview) -> Iterator[Slip]:
    for report in overview.around.reports:
        if report.edited:
            yield Slip(report.path, 1, 1, "this report was edited since nb wrote it, and is no longer written",
                       "take your changes over to the notes, then delete the report and run nb report")


def _check_behind(overview: Overview) -> Iterator[Slip]:
    for report in overview.around.reports:
        if report.behind:
            told = f"says how things stood on {report.day}, and" if report.day is not None else ""
            yield Slip(report.path, 1, 1, " ".join(f"this report {told} could not be written anew".split()),
                       "run nb report: it says what keeps it from being written")


def _check_outdated(overview: Overview) -> Iterator[Slip]:
    for report in overview.around.reports:
        if not report.edited and not report.behind and report.day is not None and report.day < overview.today:
            yield Slip(report.path, 1, 1, f"this report says how things stood on {report.day}", "nb report")


EDITED_REPORT = Rule(
    "edited-report", "warning",
    "A report that nb wrote was edited by hand, in more than its ticks.",
    "So that nothing of yours is lost, it is not written any more, and grows old.",
    "Take your changes over to the notes, delete the report, and run `nb report`.",
    check_book=_check_edited)
BEHIND_REPORT = Rule(
    "behind-report", "warning",
    "A report could not be written anew, since the vault's own template for it fails.",
    "It still says what it said before, and looks as if it were of today.",
    "Run `nb report`: it says what is wrong. Mend the template, or delete it to have the built-in one.",
    check_book=_check_behind)
OUTDATED_REPORT = Rule(
    "outdated-report", "info",
    "A report was last found to be up to date on an earlier day.",
    "What was due on that day may be done by now, and more may be due. (On another machine than the one that wrote it nothing is said: "
    "reports hold no time stamps.)",
    "`nb report`.",
    check_book=_check_outdated)
