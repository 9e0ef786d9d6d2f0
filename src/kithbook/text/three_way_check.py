"""Holds a merged note against both sides: every line there as often as it should be, and nothing hidden shown."""

from collections import Counter
from collections.abc import Sequence

from .front_matter import read_front_matter, split_note
from .join_properties import items_of
from .lines import plain_text
from .marks import find_hidden, may_hold_marks
from .reconcile import Contradiction
from .structure import scan_body
from .units import front_units
from .yaml_core import YamlFault

Joined = Sequence[tuple[str | None, str, str, str]]


def find_fault(base: str | None, ours: str, theirs: str, merged: str, contradictions: Sequence[Contradiction],
               joined: Joined, *, diff3: bool) -> str:
    """What is wrong with a merged text; empty when nothing is."""
    texts = [plain_text(text) for text in (base or "", ours, theirs, merged)]
    fault = _fault_of_lines([_body(text) for text in texts], contradictions, joined, diff3=diff3)
    return fault or _fault_of_front(texts, contradictions)


def _body(text: str) -> "Counter[str]":
    """The written lines of a body, each with how often it is there."""
    return Counter(line for line in split_note(text).body.split("\n") if line.strip())


def _fault_of_lines(bodies: "Sequence[Counter[str]]", contradictions: Sequence[Contradiction], joined: Joined, *,
                    diff3: bool) -> str:
    """Each line is there as often as in the base, and as often more or less as the sides say."""
    base, ours, theirs, merged = bodies
    for piece in contradictions:  # those of the front matter stand in the text, too
        merged.subtract(line for line in (*piece.ours, *piece.theirs, *(piece.base if diff3 else ())) if line.strip())
        for side, lines in ((base, piece.base), (ours, piece.ours), (theirs, piece.theirs)):
            side.subtract(line for line in lines if line.strip() and side[line])
    for before, mine, yours, line in joined:
        merged.subtract([line])
        for side, own in ((base, before), (ours, mine), (theirs, yours)):
            if own is not None:
                side.subtract([own])
    for line in {*base, *ours, *theirs, *merged}:
        old, there = base[line], merged[line]
        more, too = ours[line] - old, theirs[line] - old
        if line[:7] in ("<<<<<<<", "|||||||", "=======", ">>>>>>>") and contradictions:
            continue
        together = old + more + too
        same = old + (max(more, too) if more > 0 < too else min(more, too) if more < 0 > too else more + too)
        if not min(together, same) <= there <= max(together, same) and not (there == 0 > together):
            return "a line that is not there as often as it should be"
    return ""


def _fault_of_front(texts: Sequence[str], contradictions: Sequence[Contradiction]) -> str:
    """Each property is what a side has made of it, and each list holds what it should."""
    fronts = [split_note(text).front or "" for text in texts]
    if "<<<<<<<" in fronts[3]:
        return ""  # something private that contradicts
    try:
        values = [read_front_matter(front) for front in fronts]
        lines = [{unit.name: unit.lines for unit in front_units(front.split("\n")) if unit.name} for front in fronts]
    except (YamlFault, ValueError):
        return "front matter that cannot be read any more"
    open_keys = {line for piece in contradictions for line in piece.ours + piece.theirs}
    for key in {key for fields in values for key in fields}:
        base, ours, theirs, merged = (found.get(key) for found in lines)
        wanted = (ours,) if ours == theirs or theirs == base else (theirs,) if ours == base else (ours, theirs)
        if merged in wanted or (merged is not None and open_keys.issuperset(merged)):
            continue
        items = [items_of(found or (), key) for found in (base, ours, theirs, merged)]
        old, mine, yours, there = (set(found or ()) for found in items)
        if (len(wanted) == 1 or merged is None or there != ((mine | yours) - (old - mine) - (old - yours))) and not any(
                isinstance(fields[key].data, dict) for fields in values[1:3] if key in fields):
            return "a property that is not what it should be"
    return ""


def shows_hidden(base: str, ours: str, theirs: str, merged: str) -> bool:
    """Whether the merged text shows a line that a side has nowhere but hidden, unless the other has let it be seen."""
    texts = [plain_text(text) for text in (base, ours, theirs, merged)]
    if not any("%%" in text or "<!--" in text or may_hold_marks(text) for text in texts[1:3]):
        return False
    (_, before), (seen, mine), (too, yours), (shown, _) = map(_shown_and_hidden, texts)
    return bool(shown & ((mine - (before & too)) | (yours - (before & seen))))


def _shown_and_hidden(text: str) -> tuple[set[str], set[str]]:
    """The lines of a body that may be shown, and those that are nowhere in it but hidden."""
    split = split_note(text)
    lines = [line.strip() for line in split.body.split("\n")]
    body = scan_body(split.body, 1)
    hidden = find_hidden(body)[0] | set(body.written)
    shown = {line for number, line in enumerate(lines, 1) if number not in hidden}
    return shown - {""}, set(lines) - shown - {""}
