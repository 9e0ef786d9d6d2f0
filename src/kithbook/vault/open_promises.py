"""How many promises of mine are open, as far as the index knows: a word before one more must not take the time to look.

It is asked as it is, as in `stale_elsewhere`. What is confidential is not counted.
"""

from datetime import date
from typing import NamedTuple

from ..model.settings import Settings
from .index import Index, index_key
from .index_fault import IndexFault
from .stale_elsewhere import are_as_read


class OpenCount(NamedTuple):
    """How many are open, and how many of these were due before today."""

    open: int
    late: int


def count_open(root: str, settings: Settings, today: date) -> OpenCount | None:
    """The numbers; None when the index is not there, or a note with an open promise has changed since."""
    try:
        index = Index.open(root, index_key(root, settings), make=False)
        try:
            with index.trouble():
                found = index.open_promises()
                late = sum(due is not None and due < today.toordinal() for _, due in found)
                return OpenCount(len(found), late) if are_as_read(root, {path for path, _ in found}, index.folders()) else None
        finally:
            index.close()
    except IndexFault:
        return None
