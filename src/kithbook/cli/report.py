"""`nb report`: the reports in the vault, written once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import click

from ..report.plain import Plain, envelope, to_plain, veil
from .app import App, F, echo, pass_app

if TYPE_CHECKING:
    from ..model.book import Book
    from ..vault.reports import Report, Ticked


def write_options(path: str) -> Callable[[F], F]:
    """The options of a command whose answer can also be a report."""

    def decorate(function: F) -> F:
        function = click.option("--dry-run", is_flag=True, help=f"Show how {path} would change.")(function)
        return click.option("--write", is_flag=True, help=f"Write {path} instead of printing.")(function)

    return decorate


def agenda_report(app: App, book: Book, days: int = 7, limit: int | None = 12) -> str:
    """The agenda as it is written to disk: without any confidential person."""
    from ..model.book import secret_names, without_confidential
    from ..query.agenda import agenda
    from ..query.book_ledger import BookLedger

    answer = agenda(BookLedger(without_confidential(book)), app.today, days=days, limit=limit)
    return app.markdown("agenda", envelope(app.today, veil(to_plain(answer), secret_names(book))))


def promises_report(app: App, book: Book, days: int = 7) -> str:
    """The open promises as they are written to disk: without any confidential person."""
    return promises_markdown(app, promise_rows(book, app.today, days), app.today)


def promise_rows(book: Book, day: date, days: int = 7) -> list[Plain]:
    """The rows of reports/promises.md as they are on `day`; what is confidential is out of them."""
    from ..model.book import secret_names, without_confidential
    from ..query.promises import list_promises

    rows: list[Plain] = veil(to_plain(list_promises(without_confidential(book), day, days=days)), secret_names(book))
    return rows


def promises_markdown(app: App, rows: list[Plain], day: date) -> str:
    """The text of reports/promises.md, by the vault's own template when it has one."""
    return app.markdown("promises", envelope(day, {"promises": rows}))


def report_named(app: App, name: str) -> Report:
    """The file of a report in this vault."""
    from ..vault.reports import Report

    return Report(app.vault.root, app.vault.settings.reports_folder, name)


def write_report(app: App, name: str, body: str, *, dry_run: bool, ticked: Ticked | None = None,
                 only_changes: bool = False) -> None:
    """Write a report and say so; with `dry_run` show the difference. `ticked` is what was seen to already.

    With `only_changes`, nothing is said of one that is up to date.
    """
    report = report_named(app, name)
    if dry_run and ticked:
        # The difference would untick the lines: the notes, and so the report, are as yet without the ticks.
        echo(f"{report.path} would be written anew\n")
        return
    if dry_run:
        from ..report.layout import visible

        echo(visible(report.difference(body)) or f"{report.path} is up to date\n")
        return
    changed = report.write(body, app.today, ticked)
    if changed or not only_changes:
        echo(f"{report.path} {'written' if changed else 'is up to date'}\n")


def make_reports(app: App, *, dry_run: bool = False, only_changes: bool = False) -> None:
    """Take ticks back to the notes, then write both reports."""
    from .ticks import apply_ticks

    ticked = apply_ticks(app, dry_run=dry_run)
    book = app.book()
    try:
        write_report(app, "agenda", agenda_report(app, book), dry_run=dry_run, only_changes=only_changes)
    finally:  # one report that is left alone does not keep the other from being written
        write_report(app, "promises", promises_report(app, book), dry_run=dry_run, ticked=ticked, only_changes=only_changes)


@click.command(short_help="Write the reports into the vault.")
@click.option("--dry-run", is_flag=True, help="Show how the reports would change.")
@pass_app
def command(app: App, dry_run: bool) -> None:
    """Write reports/agenda.md and reports/promises.md, for Obsidian and the phone.

    A promise ticked in reports/promises.md is closed in its note first, as `nb done` does
    it. A report is written only when its content changes. One that was edited by hand
    otherwise is left alone. Confidential people and texts are in neither.

    \b
      nb report
      nb report --dry-run
    """
    make_reports(app, dry_run=dry_run)
