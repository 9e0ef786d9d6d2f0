"""The book: every contact with all that happened, put together from the notes."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from datetime import date
from operator import attrgetter, itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING

from .contact import Contact, Profile, WithheldProfile
from .entry import OWN_TAGS, Entry
from .introducer import INTRODUCTIONS, as_theirs, introduced_to, introducer, is_linked
from .note import Note
from .people import FindsPeople, People, names_in
from .problem import Problem
from .promise import Promise
from .record import NamedTuple
from .resolve import beginnings, by_stem, may_mean
from .settings import Settings
from .summary import Summary, named_beside
from .withheld import Text, Withheld, shown

if TYPE_CHECKING:
    from .secret_names import SecretNames

Reading = Note | Summary

_MIDNIGHT = 24 * 60
_entry_day = itemgetter(Entry._fields.index("date"))
_entry_minute = itemgetter(Entry._fields.index("minute"))
_NO_MINUTE = frozenset([None])


class Book(NamedTuple):
    """All that a vault says, ready to be asked.

    `contacts` are in the order of their paths. `problems` are all faults found while
    reading, sorted by place. `me` is the profile of the vault's owner. `confidential` are the
    paths of the notes, of contacts or not, that are confidential as a whole, and `unread` what those go by of them that cannot be read.
    `people` tells whom links mean. `ids` are those of its promises by place (path, line), where it has not
    all promises from which they are told.
    """

    settings: Settings
    contacts: Mapping[str, Contact] = MappingProxyType({})
    me: Profile | None = None
    problems: tuple[Problem, ...] = ()
    confidential: frozenset[str] = frozenset()
    unread: tuple[Profile, ...] = ()
    people: People | None = None
    ids: Mapping[tuple[str, int], str] | None = None

    @property
    def promises(self) -> tuple[Promise, ...]:
        """Every promise once, in the order of the contacts that it first belongs to."""
        return tuple(
            promise
            for contact in self.contacts.values()
            for promise in contact.promises
            if promise.contacts[0] == contact.path
        )


def assemble(readings: Sequence[Reading], settings: Settings, problems: Sequence[Problem] = (),
             people: People | None = None, asked: Container[str] | None = None) -> Book:
    """The book of these notes; `problems` are those found beside the notes.

    `people` tells whom links mean when the notes are not all that there are. What the others
    say of a contact is then not in the book. When one asks for a few, `asked` are the names that they,
    and their notes, go by (folded); what the notes say of anybody else may be missing, too.
    """
    readings = sorted(readings, key=attrgetter("path"))
    people = people or everybody_in(readings)
    others: dict[str, list[Entry]] = {}
    promises: dict[str, list[Promise]] = {}
    faults = list(problems)
    me: Profile | None = None
    for reading in readings:
        faults += reading.problems
        if reading.kind == "me":
            me = reading.profile
        spread(reading, people, others, promises, asked)
    contacts = {
        reading.path: contact_of(reading, reading.profile, others.get(reading.path), promises.get(reading.path, ()), people)
        for reading in readings
        if reading.kind == "contact" and reading.profile is not None
    }
    confidential = frozenset(reading.path for reading in readings if reading.confidential)
    faults.sort(key=lambda p: (p.path, p.line, p.column, p.rule))
    unread = tuple(reading.profile for reading in readings if reading.kind in ("unreadable", "skipped") and reading.profile is not None)
    return Book(settings, contacts, me, tuple(faults), confidential, unread, people)


def everybody_in(readings: Sequence[Reading]) -> People:
    """Whom links mean when these are all notes that there are."""
    profiles = {r.path: r.profile for r in readings if r.kind == "contact" and r.profile is not None}
    names: dict[str, list[str]] = {}

    def named(name: str) -> Sequence[str]:
        if not names:
            for path, profile in profiles.items():
                for known in names_in(profile):
                    names.setdefault(known, []).append(path)
        return names.get(name, ())

    return People(by_stem(reading.path for reading in readings), profiles, named)


def spread(reading: Reading, people: FindsPeople, others: dict[str, list[Entry]], promises: dict[str, list[Promise]],
           asked: Container[str] | None = None) -> None:
    """Add what a note says: its entries to those (`others`) of the contacts that they name beside its own, its promises to their owners'.

    Of a note that is confidential as a whole no entry is anybody else's: not even its day may be known.
    With `asked`, only to those who go by one of these names is each entry sure to be added.
    """
    at_home = reading.kind == "contact"
    for entry in () if reading.confidential else reading.entries:
        if asked is not None and not any(may_mean(asked, link) for link in (*entry.links, *entry.with_links)):
            continue  # and who introduced whom is not looked for
        by = introducer(entry) if entry.kind in INTRODUCTIONS else None
        links = entry.links if not at_home else entry.with_links if by is None else named_beside(entry)
        if asked is not None and links:
            links = tuple([link for link in links if may_mean(asked, link)])
        for path in people.find_all(links, reading.path) if links else ():
            if path != reading.path:
                others.setdefault(path, []).append(entry if by is None else _as_of(entry, by, path, people))
        if at_home and entry.kind == "outcome" and entry.links and not isinstance(entry.text, Withheld):
            beside = people.find_all(links, reading.path)
            for path in people.find_all(entry.links, reading.path):
                if path != reading.path and path not in beside:
                    others.setdefault(path, []).append(entry._replace(direction=None))
    for task, under in zip(reading.tasks, reading.task_entry, strict=True):
        owners = _owners(reading, task, under, people)
        for owner in owners:
            promises.setdefault(owner, []).append(task._replace(contacts=owners))


def _as_of(entry: Entry, by: str, path: str, people: FindsPeople) -> Entry:
    """The entry as it stands in the log of the contact at `path`: theirs when it was they who introduced (a link, `by`), or somebody without a note.

    Who is only named in it, and is no contact, introduced all the same: then nobody is to be thanked.
    """
    found = people.find_all((by,), entry.path)
    return as_theirs(entry, by) if found == (path,) or (not found and is_linked(entry)) else entry


def _own(entries: tuple[Entry, ...], path: str, people: FindsPeople) -> tuple[Entry, ...]:
    """The entries of a contact's own note. Whoever introduced is to be thanked for it when that is another contact; else it is the one here."""
    if all(entry.kind not in INTRODUCTIONS for entry in entries):
        return entries

    def own(entry: Entry) -> Entry:
        by = introducer(entry) if entry.kind in INTRODUCTIONS else None
        return entry if by is None else _as_of(entry, by, path, people)

    return tuple(map(own, entries))


