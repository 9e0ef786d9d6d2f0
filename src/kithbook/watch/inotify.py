"""The queue in which Linux tells of changes in folders: emptied when we want it to be, and by nobody else.

watchdog reads its queue in a thread of its own and holds some of it back for a while; who
has to know that nothing has changed up to now needs a queue that is empty when it says so.
"""

import ctypes
import os
import struct
from collections.abc import Iterator
from contextlib import suppress

_MODIFY, _ATTRIB, _CLOSE_WRITE, _MOVED_FROM, _MOVED_TO = 0x2, 0x4, 0x8, 0x40, 0x80
_CREATE, _DELETE, _DELETE_SELF, _MOVE_SELF = 0x100, 0x200, 0x400, 0x800
_ONLY_FOLDERS, _NO_LINKS = 0x01000000, 0x02000000
_MASK = (_MODIFY | _ATTRIB | _CLOSE_WRITE | _MOVED_FROM | _MOVED_TO | _CREATE | _DELETE | _DELETE_SELF | _MOVE_SELF
         | _ONLY_FOLDERS | _NO_LINKS)
_OVERFLOW = 0x4000
_CHUNK = 1 << 18
_EVENT = struct.Struct("iIII")  # folder, what happened, which events belong together, bytes of the name


class Queue:
    """A queue of changes in folders. Raises `OSError` when the system has none to give."""

    def __init__(self) -> None:
        self._system = ctypes.CDLL(None, use_errno=True)
        self._file: int = self._system.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._file < 0:
            raise OSError(ctypes.get_errno(), "inotify_init1")
        self._watched: dict[int, str] = {}

    def watch(self, folders: list[str]) -> bool:
        """Be told of changes in these folders, and of no other ones; whether one was not watched before.

        Raises `OSError` when one cannot be watched.
        """
        wanted: dict[int, str] = {}
        for folder in folders:
            mark = self._system.inotify_add_watch(self._file, os.fsencode(folder), _MASK)
            if mark < 0:
                raise OSError(ctypes.get_errno(), "inotify_add_watch")
            wanted[mark] = folder
        for mark in self._watched.keys() - wanted.keys():
            self._system.inotify_rm_watch(self._file, mark)
        new = not wanted.keys() <= self._watched.keys()
        self._watched = wanted
        return new

    def drain(self) -> list[str | None]:
        """Empty the queue: the files and folders that it told of; None among them when it has lost some. Raises `OSError`."""
        told: list[str | None] = []
        with suppress(BlockingIOError):
            while data := os.read(self._file, _CHUNK):
                told += self._places(data)
        return told

    def _places(self, data: bytes) -> Iterator[str | None]:
        place = 0
        while place < len(data):
            mark, what, _, length = _EVENT.unpack_from(data, place)
            place += _EVENT.size + length
            folder = None if what & _OVERFLOW else self._watched.get(mark)
            yield None if folder is None else folder + os.fsdecode(data[place - length : place].rstrip(b"\0"))

    def close(self) -> None:
        with suppress(OSError):
            os.close(self._file)
