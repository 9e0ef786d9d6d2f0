"""Promises that were kept before they were made."""

from collections.abc import Iterator

from .page import Page
from .rule import Rule, Slip

WITHOUT_DAYS = "this promise was closed before it was made"
_CLOSED = ("✅", "❌", "completion:", "cancelled:")


def _check(page: Page) -> Iterator[Slip]:
    note = page.note
    for task in note.tasks:
        if task.done is not None and task.made is not None and task.done < task.made and (note.kind == "contact" or task.links):
            hidden = note.confidential or not isinstance(task.text, str)
            yield Slip(page.path, task.line, page.column_of(task.line, _CLOSED),
                       WITHOUT_DAYS if hidden
                       else f"closed on {task.done}, and made only on {task.made}",
                       "correct one of the two dates")


DONE_BEFORE_MADE = Rule(
    "done-before-made", "warning",
    "A promise was closed (✅ or ❌) on a day before it was made (➕, or the day of the entry or note it stands in).",
    "One of the two dates is a slip, and how promptly you keep your word is told from both.",
    "Correct one of the two dates.",
    check_page=_check)
