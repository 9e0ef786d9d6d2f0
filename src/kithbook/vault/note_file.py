"""The file of a note: made, exchanged or deleted in one step, and only while it is what it was.

What is new is written aside, flushed to disk, and put in its place. Whoever has changed files
flushes their folders, each once. Each of these functions leaves the file as it was when it
raises `OSError`.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from zlib import crc32

from .files import mode_to_keep, read_plain_file

_SUFFIX = ".nb-tmp"


def _aside(file: str) -> str:
    """A name for the new file beside a note, short whatever the note's is."""
    folder, name = os.path.split(file)
    return os.path.join(folder, f".{crc32(os.fsencode(name)):08x}.{os.getpid()}{_SUFFIX}")


def exchange_file(file: str, path: str, before: bytes, after: bytes) -> bool:
    """Replace a file that still holds `before`; whether it did."""
    from .exchange import exchange  # and with it what calls the system's library

    aside = _aside(file)
    mode = mode_to_keep(file, path)
    try:
        _write_new(aside, after, mode)
        if not exchange(aside, file):
            if read_plain_file(file) != before:
                return False
            os.replace(aside, file)
        elif not _holds(aside, before, or_else=lambda: exchange(aside, file)):
            return False
    finally:
        _discard(aside)
    return True


def remove_file(file: str, before: bytes) -> bool:
    """Delete a file that still holds `before`; whether it did. It is taken aside first, so that no save can fall in between."""
    aside = _aside(file)
    os.rename(file, aside)

    def put_back() -> None:
        os.link(aside, file)  # raises, and leaves both, when a new one has been saved meanwhile
        _discard(aside)

    if not _holds(aside, before, or_else=put_back):
        return False
    _discard(aside)
    return True


def _holds(file: str, expected: bytes, *, or_else: Callable[[], object]) -> bool:
    """Whether a file holds what is expected. If not, or when it cannot be read, `or_else` is done."""
    same = False
    try:
        same = read_plain_file(file) == expected
    finally:
        if not same:
            or_else()
    return same


def create_file(file: str, data: bytes, mode: int | None) -> bool:
    """Make a new file, never over one that is there; whether it was made."""
    os.makedirs(os.path.dirname(file), exist_ok=True)
    aside = _aside(file)
    try:
        _write_new(aside, data, 0o666 & ~_umask() if mode is None else mode)
        os.link(aside, file)
    except FileExistsError:
        return False
    finally:
        _discard(aside)
    return True


def _discard(aside: str) -> None:
    """Delete what was written aside; a disk that refuses once is asked again."""
    for _ in range(2):
        try:
            os.unlink(aside)
        except FileNotFoundError:
            return
        except OSError:
            continue


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _write_new(file: str, data: bytes, mode: int | None) -> None:
    """Write a file that is not there yet, and flush it to disk."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(data)
        opened.flush()
        if mode is not None:
            os.chmod(file, mode)
        os.fsync(opened.fileno())


def clear_leftovers(file: str, known: Sequence[bytes]) -> None:
    """Delete what a killed process left beside a note, unless it holds words that are in none of the `known` texts."""
    folder, name = os.path.split(file)
    for found in os.listdir(folder) if os.path.isdir(folder) else ():
        if found.startswith(f".{crc32(os.fsencode(name)):08x}.") and found.endswith(_SUFFIX):
            with suppress(OSError):
                left = os.path.join(folder, found)
                data = read_plain_file(left)
                if any(text.startswith(data) for text in known):
                    os.unlink(left)
