"""What is confidential in a vault, as keyed hashes of word runs: enough to know it again, too little to read it.

Kept outside the vault, for its owner's eyes alone, with a key of its own. What is known of
a note goes with the note's text: as soon as it is deleted, changed or no longer marked.
"""

import os
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from typing import Any

from ..model.record import NamedTuple
from ..text.word_runs import RUN
from .files import read_plain_file
from .known_secrets import STORE
from .state import read_state, state_folder, write_state

_VERSION = 3
_KEY = "secrets.key"
_VALUE_BITS = 58  # so that a run's sum stays below 64
_KEY_BYTES = 32

Stamp = tuple[int, int, int]
"""When a file was saved (ns), its size, its inode."""


class Secrets(NamedTuple):
    """What is known of one note: `whole` when all of it is confidential, and the hashes."""

    stamp: Stamp | None
    whole: bool
    phrases: frozenset[int]
    names: frozenset[int]
    tokens: frozenset[int]


class Hasher:
    """Keyed hashes of words, and of words in a row: each word's times its place, added up."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._known: dict[str, int] = {}

    def of_word(self, word: str) -> int:
        value = self._known.get(word)
        if value is None:
            digest = blake2b(word.encode("utf-8", "surrogatepass"), key=self._key, digest_size=8).digest()
            value = self._known[word] = int.from_bytes(digest, "big") >> (64 - _VALUE_BITS)
        return value

    def of_phrase(self, words: Sequence[str]) -> int:
        return sum((2 * place + 1) * self.of_word(word) for place, word in enumerate(words))

    @staticmethod
    def of_runs(values: Sequence[int]) -> Iterator[list[int]]:
        """The hashes of all runs of one word, of two, and so on to `RUN`, given the hashes of the words."""
        runs = list(values)
        yield runs
        for place in range(1, RUN):
            factor = 2 * place + 1
            runs = [run + factor * value for run, value in zip(runs, values[place:], strict=False)]
            yield runs


class SecretStore:
    """The secrets of one vault by the path of their note; `known` is None when they were never looked for."""

    def __init__(self, root: str) -> None:
        self.folder: str | None = None
        self.known: dict[str, Secrets] | None = None
        key = None
        with suppress(OSError):  # where nothing can be kept, everything is looked for each time
            self.folder = state_folder(root)
            key = read_state(os.path.join(self.folder, _KEY))
        if key is not None and len(key) == _KEY_BYTES:
            self.known = self._load()
        else:
            key = os.urandom(_KEY_BYTES)
            with suppress(OSError):
                if self.folder is not None:
                    write_state(os.path.join(self.folder, _KEY), key)
        self._saved = self.known
        self.hasher = Hasher(key)

    def _load(self) -> dict[str, Secrets] | None:
        import json

        place = os.path.join(self.folder or "", STORE)
        try:
            saved_at = os.stat(place).st_mtime_ns
            found = json.loads(read_plain_file(place))
            if found["version"] != _VERSION:
                return None
            return {path: _unpacked(row, saved_at) for path, row in found["notes"].items()}
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def save(self, known: dict[str, Secrets]) -> None:
        """Keep what is known now, when it is not kept as it is."""
        self.known = dict(known)
        if self.folder is None or self.known == self._saved:
            return
        import json

        notes = {path: _packed(secrets) for path, secrets in self.known.items()}
        with suppress(OSError):
            write_state(os.path.join(self.folder, STORE), json.dumps({"version": _VERSION, "notes": notes}).encode())
            self._saved = self.known


def _packed(secrets: Secrets) -> list[Any]:
    return [secrets.stamp, secrets.whole, *map(_joined, (secrets.phrases, secrets.names, secrets.tokens))]


def _joined(hashes: frozenset[int]) -> str:
    return b64encode(array("Q", sorted(hashes)).tobytes()).decode()


def _unpacked(row: Sequence[Any], saved_at: int) -> Secrets:
    stamp, whole, *hashes = row
    phrases, names, tokens = (_hashes(text) for text in hashes)
    # A note saved at the same moment as this may have been saved once more within it (git's rule).
    trusted = tuple(stamp) if stamp is not None and stamp[0] < saved_at else None
    return Secrets(trusted, whole, phrases, names, tokens)


def _hashes(text: str) -> frozenset[int]:
    numbers = array("Q")
    numbers.frombytes(b64decode(text))
    return frozenset(numbers)
