"""Three good questions for somebody: about what was left open, and about what one does not know yet.

What stands in their note comes first, the longest not spoken of before the rest; then what
is missing there, asked in the words of what is known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from ..model.entry import ANSWERABLE
from ..model.record import NamedTuple
from .giving import acts_of

if TYPE_CHECKING:
    from ..model.contact import Contact
    from ..model.entry import Entry
    from ..model.withheld import Text
    from .ledger import Sort

About = Literal["outcome", "goal", "challenge", "last", "need", "work", "work_at", "interest", "family", "known_from"]

_MOST = 3
_MOST_TOLD = 2  # of what stands there already, when there is something that does not
_LONG_AGO = 45  # days after which one may ask how it goes
_LAST_WITHIN = (10, 400)
_TALK = ("call", "meeting", "email", "message", "letter", "event")
_NEW = 365  # days since one met


class Owing(NamedTuple):
    """Something open between two people: a reply or thanks owed, a problem, and such.

    `loop` is to hear what came of something I set going, `tell` to say what came of what they did. `kind` is that of the entry that says so.
    """

    what: Sort | Literal["tell"]
    since: date | None
    text: Text | None
    path: str
    line: int
    kind: str | None = None


class Subject(NamedTuple):
    """What moves somebody, and when it was last spoken of, as far as the log shows."""

    what: str
    text: str
    path: str
    line: int
    last_spoken: date | None
    spoken_path: str | None
    spoken_line: int | None


class Question(NamedTuple):
    """A question, what it is `about`, and what it rests on: a text of the notes, where it stands, and when that was spoken of.

    `text` is None when it is about what is missing there. `kind` is that of the entry of which one asks what came.
    """

    about: About
    text: str | None
    day: date | None
    path: str
    line: int
    kind: str | None = None


def questions_for(contact: Contact, subjects: Sequence[Subject], owed: Sequence[Owing], has_family: bool,
                  today: date) -> tuple[Question, ...]:
    """What to ask somebody. `subjects` and `owed` are those of a brief."""
    told = list(_told(contact, subjects, owed, today))
    first = told[:_MOST_TOLD]
    missing = list(_missing(contact, {question.text for question in first}, today, has_family=has_family))
    liked = [Question("interest", subject.text, subject.last_spoken, subject.path, subject.line) for subject in subjects
             if subject.what == "interest" and (subject.last_spoken is None or (today - subject.last_spoken).days >= _LONG_AGO)]
    return tuple((*first, *missing, *told[len(first) :], *liked)[:_MOST])


def _told(contact: Contact, subjects: Sequence[Subject], owed: Sequence[Owing], today: date) -> Iterator[Question]:
    """What was left open: an outcome, a goal or a challenge of which nothing was heard for a while, the last thing they told."""
    for owing in owed:
        if owing.what == "loop" and isinstance(owing.text, str) and owing.text:
            yield Question("outcome", owing.text, owing.since, owing.path, owing.line, owing.kind)
    quiet = [subject for subject in subjects if subject.what in ("goal", "challenge")
             and (subject.last_spoken is None or (today - subject.last_spoken).days >= _LONG_AGO)]
    quiet.sort(key=lambda subject: (subject.what != "goal", subject.last_spoken or date.min))
    for subject in quiet:
        yield Question("goal" if subject.what == "goal" else "challenge", subject.text, subject.last_spoken, subject.path, subject.line)
    last = next((entry for entry in reversed(contact.entries) if entry.is_contact and entry.date <= today), None)
    spoken = {(subject.spoken_path, subject.spoken_line) for subject in quiet}  # of that it is asked already
    if last is not None and isinstance(last.text, str) and (last.path, last.line) not in spoken and _was_talk(last) \
            and _LAST_WITHIN[0] <= (today - last.date).days <= _LAST_WITHIN[1]:
        yield Question("last", last.text, last.date, last.path, last.line)


def _was_talk(entry: Entry) -> bool:
    """Whether an entry tells of something that one can ask on about: no request, and nothing that waits for an answer."""
    return (entry.text != "" and entry.kind in _TALK and not acts_of(entry)
            and not (entry.direction == "in" and entry.kind in ANSWERABLE))


def _missing(contact: Contact, asked: Collection[str | None], today: date, *, has_family: bool) -> Iterator[Question]:
    """What nothing is written of; the first is what one can best be of use with. `asked` is what is asked about already."""
    profile = contact.whole_profile

    def gap(about: About, text: str | None = None, key: str = "") -> Question:
        return Question(about, text, None, contact.path, profile.lines.get(key, 1))

    burdens = [(text, key) for key in ("challenges", "goals") for text in getattr(profile, key)]
    open_ones = [burden for burden in burdens if burden[0] not in asked]
    if not profile.needs and open_ones:
        yield gap("need", *open_ones[0])
    if not burdens:
        yield gap("work_at", profile.org, "org") if profile.org and not profile.role else gap("work", profile.role, "role")
    if not profile.interests:
        yield gap("interest")
    if profile.met_at and not profile.met_via and profile.met is not None and 0 <= (today - profile.met).days < _NEW:
        yield gap("known_from", profile.met_at, "met_at")
    if not has_family and not profile.dates:
        yield gap("family")
    if not profile.needs and not burdens:
        yield gap("need")
