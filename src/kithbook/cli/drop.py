"""`nb drop`: a promise that will not be kept."""

import click

from ..model.promise import Promise
from ..vault.change_log import Change
from ..vault.promise_change import PromiseChanger
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

    def close(changer: PromiseChanger, promise: Promise, name: str) -> tuple[str, Change]:
        said = f"dropped: {name}"
        return said, changer.close(promise, "cancelled", app.today, said)[0]

    change_promises(app, ids, "drop", close, dry_run=dry_run)
