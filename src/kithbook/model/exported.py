"""A person as another program describes them, and what comes out of reading its export."""

from datetime import date
from typing import Literal

from .entry import Direction
from .record import NamedTuple


class Happening(NamedTuple):
    """Something dated that another program knows: an entry for the log, once it is in a note.

    `moment` (seconds, from any beginning) puts those of one day in order.
    """

    day: date
    word: str
    direction: Direction | None
    text: str
    moment: float = 0


class Together(NamedTuple):
    """Something dated, with everybody whom it was with: where they stand among the people of an export."""

    day: date
    kind: str
    direction: Direction | None
    text: str
    who: tuple[int, ...]


class Person(NamedTuple):
    """Somebody in an export. `line` (from 1) is where they begin in `file`.

    `birthday` is `YYYY-MM-DD` or `--MM-DD`. `further` are the fields that have no place of their own:
    the key under which a note keeps each, and its text. `notes` are texts of several lines.
    With `by_address` the e-mail address alone says who it is; with `only_known` somebody without a note gets none.
    `own` comes from an export of ours, or from a program that means the same: its `aliases` are aliases, which two
    may share, and each of one file is somebody else, but for those of the same `uid`.
    """

    line: int
    name: str
    aliases: tuple[str, ...] = ()
    org: str = ""
    role: str = ""
    location: str = ""
    email: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    url: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    birthday: str = ""
    further: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    happened: tuple[Happening, ...] = ()
    file: str = ""
    by_address: bool = False
    only_known: bool = False
    own: bool = False
    uid: str = ""


RemarkKind = Literal["fault", "skipped", "near", "conflict"]


class Remark(NamedTuple):
    """What of an export could not be read (`fault`), was left out, is like somebody who is there, or contradicts a note, and why."""

    line: int
    kind: RemarkKind
    message: str
    file: str = ""


class Place(NamedTuple):
    """Where the note of somebody new goes; without a `path`, why there can be none."""

    path: str | None
    why_not: str = ""


class Export(NamedTuple):
    """What an export held."""

    people: tuple[Person, ...]
    remarks: tuple[Remark, ...] = ()


class Kept(NamedTuple):
    """A value of a note that stays, on its line, though the export says something else."""

    line: int
    key: str
    kept: str
    other: str


class Imported(NamedTuple):
    """What was done to notes: the paths of those that were filled in, values that stay, and what could not be put in."""

    filled: list[str]
    kept: list[tuple[str, Kept]]
    faults: list[tuple[str, str]]
