"""The book: every contact with all that happened, put together from the notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from operator import attrgetter, itemgetter

from .contact import Contact, Profile, WithheldProfile
from .entry import Entry
from .note import Note
from .problem import Problem
from .promise import Promise
from .resolve import LinkResolver, fold, stem_of
from .settings import Settings
from .summary import Summary
from .withheld import Text, Withheld

Reading = Note | Summary

_MIDNIGHT = 24 * 60
_entry_day = itemgetter(Entry._fields.index("date"))
_entry_minute = itemgetter(Entry._fields.index("minute"))
_NO_MINUTE = frozenset([None])


@dataclass(frozen=True, slots=True)
class Book:
    """All that a vault says, ready to be asked.

    `contacts` are in the order of their paths. `problems` are all faults found while
    reading, sorted by place. `me` is the profile of the vault's owner. `confidential` are the
    paths of the notes, of contacts or not, that are confidential as a whole.
    """

    settings: Settings
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    me: Profile | None = None
    problems: tuple[Problem, ...] = ()
    confidential: frozenset[str] = frozenset()

    @property
    def promises(self) -> tuple[Promise, ...]:
        """Every promise once, in the order of the contacts that it first belongs to."""
        return tuple(
            promise
            for contact in self.contacts.values()
            for promise in contact.promises
            if promise.contacts[0] == contact.path
        )


class _People:
    """Whom a link means: a contact's note, or the one contact with that name or alias."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.resolver = LinkResolver(reading.path for reading in readings)
        self.profiles = {r.path: r.profile for r in readings if r.kind == "contact" and r.profile is not None}
        self._by_name: dict[str, list[str]] | None = None
        self._known: dict[str, str | None] = {}  # what a link means wherever it stands

    @property
    def by_name(self) -> Mapping[str, list[str]]:
        """The paths of the contacts who go by a name or alias (folded)."""
        if self._by_name is None:
            self._by_name = {}
            for path, profile in self.profiles.items():
                for name in dict.fromkeys(map(fold, (profile.name, *profile.aliases))):
                    self._by_name.setdefault(name, []).append(path)
        return self._by_name

    def find(self, target: str, source: str) -> str | None:
        """The path of the contact that a link in the note `source` means."""
        if target in self._known:
            return self._known[target]
        path = self.resolver.only_one_named(target)
        if path is not None:
            found = self._known[target] = path if path in self.profiles else None
            return found
        path = self.resolver.resolve(target, source)
        if path is not None:
            return path if path in self.profiles else None
        named = self.by_name.get(fold(target.strip()), ())
        return named[0] if len(named) == 1 else None

    def find_all(self, targets: Sequence[str], source: str) -> tuple[str, ...]:
        """The paths of the contacts that these links mean, each once."""
        if len(targets) == 1:
            target = targets[0]
            path = self._known[target] if target in self._known else self.find(target, source)
            return () if path is None else (path,)
        found = (self.find(target, source) for target in targets)
        return tuple(dict.fromkeys(path for path in found if path is not None))


def assemble(readings: Sequence[Reading], settings: Settings, problems: Sequence[Problem] = ()) -> Book:
    """The book of all notes that were read; `problems` are those found beside the notes."""
    readings = sorted(readings, key=attrgetter("path"))
    people = _People(readings)
    own: dict[str, tuple[Entry, ...]] = {}
    others: dict[str, list[Entry]] = {}
    promises: dict[str, list[Promise]] = {}
    faults = list(problems)
    me: Profile | None = None
    for reading in readings:
        faults += reading.problems
        at_home = reading.kind == "contact"
        if at_home:
            own[reading.path] = reading.entries
        elif reading.kind == "me":
            me = reading.profile
        for entry in reading.entries:
            links = entry.with_links if at_home else entry.links
            for path in people.find_all(links, reading.path) if links else ():
                if path != reading.path:
                    others.setdefault(path, []).append(entry)
        for task, under in zip(reading.tasks, reading.task_entry, strict=True):
            owners = _owners(reading, task, under, people)
            for owner in owners:
                promises.setdefault(owner, []).append(task._replace(contacts=owners))
        if isinstance(reading, Note):
            faults += _link_faults(reading, people)
    contacts = {
        reading.path: Contact(
            reading.path,
            reading.confidential,
            Profile(reading.profile.name) if reading.confidential else reading.profile,
            _merged(own[reading.path], others.get(reading.path)),
            tuple(promises.get(reading.path, ())),
            WithheldProfile(reading.profile) if reading.confidential else None,
        )
        for reading in readings
        if reading.kind == "contact" and reading.profile is not None
    }
    confidential = frozenset(reading.path for reading in readings if reading.confidential)
    faults.sort(key=lambda p: (p.path, p.line, p.column, p.rule))
    return Book(settings, contacts, me, tuple(faults), confidential)


