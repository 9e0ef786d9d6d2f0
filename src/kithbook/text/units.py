"""A note in units that are merged as wholes: an entry with its further lines, a promise, a property, a line of prose."""

import re
from datetime import date
from typing import Literal

from ..model.pattern import pattern
from ..model.record import NamedTuple
from ..model.settings import DateOrder
from .blocks import Block
from .front_matter import read_front_matter
from .structure import scan_body
from .written_date import read_written_date

UnitKind = Literal["entry", "task", "item", "row", "prose", "code", "blank", "property"]

_ISO = pattern(r"(\d{4})-(\d{2})-(\d{2})(?=[\s:*\]]|$)")
_CHECKBOX = pattern(r"(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*\[.\][ \t]")
_ITEM = pattern(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")


class Unit(NamedTuple):
    """Lines without their ends that stay together. A property has its key as `name`, an entry its `day`."""

    kind: UnitKind
    lines: tuple[str, ...]
    name: str = ""
    day: date | None = None

    @property
    def key(self) -> str:
        """What makes it the same unit in two texts."""
        return f"{self.name}:" if self.name else "\n".join(self.lines)


BLANK = Unit("blank", ("",))


def body_units(lines: list[str], order: DateOrder | None) -> list[Unit]:
    """The units of a note's body, all its lines in order."""
    body = scan_body("\n".join(lines))
    starts = {block.line: block for block in body.blocks if block.parent is None}
    quoted = {number for first, last in body.wholes for number in range(first, last + 1)}
    units: list[Unit] = []
    number = 1
    while number <= len(lines):
        block = starts.get(number)
        if number in body.code:
            units.append(Unit("code", (lines[number - 1],)))
            number += 1
            continue
        if block is None or number in quoted:
            units.append(line_unit(lines[number - 1]))
            number += 1
            continue
        unit = _unit_of(block, lines, order)
        units.append(unit)
        number += len(unit.lines)
    return units


def line_unit(line: str) -> Unit:
    """A line on its own, as what it looks like."""
    if not line.strip():
        return Unit("blank", (line,))
    if _CHECKBOX.match(line):
        return Unit("task", (line,))
    return Unit("item" if _ITEM.match(line) else "prose", (line,))


def _unit_of(block: Block, lines: list[str], order: DateOrder | None) -> Unit:
    first = block.line
    day = None if block.sign is not None else _day_of(block.text.lstrip("| \t"), order)
    last = first
    if block.kind == "item" or (block.kind == "heading" and day is not None):
        last = min(block.end, len(lines))
    elif block.kind == "paragraph" and day is not None:
        while last < block.last and _day_of(lines[last].strip(), order) is None:
            last += 1
    while last > first and not lines[last - 1].strip():
        last -= 1
    own = tuple(lines[first - 1 : last])
    if day is not None:
        return Unit("entry", own, day=day)
    if block.kind == "item":
        return Unit("item" if block.sign is None else "task", own)
    return Unit("row" if block.kind == "row" else "prose", own)


def _day_of(text: str, order: DateOrder | None) -> date | None:
    if match := _ISO.match(text):
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
    if not any(sign.isdigit() for sign in text[:40]):
        return None
    written = read_written_date(text, order)
    return written.day if written is not None else None


def front_units(lines: list[str]) -> list[Unit]:
    """The units of front matter: each property with the lines of its value, and comments between them.

    Raises `YamlFault` when it cannot be read, `ValueError` when several properties share a line.
    """
    fields = read_front_matter("\n".join(lines), 1)
    starts = {node.key_line: key for key, node in fields.items()}
    if len(starts) != len(fields):
        raise ValueError("several properties on a line")
    units: list[Unit] = []
    number = 1
    while number <= len(lines):
        if number not in starts:
            line = lines[number - 1]
            units.append(Unit("prose" if line.strip() else "blank", (line,)))
            number += 1
            continue
        last = number
        while last < len(lines) and last + 1 not in starts:
            last += 1
        literal = bool(re.search(r":[ \t]+[|>][-+0-9]*[ \t]*(?:#.*)?$", lines[number - 1]))
        while last > number and not literal and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
            last -= 1
        units.append(Unit("property", tuple(lines[number - 1 : last]), name=starts[number]))
        number = last + 1
    return units
