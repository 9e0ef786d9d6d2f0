"""`nb report`: the reports in the vault, written once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from ..errors import UserError
from ..report.plain import to_plain
from .app import App
from .for_disk import (
    agenda_for_disk,
    agenda_markdown,
    for_disk,
    promises_for_disk,
    promises_markdown,
)
from .options import pass_app
from .output import echo_error
from .report_file import write_fresh, write_report

if TYPE_CHECKING:

    pass

def make_reports(app: App, *, dry_run: bool = False, only_changes: bool = False, plain: Callable[[Any], Any] = to_plain) -> None:
    """Take ticks back to the notes, then write both reports. `plain` is `to_plain`, or one that remembers."""
    from .ticks import apply_ticks

    ticked = apply_ticks(app, dry_run=dry_run)
    agenda, promises = agenda_for_disk(app, plain=plain), promises_for_disk(app.today, plain=plain)
    found = for_disk(app, lambda ledger: {"promises": promises(ledger), "agenda": agenda(ledger)})  # whose are among them
    _do_all(
        lambda: write_report(app, "agenda", agenda_markdown(app, found["agenda"], dry_run=dry_run), dry_run=dry_run, only_changes=only_changes),
        lambda: write_report(app, "promises", promises_markdown(app, found["promises"], app.today, dry_run=dry_run), dry_run=dry_run,
                             ticked=ticked, only_changes=only_changes),
        lambda: _make_calendar(app, dry_run=dry_run, only_changes=only_changes),
        lambda: _make_page(app, dry_run=dry_run, only_changes=only_changes))


def _do_all(*steps: Callable[[], None]) -> None:
    """Do each: one that is left alone, or that fails, does not keep the others from being written. What is wrong is said of all."""
    faults: list[UserError] = []
    for step in steps:
        try:
            step()
        except UserError as fault:
            faults.append(fault)
    for said in faults[:-1]:
        echo_error(said.message, said.remedy)
    if faults:
        raise faults[-1]


def _make_calendar(app: App, *, dry_run: bool, only_changes: bool) -> None:
    settings = app.vault.settings
    if settings.calendar is not None:
        from ..exchange.icalendar import PRODID, SEAL
        from .ics import calendar_text

        write_fresh(app, settings.calendar, "calendar", f"PRODID:{PRODID}", calendar_text(app), seal=SEAL, dry_run=dry_run, only_changes=only_changes)


def _make_page(app: App, *, dry_run: bool, only_changes: bool) -> None:
    settings = app.vault.settings
    if settings.page is not None:
        from .page import page_text, write_page

        write_page(app, settings.page, page_text(app), dry_run=dry_run, only_changes=only_changes)


@click.command(short_help="Write the reports into the vault.")
@click.option("--dry-run", is_flag=True, help="Show how the reports would change.")
@pass_app
def command(app: App, dry_run: bool) -> None:
    """Write reports/agenda.md and reports/promises.md, for Obsidian and the phone.

    A promise ticked in reports/promises.md is closed in its note first, as `nb done` does
    it. A report is written only when its content changes. One that was edited by hand
    otherwise is left alone. Confidential people and texts are in neither. With
    `calendar: reports/calendar.ics` in nb.yaml, a calendar is written, too (see nb ics), and
    with `page: reports/page.html` a page (see nb page).

    \b
      nb report
      nb report --dry-run
    """
    make_reports(app, dry_run=dry_run)
