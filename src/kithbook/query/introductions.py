"""Introductions under way: asked, agreed, made, what came of it, thanks to both. Derived from the log, never stored.

The rules are those of docs/format.md, "Introductions". An introduction is between two contacts, and
is written in both their notes, each entry `with` the other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from ..model.dates import add_days
from ..model.introducer import introduced_to
from ..model.record import NamedTuple

if TYPE_CHECKING:
    from ..model.contact import Contact
    from ..model.entry import Entry
    from ..model.people import KnowsPeople

Stage = Literal["asked", "agreed", "made", "outcome"]
_Step = Literal["asked", "agreed", "declined", "made", "outcome", "thanked"]

TAGS: dict[str, _Step] = {"intro-asked": "asked", "intro-agreed": "agreed", "intro-declined": "declined"}
_KINDS: dict[str, _Step] = {"intro": "made", "outcome": "outcome", "thanks": "thanked"}
_OPENING: tuple[_Step, ...] = ("asked", "made")
QUESTION = "an introduction?"
_DAYS_TO_THANK = 60


class Underway(NamedTuple):
    """How an introduction stands, from the day `first` to the day `last`.

    `agreed` are the paths of those who said yes; `text`, `path` and `line` are those of the entry that opened the stage.
    """

    contact_path: str
    other_path: str
    stage: Stage
    since: date
    agreed: tuple[str, ...]
    text: str
    path: str
    line: int
    first: date
    last: date

    def is_with(self, contacts: Collection[str]) -> bool:
        """Whether one of these (paths) is one of the two."""
        return self.contact_path in contacts or self.other_path in contacts


class IntroductionRow(NamedTuple):
    """An introduction under way. `agreed` are the names of those who said yes; `since` is the day on which the stage began."""

    contact: str
    contact_path: str
    other: str
    other_path: str
    stage: Stage
    agreed: tuple[str, ...]
    since: date
    days: int
    text: str
    path: str
    line: int


def underway(contact: Contact, people: KnowsPeople, today: date) -> tuple[Underway, ...]:
    """The introductions between a contact and others whose paths come later, for `today` and the days to come."""
    telling = [entry for entry in contact.entries if entry.kind in _KINDS or entry.tags]
    steps = [(entry, step) for entry in telling if (step := step_of(entry)) is not None]
    if contact.confidential or not any(step in _OPENING for _, step in steps):
        return ()
    days = sorted({entry.date for entry, _ in steps if entry.date > today})
    found: list[Underway] = []
    for first, following in zip([today, *days], [*days, None], strict=True):
        last = date.max if following is None else add_days(following, -1)
        by_now = [(entry, step) for entry, step in steps if entry.date <= first]
        pairs: dict[str, list[tuple[Entry, _Step]]] = {}
        alone = {other for entry, step in by_now if step == "made" and entry.path == contact.path and not entry.with_links
                 for other in _others(contact, entry, people)}  # of whom nothing need stand in the other's note
        for entry, step in by_now:
            for other in _others(contact, entry, people):
                if other > contact.path or other in alone:
                    pairs.setdefault(other, []).append((entry, step))
        for other, of in pairs.items():
            state = _walk(contact, other, of, first)
            if state is not None:
                end = min(last, add_days(state.since, _DAYS_TO_THANK)) if state.stage == "outcome" else last
                always = first == today and end == date.max
                found.append(state if always else state._replace(first=date.min if first == today else first, last=end))
    return tuple(each for each in found if each.first <= each.last)


def step_of(entry: Entry) -> _Step | None:
    """Which step of an introduction an entry can be."""
    if not isinstance(entry.text, str):
        return None
    for tag in entry.tags:
        if tag in TAGS:
            return TAGS[tag]
    return None if entry.direction == "in" else _KINDS.get(entry.kind)


def _others(contact: Contact, entry: Entry, people: KnowsPeople) -> Iterable[str]:
    """With whom a contact is brought together by an entry of theirs."""
    if entry.path == contact.path:
        together = introduced_to(entry)
        return people.find_all(together, entry.path) if together else ()
    if people.is_contact(entry.path):
        return (entry.path,)
    return [path for path in people.find_all(entry.links, entry.path) if path != contact.path]


def _walk(contact: Contact, other: str, steps: Sequence[tuple[Entry, _Step]], day: date) -> Underway | None:
    """How things stand between two people on a day after these steps, oldest first; None when nothing is under way."""
    state: Underway | None = None
    for entry, step in steps:
        if step in _OPENING and not (state is not None and step == state.stage):
            agreed = state.agreed if state is not None and step == "made" else ()
            state = _opened(contact, other, entry, "asked" if step == "asked" else "made", agreed)
        elif state is None:
            continue
        elif step == "agreed":  # of one day, what stands in the other note comes last
            both = tuple(sorted({*state.agreed, entry.path}))
            state = state._replace(agreed=both)
            if len(both) > 1 and state.stage == "asked":
                state = state._replace(stage="agreed", since=entry.date, path=entry.path, line=entry.line)
        elif step == "declined" and state.stage in ("asked", "agreed"):
            state = None
        elif step == "outcome" and state.stage == "made":
            state = _opened(contact, other, entry, "outcome", state.agreed)
        elif step == "thanked" and state.stage in ("made", "outcome"):
            state = None
    if state is not None and state.stage == "made" and _is_settled(contact, state, day):
        return None
    return state


def _is_settled(contact: Contact, made: Underway, day: date) -> bool:
    """Whether a later outcome in the log of the contact says what came of it without a word of the other."""
    outcomes = [entry for entry in contact.entries if entry.kind == "outcome" and not entry.with_links]
    return any(made.since <= entry.date <= day for entry in outcomes)


def _opened(contact: Contact, other: str, entry: Entry, stage: Stage, agreed: tuple[str, ...]) -> Underway:
    text = entry.text if isinstance(entry.text, str) else ""
    return Underway(contact.path, other, stage, entry.date, agreed, _why(text), entry.path, entry.line, date.min, date.max)


def _why(text: str) -> str:
    """What an entry says beside the stage."""
    words = [word for word in text.split(" ") if word.lstrip("#").lower() not in TAGS] if "intro-" in text.lower() else [text]
    return " ".join(words).removeprefix(QUESTION).strip()


def introduction_rows(under: Iterable[Underway], name_of: Callable[[str], str | None], today: date) -> Iterator[IntroductionRow]:
    """The introductions that are under way today, with names; without those of whom there is none."""
    told: set[tuple[frozenset[str], date]] = set()
    for each in sorted(under):
        both = frozenset((each.contact_path, each.other_path)), each.since
        if both in told:  # written into both notes without a word of the other
            continue
        contact, other = name_of(each.contact_path), name_of(each.other_path)
        if each.first <= today <= each.last and contact and other:
            told.add(both)
            names = {each.contact_path: contact, each.other_path: other}
            yield IntroductionRow(contact, each.contact_path, other, each.other_path, each.stage,
                                  tuple(names[path] for path in each.agreed if path in names), each.since, (today - each.since).days,
                                  each.text, each.path, each.line)


def asks_for_something(row: IntroductionRow) -> bool:
    """Whether there is something to do or to wait for; what was made is among the open loops."""
    return row.stage != "made"


_NEXT: tuple[Stage, ...] = ("agreed", "outcome", "asked", "made")


def by_stage(row: IntroductionRow) -> tuple[int, date, str, str]:
    """The order of rows: what can be done today first, and the longest waiting."""
    return _NEXT.index(row.stage), row.since, row.contact_path, row.other_path
