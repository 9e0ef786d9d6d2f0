"""`nb undo`: the last change taken back."""

import click

from ..report.layout import clean
from .app import App
from .options import pass_app
from .writing import report_changes, with_dry_run


@click.command(short_help="Take back the last change.")
@with_dry_run
@pass_app
def command(app: App, dry_run: bool) -> None:
    """Take back the last change that nb made to a note, byte for byte; again, the one before it.

    Refused when the note was changed since. There is no redo. A change that a kill has cut
    short counts as the last one.

    \b
      nb undo
    """
    from ..vault.changes import undo_change

    cut_short = app.take_back_cut_short()
    if cut_short is not None and not cut_short.was_undo:
        return
    said, changes = undo_change(app.vault.root, dry_run=dry_run)
    report_changes(app, changes, f"taken back: {clean(said)}", "undo", dry_run=dry_run)
