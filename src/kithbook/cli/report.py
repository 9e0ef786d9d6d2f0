"""`nb report`: the reports in the vault, written once."""

from collections.abc import Callable

import click

from ..model.book import Book, secret_names, without_confidential
from ..query.agenda import agenda
from ..query.promises import list_promises
from ..report.layout import visible
from ..report.plain import envelope, to_plain, veil
from .app import App, F, echo, pass_app


def write_options(path: str) -> Callable[[F], F]:
    """The options of a command whose answer can also be a report."""

    def decorate(function: F) -> F:
        function = click.option("--dry-run", is_flag=True, help=f"Show how {path} would change.")(function)
        return click.option("--write", is_flag=True, help=f"Write {path} instead of printing.")(function)

    return decorate


def agenda_report(app: App, book: Book, days: int = 7, limit: int | None = 12) -> str:
    """The agenda as it is written to disk: without any confidential person."""
    answer = agenda(without_confidential(book), app.today, days=days, limit=limit)
    return app.markdown("agenda", envelope(app.today, veil(to_plain(answer), secret_names(book))))


def promises_report(app: App, book: Book, days: int = 7) -> str:
    """The open promises as they are written to disk: without any confidential person."""
    rows = list_promises(without_confidential(book), app.today, days=days)
    return app.markdown("promises", envelope(app.today, {"promises": veil(to_plain(rows), secret_names(book))}))


def write_report(app: App, name: str, body: str, *, dry_run: bool) -> None:
    """Write a report and say so; with `dry_run` show the difference."""
    from ..vault.reports import Report

    report = Report(app.vault.root, app.vault.settings.reports_folder, name)
    if dry_run:
        echo(visible(report.difference(body)) or f"{report.path} is up to date\n")
        return
    changed = report.write(body)
    echo(f"{report.path} {'written' if changed else 'is up to date'}\n")


@click.command(short_help="Write the reports into the vault.")
@click.option("--dry-run", is_flag=True, help="Show how the reports would change.")
@pass_app
def command(app: App, dry_run: bool) -> None:
    """Write reports/agenda.md and reports/promises.md, for Obsidian and the phone.

    A report is written only when its content changes. One that was edited by hand is
    left alone. Confidential people and texts are in neither.

    \b
      nb report
      nb report --dry-run
    """
    book = app.book()
    write_report(app, "agenda", agenda_report(app, book), dry_run=dry_run)
    write_report(app, "promises", promises_report(app, book), dry_run=dry_run)
