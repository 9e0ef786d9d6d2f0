"""`nb balance`: give and ask, across the network."""

from datetime import date

import click

from ..errors import UsageError
from ..model.dates import add_days, add_months
from ..query.balance import balance
from ..report.balance import render_balance
from ..report.plain import to_plain
from .app import App
from .options import pass_app, reading
from .writing import read_day

_MONTHS = 12


@click.command(short_help="Give and ask, across the network.")
@click.option("--since", metavar="DAY", help="From this day on.")
@click.option("--months", type=click.IntRange(1, 1200), help=f"The last months.  [default: {_MONTHS}]")
@click.option("--days", type=click.IntRange(1, 36600), help="The last days.")
@reading
@pass_app
def command(app: App, since: str | None, months: int | None, days: int | None, form: str) -> None:
    """What you gave and what you asked, with everybody taken together, and who would like a word that wants nothing.

    There is no account with any one person, and no order of people but that of their names.

    \b
      nb balance
      nb balance --months 3
      nb balance --since 2026-01-01 --json
    """
    first = _first_day(app, since, months, days)
    app.answer(to_plain(balance(app.book(whole=True), first, app.today)), form, render_balance, "balance")


def _first_day(app: App, since: str | None, months: int | None, days: int | None) -> date:
    """The first of the days that are looked at; raises `UsageError` when it is said in two ways, or lies ahead."""
    if sum(given is not None for given in (since, months, days)) > 1:
        raise UsageError("--since, --months and --days say the same in three ways", "give one of them")
    if days is not None:
        return add_days(app.today, 1 - days)
    if since is None:
        return add_days(add_months(app.today, -(months or _MONTHS)), 1)
    day = read_day(app, since, past=True)
    if day > app.today:
        raise UsageError(f"{day} is later than today", "give a day that was")
    return day
