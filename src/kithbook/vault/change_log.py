"""What nb has changed in a vault, newest last: for undo, and for finishing what was cut short.

Kept outside the vault, for its owner's eyes alone.
"""

import json
import os
from binascii import a2b_base64, b2a_base64
from collections.abc import Sequence
from contextlib import suppress

from ..model.record import NamedTuple
from .files import read_plain_file
from .state import write_state

_KEPT = 100  # changes that can be taken back, one after another
# How much older than the last one they may be: a copy of a note is not to outlive it for long.
_KEPT_FOR = 30 * 24 * 3600 * 10**9
_BEGUN = "begun"
_ENDING = ".change"


class Change(NamedTuple):
    """What was done to a note: its bytes before and after; None where there was, or is, no note.

    `mode` is the mode of a file that is made; None for the usual one.
    """

    path: str
    before: bytes | None
    after: bytes | None
    mode: int | None = None

    @property
    def reverse(self) -> "Change":
        return self._replace(before=self.after, after=self.before)


class ChangeLog:
    """The changes of one vault, in a folder of their own. Use it under the vault's lock."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def begin(self, said: str, changes: Sequence[Change]) -> None:
        """Write down what is about to be done."""
        record = {"said": said, "changes": [[path, _text(before), _text(after), mode] for path, before, after, mode in changes]}
        write_state(os.path.join(self.folder, _BEGUN), json.dumps(record).encode())

    @property
    def has_begun(self) -> bool:
        """Whether something was begun and not ended: by one who was killed, or who is still at it."""
        return os.path.lexists(os.path.join(self.folder, _BEGUN))

    def begun(self) -> tuple[str, list[Change]] | None:
        """What was begun and not ended, and what it was called."""
        return self._read(_BEGUN)

    def keep(self) -> None:
        """What was begun is done."""
        kept = self._numbers()
        number = kept[-1] + 1 if kept else 1
        os.replace(os.path.join(self.folder, _BEGUN), self._file(number))
        last = os.stat(self._file(number)).st_mtime_ns
        for place, old in enumerate(kept):
            with suppress(OSError):  # it goes the next time
                if place < len(kept) + 1 - _KEPT or os.stat(self._file(old)).st_mtime_ns < last - _KEPT_FOR:
                    os.unlink(self._file(old))

    def _file(self, number: int) -> str:
        return os.path.join(self.folder, f"{number:08}{_ENDING}")

    def forget(self) -> None:
        """What was begun is not done."""
        with suppress(FileNotFoundError):
            os.unlink(os.path.join(self.folder, _BEGUN))

    @property
    def last_number(self) -> int | None:
        """Which change is the last one; taken back, its number is given to the next."""
        return max(self._numbers(), default=None)

    def last(self) -> tuple[str, list[Change]] | None:
        """The last change, and what it was called."""
        kept = self._numbers()
        return self._read(f"{kept[-1]:08}{_ENDING}") if kept else None

    def drop_last(self) -> None:
        """The last change is taken back, and what was begun for that is done."""
        self.forget()
        os.unlink(self._file(self._numbers()[-1]))

    def _numbers(self) -> list[int]:
        names = (name for name in os.listdir(self.folder) if name.endswith(_ENDING))
        return sorted(int(name[: -len(_ENDING)]) for name in names if name[: -len(_ENDING)].isdecimal())

    def _read(self, name: str) -> tuple[str, list[Change]] | None:
        try:
            record = json.loads(read_plain_file(os.path.join(self.folder, name)))
        except FileNotFoundError:
            return None
        except ValueError:
            return "a change whose record cannot be read", []
        return record["said"], [
            Change(path, _bytes(before), _bytes(after), *mode) for path, before, after, *mode in record["changes"]]


def _text(data: bytes | None) -> str | None:
    return None if data is None else b2a_base64(data, newline=False).decode()


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else a2b_base64(text)
