"""What was promised in the log lately and never written down, as the agenda tells of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from ..model.dates import add_days
from ..model.promise import Who
from ..model.record import NamedTuple
from ..model.spoken_promise import LATELY

if TYPE_CHECKING:
    from ..model.contact import Contact


class SpokenRow(NamedTuple):
    """A promise that stands in prose alone. `text` is what was promised on the day `made`; `path` and `line` are where it was said."""

    contact: str
    contact_path: str
    who: Who
    text: str
    due: date | None
    made: date
    confidence: float
    path: str
    line: int


def spoken_rows(contact: Contact) -> list[SpokenRow]:
    """What was promised to a contact in prose, each thing once, less what stands as a task; nothing of a confidential person."""
    if not contact.spoken or contact.confidential:
        return []
    from .unrecorded import in_words, is_recorded

    tasks = in_words(contact.promises)
    found: dict[tuple[object, ...], SpokenRow] = {}
    for said in contact.spoken:
        if not is_recorded(said.action, said.due, said.made, tasks):
            found.setdefault((said.made, said.who, said.action), SpokenRow(
                contact.name, contact.path, said.who, said.action, said.due, said.made, said.confidence, said.path, said.line))
    return list(found.values())


def of_lately(rows: Iterable[SpokenRow], today: date) -> tuple[SpokenRow, ...]:
    """Those of the last days, the newest first; of what was said again, the newest time."""
    first = add_days(today, -LATELY)
    found: dict[tuple[object, ...], SpokenRow] = {}
    for row in sorted((row for row in rows if first <= row.made <= today), key=lambda row: (-row.made.toordinal(), row.path, row.line)):
        found.setdefault((row.contact_path, row.who, row.text), row)
    return tuple(found.values())
