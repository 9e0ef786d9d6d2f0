"""One look at a vault: brings the index in step, and has the reports made when anything they depend on has changed."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date

from ..model.problem import Problem
from ..model.record import NamedTuple
from ..vault.followed_ledger import Followed
from ..vault.reports import Report
from ..vault.trust import load_templates
from ..vault.vault import Vault
from .vouching import Voucher

_REPORTS = ("agenda", "promises")
_TRIES = 3

Stamp = tuple[int, int, int] | None


class _State(NamedTuple):
    """All that the reports depend on. The `mark` in the index stands for the notes and for what the settings say, not for what is wrong in them."""

    mark: str
    day: date
    slips: tuple[Problem, ...]
    reports: tuple[Stamp, ...]
    templates: tuple[tuple[str, str], ...]


@contextmanager
def _without_collection() -> Iterator[None]:
    """A look makes many things at once, most of which last until its end: to look for garbage among them takes as long as they do."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class Looking:
    """Looks at the vault at `root`, and remembers for which state of it the reports were made."""

    def __init__(self, root: str, make_reports: Callable[[Vault, date], None]) -> None:
        self._root = root
        self._make_reports = make_reports
        self._paths: tuple[str, ...] = ()
        self._made_for: _State | None = None
        self._followed = Followed()

    def is_own(self, path: str) -> bool:
        """Whether the file at `path` is a report as we left it."""
        made = self._made_for
        return made is not None and path in self._paths and self._stamp(path) == made.reports[self._paths.index(path)]

    def look(self, day: date, voucher: Voucher | None, may_write: Callable[[], bool], *, everything: bool = True) -> bool:
        """Look once; False when something has changed meanwhile, so that it has to be looked at again.

        Unless it is to look at `everything`, what the voucher was told of since it was last certain is enough.
        Whether it `may_write` is asked once all has been read: the vault may be gone by then.
        """
        with _without_collection():
            return self._look(day, voucher, may_write, everything=everything)

    def _look(self, day: date, voucher: Voucher | None, may_write: Callable[[], bool], *, everything: bool) -> bool:
        vault = Vault(self._root, followed=self._followed)
        self._paths = tuple(f"{vault.settings.reports_folder.strip('/')}/{name}.md" for name in _REPORTS)
        for _ in range(_TRIES):
            before, _, complete = self._bring_in_step(vault, day, voucher, everything=everything)
            if complete:
                break
        # While changes keep coming the reports are made all the same, and then again.
        if before is not None and before == self._made_for:
            return complete
        if not may_write():
            return False
        self._made_for = None
        self._make_reports(vault, day)
        after, paths, complete = self._bring_in_step(vault, day, voucher, before)
        # Besides the reports nothing has changed while they were made, or they have to be made again.
        if before is None or after is None:
            return complete
        if paths is None or not paths <= {*self._paths} or self._was_ticked(vault):
            return False
        self._made_for = after
        return complete

    def _was_ticked(self, vault: Vault) -> bool:
        """Whether somebody was so quick as to tick a line of the report between our writing it and our looking at it."""
        return Report(self._root, vault.settings.reports_folder, "promises").ticked() is not None

    def _bring_in_step(self, vault: Vault, day: date, voucher: Voucher | None,
                       before: _State | None = None, *, everything: bool = False) -> tuple[_State | None, frozenset[str] | None, bool]:
        """The state as it is now, None without an index; which notes had changed since `before`, None when
        that is not known; and whether nothing has changed meanwhile."""
        told = None if voucher is None else voucher.begin()
        found = vault.bring_in_step(day, os.urandom(12).hex(), None if everything else told)
        if found is None or found.mark is None:
            return None, None, True
        complete = voucher is None or voucher.end(found)
        templates = load_templates(self._root, vault.settings.templates_folder).trusted
        state = _State(found.mark, day, vault.settings_problems, tuple(map(self._stamp, self._paths)), tuple(sorted(templates.items())))
        return state, found.paths if before and found.mark_before == before.mark else None, complete

    def _stamp(self, path: str) -> Stamp:
        with suppress(OSError):
            found = os.lstat(os.path.join(self._root, path))
            return found.st_mtime_ns, found.st_size, found.st_ino
        return None
