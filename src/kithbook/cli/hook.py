"""`nb hook`: git looks at what you commit and push."""

import os

import click

from ..report.layout import clean
from .app import App
from .hook_run import STAGES, judge
from .options import pass_app
from .output import echo
from .writing import show_files


@click.group(short_help="Git stops stale promises, leaks and conflict markers.")
def command() -> None:
    """Let git look at what you commit, merge and push: stale promises of yours, confidential words, conflict markers.

    What it finds, it names with file and line; nothing is changed. To let something pass for
    once: `git commit --no-verify`, or NB_HOOK=off for nb alone. How severe each finding is,
    `hook:` in nb.yaml says.

    \b
      nb hook install
      nb hook status
      nb hook run pre-commit     what git would be told now
    """


@command.command("install", short_help="Put the hooks in place.")
@click.option("--dry-run", is_flag=True, help="Show the change as a diff, and write nothing.")
@pass_app
def install(app: App, dry_run: bool) -> None:
    """Put the hooks in place, beside those that are there; these still run. Safe to repeat.

    git is also told to merge notes with nb: a line in .gitattributes, and a setting of this clone.

    \b
      nb hook install
    """
    from ..vault.git_setup import changes_of_set_up, set_up_repository

    if dry_run:
        show_files(changes_of_set_up(app.vault.root))
    folder, made = set_up_repository(app.vault.root, dry_run=dry_run)
    if not made:
        echo("all is in place already\n")
        return
    echo(f"{'would be installed' if dry_run else 'installed'} in {clean(folder.path)}: {', '.join(made)}\n")
    if folder.shared:
        echo("this folder is part of the repository: whoever gets it needs nb, too\n")


@command.command("uninstall", short_help="Take the hooks away again.")
@click.option("--dry-run", is_flag=True, help="Show the change as a diff, and write nothing.")
@pass_app
def uninstall(app: App, dry_run: bool) -> None:
    """Take the hooks away, and put back what was there before, as it was. git merges notes as any text again.

    \b
      nb hook uninstall
    """
    from ..vault.git_setup import changes_of_take_back, take_back_set_up

    if dry_run:
        show_files(changes_of_take_back(app.vault.root))
    done = take_back_set_up(app.vault.root, dry_run=dry_run)
    echo(f"{'would be ' if dry_run else ''}taken away: {', '.join(done)}\n" if done else "there was no hook of nb\n")


@command.command("status", short_help="Which hooks are there.")
@pass_app
def status(app: App) -> None:
    """Which hooks are in place, what runs besides, and how git merges notes.

    \b
      nb hook status
    """
    from ..vault.hook_script import VERSION
    from ..vault.hooks import hooks_folder, look_at
    from ..vault.merge_setup import merge_setup

    folder = hooks_folder(app.vault.root)
    echo(f"{clean(folder.path)}\n")
    for state in look_at(folder):
        if state.version is None:
            said = "not installed"
        elif state.version == VERSION:
            said = "installed"
        else:
            said = f"installed, of another version ({state.version}): nb hook install"
        others = f"; also there: {', '.join(map(clean, state.others))}" if state.others else ""
        echo(f"  {state.stage:16}  {said}{others}\n")
    merging = merge_setup(app.vault.root)
    both = merging.in_attributes and merging.in_config
    echo(f"  {'merging of notes':16}  {'by nb' if both else 'not set up: nb hook install'}\n")
    for line, written in merging.others:
        echo(f"    .gitattributes:{line} sets another: {clean(written)}\n")


@command.command("run", short_help="Judge what is staged or pushed.")
@click.argument("stage", type=click.Choice(STAGES))
@click.argument("given", nargs=-1, metavar="[ARG]...")
@pass_app
def run(app: App, stage: str, given: tuple[str, ...]) -> int:
    """Judge what is staged (pre-commit, pre-merge-commit) or pushed (pre-push), as git does.

    ARGs are what git gives the hook: for pre-push the remote's name; what is pushed comes on stdin.
    Exit code 1 when something blocks, 3 when it cannot be judged.

    \b
      nb hook run pre-commit
    """
    # A vault named by the environment is the one for other commands: git calls this one where it works.
    if app.given_vault and app.given_vault != os.environ.get("NB_VAULT"):
        os.chdir(app.vault.root)
    text, code = judge(stage, given, app.today)
    echo(text)
    return code
