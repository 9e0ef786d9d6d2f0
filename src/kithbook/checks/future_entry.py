"""Entries, and meetings, of a day that is still to come."""

from collections.abc import Iterator

from .page import Page
from .rule import Rule, Slip

_FIX = "nothing to do, unless the date is a slip"


def _check(page: Page) -> Iterator[Slip]:
    note = page.note
    if note.kind != "contact" or note.confidential:  # a meeting note for next week is nothing to speak of
        return
    met = note.profile.met if note.profile is not None else None
    if met is not None and met > page.today:
        yield Slip(page.path, *page.place_of("met"), f"`met` is still to come: {met}", _FIX)
    for entry in reversed(note.entries):  # oldest first, as they are
        if entry.date <= page.today:
            break
        said = "an entry" if not isinstance(entry.text, str) else f"the entry of {entry.date}"
        yield Slip(page.path, entry.line, page.column_of(entry.line, (entry.date.isoformat(),)), f"{said} is planned: it counts from its day on",
                   _FIX)


FUTURE_ENTRY = Rule(
    "future-entry", "info",
    "An entry of the log, or `met`, has a date later than today.",
    "That is allowed, for what is planned: it is no contact until its day has come. It may also be a slip in the year.",
    "Nothing, or correct the date.",
    check_page=_check)
