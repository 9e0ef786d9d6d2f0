"""Changes to notes that people also edit by hand: never a byte lost, and each can be taken back.

A note is read, edited and replaced only while it is still what was read; otherwise it is
edited anew. On Linux the new file and the note are exchanged in one step and what came
out is compared, so that no save of an editor can fall between the looking and the
replacing. Elsewhere a save within the moment between the two is lost.

A change of several notes is all or nothing: it is written down before it is made, and
what a kill has cut short is taken back by the next command that writes.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import NamedTuple
from zlib import crc32

from ..errors import VaultError
from .change_log import Change, ChangeLog
from .exchange import exchange
from .files import flush_folder, mode_to_keep, read_plain_file
from .state import state_folder

_TRIES = 8
_SUFFIX = ".nb-tmp"

Edit = Callable[[bytes], bytes]


class Wanted(NamedTuple):
    """An edit of a note that is there, or the text of one that is not there yet.

    With `source` it is the note there that is edited and moved to `path`; with neither
    edit nor text the note goes away.
    """

    path: str
    edit: Edit | None = None
    text: bytes | None = None
    source: str | None = None


def _file_of(root: str, path: str) -> str:
    """Where a note really lies; raises `VaultError` when that is not in the vault."""
    file = os.path.realpath(os.path.join(root, path))
    if os.path.commonpath([root, file]) != root:
        raise VaultError(f"{path} leads out of the vault", "nothing was changed")
    return file


@contextmanager
def _locked(root: str) -> Iterator[ChangeLog]:
    """Only one of our processes at a time changes a vault; what one was killed at is taken back first."""
    try:
        folder = state_folder(root)
        lock = os.open(os.path.join(folder, "lock"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise _not_kept(error) from None
    try:
        try:
            import fcntl
        except ImportError:  # Windows
            pass
        else:
            fcntl.flock(lock, fcntl.LOCK_EX)
        log = ChangeLog(folder)
        try:
            _recover(root, log)
        except OSError as error:
            raise _not_kept(error) from None
        yield log
    finally:
        with suppress(OSError):
            os.close(lock)


def _not_kept(error: OSError) -> VaultError:
    return VaultError(f"what undo needs cannot be kept: {error.strerror}", "nothing was changed; look at $XDG_STATE_HOME")


def change_notes(root: str, wanted: Sequence[Wanted], said: str, *, dry_run: bool = False) -> list[Change]:
    """Change notes, all of them or none; what was done, or with `dry_run` would be.

    `said` is what undo will call it. An edit may be called several times; what it raises
    leaves everything alone. Raises `VaultError` when a note cannot be read or written, or
    when a new one is there already.
    """
    if dry_run:
        return [change for one in wanted for change in _plan(root, one)]
    with _locked(root) as log:
        for _ in range(_TRIES):
            changes = [change for one in wanted for change in _plan(root, one)]
            if all(change.before == change.after for change in changes):
                return changes
            if _carry_out(root, log, said, changes, log.keep):
                return changes
    raise VaultError(f"{wanted[0].path} is being changed all the time", "nothing was changed; try again later")


def _carry_out(root: str, log: ChangeLog, said: str, changes: Sequence[Change], record: Callable[[], None]) -> bool:
    """Make all changes, written down beforehand, and `record` that; False, or an exception, when none of them stands."""
    try:
        log.begin(said, changes)
    except OSError as error:
        raise _not_kept(error) from None
    done = False
    try:
        done = _apply(root, changes)
        if done:
            try:
                record()
            except OSError as error:
                done = False
                _take_back(root, changes)
                raise _not_kept(error) from None
    finally:
        if not done:
            with suppress(OSError):
                log.forget()
    return done


def _plan(root: str, wanted: Wanted) -> list[Change]:
    """What is to be done, given the notes as they are now."""
    if wanted.source is not None:
        return _plan_move(root, wanted.path, wanted.source, wanted.edit or bytes)
    file = _file_of(root, wanted.path)
    if wanted.text is not None:
        _refuse_present(file, wanted.path)
        return [Change(wanted.path, None, wanted.text)]
    before = _read(file, wanted.path)
    if wanted.edit is None:
        return [Change(wanted.path, before, None, mode_to_keep(file, wanted.path))]
    return [Change(wanted.path, before, wanted.edit(before))]


def _plan_move(root: str, path: str, source: str, edit: Edit) -> list[Change]:
    """The new note is made before the old one goes."""
    _refuse_present(_file_of(root, path), path)
    file = _file_of(root, source)
    before = _read(file, source)
    mode = mode_to_keep(file, source)
    return [Change(path, None, edit(before), mode), Change(source, before, None, mode)]


def _refuse_present(file: str, path: str) -> None:
    if os.path.lexists(file):
        raise VaultError(f"{path} is there already", "nothing was changed")


def _read(file: str, path: str) -> bytes:
    try:
        return read_plain_file(file)
    except OSError as error:
        raise VaultError(f"{path} cannot be read: {error.strerror}", "nothing was changed") from None


def _apply(root: str, changes: Sequence[Change]) -> bool:
    """Make all changes; False, with none of them made, when a note is no longer what it was."""
    made: list[Change] = []
    try:
        for change in changes:
            if not _make(root, change):
                break
            made.append(change)
        else:
            return True
    except BaseException:
        _take_back(root, made)
        raise
    _take_back(root, made)
    return False


def _take_back(root: str, made: Sequence[Change]) -> None:
    for change in reversed(made):
        with suppress(VaultError):
            _make(root, change.reverse)


def _make(root: str, change: Change) -> bool:
    """Make one change; False when the note is no longer what it was."""
    file = _file_of(root, change.path)
    try:
        if change.before is None and change.after is not None:
            return _create(file, change.after, change.mode)
        if change.after is None:
            return change.before is not None and _remove(file, change.before)
        return change.before is not None and _replace(file, change.path, change.before, change.after)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise VaultError(f"{change.path} cannot be written: {error.strerror}", "nothing was changed") from None


def _aside(file: str) -> str:
    """A name for the new file beside a note, short whatever the note's is."""
    folder, name = os.path.split(file)
    return os.path.join(folder, f".{crc32(os.fsencode(name)):08x}.{os.getpid()}{_SUFFIX}")


