"""What belongs in a calendar: promises, cadences, follow-ups, and days that come back every year."""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from typing import Literal
from uuid import UUID, uuid5

from ..model.book import Book
from ..model.dates import YearlyDay
from ..model.promise import Who
from ..model.record import NamedTuple
from ..model.signed import split_signature
from ..model.withheld import Withheld
from .coming_days import yearly_of
from .keep_in_touch import Touch, in_rank, is_paused, suggest, touch_of
from .owed import Standings, followed_up, standings

Sort = Literal["promises", "cadences", "follow_ups", "dates"]
SORTS: tuple[Sort, ...] = ("promises", "cadences", "follow_ups", "dates")

_NAMESPACE = UUID("6f7b4e0c-6b69-5468-b00c-6e6200000001")
_FIRST_YEAR, _ANY_LEAP_YEAR = 1900, 2000  # programs are at odds with earlier years


class CalendarRow(NamedTuple):
    """One thing in a calendar. `day` is where it stands: what is late stands on today, `due` is the day it was for.

    `text` is the promise, the suggestion, or what the day is (`birthday`); `year` the first one of a day
    that comes back. `uid` stays when the day changes, and for a promise while its words do.
    """

    sort: Sort
    uid: str
    contact: str
    contact_path: str
    who: Who | None
    text: str | None
    day: date | None
    due: date | None
    year: int | None
    path: str
    line: int


def uid_of(*parts: str) -> str:
    """The same id for the same parts, for ever (RFC 9562, version 5)."""
    return str(uuid5(_NAMESPACE, "\n".join(parts)))


def calendar_rows(book: Book, today: date, sorts: Collection[Sort], *, limit: int | None = 12, undated: bool = False) -> tuple[CalendarRow, ...]:
    """What stands in the calendar. At most `limit` people whose cadence has come round already, as in the agenda.

    `undated` promises are in it when asked for. The book is one without confidential people.
    """
    found: list[CalendarRow] = []
    if "promises" in sorts:
        found += _promises(book, today, undated=undated)
    if "cadences" in sorts or "follow_ups" in sorts:
        of = standings(book, today)
        if "cadences" in sorts:
            found += _cadences(book, today, of, limit)
        if "follow_ups" in sorts:
            found += _follow_ups(book, today, of)
    if "dates" in sorts:
        found += _dates(book)
    return tuple(found)


def _promises(book: Book, today: date, *, undated: bool) -> Iterator[CalendarRow]:
    seen: Counter[tuple[str, str]] = Counter()
    for promise in book.promises:
        if not promise.is_open or isinstance(promise.text, Withheld):
            continue
        key = promise.path, promise.mark or promise.text
        seen[key] += 1
        if promise.due is None and not undated:
            continue
        names = ", ".join(book.contacts[path].name for path in promise.contacts)
        yield CalendarRow("promises", uid_of("promise", *key, str(seen[key])), names, promise.contacts[0], promise.who, split_signature(promise.text)[1],
                          promise.due and max(promise.due, today), promise.due, None, promise.path, promise.line)


def _cadences(book: Book, today: date, of: Standings, limit: int | None) -> Iterator[CalendarRow]:
    """Whom to be in touch with: those who are due, as the agenda picks them, and everybody who will be."""
    general = book.settings.paused
    if general is True:
        return
    touches: list[tuple[Touch, date | None]] = []
    for contact, standing in of:
        touch = touch_of(contact, standing.last_contact, book.settings)
        if touch is not None and contact.profile.paused is not True:
            pauses = [pause for pause in (contact.profile.paused, general) if isinstance(pause, date)]
            touches.append((touch, max(pauses, default=None)))
    due = in_rank((touch for touch, pause in touches if not is_paused(pause, today)), today)
    shown = {touch.path for touch in (due if limit is None else due[:limit])}
    for touch, pause in touches:
        day = max(touch.due, today, pause or today)
        if day > today or touch.path in shown:
            profile = book.contacts[touch.path].profile
            yield CalendarRow("cadences", uid_of("cadence", touch.path), profile.name, touch.path, None, suggest(profile), day, touch.due,
                              None, touch.path, 1)


def _follow_ups(book: Book, today: date, of: Standings) -> Iterator[CalendarRow]:
    settings = book.settings
    for contact, standing in of:
        met = contact.profile.met
        if met is None or not met <= today <= settings.follow_up_within.after(met) or followed_up(met, standing.contacts):
            continue
        yield CalendarRow("follow_ups", uid_of("follow_up", contact.path), contact.name, contact.path, None, contact.profile.met_at,
                          max(settings.follow_up_after.after(met), today), met, None, contact.path, contact.met_line)


def _dates(book: Book) -> Iterator[CalendarRow]:
    for contact in book.contacts.values():
        for each in yearly_of(contact):
            yield CalendarRow("dates", uid_of("date", contact.path, each.label), contact.name, contact.path, None, each.label,
                              _first_day(each.day), None, each.day.year, contact.path, each.line)


def _first_day(day: YearlyDay) -> date:
    return day.in_year(day.year if day.year is not None and day.year >= _FIRST_YEAR else _ANY_LEAP_YEAR)
