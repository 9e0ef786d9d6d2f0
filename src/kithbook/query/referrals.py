"""What a referral asks of me beyond one word of thanks: both parties thanked, and the one who referred told what came of it.

The rules are those of docs/format.md, "Thanks owed" and "Who would like to hear". Nothing of
confidential people is told here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from ..model.dates import add_days
from ..model.introducer import INTRODUCTIONS, introducer, is_theirs
from ..model.record import NamedTuple
from ..model.resolve import fold
from ..model.withheld import Text, Withheld
from .keep_in_touch import suggest
from .owed import OwedRow
from .wording import bare

if TYPE_CHECKING:
    from ..model.book import Book
    from ..model.contact import Contact, Profile
    from ..model.entry import Entry

_DAYS_TO_TELL = 365  # what came of something longer ago is no news


class Named(NamedTuple):
    """Somebody."""

    contact: str
    contact_path: str


class Suggestion(NamedTuple):
    """Something that could be of use to somebody, and the line of front matter that says so."""

    text: str
    path: str
    line: int


class ThanksRow(NamedTuple):
    """An `OwedRow`, and for a referral or an introduction who else took part and is not thanked, and what could be of use to the referrer."""

    contact: str
    contact_path: str
    since: date | None
    days: int | None
    text: Text | None
    path: str
    line: int
    kind: str | None
    also: tuple[Named, ...] = ()
    suggestion: Suggestion | None = None


class ToTellRow(NamedTuple):
    """Somebody through whom I know another, and who has not heard what came of it. The text is that of the outcome."""

    contact: str
    contact_path: str
    about: str
    about_path: str
    since: date
    days: int
    text: Text
    path: str
    line: int


def thanks_in_full(rows: Iterable[OwedRow], book: Book, today: date) -> tuple[ThanksRow, ...]:
    """The rows with what else a referral asks for. A book in brief will do."""
    return tuple(_in_full(row, book, today) for row in rows)


def _in_full(row: OwedRow, book: Book, today: date) -> ThanksRow:
    full = ThanksRow(*row)
    contact = book.contacts.get(row.contact_path)
    if contact is None or contact.confidential or row.kind not in INTRODUCTIONS or isinstance(row.text, Withheld):
        return full
    entry = next((entry for entry in contact.entries if (entry.path, entry.line) == (row.path, row.line)), None)
    others = () if entry is None else _others(entry, contact, book)
    also = tuple(Named(other.name, other.path) for other in others if entry is not None and not _thanked(other, entry.date, today))
    return full._replace(also=also, suggestion=_of_use(contact))


def _others(entry: Entry, contact: Contact, book: Book) -> tuple[Contact, ...]:
    """Whom an entry names, or in whose note it stands, beside the contact; nobody confidential."""
    if book.people is None:
        return ()
    home = (entry.path,) if entry.path in book.contacts else ()
    there = (book.contacts[path] for path in dict.fromkeys((*home, *book.people.find_all(entry.links, entry.path))) if path != contact.path)
    return tuple(other for other in there if not other.confidential)


def _thanked(contact: Contact, since: date, today: date) -> bool:
    return any(since <= entry.date <= today and entry.kind == "thanks" and entry.direction == "out" for entry in contact.entries)


def _of_use(contact: Contact) -> Suggestion | None:
    profile = contact.profile
    if profile.needs:
        return Suggestion(f"looks for: {profile.needs[0]}", contact.path, profile.lines.get("needs", 1))
    text = suggest(profile)
    return None if text is None else Suggestion(text, contact.path, _line_of_suggestion(profile))


def _line_of_suggestion(profile: Profile) -> int:
    key = next(key for key in ("goals", "challenges", "interests") if getattr(profile, key))
    return profile.lines.get(key, 1)


def to_tell(book: Book, today: date, in_full: Callable[[str], Contact]) -> tuple[ToTellRow, ...]:
    """Who would like to hear what came of somebody they brought to me, the longest waiting first.

    A book in brief will do; `in_full` gives a contact with every entry.
    """
    logs: dict[str, Contact] = {}
    rows = []
    for about, outcome, referrer in _outcomes(book, today):
        if referrer.path not in logs:
            logs[referrer.path] = in_full(referrer.path)
        if not any(_tells(entry, outcome, about, book) for entry in logs[referrer.path].entries if entry.date <= today):
            rows.append(ToTellRow(referrer.name, referrer.path, about.name, about.path, outcome.date, (today - outcome.date).days,
                                  outcome.text, outcome.path, outcome.line))
    return tuple(sorted(rows, key=lambda row: (row.since, fold(row.contact), row.contact_path, row.about_path)))


def _outcomes(book: Book, today: date) -> Iterator[tuple[Contact, Entry, Contact]]:
    """Whoever was referred to me, the newest outcome that was written down with them, and who referred them."""
    referrers = _referrers(book, today)
    for about in book.contacts.values():
        newest = next((entry for entry in reversed(about.entries) if entry.kind == "outcome" and not entry.is_hearsay and entry.date <= today), None)
        if about.confidential or newest is None or isinstance(newest.text, Withheld) or newest.date < add_days(today, -_DAYS_TO_TELL):
            continue
        for path, since in referrers.get(about.path, {}).items():
            if since <= newest.date:
                yield about, newest, book.contacts[path]


def _referrers(book: Book, today: date) -> dict[str, dict[str, date]]:
    """Who brought somebody to me, and since when: by `met_via`, or by an open introduction or referral in their own log that names them."""
    found: dict[str, dict[str, date]] = {}
    if book.people is None:
        return found
    for contact in book.contacts.values():
        if contact.confidential:
            continue
        via = book.people.find(contact.profile.met_via, contact.path) if contact.profile.met_via else None
        if via is not None and via != contact.path and not book.contacts[via].confidential:
            found.setdefault(contact.path, {})[via] = date.min
        for entry in _open_referrals(contact, today):
            for other in _others(entry, contact, book):
                of = found.setdefault(other.path, {})
                of[contact.path] = min(entry.date, of.get(contact.path, entry.date))
    return found


def _open_referrals(contact: Contact, today: date) -> Iterator[Entry]:
    """The introductions and referrals that somebody made to me, for which there is no later outcome in their log; the newest first."""
    for entry in reversed(contact.entries):
        if entry.date <= today and entry.kind == "outcome" and not entry.is_hearsay:
            return
        if entry.date <= today and entry.kind in INTRODUCTIONS and entry.direction == "in" and (
                is_theirs(entry) or (entry.path == contact.path and introducer(entry) is None)):
            yield entry


def _tells(entry: Entry, outcome: Entry, about: Contact, book: Book) -> bool:
    """Whether an entry in the log of the one who referred says that they have heard."""
    if (entry.path, entry.line) == (outcome.path, outcome.line):
        return True
    if entry.date < outcome.date or not entry.is_contact or entry.direction == "in" or isinstance(entry.text, Withheld):
        return False
    if entry.kind == "outcome":
        return True
    named = book.people.find_all(entry.links, entry.path) if entry.links and book.people is not None else ()
    return about.path in named or _names(entry.text, about)


def _names(text: str, contact: Contact) -> bool:
    """Whether a text names somebody: by name or alias, or by the first word of the name."""
    said = bare(text)
    names = {bare(name) for name in (contact.name, *contact.profile.aliases, *contact.name.split()[:1])}
    return any(len(name) > 2 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) for name in names)
