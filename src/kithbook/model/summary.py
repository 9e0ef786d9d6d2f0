"""A note in brief: all of it that can matter on a day.

Most of a log is settled for good. A summary leaves that out, and so is read, kept and
passed on at a fraction of the cost of the whole `Note`; whoever needs every entry (a
timeline, a search) asks the book for the whole. It says which texts are withheld, and
holds none of them: what was said in confidence does not outlive the reading of its note.
"""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from .contact import Profile
from .entry import Entry
from .introducer import TELL_OF_OTHERS, introducer
from .note import Note, NoteKind
from .problem import Problem
from .promise import Promise
from .record import NamedTuple
from .spoken_promise import Spoken
from .standing import effect, live_places
from .withheld import Withheld

_Day = date  # within the class, `date` is its field


class Summary(NamedTuple):
    """What a note says that can still matter.

    `entries`: in a contact's note those that are live (`model.standing`), name others or,
    where they introduce or refer somebody or tell what came of it, link them, elsewhere all; oldest first. `newest` is the day of the newest entry of the note: the
    summary holds for every day from then on. `tasks` are the open ones. `spoken` is what was promised lately and not written down; it
    is heard only where somebody listens (`vault.hearing`).
    """

    path: str
    kind: NoteKind
    confidential: bool
    profile: Profile | None
    date: date | None
    newest: _Day | None
    entries: tuple[Entry, ...]
    tasks: tuple[Promise, ...]
    task_entry: tuple[tuple[str, ...], ...]
    problems: tuple[Problem, ...]
    spoken: tuple[Spoken, ...] = ()


def links_of(summary: Summary) -> set[str]:
    """The links that can make a note count for somebody."""
    links: set[str] = set()
    for entry in summary.entries:
        links.update(entry.links if summary.kind != "contact" else (*entry.with_links, *entry.links) if entry.kind in TELL_OF_OTHERS else entry.with_links)
    if summary.kind != "contact":
        for task in summary.tasks:
            links.update(task.links)
        for under in summary.task_entry:
            links.update(under)
    return links


def hides_a_name(summary: Summary, find: Callable[[str, str], str | None]) -> bool:
    """Whether what is withheld links somebody who is no contact. `find` tells which contact a link (one of `links_of`) in a note means."""
    links: set[str] = set()
    for entry in summary.entries:
        if isinstance(entry.text, Withheld):
            links.update(entry.links, entry.with_links)
    for task, under in zip(summary.tasks, summary.task_entry, strict=True):
        if isinstance(task.text, Withheld):
            links.update(task.links, under)
    return bool(links) and (not links <= links_of(summary) or any(find(link, summary.path) is None for link in links))


def named_beside(entry: Entry) -> tuple[str, ...]:
    """The links to those for whom an entry of a contact's own note counts, too: behind `with`, and who introduced."""
    target = introducer(entry)
    return entry.with_links if target is None or target in entry.with_links else (*entry.with_links, target)


def summarise(note: Note, *, live_only: bool = True) -> Summary:
    """The summary of a note; with all its entries unless `live_only`."""
    entries = note.entries
    newest = entries[-1].date if entries else None
    if note.kind == "contact" and live_only:
        live = set(live_places(list(map(effect, entries))))
        entries = tuple(e for place, e in enumerate(entries) if place in live or e.with_links or (e.kind in TELL_OF_OTHERS and e.links))
    # In a contact's own note closed promises matter no more; of others' notes all are kept,
    # so that the note itself is all that is missing for telling everything of a person.
    places = [place for place, task in enumerate(note.tasks) if task.is_open or note.kind != "contact"]
    tasks = [_blank(note.tasks[place]) for place in places]
    under = [note.task_entry[place] for place in places]
    if note.kind == "contact":  # whose all of them are: whom a withheld one links is of no account
        hidden = [isinstance(task.text, Withheld) for task in tasks]
        tasks = [task._replace(links=()) if hides else task for task, hides in zip(tasks, hidden, strict=True)]
        under = [() if hides else links for links, hides in zip(under, hidden, strict=True)]
    return Summary(
        note.path, note.kind, note.confidential, _brief_profile(note), note.date, newest,
        tuple(map(_blank, entries)), tuple(tasks), tuple(under), note.problems)


_Said = TypeVar("_Said", Entry, Promise)


def _blank(said: _Said) -> _Said:
    """The same, without its text when that is withheld."""
    return said._replace(text=Withheld("", said.text.reason)) if isinstance(said.text, Withheld) else said


def _brief_profile(note: Note) -> Profile | None:
    """The profile without withheld texts; of a confidential note what is due by it, and what finds the person."""
    p = note.profile
    if p is None or not note.confidential:
        return blank_profile(p)
    return Profile(p.name, p.aliases, email=p.email, phone=p.phone, url=p.url, tags=p.tags, every=p.every, cadence=p.cadence, circle=p.circle,
                   paused=p.paused, met=p.met, birthday=p.birthday, dates=tuple(("", day) for _, day in p.dates), lines=p.lines)


def blank_profile(profile: Profile | None) -> Profile | None:
    """The same, with as many private remarks, but without their texts."""
    if profile is None or not (profile.pluses or profile.minuses or profile.dealbreakers):
        return profile
    return profile._replace(
        pluses=_blanks(profile.pluses), minuses=_blanks(profile.minuses), dealbreakers=_blanks(profile.dealbreakers))


def _blanks(texts: tuple[Withheld, ...]) -> tuple[Withheld, ...]:
    return tuple(Withheld("", text.reason) for text in texts)
