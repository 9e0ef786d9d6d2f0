"""Questions as they are asked day by day, without any option: for these click is not loaded."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .app import App


def usual_answer(arguments: Sequence[str]) -> Callable[[App], int] | None:
    """What answers these arguments of the program and gives the exit code; None when there are options to read, or it is another command."""
    if any(argument.startswith("-") for argument in arguments):
        return None
    match arguments:
        case ["agenda"]:
            return lambda app: _answer(app, _agenda)
        case ["show", name]:
            return lambda app: _answer(app, lambda app: _show(app, name))
        case ["ask", name]:
            return lambda app: _answer(app, lambda app: _ask(app, name))
    return None


def _agenda(app: App) -> None:
    from .agenda_answer import DAYS, MOST_PEOPLE, answer_agenda

    answer_agenda(app, DAYS, MOST_PEOPLE, None, "text")


def _show(app: App, name: str) -> None:
    from .show_answer import answer_show

    answer_show(app, name, "text")


def _ask(app: App, name: str) -> None:
    from .ask_answer import answer_ask

    answer_ask(app, name, "text")


def _answer(app: App, answer: Callable[[App], None]) -> int:
    """Print an answer; the exit code. Errors end as those of every command do."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app.given_vault, app.given_today = (os.environ.get(name) or None for name in ("NB_VAULT", "NB_TODAY"))
    try:
        answer(app)
        return 0
    except (Exception, KeyboardInterrupt) as error:
        from .main import exit_code_of

        return exit_code_of(error, debug=False)
