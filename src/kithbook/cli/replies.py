"""`nb replies`: who waits for an answer."""

import click

from ..report.plain import to_plain
from ..report.terminal import render_replies
from .app import App
from .options import pass_app, reading


@click.command(short_help="Who waits for an answer.")
@reading
@pass_app
def command(app: App, form: str) -> None:
    """People who wrote, called or sent a letter and have not heard from you since, the longest wait first. An entry with
    #no-reply asks for none.

    \b
      nb replies
      nb replies --json
    """
    app.answer({"replies": to_plain(app.ask(lambda ledger: ledger.owed("reply", app.today).rows))}, form, render_replies, "replies")
