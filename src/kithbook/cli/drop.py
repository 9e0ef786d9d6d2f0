"""`nb drop`: a promise that will not be kept."""

import click

from ..vault.promise_change import closing
from .app import App
from .completing import complete_ids
from .options import pass_app
from .writing import change_promises, dry_run_option


@click.command(short_help="A promise will not be kept.")
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=complete_ids)
@dry_run_option
@pass_app
def command(app: App, ids: tuple[str, ...], dry_run: bool) -> None:
    """Mark promises as cancelled. Better said than forgotten: tell them, too.

    \b
      nb drop 3f2ak
    """
    change_promises(app, ids, "drop", lambda promise, name: closing(promise, "cancelled", app.today, f"dropped: {name}"), dry_run=dry_run)
