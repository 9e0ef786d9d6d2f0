"""Commands that a running watcher answers: they are printed before anything of the program is loaded."""

import os
import sys

from ..errors import UserError
from ..vault.answering import ask_for_answer
from ..vault.locate import find_root
from .width import given_width

_OPTIONS = {"--days", "--limit", "--format", "--json"}


def may_be_answered(arguments: list[str]) -> bool:
    """Whether these arguments ask for something that is only read, of the vault that we are in."""
    return None not in (sys.stdout, sys.stderr) and "_NB_COMPLETE" not in os.environ and arguments[:1] == ["agenda"] and all(
        word.partition("=")[0] in _OPTIONS for word in arguments[1:] if word.startswith("-"))


INTERRUPTED = 130  # as `main` has it, which is not loaded


def answered(arguments: list[str]) -> int | None:
    """Print what the watcher's answer is; the exit code. None when there is none, and the command has to be run.

    So it has, too, when the answer cannot be printed: then it says so itself.
    """
    try:
        root = find_root(os.environ.get("NB_VAULT"))
    except UserError:
        return None
    terminals = "".join(str(stream) for stream in (1, 2) if os.isatty(stream))
    settings = dict(os.environb)
    width = given_width("1" in terminals, 1)
    if width:  # the terminal is told of here alone
        settings[b"COLUMNS"] = b"%d" % width
    try:
        found = ask_for_answer(root, arguments, settings, terminals)
        if found is None:
            return None
        said, code = found
        for stream, data in said:
            while data:
                data = data[os.write(stream, data) :]
    except OSError:
        return None
    except KeyboardInterrupt:
        return INTERRUPTED
    return code
