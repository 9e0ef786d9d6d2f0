"""The files of other programs, as they are named on the command line: read, and never written."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from ..errors import UsageError, VaultError
from .files import open_plain_file, read_plain_file, replace_file
from .fresh_file import is_untouched

MAX_PIPED_BYTES = 256 << 20
"""The most that is read of what is no plain file: a pipe need not end."""

MAX_EXPORT_BYTES = 4 << 30
"""The largest file that is read: it is held in memory as a whole."""

_CHUNK = 1 << 20
_HEAD = 1000  # how far the mark of what is ours is looked for


def read_export(path: str) -> bytes:
    """The bytes of an export; of stdin for `-`. A pipe is read to its end. Raises `VaultError`."""
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
        raise VaultError(f"{path} cannot be read: {error.strerror or error}", "look at the name, and at its rights") from None
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


def write_export(name: str, parts: Iterable[str], mark: bytes | None, *, force: bool, seal: re.Pattern[bytes] | None = None) -> bool:
    """Write a text to a file that somebody has named, in one step; whether it changed. Raises `VaultError`.

    Without `force`, a file that says something else and has not `mark` near its beginning, or by its `seal` (see `FreshFile`) was edited, stays: `UsageError`.
    The text comes in parts and is never in memory as a whole: as far as the file says the same, it is taken from there.
    """
    data = (part.encode("utf-8", "replace") for part in parts)
    try:
        file = open_plain_file(name)
    except OSError:  # it is not there, or writing says what is wrong
        replace_file(name, data)
        return True
    with file:
        same, rest = _compare(file, data)
        if same is None:
            return False
        file.seek(0)
        head = file.read(_HEAD)
        if seal is not None and not force and mark is not None and mark in head and not is_untouched(head + file.read(), seal):
            raise UsageError(f"{name} was edited since nb wrote it", "choose another name, or write over it with --force")
    if head and not force and (mark is None or mark not in head):
        raise UsageError(f"{name} is there, and does not say that nb has made it", "choose another name, or write over it with --force")
    replace_file(name, chain(_beginning(name, same), [rest], data))
    return True


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
