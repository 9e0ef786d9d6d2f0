"""`nb promises`: the checklist."""

import click

from ..errors import UsageError
from ..model.contact import Contact
from ..model.promise import Who
from ..query.promises import list_promises, pick_promises
from ..report.layout import clean
from ..report.plain import to_plain
from ..report.terminal import render_promises
from .app import App
from .completing import complete_names
from .for_disk import NO_PROMISES, for_disk, promises_for_disk, promises_markdown
from .options import pass_app, reading
from .report_file import write_options, write_report


@click.command(short_help="What was promised, by you and to you.")
@click.argument("name", required=False, shell_complete=complete_names)
@click.option("--mine", is_flag=True, help="Mine and ours.")
@click.option("--theirs", is_flag=True, help="Theirs; with --mine, all.")
@click.option("--stale", is_flag=True, help="Only what has lain too long.")
@click.option("--all", "everything", is_flag=True, help="The closed ones, too.")
@click.option("--days", type=click.IntRange(0, 3660), default=7, show_default=True, help="How far ahead `due` reaches.")
@click.option("--reveal", is_flag=True, help="Show what is confidential (on a terminal only).")
@write_options("reports/promises.md")
@reading
@pass_app
def command(app: App, name: str | None, mine: bool, theirs: bool, stale: bool, everything: bool, days: int, reveal: bool,
            write: bool, dry_run: bool, form: str) -> None:
    """Open promises, the most pressing first, each with the id that names it.

    \b
      nb promises
      nb promises dagny --all
      nb promises --mine --stale
      nb promises --write         reports/promises.md, a checklist (see nb report)
    """
    reveal = app.may_reveal(reveal)
    who: Who | None = None if mine == theirs else "me" if mine else "them"
    if (write or dry_run) and (name or mine or theirs or stale or everything):
        raise UsageError("reports/promises.md holds all open promises", "leave the name and the filters away")
    if write or dry_run:
        from .ticks import apply_ticks

        ticked = apply_ticks(app, dry_run=dry_run)
        rows = for_disk(app, promises_for_disk(app.today, days))
        write_report(app, "promises", promises_markdown(app, rows, app.today, dry_run=dry_run), dry_run=dry_run, ticked=ticked)
        return
    contact: Contact | None = None
    if not (name or everything or reveal):
        rows = pick_promises(app.ask(lambda ledger: ledger.promises(app.today, days)), who=who, stale=stale)
    else:
        if name:
            book, contact = app.contact_in_full(name)
        else:
            book = app.book(whole=True)
        rows = list_promises(book, app.today, days=days, contact=contact, who=who, stale=stale, closed=everything, reveal=reveal)
    app.answer({"promises": to_plain(rows, reveal=reveal)}, form, render_promises, "promises",
               empty=_none_of(who, contact, stale=stale, everything=everything))


def _none_of(who: Who | None, contact: Contact | None, *, stale: bool, everything: bool) -> str:
    """What there is none of, in words."""
    if who is None and contact is None and not (stale or everything):
        return NO_PROMISES
    whose = {"me": " of yours", "them": " of theirs"}.get(who or "", "")
    with_ = f" with {clean(contact.name)}" if contact is not None else ""
    return f"No promise{whose}{with_} is {'stale' if stale else 'written down' if everything else 'open'}."
