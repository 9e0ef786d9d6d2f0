"""Sees to it that one watcher at most runs for a vault. The lock ends with the process, however it ends."""

import os
from contextlib import suppress

from ..errors import VaultError
from .state import state_folder


class OnlyOne:
    """The lock of the watcher of the vault at `root`, held until `release`."""

    def __init__(self, root: str) -> None:
        """Take it. Raises `VaultError` when another process has it."""
        try:
            self._file = os.open(os.path.join(state_folder(root), "watching"), os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise VaultError(f"the watcher's lock cannot be had: {error.strerror}", "look at $XDG_STATE_HOME") from None
        try:
            import fcntl
        except ImportError:  # Windows
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.pread(self._file, 32, 0).decode("ascii", "replace").strip()
            os.close(self._file)
            raise VaultError(f"this vault is watched already, by process {holder or 'unknown'}",
                             f"let it run, or end it: kill {holder}" if holder else "let it run") from None
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, f"{os.getpid()}\n".encode(), 0)

    def release(self) -> None:
        with suppress(OSError):
            os.close(self._file)
