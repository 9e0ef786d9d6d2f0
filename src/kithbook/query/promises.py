"""Promises, mine and theirs: what is open, late or stale (docs/format.md, "Promises")."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple
from zlib import crc32

from ..errors import UsageError
from ..model.contact import Contact
from ..model.dates import add_days
from ..model.promise import Promise, Status, Who
from ..model.resolve import fold
from ..model.settings import Settings
from ..model.withheld import Text, Withheld

if TYPE_CHECKING:
    from ..model.book import Book

State = Literal["overdue", "due", "upcoming", "stale", "undated", "closed"]

_ID_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"  # no letters that look like another
_ID_LENGTH = 5


class PromiseRow(NamedTuple):
    """One promise as it is answered. `days_late` counts days past the due date, else 0."""

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


def is_stale(promise: Promise, settings: Settings, today: date) -> bool:
    """Overdue by more than `stale.grace`, or undated for longer than `stale.undated` since it was made."""
    if not promise.is_open:
        return False
    if promise.due is not None:
        return settings.stale_grace.after(promise.due) < today
    return promise.made is not None and settings.stale_undated.after(promise.made) < today


def state_of(promise: Promise, settings: Settings, today: date, until: date) -> State:
    """Where a promise stands, `until` being the last day that is looked at."""
    if not promise.is_open:
        return "closed"
    if promise.due is None:
        return "stale" if is_stale(promise, settings, today) else "undated"
    if promise.due < today:
        return "overdue"
    return "due" if promise.due <= until else "upcoming"


def _derived_id(words: str, same_before: int, taken: Collection[str]) -> str:
    """Derived from the words of a promise; `same_before` counts promises of the very same ones."""
    seed = f"{words}\n{same_before or ''}".rstrip().encode()
    number = crc32(seed) << 32 | crc32(seed[::-1])
    for length in range(_ID_LENGTH, 13):
        made = "".join(_ID_SIGNS[number >> shift & 31] for shift in range(59, 59 - 5 * length, -5))
        if made not in taken:
            return made
    return f"{made}-{len(taken)}"


def _words(promise: Promise) -> str:
    """What an id is derived from: contact and text alone, so that it stays when dates and lines move.

    Withheld text is not among it (a hash of few words can be guessed): its line stands in.
    """
    said = f"line {promise.line}" if isinstance(promise.text, Withheld) else fold(" ".join(promise.text.split()))
    return f"{promise.contacts[0]}\n{said}"


def promise_ids(promises: Iterable[Promise]) -> dict[tuple[str, int], str]:
    """The id of each promise by its place (path, line): the one it carries, else one derived.

    Open promises come first to the short ids, so that closed ones never change theirs.
    """
    ids: dict[tuple[str, int], str] = {}
    taken: set[str] = set()
    same: dict[str, int] = {}
    ordered = sorted(promises, key=lambda p: (p.mark is None, not p.is_open, p.path, p.line))
    for promise in ordered:
        if promise.mark and promise.mark not in taken:
            made = promise.mark
        else:
            words = _words(promise)
            made = _derived_id(words, same.get(words, 0), taken)
            same[words] = same.get(words, 0) + 1
        ids[promise.path, promise.line] = made
        taken.add(made)
    return ids


def list_promises(book: "Book", today: date, *, days: int = 7, contact: Contact | None = None,
                  who: Who | None = None, stale: bool = False, closed: bool = False,
                  reveal: bool = False) -> tuple[PromiseRow, ...]:
    """The open promises (and, with `closed`, the closed ones), the most pressing first.

    `contact` and `who` keep those of one person and one side (ours count as mine),
    `stale` those that have gone stale. `days` is how far ahead `due` reaches; `reveal`
    gives the dates of confidential people, too.
    """
    until = add_days(today, days)
    promises = book.promises
    ids = promise_ids(promises)
    rows = [
        _row(promise, ids[promise.path, promise.line], book, today, until, reveal)
        for promise in (contact.promises if contact else promises)
        if (closed or promise.is_open)
        and (who is None or promise.who == who or (who == "me" and promise.who == "us"))
        and (not stale or is_stale(promise, book.settings, today))
    ]
    return tuple(sorted(rows, key=_by_urgency))


def _row(promise: Promise, made_id: str, book: "Book", today: date, until: date, reveal: bool) -> PromiseRow:
    owners = [book.contacts[path] for path in promise.contacts]
    leading = owners[0]
    names = tuple([owner.name for owner in owners])
    state = state_of(promise, book.settings, today, until)
    stale = is_stale(promise, book.settings, today)
    if not reveal and any(owner.confidential for owner in owners):
        return PromiseRow(made_id, leading.name, leading.path, names, promise.who, None, None, None, promise.status,
                          None, state, stale, None, promise.path, promise.line)
    days_late = (today - promise.due).days if promise.due and state == "overdue" else 0
    return PromiseRow(made_id, leading.name, leading.path, names, promise.who, promise.text, promise.due,
                      promise.made, promise.status, promise.done, state, stale, days_late, promise.path, promise.line)


_STATES: dict[State, int] = {"overdue": 0, "due": 1, "stale": 2, "upcoming": 3, "undated": 4, "closed": 5}


def _by_urgency(row: PromiseRow) -> tuple[int, int, str, str, int]:
    """Overdue first, the oldest first; closed ones last, the latest first."""
    if row.state == "closed":
        day = -(row.done or row.due or date.min).toordinal()
    else:
        day = (row.due or row.made or date.max).toordinal()
    return _STATES[row.state], day, fold(row.contact), row.path, row.line


def find_promise(book: "Book", typed: str) -> Promise:
    """The open promise with that id, or the only one whose id begins so; raises `UsageError` otherwise."""
    open_ones = [promise for promise in book.promises if promise.is_open]
    ids = promise_ids(open_ones)
    wanted = typed.strip().lower()
    named = [(ids[promise.path, promise.line], promise) for promise in open_ones]
    found = [promise for made, promise in named if made.lower() == wanted]
    found = found or [promise for made, promise in named if wanted and made.lower().startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"no open promise has the id `{typed}`", "nb promises shows them")
    shown = ", ".join(sorted(ids[promise.path, promise.line] for promise in found)[:8])
    raise UsageError(f"`{typed}` can mean {len(found)} promises: {shown}", "type more of the id")
