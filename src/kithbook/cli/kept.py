"""`nb kept`: how my promises were kept."""

import click

from ..query.promise_keeping import promise_keeping
from ..report.kept import render_kept
from ..report.plain import to_plain
from ..vault.usual import remember_usual
from .app import App
from .options import pass_app, reading

_MONTHS = 12


@click.command(short_help="How your promises were kept.")
@click.option("--months", type=click.IntRange(1, 1200), default=_MONTHS, show_default=True, help="How many months to look back.")
@reading
@pass_app
def command(app: App, months: int, form: str) -> None:
    """How your promises ended, month by month: kept on time, kept late, dropped with a word to those who waited, or without one.

    A word is any call, letter or meeting from the day before you dropped it to two weeks after.
    What was closed without a day is counted apart. How many you keep in a month is
    remembered: on a terminal you get a word when you promise more than that.

    \b
      nb kept
      nb kept --months 3 --json
    """
    keeping = promise_keeping(app.book(whole=True), app.today, months=months)
    if months == _MONTHS:
        remember_usual(app.vault.root, keeping.usual, app.today)
    app.answer(to_plain(keeping), form, render_kept, "kept")