def _heard(own: tuple[Entry, ...], others: list[Entry] | None, path: str, people: FindsPeople) -> list[Entry] | None:
    """What other notes say, without what came of things there but of an introduction that stands in the own note.

    Behind `with` it has then whom it settles an introduction with: the links to the other of the two, as the own note has them.
    """
    if not others or not any(entry.is_hearsay for entry in others):
        return others
    met: dict[str, date] = {}
    named: dict[str, tuple[str, ...]] = {}
    for entry in own:
        for link in introduced_to(entry) if entry.kind == "intro" and entry.direction != "in" else ():
            for other in people.find_all((link,), path):
                met.setdefault(other, entry.date)
                named[other] = (*named.get(other, ()), link)
    return [entry._replace(with_links=named[entry.path]) if entry.is_hearsay else entry for entry in others
            if not entry.is_hearsay or met.get(entry.path, date.max) <= entry.date]


def contact_of(reading: Reading, profile: Profile, others: list[Entry] | None, promises: Sequence[Promise], people: FindsPeople) -> Contact:
    """The contact whose note it is, with what other notes say (`others`, in the order of their paths), and all promises."""
    return Contact(
        reading.path,
        reading.confidential,
        Profile(profile.name) if reading.confidential else profile,
        _merged(_own(reading.entries, reading.path, people), _heard(reading.entries, others, reading.path, people)),
        tuple(promises),
        WithheldProfile(profile) if reading.confidential else None,
        reading.spoken if isinstance(reading, Summary) else (),
    )


def _owners(reading: Reading, task: Promise, under: tuple[str, ...], people: FindsPeople) -> tuple[str, ...]:
    """Whose promise a task is: the note's contact; elsewhere those it links, else those of its entry."""
    if task.is_blank:
        return ()
    if reading.kind == "contact":
        return (reading.path,)
    return people.find_all(task.links, reading.path) or people.find_all(under, reading.path)


