"""A process beside the watcher that has the program loaded, and runs commands for whoever asks it to.

It is no second way to an answer: it runs the same command as the command line does, with
all that the one who asks has (arguments, environment, folder, terminal), and only while the
watcher vouches for the index. It has one thread, so that it may take all these on; what the
commands say is held back and sent when they are through. It ends with the watcher; when
it ends otherwise, another one takes its place.
"""

import gc
import io
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from select import select
from typing import NoReturn

from ..model.record import NamedTuple
from ..vault import kept_answers  # noqa: F401 (which remembers the code that is loaded)
from ..vault.answering import BEGUN, Said, answering_place, packed, who_answers
from ..vault.vouching import ask_watcher

_SECONDS_FOR_A_QUESTION = 0.1
_MOST_AT_ONCE = 1 << 16
_LIVES = 3  # the pipe that the watcher holds as long as it lives
_MOST_STARTS, _SECONDS_OF_STARTS = 5, 60.0  # what ends it again and again is not mended by another start

Run = Callable[[Sequence[str]], int]


class Answering:
    """The process that answers for the vault at `root`, by `run`, until `stop` is called or this process ends."""

    @classmethod
    def start(cls, root: str, run: Run) -> "Answering | None":
        """Start it, before there are any threads; None where it cannot be had."""
        if sys.platform != "linux":
            return None
        try:
            return cls(root, run)
        except OSError:
            return None

    def __init__(self, root: str, run: Run) -> None:
        lives, self._alive = os.pipe()
        self._place = answering_place(root)
        self._process = os.fork()
        if self._process == 0:
            _keep_up(lives, lambda: _Server(root, self._place, run).serve())
        os.close(lives)

    def stop(self) -> None:
        """End it."""
        os.close(self._alive)
        with suppress(OSError):
            os.kill(self._process, signal.SIGKILL)
        with suppress(OSError):
            os.waitpid(self._process, 0)
        with suppress(OSError):
            os.unlink(self._place)


def _keep_up(lives: int, serve: Callable[[], None]) -> NoReturn:
    """Have a process serve, and another one when something has ended it; never come back.

    Nothing of the watcher's is held but the pipe that tells of its end: its lock must end with it.
    """
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the watcher gets it as well, and ends us
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        os.dup2(lives, _LIVES)
        os.closerange(_LIVES + 1, os.sysconf("SC_OPEN_MAX"))
        starts: list[float] = []
        while len(starts) <= _MOST_STARTS or starts[-1] - starts[-1 - _MOST_STARTS] > _SECONDS_OF_STARTS:
            starts.append(time.monotonic())
            server = os.fork()
            if server == 0:
                try:
                    serve()
                finally:
                    os._exit(0 if sys.exc_info()[0] is None else 1)
            if os.waitpid(server, 0)[1] == 0:  # the watcher has ended
                break
    finally:
        os._exit(0)


class _Question(NamedTuple):
    """What somebody wants run, and with what; `terminals`: the streams (of 1 and 2) that are shown on one."""

    about: bytes
    folder: bytes
    terminals: bytes
    arguments: list[str]
    environment: dict[bytes, bytes]


class _Held(io.RawIOBase):
    """A stream that keeps what is written, and passes for a terminal when it will be shown on one."""

    def __init__(self, number: int, terminal: bool, said: Said) -> None:
        self._number = number
        self._terminal = terminal
        self._said = said

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._terminal

    def write(self, data: object) -> int:
        written = bytes(data)  # type: ignore[call-overload]
        self._said.append((self._number, written))
        return len(written)


class _Server:
    """Answers one question after the other."""

    def __init__(self, root: str, place: str, run: Run) -> None:
        self._root = root
        self._run = run
        with suppress(FileNotFoundError):
            os.unlink(place)  # of one that was killed
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.bind(place)
        os.chmod(place, 0o600)
        self._socket.listen(64)

    def serve(self) -> None:
        """Answer as long as the watcher lives."""
        os.chdir("/")
        gc.disable()  # see `__main__`; here it is done when nobody waits
        while _LIVES not in select([self._socket.fileno(), _LIVES], [], [])[0]:
            connection, _ = self._socket.accept()
            with connection, suppress(Exception, SystemExit):  # whoever asked runs the command, and says what is wrong
                connection.settimeout(_SECONDS_FOR_A_QUESTION)
                self._answer(connection)
            os.chdir("/")  # a disk that somebody works in cannot be unmounted
            gc.collect()

    def _answer(self, connection: socket.socket) -> None:
        parts = []
        while data := connection.recv(_MOST_AT_ONCE):
            parts.append(data)
        question = _understood(b"".join(parts))
        if question.about != who_answers(self._root):
            return
        _take_on(question)
        if ask_watcher(self._root) is not None:
            connection.sendall(BEGUN)
            connection.sendall(self._result(question))

    def _result(self, question: _Question) -> bytes:
        said: Said = []
        before = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = (io.TextIOWrapper(io.BufferedWriter(_Held(number, b"%d" % number in question.terminals, said)), "utf-8",
                                                   write_through=True) for number in (1, 2))
        try:
            code = self._run(question.arguments)
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            sys.stdout, sys.stderr = before
        return packed(said, code)


def _understood(data: bytes) -> _Question:
    about, folder, terminals, count, *rest = data.split(b"\0")
    words, settings = rest[: int(count)], rest[int(count) :]
    return _Question(about, folder, terminals, [*map(os.fsdecode, words)], dict(setting.split(b"=", 1) for setting in settings))


def _take_on(question: _Question) -> None:
    """Be where the one who asks is, with the same settings."""
    os.chdir(question.folder)
    if dict(os.environb) != question.environment:
        os.environb.clear()
        os.environb.update(question.environment)
    time.tzset()  # the zone may be another one by the same name
