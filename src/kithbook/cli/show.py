"""`nb show`: what one knows of somebody."""

import click

from ..query.lookup import show
from ..report.plain import to_plain
from ..report.terminal import render_show
from .app import App
from .completing import complete_names
from .options import pass_app, reading


@click.command(short_help="What you know of somebody.")
@click.argument("name", shell_complete=complete_names)
@click.option("--reveal", is_flag=True, help="Show what is private or confidential (on a terminal only).")
@reading
@pass_app
def command(app: App, name: str, reveal: bool, form: str) -> None:
    """A contact's card: who they are, what is open, the last entries of the log.

    NAME is a name, an alias, a file name, an e-mail address or a unique part of one.

    \b
      nb show dagny
      nb show noor@post.example --json
    """
    reveal = app.may_reveal(reveal)
    book, contact = app.contact_in_full(name, reveal=reveal)
    card = show(book, contact, app.today, reveal=reveal)
    app.answer(to_plain(card, reveal=reveal), form, render_show, "show")
