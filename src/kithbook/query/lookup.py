"""Looking things up: who is there, what is known of somebody, what happened, where a word stands."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple
from unicodedata import combining, normalize

from ..model.book import Book
from ..model.contact import Contact, Profile
from ..model.entry import Direction, Entry
from ..model.resolve import fold, stem_of
from ..model.settings import Settings
from ..model.standing import stand
from ..model.withheld import Text, Withheld
from .keep_in_touch import next_contact
from .promises import PromiseRow, list_promises


class ContactRow(NamedTuple):
    """A contact in brief. `open_promises` is a count."""

    name: str
    aliases: tuple[str, ...]
    org: str | None
    role: str | None
    location: str | None
    email: tuple[str, ...]
    phone: tuple[str, ...]
    url: tuple[str, ...]
    tags: tuple[str, ...]
    circle: str | None
    every: str | None
    stage: str | None
    paused: date | bool | None
    met: date | None
    last_contact: date | None
    next_contact: date | None
    days_since: int | None
    open_promises: int | None
    path: str


class EntryRow(NamedTuple):
    """A log entry as it is answered. `with_` are the names of the others who were there."""

    contact: str
    contact_path: str
    date: date
    kind: str
    direction: Direction | None
    tags: tuple[str, ...]
    with_: tuple[str, ...]
    text: Text
    path: str
    line: int


class NamedDay(NamedTuple):
    """A day that comes back every year, as front matter has it."""

    label: str
    day: str


class Details(NamedTuple):
    """What one knows of somebody beyond how to reach them. The last three are private."""

    met_at: str | None = None
    met_via: str | None = None
    birthday: str | None = None
    dates: tuple[NamedDay, ...] = ()
    interests: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    challenges: tuple[str, ...] = ()
    knows: tuple[str, ...] = ()
    pluses: tuple[Text, ...] = ()
    minuses: tuple[Text, ...] = ()
    dealbreakers: tuple[Text, ...] = ()


class Card(NamedTuple):
    """All that `nb show` says of somebody: the newest entries first, the closed promises last."""

    contact: ContactRow
    details: Details
    entries: tuple[EntryRow, ...]
    promises: tuple[PromiseRow, ...]


def contact_row(book: Book, contact: Contact, today: date, *, reveal: bool = False) -> ContactRow:
    """The contact in brief; of a confidential one the name alone, unless to `reveal` is asked for."""
    p = contact.whole_profile if reveal else contact.profile
    if contact.confidential and not reveal:
        return ContactRow(p.name, (), None, None, None, (), (), (), (), None, None, None, None, None, None, None, None,
                          None, contact.path)
    last = stand(contact.entries, today).last_contact
    return Listed(undated_row(contact, p), (touched(contact, date.min, last, book.settings),)).row_on(today)


class Touched(NamedTuple):
    """With whom one was `last` in touch, and when the cadence names the next time: from the day `first` on."""

    first: date
    last: date | None
    following: date | None


class Listed(NamedTuple):
    """A contact in brief before it is known which day it is; `touched` is for one stretch of days after another."""

    row: ContactRow
    touched: tuple[Touched, ...]

    def row_on(self, today: date) -> ContactRow:
        """The contact in brief as it is today."""
        _, last, following = [each for each in self.touched if each.first <= today][-1]
        return self.row._replace(last_contact=last, next_contact=following, days_since=(today - last).days if last else None)


def undated_row(contact: Contact, profile: Profile) -> ContactRow:
    """What a row says of a contact on any day."""
    p = profile
    return ContactRow(
        p.name, p.aliases, p.org, p.role, p.location, p.email, p.phone, p.url, p.tags, p.circle, p.every, p.stage,
        p.paused, p.met, None, None, None, sum(promise.is_open for promise in contact.promises), contact.path)


def touched(contact: Contact, first: date, last: date | None, settings: Settings) -> Touched:
    """The last contact and the next one from the day `first` on."""
    following = next_contact(contact, last, settings)
    return Touched(first, last, following[1] if following else None)


def list_contacts(book: Book, today: date, *, circle: str | None = None, tag: str | None = None,
                  stage: str | None = None, never: bool = False) -> tuple[ContactRow, ...]:
    """Everybody, by name; or those who are picked (see `pick_contacts`)."""
    rows = (contact_row(book, contact, today) for contact in book.contacts.values())
    return pick_contacts(rows, circle=circle, tag=tag, stage=stage, never=never)


def pick_contacts(rows: Iterable[ContactRow], *, circle: str | None = None, tag: str | None = None,
                  stage: str | None = None, never: bool = False) -> tuple[ContactRow, ...]:
    """All of them, by name; or those of a circle, with a tag, at a stage, or `never` in contact yet.

    Of a confidential person nothing but the name is known here, so that no filter finds it.
    """
    kept = [
        row
        for row in rows
        if (circle is None or (row.circle is not None and fold(row.circle) == fold(circle)))
        and (tag is None or any(f"{fold(t)}/".startswith(f"{fold(tag.lstrip('#'))}/") for t in row.tags))
        and (stage is None or row.stage == stage)
        and (not never or (row.last_contact is None and row.open_promises is not None))
    ]
    return tuple(sorted(kept, key=lambda row: (fold(row.name), row.path)))


def timeline(book: Book, contact: Contact, *, reveal: bool = False) -> tuple[EntryRow, ...]:
    """Everything that was written down, the newest first. Nothing of a confidential person, unless to `reveal`."""
    if contact.confidential and not reveal:
        return ()
    return tuple(_entry_row(book, contact, entry, reveal) for entry in reversed(contact.entries))


def _entry_row(book: Book, contact: Contact, entry: Entry, reveal: bool) -> EntryRow:
    own = {fold(name) for name in (contact.name, *contact.whole_profile.aliases, stem_of(contact.path))}
    host = book.contacts.get(entry.path)
    there = [host.name] if host is not None else []
    there += [stem_of(link) for link in entry.with_links]
    told = reveal or not isinstance(entry.text, Withheld)
    with_ = tuple(name for name in dict.fromkeys(there) if fold(name) not in own) if told else ()
    return EntryRow(contact.name, contact.path, entry.date, entry.kind, entry.direction, entry.tags, with_,
                    entry.text, entry.path, entry.line)


def show(book: Book, contact: Contact, today: date, *, reveal: bool = False) -> Card:
    """A contact's card."""
    return Card(contact_row(book, contact, today, reveal=reveal), _details(contact, reveal),
                timeline(book, contact, reveal=reveal),
                list_promises(book, today, contact=contact, closed=True, reveal=reveal))


