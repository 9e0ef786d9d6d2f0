"""`nb watch`: keeps the reports in the vault fresh."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from ..errors import VaultError
from ..report.layout import clean
from ..report.plain import PlainAgain
from .app import App
from .main import EXIT_INTERRUPTED, run
from .options import pass_app
from .output import echo
from .today import time_of_day

if TYPE_CHECKING:
    from ..vault.vault import Vault


@click.command(short_help="Keep the reports fresh while you write.")
@click.option("--once", is_flag=True, help="Look once, then end.")
@click.option("--unit", type=click.Choice(["systemd", "launchd"]), help="Print what has it run from login on, and end.")
@click.option("--quiet", is_flag=True, help="Say nothing but what went wrong.")
@pass_app
def command(app: App, once: bool, unit: str | None, quiet: bool) -> int | None:
    """Write reports/agenda.md and reports/promises.md anew whenever what they say has changed.

    Save a note, in any editor or on the phone, and the reports follow. Tick a promise in
    reports/promises.md, and it is closed in its note. Nothing is written while git is in
    the middle of something, or while the vault is not there. It ends with Ctrl-C.

    \b
      nb watch
      nb watch --once
      nb watch --unit systemd > ~/.config/systemd/user/nb.service
    """
    root = app.vault.root
    if unit:
        from ..watch import unit as units

        echo((units.systemd_unit if unit == "systemd" else units.launchd_plist)(units.program(), root))
        return None
    from ..vault.only_one import OnlyOne

    lock = OnlyOne(root)
    try:
        says = Says(quiet=quiet)
        if once:
            from ..vault.history import git_at_work

            if busy := git_at_work(root):
                raise VaultError(f"git is in the middle of {busy}, and nothing is written meanwhile", "try again when it is over")
            says.make_reports(app.vault, app.today)
            return None
        return _watch(app, says)
    finally:
        lock.release()


def _watch(app: App, says: Says) -> int:
    """Watch until a signal comes; the exit code that it stands for."""
    import gc
    import signal

    from ..watch.answering import Answering
    from ..watch.watcher import Watcher

    gc.enable()  # this command lives for long
    watcher = Watcher(app.vault.root, says.make_reports, says.line, lambda: App.for_vault(app.vault.root, app.given_today).today)
    ends: list[int] = []

    def end(signal_number: int, _frame: object) -> None:
        ends.append(EXIT_INTERRUPTED if signal_number == signal.SIGINT else 0)
        watcher.stop()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    answering = Answering.start(app.vault.root, lambda arguments: run(arguments, App()))
    says.line(f"watching {app.vault.root}")
    try:
        watcher.run()
    finally:
        if answering is not None:
            answering.stop()
    return ends[0] if ends else 0


class Says:
    """Makes the reports, and says a line for each thing that was done."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._said: set[str] = set()
        self._plain = PlainAgain()

    def line(self, text: str) -> None:
        """A line on stdout, with the time of day."""
        if not self._quiet:
            echo(f"{time_of_day()} {clean(text)}\n")

    def make_reports(self, vault: Vault, day: date) -> None:
        """Take over what was ticked, and write the reports that have changed."""
        from contextlib import redirect_stderr, redirect_stdout
        from io import StringIO

        from .report import make_reports

        app = App.for_vault(vault.root, day.isoformat())
        app.vault = vault
        out, err = StringIO(), StringIO()
        try:
            with redirect_stdout(out), redirect_stderr(err):
                make_reports(app, only_changes=True, plain=self._plain)
        finally:
            for text in out.getvalue().splitlines():
                self.line(text)
            remarks = _remarks_in(err.getvalue())
            for text in remarks:
                if text not in self._said:  # what has been wrong for long is said once
                    sys.stderr.write(f"{time_of_day()} {text}\n")
            self._said = {*remarks}


def _remarks_in(said: str) -> list[str]:
    """What was said on stderr, in its order: each remark, with how to mend it, in a line."""
    remarks: list[str] = []
    for line in said.splitlines():
        if line.startswith(" ") and remarks:
            remarks[-1] += f"; {line.strip()}"
        else:
            remarks.append(line)
    return list(dict.fromkeys(remarks))
