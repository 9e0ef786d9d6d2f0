"""What `nb agenda` answers. Without options, as it is asked day by day, no more is loaded than it needs."""

from __future__ import annotations

import os
import sys

from ..query.agenda import agenda
from ..report.plain import to_plain
from ..report.terminal import MOST_OWED, render_agenda
from .app import App

DAYS = 7
MOST_PEOPLE = 12


def answer_agenda(app: App, days: int, limit: int, by: str | None, form: str) -> None:
    """Print the agenda of so many days in the form that was asked for; with at most `limit` people to be in touch with, 0: all."""
    most_owed = MOST_OWED if form == "text" else None
    if by is not None:
        from .agenda_by import agenda_by

        answer = agenda_by(app, by, days, limit or None, most_owed)
    else:
        answer = app.ask(lambda ledger: agenda(ledger, app.today, days=days, limit=limit or None, most_owed=most_owed))
    plain = to_plain(answer)
    if most_owed is None:
        del plain["left_out"]
    app.answer(plain, form, render_agenda, "agenda")


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
