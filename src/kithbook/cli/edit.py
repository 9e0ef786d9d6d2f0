"""`nb edit`: somebody's note in your editor."""

import os

import click

from .app import App
from .completing import complete_names
from .editor import open_in_editor
from .options import pass_app


@click.command(short_help="Open somebody's note in your editor.")
@click.argument("name", shell_complete=complete_names)
@pass_app
def command(app: App, name: str) -> None:
    """Open a contact's note in $VISUAL or $EDITOR.

    \b
      nb edit dagny
    """
    app.take_back_cut_short()
    [path] = app.paths_of([name])
    open_in_editor(os.path.join(app.vault.root, path), instead=f"open the note yourself: {path}",
                   afterwards="look at the note before you go on")
