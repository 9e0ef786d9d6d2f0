"""Files: read whole and only when they are plain files, replaced in one step."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from typing import BinaryIO

from ..errors import VaultError

_CHUNK = 1 << 16  # most notes at one go; a larger buffer costs more to get than it saves
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class NotAPlainFile(OSError):
    """A pipe, a device or a folder stands where a file is expected."""


def read_plain_file(path: str, most: int = 1 << 62) -> bytes:
    """The bytes of a plain file (never of a link, pipe or device); at most `most` of them. Raises `OSError`."""
    descriptor = os.open(path, _FLAGS)
    try:
        data = os.read(descriptor, _CHUNK)
        if len(data) == _CHUNK:
            parts = [data]
            size = len(data)
            while size < most and (data := os.read(descriptor, _CHUNK)):
                parts.append(data)
                size += len(data)
            data = b"".join(parts)
        elif not data and not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise NotAPlainFile("no plain file")
        return data
    finally:
        os.close(descriptor)


def open_plain_file(path: str) -> BinaryIO:
    """A plain file (never a link, pipe or device) to read from. Raises `OSError`."""
    descriptor = os.open(path, _FLAGS)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise NotAPlainFile("no plain file")
    return os.fdopen(descriptor, "rb")


def read_setting_file(path: str) -> bytes | None:
    """The bytes of a small file that need not be there (at most 1 MiB); None when it is not or cannot be read."""
    try:
        return read_plain_file(path, 1 << 20)
    except OSError:
        return None


def replace_file(path: str, data: bytes | Iterable[bytes]) -> None:
    """Write a file whole, from its bytes or from parts of them: a temporary one beside it, flushed to disk, then renamed over it.

    A crash leaves the old file or the new one. The mode of an existing file is kept.
    Raises `VaultError` when it cannot be written; a file that is read-only is left alone.
    """
    folder, name = os.path.split(path)
    temporary = os.path.join(folder, f".{name}.{os.getpid()}.tmp")
    try:
        mode = mode_to_keep(path, path)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o666)
        try:
            with os.fdopen(descriptor, "wb") as file:
                if mode is not None:
                    os.chmod(temporary, mode)
                file.writelines([data] if isinstance(data, bytes) else data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
        flush_folder(folder)
    except OSError as error:
        raise VaultError(f"{path} cannot be written: {error.strerror}", "nothing was changed") from None


def mode_to_keep(path: str, name: str) -> int | None:
    """The mode of the file at `path`; raises `VaultError`, with its `name`, when it must not be replaced."""
    try:
        found = os.lstat(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise VaultError(f"{name} cannot be looked at: {error.strerror}", "nothing was changed") from None
    if not stat.S_ISREG(found.st_mode):
        raise VaultError(f"{name} is no plain file", "move it away")
    if not found.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise VaultError(f"{name} is read-only", "nothing was changed")
    return stat.S_IMODE(found.st_mode)


def flush_folder(folder: str) -> None:
    """A rename is on disk only when its folder is. Where that cannot be asked for (Windows), nothing is."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
