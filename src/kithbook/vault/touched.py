"""Which people a changed note touches, and what the index keeps of them.

A note says something of its own contact and of those whom its links mean. Whom a link
means can change with a note that comes or goes, or with another name of somebody; the
notes with such links are found by their keys. Only for the people who are touched is
anything worked out again.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ..model.book import Book, assemble, everybody_in
from ..model.contact import Contact
from ..model.people import People, names_in
from ..model.resolve import fold, keys_of, stem_of
from ..model.settings import Settings
from ..model.summary import Summary
from ..query.coming_days import yearly_of
from ..query.introductions import underway
from ..query.keep_in_touch import suggest
from ..query.lookup import Listed, touched, undated_row
from ..query.outlook import outlook
from ..query.promises import open_row, presses_from, seeds_of, settle_ids
from .contact_list import pack_listed
from .due import NEVER, ContactRows, KeptPromise
from .index import Facts, Index
from .kept_notes import Notes, Read
from .packing import pack_called
from .reading import Reading

# From so many changed notes on, everything is worked out anew at once.
_MANY = 400

Dated = Callable[[Book, Container[str], Mapping[tuple[str, str], date]], tuple[Book, Mapping[tuple[str, int], int]]]
"""Fills in when undated promises were made, see `made.date_promises`."""


class News(NamedTuple):
    """The notes that have changed, as they are now, and the paths of those that are gone.

    With `history`, commits have come or gone, and when undated promises were made is looked up again.
    """

    read: Mapping[str, Reading]
    gone: Sequence[str] = ()
    history: bool = False


def links_of(summary: Summary) -> set[str]:
    """The links that can make a note count for somebody."""
    links: set[str] = set()
    for entry in summary.entries:
        links.update(entry.with_links if summary.kind == "contact" else entry.links)
    if summary.kind != "contact":
        for task in summary.tasks:
            links.update(task.links)
        for under in summary.task_entry:
            links.update(under)
    return links


def keep_news(index: Index, news: News, settings: Settings, today: date, read: Read, dated: Dated) -> None:
    """Write what has changed. `read` reads notes of which the index has nothing."""
    _Keeper(index, settings, today, read, dated).keep(news)


class _Keeper:
    def __init__(self, index: Index, settings: Settings, today: date, read: Read, dated: Dated) -> None:
        self.index = index
        self.due = index.due
        self.settings = settings
        self.today = today
        self.dated = dated
        self.notes = Notes(index, read)

    def keep(self, news: News) -> None:
        before = self.index.facts([*news.read, *news.gone])
        self.notes.have(news.read)
        hidden = any(reading.summary.confidential for reading in news.read.values()) or any(
            facts.confidential for facts in before.values())
        self.index.forget_facts(news.gone)
        if hidden or len(news.read) + len(news.gone) > _MANY:
            self._everybody(news)
        else:
            self._those_touched(news, before)

    # Everybody

    def _everybody(self, news: News) -> None:
        """Work everything out anew: whom all links mean, and what is in store for all contacts."""
        kept = {path: facts for path, facts in self.index.facts().items() if path not in news.read}
        readings = self.notes.of([*news.read, *kept], kept)
        self.notes.withhold(readings, [reading.summary.path for reading in readings if reading.summary.confidential])
        self.due.clear_problems()
        self._keep_problems(readings)
        people = everybody_in([reading.summary for reading in readings])
        sources = self._write_notes(readings, people)
        book = assemble([reading.summary for reading in readings], self.settings, people=people)
        book, origin = self.dated(book, book.contacts, {})
        self.due.clear()
        self.due.set_names({path: names_in(contact.profile) for path, contact in book.contacts.items() if path not in self.notes.withheld})
        rows = [self._rows(contact, book, tuple(sorted(sources.get(path, ()))), origin) for path, contact in book.contacts.items()]
        ids = settle_ids([kept.seed for row in rows for kept in row.promises])
        self.due.keep([row._replace(promises=[_with_id(kept, ids) for kept in row.promises]) for row in rows])

    def _write_notes(self, readings: Iterable[Reading], people: People) -> dict[str, set[str]]:
        """Write the facts of notes and whom they count for; the notes that count for each contact, by its path."""
        sources: dict[str, set[str]] = {}
        facts: list[tuple[str, Facts]] = []
        for reading in readings:
            source = reading.summary.path
            links = links_of(reading.summary)
            counts_for = dict.fromkeys(path for link in sorted(links) if (path := people.find(link, source)) is not None)
            counts_for.pop(source, None)
            for path in counts_for:
                sources.setdefault(path, set()).add(source)
            keys = frozenset[str]().union(*map(keys_of, links))
            facts.append((source, self._facts(reading, keys, tuple(counts_for))))
        self.index.keep_facts(facts)
        return sources

    # Only those who are touched

    def _those_touched(self, news: News, before: Mapping[str, Facts]) -> None:
        keys, renamed = self._keys_that_matter(news, before)
        self.notes.withhold(news.read.values(), self.index.confidential())
        self.due.forget_problems([*news.read, *news.gone])
        self._keep_problems(news.read.values())
        self.due.set_names(dict.fromkeys(news.gone, ()) | {
            path: () if path in self.notes.withheld else _names_of(reading) for path, reading in news.read.items()})
        # New notes have to be there before it can be told whom links mean.
        self.index.keep_facts([(path, self._facts(reading)) for path, reading in news.read.items()])
        affected = self.index.facts(path for path in self.index.with_keys(keys) if path not in news.read)
        written = [*news.read, *affected]
        sources = self._write_notes(self.notes.of(written, affected), self.notes.people())
        touched = {path for facts in (*before.values(), *affected.values()) for path in facts.counts_for}
        touched.update(sources, news.gone, written)
        for known in self.due.contacts(renamed).values():  # whose name stands on promises that others share
            touched.update(path for facts in self.index.facts(known.sources).values() for path in facts.counts_for)
        if news.history:
            touched.update(self.due.with_undated_promises())
        days = {} if news.history else self.due.days_from_history(touched)
        self._write_contacts(touched, {*written, *news.gone}, sources, days)

    def _keys_that_matter(self, news: News, before: Mapping[str, Facts]) -> tuple[set[str], list[str]]:
        """The names that have come or gone with what has changed, and the contacts that have another name now."""
        keys: set[str] = set()
        renamed: list[str] = []
        for path in (*news.read, *news.gone):
            now, was = news.read.get(path), before.get(path)
            if now is None or was is None or (now.summary.kind == "contact") != (was.kind == "contact"):
                keys.add(fold(stem_of(path)))
            names = frozenset(_names_of(now) if now else ()) ^ self.due.names_of(path)
            known = self.due.contacts([path]).get(path)
            profile = now.summary.profile if now else None
            if names or (known.name if known else None) != (profile.name if profile else None):
                keys |= names
                renamed.append(path)
        return keys, renamed

    def _write_contacts(self, touched: set[str], looked_at: set[str], sources: Mapping[str, set[str]],
                        days: Mapping[tuple[str, str], date]) -> None:
        """Work out what is in store for the contacts that are touched.

        `looked_at` are the notes of which it was told anew whom they count for; `sources` is
        what came of it. `days` are those on which history first has a promise, as far as they are known.
        """
        known = self.due.contacts(touched)
        of = {
            path: tuple(sorted({*(known[path].sources if path in known else ())} - looked_at | sources.get(path, set())))
            for path in touched if self.index.kind_of(path) == "contact"
        }
        book, origin = self.dated(self.notes.book(of, self.settings), of, days)
        rows = [self._rows(book.contacts[path], book, of[path], origin) for path in sorted(of) if path in book.contacts]
        beginnings = self.due.beginnings_of(known)
        self.due.forget(touched)
        self.due.keep(rows)
        self._settle_ids(beginnings | {begins for row in rows for kept in row.promises for begins in kept.seed.beginnings})

    def _settle_ids(self, beginnings: set[str]) -> None:
        """Give their ids to the promises whose ids may begin so."""
        found = self.due.seeds_around(beginnings)
        ids = settle_ids(seed for seed, _, _ in found)
        self.due.set_ids((seed.path, seed.line, day, ids[seed.path, seed.line]) for seed, day, made in found
                         if ids[seed.path, seed.line] != made)

    # Both

    def _facts(self, reading: Reading, keys: frozenset[str] = frozenset(), counts_for: tuple[str, ...] = ()) -> Facts:
        summary = reading.summary
        if summary.path in self.notes.withheld:
            return Facts(summary.kind, summary.confidential, 0, None, frozenset(), counts_for)
        return Facts(summary.kind, summary.confidential, reading.since, reading.packed, keys, counts_for, pack_called(summary))

    def _keep_problems(self, readings: Iterable[Reading]) -> None:
        self.due.keep_problems(problem for reading in readings if reading.summary.path not in self.notes.withheld
                               for problem in reading.summary.problems if problem.severity == "error")

    def _rows(self, contact: Contact, book: Book, sources: tuple[str, ...], origin: Mapping[tuple[str, int], int]) -> ContactRows:
        if contact.path in self.notes.withheld:
            return ContactRows(contact.path, "", 0, True, sources)
        owners = {owner for promise in contact.promises for owner in promise.contacts}
        names = {owner: book.contacts[owner].name for owner in owners if owner in book.contacts
                 and not book.contacts[owner].confidential}
        elsewhere = [owner for owner in owners if owner not in book.contacts]
        names |= {path: known.name for path, known in self.due.contacts(elsewhere).items() if known.name}
        if owners - names.keys() or not self.notes.withheld.isdisjoint((contact.path, *sources)):
            return ContactRows(contact.path, contact.name, 0, True, sources, contact.profile.tags)
        readings = [self.notes.read_already[path] for path in (contact.path, *sources) if path in self.notes.read_already]
        ahead = outlook(contact, self.settings, self.today)
        since = max([ahead.since.toordinal(), *(reading.since for reading in readings)])
        led = [promise for promise in contact.promises if promise.contacts[0] == contact.path]
        promises = []
        seeds = {(seed.path, seed.line): seed for seed in seeds_of(led)}
        for promise in led:
            place = promise.path, promise.line
            row = open_row(promise, "", [contact])._replace(contacts=tuple(names[owner] for owner in promise.contacts))
            presses = presses_from(promise, self.settings) if promise.is_open else None
            promises.append(KeptPromise(row, seeds[place], presses.toordinal() if presses else NEVER, origin.get(place, 0)))
        listed = Listed(undated_row(contact, contact.profile),
                        tuple(touched(contact, first, last, self.settings) for first, last in ahead.contacts))
        return ContactRows(contact.path, contact.name, since, False, sources, contact.profile.tags, ahead.owings, ahead.callings,
                           suggest(contact.profile), yearly_of(contact), promises,
                           underway(contact, book.people, self.today) if book.people else (), pack_listed(listed))


def _names_of(reading: Reading) -> tuple[str, ...]:
    """What the contact whose note it is goes by; nothing of another note."""
    summary = reading.summary
    return names_in(summary.profile) if summary.kind == "contact" and summary.profile is not None else ()


def _with_id(kept: KeptPromise, ids: Mapping[tuple[str, int], str]) -> KeptPromise:
    row = kept.row
    return kept._replace(row=row._replace(id=ids[row.path, row.line]))
