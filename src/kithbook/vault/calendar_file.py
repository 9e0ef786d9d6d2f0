"""The calendar in the vault that `nb report` and `nb watch` keep fresh."""

import os

from ..errors import VaultError
from ..exchange.icalendar import PRODID
from .files import read_plain_file, replace_file


class CalendarFile:
    """The file that `calendar:` in nb.yaml names. One that another program has written is left alone."""

    def __init__(self, root: str, path: str) -> None:
        self.path = path
        self._file = os.path.join(root, path)
        self._folder = os.path.dirname(self._file)
        if os.path.commonpath([root, os.path.realpath(self._folder)]) != root:
            raise VaultError(f"{path} leads out of the vault", "set calendar in nb.yaml to a file in the vault")

    def differs(self, text: str) -> bool:
        """Whether the file is not what it should be; raises `VaultError` when it is none of ours."""
        try:
            present = read_plain_file(self._file)
        except FileNotFoundError:
            return True
        except OSError:
            raise VaultError(f"{self.path} is no calendar of nb", "move it away") from None
        if f"PRODID:{PRODID}".encode() not in present[:1000]:
            raise VaultError(f"{self.path} is no calendar of nb", "move it away, or set calendar in nb.yaml")
        return present != text.encode("utf-8", "replace")

    def write(self, text: str) -> bool:
        """Write the calendar when it has changed; whether it has."""
        if not self.differs(text):
            return False
        try:
            os.makedirs(self._folder, exist_ok=True)
        except OSError as error:
            raise VaultError(f"{self.path} cannot be written: {error.strerror}", "nothing was changed") from None
        replace_file(self._file, text.encode("utf-8", "replace"))
        return True
