"""Whom it is time to be in touch with, by the cadence that one has set oneself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from ..model.dates import NEVER, Cadence
from ..model.record import NamedTuple
from ..model.resolve import fold
from .owed import Standings, standings

if TYPE_CHECKING:
    from ..model.book import Book
    from ..model.contact import Contact, Profile
    from ..model.settings import Settings


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


class Touch(NamedTuple):
    """Somebody's cadence, before it is known which day it is. `since`: the last contact, else the day we met.

    `name` is folded, for putting people in order.
    """

    since: date
    due: date
    latest: date
    name: str
    path: str

    def lateness(self, today: date) -> float:
        """The time since the last contact in ideal gaps."""
        return (today - self.since).days / max(1, (self.due - self.since).days)


def touch_of(contact: Contact, last: date | None, settings: Settings) -> Touch | None:
    """The cadence of a contact with whom one was `last` in touch, if there is one."""
    following = next_contact(contact, last, settings)
    if following is None:
        return None
    since, due, cadence = following
    return Touch(since, due, cadence.latest.after(since), fold(contact.name), contact.path)


def touch_row(contact: Contact, last: date | None, touch: Touch, today: date) -> KeepInTouchRow:
    """How it stands with somebody's cadence today; of a confidential person that it is due, and no more."""
    if contact.confidential:
        return KeepInTouchRow(contact.name, contact.path, None, None, None, None, None, None)
    return KeepInTouchRow(contact.name, contact.path, last, touch.due, max(0, (today - touch.latest).days),
                          round(touch.lateness(today), 2), touch.latest, suggest(contact.profile))


def in_rank(touches: Iterable[Touch], today: date) -> list[Touch]:
    """Those that are due, the furthest past its own cadence first."""
    ranked = sorted((-touch.lateness(today), touch.due, touch.name, touch.path, touch) for touch in touches if touch.due <= today)
    return [item[-1] for item in ranked]


def keep_in_touch(book: Book, today: date, of: Standings | None = None) -> tuple[KeepInTouchRow, ...]:
    """Everybody whose cadence is due, the furthest past its own first."""
    if is_paused(book.settings.paused, today):
        return ()
    last = {contact.path: standing.last_contact for contact, standing in of or standings(book, today)
            if not is_paused(contact.whole_profile.paused, today)}
    touches = (touch_of(book.contacts[path], day, book.settings) for path, day in last.items())
    ranked = in_rank((touch for touch in touches if touch is not None), today)
    return tuple(touch_row(book.contacts[touch.path], last[touch.path], touch, today) for touch in ranked)


def suggest(profile: Profile) -> str | None:
    """Something to be in touch about without wanting anything, from what one knows of them."""
    if profile.goals:
        return f"ask how it goes: {profile.goals[0]}"
    if profile.challenges:
        return f"ask about: {profile.challenges[0]}"
    if profile.interests:
        return f"share something on {profile.interests[0].removesuffix('.')}"
    return None
