"""More open promises than were ever kept in time."""

from collections.abc import Iterator

from ..model.promise import Promise
from ..query.promise_keeping import may_count
from .overview import Overview
from .rule import Rule, Slip

_FEW = 7  # so many can be kept without a record of having kept as many


def _check(overview: Overview) -> Iterator[Slip]:
    book = overview.book
    mine = [promise for promise in book.promises if promise.who != "them" and may_count(promise, book)]
    still_open = [promise for promise in mine if promise.is_open]
    kept = sum(map(_was_kept_in_time, mine))
    if len(still_open) <= max(_FEW, kept):
        return
    oldest = min(still_open, key=lambda p: (p.made or p.due or overview.today, p.path, p.line))
    place = ("me.md", 1) if "me.md" in overview.pages else (oldest.path, oldest.line)
    yield Slip(*place, 1, f"you have {len(still_open)} promises open, and kept {kept} in time so far",
               "keep, put off or drop some before you give another: nb promises --mine")


def _was_kept_in_time(promise: Promise) -> bool:
    if promise.status != "done":
        return False
    return promise.due is None or promise.done is None or promise.done <= promise.due


PROMISES_KEPT = Rule(
    "too-many-promises", "info",
    f"More promises of yours are open than were ever kept in time (and more than {_FEW}).",
    "Do not promise what you will not deliver. It is said once, in `me.md` or, without it, at the oldest open promise.",
    "Keep some, put off or drop others, and say so, before you give another.",
    check_book=_check)
