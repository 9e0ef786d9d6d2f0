"""Keeps the index in step with the files: looks at all of them, and reads those that have changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ..model.problem import Problem
from ..model.record import NamedTuple
from ..model.settings import Settings
from .history import history_mark
from .index import Index
from .look import Seen, Told, compare, look

if TYPE_CHECKING:
    from .reading import Progress


class InStep(NamedTuple):
    """How the index was brought in step with the files.

    `mark` is the one that stands in it now, `mark_before` the one that was found: with the
    same, nobody else has written in it. `paths` are the notes that had changed or were gone, `touched`
    the contacts of whom something else may be said than before; None when that may be everybody.
    `certain`: whether it stays in step as long as no file of the vault changes.
    """

    seen: Seen
    mark: str | None
    mark_before: str | None
    paths: frozenset[str]
    touched: frozenset[str] | None
    certain: bool


def refresh(index: Index, root: str, settings: Settings, today: date, vouched: str | None = None,
            progress: Progress | None = None) -> tuple[Problem, ...]:
    """Bring the index in step with the files and with history; what in the vault cannot be a note.

    When it has the mark that a watcher has `vouched` for, no file is looked at. From here on,
    until the index is closed, one state of it is seen. Raises `IndexFault`.
    """
    if vouched is not None:
        index.begin(writing=False)
        if index.mark == vouched and index.history == history_mark(root):
            return _listed(index)
        index.give_up()
    return bring_in_step(index, root, settings, today, progress=progress).seen.problems


def bring_in_step(index: Index, root: str, settings: Settings, today: date, mark: str | None = None,
                  progress: Progress | None = None, told: Told | None = None) -> InStep:
    """Bring the index in step with the files and with history.

    When that changes what it answers, `mark` is left in it. What was `told` holds when nobody else
    has written in it since. Raises `IndexFault`.
    """
    moment = index.moment()
    index.begin(writing=False)
    state, known = index.state, index.folders.known()
    before = index.mark
    seen = look(root, settings, known, moment, told.paths if told is not None and told.mark == before else None)
    history = history_mark(root)
    listed = _to_list(seen.problems)
    changes = compare(known, seen.folders)
    if not changes and history == index.history:
        if mark is None or (before is not None and index.listed == listed):
            return InStep(seen, before, before, frozenset(), frozenset(), not seen.links)
        index.keep_mark(mark, listed)  # refused when anybody has written since `begin`
        index.commit()
        index.begin(writing=False)
        return InStep(seen, mark, before, frozenset(), frozenset(), not seen.links)
    # Another process may be writing the same: what it wrote is looked at first.
    index.give_up()
    index.begin(writing=True)
    from .rewrite import rewrite

    if index.state != state:
        before = index.mark
        changes = compare(index.folders.known(), seen.folders)
    paths = frozenset((*changes.to_read, *changes.gone))
    if before is not None and not paths and history == index.history and index.listed == listed:
        mark = before  # something that is no note came or went
    lasting, touched = rewrite(index, root, settings, today, changes, seen, moment, history, progress)
    index.keep_mark(mark, listed)
    index.commit()
    index.begin(writing=False)
    return InStep(seen, mark, before, paths, touched, lasting and not seen.links)


def _to_list(problems: tuple[Problem, ...]) -> str:
    if not problems:
        return "[]"
    import json

    return json.dumps([problem[:] for problem in problems])


def _listed(index: Index) -> tuple[Problem, ...]:
    listed = index.listed
    if listed == "[]":
        return ()
    import json

    with index.trouble():
        return tuple(Problem(*fields) for fields in json.loads(listed))
