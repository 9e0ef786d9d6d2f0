"""`nb undo`: the last change taken back."""

import click

from ..errors import VaultError
from ..model.settings_file import SETTINGS_FILE
from ..report.layout import clean
from .app import App
from .options import pass_app
from .output import echo, echo_error
from .writing import report_changes, with_dry_run


@click.command(short_help="Take back the last change.")
@with_dry_run
@pass_app
def command(app: App, dry_run: bool) -> None:
    """Take back the last change that nb made to a note, byte for byte; again, the one before it.

    Refused when the note was changed since. There is no redo. A change that a kill has cut
    short counts as the last one. What was done in a review is asked about again there. With the nb.yaml of a vault that was made, git's hooks and its
    merging of notes go, too; the repository stays.

    \b
      nb undo
    """
    from ..vault.changes import last_change, undo_change
    from ..vault.review_state import ReviewState

    cut_short = app.take_back_cut_short()
    if cut_short is not None and not cut_short.was_undo:
        return
    number = last_change(app.vault.root)
    said, changes = undo_change(app.vault.root, dry_run=dry_run)
    if number is not None and not dry_run:
        ReviewState(app.vault.root, app.today).reopen(number)
    report_changes(app, changes, f"taken back: {clean(said)}", "undo", dry_run=dry_run, was_undo=True)
    if any(change.path == SETTINGS_FILE and change.after is None for change in changes):
        _take_back_git(app.vault.root, dry_run=dry_run)


def _take_back_git(root: str, *, dry_run: bool) -> None:
    """Take away what `nb init` set git up with, where no other vault of the repository needs it; else say that it stays."""
    from ..vault.git_setup import take_back_with_vault
    from ..vault.setup import is_under_git

    if not is_under_git(root):
        return
    try:
        done = take_back_with_vault(root, dry_run=dry_run)
    except VaultError as fault:
        echo_error(f"git's hooks stay: {fault.message}", fault.remedy)
        return
    if done:
        echo(f"{'would be' if dry_run else 'also'} taken away: {', '.join(done)}; the git repository stays\n")
