"""Reports in the vault: written only when they change, and never over anybody's own words."""

import os
import re
from hashlib import sha256

from ..errors import VaultError
from .files import read_plain_file, replace_file

_HEAD = re.compile(r"---\ngenerated: nb\ndigest: ([0-9a-f]{16})\n---\n\n")


def _digest(body: str) -> str:
    return sha256(body.encode()).hexdigest()[:16]


class Report:
    """The file of one report. Its front matter says what wrote it and, by a digest, whether it is as written."""

    def __init__(self, root: str, folder: str, name: str) -> None:
        self.path = f"{folder.strip('/')}/{name}.md"
        self.folder = os.path.join(root, folder.strip("/"))
        self.file = os.path.join(self.folder, f"{name}.md")
        if os.path.commonpath([root, os.path.realpath(self.folder)]) != root:
            raise VaultError(f"{folder} leads out of the vault", "set reports_folder in nb.yaml to a folder of the vault")

    def _present(self) -> str | None:
        """The report as it is; raises `VaultError` when it is not ours, or not as we wrote it."""
        try:
            text = read_plain_file(self.file).decode()
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError):
            raise VaultError(f"{self.path} is no report of nb", "move it away") from None
        head = _HEAD.match(text.replace("\r\n", "\n"))
        if head is None:
            raise VaultError(f"{self.path} is a note of yours, not a report of nb",
                             "rename it, or set reports_folder in nb.yaml")
        if _digest(text.replace("\r\n", "\n")[head.end() :]) != head[1]:
            raise VaultError(f"{self.path} was edited since nb wrote it, and is left alone",
                             "take your changes over to the notes, then delete the report")
        return text

    def write(self, body: str) -> bool:
        """Write the report; whether it changed."""
        text = f"---\ngenerated: nb\ndigest: {_digest(body)}\n---\n\n{body}"
        if self._present() == text:
            return False
        try:
            os.makedirs(self.folder, exist_ok=True)
        except OSError as error:
            raise VaultError(f"{self.path} cannot be written: {error.strerror}", "nothing was changed") from None
        replace_file(self.file, text.encode())
        return True

    def difference(self, body: str) -> str:
        """How the report would change, as a unified diff; empty when it would not."""
        from difflib import unified_diff

        head = _HEAD.match(before := self._present() or "")
        before = before[head.end() :] if head else ""
        lines = unified_diff(before.splitlines(keepends=True), body.splitlines(keepends=True),
                             self.path, self.path)
        return "".join(lines)
