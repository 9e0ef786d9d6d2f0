"""Birthdays and other days that come back every year."""

from datetime import date
from typing import NamedTuple

from ..model.book import Book
from ..model.contact import Contact
from ..model.dates import YearlyDay, add_days
from ..model.resolve import fold


class DateRow(NamedTuple):
    """A day of somebody's: `years` since the first one, when that is known."""

    contact: str
    contact_path: str
    label: str | None
    date: date | None
    years: int | None
    path: str
    line: int


def coming_days(book: Book, today: date, days: int) -> tuple[DateRow, ...]:
    """The days that come within `days`, today included, the next first."""
    until = add_days(today, days)
    months = {add_days(today, ahead).month for ahead in range(0, days + 1, 28)} | {until.month}
    found: list[tuple[date, str, str, DateRow]] = []
    for contact in book.contacts.values():
        birthday = contact.whole_profile.birthday
        if (birthday is None or birthday.month not in months) and not contact.whole_profile.dates:
            continue
        for label, key, yearly in _days_of(contact):
            if yearly.month not in months:
                continue
            day = yearly.on_or_after(today)
            if not today <= day <= until:
                continue
            line = contact.whole_profile.lines.get(key, 1)
            if contact.confidential:
                row = DateRow(contact.name, contact.path, None, None, None, contact.path, line)
            else:
                years = day.year - yearly.year if yearly.year is not None and day.year > yearly.year else None
                row = DateRow(contact.name, contact.path, label, day, years, contact.path, line)
            found.append((day, fold(contact.name), label, row))
    return tuple(item[-1] for item in sorted(found, key=lambda item: (item[:3], item[3].contact_path)))


def _days_of(contact: Contact) -> list[tuple[str, str, YearlyDay]]:
    """Label, front-matter key and day of each."""
    profile = contact.whole_profile
    own = [("birthday", "birthday", profile.birthday)] if profile.birthday else []
    return [*own, *((label, "dates", day) for label, day in profile.dates)]