def _replace(file: str, path: str, before: bytes, after: bytes) -> bool:
    """Replace a file that still holds `before`; whether it did."""
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
    flush_folder(os.path.dirname(file))
    return True


def _remove(file: str, before: bytes) -> bool:
    """Delete a file that still holds `before`; whether it did. It is taken aside first, so that no save can fall in between."""
    aside = _aside(file)
    os.rename(file, aside)

    def put_back() -> None:
        os.link(aside, file)  # raises, and leaves both, when a new one has been saved meanwhile
        _discard(aside)

    if not _holds(aside, before, or_else=put_back):
        return False
    _discard(aside)
    flush_folder(os.path.dirname(file))
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


def _create(file: str, data: bytes, mode: int | None) -> bool:
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
    flush_folder(os.path.dirname(file))
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


def _recover(root: str, log: ChangeLog) -> None:
    """Take back what a process that was killed had begun; a note that was changed since is left as it is."""
    begun = log.begun()
    if begun is None:
        return
    for change in begun:
        with suppress(VaultError):
            _clear_leftovers(_file_of(root, change.path), change)
            _make(root, change.reverse)
    log.forget()


def _clear_leftovers(file: str, change: Change) -> None:
    """Delete the new files left beside a note, unless they hold words that are nowhere else."""
    folder, name = os.path.split(file)
    for found in os.listdir(folder) if os.path.isdir(folder) else ():
        if found.startswith(f".{crc32(os.fsencode(name)):08x}.") and found.endswith(_SUFFIX):
            with suppress(OSError):
                left = os.path.join(folder, found)
                data = read_plain_file(left)
                if data in (change.before, change.after) or any(text.startswith(data) for text in (change.before, change.after) if text):
                    os.unlink(left)


def undo_change(root: str, *, dry_run: bool = False) -> tuple[str, list[Change]]:
    """Take back the last change: what it was called, and the changes that undo it.

    Raises `VaultError` when there is none, or when a note was changed since.
    """
    with _locked(root) as log:
        last = log.last()
        while last is not None and last[1] and all(_is_now(root, change.path, change.before) for change in last[1]):
            log.drop_last()  # a kill came between taking it back and saying so
            last = log.last()
        if last is None:
            raise VaultError("there is nothing to take back", "only what nb itself has changed can be taken back")
        said, made = last
        changes = [change.reverse for change in reversed(made)]
        for change in changes:
            if not _is_now(root, change.path, change.before):
                raise VaultError(f"{change.path} was changed since: {said}", "take it back by hand")
        if not dry_run:
            if not _carry_out(root, log, said, changes, log.drop_last):
                raise VaultError(f"a note was changed meanwhile: {said}", "nothing was taken back; try again")
        return said, changes


def _is_now(root: str, path: str, expected: bytes | None) -> bool:
    file = _file_of(root, path)
    try:
        return read_plain_file(file) == expected
    except FileNotFoundError:
        return expected is None
    except OSError:
        return False
