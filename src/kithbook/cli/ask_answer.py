"""What `nb ask` answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..query.may_ask import may_ask
from ..report.may_ask import render_may_ask, sentences
from ..report.plain import Plain, to_plain

if TYPE_CHECKING:
    from .app import App


def answer_ask(app: App, name: str, form: str, *, reveal: bool = False) -> None:
    """Print what to know of the one who is meant before asking something of them."""
    book, contact = app.contact_in_full(name, reveal=reveal)
    plain: Plain = to_plain(may_ask(book, contact, app.today, reveal=reveal), reveal=reveal)
    plain["sentences"] = sentences(plain, app.today.isoformat())
    app.answer({"ask": plain}, form, render_may_ask, "ask")
