"""Reports in the vault: written only when they change, and never over anybody's own words."""

import os
from contextlib import suppress
from datetime import date
from hashlib import sha256

from ..checks.overview import ReportState
from ..errors import VaultError
from ..model.dates import parse_day
from ..model.pattern import pattern
from ..model.record import NamedTuple
from ..text.ticks import Tick, read_ticks
from .files import mode_to_keep, read_plain_file, replace_file
from .state import read_state, state_folder, write_state

_HEAD = pattern(rb"---\ngenerated: nb\ndigest: ([0-9a-f]{16})\n---\n\n")

_BEHIND = "behind"


def _digest(body: bytes) -> str:
    return sha256(body).hexdigest()[:16]


def _head(digest: str) -> bytes:
    return f"---\ngenerated: nb\ndigest: {digest}\n---\n\n".encode()


class _Parts(NamedTuple):
    """A report with line ends of one kind: the digest that it carries, and its body."""

    digest: str
    body: bytes

    @property
    def is_untouched(self) -> bool:
        return _digest(self.body) == self.digest


def _parts_of(text: bytes) -> _Parts | None:
    """What a report is made of; None of any other text."""
    plain = text.replace(b"\r\n", b"\n") if b"\r" in text else text
    head = _HEAD.match(plain)
    return _Parts(head[1].decode(), plain[head.end() :]) if head else None


def is_untouched_report(text: str) -> bool:
    """Whether a text is a report just as nb has written it."""
    parts = _parts_of(text.encode(errors="surrogatepass"))
    return parts is not None and parts.is_untouched


class Ticked(NamedTuple):
    """A report in which nothing but ticks was edited: the file's bytes, and what was ticked.

    `day` is one on which it said what it says, when this machine has seen to it, `body` what it said before.
    """

    text: bytes
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

    def _read(self) -> bytes | None:
        """The file's bytes; None when it is not there. Raises `VaultError` when it is no file of text."""
        try:
            data = read_plain_file(self.file)
            if _HEAD.match(data) is None:
                data.decode()
            return data
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError):
            raise VaultError(f"{self.path} is no report of nb", "move it away") from None

    def _present(self, ticked: Ticked | None = None) -> bytes | None:
        """The report as it is; raises `VaultError` when it is not ours, or neither as we wrote it nor `ticked`."""
        text = self._read()
        if text is None or (ticked and text == ticked.text):
            return text
        parts = _parts_of(text)
        if parts is None:
            raise VaultError(f"{self.path} is a note of yours, not a report of nb",
                             "rename it, or set reports_folder in nb.yaml")
        if not parts.is_untouched:
            raise VaultError(f"{self.path} was edited since nb wrote it, and is left alone",
                             "take your changes over to the notes, then delete the report")
        return text

    def ticked(self) -> Ticked | None:
        """What was ticked, when the report is ours and ticks are all that was edited; else None."""
        try:
            text = self._read()
        except VaultError:  # said when it is to be written
            return None
        parts = _parts_of(text or b"")
        if text is None or parts is None:
            return None
        try:
            head = _head(parts.digest).decode()
            before, ticks = read_ticks(head + parts.body.decode())  # which says of a tick in which line it is
        except UnicodeDecodeError:  # somebody has edited it
            return None
        body = before.removeprefix(head)
        return Ticked(text, self._day_of(parts.digest), body, ticks) if ticks and _digest(body.encode()) == parts.digest else None

    def state(self) -> ReportState | None:
        """How the report lies there; None when it does not, or is none of ours."""
        try:
            parts = _parts_of(self._read() or b"")
        except VaultError:  # said when it is to be written
            return None
        if parts is None:
            return None
        edited = not parts.is_untouched and self.ticked() is None
        return ReportState(self.path, edited, self._day_of(parts.digest), self._recorded(parts.digest)[1:] == [_BEHIND])

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
            parts = _parts_of(self._read() or b"")
            if parts is not None:
                write_state(self._record, f"{parts.digest} {self._day_of(parts.digest) or ''} {_BEHIND}".encode())

    def look_writable(self) -> None:
        """Raise `VaultError` when the report is there and cannot be written over."""
        mode_to_keep(self.file, self.path)

    def write(self, body: str, day: date, ticked: Ticked | None = None) -> bool:
        """Write the report as it is on `day`; whether it changed.

        Ticks that were seen to (`ticked`) may be written over, and nothing else.
        """
        data = body.encode()
        digest = _digest(data)
        text = _head(digest) + data
        changed = self._present(ticked) != text
        if changed:
            try:
                os.makedirs(self.folder, exist_ok=True)
            except OSError as error:
                raise VaultError(f"{self.path} cannot be written: {error.strerror}", "nothing was changed") from None
            replace_file(self.file, text)
        self._remember(digest, day)
        return changed

    def difference(self, body: str) -> str:
        """How the report would change, as a unified diff; empty when it would not."""
        from .difference import lines_of, unified

        data = body.encode()
        return unified(self.path, lines_of(self._present()), lines_of(_head(_digest(data)) + data))
