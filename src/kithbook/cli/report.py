"""`nb report`: the reports in the vault, written once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from ..errors import UserError, VaultError
from ..report.plain import Plain, envelope, to_plain, veil
from .app import App
from .options import F, pass_app
from .output import echo, echo_error

if TYPE_CHECKING:
    import re

    from ..model.book import Book
    from ..query.ledger import Ledger
    from ..vault.reports import Report, Ticked

NO_PROMISES = "No promises are open."


def write_options(path: str) -> Callable[[F], F]:
    """The options of a command whose answer can also be a report."""

    def decorate(function: F) -> F:
        function = click.option("--dry-run", is_flag=True, help=f"Show how {path} would change.")(function)
        return click.option("--write", is_flag=True, help=f"Write {path} instead of printing.")(function)

    return decorate


def for_disk(app: App, question: Callable[[Ledger], Any]) -> Any:
    """What is written to disk of an answer, as plain data: nothing of a confidential person, and no text that names one.

    The index is asked when there is nobody of that kind.
    """
    from ..query.book_ledger import BookLedger

    def asked(ledger: Ledger) -> Any:
        if isinstance(ledger, BookLedger):
            return veiled(ledger.book, question)
        return None if ledger.has_confidential else question(ledger)

    answer = app.ask(asked)
    return veiled(app.book(), question) if answer is None else answer


def veiled(book: Book, question: Callable[[Ledger], Any]) -> Any:
    from ..model.book import secret_names, without_confidential
    from ..query.book_ledger import BookLedger

    return veil(question(BookLedger(without_confidential(book))), secret_names(book))


def agenda_for_disk(app: App, days: int = 7, limit: int | None = 12, plain: Callable[[Any], Any] = to_plain) -> Callable[[Ledger], Plain]:
    """The question whose answer is reports/agenda.md."""
    from ..query.agenda import agenda

    def question(ledger: Ledger) -> Plain:
        answer: Plain = plain(agenda(ledger, app.today, days=days, limit=limit))
        return answer

    return question


def promises_for_disk(day: date, days: int = 7, plain: Callable[[Any], Any] = to_plain) -> Callable[[Ledger], list[Plain]]:
    """The question whose answer is reports/promises.md, as it is on `day`."""

    def question(ledger: Ledger) -> list[Plain]:
        rows: list[Plain] = plain(ledger.promises(day, days))
        return rows

    return question


def agenda_markdown(app: App, answer: Plain, *, dry_run: bool) -> str:
    """The text of reports/agenda.md, by the vault's own template when it has one.

    When that fails, it is kept in mind that the report says what was, but not with `dry_run`.
    """
    return _rendered(app, "agenda", envelope(app.today, answer), dry_run=dry_run)


def _rendered(app: App, name: str, answer: Plain, *, dry_run: bool) -> str:
    try:
        return app.markdown(name, answer)
    except VaultError:
        if not dry_run:
            report_named(app, name).leave_behind()
        raise


def promise_rows(book: Book, day: date) -> list[Plain]:
    """The rows of reports/promises.md as they are on `day`; what is confidential is out of them."""
    rows: list[Plain] = veiled(book, promises_for_disk(day))
    return rows


def promises_markdown(app: App, rows: list[Plain], day: date, *, dry_run: bool) -> str:
    """The text of reports/promises.md, as `agenda_markdown` gives that of the agenda."""
    return _rendered(app, "promises", envelope(day, {"promises": rows, "empty": NO_PROMISES}), dry_run=dry_run)


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
        from ..report.layout import visible_difference

        echo(visible_difference(report.difference(body)) or f"{report.path} is up to date\n")
        return
    changed = report.write(body, app.today, ticked)
    if changed or not only_changes:
        echo(f"{report.path} {'written' if changed else 'is up to date'}\n")


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


def write_fresh(app: App, path: str, what: str, mark: str, text: str, *, seal: re.Pattern[bytes], dry_run: bool, only_changes: bool) -> None:
    """Write a file that is made anew from the notes, see `FreshFile`, and say so when it changed."""
    from ..vault.fresh_file import FreshFile

    file = FreshFile(app.vault.root, path, what, mark, seal)
    changed = file.differs(text) if dry_run else file.write(text)
    if changed or not only_changes:
        from .saving import said_of_file

        echo(f"{path} {said_of_file(changed, dry_run=dry_run)}\n")


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
