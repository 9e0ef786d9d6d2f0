"""The people of a vault (`query.network`), as the index has them; those of whom it may keep nothing are read now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ..model.people import People, names_in, people_among
from ..model.resolve import fold, stem_of
from ..query.network import Phrase, Tie, about, heard_in, introduced_by, ties_among
from ..query.traits import Key, Mention, Trait, mentions_in, traits_in
from .index_people import people_asked
from .traits import KeptTraits

if TYPE_CHECKING:
    from ..model.problem import Problem
    from ..model.summary import Summary
    from ..query.shelf import Shelf
    from ..query.wording import Wording
    from .index import Index
    from .kept_notes import Notes


def fill(index: Index, make_notes: Callable[[], Notes], wording: Wording) -> None:
    """Keep what all notes say of people of which that is not kept yet. Raises `IndexFault`."""
    with index.trouble():
        if not index.traits.missing():
            return
    # Another process may be writing the same: what it wrote is looked at first.
    index.give_up()
    index.begin(writing=True)
    with index.trouble():
        known: dict[str, tuple[str, ...]] = {}

        def told(text: str) -> tuple[str, ...]:
            if text not in known:
                known[text] = about(text, wording)
            return known[text]

        summaries = (reading.summary for reading in make_notes().of(index.traits.missing()))
        index.traits.keep(
            KeptTraits(summary.path, _name(summary), [(trait, told(trait.text)) for trait in traits_in(summary)], list(mentions_in(summary)))
            for summary in summaries)
    index.commit()
    index.begin(writing=False)


def _name(summary: Summary) -> str | None:
    return summary.profile.name if summary.kind == "contact" and summary.profile is not None and not summary.confidential else None


class IndexNetwork:
    """What the index keeps, and beside it what those notes say of which it may keep nothing."""

    def __init__(self, index: Index, wording: Wording, notes: Callable[[], Notes], problems: Callable[[], Sequence[Problem]],
                 shelf: Callable[[], Shelf]) -> None:
        self._index = index
        self._make_shelf = shelf
        self._rows = index.traits
        self._wording = wording
        self._make_notes = notes
        self._problems = problems
        self._withheld = index.notes.not_kept()

    @property
    def problems(self) -> Sequence[Problem]:
        return self._problems()

    @cached_property
    def _notes(self) -> Notes:
        return self._make_notes()

    @cached_property
    def _apart(self) -> Mapping[str, Summary]:
        if not self._withheld:
            return {}
        return {reading.summary.path: reading.summary for reading in self._notes.of(self._withheld)}

    @cached_property
    def _traits_apart(self) -> list[Trait]:
        return [trait for summary in self._apart.values() for trait in traits_in(summary)]

    @cached_property
    def _mentions_apart(self) -> list[Mention]:
        return [mention for summary in self._apart.values() for mention in mentions_in(summary)]

    @cached_property
    def _people(self) -> People:
        """Whom links mean, asked one by one."""
        return people_asked(self._index, self._named)

    @cached_property
    def _everybody(self) -> People:
        """The same, told of all notes at once, which is quicker for many links."""
        return people_among(self._index.notes.stems_and_kinds(), self._named)

    @cached_property
    def _named(self) -> Callable[[str], Sequence[str]]:
        """Who goes by a name."""
        unnamed = {*self._index.notes.unnamed()} if self._apart else set()
        apart = [(path, names_in(summary.profile)) for path, summary in self._apart.items()
                 if path in unnamed and summary.kind == "contact" and summary.profile is not None]

        def named(name: str) -> Sequence[str]:
            return sorted([*self._index.due.going_by(name), *(path for path, names in apart if name in names)])

        return named

    @cached_property
    def _phrases_apart(self) -> list[Phrase]:
        """What nobody says but those of whom nothing is kept."""
        said = dict.fromkeys((trait.key, trait.text) for trait in self._traits_apart)
        return [Phrase(*each, about(each[1], self._wording)) for each in said if not self._rows.is_said(*each)]

    def phrases(self, words: Collection[str] | None = None) -> Collection[Phrase]:
        apart = self._phrases_apart if words is None else [each for each in self._phrases_apart if not frozenset(words).isdisjoint(each.about)]
        return [*self._rows.phrases(words), *apart]

    def heard(self, words: Collection[str] | None = None) -> tuple[int, Mapping[str, int]]:
        kept, apart = self._rows.heard(words), heard_in(self._phrases_apart, words)
        return self._rows.count_phrases() + len(self._phrases_apart), apart + Counter(kept) if apart else kept

    def saying(self, key: Key, text: str) -> Sequence[tuple[str, int]]:
        apart = [(trait.path, trait.line) for trait in self._traits_apart if (trait.key, trait.text) == (key, text)]
        return sorted([*self._rows.saying(key, text), *apart])

    def traits_of(self, path: str) -> Sequence[Trait]:
        return list(traits_in(self._apart[path])) if path in self._apart else self._rows.traits_of(path)

    def name_of(self, path: str) -> str | None:
        return _name(self._apart[path]) if path in self._apart else self._rows.name_of(path)

    def ties_of(self, path: str) -> Sequence[Tie]:
        return ties_among(path, self._mentions_of(path), self._people, lambda other: self.name_of(other) is not None)

    def _mentions_of(self, path: str) -> list[Mention]:
        """The lines that can tie a contact to others."""
        names = {fold(stem_of(path)), *self._index.due.names_of(path)}
        if path in self._apart and (profile := self._apart[path].profile) is not None:
            names.update(names_in(profile))
        return [*self._rows.mentions(path, names), *self._mentions_apart]

    def introduced(self, path: str | None = None) -> frozenset[frozenset[str]]:
        if path is not None:
            return introduced_by(self._mentions_of(path), self._people)
        return introduced_by([*self._rows.introductions(), *self._mentions_apart], self._everybody)

    def notes_named(self, name: str) -> Sequence[str]:
        return self._index.notes.named(fold(name))

    @cached_property
    def shelf(self) -> Shelf:
        return self._make_shelf()
