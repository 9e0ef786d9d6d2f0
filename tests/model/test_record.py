"""Records are what `typing.NamedTuple` would make of the same declarations."""

import pickle
import typing
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import pytest

from kithbook.model import record

Row = TypeVar("Row")


def declared(base: Any) -> tuple[Any, Any, Any]:
    class Point(base):  # type: ignore[misc]
        """Where it is."""

        x: int
        y: int = 2
        name: str = "p"

        @property
        def twice(self) -> int:
            return int(self.x * 2)

        def moved(self, by: int) -> "Point":
            return self._replace(x=self.x + by)

    class Portion(base, Generic[Row]):  # type: ignore[misc]
        rows: tuple[Row, ...]

    class Nothing(base):  # type: ignore[misc]
        pass

    return Point, Portion, Nothing


OURS, THEIRS = declared(record.NamedTuple), declared(typing.NamedTuple)


def outcome(ask: Callable[[Any, Any, Any], Any], kinds: tuple[Any, Any, Any]) -> Any:
    """What comes of it: a value as it is written, or an error (of which type one of `_replace` is depends on Python's version)."""
    try:
        return repr(ask(*kinds))
    except (TypeError, ValueError, AttributeError):
        return "an error"


@pytest.mark.parametrize("ask", [
    lambda Point, *_: (Point(1), Point(1, 3), Point(1, name="q"), Point(x=1, y=5), Point(1, 2, "r")),
    lambda Point, *_: Point(),
    lambda Point, *_: Point(1, 2, "p", 4),
    lambda Point, *_: Point(1, z=3),
    lambda Point, *_: Point(1, x=3),
    lambda Point, *_: Point._make([1, 2, "r"]),
    lambda Point, *_: Point._make([1, 2]),
    lambda Point, *_: Point(1)._replace(y=7),
    lambda Point, *_: Point(1)._replace(z=7),
    lambda Point, *_: (Point(1)._asdict(), Point._fields, Point._field_defaults, Point.__match_args__, Point.__annotations__, Point.__doc__),
    lambda Point, *_: (Point(3).twice, Point(3).moved(2), Point(3).y, Point(3)[1:], [*Point(3)], len(Point(3))),
    lambda Point, *_: (Point(1) == (1, 2, "p"), hash(Point(1)) == hash((1, 2, "p")), sorted([Point(2), Point(1)]), isinstance(Point(1), tuple)),
    lambda Point, *_: setattr(Point(1), "x", 2),
    lambda Point, *_: setattr(Point(1), "z", 2),
    lambda Point, Portion, _: (Portion[int]((1, 2)), Portion(()), Portion(rows=(1,)).rows),
    lambda Point, Portion, Nothing: (Nothing(), Nothing._fields, Nothing()._asdict(), bool(Nothing())),
    lambda Point, Portion, Nothing: Nothing(1),
    lambda Point, *_: type("Sub", (Point,), {"__slots__": ()})(1, 4),
])
def test_as_a_named_tuple(ask: Callable[[Any, Any, Any], Any]) -> None:
    for _ in range(2):  # at the first call, and once it is known how a call is taken apart
        assert outcome(ask, OURS) == outcome(ask, THEIRS)


class Kept(record.NamedTuple):
    day: int
    said: str = ""


def test_a_record_can_be_sent() -> None:
    assert pickle.loads(pickle.dumps(Kept(3, "a"))) == Kept(3, "a")
    match Kept(3, "a"):
        case Kept(day, said=said):
            assert (day, said) == (3, "a")
