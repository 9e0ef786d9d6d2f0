"""Both sides' versions of one property made one: lists as sets, mappings key by key, confidential wins."""


from ..errors import VaultError
from ..model.pattern import pattern
from .front_edit import add_item, take_item
from .front_matter import read_front_matter
from .marks import is_mark
from .merge import LIST_KEYS
from .profile import is_private
from .reconcile import Contradiction, Lines, Piece, reconcile
from .units import Unit
from .yaml_core import Node, YamlFault
from .yaml_line import find_comment

_KEY = pattern(r"([ \t]+)([^\s#:'\"-][^:#'\"]*):(?:[ \t]|$)")


def join_property(base: Unit | None, ours: Unit, theirs: Unit) -> list[Piece] | None:
    """The lines of a property that both sides changed (or added: without a base); None when they contradict.

    A side that removed it has no lines.
    """
    key = ours.name
    if is_mark(key):
        closed = [unit for unit in (ours, theirs) if unit.lines and _value(unit).raw.strip().lower() != "false"]
        return [(closed or [ours])[0].lines]
    try:
        return _join_lists(base, ours, theirs) or _join_mappings(base, ours, theirs)
    except (VaultError, YamlFault):
        return None


def _value(unit: Unit) -> Node:
    return read_front_matter("\n".join(unit.lines))[unit.name]


def items_of(lines: Lines, key: str) -> list[str] | None:
    """The items of a list, or of what is one by its name; None for anything else."""
    if not lines:
        return []
    node = read_front_matter("\n".join(lines))[key]
    if isinstance(node.data, list):
        return [item.raw for item in node.data] if not any(isinstance(item.data, (list, dict)) for item in node.data) else None
    if isinstance(node.data, dict) or "\n" in node.raw:
        return None
    if node.data is None or not node.raw:
        return []
    if key == "tags":
        return node.raw.replace(",", " ").split()
    return [node.raw] if key in LIST_KEYS or is_private(key) else None


def _join_lists(base: Unit | None, ours: Unit, theirs: Unit) -> list[Piece] | None:
    key = ours.name
    sides = [unit.lines if unit is not None else () for unit in (base, ours, theirs)]
    items = [items_of(lines, key) for lines in sides]
    if items[0] is None and any(isinstance(_value(unit).data, list) for unit in (ours, theirs) if unit.lines):
        items[0] = [_value(base).raw] if base is not None and isinstance(_value(base).data, str) else None
    old, mine, yours = items
    if old is None or mine is None or yours is None:
        return None
    start, other, lines = mine, yours, sides[1]
    if not lines or (sides[2] and _form(sides[1]) == _form(sides[0]) != _form(sides[2])):
        start, other, lines = yours, mine, sides[2]  # the side that wrote the list in another form
    kept = [item for item in start if item in other or item not in old]
    wanted = [*kept, *(item for item in other if item not in start and item not in old)]
    said = {*_comments(lines), *_comments(sides[0])}
    if any(comment not in said for comment in _comments(sides[2] if lines is sides[1] else sides[1])):
        return None  # a comment of the other side must not be lost
    text = "---\n" + "\n".join(lines) + "\n---\n"
    if key == "tags" and not isinstance(read_front_matter("\n".join(lines))[key].data, list) and len(start) > 1:
        return None
    for item in start:
        if item not in kept:
            text = take_item(text, key, item)
    for item in wanted[len(kept):]:
        text = add_item(text, key, item)
    merged = tuple(text.split("\n")[1:-2])
    return [merged] if items_of(merged, key) == wanted else None


def _form(lines: Lines) -> str:
    return "block" if len(lines) > 1 else lines[0].partition(":")[2].strip()[:1].replace('"', "") if lines else ""


def _comments(lines: Lines) -> list[str]:
    return [comment for line in lines if (comment := find_comment(line))]


def _join_mappings(base: Unit | None, ours: Unit, theirs: Unit) -> list[Piece] | None:
    """Mappings with a line for each key, key by key; None when a key contradicts."""
    parts = [_entries(unit) if unit is not None and unit.lines else [] for unit in (base, ours, theirs)]
    if parts[0] is None or not parts[1] or not parts[2] or ours.lines[0] != theirs.lines[0]:
        return None
    pieces = reconcile([parts[0], parts[1], parts[2]], _contradict)
    if any(isinstance(piece, Contradiction) for piece in pieces):
        return None
    return [ours.lines[:1], *pieces]


def _entries(unit: Unit) -> list[Unit] | None:
    if not isinstance(_value(unit).data, dict) or len(unit.lines) < 2:
        return None
    found: list[Unit] = []
    for line in unit.lines[1:]:
        match = _KEY.match(line)
        if match is None or (found and _KEY.match(found[0].lines[0])[1] != match[1]):  # type: ignore[index]
            return None
        found.append(Unit("property", (line,), name=match[2]))
    return found


def _contradict(_base: Unit | None, _ours: Unit, _theirs: Unit) -> None:
    """A single value that both sides changed."""
