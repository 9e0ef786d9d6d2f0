"""Who says what of themselves, and who knows whom: asked of the notes, or of an index that was made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, Protocol

from ..model.record import NamedTuple
from ..model.resolve import fold, stem_of
from .traits import How, Key, Mention, Trait, mentions_in, traits_in

if TYPE_CHECKING:
    from ..model.people import FindsPeople, People
    from ..model.problem import Problem
    from ..model.summary import Summary
    from .shelf import Shelf
    from .wording import Wording


class Phrase(NamedTuple):
    """A text that somebody says under a key, and what it is about (`Wording.keys`), each once."""

    key: Key
    text: str
    about: tuple[str, ...]


class Tie(NamedTuple):
    """That somebody is tied to `other` (the path of a contact), and where that stands.

    `by` is the path of the one who brought me together with the other of them, where that is known.
    """

    other: str
    how: How
    path: str
    line: int
    day: date | None
    by: str | None


class Network(Protocol):
    """The people of a vault and whoever owns it. Nobody who is confidential is among them."""

    @property
    def problems(self) -> Sequence[Problem]:
        """The problems that hide something."""

    def phrases(self, words: Collection[str] | None = None) -> Collection[Phrase]:
        """All that anybody says, each text of a key once; with `words` what is about one of these."""

    def heard(self, words: Collection[str] | None = None) -> tuple[int, Mapping[str, int]]:
        """How much is said (each text of a key once), and how much of it is about each of these words, or of all."""

    def saying(self, key: Key, text: str) -> Sequence[tuple[str, int]]:
        """Where somebody says that (path and line), by path."""

    def traits_of(self, path: str) -> Sequence[Trait]:
        """What a note says of its contact, or of me."""

    def name_of(self, path: str) -> str | None:
        """What the contact is called; None for me."""

    def ties_of(self, path: str) -> Sequence[Tie]:
        """Those to whom a contact is tied, the surest ties first."""

    def introduced(self, path: str | None = None) -> frozenset[frozenset[str]]:
        """The pairs that I have introduced, or asked whether I may; with `path` at least those with this contact."""

    def notes_named(self, name: str) -> Sequence[str]:
        """The paths of the notes whose files have a name, whatever the case."""

    @property
    def shelf(self) -> Shelf:
        """All notes, for a look at their words."""


def about(text: str, wording: Wording) -> tuple[str, ...]:
    """What a text is about, each key once."""
    return tuple(dict.fromkeys(wording.keys(text)))


def heard_in(phrases: Iterable[Phrase], words: Collection[str] | None) -> Counter[str]:
    """How many of the phrases are about each word; of all words, or of these."""
    return Counter(word for phrase in phrases for word in phrase.about if words is None or word in words)


INTRODUCED: tuple[How, ...] = ("introduced", "asked")
_SURE: tuple[How, ...] = ("introduced", "asked", "knows", "introduced_me", "met_via", "together")


def ties_among(path: str, mentions: Iterable[Mention], people: People, is_known: Callable[[str], bool]) -> list[Tie]:
    """The ties that lines make between a contact and others who are known."""
    ties: list[Tie] = []
    for mention in mentions:
        there = people.find_all(mention.targets, mention.path)
        if mention.at_home:
            there = (mention.path, *there)
        if path in there:
            by = brought_by(mention, people)
            ties += [Tie(other, mention.how, mention.path, mention.line, mention.day, by)
                     for other in dict.fromkeys(there) if other != path and is_known(other)]
    ties.sort(key=lambda tie: (_SURE.index(tie.how), -(tie.day.toordinal() if tie.day else 0), tie.path, tie.line, tie.other))
    return ties


def brought_by(mention: Mention, people: FindsPeople) -> str | None:
    """The path of the one who brought me together with the others of a line."""
    if mention.how not in ("met_via", "introduced_me"):
        return None
    if mention.by is None:
        return mention.path if mention.at_home else None
    found = people.find_all((mention.by,), mention.path)
    return found[0] if found else None


def introduced_by(mentions: Iterable[Mention], people: People) -> frozenset[frozenset[str]]:
    """The pairs of whom lines say that I have introduced them, or asked whether I may."""
    pairs: set[frozenset[str]] = set()
    for mention in mentions:
        if mention.how in INTRODUCED:
            there = (*((mention.path,) if mention.at_home else ()), *people.find_all(mention.targets, mention.path))
            pairs.update(map(frozenset, combinations(there, 2)))
    return frozenset(pairs)


class NotesNetwork:
    """The people of these notes."""

    def __init__(self, notes: Sequence[Summary], people: People, wording: Wording, problems: Sequence[Problem],
                 shelf: Callable[[], Shelf]) -> None:
        """`shelf` makes the notes ready for a look at their words, which is seldom wanted."""
        self.problems = problems
        self._paths = [note.path for note in notes]
        self._make_shelf = shelf
        self._people = people
        self._wording = wording
        self._names = {note.path: note.profile.name if note.kind == "contact" else None
                       for note in notes if note.profile is not None and not note.confidential}
        traits = sorted((trait for note in notes for trait in traits_in(note)), key=lambda trait: trait.path)
        self._saying: dict[tuple[Key, str], list[tuple[str, int]]] = {}
        self._of: dict[str, list[Trait]] = {}
        for trait in traits:
            self._saying.setdefault((trait.key, trait.text), []).append((trait.path, trait.line))
            self._of.setdefault(trait.path, []).append(trait)
        self._mentions = [mention for note in notes for mention in mentions_in(note)]

    @cached_property
    def _phrases(self) -> list[Phrase]:
        return [Phrase(key, text, about(text, self._wording)) for key, text in self._saying]

    def phrases(self, words: Collection[str] | None = None) -> Collection[Phrase]:
        return self._phrases if words is None else [phrase for phrase in self._phrases if not frozenset(words).isdisjoint(phrase.about)]

    def heard(self, words: Collection[str] | None = None) -> tuple[int, Mapping[str, int]]:
        return len(self._phrases), heard_in(self._phrases, words)

    def saying(self, key: Key, text: str) -> Sequence[tuple[str, int]]:
        return self._saying.get((key, text), ())

    def traits_of(self, path: str) -> Sequence[Trait]:
        return self._of.get(path, ())

    def name_of(self, path: str) -> str | None:
        return self._names.get(path)

    def ties_of(self, path: str) -> Sequence[Tie]:
        return ties_among(path, self._mentions, self._people, lambda other: self.name_of(other) is not None)

    def introduced(self, path: str | None = None) -> frozenset[frozenset[str]]:
        return introduced_by(self._mentions, self._people)

    def notes_named(self, name: str) -> Sequence[str]:
        return [path for path in self._paths if fold(stem_of(path)) == fold(name)]

    @cached_property
    def shelf(self) -> Shelf:
        return self._make_shelf()
