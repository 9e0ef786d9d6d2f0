"""The agenda of one of those who share a vault: what they have signed, and what nobody has.

What a colleague has signed is theirs: the reply to the e-mail that they logged, the
promise that they made, the person whom they were last in touch with.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol, TypeVar

from ..model.book import Book
from ..model.signed import is_by, split_signature
from ..model.standing import stand
from ..model.withheld import Withheld
from .agenda import Agenda, LeftOut
from .ledger import first_of


class _Placed(Protocol):
    @property
    def path(self) -> str: ...
    @property
    def line(self) -> int: ...


Row = TypeVar("Row", bound=_Placed)


def agenda_of(found: Agenda, book: Book, today: date, names: frozenset[str], *, limit: int | None, most_owed: int | None) -> Agenda:
    """What of an agenda without limits is for somebody with one of these names (folded); the limits are those of `agenda`."""
    signed = _signed_places(book)

    def theirs(rows: Iterable[Row]) -> tuple[Row, ...]:
        return tuple(row for row in rows if _is_for(signed.get((row.path, row.line)), names))

    touch = first_of(tuple(row for row in found.keep_in_touch if _is_for(_last_signed(book, row.contact_path, today), names)), limit)
    replies, thanks = (first_of(theirs(rows), most_owed) for rows in (found.replies, found.thanks))
    loops = first_of(theirs(found.loops), most_owed)
    return found._replace(
        promises=theirs(found.promises), waiting=theirs(found.waiting), replies=replies.rows, thanks=thanks.rows, loops=loops.rows,
        make_right=theirs(found.make_right), unrecorded=theirs(found.unrecorded), balance=theirs(found.balance), keep_in_touch=touch.rows, more=touch.left_out,
        left_out=LeftOut(replies.left_out, thanks.left_out, loops.left_out, found.left_out.balance))


def _is_for(signed: str | None, names: frozenset[str]) -> bool:
    return signed is None or is_by(signed, names)


def _last_signed(book: Book, path: str, today: date) -> str | None:
    """Who signed the last contact with somebody."""
    contacts = stand(book.contacts[path].entries, today).contacts
    return contacts[0].by if contacts else None


def _signed_places(book: Book) -> Mapping[tuple[str, int], str]:
    """Who signed the entry or promise on a line, for all that are signed."""
    found = {(entry.path, entry.line): entry.by for contact in book.contacts.values() for entry in contact.entries if entry.by}
    for promise in book.promises:
        by = None if isinstance(promise.text, Withheld) else split_signature(promise.text)[0]
        if by is not None:
            found[promise.path, promise.line] = by
    return found
