"""What came of it? An open loop in the logs of two people who were introduced is one introduction, and told as that."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from ..model.introducer import to_whom
from ..model.record import NamedTuple
from ..model.resolve import fold, stem_of
from ..model.withheld import Text

if TYPE_CHECKING:
    from .ledger import Ledger
    from .owed import OwedRow


class LoopRow(NamedTuple):
    """An `OwedRow`, and for an introduction under way with whom the contact was brought together."""

    contact: str
    contact_path: str
    since: date | None
    days: int | None
    text: Text | None
    path: str
    line: int
    kind: str | None
    other: str | None = None
    other_path: str | None = None


def with_others(rows: Iterable[OwedRow], ledger: Ledger, today: date) -> tuple[LoopRow, ...]:
    """Open loops, each with the other of the two who were introduced."""
    loops = [*rows]
    introduced = {row.contact_path for row in loops if row.kind == "intro"}
    if not introduced:
        return tuple([LoopRow(*row) for row in loops])  # and nothing more is asked for
    others: dict[tuple[str, date | None, Text | None], tuple[str, str]] = {}
    that_day: dict[tuple[str, date | None], list[tuple[str, str]]] = {}
    for made in ledger.introductions(today, of=introduced):
        if made.stage == "made":
            for path, other in ((made.contact_path, (made.other, made.other_path)), (made.other_path, (made.contact, made.contact_path))):
                others.setdefault((path, made.since, made.text), other)
                that_day.setdefault((path, made.since), []).append(other)

    def other_of(row: OwedRow) -> tuple[str, str] | tuple[None, None]:
        as_there = others.get((row.contact_path, row.since, row.text))
        return as_there or next((other for other in that_day.get((row.contact_path, row.since), ()) if _links(row, *other)), (None, None))

    return tuple([LoopRow(*row, *other_of(row)) for row in loops])


def _links(row: OwedRow, name: str, path: str) -> bool:
    """Whether an introduction links somebody: it is then the one that stands in their note in other words."""
    links = to_whom(row.text) if row.kind == "intro" and isinstance(row.text, str) else ()
    return not {fold(name), fold(stem_of(path))}.isdisjoint(fold(stem_of(link)) for link in links)
