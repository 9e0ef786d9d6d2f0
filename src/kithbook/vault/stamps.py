"""What files look like from outside: enough to tell whether one has changed since it was read."""

import os
import sys
from array import array
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import accumulate, chain
from operator import attrgetter

from ..model.record import NamedTuple

# Of each file: when it was last written and last changed in any way (in nanoseconds), its size and its inode.
# The second is set by the system alone: a program that writes and sets the time back is found out by it.
_FACTS = ("st_mtime_ns", "st_ctime_ns", "st_size", "st_ino")
_facts_of = attrgetter(*_FACTS)
_COUNT = len(_FACTS)
STAMP_BYTES = 8 * _COUNT
_NOTHING = (0,) * _COUNT
_MOST = (1 << 64) - 1  # a file of before 1970 has a negative time

# The clock that stamps files ticks every few milliseconds, on some disks every two seconds:
# within a tick a file can change twice and look the same.
_TICK = 20_000_000
_COARSE_TICK = 2_000_000_000
_SECOND = 1_000_000_000


# From so many files on, a second process costs less than it saves.
_WORTH_A_PROCESS = 4000
_CHUNK = 500


class _Chunk(NamedTuple):
    """Some of the files of a folder, and the stamps that are known of them (none when the files are others)."""

    base: str
    names: Sequence[str]
    known: bytes


def look_at_all(root: str, names: Mapping[str, Sequence[str]], known: Mapping[str, bytes], only: Set[str] | None = None) -> dict[str, bytes]:
    """The stamps of files, by folder (relative, with `/` at its end, or empty). `known` are those of before.

    With `only`, they still hold for all that have none of these paths and lie in none of these folders.

    Looking is nearly all that a question costs when nothing has changed, so that a forked
    process looks at half of them when there are thousands.
    """
    if only is not None:
        held = {base: _held(root, base, of, known.get(base, b""), only) for base, of in names.items()}
        anew = look_at_all(root, {base: of for base, of in names.items() if held[base] is None}, known)
        return {base: stamps if stamps is not None else anew[base] for base, stamps in held.items()}
    chunks = [
        _Chunk(base, of[start : start + _CHUNK], stamps[start * STAMP_BYTES : (start + _CHUNK) * STAMP_BYTES])
        for base, of in names.items()
        for stamps in (known.get(base, b""),)
        for start in range(0, len(of), _CHUNK)
    ]
    child, theirs = None, 0
    if sum(map(len, names.values())) >= _WORTH_A_PROCESS and may_fork():
        theirs = _second_half(chunks)
        child = _Child(root, chunks[theirs:])
    seen = [look_at(f"{root}/{chunk.base}", chunk.names) for chunk in (chunks[:theirs] if child else chunks)]
    if child is not None:
        seen += [
            chunk.known if same else look_at(f"{root}/{chunk.base}", chunk.names)
            for chunk, same in zip(chunks[theirs:], child.result(), strict=True)
        ]
    found: dict[str, list[bytes]] = {base: [] for base in names}
    for chunk, stamps in zip(chunks, seen, strict=True):
        found[chunk.base].append(stamps)
    return {base: b"".join(stamps) for base, stamps in found.items()}


def _held(root: str, base: str, names: Sequence[str], known: bytes, only: Set[str]) -> bytes | None:
    """The stamps of a folder's files, of which only those with one of some paths are looked at; None when all of them have to be."""
    around = accumulate(base.split("/")[:-1], "{}/{}".format)
    if len(known) != len(names) * STAMP_BYTES or not only.isdisjoint(around) or "" in only:
        return None
    told = {path[len(base) :] for path in only if path.startswith(base)}
    ticks = array("Q", known)[1::_COUNT]
    if all(ticks) and told.isdisjoint(names):
        return known
    stamps = bytearray(known)
    for place, (name, tick) in enumerate(zip(names, ticks, strict=True)):
        if name in told or not tick:  # nothing of before is to be relied on
            stamps[place * STAMP_BYTES : (place + 1) * STAMP_BYTES] = look_at(f"{root}/{base}", [name])
    return bytes(stamps)


def may_fork() -> bool:
    """Whether there is another core, and no thread that a fork could leave in the middle of something."""
    threading = sys.modules.get("threading")
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and (threading is None or threading.active_count() == 1)


def _second_half(chunks: Sequence[_Chunk]) -> int:
    """From which chunk on there are half of the files."""
    left = sum(len(chunk.names) for chunk in chunks) / 2
    for place, chunk in enumerate(chunks):
        if left <= 0:
            return place
        left -= len(chunk.names)
    return len(chunks)


class _Child:
    """A forked process that says of which chunks the stamps are those that are known."""

    def __init__(self, root: str, chunks: Sequence[_Chunk]) -> None:
        self.count = len(chunks)
        source, sink = os.pipe()
        self.pid = os.fork()
        if self.pid:
            os.close(sink)
            self.source = source
            return
        try:
            os.write(sink, bytes([look_at(f"{root}/{chunk.base}", chunk.names) == chunk.known for chunk in chunks]))
        finally:
            os._exit(0)  # nothing of the parent's is flushed or cleaned up twice

    def result(self) -> bytes:
        """For each chunk whether nothing has changed. Of a process that came to grief nothing is believed."""
        with os.fdopen(self.source, "rb") as file:
            same = file.read()
        os.waitpid(self.pid, 0)
        return same if len(same) == self.count else bytes(self.count)


def look_at(folder: str, names: Sequence[str]) -> bytes:
    """The stamps of files in a folder (with `/` at its end), one after another; zeros for one that is not there."""
    try:
        stamps = array("Q", chain.from_iterable(map(_facts_of, map(os.lstat, [folder + name for name in names]))))
    except (OSError, OverflowError):
        stamps = array("Q", chain.from_iterable(_stamp_of(folder + name) for name in names))
    return stamps.tobytes()


def _stamp_of(path: str) -> tuple[int, ...]:
    try:
        return tuple(fact & _MOST for fact in _facts_of(os.lstat(path)))
    except OSError:
        return _NOTHING


def is_lasting(changed: int, now: int) -> bool:
    """Whether a look at `now` would tell a later change from one at the moment `changed` (both in nanoseconds)."""
    return changed < now - (_COARSE_TICK if changed % _SECOND == 0 else _TICK)


def lasting(stamps: bytes, now: int) -> bytes:
    """The stamps that may be relied on later, given that they were looked at `now` or after; zeros for the others.

    This is git's rule for files that change while it looks: they are read again the next time.
    """
    seen = array("Q", stamps)
    newest = max(seen[1::_COUNT], default=0)
    if newest < now - _COARSE_TICK:
        return stamps
    for place, changed in enumerate(seen[1::_COUNT]):
        if not is_lasting(changed, now):
            seen[place * _COUNT : (place + 1) * _COUNT] = array("Q", _NOTHING)
    return seen.tobytes()


def size_in(stamps: bytes, place: int) -> int:
    """The size of the file at that place in a row of stamps; 0 when it is not to be relied on."""
    return array("Q", stamps[place * STAMP_BYTES : (place + 1) * STAMP_BYTES])[_FACTS.index("st_size")]


def changed_places(before: bytes, after: bytes) -> Iterator[int]:
    """The places at which two rows of stamps of the same files differ, or at which nothing was to be relied on."""
    nothing = bytes(STAMP_BYTES)
    for place, start in enumerate(range(0, len(after), STAMP_BYTES)):
        stamp = before[start : start + STAMP_BYTES]
        if stamp == nothing or stamp != after[start : start + STAMP_BYTES]:
            yield place
