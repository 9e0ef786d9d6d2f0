"""Where the words of the notes come from: every note read in full, or an index that tells which notes are worth it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from ..model.record import NamedTuple
from .gist import Gists
from .sayings import Page, Saying
from .wording import WHOLE

if TYPE_CHECKING:
    from ..model.contact import Contact
    from ..model.problem import Problem

Sieve = Sequence[Sequence[str]]
"""What a note must hold to be worth reading: all parts of one of these, written as `bare` writes them."""


EVERYTHING: Sieve = ((),)
"""Lets all through."""


def bare_parts(sieve: Sieve) -> list[list[str]]:
    """The sieve for texts, in which a whole word cannot be told from a part."""
    return [[part.lstrip(WHOLE) for part in way] for way in sieve]


def gets_through(folded: str, ways: Sequence[Sequence[str]]) -> bool:
    """Whether a text, as `bare` writes it, holds all parts of one of the ways."""
    for way in ways:
        for part in way:
            if part not in folded:
                break
        else:
            return True
    return False


class Owner(NamedTuple):
    """A contact for whom something counts that another note says."""

    path: str
    name: str
    confidential: bool


def owner_of(contact: Contact) -> Owner:
    return Owner(contact.path, contact.name, contact.confidential)


class Shelf(Protocol):
    """All notes, ready to be looked through."""

    @property
    def names(self) -> Sequence[tuple[str, str]]:
        """The path and name of every contact, in the order of their paths."""

    @property
    def people(self) -> int:
        """How many contacts there are that are not confidential."""

    @property
    def problems(self) -> Sequence[Problem]:
        """The problems that hide something."""

    def lines(self, sieve: Sieve) -> Iterator[tuple[str, Sequence[str]]]:
        """The notes that may get through the sieve, by path with the lines that may be shown, in the order of their paths."""

    def told(self, sieve: Sieve) -> Iterator[Page]:
        """The notes that may get through the sieve, in the order of their paths, with those of their sayings that may."""

    def gists(self, keys: Sequence[str], said: frozenset[str], sieve: Sieve) -> Iterator[Gists]:
        """The sayings that are about one of some keys, by note and in no order; `said` is all that the topic says.

        `sieve` lets all notes through that can have such.
        """

    def saying(self, path: str, number: int) -> Saying:
        """A saying of a note of which gists were given."""

    def owners(self, path: str) -> Mapping[int, Sequence[Owner]]:
        """By line, the contacts for whom the entries and promises of a note count, but for that whose note it is."""

    def meant(self, links: Sequence[str], path: str) -> Sequence[Owner]:
        """The contacts whom links in a note mean, but for that whose note it is."""
