"""A share of the notes that another process reads and works out; it answers as a `Share` does."""

import marshal
import os
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, BinaryIO

from .reading import Progress
from .share import Batch, Share, Told

_PIPE_BYTES = 1 << 20  # so that it need not wait for us after every batch
_LENGTH = 8


class Gone(Exception):
    """The other process has come to grief."""


class Elsewhere:
    """A forked process with a share, which begins to read at once."""

    def __init__(self, share: Share) -> None:
        answers, answering = os.pipe()
        asked, asking = os.pipe()
        _widen(answering)
        self._pid = os.fork()
        if self._pid:
            os.close(answering)
            os.close(asked)
            self._answers = os.fdopen(answers, "rb")
            self._asking = os.fdopen(asking, "wb")
            return
        status = 1
        try:
            os.close(answers)
            os.close(asking)
            with os.fdopen(asked, "rb") as questions, os.fdopen(answering, "wb") as sink:
                _serve(share, questions, sink)
            status = 0
        finally:
            os._exit(status)  # nothing of the parent's is flushed or cleaned up twice

    def tell(self, progress: Progress | None = None) -> list[Told]:
        """See `Share.tell`; of its progress nothing is told."""
        told: list[Told] = _received(self._answers)
        return told

    def settle(self, *known: Any) -> Iterator[Batch]:
        """See `Share.settle`."""
        return self._asked(known)

    def work_out(self, *known: Any) -> Iterator[Batch]:
        """See `Share.work_out`."""
        return self._asked(known)

    def _asked(self, known: Any) -> Iterator[Batch]:
        try:
            _send(self._asking, known)
        except OSError as error:
            raise Gone from error
        return iter(lambda: _received(self._answers), None)

    def end(self) -> None:
        """It is no longer needed."""
        for pipe in (self._asking, self._answers):
            with suppress(OSError):
                pipe.close()
        os.waitpid(self._pid, 0)


def _serve(share: Share, questions: BinaryIO, sink: BinaryIO) -> None:
    _send(sink, share.tell())
    for step in (share.settle, share.work_out):
        for batch in step(*_received(questions)):
            _send(sink, batch)
        _send(sink, None)


def _widen(pipe: int) -> None:
    from fcntl import fcntl

    with suppress(ImportError, OSError):
        from fcntl import F_SETPIPE_SZ

        fcntl(pipe, F_SETPIPE_SZ, _PIPE_BYTES)


def _send(sink: BinaryIO, message: Any) -> None:
    data = marshal.dumps(message)
    sink.write(len(data).to_bytes(_LENGTH, "big"))
    sink.write(data)
    sink.flush()


def _received(source: BinaryIO) -> Any:
    length = source.read(_LENGTH)
    data = source.read(int.from_bytes(length, "big"))
    if len(length) < _LENGTH or len(data) < int.from_bytes(length, "big"):
        raise Gone
    return marshal.loads(data)
