"""Two descriptions of one person made one: what the first says stays, and what it lacks is filled in."""

from ..model.exported import Person
from ..model.record import NamedTuple

SINGLE = ("org", "role", "location", "birthday")
LISTS = ("aliases", "email", "phone", "url", "tags")


class Conflict(NamedTuple):
    """A value that stays, and the other one, which is left out."""

    key: str
    kept: str
    other: str


def same_value(one: str, other: str) -> bool:
    """Whether two values say the same, but for case and blanks. A day without a year is written in two ways."""
    one, other = one.removeprefix("--"), other.removeprefix("--")
    return one.split() == other.split() or one.casefold().split() == other.casefold().split()


def combine(one: Person, other: Person) -> tuple[Person, list[Conflict]]:
    """The first with what the second adds, and where the two contradict."""
    conflicts: list[Conflict] = []
    changed: dict[str, object] = {}
    for key in SINGLE:
        mine, theirs = getattr(one, key), getattr(other, key)
        if not mine:
            changed[key] = theirs
        elif theirs and not same_value(mine, theirs):
            conflicts.append(Conflict(key, mine, theirs))
    for key in (*LISTS, "notes", "happened"):
        changed[key] = tuple(dict.fromkeys((*getattr(one, key), *getattr(other, key))))
    if other.name and not other.by_address and not same_value(one.name, other.name):
        changed["aliases"] = tuple(dict.fromkeys((*one.aliases, other.name, *other.aliases)))
    further = dict(one.further)
    for key, value in other.further:
        if not same_value(further.setdefault(key, value), value):
            conflicts.append(Conflict(key, further[key], value))
    return one._replace(**changed, further=tuple(further.items()), own=one.own and other.own), conflicts  # type: ignore[arg-type]
