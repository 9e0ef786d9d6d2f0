"""Where people stand on the drawing: always the same, each in their ring and sector, and nobody on anybody."""

from datetime import date, timedelta
from math import atan2, hypot, pi

from hypothesis import given
from hypothesis import strategies as st

from kithbook.query.graph import SORTS, Graph, GraphTie, Person
from kithbook.query.placing import RINGS, place_people

DAY = date(2026, 11, 22)
CIRCLES = ("inner", "close")


def person(number: int, circle: str | None, days: int | None) -> Person:
    return Person(f"P{number}", f"people/P{number}.md", circle, None, None, (), None if days is None else DAY - timedelta(days=days))


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    people = tuple(person(number, *each) for number, each in enumerate(draw(st.lists(
        st.tuples(st.sampled_from([*CIRCLES, "elsewhere", None]), st.none() | st.integers(0, 2000)), max_size=40))))
    pairs = draw(st.lists(st.tuples(st.sampled_from(people), st.sampled_from(people)), max_size=40)) if people else []
    return Graph(people, tuple(GraphTie(one.contact, one.contact_path, other.contact, other.contact_path, SORTS[0], None, one.contact_path, 1)
                               for one, other in pairs if one != other))


@given(graphs())
def test_everybody_stands_in_their_ring_and_sector(graph: Graph) -> None:
    placing = place_people(graph, CIRCLES, DAY)
    assert placing == place_people(graph, CIRCLES, DAY)
    assert [place.contact_path for place in placing.places] == [each.contact_path for each in graph.people]
    assert len({(place.x, place.y) for place in placing.places}) == len(graph.people)
    assert placing.edges[-1] == 1
    for each, place in zip(graph.people, placing.places, strict=True):
        inner, outer = placing.edges[place.ring:place.ring + 2]
        assert inner < hypot(place.x, place.y) < outer
        sector = placing.sectors[place.sector]
        assert sector.circle == each.circle
        turn = atan2(place.y, place.x)
        assert sector.start < turn + (2 * pi if turn < -pi / 2 else 0) < sector.end
        most = RINGS[place.ring]
        assert most is None or (each.last_contact is not None and (DAY - each.last_contact).days <= most)


def test_sectors_follow_the_settings_and_leave_no_gap() -> None:
    graph = Graph(tuple(person(number, circle, 3) for number, circle in enumerate([None, "close", "elsewhere", "inner", "inner"])), ())
    placing = place_people(graph, CIRCLES, DAY)
    assert [sector.circle for sector in placing.sectors] == ["inner", "close", "elsewhere", None]
    assert all(one.end == other.start for one, other in zip(placing.sectors, placing.sectors[1:], strict=False))


def test_who_is_tied_stands_beside() -> None:
    people = tuple(person(number, "inner", 3) for number in range(30))
    tie = GraphTie("P0", people[0].contact_path, "P29", people[29].contact_path, "knows", None, people[0].contact_path, 1)
    first, last = (place_people(Graph(people, (tie,)), CIRCLES, DAY).places[number] for number in (0, 29))
    assert abs(atan2(first.y, first.x) - atan2(last.y, last.x)) < 2 * pi / 25
