"""Files in the vault that are no notes and are made anew from them: a calendar, a page."""

import os
import re
from hashlib import sha256

from ..errors import VaultError
from .files import read_plain_file, replace_file


class FreshFile:
    """The file of something that nb makes. One that another program has written is left alone."""

    def __init__(self, root: str, path: str, what: str, mark: str, seal: re.Pattern[bytes]) -> None:
        """`what` is the key of nb.yaml that names it, `mark` what stands near its beginning when it is ours.

        `seal` finds in it the digest (16 digits of a SHA-256) of all but the digest: what somebody has edited is told by it.
        """
        self.path = path
        self._what = what
        self._mark = mark.encode()
        self._seal = seal
        self._file = os.path.join(root, path)
        self._folder = os.path.dirname(self._file)
        if os.path.commonpath([root, os.path.realpath(self._folder)]) != root:
            raise VaultError(f"{path} leads out of the vault", f"set {what} in nb.yaml to a file in the vault")

    def differs(self, text: str) -> bool:
        """Whether the file is not what it should be; raises `VaultError` when it is none of ours."""
        try:
            present = read_plain_file(self._file)
        except FileNotFoundError:
            return True
        except OSError:
            raise VaultError(f"{self.path} is no {self._what} of nb", "move it away") from None
        if self._mark not in present[:1000]:
            raise VaultError(f"{self.path} is no {self._what} of nb", f"move it away, or set {self._what} in nb.yaml")
        if not is_untouched(present, self._seal):
            raise VaultError(f"{self.path} was edited since nb wrote it, and is left alone",
                             f"delete it, or keep it under another name; nb then makes the {self._what} anew")
        return present != text.encode("utf-8", "replace")

    def write(self, text: str) -> bool:
        """Write the file when it has changed; whether it has."""
        if not self.differs(text):
            return False
        try:
            os.makedirs(self._folder, exist_ok=True)
        except OSError as error:
            raise VaultError(f"{self.path} cannot be written: {error.strerror}", "nothing was changed") from None
        replace_file(self._file, text.encode("utf-8", "replace"))
        return True


def is_untouched(data: bytes, seal: re.Pattern[bytes]) -> bool:
    """Whether a file is as it was written, be its line ends of whichever kind."""
    plain = data.replace(b"\r\n", b"\n")
    found = seal.search(plain)
    return found is not None and sha256(plain[: found.start(1)] + plain[found.end(1) :]).hexdigest()[:16].encode() == found[1]
