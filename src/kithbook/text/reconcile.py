"""What two sides did to one list of units, put together.

Each side's edits are told by what became of every unit of the base (kept, changed, removed,
moved) and by what came in between. Edits of different units never contradict, however near
they stand; of the same unit they may, and then both versions are kept apart.
"""

from collections.abc import Callable, Sequence

from ..model.record import NamedTuple
from .alignment import match_lines
from .side_edits import Added, SideEdits, Units, alike_units
from .units import BLANK, Unit

Lines = tuple[str, ...]


class Contradiction(NamedTuple):
    """What cannot be put together: the lines of the base and of both sides."""

    base: Lines
    ours: Lines
    theirs: Lines


Piece = Lines | Contradiction
Join = Callable[[Unit | None, Unit, Unit], list[Piece] | None]
"""Both versions of a unit made one, given the base's; None when they contradict."""


def reconcile(sides: Sequence[Sequence[Unit]], join: Join, *, newest_first: bool = True, known: bool = True) -> list[Piece]:
    """The units of both sides' edits as lines, and what contradicts; `sides` are the base, ours and theirs.

    `newest_first` is how entries are ordered. Without a `known` base, prose that both sides
    have in one place contradicts.
    """
    return _Reconciler(sides, join, newest_first=newest_first, known=known).pieces()


