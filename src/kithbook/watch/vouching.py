"""Vouches for the index: tells whoever asks whether it is in step with the files at that very moment.

Linux puts word of a change in our queue within the call that makes it. So when the queue
is empty at the moment of the answer, nothing has changed since the files were looked at.
Where that is not certain (another system, a disk that others write to, symbolic or hard
links, a folder that cannot be watched) nobody is told anything, and everybody looks.
"""

import os
import socket
import sys
from contextlib import suppress
from threading import Lock, Thread

from ..vault.look import Told
from ..vault.refresh import InStep
from ..vault.vouching import MOST_BYTES, meeting_place, question_about
from .inotify import Queue
from .mounts import Mounts, is_on_own_disk

_SECONDS_FOR_A_QUESTION = 0.1
_MANY = 1000  # files: then all are looked at


class Voucher:
    """Answers the questions about the vault at `root` in a thread of its own."""

    @classmethod
    def open(cls, root: str) -> "Voucher | None":
        """One that vouches; None where nobody can."""
        if sys.platform != "linux":
            return None
        try:
            return cls(root)
        except (OSError, AttributeError):
            return None

    def __init__(self, root: str) -> None:
        self._root = root
        self._lock = Lock()
        self._queue = Queue()
        self._mounts = Mounts()
        self._mark: str | None = None
        self._told: Told | None = None  # what has changed since the index was last known to be in step
        self._question = b""
        self._touched = True
        self._linked: set[str] | None = None  # notes with a second name; None before the first look
        self._able = True
        self._place = meeting_place(root)
        with suppress(FileNotFoundError):
            os.unlink(self._place)  # of a watcher that was killed
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.bind(self._place)
        os.chmod(self._place, 0o600)
        self._socket.listen(64)
        Thread(target=self._serve, daemon=True).start()

    def stop(self) -> None:
        """Vouch no more."""
        self._able = False
        with suppress(OSError):
            os.unlink(self._place)
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        with self._lock:
            self._mark = None
            self._queue.close()
            self._mounts.close()

    def begin(self) -> Told | None:
        """The files are going to be looked at: what happens from now on may be missed by that look.

        What has changed since the index was in step; None when that is not known for certain.
        """
        with self._lock:
            self._mark = None
            self._drain()
            self._touched = False
            try:
                self._question = question_about(self._root)
            except OSError:
                self._touched = True
            return self._told and Told(self._told.mark, set(self._told.paths))

    def end(self, found: InStep) -> bool:
        """They were looked at, and the index is in step with what was `found`; False when they have to be looked at again."""
        with self._lock:
            try:
                new = self._queue.watch([f"{self._root}/{base}" for base in found.seen.folders])
                certain = found.certain and is_on_own_disk(self._root, self._mounts.text()) and not self._any_linked(found)
            except OSError:
                self._told = None
                return True
            self._drain()
            if new or self._touched:
                return False
            self._mark = found.mark if certain else None
            self._told = None if self._mark is None else Told(self._mark, set())
            return True

    @property
    def missed(self) -> bool:
        """Whether something has changed since the files were last looked at."""
        with self._lock:
            self._drain()
            return self._touched

    def _any_linked(self, found: InStep) -> bool:
        """Whether a note has a second name: what is changed by a name outside of the vault is not told of."""
        if self._linked is None:
            self._linked = set()
            paths = [base + name for base, known in found.seen.folders.items() for name in known.folder.notes]
        else:
            paths = [*found.paths, *self._linked]
        for path in paths:
            self._linked.discard(path)
            with suppress(FileNotFoundError):
                if os.lstat(f"{self._root}/{path}").st_nlink > 1:
                    self._linked.add(path)
        return bool(self._linked)

    def _drain(self) -> None:
        """Take note of all that has been told up to now."""
        if not self._able:
            return
        told = self._queue.drain()
        if self._mounts.changed():
            told.append(None)
        if told:
            self._touched = True
            self._mark = None
            self._take_note(told)

    def _take_note(self, told: list[str | None]) -> None:
        if self._told is None or None in told:
            self._told = None
        else:
            self._told.paths.update(path[len(self._root) + 1 :].rstrip("/") for path in told if path is not None)
            self._told = self._told if len(self._told.paths) < _MANY else None

    def _serve(self) -> None:
        while self._able:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection, suppress(OSError):
                connection.settimeout(_SECONDS_FOR_A_QUESTION)
                connection.sendall(self._answer(connection.recv(MOST_BYTES)))

    def _answer(self, question: bytes) -> bytes:
        """The mark of the index that is in step with the files; nothing when none is known to be."""
        with self._lock:
            try:
                self._drain()
            except OSError:
                self._mark = None
            return (self._mark or "").encode() if question == self._question else b""
