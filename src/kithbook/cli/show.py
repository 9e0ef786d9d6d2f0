"""`nb show`: what one knows of somebody."""

import click

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
    from .show_answer import answer_show  # not needed for Tab

    answer_show(app, name, form, reveal=app.may_reveal(reveal))
