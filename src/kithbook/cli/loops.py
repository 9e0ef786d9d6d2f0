"""`nb loops`: what came of it?"""

import click

from ..report.plain import to_plain
from ..report.terminal import render_loops
from .app import App, pass_app, reading


@click.command(short_help="What came of it?")
@reading
@pass_app
def command(app: App, form: str) -> None:
    """Introductions and referrals, three weeks old, of which nobody has told the outcome.

    \b
      nb loops
      nb loops --json
    """
    app.answer({"loops": to_plain(app.ask(lambda ledger: ledger.owed("loop", app.today).rows))}, form, render_loops, "loops")
