"""`nb ask`: may I, and what should come first?"""

from __future__ import annotations

import click

from .app import App
from .completing import complete_names
from .options import pass_app, reading


@click.command(short_help="May I ask something of them, and what should come first?")
@click.argument("name", shell_complete=complete_names)
@click.option("--reveal", is_flag=True, help="Take what is confidential into account (on a terminal only).")
@reading
@pass_app
def command(app: App, name: str, reveal: bool, form: str) -> None:
    """An honest word before you ask something of somebody: how well you know each other, when
    you last asked, and what is open between you. Nothing is written down.

    \b
      nb ask priya
      nb ask priya --json
    """
    from .ask_answer import answer_ask  # not needed for Tab

    answer_ask(app, name, form, reveal=app.may_reveal(reveal))


def say_before_ask(app: App, names: list[str]) -> None:
    """A word on the terminal to whoever is about to note that they asked something of these people."""
    from ..query.may_ask import may_ask
    from ..report.may_ask import word_before
    from ..report.plain import to_plain

    book, contacts = app.contacts_in_full(names)
    for contact in contacts:
        word = word_before(to_plain(may_ask(book, contact, app.today)))
        if word is not None:
            click.echo(f"nb: {word}: nb ask {contact.name!r}" if " " in contact.name else f"nb: {word}: nb ask {contact.name}", err=True)
