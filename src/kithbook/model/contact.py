"""A contact: what the front matter says of a person, and all that happened."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NoReturn

from .dates import Cadence, YearlyDay
from .entry import Entry
from .pattern import pattern
from .promise import Promise
from .record import NamedTuple
from .resolve import seen
from .spoken_promise import Spoken
from .withheld import Withheld

STAGES = ("starting", "cultivating", "trusted", "advocate", "dormant")

# The keys of the front matter whose line is kept, for answers that point at it.
POINTED_AT = frozenset((
    "met", "birthday", "dates", "role", "org", "tags", "interests", "needs", "offers", "goals", "challenges", "knows", "met_via"))

_ADDRESS = pattern(r"[^\s<>(),;:\"\[\]]{1,254}@[^\s<>(),;:\"\[\]]{1,254}")


def find_addresses(text: str) -> list[str]:
    """The e-mail addresses in a value, which may say whose they are (`Ana Lee <ana@example.org>`)."""
    return _ADDRESS.findall(text) if "@" in text else []


def addresses_of(values: Iterable[str]) -> set[str]:
    """The e-mail addresses in values, to compare; a value without one counts as a whole."""
    return {address for value in map(seen, values) for address in find_addresses(value) or (value,)}


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


class WithheldProfile:
    """The profile of a confidential person: what follows from it may be known, and nothing of it be shown."""

    __slots__ = ("_profile",)

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    def reveal(self) -> Profile:
        """The profile itself: for telling that something is due, or for a terminal, on request."""
        return self._profile

    def __str__(self) -> NoReturn:
        raise TypeError("a confidential profile cannot be printed")

    def __repr__(self) -> str:
        return "<confidential>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a confidential profile cannot be pickled")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WithheldProfile) and other._profile == self._profile

    def __hash__(self) -> int:
        return hash((WithheldProfile, self._profile.name))


class Contact(NamedTuple):
    """A person in the book: profile, entries (oldest first, from all notes) and promises; what was `spoken` alone.

    Of a confidential one `profile` holds the name and nothing else, so that whoever forgets about it
    shows nothing; all that it says is `withheld`.
    """

    path: str
    confidential: bool
    profile: Profile
    entries: tuple[Entry, ...]
    promises: tuple[Promise, ...]
    withheld: WithheldProfile | None = None
    spoken: tuple[Spoken, ...] = ()

    @property
    def whole_profile(self) -> Profile:
        """The profile with what must not be shown: for telling what is due, and whom a name means."""
        return self.profile if self.withheld is None else self.withheld.reveal()

    @property
    def name(self) -> str:
        return self.profile.name

    @property
    def met_line(self) -> int:
        """The line that says when we met; 1 when none does."""
        return self.whole_profile.lines.get("met", 1)
