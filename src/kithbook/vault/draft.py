"""A text that is being written in an editor: outside of any vault, for its owner's eyes alone, until it is in a note."""

import os
import shutil
import tempfile
from contextlib import suppress

from ..errors import VaultError
from .files import read_plain_file
from .state import state_folder, write_state

_NAME = "log.md"


class Draft:
    """A new file in a folder of its own, so that what an editor leaves beside it goes away with it.

    `hint` is its first line, for the one who writes, and no part of the text. The file lies
    where it would be kept: a text outlives a process that is killed.
    """

    def __init__(self, root: str, hint: str) -> None:
        self.hint = hint
        try:
            self._folder = tempfile.mkdtemp(prefix="draft-", dir=state_folder(root))
            self.file = os.path.join(self._folder, _NAME)
            write_state(self.file, f"{hint}\n\n".encode())
        except OSError as error:
            raise VaultError(f"the text cannot be written down: {error.strerror}", "look at $XDG_STATE_HOME") from None

    def read(self) -> str:
        """The text as it is now, without the hint. Raises `VaultError`."""
        try:
            data = read_plain_file(self.file)
        except FileNotFoundError:
            return ""
        except OSError as error:
            raise VaultError(f"{self.file} cannot be read: {error.strerror}", "look at it") from None
        text = data.decode("utf-8", "surrogateescape").removeprefix("\ufeff").replace("\r\n", "\n")
        lines = text.split("\n")
        if self.hint in lines:
            lines.remove(self.hint)
        return "\n".join(lines).strip()

    def keep(self) -> bool:
        """Leave the text where it is, for later; False when there is none, and the file is gone."""
        with suppress(VaultError):
            text = self.read()
            if not text:
                self.drop()
                return False
            with suppress(OSError):  # then it is kept with its hint
                write_state(self.file, f"{text}\n".encode("utf-8", "surrogateescape"))
        return True

    def drop(self) -> None:
        """Delete the file, and what an editor has left beside it."""
        shutil.rmtree(self._folder, ignore_errors=True)
