"""Changes to notes that people also edit by hand: never a byte lost, and each can be taken back.

A note is read, edited and replaced only while it is still what was read; otherwise it is
edited anew. On Linux the new file and the note are exchanged in one step and what came
out is compared, so that no save of an editor can fall between the looking and the
replacing. Elsewhere a save within the moment between the two is lost.

A change of several notes is all or nothing: it is written down before it is made, and
what a kill has cut short is taken back by the next command that writes, before it reads
anything: what it does must not rest on half a change.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from ..errors import VaultError
from ..model.record import NamedTuple
from .change_log import Change, ChangeLog
from .files import flush_folder, mode_to_keep, read_plain_file
from .note_file import clear_leftovers, create_file, exchange_file, remove_file
from .state import state_folder

_TRIES = 8

Edit = Callable[[bytes], bytes | None]
"""The new bytes of a note, given those it has; None when the note is to go away."""


class Wanted(NamedTuple):
    """An edit of a note that is there, or the text of one that is not there yet.

    With `source` it is the note there that is edited and moved to `path`.
    """

    path: str
    edit: Edit = bytes
    text: bytes | None = None
    source: str | None = None


class CutShort(NamedTuple):
    """A change that a kill has cut short, and that was taken back: what it was called, and whether it was an undo."""

    said: str
    was_undo: bool


def _file_of(root: str, path: str) -> str:
    """Where a note really lies; raises `VaultError` when that is not in the vault."""
    file = os.path.realpath(os.path.join(root, path))
    if os.path.commonpath([root, file]) != root:
        raise VaultError(f"{path} leads out of the vault", "nothing was changed")
    return file


@contextmanager
def _locked(root: str) -> Iterator[tuple[ChangeLog, CutShort | None]]:
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
            cut_short = _recover(root, log)
        except OSError as error:
            raise _not_kept(error) from None
        yield log, cut_short
    finally:
        with suppress(OSError):
            os.close(lock)


def _not_kept(error: OSError) -> VaultError:
    return VaultError(f"what undo needs cannot be kept: {error.strerror}", "nothing was changed; look at $XDG_STATE_HOME")


def take_back_cut_short(root: str) -> CutShort | None:
    """Take back what a kill has cut short; None when nothing was. Waits while somebody alive is at it.

    To be called before the notes are read on which a change is to rest.
    """
    try:
        if not ChangeLog(state_folder(root)).has_begun:
            return None
    except OSError:
        return None  # the change itself says what is wrong
    with _locked(root) as (_, cut_short):
        return cut_short


def change_notes(root: str, wanted: Sequence[Wanted], said: str, *, dry_run: bool = False) -> list[Change]:
    """Change notes, all of them or none; what was done, or with `dry_run` would be.

    `said` is what undo will call it. An edit may be called several times; what it raises
    leaves everything alone. Raises `VaultError` when a note cannot be read or written,
    when a new one is there already, or when half a change of somebody who was killed had
    first to be taken back: `wanted` may rest on it.
    """
    if dry_run:
        return _plan_all(root, wanted)
    with _locked(root) as (log, cut_short):
        if cut_short is not None:
            raise VaultError(f"this was cut short meanwhile, and has been taken back: {cut_short.said}",
                             "nothing else was changed; try again")
        for _ in range(_TRIES):
            changes = _plan_all(root, wanted)
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


def _plan_all(root: str, wanted: Sequence[Wanted]) -> list[Change]:
    """What is to be done, given the notes as they are now. A note goes only when all others are made."""
    return sorted([change for one in wanted for change in _plan(root, one)], key=lambda change: change.after is None)


def _plan(root: str, wanted: Wanted) -> list[Change]:
    """What is to be done with one note, as it is now."""
    if wanted.source is not None:
        return _plan_move(root, wanted.path, wanted.source, wanted.edit)
    file = _file_of(root, wanted.path)
    if wanted.text is not None:
        _refuse_present(file, wanted.path)
        return [Change(wanted.path, None, wanted.text)]
    before = _read(file, wanted.path)
    after = wanted.edit(before)
    return [Change(wanted.path, before, after, mode_to_keep(file, wanted.path) if after is None else None)]


def _plan_move(root: str, path: str, source: str, edit: Edit) -> list[Change]:
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
            _flush(root, made)
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
    with suppress(VaultError):
        _flush(root, made)


def _flush(root: str, made: Sequence[Change]) -> None:
    """What was made, renamed or deleted is on disk only when its folder is."""
    for folder in {os.path.dirname(_file_of(root, change.path)) for change in made}:
        flush_folder(folder)


def _make(root: str, change: Change) -> bool:
    """Make one change; False when the note is no longer what it was."""
    file = _file_of(root, change.path)
    try:
        if change.before is None and change.after is not None:
            return create_file(file, change.after, change.mode)
        if change.after is None:
            return change.before is not None and remove_file(file, change.before)
        return change.before is not None and exchange_file(file, change.path, change.before, change.after)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise VaultError(f"{change.path} cannot be written: {error.strerror}", "nothing was changed") from None


def _recover(root: str, log: ChangeLog) -> CutShort | None:
    """Take back what a process that was killed had begun; a note that was changed since is left as it is."""
    begun = log.begun()
    if begun is None:
        return None
    said, changes = begun
    last = log.last()
    for change in changes:
        with suppress(VaultError):
            clear_leftovers(_file_of(root, change.path), [text for text in (change.before, change.after) if text is not None])
            _make(root, change.reverse)
    with suppress(VaultError):
        _flush(root, changes)
    log.forget()
    return CutShort(said, last is not None and [change.reverse for change in reversed(last[1])] == changes)


def undo_change(root: str, *, dry_run: bool = False) -> tuple[str, list[Change]]:
    """Take back the last change: what it was called, and the changes that undo it.

    Raises `VaultError` when there is none, or when a note was changed since.
    """
    with _locked(root) as (log, _):
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
                raise VaultError(f"{change.path} was changed since", "take it back by hand")
        if not dry_run and not _carry_out(root, log, said, changes, log.drop_last):
            raise VaultError("a note was changed meanwhile", "nothing was taken back; try again")
        return said, changes


def last_change(root: str) -> int | None:
    """The number of the last change that can be taken back; None when there is none, or when that is not known."""
    try:
        return ChangeLog(state_folder(root)).last_number
    except OSError:
        return None


def _is_now(root: str, path: str, expected: bytes | None) -> bool:
    file = _file_of(root, path)
    try:
        return read_plain_file(file) == expected
    except FileNotFoundError:
        return expected is None
    except OSError:
        return False
