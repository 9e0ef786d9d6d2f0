"""Changes to notes that people also edit by hand: never a byte lost, and each can be taken back.

A note is read, edited and replaced only while it is still what was read; otherwise it is
edited anew. On Linux the new file and the note are exchanged in one step and what came
out is compared, so that no save of an editor can fall between the looking and the
replacing. Elsewhere a save within the moment between the two is lost.
"""

import os
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from json import dumps, loads
from typing import NamedTuple

from ..errors import VaultError
from .exchange import exchange
from .files import flush_folder, mode_to_keep, read_plain_file
from .state import state_folder, write_state

_TRIES = 8
_KEPT = 100  # changes that can be taken back, one after another
_SUFFIX = ".nb-tmp"


class Change(NamedTuple):
    """What was done to a note: its bytes before and after."""

    path: str
    before: bytes
    after: bytes


def _file_of(root: str, path: str) -> str:
    """Where a note really lies; raises `VaultError` when that is not in the vault."""
    file = os.path.realpath(os.path.join(root, path))
    if os.path.commonpath([root, file]) != root:
        raise VaultError(f"{path} leads out of the vault", "nothing was changed")
    return file


@contextmanager
def _locked(root: str) -> Iterator[str]:
    """Only one of our processes at a time changes a vault; gives the folder where changes are kept."""
    try:
        folder = state_folder(root)
        lock = os.open(os.path.join(folder, "lock"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise VaultError(f"what undo needs cannot be kept: {error.strerror}", "look at $XDG_STATE_HOME") from None
    try:
        try:
            import fcntl
        except ImportError:  # Windows
            pass
        else:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder
    finally:
        os.close(lock)


def change_note(root: str, path: str, edit: Callable[[bytes], bytes], said: str, *, dry_run: bool = False) -> Change:
    """Edit a note; what was done, or with `dry_run` would be. `said` is what undo will call it.

    `edit` may be called several times, and what it raises leaves the note alone. Raises
    `VaultError` when the note cannot be read or written.
    """
    file = _file_of(root, path)
    with _locked(root) as folder:
        for _ in range(_TRIES):
            try:
                before = read_plain_file(file)
            except OSError as error:
                raise VaultError(f"{path} cannot be read: {error.strerror}", "nothing was changed") from None
            after = edit(before)
            change = Change(path, before, after)
            if dry_run or after == before:
                return change
            if _replace(file, before, after):
                _remember(folder, change, said)
                return change
    raise VaultError(f"{path} is being changed all the time", "nothing was changed; try again later")


def _replace(file: str, before: bytes, after: bytes) -> bool:
    """Replace a file that still holds `before`; whether it did."""
    folder, name = os.path.split(file)
    aside = os.path.join(folder, f".{name}.{os.getpid()}{_SUFFIX}")
    try:
        mode = mode_to_keep(file)
        _write_new(aside, after, mode)
        try:
            if not exchange(aside, file):
                if read_plain_file(file) != before:
                    return False
                os.replace(aside, file)
            elif read_plain_file(aside) != before:
                exchange(aside, file)
                return False
        finally:
            if os.path.lexists(aside):
                os.unlink(aside)
        flush_folder(folder)
    except OSError as error:
        raise VaultError(f"{file} cannot be written: {error.strerror}", "nothing was changed") from None
    return True


def _write_new(file: str, data: bytes, mode: int | None) -> None:
    """Write a file that is not there yet, and flush it to disk."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(data)
            opened.flush()
            if mode is not None:
                os.chmod(file, mode)
            os.fsync(opened.fileno())
    except BaseException:
        os.unlink(file)
        raise


# Taking back


def _remember(folder: str, change: Change, said: str) -> None:
    """Keep a change for undo."""
    kept = _kept(folder)
    number = kept[-1] + 1 if kept else 1
    record = {"said": said, "path": change.path, "before": b64encode(change.before).decode(),
              "after": b64encode(change.after).decode()}
    write_state(os.path.join(folder, f"{number:08}.change"), dumps(record).encode())
    for old in kept[: max(0, len(kept) + 1 - _KEPT)]:
        os.unlink(os.path.join(folder, f"{old:08}.change"))


def _kept(folder: str) -> list[int]:
    return sorted(int(name[:8]) for name in os.listdir(folder) if name.endswith(".change") and name[:8].isdigit())


def undo_change(root: str, *, only_look: bool = False) -> tuple[str, Change]:
    """Take back the last change: what it was called, and the change that undoes it.

    Raises `VaultError` when there is none, or when the note was changed since.
    """
    with _locked(root) as folder:
        kept = _kept(folder)
        if not kept:
            raise VaultError("there is nothing to take back", "only what nb itself has changed can be taken back")
        record_file = os.path.join(folder, f"{kept[-1]:08}.change")
        record = loads(read_plain_file(record_file))
        change = Change(record["path"], b64decode(record["after"]), b64decode(record["before"]))
        file = _file_of(root, change.path)
        try:
            unchanged = read_plain_file(file) == change.before
        except OSError:
            unchanged = False
        if not unchanged or not (only_look or _replace(file, change.before, change.after)):
            raise VaultError(f"{change.path} was changed since: {record['said']}", "take it back by hand")
        if not only_look:
            os.unlink(record_file)
        return record["said"], change
