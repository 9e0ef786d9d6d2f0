"""`nb thanks`: whom to thank."""

import click

from ..query.owed import OwedRow
from ..report.plain import to_plain
from ..report.referrals import render_thanks_in_full
from .app import App
from .options import pass_app, reading


@click.command(short_help="Whom to thank.")
@reading
@pass_app
def command(app: App, form: str) -> None:
    """Gifts, introductions and referrals received and not yet answered with thanks.

    A referral deserves thanks to both parties, and something of use to the one who referred: what you
    know of them suggests it. Nothing is owed back.

    \b
      nb thanks
      nb thanks --json
    """
    rows: tuple[OwedRow, ...] = app.ask(lambda ledger: ledger.owed("thanks", app.today).rows)
    if not rows:
        app.answer({"thanks": []}, form, render_thanks_in_full, "thanks")
        return
    from ..query.referrals import thanks_in_full

    app.answer({"thanks": to_plain(thanks_in_full(rows, app.vault.book(app.today), app.today))}, form, render_thanks_in_full, "thanks")
