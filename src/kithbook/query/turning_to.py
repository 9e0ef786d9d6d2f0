"""How I turned to somebody: with an ask, in answer, or just so.

What cannot be told apart for certain counts as a touch that wanted nothing: it is better to
say nothing of a person than something that is not so.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

from ..model.dates import NEVER, add_days, add_months
from ..model.standing import REPLY, effect_of
from ..model.withheld import Withheld

if TYPE_CHECKING:
    from ..model.contact import Contact
    from ..model.entry import Entry
    from ..model.standing import Standing

Turn: TypeAlias = Literal["ask", "answer", "touch"]

_GATHERINGS = ("meeting", "event")


def turns_to(contact: Contact, today: date, *, hidden: bool = False) -> dict[Turn, list[Entry]]:
    """What I did towards somebody until today, by how; oldest first.

    An *answer* is a contact, out or both ways, while something of theirs waited for one, and
    any thanks. An *ask* is one that asks and gives nothing. All other contacts are *touches*,
    and so is whatever is confidential, unless `hidden` asks are wanted, too; but where people
    met for the first time nobody turned to anybody.
    """
    found: dict[Turn, list[Entry]] = {}
    waiting = False
    for entry in contact.entries:
        if entry.date > today:
            break
        if entry.is_contact and entry.direction != "in" and not _is_first_meeting(contact, entry):
            found.setdefault(_turn(entry, waiting=waiting, hidden=hidden), []).append(entry)
            waiting = False
        opens = effect_of(entry.kind, entry.direction, entry.tags)[0] & REPLY
        waiting = waiting or bool(opens) or (entry.kind == "ask" and entry.direction == "in")
    return found


def _turn(entry: Entry, *, waiting: bool, hidden: bool) -> Turn:
    if isinstance(entry.text, Withheld) and not hidden:
        return "touch"
    from .giving import acts_of  # not needed where a log in brief tells enough

    acts = acts_of(entry, hidden=hidden)
    if "asked" in acts and "gave" not in acts:
        return "ask"
    return "answer" if waiting or entry.kind == "thanks" else "touch"


def _is_first_meeting(contact: Contact, entry: Entry) -> bool:
    met = contact.profile.met
    return entry.kind in _GATHERINGS and met is not None and entry.date <= met


def only_asked(contact: Contact, standing: Standing) -> Entry | None:
    """The newest ask, of somebody to whom I never turned with anything else.

    A log in brief is enough, so what was an answer cannot be told here, and counts as a touch: it names
    nobody whom `turns_to` would not.
    """
    ask, meeting = standing.ask, standing.meeting
    if ask is None or contact.confidential or contact.profile.cadence == NEVER:
        return None
    if _is_first_meeting(contact, ask) or (meeting is not None and not _is_first_meeting(contact, meeting)):
        return None
    return ask


def said_until(ask: Entry) -> date:
    """The last day on which an ask is spoken of: a year, as in `nb balance`."""
    return add_days(add_months(ask.date, 12), -1)
