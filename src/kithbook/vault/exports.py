"""The files of other programs, as they are named on the command line: read, and written over only when they are ours."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from itertools import chain
from typing import BinaryIO

from ..errors import UsageError, VaultError, cannot_be_read
from .files import mode_to_keep, open_plain_file, read_plain_file, replace_file
from .fresh_file import is_untouched
from .state import read_state, state_folder, write_state

MAX_PIPED_BYTES = 256 << 20
"""The most that is read of what is no plain file: a pipe need not end."""

MAX_EXPORT_BYTES = 4 << 30
"""The largest file that is read: it is held in memory as a whole."""

_CHUNK = 1 << 20


def read_export(path: str) -> bytes:
    """The bytes of an export; of stdin for `-`. A pipe is read to its end. Raises `UserError`."""
    try:
        descriptor = os.dup(0) if path == "-" else os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:  # raises for a folder
            most = MAX_EXPORT_BYTES if stat.S_ISREG(os.fstat(descriptor).st_mode) else MAX_PIPED_BYTES
            parts: list[bytes] = []
            size = 0
            while data := file.read(_CHUNK):
                parts.append(data)
                size += len(data)
                if size > most:
                    raise VaultError(f"{path} has more than {most >> 20} MB, or no end", "give it in parts, or as a file")
    except OSError as error:
        raise cannot_be_read(path, error, "look at the name, and at its rights") from None
    return b"".join(parts)


def is_folder(path: str) -> bool:
    """Whether a folder has that name: a Maildir, as it may be."""
    return os.path.isdir(path)


def letters_of_maildir(folder: str) -> Iterator[bytes]:
    """The letters of a Maildir, and of the folders in it; those that cannot be read are passed over."""
    for base, folders, names in os.walk(folder):
        folders.sort()
        if os.path.basename(base) in ("cur", "new"):
            for name in sorted(names):
                try:
                    yield read_plain_file(os.path.join(base, name), 1 << 20)
                except OSError:
                    continue


class ExportFile:
    """A file that somebody has named, into which an export goes: written over only while it is as nb has written it.

    What nb has written last, of each kind (`what`), is known by a digest that is kept on this machine, since most formats have no
    place for one. Where there is one in it, by its `seal` (see `FreshFile`), a file from another machine is known, too.
    """

    def __init__(self, root: str, name: str, what: str, seal: re.Pattern[bytes] | None = None) -> None:
        self.name = name
        self._root = root
        self._what = what
        self._seal = seal

    def write(self, parts: Iterable[str], *, force: bool, dry_run: bool = False) -> bool:
        """Write a text in one step; whether the file changed, or with `dry_run` would. Raises `VaultError`, and `UsageError` for one that is to stay.

        The text comes in parts and is never in memory as a whole: as far as the file says the same, it is taken from there.
        """
        digest = sha256()

        def encoded() -> Iterator[bytes]:
            for part in parts:
                data = part.encode("utf-8", "replace")
                digest.update(data)
                yield data

        data = encoded()
        try:
            file = open_plain_file(self.name)
        except OSError:  # it is not there, or writing says what is wrong
            if dry_run:
                mode_to_keep(self.name, self.name)
                return True
            replace_file(self.name, data)
            self._remember(digest.hexdigest())
            return True
        with file:
            same, rest = _compare(file, data)
            if same is not None and not force and not self._is_ours(file):
                raise UsageError(f"{self.name} is there, and is not as nb has written it", "choose another name, or write over it with --force")
        if dry_run:
            return same is not None
        if same is not None:
            replace_file(self.name, chain(_beginning(self.name, same), [rest], data))
        self._remember(digest.hexdigest())
        return same is not None

    def _is_ours(self, file: BinaryIO) -> bool:
        """Whether a file is as nb has written it. One without anything in it has nothing to lose."""
        file.seek(0)
        digest = sha256()
        while data := file.read(_CHUNK):
            digest.update(data)
        if not file.tell():
            return True
        with suppress(OSError):
            if read_state(self._record) == digest.hexdigest().encode():
                return True
        if self._seal is None:
            return False
        file.seek(0)
        return is_untouched(file.read(), self._seal)

    def _remember(self, digest: str) -> None:
        with suppress(OSError):  # then it is written over with --force alone
            write_state(self._record, digest.encode())

    @property
    def _record(self) -> str:
        about = os.fsencode(f"{self._what}\0{os.path.realpath(self.name)}")
        return os.path.join(state_folder(self._root), f"{sha256(about).hexdigest()[:16]}.export")


def _compare(file: BinaryIO, data: Iterator[bytes]) -> tuple[int | None, bytes]:
    """How much of a file is the same, up to the first part that is not, and that part; None when all is."""
    same = 0
    for part in data:
        if file.read(len(part)) != part:
            return same, part
        same += len(part)
    return (same if file.read(1) else None), b""


def _beginning(name: str, length: int) -> Iterator[bytes]:
    """The first bytes of a file, in pieces."""
    if not length:
        return
    with open_plain_file(name) as file:
        while length:
            piece = file.read(min(length, 1 << 20))
            if not piece:
                raise VaultError(f"{name} is being changed by another program", "try again")
            length -= len(piece)
            yield piece
