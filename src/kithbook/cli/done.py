"""`nb done`: a promise kept."""

import click

from .app import App
from .completing import complete_ids
from .options import pass_app
from .writing import change_promises, dry_run_option, keep, read_day


@click.command(short_help="A promise was kept.")
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=complete_ids)
@click.option("--on", "on", default="today", show_default=True, help="The day on which it was kept.")
@dry_run_option
@pass_app
def command(app: App, ids: tuple[str, ...], on: str, dry_run: bool) -> None:
    """Tick promises off, on their own lines, in the syntax that the note uses.

    ID is what `nb promises` shows, or the beginning of it. A promise that comes round
    again (🔁) is written anew above, as Obsidian Tasks does it.

    \b
      nb done 3f2ak
      nb done 3f2ak --on yesterday
    """
    day = read_day(app, on, past=True)
    change_promises(app, ids, "done", lambda promise, name: keep(promise, name, day), dry_run=dry_run)
