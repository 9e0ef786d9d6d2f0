"""Some of the notes of a share that were read, held until they are worked out; see `share`."""

import json
import marshal
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from zlib import compress, decompress

from ..model.summary import Summary
from .packing import pack_called, pack_summary, unpack_summary
from .reading import Reading

Kept = tuple[str | None, int, str | None]
"""What may be kept of a note: its text, since when it holds, and what its contact can be called."""


class Chunk:
    """Some notes that were read: as they are or, when it is `tight`, as little as can be."""

    def __init__(self, readings: Sequence[Reading], tight: bool, encode: Callable[[Any], str]) -> None:
        self.paths = [reading.summary.path for reading in readings]
        self.kinds = [reading.summary.kind for reading in readings]
        self._encode = encode
        self._held = {place: reading for place, reading in enumerate(readings) if not tight or reading.summary.confidential}
        self._packed = b""
        if tight:
            self._packed = compress(marshal.dumps(list(map(self._pack, readings))), 1)

    def _pack(self, reading: Reading) -> Kept:
        summary = reading.summary
        if summary.confidential:
            return None, reading.since, None
        return self._encode(pack_summary(summary)), reading.since, pack_called(summary)

    def texts(self) -> list[Kept]:
        """What may be kept of each note."""
        if self._packed:
            texts: list[Kept] = marshal.loads(decompress(self._packed))
            return texts
        return list(map(self._pack, self._held.values()))

    def summaries(self) -> Iterator[tuple[Summary, int]]:
        """The notes in brief, and since when each holds."""
        if not self._packed:
            return ((reading.summary, reading.since) for reading in self._held.values())
        return (self.summary(place, text, since) for place, (text, since, _) in enumerate(self.texts()))

    def summary(self, place: int, text: str | None, since: int) -> tuple[Summary, int]:
        """One of them, given its text."""
        if place in self._held:
            return self._held[place].summary, since
        return unpack_summary(json.loads(text or "")), since
