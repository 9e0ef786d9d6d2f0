"""Notes that may be half saved: empty, shorter than before, or gone. Programs write over a file in steps.

They are believed when they have stayed as they are for a while.
"""

import os
from time import monotonic

from ..vault.vault import Vault

_MOST = 200  # of more at once it is no editor that saves them
_LONGEST = 3  # times as long as one is to be settled: then the others have waited enough for one that is written all the time

_Stamp = tuple[int, int, int] | None


class HalfSaved:
    """The notes of the vault at `root` that are to be `settled` for so many seconds before they are believed."""

    def __init__(self, root: str, settled: float) -> None:
        self._root = root
        self._settled = settled
        self._suspects: dict[str, tuple[_Stamp, float] | None] = {}
        self._waiting_since: float | None = None

    def suspect(self, path: str) -> None:
        """Something has happened to the file at `path` (relative, `/`)."""
        if path.endswith(".md") and len(self._suspects) <= _MOST:
            self._suspects.setdefault(path, None)

    def forget(self) -> None:
        """All that there are have been looked at."""
        self._suspects.clear()
        self._waiting_since = None

    def any(self) -> bool:
        """Whether there are any that have not been as they are for long enough."""
        if not self._suspects or len(self._suspects) > _MOST:
            return False
        now = monotonic()
        new = [path for path, seen in self._suspects.items() if seen is None]
        sizes = Vault(self._root).files.last_sizes(self._suspects) if new else {}
        unsettled = False
        for path, seen in list(self._suspects.items()):
            stamp = self._stamp(path)
            if seen is None and (stamp is not None and 0 < stamp[1] >= sizes.get(path, 0)):
                continue  # looked at again the next time, since it may be emptied yet
            if seen is None or seen[0] != stamp:
                self._suspects[path] = seen = stamp, now
            unsettled = unsettled or now - seen[1] < self._settled
        if unsettled and self._waiting_since is None:
            self._waiting_since = now
        return unsettled and self._waiting_since is not None and now - self._waiting_since < _LONGEST * self._settled

    def _stamp(self, path: str) -> _Stamp:
        try:
            found = os.lstat(os.path.join(self._root, path))
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino
