"""How what is said gets out: answers on stdout, remarks and errors on stderr."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from ..errors import VaultError
from ..report.style import Style
from .width import given_width

if TYPE_CHECKING:
    from ..model.problem import Problem

_WIDEST = 100
_WORTH_WAITING = 1500  # notes whose reading is felt


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody looks at a stream, or types into it. One that was closed before we started is None."""
    return stream is not None and stream.isatty()


def program_name() -> str:
    """By which of its two names the program was called."""
    return "kithbook" if sys.argv[0].replace("\\", "/").rpartition("/")[2].partition(".")[0] == "kithbook" else "nb"


def say(text: str, end: str = "\n") -> None:
    """A line on stderr; nothing when nobody can read it. What it says to type is what the program was called by."""
    if program_name() != "nb":
        text = re.sub(r"\bnb(?=: | [a-z])", program_name(), text)
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(text + end)
            sys.stderr.flush()


def echo_error(message: str, remedy: str = "") -> None:
    """A line on stderr, and how to mend it."""
    from ..report.layout import clean

    say(f"nb: {clean(message)}" + (f"\n    {clean(remedy)}" if remedy else ""))


def say_unusable(template: Problem) -> None:
    """That a template of the vault's is not used, and why."""
    echo_error(f"{template.path}:{template.line}:{template.column} is not used: {template.message}", template.fix or "")


class OutputClosed(Exception):
    """Whoever reads our output has had enough (`| head`)."""


def _give_up_output() -> None:
    """What is still buffered must not raise again when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def echo_data(text: str) -> None:
    """Print what is for another program: as it is, but for a terminal without any sign that it would act on."""
    from ..report.layout import visible_part

    echo(visible_part(text.replace("\r\n", "\n")) if is_terminal(sys.stdout) else text)


def echo(text: str) -> None:
    """Print an answer. Raises `OutputClosed` when nobody reads it any more."""
    if sys.stdout is None:
        raise VaultError("the answer cannot be written: stdout is closed", "leave `>&-` away")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _give_up_output()
        raise OutputClosed from None
    except OSError as error:
        _give_up_output()
        raise VaultError(f"the answer cannot be written: {error.strerror}", "look at where it is sent") from None


def show_progress(done: int, total: int) -> None:
    """How far the first reading of a large vault has come, in a line that is gone when it is done."""
    if total >= _WORTH_WAITING:
        say(f"\rreading the notes: {100 * done // total} %" if done < total else "\r\x1b[K", end="")


def terminal_style() -> Style:
    """Colour where it is wanted, and the width of the terminal (80 columns elsewhere)."""
    on_terminal = is_terminal(sys.stdout)
    colour = on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = given_width(on_terminal, 1)
    return Style(colour, max(20, min(width or 80, _WIDEST)), program_name())
