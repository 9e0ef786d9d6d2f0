"""Birthdays and other days that come back every year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from ..model.dates import YearlyDay, add_days
from ..model.record import NamedTuple
from ..model.resolve import fold

if TYPE_CHECKING:
    from ..model.book import Book
    from ..model.contact import Contact


_YEAR = 366  # days


class DateRow(NamedTuple):
    """A day of somebody's: `years` since the first one, when that is known."""

    contact: str
    contact_path: str
    label: str | None
    date: date | None
    years: int | None
    path: str
    line: int


class Yearly(NamedTuple):
    """A day of somebody's that comes back every year, before it is known which day it is."""

    label: str
    day: YearlyDay
    contact: str
    contact_path: str
    line: int
    confidential: bool = False


def yearly_of(contact: Contact) -> list[Yearly]:
    """The birthday and the other days of a contact."""
    profile = contact.whole_profile
    own = [("birthday", "birthday", profile.birthday)] if profile.birthday else []
    return [
        Yearly(label, day, contact.name, contact.path, profile.lines.get(key, 1), contact.confidential)
        for label, key, day in (*own, *((label, "dates", day) for label, day in profile.dates))
    ]


def days_within(today: date, days: int) -> set[tuple[int, int]]:
    """The days of a year, as month and day, that may come from `today` to `days` later."""
    found = {(day.month, day.day) for ahead in range(min(days, _YEAR) + 1) for day in (add_days(today, ahead),)}
    return found | {(2, 29)} if (2, 28) in found else found  # on which 29 February falls in most years


def coming_rows(yearly: Iterable[Yearly], today: date, days: int) -> tuple[DateRow, ...]:
    """Those of the days that come within `days`, today included, the next first."""
    until = add_days(today, days)
    found: list[tuple[date, str, str, DateRow]] = []
    for each in yearly:
        day = each.day.on_or_after(today)
        if not today <= day <= until:
            continue
        if each.confidential:
            row = DateRow(each.contact, each.contact_path, None, None, None, each.contact_path, each.line)
        else:
            first = each.day.year
            years = day.year - first if first is not None and day.year > first else None
            row = DateRow(each.contact, each.contact_path, each.label, day, years, each.contact_path, each.line)
        found.append((day, fold(each.contact), each.label, row))
    return tuple(item[-1] for item in sorted(found, key=lambda item: (item[:3], item[3].contact_path)))


def coming_days(book: Book, today: date, days: int) -> tuple[DateRow, ...]:
    """The days that come within `days`, today included, the next first."""
    wanted = days_within(today, days)
    yearly = (
        each
        for contact in book.contacts.values()
        if contact.whole_profile.dates or ((birthday := contact.whole_profile.birthday) is not None and birthday[:2] in wanted)
        for each in yearly_of(contact)
        if each.day[:2] in wanted
    )
    return coming_rows(yearly, today, days)
