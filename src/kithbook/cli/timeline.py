"""`nb timeline`: what happened between us."""

import click

from ..model.contact import Contact
from ..query.lookup import timeline
from ..report.layout import clean
from ..report.plain import to_plain
from ..report.terminal import render_timeline
from .app import App
from .completing import complete_names
from .options import pass_app, reading
from .signing import filter_option, names_of


@click.command(short_help="All that happened with somebody.")
@click.argument("name", shell_complete=complete_names)
@click.option("--reveal", is_flag=True, help="Show what is private or confidential (on a terminal only).")
@filter_option("Only what somebody who shares the vault has signed; `me`: you.")
@reading
@pass_app
def command(app: App, name: str, reveal: bool, by: str | None, form: str) -> None:
    """Every log entry that counts for somebody, from all notes, the newest first.

    \b
      nb timeline dagny
      nb timeline zoë | head
      nb timeline zoë --by me
    """
    reveal = app.may_reveal(reveal)
    book, contact = app.contact_in_full(name, reveal=reveal)
    rows = timeline(book, contact, reveal=reveal, by=None if by is None else names_of(app, by))
    app.answer({"entries": to_plain(rows, reveal=reveal)}, form, render_timeline, "timeline",
               empty=_nothing(contact, by, reveal=reveal))


def _nothing(contact: Contact, by: str | None, *, reveal: bool) -> str:
    """Why nothing is shown."""
    if contact.confidential and not reveal:
        return "What is between you is confidential."
    return f"Nothing is shown that {clean(by)} has signed." if by is not None else "Nothing is written down yet."
