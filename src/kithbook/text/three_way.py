"""One note out of two versions of it that grew apart, given the version that both began with.

This is what git's merge is to lines, for notes: properties are merged key by key, lists as
sets, the log by its dates, promises by what became of them. What truly contradicts is left
between conflict markers. (`merge` is another thing: it makes one note of two people's.)

The result is held against both sides before it is given out: a line that is missing, or
there once too often, or shown although a side has hidden it, makes it `NotMerged`.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from ..model.record import NamedTuple
from ..model.settings import DateOrder
from .alignment import match_lines
from .conflict_markers import MarkerStyle, has_markers, joined_contradictions, mark, read_markers
from .front_matter import split_note
from .join_lines import join_lines
from .join_properties import join_property
from .lines import split_lines
from .marks import may_hold_marks
from .profile import is_private, is_withheld
from .reconcile import Contradiction, Piece, reconcile
from .three_way_check import find_fault, shows_hidden
from .units import Unit, body_units, front_units, line_unit
from .yaml_core import YamlFault

_RULE = "---"
T = TypeVar("T", bool, str)


class NotMerged(Exception):
    """The versions are not understood well enough; they are to be merged as plain text."""


class Merged(NamedTuple):
    """The merged note, and how many contradictions are left in it between markers."""

    text: str
    contradictions: int


class _Version(NamedTuple):
    """One version of a note: its front matter and body as lines without ends, and how its bytes are laid out."""

    text: str
    front: list[str] | None
    rules: tuple[str, str]
    body: list[str]
    end: str
    last_ended: bool


def merge_versions(base: str | None, ours: str, theirs: str, style: MarkerStyle | None = None,
                   order: DateOrder | None = None) -> Merged:
    """Both versions of a note in one. Without a `base`, what only one of them has counts as added.

    Raises `NotMerged` when a version cannot be read, holds conflict markers already, or
    when the result would not hold all of both.
    """
    style = style or MarkerStyle()
    if ours in (theirs, base) or theirs == base:
        return Merged(theirs if ours == base else ours, 0)
    if base is not None and (sides := read_markers(split_lines(base.removeprefix("\ufeff")))) is not None:
        base = sides.ours  # git's own merge of two bases, when each side had merged the other: either will do
    texts = [ours, theirs] if base is None else [base, ours, theirs]
    if any(has_markers(text) for text in texts):
        raise NotMerged("conflict markers")
    known = base is not None
    mine, yours = _read(ours), _read(theirs)
    old = _read(base) if base is not None else mine._replace(text="", front=None, body=[])
    if any(_trade_places(one, other) for one in (mine, yours) for other in (old, mine, yours)):
        raise NotMerged("front matter that is text in another version")
    return _Merge(old, mine, yours, style, order, known=known).merged()


def _trade_places(one: _Version, other: _Version) -> bool:
    """Whether what is front matter in one version is text in the other (a line above it is enough)."""
    if (one.front is None) == (other.front is None):
        return False
    front, body = (one.front, other.body) if one.front is not None else (other.front, one.body)
    return not {line for line in front or () if line.strip()}.isdisjoint(body)


def _read(text: str) -> _Version:
    ended = text.endswith(("\n", "\r"))
    plain = text.removeprefix("\ufeff")
    end = "\r\n" if "\r\n" in plain else "\n"
    bare = plain.replace("\r\n", "\n") if end == "\r\n" else plain
    if "\r" in bare or "\0" in bare or (end == "\r\n" and plain.count("\n") != plain.count("\r\n")):
        raise NotMerged("line ends of several kinds")
    split = split_note(bare)
    if not split.closed:
        raise NotMerged("front matter that is never closed")
    lines = bare.removesuffix("\n").split("\n") if bare else []
    if split.front is None:
        return _Version(text, None, (_RULE, _RULE), lines, end, ended)
    head = lines[: split.body_line - 1]
    return _Version(text, head[1:-1], (head[0], head[-1]), lines[split.body_line - 1 :], end, ended)


class _Merge:
    """One merge. What `join_lines` has made of two lines is kept for the check."""

    def __init__(self, base: _Version, ours: _Version, theirs: _Version, style: MarkerStyle, order: DateOrder | None, *,
                 known: bool) -> None:
        self.base, self.ours, self.theirs = base, ours, theirs
        self.style = style
        self.order = order
        self.known = known
        self.joined: list[tuple[str | None, str, str, str]] = []

    def merged(self) -> Merged:
        try:
            front = self._front()
        except (YamlFault, ValueError):
            raise NotMerged("front matter that cannot be read") from None
        body = joined_contradictions(self._body())
        found = self._written(front, body)
        if shows_hidden(self.base.text, self.ours.text, self.theirs.text, found.text):
            body = [Contradiction(*(tuple(version.body) for version in (self.base, self.ours, self.theirs)))]
            found = self._written(front, body)  # a person has to look: whole, each side hides what it did
        fault = find_fault(self.base.text if self.known else None, self.ours.text, self.theirs.text, found.text,
                           [piece for piece in [*front, *body] if isinstance(piece, Contradiction)], self.joined,
                           diff3=self.style.diff3)
        if fault:
            raise NotMerged(fault)
        return found

    def _front(self) -> list[Piece]:
        sides = self._with_base([front_units(version.front or []) for version in (self.base, self.ours, self.theirs)])
        return reconcile(sides, self._join_property, known=self.known)

    def _with_base(self, sides: list[list[Unit]]) -> list[list[Unit]]:
        """Without a base, what both sides have is taken to be what they began with."""
        if self.known:
            return sides
        _, ours, theirs = sides
        pairs = match_lines([unit.lines for unit in ours], [unit.lines for unit in theirs], ("",))
        return [[ours[at] for at, _ in pairs], ours, theirs]

    def _join_property(self, base: Unit | None, ours: Unit, theirs: Unit) -> list[Piece] | None:
        if ours.name:
            return join_property(base, ours, theirs)
        return [ours.lines, theirs.lines]  # comments hurt nobody

    def _body(self) -> list[Piece]:
        sides = self._with_base([body_units(version.body, self.order) for version in (self.base, self.ours, self.theirs)])
        newest_first = _is_newest_first(*sides)
        return reconcile(sides, self._join, newest_first=newest_first, known=self.known)

    def _join(self, base: Unit | None, ours: Unit, theirs: Unit) -> list[Piece] | None:
        """A unit of the body that both sides changed: its first line, and those below it."""
        if ours.kind not in ("entry", "task", "item") or ours.kind != theirs.kind:
            return None
        heads = (base.lines[0] if base is not None else None, ours.lines[0], theirs.lines[0])
        head = join_lines(*heads)
        if head is None or (may_hold_marks(f"{heads[1]}\n{heads[2]}") and not may_hold_marks(head)):
            return None  # one side has let be seen what the other has changed in confidence
        below = reconcile([[line_unit(line) for line in unit.lines[1:]] if unit is not None else [] for unit in (base, ours, theirs)],
                          self._join, newest_first=False, known=self.known and base is not None)
        if head not in heads[1:] or heads[1] != heads[2]:
            self.joined.append((*heads, head))
        return [(head,), *below]

    def _written(self, front: list[Piece], body: list[Piece]) -> Merged:
        """The pieces as a text. What contradicts in the front matter stands below it, unless it is private."""
        lines: list[str] = []
        below: list[str] = []
        count = 0
        for piece in front:
            if not isinstance(piece, Contradiction):
                lines += piece
            elif _must_stay(piece):
                lines += mark(piece, self.style)
                count += 1
            else:
                lines += piece.ours or piece.theirs
                below += mark(piece, self.style)
                count += 1
        front_there = bool(lines) or self._one_of(self.base.front is not None, self.ours.front is not None, self.theirs.front is not None)
        rules = [self._one_of(*(version.rules[place] for version in (self.base, self.ours, self.theirs))) for place in (0, 1)]
        text = [rules[0], *lines, rules[1]] if front_there else []
        text += below
        for piece in body:
            if isinstance(piece, Contradiction):
                text += mark(piece, self.style)
                count += 1
            else:
                text += piece
        end = self._one_of(self.base.end, self.ours.end, self.theirs.end)
        ended = self._one_of(self.base.last_ended, self.ours.last_ended, self.theirs.last_ended)
        bom = self._one_of(*(version.text[:1] == "\ufeff" for version in (self.base, self.ours, self.theirs)))
        written = ("\ufeff" if bom else "") + end.join(text) + (end if text and (ended or count) else "")
        return Merged(written, count)

    def _one_of(self, base: T, ours: T, theirs: T) -> T:
        """The one that was changed; ours when both were."""
        return theirs if ours == base and self.known else ours


def _must_stay(piece: Contradiction) -> bool:
    """Whether lines of front matter must not come to stand in the text, where they would be shown."""
    return any(is_withheld(line) or is_private(line.partition(":")[0].strip(" \"'")) for line in piece.ours + piece.theirs + piece.base)


def _is_newest_first(*versions: Sequence[Unit]) -> bool:
    """Which way a log runs, by the dates in the first of these versions, or else in the others."""
    for some in (versions[:1], versions[1:]):
        runs = [[unit.day for unit in units if unit.day is not None] for units in some]
        rising = sum(before < after for days in runs for before, after in pairwise(days))
        falling = sum(before > after for days in runs for before, after in pairwise(days))
        if rising != falling:
            return falling > rising
    return True