def judged(problems: Sequence[Problem], settings: Settings) -> tuple[Problem, ...]:
    """The problems each as severe as `checks:` in `nb.yaml` has it; what hides something is known all the same."""
    found: list[Problem] = []
    for problem in problems:
        severity = settings.checks.get(problem.rule, problem.severity)
        if severity != "off":
            found.append(problem._replace(severity=severity))
    return tuple(found)


def _owners(reading: Reading, task: Promise, under: tuple[str, ...], people: _People) -> tuple[str, ...]:
    """Whose promise a task is: the note's contact; elsewhere those it links, else those of its entry."""
    if task.text == "":  # a checkbox that somebody meant to fill
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
        others = [entry for entry in others if (entry.date, entry.kind, entry.text) not in known]
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
    placed += [(entry.date, _MIDNIGHT if entry.minute is None else entry.minute, 1, entry) for entry in others]
    return tuple(entry for *_, entry in sorted(placed, key=lambda item: item[:3]))


def _link_faults(note: Note, people: _People) -> list[Problem]:
    """Links by a bare name or alias: they count here, but Obsidian does not follow them."""
    faults: list[Problem] = []
    for target, line, column in note.links:
        if people.resolver.resolve(target, note.path) is not None:
            continue
        named = people.by_name.get(fold(target.strip()), ())
        if len(named) == 1:
            stem = stem_of(named[0])
            faults.append(Problem(note.path, line, column, "alias-link", "warning",
                                  f"Obsidian does not follow [[{target}]]: no note has that file name",
                                  f"write [[{stem}|{target}]]"))
        elif named:
            faults.append(Problem(note.path, line, column, "ambiguous-link", "warning",
                                  f"[[{target}]] can mean {' or '.join(named)}, and counts for nobody",
                                  "link the file that you mean"))
    return faults


def with_made(book: Book, made: Mapping[tuple[str, int], date]) -> Book:
    """The book with the days on which promises were made, by their places (path, line)."""
    contacts = {
        path: contact._replace(promises=tuple(
            promise._replace(made=made.get((promise.path, promise.line), promise.made)) for promise in contact.promises))
        if contact.promises else contact
        for path, contact in book.contacts.items()
    }
    return replace(book, contacts=contacts)


def with_whole_note(book: Book, note: Note) -> Book:
    """The book with a contact in full, of whom it had only what matters today."""
    contact = book.contacts[note.path]
    made = {promise.line: promise.made for promise in contact.promises if promise.path == note.path}
    own = tuple(
        task._replace(contacts=(note.path,), made=task.made or made.get(task.line))
        for task in note.tasks if task.text != "")
    whole = contact._replace(
        entries=_merged(note.entries, [entry for entry in contact.entries if entry.path != note.path]),
        promises=own + tuple(promise for promise in contact.promises if promise.path != note.path),
    )
    return replace(book, contacts={**book.contacts, note.path: whole})


def secret_names(book: Book) -> frozenset[str]:
    """What confidential people go by, and the names of confidential notes (folded)."""
    people = [contact for contact in book.contacts.values() if contact.confidential]
    names = {stem_of(path) for path in book.confidential}
    names.update(name for contact in people for name in (contact.name, *contact.whole_profile.aliases))
    return frozenset(fold(name) for name in names if len(name.strip()) > 1)


def without_confidential(book: Book) -> Book:
    """The book for what is written to disk: nothing of a confidential note, and no text that names one of its people."""
    if not book.confidential:
        return book
    hidden = book.confidential
    names = secret_names(book)

    def veiled(text: Text) -> Text:
        return text if isinstance(text, Withheld) or not any(name in fold(text) for name in names) else Withheld(text)

    contacts = {
        path: contact._replace(
            entries=tuple(
                entry._replace(text=veiled(entry.text)) for entry in contact.entries if entry.path not in hidden),
            promises=tuple(
                promise._replace(text=veiled(promise.text)) for promise in contact.promises
                if promise.path not in hidden and hidden.isdisjoint(promise.contacts)),
        )
        for path, contact in book.contacts.items()
        if path not in hidden
    }
    problems = tuple(problem for problem in book.problems if problem.path not in hidden)
    return replace(book, contacts=contacts, problems=problems)
