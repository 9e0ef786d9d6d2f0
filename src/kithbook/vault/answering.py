"""Asks the process that a running watcher keeps ready to answer a command, so that the program need not be loaded for it.

That process runs the very command with the arguments, the environment, the folder and the
terminal of whoever asks (see `watch/answering.py`). It does so only while the watcher
vouches for the index; one that does not begin at once, or does not end soon, is not waited for.
"""

import os
import sys
from time import monotonic

from .. import __version__
from .cache import cache_folder
from .vouching import question_about

_SECONDS_TO_BEGIN = 0.05  # it has to ask the watcher first, see `vouching`
_SECONDS_TO_END = 2.0
_NAME = "answers"
_MOST_AT_ONCE = 1 << 18
BEGUN = b"+"
THE_CODE = 0

Said = list[tuple[int, bytes]]


def answering_place(root: str) -> str:
    """The socket at which the answers for a vault are had. Raises `OSError`."""
    return os.path.join(cache_folder(root), _NAME)


def who_answers(root: str) -> bytes:
    """Which program is meant, and which vault (see `question_about`). Raises `OSError`."""
    return os.fsencode(f"{__version__} {sys.version} {__file__} ") + question_about(root)


def packed(said: Said, code: int) -> bytes:
    """What a command said, in its order (1: on stdout, 2: on stderr), and its exit code."""
    parts = [*said, (THE_CODE, code.to_bytes(4, "big"))]
    return b"".join(bytes((stream,)) + len(data).to_bytes(4, "big") + data for stream, data in parts)


def unpacked(answer: bytes) -> tuple[Said, int] | None:
    """The same again; None when it does not come to its end."""
    said: Said = []
    place = 0
    while place + 5 <= len(answer):
        stream, begin = answer[place], place + 5
        place = begin + int.from_bytes(answer[place + 1 : begin], "big")
        if stream == THE_CODE:
            return (said, int.from_bytes(answer[begin:place], "big")) if place == len(answer) else None
        said.append((stream, answer[begin:place]))
    return None


def ask_for_answer(root: str, arguments: list[str], settings: dict[bytes, bytes], terminals: str) -> tuple[Said, int] | None:
    """What the command says and its exit code; None when nobody answers for that vault at this moment.

    `settings` are its environment, `terminals` the streams (of 1 and 2) that are shown on one. The
    streams themselves are not given away: whoever reads them would wait for a process that is stopped.
    """
    try:
        place = answering_place(root)
        if not os.path.lexists(place):
            return None
        import _socket

        words = [*map(os.fsencode, arguments)]
        known = [name + b"=" + value for name, value in settings.items()]
        question = b"\0".join((who_answers(root), os.getcwdb(), terminals.encode(), b"%d" % len(words), *words, *known))
        connection = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
        try:
            connection.settimeout(_SECONDS_TO_BEGIN)
            connection.connect(place)
            connection.sendall(question)
            connection.shutdown(_socket.SHUT_WR)
            if connection.recv(len(BEGUN)) != BEGUN:
                return None
            parts = []
            until = monotonic() + _SECONDS_TO_END
            while (left := until - monotonic()) > 0:
                connection.settimeout(left)
                data = connection.recv(_MOST_AT_ONCE)
                if not data:
                    break
                parts.append(data)
            return unpacked(b"".join(parts))
        finally:
            connection.close()
    except (OSError, AttributeError, ImportError, ValueError):
        return None
