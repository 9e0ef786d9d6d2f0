"""Which people a changed note touches, and what the index keeps of them.

A note says something of its own contact and of those whom its links mean. Whom a link
means can change with a note that comes or goes, or with another name of somebody; the
notes with such links are found by their keys. Only for the people who are touched is
anything worked out again.
"""

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from ..model.book import Book
from ..model.contact import Contact
from ..model.people import People, names_in
from ..model.record import NamedTuple
from ..model.resolve import fold, keys_of, stem_of
from ..model.settings import Settings
from ..model.summary import hides_a_name, links_of
from ..query.promises import settle_ids
from .contact_rows import rows_of
from .due_values import ContactRows, problem_values
from .index import Index
from .kept_notes import Notes, Read
from .lasting_answers import LastingAnswers
from .naming import IN_DOUBT, Naming, with_one_of, words_of
from .note_rows import Facts
from .packing import pack_called
from .reading import Reading

Dated = Callable[[Book, Container[str], Mapping[tuple[str, str], date]], tuple[Book, Mapping[tuple[str, int], int]]]
"""Fills in when undated promises were made, see `made.date_promises`."""


class News(NamedTuple):
    """The notes that have changed, as they are now, and the paths of those that are gone.

    With `history`, commits have come or gone, and when undated promises were made is looked up again.
    """

    read: Mapping[str, Reading]
    gone: Sequence[str] = ()
    history: bool = False


class Kept(NamedTuple):
    """What came of writing news: whether names that nothing may hold can have come or gone with it, and the contacts of whom
    anything may be said otherwise than before; None when that may be so of everybody."""

    renamed: bool
    touched: frozenset[str] | None


def keep_news(index: Index, news: News, settings: Settings, today: date, read: Read, dated: Dated) -> Kept:
    """Write what has changed. `read` reads notes of which the index has nothing."""
    return _Keeper(index, settings, today, read, dated).keep(news)


