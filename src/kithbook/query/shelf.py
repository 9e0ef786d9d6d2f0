"""Where the words of the notes come from: every note read in full, or an index that tells which notes are worth it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from ..model.contact import Contact
from ..model.problem import Problem
from .lookup import Match, holds_words
from .sayings import Page
from .topic import Topic
from .who_else import Voice, plain_url
from .wording import SHORT, WHOLE, Wording, bare, is_apart

Sieve = Sequence[Sequence[str]]
"""What a note must hold to be worth reading: all parts of one of these, written as `bare` writes them."""


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

    def pages(self, sieve: Sieve) -> Iterator[Page]:
        """The notes that may get through the sieve, in the order of their paths."""

    def owners(self, path: str) -> Mapping[int, Sequence[Owner]]:
        """By line, the contacts for whom the entries and promises of a note count, but for that whose note it is."""


def find_lines(shelf: Shelf, wanted: str) -> Iterator[Match]:
    """The contacts whose name, and then the lines that hold every word of `wanted`.

    A line of a note that is no contact's is of the contact for whom it counts, if there is one.
    """
    for path, name in shelf.names:
        if holds_words(name, wanted):
            yield Match(name, path, name, path, 1)
    names = dict(shelf.names)
    for page in shelf.pages(sieve_of_words(wanted)):
        owners: Mapping[int, Sequence[Owner]] | None = None
        for number, line in enumerate(page.lines, 1):
            if holds_words(line, wanted):
                if page.path in names:
                    owner: tuple[str, str] | None = page.path, names[page.path]
                else:
                    owners = shelf.owners(page.path) if owners is None else owners
                    of = owners.get(number)
                    owner = of[0][:2] if of else None
                yield Match(owner[1] if owner else None, owner[0] if owner else None, line.strip(), page.path, number)


def sieve_of_words(wanted: str) -> Sieve:
    """For notes that may hold all words of a text, also as a part of others."""
    return [[f"{WHOLE}{word}" if len(word) < SHORT and is_apart(word) else word for word in bare(wanted).split()]]


def voices(shelf: Shelf, topic: Topic, wording: Wording) -> Iterator[Voice]:
    """What is said of people in all notes that may speak of a topic, or give its address."""
    for page in shelf.pages(sieve_of_topic(topic, wording)):
        if page.name is not None:
            for saying in page.sayings:
                yield Voice(page.name, page.path, page.path, saying)
        if any(saying.what == "log" for saying in page.sayings):
            owners = shelf.owners(page.path)
            for saying in page.sayings if owners else ():
                if saying.what == "log":
                    for owner in owners.get(saying.line, ()):
                        if not owner.confidential:
                            yield Voice(owner.name, owner.path, page.path, saying)


def sieve_of_topic(topic: Topic, wording: Wording) -> Sieve:
    """For notes that may speak of a topic, or give its address."""
    sieve: list[Sequence[str]] = [parts for key in topic.weights for parts in wording.fragments(key)]
    return [*sieve, [bare(plain_url(topic.url).partition("?")[0])]] if topic.url else sieve
