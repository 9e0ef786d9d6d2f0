"""Looking things up: who is there, what is known of somebody, what happened."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from ..model.book import Book
from ..model.contact import Contact, Profile
from ..model.entry import Direction, Entry
from ..model.record import NamedTuple
from ..model.resolve import fold, stem_of
from ..model.settings import Settings
from ..model.signed import is_by
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


class ContactLine(NamedTuple):
    """What a list of everybody says of a contact in a line."""

    name: str
    role: str | None
    org: str | None
    last_contact: date | None
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
    by: str | None = None


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
    return tuple(by_name(kept))


_Named = TypeVar("_Named", ContactRow, ContactLine)


def by_name(rows: Iterable[_Named]) -> list[_Named]:
    """Rows in the order in which one looks for a name."""
    return sorted(rows, key=_place_by_name)


def _place_by_name(row: ContactRow | ContactLine) -> tuple[str, str, str]:
    name = row.name
    if name.isascii():
        folded = name.lower()
        return folded, folded, row.path
    from .wording import bare

    return bare(name).translate(_BESIDE), fold(name), row.path


def line_of(row: ContactRow) -> ContactLine:
    """What of a row is said in a line."""
    return ContactLine(row.name, row.role, row.org, row.last_contact, row.open_promises, row.path)


# Letters that no accent makes, beside those they are looked for under: Ł among L, as Å is among A.
_BESIDE = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h", "ı": "i"})


def timeline(book: Book, contact: Contact, *, reveal: bool = False, by: frozenset[str] | None = None) -> tuple[EntryRow, ...]:
    """Everything that was written down, the newest first; with `by` what was signed by somebody with one of these names.

    Nothing of a confidential person, unless to `reveal`.
    """
    if contact.confidential and not reveal:
        return ()
    own = names_of(contact)
    return tuple(_entry_row(book, contact, entry, own, reveal) for entry in reversed(contact.entries) if by is None or is_by(entry.by, by))


def names_of(contact: Contact) -> frozenset[str]:
    """What a contact goes by, and is filed under (folded)."""
    return frozenset(fold(name) for name in (contact.name, *contact.whole_profile.aliases, stem_of(contact.path)))


def _entry_row(book: Book, contact: Contact, entry: Entry, own: frozenset[str], reveal: bool) -> EntryRow:
    return EntryRow(contact.name, contact.path, entry.date, entry.kind, entry.direction, entry.tags, there_with(book, contact, entry, own, reveal=reveal),
                    entry.text, entry.path, entry.line, entry.by)


def there_with(book: Book, contact: Contact, entry: Entry, own: frozenset[str], *, reveal: bool = False) -> tuple[str, ...]:
    """The names of the others who were there, of an entry as it is shown at a contact whose `own` names need not be said."""
    if not (entry.with_links or entry.path != contact.path) or (isinstance(entry.text, Withheld) and not reveal):
        return ()
    host = book.contacts.get(entry.path)
    there = [host.name] if host is not None else []
    there += [] if entry.is_hearsay else [stem_of(link) for link in entry.with_links]
    return tuple(name for name in dict.fromkeys(there) if fold(name) not in own)


def show(book: Book, contact: Contact, today: date, *, reveal: bool = False) -> Card:
    """A contact's card."""
    return Card(contact_row(book, contact, today, reveal=reveal), details_of(contact, reveal),
                timeline(book, contact, reveal=reveal),
                list_promises(book, today, contact=contact, closed=True, reveal=reveal))


def details_of(contact: Contact, reveal: bool) -> Details:
    """What is known of a contact beyond how to reach them; nothing of a confidential one, unless to `reveal`."""
    if contact.confidential and not reveal:
        return Details()
    p = contact.whole_profile
    return Details(
        p.met_at, p.met_via, p.birthday.written if p.birthday else None,
        tuple(NamedDay(label, day.written) for label, day in p.dates), p.interests, p.needs, p.offers, p.goals, p.challenges,
        p.knows, p.pluses, p.minuses, p.dealbreakers)
