"""`nb agenda --by`: the agenda of one of those who share a vault. It asks the notes, and is loaded when it is asked for."""

from ..query.agenda import Agenda, agenda
from ..query.book_ledger import BookLedger
from ..query.shared_agenda import agenda_of
from .app import App
from .signing import names_of


def agenda_by(app: App, by: str, days: int, limit: int | None, most_owed: int | None) -> Agenda:
    """What is open, of what somebody has signed or nobody has."""
    names = names_of(app, by)
    book = app.book()
    found = agenda(BookLedger(book), app.today, days=days, limit=None)
    return agenda_of(found, book, app.today, names, limit=limit, most_owed=most_owed)
