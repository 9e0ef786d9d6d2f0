"""What one has written down of a relationship, for oneself alone: all of it is private."""

from collections.abc import Mapping
from datetime import date

from ..model.contact import Contact
from ..model.entry import PRIVATE_KINDS
from ..model.record import NamedTuple
from ..model.withheld import Text


class ReflectionRow(NamedTuple):
    """A dated reflection; `rating` is from 1 to 5 when it gives one."""

    date: date
    rating: int | None
    text: Text
    path: str
    line: int


class Reflections(NamedTuple):
    """What one weighs in a relationship, and the reflections, oldest first."""

    contact: str
    contact_path: str
    pluses: tuple[Text, ...]
    minuses: tuple[Text, ...]
    dealbreakers: tuple[Text, ...]
    entries: tuple[ReflectionRow, ...]


def reflections(contact: Contact, ratings: Mapping[tuple[str, int], int]) -> Reflections:
    """The reflections on a contact; `ratings` are those that the lines at these places (path, line) give."""
    profile = contact.whole_profile
    return Reflections(
        contact.name, contact.path, profile.pluses, profile.minuses, profile.dealbreakers,
        tuple(ReflectionRow(entry.date, ratings.get((entry.path, entry.line)), entry.text, entry.path, entry.line)
              for entry in contact.entries if entry.kind in PRIVATE_KINDS))
