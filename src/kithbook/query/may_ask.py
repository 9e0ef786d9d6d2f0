"""May I ask something of somebody now, and what should come first?

An honest word, not a sum: it looks at how well two people know each other, at what is open
between them, and at when one last turned to the other without wanting anything. What
somebody gave is never weighed against what they got.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from ..model.record import NamedTuple
from ..model.standing import stand
from ..model.withheld import Text
from .promises import list_promises
from .turning_to import turns_to

if TYPE_CHECKING:
    from ..model.book import Book
    from ..model.contact import Contact
    from ..model.entry import Entry

Answer = Literal["yes", "first", "not_yet"]
What = Literal["promise", "reply", "thanks", "problem", "outcome", "just_so"]

_FEW = 3  # contacts; with fewer, and no stage said, people hardly know each other
_SILENT = 365  # days after which a word that wants nothing comes first
_JUST_SO = 365


class First(NamedTuple):
    """What should come before the ask, since when it is open, and where it stands. `text` is None for what is withheld, too; `kind` is that of the entry."""

    what: What
    text: Text | None
    since: date | None
    path: str
    line: int
    kind: str | None = None


class Ground(NamedTuple):
    """An entry that the answer rests on."""

    date: date
    text: Text
    path: str
    line: int


class Grounds(NamedTuple):
    """What the answer rests on.

    `last_ask` is my last ask, `last_just_so` the last contact that wanted nothing; `contacts` on how many
    days one was in touch, up to three.
    """

    stage: str | None
    contacts: int
    last_contact: Ground | None
    last_ask: Ground | None
    last_just_so: Ground | None


class MayAsk(NamedTuple):
    """The answer: `yes`; `first` when something comes before; `not_yet` while two people hardly know each other."""

    contact: str
    contact_path: str
    answer: Answer | None
    grounds: Grounds | None
    first: tuple[First, ...]


def may_ask(book: Book, contact: Contact, today: date, *, reveal: bool = False) -> MayAsk:
    """Whether to ask `contact`, who is in the book in full. Of a confidential person there is no answer, unless to `reveal`."""
    if contact.confidential and not reveal:
        return MayAsk(contact.name, contact.path, None, None, ())
    grounds = _grounds(contact, today)
    first = _first(book, contact, grounds, today, reveal=reveal)
    answer: Answer = "not_yet" if _hardly_known(grounds) else "first" if first else "yes"
    return MayAsk(contact.name, contact.path, answer, grounds, first)


def _grounds(contact: Contact, today: date) -> Grounds:
    turns = turns_to(contact, today, hidden=True)
    own = [entry for entry in contact.entries if entry.is_contact and entry.date <= today]
    return Grounds(contact.whole_profile.stage, min(_FEW, len({entry.date for entry in own})), _newest(own), _newest(turns.get("ask", [])),
                   _newest(turns.get("touch", [])))


def _newest(entries: Sequence[Entry]) -> Ground | None:
    return Ground(entries[-1].date, entries[-1].text, entries[-1].path, entries[-1].line) if entries else None


def _hardly_known(grounds: Grounds) -> bool:
    return grounds.stage == "starting" or (grounds.stage is None and grounds.contacts < _FEW)


def _first(book: Book, contact: Contact, grounds: Grounds, today: date, *, reveal: bool) -> tuple[First, ...]:
    standing = stand(contact.entries, today)
    found: list[First] = []
    opened: tuple[tuple[What, Entry | None], ...] = (("problem", standing.problem), ("reply", standing.reply), ("thanks", standing.thanks))
    found += [First(what, entry.text, entry.date, entry.path, entry.line, entry.kind) for what, entry in opened if entry is not None]
    found += [First("promise", row.text, row.due or row.made, row.path, row.line)
              for row in list_promises(book, today, contact=contact, who="me", reveal=reveal) if row.stale or row.state == "overdue"]
    if standing.loop is not None and standing.loop.direction == "in" and book.settings.loops_after.after(standing.loop.date) <= today:
        found.append(First("outcome", standing.loop.text, standing.loop.date, standing.loop.path, standing.loop.line, standing.loop.kind))
    if _wants_a_word(grounds, today):
        last = grounds.last_ask or grounds.last_contact
        assert last is not None
        found.append(First("just_so", None, grounds.last_just_so.date if grounds.last_just_so else None, last.path, last.line))
    return tuple(found)


def _wants_a_word(grounds: Grounds, today: date) -> bool:
    """Whether a word that wants nothing should come before: after a long silence, or when the last thing was an ask."""
    if grounds.last_contact is not None and (grounds.stage == "dormant" or (today - grounds.last_contact.date).days > _SILENT):
        return True
    asked, just_so = grounds.last_ask, grounds.last_just_so
    return asked is not None and (today - asked.date).days <= _JUST_SO and (just_so is None or just_so.date < asked.date)
