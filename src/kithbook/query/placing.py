"""Where everybody stands on a drawing of the network: near the middle who was in touch lately, side by side who is tied.

I am the middle. A ring is a stretch of time since the last contact, a sector a circle. Within its
sector people stand in an order in which those who are tied follow one another. The same
graph has the same places, and ten thousand people take a moment: nothing is tried out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from math import cos, pi, sin
from typing import NamedTuple

from .graph import Graph

RINGS = (30, 90, 365, None)  # days since the last contact, at most; beyond, or never in touch
_EDGES = (0.14, 0.4, 0.62, 0.82, 1.0)
_GOLDEN = 0.6180339887498949
_NARROWEST = 0.06  # of the whole turn, so that a small circle has room for its name
_BETWEEN = 0.012


class Place(NamedTuple):
    """Where somebody stands, from -1 to 1 each way, and in which ring."""

    x: float
    y: float
    ring: int


class Sector(NamedTuple):
    """A circle's part of the turn, in radians from the right, downwards; `circle` is None for those in none."""

    circle: str | None
    start: float
    end: float


class Placing(NamedTuple):
    """The places of the people of a graph, in their order, and the sectors."""

    places: tuple[Place, ...]
    sectors: tuple[Sector, ...]
    edges: tuple[float, ...]


def place_people(graph: Graph, circles: Iterable[str], today: date) -> Placing:
    """The places; `circles` are those of the settings, in whose order the sectors stand."""
    of: dict[str | None, list[int]] = {circle: [] for circle in circles}
    for number in _one_after_another(graph):
        of.setdefault(graph.people[number].circle, []).append(number)
    nowhere = of.pop(None, [])
    groups = [(circle, members) for circle, members in (*of.items(), (None, nowhere)) if members]
    shares = _shares([len(members) for _, members in groups])
    places: dict[int, Place] = {}
    sectors: list[Sector] = []
    start = -pi / 2
    for (circle, members), share in zip(groups, shares, strict=True):
        end = start + share * 2 * pi
        gap = _BETWEEN * pi if len(groups) > 1 else 0.0
        sectors.append(Sector(circle, round(start, 4), round(end, 4)))
        for at, number in enumerate(members):
            angle = start + gap + (end - start - 2 * gap) * (at + 0.5) / len(members)
            places[number] = _place(angle, at, _ring(graph.people[number].last_contact, today))
        start = end
    return Placing(tuple(places[number] for number in range(len(graph.people))), tuple(sectors), _EDGES)


def _place(angle: float, at: int, ring: int) -> Place:
    inner, outer = _EDGES[ring] + 0.02, _EDGES[ring + 1] - 0.02
    radius = inner + (outer - inner) * ((at + 1) * _GOLDEN % 1)
    return Place(round(radius * cos(angle), 4), round(radius * sin(angle), 4), ring)


def _ring(last: date | None, today: date) -> int:
    for ring, days in enumerate(RINGS):
        if days is None or (last is not None and (today - last).days <= days):
            return ring
    raise AssertionError("the last ring holds everybody")


def _shares(sizes: Sequence[int]) -> list[float]:
    """What part of the turn each group gets: by its size, and none less than the narrowest."""
    if not sizes:
        return []
    least = min(_NARROWEST, 1 / len(sizes))
    return [least + (1 - least * len(sizes)) * size / sum(sizes) for size in sizes]


def _one_after_another(graph: Graph) -> list[int]:
    """The numbers of all people, those who are tied one after another; who is tied to most begins."""
    numbers = {person.contact_path: number for number, person in enumerate(graph.people)}
    tied: list[list[int]] = [[] for _ in graph.people]
    for tie in graph.ties:
        one, other = numbers[tie.contact_path], numbers[tie.other_path]
        tied[one].append(other)
        tied[other].append(one)
    found: dict[int, None] = {}
    for first in sorted(range(len(tied)), key=lambda number: (-len(tied[number]), number)):
        ahead = [first]
        while ahead:
            number = ahead.pop()
            if number not in found:
                found[number] = None
                ahead += sorted((other for other in tied[number] if other not in found), reverse=True)
    return list(found)
