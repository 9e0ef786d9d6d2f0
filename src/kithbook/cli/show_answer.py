"""What `nb show` answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..query.lookup import show
from ..report.plain import to_plain
from ..report.terminal import render_show

if TYPE_CHECKING:
    from .app import App


def answer_show(app: App, name: str, form: str, *, reveal: bool = False) -> None:
    """Print the card of the one who is meant."""
    book, contact = app.contact_in_full(name, reveal=reveal)
    card = show(book, contact, app.today, reveal=reveal)
    app.answer(to_plain(card, reveal=reveal), form, render_show, "show")
