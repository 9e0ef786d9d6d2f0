"""What came of it? An open loop in the logs of two people who were introduced is one introduction, and told as that."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from ..model.record import NamedTuple
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
    for made in ledger.introductions(today, of=introduced):
        if made.stage == "made":
            others.setdefault((made.contact_path, made.since, made.text), (made.other, made.other_path))
            others.setdefault((made.other_path, made.since, made.text), (made.contact, made.contact_path))
    nobody: tuple[None, None] = None, None
    return tuple([LoopRow(*row, *others.get((row.contact_path, row.since, row.text), nobody)) for row in loops])
