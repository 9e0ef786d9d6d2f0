"""A promise: a task in a note that belongs to somebody."""

from datetime import date
from typing import Literal

from .record import NamedTuple
from .withheld import Text

Who = Literal["me", "them", "us"]
Status = Literal["open", "done", "cancelled"]


class Promise(NamedTuple):
    """One promise. `text` is without dates and marks.

    `due` is the due date or, without one, the scheduled one. `made` is known from the
    line itself, from where it stands or, filled in by the vault, from history.
    `mark` is the id that the line carries itself (🆔 or a block id).
    `contacts` are the paths of the contacts it belongs to, the first one leading.
    """

    path: str
    line: int
    text: Text
    who: Who
    status: Status
    due: date | None
    made: date | None
    done: date | None
    mark: str | None
    tags: tuple[str, ...]
    links: tuple[str, ...]
    contacts: tuple[str, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether it says nothing at all: a checkbox that somebody meant to fill."""
        return self.text == "" and self.due is None

    @property
    def is_open(self) -> bool:
        return self.status == "open"

    @property
    def is_undated(self) -> bool:
        """Whether it is open and its note says no day of it."""
        return self.status == "open" and self.due is None and self.made is None
