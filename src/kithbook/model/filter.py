"""A filter as people type it for `nb query` (docs/query.md), read: what it asks for, and where it stands.

Places are counted in signs from 1, for pointing at what cannot be understood.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from .dates import Gap

Table = Literal["people", "entries", "promises"]
TABLES: tuple[Table, ...] = ("people", "entries", "promises")

Sign = Literal[":", "=", "!=", "<", "<=", ">", ">="]


class FilterFault(ValueError):
    """A filter cannot be understood: what is wrong, at which sign (from 1), and how to mend it."""

    def __init__(self, message: str, column: int, fix: str) -> None:
        super().__init__(f"{message} (at sign {column})")
        self.message = message
        self.column = column
        self.fix = fix


@dataclass(frozen=True, slots=True)
class Value:
    """A value as typed, and what it means as a span of time or as a day, where it can be one."""

    text: str
    column: int
    gap: Gap | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A word that stands by itself: it may be anywhere."""

    value: Value


@dataclass(frozen=True, slots=True)
class Comparison:
    """A field and what it is compared with: one of the values is enough."""

    field: str
    column: int
    sign: Sign
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What the condition leaves out."""

    of: Condition


@dataclass(frozen=True, slots=True)
class Every:
    """All of the conditions; without any, everything."""

    of: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of the conditions at least."""

    of: tuple[Condition, ...]


Condition: TypeAlias = Word | Comparison | Not | Every | Either


@dataclass(frozen=True, slots=True)
class Order:
    """A field to sort by, the last ones first when `descending`."""

    field: str
    column: int
    descending: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for: of which table, which rows, in which order, how many, and which fields to show."""

    table: Table
    condition: Condition
    sort: tuple[Order, ...] = ()
    limit: int | None = None
    show: tuple[Value, ...] = ()
