"""`nb thanks`: whom to thank."""

import click

from ..report.plain import to_plain
from ..report.terminal import render_thanks
from .app import App, pass_app, reading


@click.command(short_help="Whom to thank.")
@reading
@pass_app
def command(app: App, form: str) -> None:
    """Gifts, introductions and referrals received and not yet answered with thanks.

    \b
      nb thanks
      nb thanks --json
    """
    app.answer({"thanks": to_plain(app.ask(lambda ledger: ledger.owed("thanks", app.today).rows))}, form, render_thanks, "thanks")
