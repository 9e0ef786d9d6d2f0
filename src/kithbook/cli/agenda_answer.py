"""What `nb agenda` answers. Without options, as it is asked day by day, no more is loaded than it needs."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from .output import echo, terminal_style

if TYPE_CHECKING:
    from ..query.ledger import Ledger
    from .app import App

DAYS = 7
MOST_PEOPLE = 12


def answer_agenda(app: App, days: int, limit: int, by: str | None, form: str) -> None:
    """Print the agenda of so many days in the form that was asked for; with at most `limit` people to be in touch with, 0: all."""
    if by is not None or form == "md":
        from .agenda_in_full import answer_in_full

        answer_in_full(app, days, limit, by, form)
        return
    style = terminal_style() if form == "text" else None

    def words(ledger: Ledger) -> str:
        from .agenda_in_full import in_words

        return in_words(ledger, app.today, days, limit, style)

    echo(app.ask_in_words(("agenda", days, limit, style), words))


def run_usual(app: App) -> int:
    """Do what `nb agenda` asks for when nothing else is typed; its exit code. Errors end as those of every command do."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app.given_vault, app.given_today = (os.environ.get(name) or None for name in ("NB_VAULT", "NB_TODAY"))
    try:
        answer_agenda(app, DAYS, MOST_PEOPLE, None, "text")
        return 0
    except (Exception, KeyboardInterrupt) as error:
        from .main import exit_code_of

        return exit_code_of(error, debug=False)
