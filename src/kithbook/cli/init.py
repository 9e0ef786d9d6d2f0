"""`nb init`: a vault, here or elsewhere."""

import os

import click

from ..report.layout import clean
from ..text.new_note import compose_note
from ..vault.setup import set_up_vault
from .app import App, echo, pass_app
from .writing import dry_run_option


@click.command(short_help="Make a vault, also of an Obsidian vault.")
@click.argument("folder", required=False, metavar="[DIR]")
@dry_run_option
@pass_app
def command(app: App, folder: str | None, dry_run: bool) -> None:
    """Make this folder, or DIR, a vault: nb.yaml, .gitignore, git, and a first note where there is none.

    Safe to repeat, and in an Obsidian vault: what is there already is left as it is.

    \b
      nb init
      nb init ~/people
    """
    root = os.path.abspath(folder or app.given_vault or os.curdir)
    body = (
        f"Somebody you like. Write what you would tell a friend about them, and below what happened.\n\n"
        f"## Promises\n\n- [ ] Send them the book 📅 {app.today}\n\n## Log\n\n- {app.today} coffee: talked about books\n")
    example = compose_note({"circle": "close", "interests": ["books"]}, body)
    made = set_up_vault(root, ("people/Example Person.md", example), dry_run=dry_run)
    if not made:
        echo(f"{clean(root)} is a vault already\n")
        return
    echo(f"{'would be made' if dry_run else 'made'} in {clean(root)}: {', '.join(made)}\n")
    if not dry_run:
        echo("next: nb add NAME, nb log NAME TEXT, nb agenda\n")
