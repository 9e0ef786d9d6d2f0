"""`nb init`: a vault, here or elsewhere."""

import os

import click

from ..errors import VaultError
from ..model.dates import add_days
from ..report.layout import clean
from ..text.new_note import compose_note
from ..vault.changes import Wanted
from ..vault.git_setup import set_up_repository
from ..vault.setup import is_under_git, set_up_vault
from .app import App
from .options import pass_app
from .output import echo, echo_error
from .writing import dry_run_option, show_files


@click.command(short_help="Make a vault, also of an Obsidian vault.")
@click.argument("folder", required=False, metavar="[DIR]")
@click.option("--no-hook", is_flag=True, help="Without the hooks that look at what you commit.")
@click.option("--obsidian", is_flag=True, help="Also bases, types of properties and templates for Obsidian.")
@dry_run_option
@pass_app
def command(app: App, folder: str | None, no_hook: bool, obsidian: bool, dry_run: bool) -> None:
    """Make this folder, or DIR, a vault: nb.yaml, .gitignore, git with hooks, and a first note where there is none.

    Safe to repeat, and in an Obsidian vault: what is there already is left as it is. Hooks that
    are there still run (see nb hook). --obsidian adds bases of your people, promises and those who
    wait to hear from you, the types of the properties, and a template for a person, each only where
    it is missing (docs/obsidian.md).

    \b
      nb init
      nb init ~/people
      nb init --obsidian
      nb init --no-hook
    """
    root = os.path.abspath(folder or app.given_vault or os.curdir)
    body = (
        f"Somebody you like. Write what you would tell a friend about them, and below what happened.\n\n"
        f"## Promises\n\n- [ ] Send them the book 📅 {add_days(app.today, 7)}\n\n## Log\n\n- {app.today} coffee: talked about books\n")
    example = compose_note({"circle": "close", "interests": ["books"]}, body)
    made, changes = set_up_vault(root, ("people/Example Person.md", example), _for_obsidian(root) if obsidian else (), dry_run=dry_run)
    if not no_hook:
        made += _set_up_git(root, dry_run=dry_run)
    if not made:
        echo(f"{clean(root)} is a vault already\n")
        return
    if dry_run:
        show_files(changes)
    echo(f"{'would be made' if dry_run else 'made'} in {clean(root)}: {', '.join(made)}\n")
    if not dry_run:
        echo(f"next: {'nb report, which the bases look into' if obsidian else 'nb add NAME, nb log NAME TEXT, nb agenda'}\n")


def _for_obsidian(root: str) -> list[Wanted]:
    """What Obsidian is given; a line on stderr for what is left alone."""
    from ..vault.obsidian import wanted_of_obsidian

    wanted, faults = wanted_of_obsidian(os.path.realpath(root))
    for fault in faults:
        echo_error(fault.message, fault.remedy)
    return wanted


def _set_up_git(root: str, *, dry_run: bool) -> list[str]:
    """The hooks, where they can be put without asking; else a line on stderr says why they were not."""
    if dry_run and not is_under_git(root):
        return ["hooks"]
    try:
        folder, made = set_up_repository(root, dry_run=True)
        if folder.shared:
            raise VaultError(f"{folder.path} is part of the repository", "nb hook install")
        if made and not dry_run:
            set_up_repository(root)
    except VaultError as error:
        echo_error(f"no hooks: {error.message}", error.remedy)
        return []
    return ["hooks"] if made else []
