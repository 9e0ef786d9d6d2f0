"""Notes in brief as the index has them, some of them at a time, and the book of a few contacts."""

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence

from ..model.book import Book, assemble
from ..model.people import People, names_in, people_among
from ..model.resolve import fold, stem_of
from ..model.settings import Settings
from .index import Index
from .index_people import people_asked
from .naming import GoesBy, Naming, all_of, goes_by, with_one_of, words_of
from .note_rows import Facts
from .reading import Reading, unpacked

Read = Callable[[Sequence[str]], list[Reading]]
"""Reads notes from disk, in brief."""


class Notes:
    """The notes that were needed so far. Those of which the index has nothing are read.

    `withheld` are the paths of those of which it may have nothing.
    """

    def __init__(self, index: Index, read: Read, *, day: int | None = None) -> None:
        """`day` (an ordinal): notes of which the index has only what matters later are read, too."""
        self.index = index
        self.read_already: dict[str, Reading] = {}
        self.withheld: set[str] = set()
        self._read = read
        self._day = day
        self._hidden: dict[str, tuple[str, ...]] | None = None

    def have(self, readings: Mapping[str, Reading]) -> None:
        self.read_already.update(readings)

    def of(self, paths: Iterable[str], facts: Mapping[str, Facts] | None = None) -> list[Reading]:
        """The notes at these paths that there are; `facts` are what the index has of them, when that is known already."""
        paths = list(dict.fromkeys(paths))
        wanted = [path for path in paths if path not in self.read_already]
        facts = self.index.notes.facts(wanted) if facts is None else facts
        to_read: list[str] = []
        for path in wanted:
            if path not in facts:
                continue
            kept = facts[path]
            if kept.text is None:
                self.withheld.add(path)
            if kept.text is None or (self._day is not None and kept.since > self._day):
                to_read.append(path)
            else:
                self.read_already[path] = Reading(unpacked(kept.text), since=kept.since, packed=kept.text)
        self.read_already.update((reading.summary.path, reading) for reading in self._read(to_read))
        return [self.read_already[path] for path in paths if path in self.read_already]

    def book(self, contacts: Mapping[str, Iterable[str]], settings: Settings, people: People | None = None) -> Book:
        """The book of some contacts, by path with the notes that say something of them.

        Others are in it, too, with less than all that is said of them. `people` are whom links mean, when that is there already.
        """
        paths = [*contacts, *(source for sources in contacts.values() for source in sources)]
        summaries = [reading.summary for reading in self.of(paths)]
        asked = {fold(stem_of(path)) for path in contacts}
        asked.update(name for summary in summaries if summary.path in contacts and summary.profile for name in names_in(summary.profile))
        return assemble(summaries, settings, people=people or self.people(), asked=asked)

    def book_of(self, contacts: Iterable[str], settings: Settings, beside: Iterable[str] = ()) -> Book:
        """The book of some contacts, with all notes that say something of them, and those with whom they share promises.

        `beside` are further notes for it.
        """
        of: dict[str, Iterable[str]] = {path: known.sources for path, known in self.index.due.contacts(contacts).items()}
        of |= {path: () for path in beside if path not in of}
        book = self.book(of, settings)
        sharing = {owner for path in of if path in book.contacts for promise in book.contacts[path].promises
                   for owner in promise.contacts if owner not in book.contacts}
        return self.book({**of, **dict.fromkeys(sharing, ())}, settings) if sharing else book

    def people(self, *, at_once: bool = False) -> People:
        """Whom links mean, as the index has it; `at_once` for many links: it is told of all notes, and not asked one by one."""

        def named(name: str) -> Sequence[str]:
            theirs = [path for path, names in self._hidden_names().items() if name in names]
            return sorted([*self.index.due.going_by(name), *theirs])

        return people_among(self.index.notes.stems_and_kinds(), named) if at_once else people_asked(self.index, named)

    def _hidden_names(self) -> Mapping[str, tuple[str, ...]]:
        """What those go by of whom the index has no names."""
        if self._hidden is None:
            summaries = [reading.summary for reading in self.of(self.index.notes.unnamed())]
            self._hidden = {summary.path: names_in(summary.profile) for summary in summaries
                            if summary.kind == "contact" and summary.profile is not None}
        return self._hidden

    def naming(self, named: Naming) -> Iterator[tuple[str, Reading]]:
        """The notes, of those that are kept, which name somebody."""
        for path, facts in self.index.notes.kept_facts() if named else ():
            if facts.text is not None and named.may_be_in(facts.text):
                reading = Reading(unpacked(facts.text), since=facts.since, packed=facts.text)
                if named.are_in(reading.summary):
                    yield path, reading

    def read_anew(self, paths: Sequence[str]) -> list[Reading]:
        """The notes as they are on disk."""
        return self._read(paths)

    def known_by(self, confidential: Iterable[str]) -> GoesBy:
        """What the `confidential` notes and their people go by."""
        hidden = dict.fromkeys(confidential) | {reading.summary.path: reading.summary for reading in self.of(confidential)}
        return all_of(goes_by(path, summary) for path, summary in hidden.items())

    def secret(self) -> Naming:
        """Whom nothing may name that is kept."""
        confidential = self.index.notes.confidential()
        known = self.known_by(confidential)
        return Naming(known, self.names_of_others(words_of(known.names), confidential))

    def names_of_others(self, words: Collection[str], beside: Container[str]) -> set[str]:
        """The names that are, or have in them, one of the words, of the contacts that are not `beside`."""
        if not words:
            return set()
        named = {name for word in words for name, path in self.index.due.names_with(word) if path not in beside}
        unnamed = self.of(path for path in self.index.notes.unnamed() if path not in beside)
        return with_one_of(words, named.union(*(names_in(reading.summary.profile) for reading in unnamed if reading.summary.profile)))

    def withhold(self, readings: Iterable[Reading], named: Naming) -> None:
        """Keep nothing of those notes that are confidential, or name somebody who is (`named`)."""
        for reading in readings:
            if reading.packed is None or named.are_in(reading.summary):
                self.withheld.add(reading.summary.path)
            else:
                self.withheld.discard(reading.summary.path)
