"""What is kept of a contact, as it is written into the tables of `due`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ..model.problem import Problem
from ..model.record import NamedTuple
from ..model.withheld import Text, Withheld
from ..query.promises import PromiseRow, Seed

if TYPE_CHECKING:
    from ..query.coming_days import Yearly
    from ..query.introductions import Underway
    from ..query.outlook import Calling, Owing
    from ..query.spoken import SpokenRow
    from .contact_list import PackedListed
    from .naming import Naming


class ContactRows(NamedTuple):
    """All that the index keeps of a contact. `since`: the first day (an ordinal) for which the rows hold.

    A contact that is `live` has no rows: something confidential is said of it, and it is
    asked from its notes each time. A confidential person has no `name` either. `sources`
    are the other notes that say something of the contact. `listed` is their row in a list of
    everybody, as `contact_list.pack_listed` has it.
    """

    path: str
    name: str
    since: int
    live: bool
    sources: tuple[str, ...]
    tags: tuple[str, ...] = ()
    owings: Sequence[Owing] = ()
    callings: Sequence[Calling] = ()
    suggestion: str | None = None
    yearly: Sequence[Yearly] = ()
    promises: Sequence[KeptPromise] = ()
    introductions: Sequence[Underway] = ()
    listed: PackedListed | None = None
    spoken: Sequence[SpokenRow] = ()


class KeptPromise(NamedTuple):
    """A promise that the contact leads: its row, what its id is made from, and on which day it begins to press.

    `dated` says where the day on which it was made comes from: 0 the note, 1 history, 2 the file.
    """

    row: PromiseRow
    seed: Seed
    day: int
    dated: int


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _split(text: Text | None) -> tuple[str | None, str | None]:
    return (None, text.reason) if isinstance(text, Withheld) else (text, None)


def problem_values(problem: Problem, secret: Naming) -> tuple[Any, ...]:
    """A problem as a row; without words when these name somebody in `secret`."""
    path, line, column, rule, _, message, fix = problem
    hidden = secret.are_said(f"{message} {fix}")
    return path, line, column, rule, None if hidden else message, None if hidden else fix


def values_of(contacts: Sequence[ContactRows]) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of contacts as they are written, by table."""
    return {
        "contact": [(c.path, c.name, c.since, c.live, "\0".join(c.sources), "\0".join(c.tags)) for c in contacts],
        "owed": [_owed_values(c, owing) for c in contacts for owing in c.owings],
        "touch": [_touch_values(c, calling) for c in contacts for calling in c.callings],
        "yearly": [(each.day.month, c.path, place, each.day.day, each.day.year, each.label, each.contact, each.line)
                   for c in contacts for place, each in enumerate(c.yearly)],
        "promise": [_promise_values(kept) for c in contacts for kept in c.promises],
        "introduction": [_introduction_values(each) for c in contacts for each in c.introductions],
        "spoken": [(row.made.toordinal(), c.path, row.contact, row.who, row.text, _ordinal(row.due), row.confidence, row.path, row.line)
                   for c in contacts for row in c.spoken],
        "listed": [(c.path, *c.listed) for c in contacts if c.listed is not None],
    }


def with_ids(promises: Sequence[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """The same rows of promises (all that there are), with their ids, in the order in which they are kept."""
    from ..query.promises import settle_ids

    ids = settle_ids(Seed(row[_MARK], row[_STATUS] == "open", row[_PATH], row[_LINE], row[_NUMBER]) for row in promises)
    return sorted((*row[:_ID], ids[row[_PATH], row[_LINE]], *row[_ID + 1 :]) for row in promises)


_PATH, _LINE, _ID, _STATUS, _MARK, _NUMBER = 1, 2, 4, 13, 14, 15  # their places in a row


def _owed_values(contact: ContactRows, owing: Owing) -> tuple[Any, ...]:
    from ..model.resolve import fold

    row = owing.row
    text, withheld = _split(row.text)
    return (owing.sort, _ordinal(row.since), fold(row.contact), contact.path, owing.first.toordinal(), owing.last.toordinal(),
            row.contact, text, withheld, row.path, row.line, row.kind)


def _touch_values(contact: ContactRows, calling: Calling) -> tuple[Any, ...]:
    since, due, latest, folded, _ = calling.touch
    return (calling.first.toordinal(), contact.path, calling.last.toordinal(), since.toordinal(), due.toordinal(),
            latest.toordinal(), folded, contact.name, _ordinal(calling.last_contact), contact.suggestion)


def _introduction_values(of: Underway) -> tuple[Any, ...]:
    return (of.contact_path, of.other_path, of.stage, of.since.toordinal(), "\0".join(of.agreed), of.text, of.path, of.line,
            of.first.toordinal(), of.last.toordinal())


def _promise_values(kept: KeptPromise) -> tuple[Any, ...]:
    row, seed, day, dated = kept
    names = None
    if len(row.contacts) > 1:
        import json

        names = json.dumps(row.contacts, ensure_ascii=False)
    text, withheld = _split(row.text)
    begins = seed.beginnings
    return (day, row.path, row.line, row.contact_path, row.id, row.contact, names, row.who, text, withheld, _ordinal(row.due),
            _ordinal(row.made), dated, row.status, seed.mark, seed.number, begins[0], begins[1] if len(begins) > 1 else None)


