"""The fields that a filter can ask about, for each table (docs/query.md has them).

Names are those of the JSON answers; a shorter one may stand for them. Of private fields,
and of confidential people, there are none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

from ..model.contact import STAGES
from ..model.entry import KINDS
from ..model.filter import Table
from ..model.record import NamedTuple

if TYPE_CHECKING:
    from ..model.entry import Entry
    from .filter_person import Person
    from .promises import PromiseRow

Kind = Literal["text", "tag", "choice", "circle", "behind", "ahead", "number", "truth"]
"""Of a `circle`, what there is to choose from is in nb.yaml. `behind` are days of which a span of time says how long ago they are, `ahead` those of which it says how far off."""


class Item(NamedTuple):
    """What is looked at: a person; an entry (and the names of the others who were there) or a promise with whose it is."""

    person: Person
    entry: Entry | None = None
    others: tuple[str, ...] = ()
    promise: PromiseRow | None = None


class Field(NamedTuple):
    """A field: what it is called, how it is compared, and how to get it.

    `get` gives what is answered, `compare` what is compared, when that is another thing.
    Of a `choice`, `of` are all that there can be.
    """

    name: str
    kind: Kind
    get: Callable[[Item], Any]
    shorts: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    compare: Callable[[Item], Any] | None = None


def _of_person(name: str, kind: Kind, *shorts: str, of: tuple[str, ...] = ()) -> Field:
    return Field(name, kind, attrgetter(f"person.row.{name}"), shorts, of)


def _detail(name: str, kind: Kind, *shorts: str) -> Field:
    return Field(name, kind, attrgetter(f"person.details.{name}"), shorts)


_PEOPLE = (
    _of_person("name", "text"),
    _of_person("aliases", "text", "alias"),
    _of_person("org", "text"),
    _of_person("role", "text"),
    _of_person("location", "text"),
    _of_person("email", "text"),
    _of_person("phone", "text"),
    _of_person("url", "text"),
    _of_person("tags", "tag", "tag"),
    _of_person("circle", "circle"),
    _of_person("every", "text"),
    _of_person("stage", "choice", of=STAGES),
    Field("paused", "ahead", lambda item: item.person.row.paused,
          compare=lambda item: None if item.person.row.paused is True else item.person.row.paused),
    _of_person("met", "behind"),
    _of_person("last_contact", "behind", "last"),
    _of_person("next_contact", "ahead", "next"),
    _of_person("days_since", "number", "days"),
    _of_person("open_promises", "number", "open"),
    _detail("met_at", "text"),
    _detail("met_via", "text", "via"),
    Field("birthday", "ahead", lambda item: item.person.details.birthday, compare=lambda item: item.person.next_birthday),
    *(_detail(name, "text", name[:-1]) for name in ("interests", "needs", "offers", "goals", "challenges")),
    _detail("knows", "text"),
    _of_person("path", "text"),
)


def _of_entry(name: str, kind: Kind, *shorts: str, of: tuple[str, ...] = ()) -> Field:
    return Field(name, kind, attrgetter(f"entry.{name}"), shorts, of)


_ENTRIES = (
    Field("contact", "text", attrgetter("person.contact.name"), ("name",)),
    Field("contact_path", "text", attrgetter("person.path")),
    _of_entry("date", "behind"),
    _of_entry("kind", "choice", of=tuple(KINDS)),
    _of_entry("direction", "choice", of=("in", "out", "both")),
    _of_entry("tags", "tag", "tag"),
    Field("with", "text", attrgetter("others")),
    _of_entry("text", "text"),
    _of_entry("path", "text"),
    _of_entry("line", "number"),
)


def _of_promise(name: str, kind: Kind, *shorts: str, of: tuple[str, ...] = ()) -> Field:
    return Field(name, kind, attrgetter(f"promise.{name}"), shorts, of)


_PROMISES = (
    _of_promise("id", "text"),
    _of_promise("contact", "text", "name"),
    _of_promise("contact_path", "text"),
    _of_promise("contacts", "text"),
    _of_promise("who", "choice", of=("me", "them", "us")),
    _of_promise("text", "text"),
    _of_promise("due", "ahead"),
    _of_promise("made", "behind"),
    _of_promise("status", "choice", of=("open", "done", "cancelled")),
    _of_promise("done", "behind"),
    _of_promise("state", "choice", of=("overdue", "due", "upcoming", "stale", "undated", "closed")),
    _of_promise("stale", "truth"),
    _of_promise("days_late", "number", "late"),
    _of_promise("path", "text"),
    _of_promise("line", "number"),
)

FIELDS: Mapping[Table, tuple[Field, ...]] = {"people": _PEOPLE, "entries": _ENTRIES, "promises": _PROMISES}

# What a word that stands by itself is looked for in.
LOOKED_IN: Mapping[Table, tuple[str, ...]] = {
    "people": ("name", "aliases", "org", "role", "location", "tags", "interests", "needs", "offers", "goals", "challenges"),
    "entries": ("contact", "kind", "tags", "with", "text"),
    "promises": ("contacts", "text"),
}

# What is shown when nothing else is asked for.
SHOWN: Mapping[Table, tuple[str, ...]] = {
    "people": ("name", "org", "circle", "last_contact", "next_contact"),
    "entries": ("date", "contact", "kind", "text"),
    "promises": ("id", "contact", "who", "due", "text"),
}


def _on_promise(name: str, *values: str) -> Callable[[Item, date], bool]:
    return lambda item, _today: getattr(item.promise, name) in values


_OF_PEOPLE: dict[str, Callable[[Item, date], bool]] = {
    "overdue": lambda item, today: item.person.is_overdue(today),
    "paused": lambda item, today: item.person.is_paused(today),
    "never": lambda item, _today: item.person.row.last_contact is None,
}
_OF_ENTRIES: dict[str, Callable[[Item, date], bool]] = {
    "contact": lambda item, _today: item.entry is not None and item.entry.is_contact,
    "planned": lambda item, today: item.entry is not None and item.entry.date > today,
}
_OF_PROMISES: dict[str, Callable[[Item, date], bool]] = {
    **{state: _on_promise("state", state) for state in ("overdue", "due", "upcoming", "closed")},
    "stale": lambda item, _today: item.promise is not None and item.promise.stale,
    "undated": lambda item, _today: item.promise is not None and item.promise.due is None,
    "open": _on_promise("status", "open"),
    "done": _on_promise("status", "done"),
    "cancelled": _on_promise("status", "cancelled"),
    "mine": _on_promise("who", "me", "us"),
    "theirs": _on_promise("who", "them"),
}
STATES: Mapping[Table, Mapping[str, Callable[[Item, date], bool]]] = {
    "people": _OF_PEOPLE, "entries": _OF_ENTRIES, "promises": _OF_PROMISES}


def named(table: Table) -> dict[str, Field]:
    """The fields of a table by every name that they have. Those of the person are there for entries and promises, too."""
    found = _by_name(FIELDS[table])
    if table == "people":
        return found
    people = _by_name(_PEOPLE)
    theirs = {f"contact.{name}": field._replace(name=f"contact.{field.name}") for name, field in people.items()}
    return {**theirs, **people, **found}


def _by_name(fields: Iterable[Field]) -> dict[str, Field]:
    return {name: field for field in fields for name in (*field.shorts, field.name)}
