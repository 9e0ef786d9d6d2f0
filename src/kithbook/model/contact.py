"""A contact: what the front matter says of a person, and all that happened."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from .dates import Cadence, YearlyDay
from .entry import Entry
from .promise import Promise
from .withheld import Withheld

STAGES = ("starting", "cultivating", "trusted", "advocate", "dormant")


class Profile(NamedTuple):
    """What a contact's front matter says, read; every field absent by default.

    `every` is the cadence as written, `cadence` what it means (`NEVER` for `never`).
    `paused` is the day on which asking begins again, True for a pause without an end.
    `lines` gives the line of each key, for pointing at it.
    """

    name: str
    aliases: tuple[str, ...] = ()
    org: str | None = None
    role: str | None = None
    location: str | None = None
    email: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    url: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    every: str | None = None
    cadence: Cadence | str | None = None
    circle: str | None = None
    stage: str | None = None
    paused: date | bool | None = None
    met: date | None = None
    met_at: str | None = None
    met_via: str | None = None
    birthday: YearlyDay | None = None
    dates: tuple[tuple[str, YearlyDay], ...] = ()
    interests: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    challenges: tuple[str, ...] = ()
    knows: tuple[str, ...] = ()
    pluses: tuple[Withheld, ...] = ()
    minuses: tuple[Withheld, ...] = ()
    dealbreakers: tuple[Withheld, ...] = ()
    lines: Mapping[str, int] = {}


class Contact(NamedTuple):
    """A person in the book: profile, entries (oldest first, from all notes) and promises."""

    path: str
    confidential: bool
    profile: Profile
    entries: tuple[Entry, ...]
    promises: tuple[Promise, ...]

    @property
    def name(self) -> str:
        return self.profile.name

    @property
    def met_line(self) -> int:
        """The line that says when we met; 1 when none does."""
        return self.profile.lines.get("met", 1)
