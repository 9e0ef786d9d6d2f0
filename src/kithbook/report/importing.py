"""What an import did, in words and as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .plain import Plain

if TYPE_CHECKING:
    from ..model.exported import Imported, Remark
    from ..query.import_plan import ImportPlan


_MANY = (("near", "who are like somebody else"), ("conflict", "nicknames that are no alias"))
_MOST = 20  # lines of each, since there can be thousands


def import_answer(plan: ImportPlan, done: Imported, remarks: Sequence[Remark]) -> Plain:
    """What was done: paths of notes, what contradicts, what was left out."""
    return {
        "new": sorted(plan.new),
        "filled": sorted(done.filled),
        "unchanged": len(plan.known) - len(done.filled) + plan.closed,
        "unknown": plan.unknown,
        "conflicts": [
            *({"path": path, "line": kept.line, "key": kept.key, "kept": kept.kept, "other": kept.other} for path, kept in done.kept),
            *({"path": path, "line": None, "key": found.key, "kept": found.kept, "other": found.other} for path, _, found in plan.conflicts)],
        "remarks": [{"file": one.file, "line": one.line, "kind": one.kind, "message": one.message} for one in remarks],
        "left_out": [{"path": path, "message": message} for path, message in done.faults],
    }


def remark_lines(plan: ImportPlan, done: Imported, remarks: Sequence[Remark]) -> list[str]:
    """A line for everything that somebody may want to look at, with its place."""
    hidden = {id(one) for kind, _ in _MANY for one in [one for one in remarks if one.kind == kind][_MOST:]}
    return [
        *(f"{one.file}:{one.line}: {'left out: ' if one.kind == 'skipped' else ''}{one.message}" for one in remarks if id(one) not in hidden),
        *(f"and {count - _MOST} more {said}: --json names them all" for kind, said in _MANY
          if (count := sum(one.kind == kind for one in remarks)) > _MOST),
        *(f"{path}:{kept.line}: `{kept.key}` stays `{kept.kept}`; the export says `{kept.other}`" for path, kept in done.kept),
        *(f"{person.file}:{person.line}: `{found.key}` of {person.name} is `{found.other}` here and `{found.kept}` before; the first is taken"
          for _, person, found in plan.conflicts),
        *(f"{path}:1: {message}" for path, message in done.faults)]


def summary(answer: Plain, program: str, *, dry_run: bool) -> str:
    """What was done, in a sentence; `program` is what to type to take it back."""
    skipped = sum(one["kind"] == "skipped" for one in answer["remarks"])
    faults = sum(one["kind"] == "fault" for one in answer["remarks"]) + len(answer["left_out"])
    conflicts = len(answer["conflicts"])
    new, filled = len(answer["new"]), len(answer["filled"])
    parts = [f"{new} new", f"{filled} filled in", f"{answer['unchanged']} there already"]
    parts += [f"{count} {said}" for count, said in (
        (answer["unknown"], "without a note"), (conflicts, "value contradicts" if conflicts == 1 else "values contradict"),
        (skipped, "left out"), (faults, "could not be read or written")) if count]
    if not new + filled:
        return f"Nothing to change: {', '.join(parts[2:])}."
    return f"{', '.join(parts)}{' (nothing written)' if dry_run else f' (take it back: {program} undo)'}"
