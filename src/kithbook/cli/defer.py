"""`nb defer`: a promise put off."""

import click

from ..vault.promise_change import deferring
from .app import App
from .completing import complete_ids
from .options import pass_app
from .writing import change_promises, dry_run_option, read_day


@click.command(context_settings={"ignore_unknown_options": True}, short_help="A promise gets another day.")
@click.argument("id_", metavar="ID", shell_complete=complete_ids)
@click.argument("day")
@dry_run_option
@pass_app
def command(app: App, id_: str, day: str, dry_run: bool) -> None:
    """Give a promise another due date.

    DAY is a date, or today, tomorrow, fri, next week, 2w, eom, in 3 days.

    \b
      nb defer 3f2ak fri
      nb defer 3f2ak 2w
    """
    due = read_day(app, day)
    change_promises(app, (id_,), "defer", lambda promise, name: deferring(promise, due, f"now due {due}: {name}"), dry_run=dry_run)
