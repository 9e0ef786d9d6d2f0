"""What records are declared with: as `typing.NamedTuple`, in a fifth of the time.

A command declares some hundred kinds of records, makes few of them, and lives for a moment. So nothing is
made of a declaration but its fields; what takes a call apart is compiled at the first one.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # what `typing` says takes as long to load as a score of records to declare
if TYPE_CHECKING or sys.version_info >= (3, 14):  # from where on a class keeps its annotations in another way
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter

    class _Record(tuple):
        """What all records can do: what a `collections.namedtuple` can."""

        __slots__ = ()

        def __new__(cls, *values: object, **named: object) -> _Record:
            names = "".join(f"{name}, " for name in cls._fields)
            make = eval(f"lambda _cls, {names}: _new(_cls, ({names}))", {"_new": tuple.__new__})
            make.__defaults__ = tuple(cls._field_defaults.values())
            cls.__new__ = staticmethod(make)
            return make(cls, *values, **named)

        @classmethod
        def _make(cls, values: object) -> _Record:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"expected {len(cls._fields)} values, got {len(made)}")
            return made

        def _replace(self, /, **others: object) -> _Record:
            made = self._make(map(others.pop, self._fields, self))
            if others:
                raise ValueError(f"no such fields: {[*others]}")
            return made

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)

    class _Declaring(type):
        """Makes a record of a class that says that it is one."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            body["_field_defaults"] = {field: body[field] for field in fields if field in body}
            body["_fields"] = body["__match_args__"] = fields
            body.update((field, _tuplegetter(place, "")) for place, field in enumerate(fields))
            body["__slots__"] = ()
            return type(name, (_Record, *bases[1:]), body)

    class NamedTuple(metaclass=_Declaring):
        """What a record names as its base."""
