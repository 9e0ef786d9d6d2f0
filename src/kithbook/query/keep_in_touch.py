"""Whom it is time to be in touch with, by the cadence that one has set oneself."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ..model.book import Book
from ..model.contact import Contact, Profile
from ..model.dates import NEVER, Cadence
from ..model.resolve import fold
from ..model.settings import Settings
from .owed import Standings, standings


class KeepInTouchRow(NamedTuple):
    """Somebody whose cadence has come round.

    `due` is the last contact plus the ideal gap, `latest` plus the latest gap, `days_late`
    the days past `latest`; `ratio` is the time since the last contact in ideal gaps.
    """

    contact: str
    contact_path: str
    last_contact: date | None
    due: date | None
    days_late: int | None
    ratio: float | None
    latest: date | None
    suggestion: str | None


def cadence_of(profile: Profile, settings: Settings) -> Cadence | None:
    """`every`, else the circle's, else the shortest among the tags'; None when there is none or `never`."""
    if profile.cadence is not None:
        return profile.cadence if isinstance(profile.cadence, Cadence) else None
    if profile.circle is not None:
        circle = settings.circles.get(profile.circle)
        return circle if isinstance(circle, Cadence) else None
    found = [cadence for tag in profile.tags for cadence in _of_tag(tag, settings.tags)]
    return min(found, key=lambda c: (c.ideal.length, c.latest.length), default=None)


def _of_tag(tag: str, cadences: Mapping[str, Cadence | str]) -> list[Cadence]:
    """The cadences set for a tag or for one that it is nested in (`friend` for `friend/close`)."""
    if not cadences:
        return []
    folded = fold(tag)
    return [
        cadence
        for name, cadence in cadences.items()
        if cadence != NEVER and isinstance(cadence, Cadence)
        and f"{folded}/".startswith(f"{fold(name.lstrip('#'))}/")
    ]


def is_paused(paused: date | bool | None, today: date) -> bool:
    return paused is True or (isinstance(paused, date) and paused > today)


def next_contact(contact: Contact, last: date | None, settings: Settings) -> tuple[date, date, Cadence] | None:
    """The last contact (or the day we met), the day that the cadence names, and the cadence."""
    cadence = cadence_of(contact.whole_profile, settings)
    since = last or contact.whole_profile.met
    if cadence is None or since is None:
        return None
    return since, cadence.ideal.after(since), cadence


def keep_in_touch(book: Book, today: date, of: Standings | None = None) -> tuple[KeepInTouchRow, ...]:
    """Everybody whose cadence is due, the furthest past its own first."""
    if is_paused(book.settings.paused, today):
        return ()
    ranked: list[tuple[float, date, str, str, KeepInTouchRow]] = []
    for contact, standing in of or standings(book, today):
        if is_paused(contact.whole_profile.paused, today):
            continue
        following = next_contact(contact, standing.last_contact, book.settings)
        if following is None or following[1] > today:
            continue
        since, due, cadence = following
        ratio = (today - since).days / max(1, (due - since).days)
        latest = cadence.latest.after(since)
        if contact.confidential:
            row = KeepInTouchRow(contact.name, contact.path, None, None, None, None, None, None)
        else:
            row = KeepInTouchRow(contact.name, contact.path, standing.last_contact, due, max(0, (today - latest).days),
                                 round(ratio, 2), latest, suggest(contact.profile))
        ranked.append((-ratio, due, fold(contact.name), contact.path, row))
    return tuple(item[-1] for item in sorted(ranked))


def suggest(profile: Profile) -> str | None:
    """Something to be in touch about without wanting anything, from what one knows of them."""
    if profile.goals:
        return f"ask how it goes: {profile.goals[0]}"
    if profile.challenges:
        return f"ask about: {profile.challenges[0]}"
    if profile.interests:
        return f"share something on {profile.interests[0]}"
    return None
