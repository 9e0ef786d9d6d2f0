"""Reports in the vault that were edited, or that are of an earlier day."""

from collections.abc import Iterator

from .overview import Overview
from .rule import Rule, Slip


def _check_edited(overview: Overview) -> Iterator[Slip]:
    for report in overview.around.reports:
        if report.edited:
            yield Slip(report.path, 1, 1, "this report was edited since nb wrote it, and is no longer written",
                       "take your changes over to the notes, then delete the report and run nb report")


def _check_outdated(overview: Overview) -> Iterator[Slip]:
    for report in overview.around.reports:
        if not report.edited and report.day is not None and report.day < overview.today:
            yield Slip(report.path, 1, 1, f"this report says how things stood on {report.day}", "nb report")


EDITED_REPORT = Rule(
    "edited-report", "warning",
    "A report that nb wrote was edited by hand, in more than its ticks.",
    "So that nothing of yours is lost, it is not written any more, and grows old.",
    "Take your changes over to the notes, delete the report, and run `nb report`.",
    check_book=_check_edited)
OUTDATED_REPORT = Rule(
    "outdated-report", "info",
    "A report was last found to be up to date on an earlier day.",
    "What was due on that day may be done by now, and more may be due. (On another machine than the one that wrote it nothing is said: "
    "reports hold no time stamps.)",
    "`nb report`.",
    check_book=_check_outdated)
