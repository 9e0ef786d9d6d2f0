"""What `nb agenda` answers."""

from __future__ import annotations

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
