"""`nb timeline`: what happened between us."""

import click

from ..query.lookup import timeline
from ..report.plain import to_plain
from ..report.terminal import render_timeline
from .app import App, pass_app, reading
from .completing import complete_names


@click.command(short_help="All that happened with somebody.")
@click.argument("name", shell_complete=complete_names)
@click.option("--reveal", is_flag=True, help="Show what is private or confidential (on a terminal only).")
@reading
@pass_app
def command(app: App, name: str, reveal: bool, form: str) -> None:
    """Every log entry that counts for somebody, from all notes, the newest first.

    \b
      nb timeline dagny
      nb timeline zoë | head
    """
    reveal = app.may_reveal(reveal)
    book, contact = app.contact_in_full(name, reveal=reveal)
    rows = timeline(book, contact, reveal=reveal)
    app.answer({"entries": to_plain(rows, reveal=reveal)}, form, render_timeline, "timeline")
