"""The files that are made of answers, written or compared, and what is said of that."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from .app import App
from .options import F
from .output import echo

if TYPE_CHECKING:
    import re

    from ..vault.reports import Report, Ticked


def write_options(path: str) -> Callable[[F], F]:
    """The options of a command whose answer can also be a report."""

    def decorate(function: F) -> F:
        function = click.option("--dry-run", is_flag=True, help=f"Show how {path} would change.")(function)
        return click.option("--write", is_flag=True, help=f"Write {path} instead of printing.")(function)

    return decorate


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


def write_fresh(app: App, path: str, what: str, mark: str, text: str, *, seal: re.Pattern[bytes], dry_run: bool, only_changes: bool) -> None:
    """Write a file that is made anew from the notes, see `FreshFile`, and say so when it changed."""
    from ..vault.fresh_file import FreshFile

    file = FreshFile(app.vault.root, path, what, mark, seal)
    changed = file.differs(text) if dry_run else file.write(text)
    if changed or not only_changes:
        from .saving import said_of_file

        echo(f"{path} {said_of_file(changed, dry_run=dry_run)}\n")
