"""`nb undo`: the last change taken back."""

import click

from ..report.layout import clean
from .app import App
from .options import pass_app
from .writing import dry_run_option, report_changes


@click.command(short_help="Take back the last change.")
@dry_run_option
@pass_app
def command(app: App, dry_run: bool) -> None:
    """Take back the last change that nb made to a note, byte for byte; again, the one before it.

    Refused when the note was changed since. There is no redo.

    \b
      nb undo
    """
    from ..vault.changes import undo_change

    said, changes = undo_change(app.vault.root, dry_run=dry_run)
    report_changes(app, changes, f"taken back: {clean(said)}", "undo", dry_run=dry_run)
