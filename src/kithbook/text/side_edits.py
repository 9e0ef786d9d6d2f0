"""What one side did to a list of units: what became of each, what was moved, and what came in between."""

from collections import Counter
from collections.abc import Sequence

from ..model.record import NamedTuple
from .alignment import match_lines
from .units import Unit

Units = tuple[Unit, ...]

_LIKE_ENOUGH = 0.5
_MOST_COMPARED = 4_000


class Added(NamedTuple):
    """A unit that came in, or the unit of the base (by place) that was moved here."""

    unit: Unit
    source: int | None = None


class SideEdits:
    """What one side did: what each unit of the base became (None: removed), and what came in before each."""

    def __init__(self, base: Sequence[Unit], units: Sequence[Unit]) -> None:
        self.became: list[Units | None] = [None] * len(base)
        self.added: list[list[Added]] = [[] for _ in range(len(base) + 1)]
        self.moved: set[int] = set()
        pairs = match_lines([unit.key for unit in base], [unit.key for unit in units])
        at = where = 0
        for place, found in [*pairs, (len(base), len(units))]:
            self._between(base, units, (at, place, where, found))
            if place < len(base):
                self.became[place] = (units[found],)
            at, where = place + 1, found + 1
        self._find_moved(base)

    def _between(self, base: Sequence[Unit], units: Sequence[Unit], part: tuple[int, int, int, int]) -> None:
        """The units between two that are the same."""
        at, end, where, stop = part
        for place, found in [*alike_units(base, units, part), (end, stop)]:
            gone, come = base[at:place], units[where:found]
            rewritten = next((number for number, unit in enumerate(gone, at) if unit.kind != "blank"), None)
            if rewritten is not None and _is_prose(gone) and _is_prose(come):
                self.became[rewritten] = tuple(come)
            else:
                self.added[at] += map(Added, come)
            if place < end:
                self.became[place] = (units[found],)
            at, where = place + 1, found + 1

    def _find_moved(self, base: Sequence[Unit]) -> None:
        gone = Counter(unit.key for unit, became in zip(base, self.became, strict=True) if became is None)
        come = Counter(added.unit.key for gap in self.added for added in gap)
        places = {unit.key: place for place, unit in enumerate(base) if self.became[place] is None and unit.key.strip()}
        for gap in self.added:
            for number, added in enumerate(gap):
                key = added.unit.key
                if gone[key] == come[key] == 1 and key in places:
                    gap[number] = Added(added.unit, places[key])
                    self.became[places[key]] = (added.unit,)
                    self.moved.add(places[key])


def _is_prose(units: Sequence[Unit]) -> bool:
    return any(unit.kind != "blank" for unit in units) and all(unit.kind in ("prose", "code", "blank") for unit in units)


def alike_units(base: Sequence[Unit], units: Sequence[Unit], part: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    """Units that changed and are still the same, in order: those that are most alike."""
    at, end, where, stop = part
    rows, columns = end - at, stop - where
    if not rows or not columns or rows * columns > _MOST_COMPARED:
        return []
    like = [[_likeness(base[at + row], units[where + column]) for column in range(columns)] for row in range(rows)]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            paired = like[row][column] + best[row + 1][column + 1] if like[row][column] else 0.0
            best[row][column] = max(best[row + 1][column], best[row][column + 1], paired)
    pairs: list[tuple[int, int]] = []
    row = column = 0
    while row < rows and column < columns:
        if like[row][column] and best[row][column] == like[row][column] + best[row + 1][column + 1]:
            pairs.append((at + row, where + column))
            row, column = row + 1, column + 1
        elif best[row + 1][column] >= best[row][column + 1]:
            row += 1
        else:
            column += 1
    return pairs


def _likeness(one: Unit, other: Unit) -> float:
    """How sure it is that a unit is another one, changed: 0 for no, up to 1."""
    if one.kind != other.kind or one.kind == "blank" or one.name != other.name:
        return 0.0
    words, others = (Counter((unit.lines[0].partition("]")[2] if unit.kind == "task" else unit.lines[0]).split()) for unit in (one, other))
    same = (words & others).total()
    heads = 2 * same / ((words + others).total() or 1)
    if one.kind == "task" and same == words.total():  # a promise that is closed has all its words still, and its date
        heads = (1 + heads) / 2
    if len(one.lines) > 1 and one.lines[1:] == other.lines[1:]:
        heads = (1 + heads) / 2
    if one.kind == "entry" and one.day == other.day and one.lines[0][:20] == other.lines[0][:20]:
        heads = (1 + heads) / 2
    return heads if heads >= _LIKE_ENOUGH else 0.0