def _details(contact: Contact, reveal: bool) -> Details:
    if contact.confidential and not reveal:
        return Details()
    p = contact.whole_profile
    return Details(
        p.met_at, p.met_via, p.birthday.written if p.birthday else None,
        tuple(NamedDay(label, day.written) for label, day in p.dates), p.interests, p.needs, p.offers, p.goals, p.challenges,
        p.knows, p.pluses, p.minuses, p.dealbreakers)


class Match(NamedTuple):
    """A line on which all the words stand."""

    contact: str | None
    contact_path: str | None
    text: str
    path: str
    line: int


def bare(text: str) -> str:
    """`text` for searching: no case, no accents."""
    if text.isascii():
        return text.lower()
    return "".join(sign for sign in normalize("NFKD", text.casefold()) if not combining(sign))


def holds_words(text: str, wanted: str) -> bool:
    """Whether every word of `wanted` stands somewhere in `text`, whatever the case and accents."""
    folded = bare(text)
    return all(word in folded for word in bare(wanted).split())


def find_lines(book: Book, pages: Iterable[tuple[str, Sequence[str]]], wanted: str) -> Iterator[Match]:
    """The contacts whose name, and then the lines that hold every word of `wanted`.

    `pages` are notes, by path, with the lines that may be shown. A line of a note that is no
    contact's is of the contact for whom it counts, if there is one.
    """
    for contact in book.contacts.values():
        if holds_words(contact.name, wanted):
            yield Match(contact.name, contact.path, contact.name, contact.path, 1)
    owners = _owners_of_lines(book)
    for path, lines in pages:
        for number, line in enumerate(lines, 1):
            if holds_words(line, wanted):
                of = book.contacts.get(path) or owners.get((path, number))
                yield Match(of.name if of else None, of.path if of else None, line.strip(), path, number)


def _owners_of_lines(book: Book) -> dict[tuple[str, int], Contact]:
    """The contact for whom an entry or promise in another note counts, by its place."""
    owners: dict[tuple[str, int], Contact] = {}
    for contact in book.contacts.values():
        places = [(entry.path, entry.line) for entry in contact.entries]
        places += [(promise.path, promise.line) for promise in contact.promises]
        for place in places:
            if place[0] != contact.path:
                owners.setdefault(place, contact)
    return owners
