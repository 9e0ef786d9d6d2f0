"""`nb loops`: what came of it, and who would like to hear?"""

import click

from ..model.contact import Contact
from ..query.book_ledger import BookLedger
from ..query.loops import with_others
from ..query.referrals import to_tell
from ..report.plain import to_plain
from ..report.referrals import render_loops_in_full
from .app import App
from .options import pass_app, reading


@click.command(short_help="What came of it, and who would like to hear?")
@reading
@pass_app
def command(app: App, form: str) -> None:
    """Introductions and referrals, three weeks old, of which nobody has told the outcome; and whoever brought you together
    with somebody, and has not heard what came of it.

    \b
      nb loops
      nb loops --json
    """
    book = app.book()

    def in_full(path: str) -> Contact:
        return app.vault.books.with_contact_in_full(book, path).contacts[path]

    ledger = BookLedger(book)
    loops = with_others(ledger.owed("loop", app.today).rows, ledger, app.today)
    app.answer({"loops": to_plain(loops), "to_tell": to_plain(to_tell(book, app.today, in_full))},
               form, render_loops_in_full, "loops")
