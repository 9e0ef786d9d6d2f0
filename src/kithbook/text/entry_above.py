"""Under which entry a task stands: it has the day of that entry, and belongs to those whom it links."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from .blocks import Block


class EntryAbove(NamedTuple):
    """An entry that tasks may stand under: until which line, since when, with whom."""

    end: int
    date: date
    links: tuple[str, ...]


def entry_above(block: Block, standing: Mapping[int, EntryAbove]) -> EntryAbove | None:
    """The innermost entry that an item is nested in."""
    outer = block.parent
    while outer is not None:
        if id(outer) in standing:
            return standing[id(outer)]
        outer = outer.parent
    return None
