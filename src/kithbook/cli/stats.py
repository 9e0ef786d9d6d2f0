"""`nb stats`: the network month by month."""

import click

from ..query.stats import stats
from ..report.plain import to_plain
from ..report.stats import render_stats
from .app import App
from .options import pass_app, reading


@click.command(short_help="Contact, promises, give and ask, month by month.")
@click.option("--months", type=click.IntRange(1, 1200), default=12, show_default=True, help="How many months to look back.")
@reading
@pass_app
def command(app: App, months: int, form: str) -> None:
    """How often you were in touch, how your promises ended, and what was given and asked, month by month.

    Everybody is taken together; no person is set beside another. A person counts once a day.

    \b
      nb stats
      nb stats --months 24
      nb stats --json
    """
    app.answer(to_plain(stats(app.book(whole=True), app.today, months=months)), form, render_stats, "stats")
