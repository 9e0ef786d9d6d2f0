"""Where everybody stands on a drawing of the network: near the middle who was in touch lately, side by side who is tied.

I am the middle. A ring is a stretch of time since the last contact, and the wider the more people
stand in it; a sector is a circle. Within its sector people stand in an order in which those who are
tied follow one another. The same graph has the same places, and ten thousand people take a
moment: nothing is tried out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import cos, pi, sin, sqrt

from ..model.record import NamedTuple
from .graph import Graph

RINGS = (30, 90, 365, None)  # days since the last contact, at most; beyond, or never in touch
_MIDDLE = 0.14  # of the radius, where I stand
_THINNEST = 0.13  # of the area, so that an empty ring has room for its name
_GOLDEN = 0.6180339887498949
_NARROWEST = 0.06  # of the whole turn, so that a small circle has room for its name
_BETWEEN = 0.012


class Place(NamedTuple):
    """Where somebody stands, from -1 to 1 each way, and in which sector and ring."""

    contact_path: str
    x: float
    y: float
    sector: int
    ring: int


class Sector(NamedTuple):
    """A circle's part of the turn, in radians from the right, downwards; `circle` is None for those in none."""

    circle: str | None
    start: float
    end: float


class Placing(NamedTuple):
    """The places of the people of a graph, in their order, the sectors, and where each ring begins and ends."""

    places: tuple[Place, ...]
    sectors: tuple[Sector, ...]
    edges: tuple[float, ...]


def place_people(graph: Graph, circles: Iterable[str], today: date) -> Placing:
    """The places; `circles` are those of the settings, in whose order the sectors stand."""
    rings = [_ring(person.last_contact, today) for person in graph.people]
    edges = _edges([rings.count(ring) for ring in range(len(RINGS))])
    of: dict[str | None, list[int]] = {circle: [] for circle in circles}
    for number in _one_after_another(graph):
        of.setdefault(graph.people[number].circle, []).append(number)
    nowhere = of.pop(None, [])
    groups = [(circle, members) for circle, members in (*of.items(), (None, nowhere)) if members]
    places: dict[int, Place] = {}
    sectors: list[Sector] = []
    start = -pi / 2
    for (circle, members), share in zip(groups, _shares([len(members) for _, members in groups]), strict=True):
        end = start + share * 2 * pi
        gap = _BETWEEN * pi if len(groups) > 1 else 0.0
        for number, turn, depth in _spread(members, rings):
            angle = start + gap + (end - start - 2 * gap) * turn
            inner, outer = edges[rings[number]] + 0.02, edges[rings[number] + 1] - 0.02
            radius = inner + (outer - inner) * depth
            places[number] = Place(graph.people[number].contact_path, round(radius * cos(angle), 4), round(radius * sin(angle), 4),
                                   len(sectors), rings[number])
        sectors.append(Sector(circle, round(start, 4), round(end, 4)))
        start = end
    return Placing(tuple(places[number] for number in range(len(graph.people))), tuple(sectors), edges)


def _spread(members: Sequence[int], rings: Sequence[int]) -> Iterator[tuple[int, float, float]]:
    """Each member with how far round their sector and how deep in their ring they stand, from 0 to 1.

    Half of the turn is the place among all in the sector, half the one among those of the same ring, so that
    who follow one another stay near, and nobody stands on anybody.
    """
    sizes = [sum(rings[number] == ring for number in members) for ring in range(len(RINGS))]
    before = [0] * len(RINGS)
    for at, number in enumerate(members):
        ring = rings[number]
        turn = ((at + 0.5) / len(members) + (before[ring] + 0.5) / sizes[ring]) / 2
        before[ring] += 1
        yield number, turn, before[ring] * _GOLDEN % 1


def _edges(sizes: Sequence[int]) -> tuple[float, ...]:
    """Where the rings begin and end, by how many stand in each; the area of none is less than the thinnest."""
    edges, area = [_MIDDLE], _MIDDLE ** 2
    for size in sizes:
        part = _THINNEST + (1 - _THINNEST * len(sizes)) * (size / sum(sizes) if any(sizes) else 1 / len(sizes))
        area += (1 - _MIDDLE ** 2) * part
        edges.append(round(sqrt(area), 4))
    return tuple(edges)


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
