"""Checkboxes that are none, by a sign too many or too few."""

import re
from collections.abc import Iterator

from ..model.pattern import pattern
from .page import Page
from .rule import Mend, Rule, Slip

_BOX = pattern(r"\[[ \txX]{0,4}\]")
_LINE = pattern(
    r"(?P<before>[ \t>]*+)(?P<marker>[-*+]|\d{1,9}[.)]|)(?P<gap>[ \t]*+)(?P<box>\[(?P<sign>[ \txX]{0,4})\])(?P<space>[ \t]*+)(?P<text>\S.*)")


def _check(page: Page) -> Iterator[Slip]:
    text = page.text
    near: dict[int, re.Match[str]] = {}
    end = -1
    number, counted = 1, 0
    for box in _BOX.finditer(text):
        start = text.rfind("\n", 0, box.start()) + 1
        if start <= end:
            continue  # a second box of its line
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = _LINE.match(text, start, end)
        if line and line.start("box") == box.start() and _is_near(line):
            number, counted = number + text.count("\n", counted, start), start
            near[number] = line
    if not near:
        return
    is_text = _text_lines(page)
    for number, line in near.items():
        if number not in is_text or not (page.note.kind == "contact" or "[[" in line["text"] or "](" in line["text"]):
            continue
        marker = line["marker"] or "-"
        wanted = f"{marker} [{line['sign'].strip() or ' '}] "
        written = text[line.start("marker") : line.start("text")]
        yield Slip(page.path, number, line.start("marker") - line.start() + 1,
                   f"`{written.strip()}` is no checkbox, and what stands there no promise", f"write `{wanted.strip()}` and a space",
                   Mend(line.start("marker") - line.start() + 1, written, wanted))


def _is_near(line: re.Match[str]) -> bool:
    """Whether the line nearly begins with a checkbox, and with nothing else that could be meant."""
    if not line["marker"]:
        return line["sign"] in (" ", "x", "X") and bool(line["space"]) and not line["gap"]
    if not line["space"] and line["text"][0] in "([:{^":
        return False  # a link, or what a link or a footnote means
    if not line["gap"] and line["marker"] == "*" and "*" in line["text"]:
        return False  # emphasis
    letters = len(line["sign"].strip())
    return letters < 2 and not (line["gap"] and line["space"] and len(line["sign"]) == 1)


def _text_lines(page: Page) -> set[int]:
    """The lines that are text: no code, no comment, no real checkbox."""
    lines: set[int] = set()
    for block in page.body.blocks:
        if block.kind in ("item", "paragraph"):
            lines.update(range(block.line + (block.sign is not None), block.last + 1))
    return lines - page.body.written.keys()


NEAR_CHECKBOX = Rule(
    "near-checkbox", "warning",
    "A line begins with what is nearly a checkbox: `- [] text`, `-[ ] text`, `- [ ]text`, `- [x ] text`, `[ ] text`.",
    "It is no task for Obsidian nor for the tool, so the promise in it is on no list.",
    "Write `- [ ] text`, with one sign between the brackets and a space on each side of them.",
    check_page=_check, fixes=True)
