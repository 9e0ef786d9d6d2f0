"""The agenda worked out and worded: loaded when the index does not have it from before."""

from __future__ import annotations

from datetime import date

from ..query.agenda import Agenda, agenda
from ..query.ledger import Ledger
from ..report.plain import Plain, envelope, render_json, to_plain
from ..report.style import Style
from ..report.terminal import MOST_OWED, render_agenda
from ..report.told_apart import tell_apart
from .app import App


def in_words(ledger: Ledger, today: date, days: int, limit: int, style: Style | None) -> str:
    """The agenda as text in a style, or as JSON without one."""
    most_owed = None if style is None else MOST_OWED
    plain = envelope(today, _plain(agenda(ledger, today, days=days, limit=limit or None, most_owed=most_owed), most_owed))
    return render_json(plain) if style is None else render_agenda(tell_apart("agenda", plain), style)


def answer_in_full(app: App, days: int, limit: int, by: str | None, form: str) -> None:
    """Print the agenda, or that of one of those who share the vault, in any form."""
    most_owed = MOST_OWED if form == "text" else None
    if by is None:
        answer = app.ask(lambda ledger: agenda(ledger, app.today, days=days, limit=limit or None, most_owed=most_owed))
    else:
        answer = _of_one(app, by, days, limit or None, most_owed)
    app.answer(_plain(answer, most_owed), form, render_agenda, "agenda")


def _of_one(app: App, by: str, days: int, limit: int | None, most_owed: int | None) -> Agenda:
    """What is open, of what somebody has signed or nobody has. It asks the notes."""
    from ..query.book_ledger import BookLedger
    from ..query.shared_agenda import agenda_of
    from .signing import names_of

    names = names_of(app, by)
    book = app.book()
    found = agenda(BookLedger(book), app.today, days=days, limit=None)
    return agenda_of(found, book, app.today, names, limit=limit, most_owed=most_owed)


def _plain(answer: Agenda, most_owed: int | None) -> Plain:
    plain: Plain = to_plain(answer)
    if most_owed is None:
        del plain["left_out"]
    return plain
