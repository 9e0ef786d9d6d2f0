"""Asks a running watcher whether the index is in step with the files, so that nobody need look at them.

A watcher says so only when the system has told it of no change up to the very moment of
the answer (see `watch/vouching.py`). One that does not answer at once is not waited for.
"""

import os

from .cache import cache_folder

_SECONDS_TO_WAIT = 0.02
_NAME = "watcher"
MOST_BYTES = 8192


def meeting_place(root: str) -> str:
    """The socket at which the watcher of a vault is asked. Raises `OSError`."""
    return os.path.join(cache_folder(root), _NAME)


def question_about(root: str) -> bytes:
    """Which vault is meant: the folder itself, and not only its path, and as this process sees it. Raises `OSError`."""
    found = os.stat(root)
    return os.fsencode(f"{found.st_dev} {found.st_ino} {os.readlink('/proc/self/ns/mnt')} {root}")


def ask_watcher(root: str) -> str | None:
    """The mark of the index (see `Index.mark`) that is in step with the files at this moment; None when nobody knows."""
    try:
        place = meeting_place(root)
        if not os.path.lexists(place):
            return None
        import _socket  # what `socket` adds takes longer to load than the question takes

        connection = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
        try:
            connection.settimeout(_SECONDS_TO_WAIT)
            connection.connect(place)
            connection.send(question_about(root))
            return connection.recv(MOST_BYTES).decode("ascii") or None
        finally:
            connection.close()
    except (OSError, AttributeError, ImportError, ValueError):
        return None
