"""`nb agenda`: the weekly review."""

import click

from ..errors import UsageError
from .agenda_answer import DAYS, MOST_PEOPLE, answer_agenda
from .app import App
from .for_disk import agenda_for_disk, agenda_markdown, for_disk
from .options import pass_app, reading
from .report_file import write_options, write_report


@click.command(short_help="The weekly review.")
@click.option("--days", type=click.IntRange(0, 3660), default=DAYS, show_default=True, help="How far to look ahead.")
@click.option("--limit", type=click.IntRange(0), default=MOST_PEOPLE, show_default=True,
              help="At most so many people to keep in touch with; 0 for everybody.")
@click.option("--by", metavar="NAME", help="In a shared vault: what somebody has signed, or nobody; `me`: you.")
@write_options("reports/agenda.md")
@reading
@pass_app
def command(app: App, days: int, limit: int, by: str | None, write: bool, dry_run: bool, form: str) -> None:
    """What this week asks for between you and the people you know.

    Promises that are due or stale, replies and thanks owed, people met and not yet
    written to, problems to make right, what you wait for, birthdays, and those whom it
    is time to be in touch with.

    \b
      nb agenda
      nb agenda --days 14 --limit 5
      nb agenda --write           reports/agenda.md, for Obsidian and the phone
      nb agenda --by me           in a vault that you share
      nb agenda --json
    """
    if by is not None and (write or dry_run):
        raise UsageError("a report is for everybody who shares the vault", "leave --by away")
    if write or dry_run:
        found = for_disk(app, agenda_for_disk(app, days, limit or None))
        write_report(app, "agenda", agenda_markdown(app, found, dry_run=dry_run), dry_run=dry_run)
        return
    answer_agenda(app, days, limit, by, form)