class _Keeper:
    def __init__(self, index: Index, settings: Settings, today: date, read: Read, dated: Dated) -> None:
        self.index = index
        self.due = index.due
        self.settings = settings
        self.today = today
        self.dated = dated
        self.notes = Notes(index, read)
        self.secret = Naming()
        self.in_doubt = False  # whether somebody confidential may go by more names than are known now
        self.has_new_ids = False  # of promises that had others

    def keep(self, news: News) -> Kept:
        before = self.index.notes.facts([*news.read, *news.gone])
        self.index.notes.forget_facts(news.gone)
        secret = {*self.index.notes.confidential()} - news.read.keys() | {
            path for path, reading in news.read.items() if reading.summary.confidential}
        self.notes.have({path: reading for path, reading in news.read.items() if path in secret})
        self.secret, changed = self._naming(secret, news, before)
        # What cannot be read for now is as confidential as it was, and of what was withheld for its sake nothing is kept: by the names
        # that it had until now, people may be named. One that could not be read before either has had none but its file's.
        as_before = {path for path, facts in before.items() if facts.confidential and path in news.read and not news.read[path].lasting}
        self.in_doubt = any(before[path].kind != "unreadable" for path in as_before)
        changed = changed or bool(secret & news.read.keys() - as_before) or any(
            facts.confidential for path, facts in before.items() if path not in as_before)
        if changed:
            others = self._others_to_judge(news, secret)
            before |= self.index.notes.facts(others)
            news = news._replace(read={**news.read, **others})
        self.notes.have(news.read)
        self.notes.withhold(news.read.values(), self.secret)
        if self.in_doubt:
            self.notes.withheld.update(path for path, facts in before.items() if facts.text is None and path in news.read)
        anew = changed or news.history
        # What is wrong with a note that is confidential is in no row: an answer that did not have to tell of it may have to now.
        touched = self._write(news, before, anew=anew or bool(as_before))
        return Kept(changed, None if anew or self.has_new_ids else touched)

    def _write(self, news: News, before: Mapping[str, Facts], *, anew: bool) -> frozenset[str]:
        """Write the notes that have changed, and the contacts whom they touch, which are given; with `anew`, no answer is kept."""
        answers = LastingAnswers(self.index, (*news.read, *news.gone))
        keys, renamed = self._keys_that_matter(news, before)
        self._write_problems(news)
        self.due.set_names(dict.fromkeys(news.gone, ()) | {
            path: () if self._are_unnamed(reading) else _names_of(reading) for path, reading in news.read.items()})
        # New notes have to be there before it can be told whom links mean.
        self.index.notes.keep_facts([(path, self._facts(reading, hides=True)) for path, reading in news.read.items()])
        nameless = {path for path, facts in before.items() if facts.is_unnamed}
        linking = [*self.index.notes.with_keys(keys), *(self._by_unknown_names(nameless) if nameless else ())]
        affected = self.index.notes.facts(path for path in linking if path not in news.read)
        written = [*news.read, *affected]
        readings = self.notes.of(written, affected)
        # Of a note that named nobody who is confidential something may be kept now that those are contacts whom it links.
        if not self.in_doubt:
            self.notes.withhold((reading for reading in readings if reading.lasting and (kept := affected.get(reading.summary.path))
                                 and kept.text is None), self.secret)
        sources = self._write_notes(readings, self.notes.people())
        touched = {path for facts in (*before.values(), *affected.values()) for path in facts.counts_for}
        touched.update(sources, news.gone, written)
        for known in self.due.contacts(renamed).values():  # whose name stands on promises that others share
            touched.update(path for facts in self.index.notes.facts(known.sources).values() for path in facts.counts_for)
        if news.history:
            touched.update(self.due.with_undated_promises())
        days = {} if news.history else self.due.days_from_history(touched)
        answers.look(touched)
        self._write_contacts(touched, {*written, *news.gone}, sources, days)
        answers.throw_away_others(all_of_them=anew or self.has_new_ids)
        return frozenset(touched)

    def _write_problems(self, news: News) -> None:
        self.due.forget_problems([*news.read, *news.gone])
        self.due.insert("problem", [problem_values(problem, self.secret) for reading in news.read.values()
                                    if not reading.summary.confidential for problem in reading.summary.problems
                                    if problem.severity == "error"])

    def _by_unknown_names(self, changed: Collection[str]) -> Iterator[str]:
        """The notes with links that may mean another one now that contacts have changed of whose names nothing was kept.

        A name that one of them has given up meant them, or nobody while another had it, too.
        """
        named = cache(self.notes.people().named)
        for path, facts in self.index.notes.kept_facts():
            alone = (theirs[0] for key in facts.keys if len(theirs := named(key)) == 1)
            if not set(facts.counts_for).isdisjoint(changed) or any(only not in facts.counts_for for only in alone):
                yield path

    def _naming(self, secret: Collection[str], news: News, before: Mapping[str, Facts]) -> tuple[Naming, bool]:
        """Whom nothing may name that is kept, and whether what others go by that could be meant has changed."""
        known = self.notes.known_by(secret)
        words = words_of(known.names)
        if not words:
            return Naming(known), False
        now = {path: _names_of(reading) for path, reading in news.read.items() if path not in secret}
        others = self.notes.names_of_others(words, {*secret, *news.read, *news.gone})
        others |= with_one_of(words, (name for theirs in now.values() for name in theirs))
        changed = {name for path in (*news.read, *news.gone) for name in frozenset(now.get(path, ())) ^ self.due.names_of(path)}
        return Naming(known, others), any(facts.is_unnamed for facts in before.values()) or bool(with_one_of(words, changed))

    def _are_unnamed(self, reading: Reading) -> bool:
        """Whether what a contact can be called may not be kept."""
        summary = reading.summary
        return summary.confidential or (summary.path in self.notes.withheld and self.secret.are_names_of(summary.path, summary))

    def _others_to_judge(self, news: News, secret: Collection[str]) -> dict[str, Reading]:
        """The notes, besides those that have changed, of which another thing may be kept now that others are confidential, or names others'.

        Nothing is kept of those that name one who has become so; something may be of those of which nothing was.
        """
        judged = {path: reading for path, reading in self.notes.naming(self.secret) if path not in news.read}
        withheld = [path for path in self.index.notes.not_kept() if path not in news.read and path not in secret]
        judged |= {reading.summary.path: reading for reading in self.notes.read_anew(withheld) if reading.lasting}
        return judged

    def _keys_that_matter(self, news: News, before: Mapping[str, Facts]) -> tuple[set[str], list[str]]:
        """The names that have come or gone with what has changed, and the contacts whose name is another, or may not be kept any more."""
        keys: set[str] = set()
        renamed: list[str] = []
        for path in (*news.read, *news.gone):
            now, was = news.read.get(path), before.get(path)
            if now is None or was is None or (now.summary.kind == "contact") != (was.kind == "contact"):
                keys.add(fold(stem_of(path)))
            names = frozenset(_names_of(now) if now else ()) ^ self.due.names_of(path)
            known = self.due.contacts([path]).get(path)
            profile = now.summary.profile if now else None
            were_unnamed = was is not None and was.is_unnamed
            named_anew = profile is not None and now is not None and were_unnamed != self._are_unnamed(now)
            if names or named_anew or (known.name if known else None) != (profile.name if profile else None):
                keys |= names
                renamed.append(path)
        return keys, renamed

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
            facts.append((source, self._facts(reading, keys, tuple(counts_for), hides=hides_a_name(reading.summary, people.find))))
        self.index.notes.keep_facts(facts)
        return sources

    def _write_contacts(self, touched: set[str], looked_at: set[str], sources: Mapping[str, set[str]],
                        days: Mapping[tuple[str, str], date]) -> None:
        """Work out what is in store for the contacts that are touched.

        `looked_at` are the notes of which it was told anew whom they count for; `sources` is
        what came of it. `days` are those on which history first has a promise, as far as they are known.
        """
        known = self.due.contacts(touched)
        of = {
            path: tuple(sorted({*(known[path].sources if path in known else ())} - looked_at | sources.get(path, set())))
            for path in touched if self.index.notes.kind_of(path) == "contact"
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
        others = [(seed, day, made) for seed, day, made in found if ids[seed.path, seed.line] != made]
        self.has_new_ids |= any(made for _, _, made in others)
        self.due.set_ids((seed.path, seed.line, day, ids[seed.path, seed.line]) for seed, day, _ in others)

    def _facts(self, reading: Reading, keys: frozenset[str] = frozenset(), counts_for: tuple[str, ...] = (), *, hides: bool) -> Facts:
        """What is kept of a note; `hides`: whether what is withheld in it may link somebody who is no contact."""
        summary = reading.summary
        if hides or summary.path in self.notes.withheld:
            called = None if self._are_unnamed(reading) else pack_called(summary)
            return Facts(summary.kind, summary.confidential, 0, None, frozenset(), counts_for, called)
        return Facts(summary.kind, summary.confidential, reading.since, reading.packed, keys, counts_for, pack_called(summary))

    def _rows(self, contact: Contact, book: Book, sources: tuple[str, ...], origin: Mapping[tuple[str, int], int]) -> ContactRows:
        withheld = self.notes.withheld
        owners = {owner for promise in contact.promises for owner in promise.contacts}
        names = {owner: book.contacts[owner].name for owner in owners if owner in book.contacts
                 and not book.contacts[owner].confidential and not self.secret.are_said(book.contacts[owner].name)}
        elsewhere = [owner for owner in owners if owner not in book.contacts]
        names |= {path: known.name for path, known in self.due.contacts(elsewhere).items() if known.name}
        readings = [self.notes.read_already[path] for path in (contact.path, *sources) if path in self.notes.read_already]
        since = max((reading.since for reading in readings), default=0)
        assert book.people is not None
        secret = IN_DOUBT if self.in_doubt else self.secret
        return rows_of(contact, sources, since, names, withheld, secret, origin, book.people, self.settings, self.today)


def _names_of(reading: Reading) -> tuple[str, ...]:
    """What the contact whose note it is goes by; nothing of another note."""
    summary = reading.summary
    return names_in(summary.profile) if summary.kind == "contact" and summary.profile is not None else ()
