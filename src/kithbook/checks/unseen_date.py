"""Dates of promises that Obsidian Tasks does not see."""

from collections.abc import Iterator

from ..model.pattern import pattern
from ..text.trailing_fields import find_unseen, with_all_seen
from .page import Page
from .rule import Mend, Rule, Slip

_CHECKBOX = pattern(r"(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*+\[[^\n]\][ \t]+")


_LONGEST = 2000  # of a line that anybody wrote


def _check(page: Page) -> Iterator[Slip]:
    for task in page.note.tasks:
        if task.due is None or not task.is_open or not (page.note.kind == "contact" or task.links):
            continue
        line = page.lines[task.line - 1]
        box = _CHECKBOX.match(line)
        if box is None or len(line) > _LONGEST or "%%" in line or "<!--" in line:
            continue
        said = line[box.end() :]
        unseen = find_unseen(said)
        if unseen is None:
            continue
        word = said[unseen.start : unseen.end].lower().startswith("due")
        yield Slip(page.path, task.line, box.end() + unseen.start + 1,
                   "Obsidian Tasks does not see a date that is written as a word" if word
                   else "Obsidian Tasks does not see this date: other words stand behind it",
                   "write it as 📅 and the day, at the end of the line" if word else "move it to the end of the line",
                   Mend(box.end() + 1, said, with_all_seen(said)))


UNSEEN_DATE = Rule(
    "unseen-date", "warning",
    "The date of an open promise stands in the middle of the line, or is written `due:2026-11-25`.",
    "It counts for the tool wherever it stands. Obsidian Tasks takes fields from the end of a line alone, so that this promise is "
    "in none of its lists. (Dataview's `[due:: …]` is left alone: which of the two you use is your affair.)",
    "Move the date to the end of the line, behind 📅.",
    check_page=_check, fixes=True)
