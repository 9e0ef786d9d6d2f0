"""Reports in the vault: written only when they change, and never over anybody's own words."""

import os
import re
from contextlib import suppress
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from ..checks.overview import ReportState
from ..errors import VaultError
from ..model.dates import parse_day
from ..text.ticks import Tick, read_ticks
from .files import mode_to_keep, read_plain_file, replace_file
from .state import read_state, state_folder, write_state

_HEAD = re.compile(r"---\ngenerated: nb\ndigest: ([0-9a-f]{16})\n---\n\n")

_BEHIND = "behind"


def _digest(body: str) -> str:
    return sha256(body.encode()).hexdigest()[:16]


def _with_head(body: str) -> str:
    return f"---\ngenerated: nb\ndigest: {_digest(body)}\n---\n\n{body}"


def is_untouched_report(text: str) -> bool:
    """Whether a text is a report just as nb has written it."""
    plain = text.replace("\r\n", "\n")
    head = _HEAD.match(plain)
    return head is not None and _digest(plain[head.end() :]) == head[1]


class Ticked(NamedTuple):
    """A report in which nothing but ticks was edited: the file's text, and what was ticked.

    `day` is one on which it said what it says, when this machine has seen to it, `body` what it said before.
    """

    text: str
    day: date | None
    body: str
    ticks: tuple[Tick, ...]


class Report:
    """The file of one report. Its front matter says what wrote it and, by a digest, whether it is as written."""

    def __init__(self, root: str, folder: str, name: str) -> None:
        self.root = root
        self.name = name
        self.path = f"{folder.strip('/')}/{name}.md"
        self.folder = os.path.join(root, folder.strip("/"))
        self.file = os.path.join(self.folder, f"{name}.md")
        if os.path.commonpath([root, os.path.realpath(self.folder)]) != root:
            raise VaultError(f"{folder} leads out of the vault", "set reports_folder in nb.yaml to a folder of the vault")

    def _read(self) -> str | None:
        """The file's text, line ends and all; raises `VaultError` when it is no text."""
        try:
            return read_plain_file(self.file).decode()
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError):
            raise VaultError(f"{self.path} is no report of nb", "move it away") from None

    def _present(self, ticked: Ticked | None = None) -> str | None:
        """The report as it is; raises `VaultError` when it is not ours, or neither as we wrote it nor `ticked`."""
        text = self._read()
        if text is None or (ticked and text == ticked.text):
            return text
        plain = text.replace("\r\n", "\n")
        head = _HEAD.match(plain)
        if head is None:
            raise VaultError(f"{self.path} is a note of yours, not a report of nb",
                             "rename it, or set reports_folder in nb.yaml")
        if _digest(plain[head.end() :]) != head[1]:
            raise VaultError(f"{self.path} was edited since nb wrote it, and is left alone",
                             "take your changes over to the notes, then delete the report")
        return text

    def ticked(self) -> Ticked | None:
        """What was ticked, when the report is ours and ticks are all that was edited; else None."""
        try:
            text = self._read()
        except VaultError:  # said when it is to be written
            return None
        plain = (text or "").replace("\r\n", "\n")
        head = _HEAD.match(plain)
        if text is None or head is None:
            return None
        before, ticks = read_ticks(plain)
        body = before[head.end() :]
        return Ticked(text, self._day_of(head[1]), body, ticks) if ticks and _digest(body) == head[1] else None

    def state(self) -> ReportState | None:
        """How the report lies there; None when it does not, or is none of ours."""
        try:
            plain = (self._read() or "").replace("\r\n", "\n")
        except VaultError:  # said when it is to be written
            return None
        head = _HEAD.match(plain)
        if head is None:
            return None
        edited = _digest(plain[head.end() :]) != head[1] and self.ticked() is None
        return ReportState(self.path, edited, self._day_of(head[1]), self._recorded(head[1])[1:] == [_BEHIND])

    def _day_of(self, digest: str) -> date | None:
        """The last day on which the report with that digest was found to be up to date, as far as this machine knows."""
        return parse_day("".join(self._recorded(digest)[:1]))

    def _recorded(self, digest: str) -> list[str]:
        """What is kept of the report with that digest: its day, and whether it is behind since."""
        try:
            known, *rest = (read_state(self._record) or b"").decode().split(" ")
        except (OSError, UnicodeDecodeError):
            return []
        return rest if known == digest else []

    @property
    def _record(self) -> str:
        """Where that is kept: outside of the vault, whose reports hold no time stamps."""
        return os.path.join(state_folder(self.root), f"{self.name}.report")

    def _remember(self, digest: str, day: date) -> None:
        with suppress(OSError):  # without it a tick on a promise that is late waits for `nb done`
            write_state(self._record, f"{digest} {day}".encode())

    def leave_behind(self) -> None:
        """Keep in mind that the report, if it is there, could not be written anew, and says what was."""
        with suppress(VaultError, OSError):
            head = _HEAD.match((self._read() or "").replace("\r\n", "\n"))
            if head is not None:
                write_state(self._record, f"{head[1]} {self._day_of(head[1]) or ''} {_BEHIND}".encode())

    def look_writable(self) -> None:
        """Raise `VaultError` when the report is there and cannot be written over."""
        mode_to_keep(self.file, self.path)

    def write(self, body: str, day: date, ticked: Ticked | None = None) -> bool:
        """Write the report as it is on `day`; whether it changed.

        Ticks that were seen to (`ticked`) may be written over, and nothing else.
        """
        text = _with_head(body)
        changed = self._present(ticked) != text
        if changed:
            try:
                os.makedirs(self.folder, exist_ok=True)
            except OSError as error:
                raise VaultError(f"{self.path} cannot be written: {error.strerror}", "nothing was changed") from None
            replace_file(self.file, text.encode())
        self._remember(_digest(body), day)
        return changed

    def difference(self, body: str) -> str:
        """How the report would change, as a unified diff; empty when it would not."""
        from difflib import unified_diff

        head = _HEAD.match(before := self._present() or "")
        before = before[head.end() :] if head else ""
        lines = unified_diff(before.splitlines(keepends=True), body.splitlines(keepends=True),
                             self.path, self.path)
        return "".join(lines)
