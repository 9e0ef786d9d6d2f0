"""Promises, mine and theirs: what is open, late or stale (docs/format.md, "Promises")."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, Protocol
from zlib import crc32

from ..errors import UsageError
from ..model.dates import add_days
from ..model.promise import Promise, Status, Who
from ..model.record import NamedTuple
from ..model.resolve import fold
from ..model.signed import split_signature
from ..model.withheld import Text, Withheld

if TYPE_CHECKING:
    from ..model.book import Book
    from ..model.contact import Contact
    from ..model.settings import Settings

State = Literal["overdue", "due", "upcoming", "stale", "undated", "closed"]

_ID_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"  # no letters that look like another
_ID_LENGTH = 5
_LONGEST_ID = 12
_BITS = 5 * _LONGEST_ID


class PromiseRow(NamedTuple):
    """One promise as it is answered. `days_late` counts days past the due date, else 0; `by` is who of those who share the vault has signed it.

    In a row that is kept for later the text still holds the signature.
    """

    id: str
    contact: str
    contact_path: str
    contacts: tuple[str, ...]
    who: Who
    text: Text | None
    due: date | None
    made: date | None
    status: Status
    done: date | None
    state: State
    stale: bool
    days_late: int | None
    path: str
    line: int
    by: str | None = None


_STATE = PromiseRow._fields.index("state")
_new = tuple.__new__  # half the time of calling the class, and there may be thousands


class Timed(Protocol):
    """What says where a promise stands: a promise, or a row about one."""

    @property
    def status(self) -> Status: ...
    @property
    def due(self) -> date | None: ...
    @property
    def made(self) -> date | None: ...


def is_stale(promise: Timed, settings: Settings, today: date) -> bool:
    """Overdue by more than `stale.grace`, or undated for longer than `stale.undated` since it was made."""
    if promise.status != "open":
        return False
    if promise.due is not None:
        return promise.due < today and settings.stale_grace.after(promise.due) < today
    return promise.made is not None and settings.stale_undated.after(promise.made) < today


def state_of(promise: Timed, settings: Settings, today: date, until: date) -> State:
    """Where a promise stands, `until` being the last day that is looked at."""
    if promise.status != "open":
        return "closed"
    if promise.due is None:
        return "stale" if is_stale(promise, settings, today) else "undated"
    if promise.due < today:
        return "overdue"
    return "due" if promise.due <= until else "upcoming"


def presses_from(promise: Timed, settings: Settings) -> date | None:
    """The first day on which an open promise is due or stale; None when no day is known."""
    if promise.due is not None:
        return promise.due
    return add_days(settings.stale_undated.after(promise.made), 1) if promise.made is not None else None


class Seed(NamedTuple):
    """What the id of a promise is made from: the id that it carries, or else a number derived from its words."""

    mark: str | None
    is_open: bool
    path: str
    line: int
    number: int

    @property
    def beginnings(self) -> tuple[str, ...]:
        """How the ids begin that the promise may get. Those of others who share none of them are of no account to it."""
        own = _written(self.number, _ID_LENGTH)
        return (own, self.mark[:_ID_LENGTH]) if self.mark else (own,)


def _written(number: int, length: int) -> str:
    return "".join(_ID_SIGNS[number >> shift & 31] for shift in range(_BITS - 5, _BITS - 5 - 5 * length, -5))


def _words(promise: Promise) -> str:
    """What an id is derived from: contact and text alone, so that it stays when dates and lines move.

    Withheld text is not among it (a hash of few words can be guessed): its line stands in.
    """
    said = f"line {promise.line}" if isinstance(promise.text, Withheld) else fold(" ".join(promise.text.split()))
    return f"{promise.contacts[0]}\n{said}"


def seeds_of(promises: Iterable[Promise]) -> list[Seed]:
    """What the ids are made from. Promises of the very same words are told apart by their order, the open ones first."""
    same: dict[str, int] = {}
    seeds: list[Seed] = []
    for promise in sorted(promises, key=lambda p: (p.mark is None, not p.is_open, p.path, p.line)):
        words = _words(promise)
        if promise.mark:
            words += f"\n{promise.mark}"
        else:
            before = same.get(words, 0)
            same[words] = before + 1
            words += f"\n{before}" if before else ""
        said = words.encode()
        number = (crc32(said) << 32 | crc32(said[::-1])) >> (64 - _BITS)
        seeds.append(Seed(promise.mark, promise.is_open, promise.path, promise.line, number))
    return seeds


def settle_ids(seeds: Iterable[Seed]) -> dict[tuple[str, int], str]:
    """The id of each promise by its place (path, line): the one it carries, else one derived, as short as can be.

    Open promises come first to the short ids, so that closed ones never change theirs.
    """
    ids: dict[tuple[str, int], str] = {}
    taken: set[str] = set()
    for seed in sorted(seeds, key=lambda s: (s.mark is None, not s.is_open, s.path, s.line)):
        made = seed.mark if seed.mark and seed.mark not in taken else _derived_id(seed.number, taken)
        ids[seed.path, seed.line] = made
        taken.add(made)
    return ids


def _derived_id(number: int, taken: Collection[str]) -> str:
    for length in range(_ID_LENGTH, _LONGEST_ID + 1):
        made = _written(number, length)
        if made not in taken:
            return made
    again = 2
    while f"{made}-{again}" in taken:
        again += 1
    return f"{made}-{again}"


def promise_ids(promises: Iterable[Promise]) -> dict[tuple[str, int], str]:
    """The id of each promise by its place (path, line)."""
    return settle_ids(seeds_of(promises))


def ids_in(book: Book) -> Mapping[tuple[str, int], str]:
    """The id of each promise of a book by its place (path, line)."""
    return promise_ids(book.promises) if book.ids is None else book.ids


def list_promises(book: Book, today: date, *, days: int = 7, contact: Contact | None = None,
                  who: Who | None = None, stale: bool = False, closed: bool = False,
                  reveal: bool = False) -> tuple[PromiseRow, ...]:
    """The open promises (and, with `closed`, the closed ones), the most pressing first.

    `contact` and `who` keep those of one person and one side (ours count as mine),
    `stale` those that have gone stale. `days` is how far ahead `due` reaches; `reveal`
    gives the dates of confidential people, too.
    """
    until = add_days(today, days)
    ids = ids_in(book)
    alone = contact if contact is not None and contact.confidential else None
    rows = [
        _row(promise, ids[promise.path, promise.line], book, today, until, reveal, alone)
        for promise in (contact.promises if contact else book.promises)
        if closed or promise.is_open
    ]
    return pick_promises(sorted(rows, key=by_urgency), who=who, stale=stale)


def pick_promises(rows: Iterable[PromiseRow], *, who: Who | None = None, stale: bool = False) -> tuple[PromiseRow, ...]:
    """Those of one side (ours count as mine), or that have gone stale."""
    return tuple(row for row in rows if (who is None or row.who == who or (who == "me" and row.who == "us"))
                 and (not stale or row.stale))


def _row(promise: Promise, made_id: str, book: Book, today: date, until: date, reveal: bool, alone: Contact | None) -> PromiseRow:
    """The row of a promise, as one given to somebody `alone` if there is one."""
    owners = [book.contacts[path] for path in promise.contacts] if alone is None or reveal else [alone]
    row = open_row(promise, made_id, owners, reveal=reveal)
    stale, state = is_stale(promise, book.settings, today), state_of(promise, book.settings, today, until)
    days_late = (today - promise.due).days if promise.due and state == "overdue" else 0
    return _signed(row._replace(state=state, stale=stale, days_late=None if row.text is None else days_late))


def open_row(promise: Promise, made_id: str, owners: Sequence[Contact], *, reveal: bool = False) -> PromiseRow:
    """A promise before it is known which day it is. Of one to a confidential person, too, only whom else it was given to is told, if anybody."""
    closed = not reveal and any(owner.confidential for owner in owners)
    if closed:
        owners = [owner for owner in owners if not owner.confidential] or owners
    leading, names = owners[0], tuple([owner.name for owner in owners])
    if closed:
        return PromiseRow(made_id, leading.name, leading.path, names, promise.who, None, None, None, promise.status,
                          None, "undated", False, None, promise.path, promise.line)
    return PromiseRow(made_id, leading.name, leading.path, names, promise.who, promise.text, promise.due, promise.made,
                      promise.status, None if promise.is_open else promise.done, "undated", False, 0, promise.path, promise.line)


def rows_on(rows: Iterable[PromiseRow], settings: Settings, today: date, until: date) -> list[PromiseRow]:
    """Rows about open promises whose dates are in them, as these stand today."""
    known: dict[tuple[date | None, date | None], tuple[State, bool, int]] = {}  # many are of one day
    found = []
    for row in rows:
        dates = row.due, row.made
        if dates not in known:
            state = state_of(row, settings, today, until)
            late = (today - row.due).days if row.due and state == "overdue" else 0
            known[dates] = state, is_stale(row, settings, today), late
        found.append(_signed(_new(PromiseRow, (*row[:_STATE], *known[dates], row.path, row.line, None))))
    return found


def _signed(row: PromiseRow) -> PromiseRow:
    """The row with its signature apart from its text."""
    if not isinstance(row.text, str) or "::" not in row.text:
        return row
    by, text = split_signature(row.text)
    return row if by is None else row._replace(text=text, by=by)


_STATES: dict[State, int] = {"overdue": 0, "due": 1, "stale": 2, "upcoming": 3, "undated": 4, "closed": 5}


def by_urgency(row: PromiseRow) -> tuple[int, int, str, str, int]:
    """Overdue first, the oldest first; closed ones last, the latest first."""
    if row.state == "closed":
        day = -(row.done or row.due or date.min).toordinal()
    else:
        day = (row.due or row.made or date.max).toordinal()
    return _STATES[row.state], day, fold(row.contact), row.path, row.line


def find_promise(rows: Sequence[PromiseRow], typed: str) -> PromiseRow:
    """The promise with that id, or the only one whose id begins so, of all open ones; raises `UsageError` otherwise."""
    wanted = typed.strip().lower()
    found = [row for row in rows if row.id.lower() == wanted]
    found = found or [row for row in rows if wanted and row.id.lower().startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"no open promise has the id `{typed}`", "nb promises shows them")
    shown = ", ".join(sorted(row.id for row in found)[:8])
    raise UsageError(f"`{typed}` can mean {len(found)} promises: {shown}", "type more of the id")