class _Reconciler:
    def __init__(self, sides: Sequence[Sequence[Unit]], join: Join, *, newest_first: bool, known: bool) -> None:
        base, ours, theirs = sides
        self.base = base
        self.join = join
        self.newest_first = newest_first
        self.known = known
        self.ours, self.theirs = SideEdits(base, ours), SideEdits(base, theirs)
        self.became = [self._became(place) for place in range(len(base))]

    def pieces(self) -> list[Piece]:
        found: list[Piece] = []
        self._join_gaps()
        same = [ours == theirs for ours, theirs in zip(self.ours.added, self.theirs.added, strict=True)]
        twins = self._twins(same)
        for place in range(len(self.base) + 1):
            ours, theirs = self.ours.added[place], self.theirs.added[place]
            if same[place]:
                found += self._placed(ours, {})
            else:
                theirs = [added for added in theirs if id(added) not in twins.dropped
                          and (added.source is None or added.source not in self.ours.moved)]
                found += self._gap(place, ours, theirs, twins.joined)
            if place < len(self.base) and place not in self.ours.moved | self.theirs.moved:
                found += self.became[place]
        return found

    def _join_gaps(self) -> None:
        """What came in around a unit that is no longer there has come into one place."""
        first = 0
        for place in range(len(self.base)):
            if place in self.ours.moved | self.theirs.moved or not self.became[place]:
                for side in (self.ours, self.theirs):
                    side.added[first] += side.added[place + 1]
                    side.added[place + 1] = []
            else:
                first = place + 1

    def _twins(self, same: list[bool]) -> "_Twins":
        """What both sides added in different places: it counts once, where ours has it."""
        waiting: dict[str, list[Added]] = {}
        for gap, done in zip(self.ours.added, same, strict=True):
            for added in gap if not done else ():
                if added.source is None and added.unit.kind in ("entry", "task", "property"):
                    waiting.setdefault(added.unit.key, []).append(added)
        twins = _Twins({}, set())
        for place, gap in enumerate(self.theirs.added):
            for added in gap if not same[place] else ():
                if added.source is None and (found := waiting.get(added.unit.key)):
                    here = next((one for one in found if any(one is other for other in self.ours.added[place])), None)
                    if here is not None and added.unit.kind != "property":
                        found.remove(here)  # the same gap: found there, in its order
                        continue
                    twins.joined[id(found.pop(0))] = added.unit
                    twins.dropped.add(id(added))
        return twins

    def _became(self, place: int) -> list[Piece]:
        """What a unit of the base is after both sides' edits."""
        base: Units = (self.base[place],)
        ours, theirs = self.ours.became[place], self.theirs.became[place]
        if ours == theirs or theirs == base:
            return _lines_of(ours)
        if ours == base:
            return _lines_of(theirs)
        if ours is None or theirs is None:
            if self.base[place].kind == "blank":
                return _lines_of(ours or theirs)
            left = ours or theirs
            if left is not None and len(left) == 1 and left[0].name:
                found = self.join(base[0], Unit("property", (), left[0].name) if ours is None else ours[0],
                                  Unit("property", (), left[0].name) if theirs is None else theirs[0])
                if found is not None:
                    return found
        elif len(ours) == len(theirs) == 1:
            found = self.join(base[0], ours[0], theirs[0])
            if found is not None:
                return found
        return [Contradiction(_flat(base), _flat(ours or ()), _flat(theirs or ()))]

    def _placed(self, added: Sequence[Added], joined: dict[int, Unit]) -> list[Piece]:
        """What came in on one side, or was moved there."""
        found: list[Piece] = []
        for one in added:
            if one.source is not None:
                found += self.became[one.source]
            elif (twin := joined.get(id(one))) is not None:
                found += self._both(one.unit, twin)
            else:
                found.append(one.unit.lines)
        return found

    def _both(self, ours: Unit, theirs: Unit) -> list[Piece]:
        """A unit that both sides added."""
        if ours.lines == theirs.lines:
            return [ours.lines]
        return self.join(None, ours, theirs) or [Contradiction((), ours.lines, theirs.lines)]

    def _gap(self, place: int, ours: list[Added], theirs: list[Added], joined: dict[int, Unit]) -> list[Piece]:
        """What came in before a unit of the base."""
        if not theirs or not ours:
            alone = self._placed(ours or theirs, joined)
            other = self.theirs if ours else self.ours
            if any(one.source is None and one.unit.kind in ("prose", "code") for one in ours or theirs) and self._is_gone(place, other):
                said = tuple(line for piece in alone for line in (piece if not isinstance(piece, Contradiction) else piece.ours))
                if not any(isinstance(piece, Contradiction) for piece in alone):
                    return [Contradiction((), said, ())] if ours else [Contradiction((), (), said)]
            return alone
        found: list[Piece] = []
        at = where = 0
        mine, yours = ([one.unit.key.strip() or f"\n{side}{number}" for number, one in enumerate(added)]  # no blank is another
                       for side, added in enumerate((ours, theirs)))
        for here, there in [*match_lines(mine, yours), (len(ours), len(theirs))]:
            found += self._interleave(ours[at:here], theirs[where:there], joined)
            if here < len(ours):
                found += self._placed([ours[here]], joined)
            at, where = here + 1, there + 1
        return found

    def _is_gone(self, place: int, side: SideEdits) -> bool:
        """Whether a side removed what stands around a place, so that what comes in there has lost its context."""
        written = [number for number, unit in enumerate(self.base) if unit.kind != "blank"]
        before = [number for number in written if number < place][-1:]
        after = [number for number in written if number >= place][:1]
        return bool(before) and bool(after) and all(side.became[number] is None for number in before + after)

    def _interleave(self, ours: list[Added], theirs: list[Added], joined: dict[int, Unit]) -> list[Piece]:
        """What both sides put into one place: entries by their dates, all else one behind the other."""
        if not self.known and ours and theirs:
            one = next(((at, where) for at, where in alike_units([added.unit for added in ours], [added.unit for added in theirs],
                                                           (0, len(ours), 0, len(theirs))) if ours[at].unit.kind == "task"), None)
            if one is not None:  # the same promise, closed or put off on one side
                at, where = one
                return [*self._interleave(ours[:at], theirs[:where], joined), *self._both(ours[at].unit, theirs[where].unit),
                        *self._interleave(ours[at + 1 :], theirs[where + 1 :], joined)]
        mine, yours = _trimmed(ours), _trimmed(theirs)
        if not mine or not yours:
            return self._placed(ours if mine or (len(ours) >= len(theirs) and not yours) else theirs, joined)
        kinds = {one.unit.kind for one in mine} | {one.unit.kind for one in yours}
        if "code" in kinds or (not self.known and _has_prose(mine) and _has_prose(yours)):
            return [Contradiction((), _flat([one.unit for one in ours]), _flat([one.unit for one in theirs]))]
        before = max(_blanks_before(ours), _blanks_before(theirs))
        behind = max(_blanks_before(ours[::-1]), _blanks_before(theirs[::-1]))
        if kinds == {"entry"}:
            inner = self._placed(self._by_day(mine, yours), joined)
        else:
            apart = "prose" in kinds and len(mine) + len(yours) < len(ours) + len(theirs)
            inner = [*self._placed(mine, joined), *([BLANK.lines] if apart else ()), *self._placed(yours, joined)]
        return [*[BLANK.lines] * before, *inner, *[BLANK.lines] * behind]

    def _by_day(self, ours: list[Added], theirs: list[Added]) -> list[Added]:
        """Two runs of entries as one, each in its own order."""
        merged: list[Added] = []
        at = where = 0
        while at < len(ours) and where < len(theirs):
            mine, yours = ours[at].unit.day, theirs[where].unit.day
            first = mine is None or yours is None or (mine >= yours if self.newest_first else mine <= yours)
            merged.append(ours[at] if first else theirs[where])
            at, where = at + first, where + (not first)
        return [*merged, *ours[at:], *theirs[where:]]


class _Twins(NamedTuple):
    """By identity of what ours added: the same of theirs; and what of theirs is told by that."""

    joined: dict[int, Unit]
    dropped: set[int]


def _flat(units: Sequence[Unit]) -> Lines:
    return tuple(line for unit in units for line in unit.lines)


def _lines_of(units: Units | None) -> list[Piece]:
    return [unit.lines for unit in units or ()]


def _trimmed(added: list[Added]) -> list[Added]:
    start, end = _blanks_before(added), len(added) - _blanks_before(added[::-1])
    return added[start:end]


def _blanks_before(added: list[Added]) -> int:
    return next((number for number, one in enumerate(added) if one.unit.kind != "blank"), len(added))


def _has_prose(added: list[Added]) -> bool:
    return any(one.unit.kind == "prose" for one in added)