def _merged(own: tuple[Entry, ...], others: list[Entry] | None) -> tuple[Entry, ...]:
    """Oldest first; on one day those of the contact's own note come first, then by path, unless times tell otherwise.

    The same words of the same day in two notes are one entry: that is how one writes down
    in everybody's note what was done together.
    """
    if not others:
        return own
    if not set(map(_entry_day, own)).isdisjoint(map(_entry_day, others)):
        known = {(entry.date, entry.kind, entry.text) for entry in own if isinstance(entry.text, str) and entry.text}
        others = [entry for entry in others if (entry.date, entry.kind, entry.text) not in known or not OWN_TAGS.isdisjoint(entry.tags)]
    if _NO_MINUTE.issuperset(map(_entry_minute, others)):
        return tuple(sorted([*own, *others], key=_entry_day))
    return _by_time_of_day(own, others)


def _by_time_of_day(own: Sequence[Entry], others: Sequence[Entry]) -> tuple[Entry, ...]:
    """The note's own entries in their order, and the others among them by the time of day that they give."""
    placed: list[tuple[date, int, int, Entry]] = []
    day, latest = date.min, -1
    for entry in own:
        latest = max(latest if entry.date == day else -1, entry.minute if entry.minute is not None else -1)
        day = entry.date
        placed.append((day, latest, 0, entry))
    placed += [(entry.date, minute, 1, entry) for entry, minute in zip(others, _times_of_day(others), strict=True)]
    return tuple(entry for *_, entry in sorted(placed, key=lambda item: item[:3]))


def _times_of_day(entries: Sequence[Entry]) -> list[int]:
    """The times of entries, note by note: one that says none was when that before it in its note was, else that behind it; else late."""
    times = [entry.minute for entry in entries]
    for step, places in ((-1, range(1, len(times))), (1, range(len(times) - 2, -1, -1))):
        for place in places:
            entry, beside = entries[place], entries[place + step]
            if times[place] is None and (entry.path, entry.date) == (beside.path, beside.date):
                times[place] = times[place + step]
    return [_MIDNIGHT if minute is None else minute for minute in times]


def with_made(book: Book, made: Mapping[tuple[str, int], date]) -> Book:
    """The book with the days on which promises were made, by their places (path, line)."""
    contacts = {
        path: contact._replace(promises=tuple(
            promise._replace(made=made.get((promise.path, promise.line), promise.made)) for promise in contact.promises))
        if contact.promises else contact
        for path, contact in book.contacts.items()
    }
    return book._replace(contacts=contacts)


def with_whole_note(book: Book, note: Note) -> Book:
    """The book with a contact in full, of whom it had only what matters today."""
    contact = book.contacts[note.path]
    made = {promise.line: promise.made for promise in contact.promises if promise.path == note.path}
    own = tuple(
        task._replace(contacts=(note.path,), made=task.made or made.get(task.line))
        for task in note.tasks if not task.is_blank)
    whole = contact._replace(
        entries=_merged(note.entries if book.people is None else _own(note.entries, note.path, book.people), [entry for entry in contact.entries if entry.path != note.path]),
        promises=own + tuple(promise for promise in contact.promises if promise.path != note.path),
    )
    return book._replace(contacts={**book.contacts, note.path: whole})


def secret_names(book: Book) -> SecretNames:
    """What confidential people go by, how they are reached, and the names of confidential notes."""
    from .secret_names import names_of_confidential

    return names_of_confidential(book.contacts.values(), book.confidential, book.unread)._replace(folders=beginnings(book.settings.contacts_folders))


def without_confidential(book: Book) -> Book:
    """The book for what is written to disk: nothing of a confidential note, and no text that names one of its people."""
    if not book.confidential:
        return book
    hidden = book.confidential
    from .secret_names import names_one_of

    tells = names_one_of(secret_names(book))

    def veiled(text: Text) -> Text:
        return Withheld(text) if not isinstance(text, Withheld) and tells(text) else text

    contacts = {
        path: contact._replace(
            entries=tuple(
                entry._replace(text=veiled(entry.text), by=entry.by and shown(veiled(entry.by))) for entry in contact.entries if entry.path not in hidden),
            promises=tuple(
                promise._replace(text=veiled(promise.text)) for promise in contact.promises
                if promise.path not in hidden and hidden.isdisjoint(promise.contacts)),
            spoken=tuple(
                said for said in contact.spoken
                if not isinstance(veiled(said.action), Withheld)),
        )
        for path, contact in book.contacts.items()
        if path not in hidden
    }
    problems = tuple(problem for problem in book.problems if problem.path not in hidden)
    return book._replace(contacts=contacts, problems=problems)
