"""`nb edit`: somebody's note in your editor."""

import os
import shlex
import subprocess
import sys

import click

from ..errors import UsageError, VaultError
from .app import App, pass_app
from .completing import complete_names


@click.command(short_help="Open somebody's note in your editor.")
@click.argument("name", shell_complete=complete_names)
@pass_app
def command(app: App, name: str) -> None:
    """Open a contact's note in $VISUAL or $EDITOR.

    \b
      nb edit dagny
    """
    [path] = app.paths_of([name])
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise VaultError("no editor is set", "set $EDITOR, or open the note yourself: " + path)
    if not sys.stdin.isatty():
        raise UsageError("an editor needs a terminal", "open the note yourself: " + path)
    try:
        result = subprocess.run([*shlex.split(editor), os.path.join(app.vault.root, path)], check=False)
    except (OSError, ValueError) as error:
        raise VaultError(f"{editor} cannot be started: {error}", "look at $VISUAL and $EDITOR") from None
    if result.returncode:
        raise VaultError(f"{editor} ended with {result.returncode}", "look at the note before you go on")
