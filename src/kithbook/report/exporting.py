"""What `nb export` writes of a book, from allowed fields alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from ..model.book import secret_names, without_confidential
from ..model.exported import Person, Together
from ..model.resolve import fold
from ..model.withheld import Withheld
from ..text.links import show_links
from .plain import Plain, to_plain, veil, veiling

if TYPE_CHECKING:
    from ..model.book import Book

_PRIVATE = ("pluses", "minuses", "dealbreakers")
_FIELDS = ("name", "aliases", "org", "role", "location", "email", "phone", "url", "tags", "birthday")


def people_of(book: Book) -> list[tuple[str, Person]]:
    """Everybody as an address book has them, by name, each with an id that stays.

    There is nothing of a confidential person, and no value that names one.
    """
    from ..query.calendar import uid_of

    rows: list[Plain] = []
    for contact in without_confidential(book).contacts.values():
        p = contact.profile
        row = {name: getattr(p, name) for name in _FIELDS} | {"birthday": p.birthday.written if p.birthday else ""}
        rows.append({"path": contact.path, "contact": p.name, **{key: list(value) if isinstance(value, tuple) else value or "" for key, value in row.items()}})
    people = [(uid_of("contact", row["path"]), Person(1, **{key: _value(row[key]) for key in _FIELDS}))  # type: ignore[arg-type]
              for row in veil(rows, secret_names(book))]
    return sorted(people, key=lambda one: (fold(one[1].name), one[1]))


def _value(value: str | list[str | None] | None) -> str | tuple[str, ...]:
    if isinstance(value, list):
        return tuple(show_links(part) for part in value if part)
    return show_links(value or "")


def contacts_of(book: Book, today: date) -> Iterator[Plain]:
    """Everybody as `nb show --json` has them, one by one, without what is private or confidential. The book is whole."""
    from ..query.lookup import show
    from ..query.promises import ids_in

    hidden = without_confidential(book)._replace(ids=ids_in(book))  # told from all promises, and once
    veiled = veiling(secret_names(book))
    for contact in hidden.contacts.values():
        open_ones = contact._replace(
            entries=tuple(entry for entry in contact.entries if not isinstance(entry.text, Withheld)),
            promises=tuple(promise for promise in contact.promises if not isinstance(promise.text, Withheld)))
        card: Plain = to_plain(show(hidden, open_ones, today))
        card["details"] = {key: value for key, value in card["details"].items() if key not in _PRIVATE}
        card = veiled(card)
        if card["contact"]["name"] and card["contact"]["path"]:  # whose own name may be said
            yield card


def friends_of(book: Book, today: date) -> tuple[list[Person], list[Together]]:
    """Everybody, and what was done with them: each once, with all whom it was with. The book is whole.

    The same words of the same day in several notes are one, as everywhere. What another's note says came of an introduction was done with that other alone.
    """
    people: list[Person] = []
    who: dict[tuple[str, ...], list[int]] = {}
    rows: dict[tuple[str, ...], Plain] = {}
    for number, card in enumerate(contacts_of(book, today)):
        people.append(Person(1, **{key: _value(card["contact"][key]) for key in ("name", "aliases", "location", "tags")}))  # type: ignore[arg-type]
        for row in card["entries"]:
            if row["kind"] == "outcome" and row["direction"] is None:  # see `Entry.is_hearsay`
                continue
            key = (row["date"], row["kind"], row["text"]) if row["text"] else (row["path"], str(row["line"]))
            rows.setdefault(key, row)
            if number not in who.setdefault(key, []):
                who[key].append(number)
    return people, [Together(date.fromisoformat(row["date"]), row["kind"], row["direction"], show_links(row["text"] or ""), tuple(who[key]))
                    for key, row in rows.items()]
