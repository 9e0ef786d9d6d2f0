"""`nb review`: the weekly review, one thing at a time."""

import sys

import click

from ..errors import UsageError
from .app import App
from .options import pass_app
from .output import is_terminal
from .writing import dry_run_option


@click.command(short_help="The weekly review, one thing at a time.")
@click.option("--days", type=click.IntRange(0, 3660), default=7, show_default=True, help="How far to look ahead.")
@click.option("--again", is_flag=True, help="Begin this week's review anew.")
@dry_run_option
@pass_app
def command(app: App, days: int, again: bool, dry_run: bool) -> None:
    """Walk through the agenda on the terminal, one thing and one key at a time.

    Promises, replies, thanks and all else that is open; then three people who are drifting
    away, three whom you collected and never wrote to, one to think about, and two
    questions about your week. All is written as you go: stop whenever you like, and go
    on where you stopped. What you skip comes again next week.

    \b
      nb review
      nb review --days 14
      nb review --again
    """
    if not app.can_ask or not is_terminal(sys.stdout):
        raise UsageError("a review is a conversation, and nobody is there to answer", "nb agenda says what is open")
    from .review_walk import Walk

    Walk(app, days, dry_run=dry_run).go(again=again)
