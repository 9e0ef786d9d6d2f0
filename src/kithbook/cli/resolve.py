"""`nb resolve`: notes in two versions made one."""

import click

from ..errors import UsageError, VaultError
from ..model.resolve import fold, stem_of
from ..report.layout import clean
from ..vault.resolve import Resolution, Unresolved
from .app import App
from .options import pass_app
from .output import echo, echo_error
from .writing import dry_run_option, report_changes

EXIT_LEFT = 1


@click.command(short_help="Put together what a merge or a sync left in two versions.")
@click.argument("notes", nargs=-1, metavar="[NOTE]...")
@dry_run_option
@pass_app
def command(app: App, notes: tuple[str, ...], dry_run: bool) -> int:
    """Make one note of two versions: of a note with conflict markers, or of a note and the copy a sync program left.

    Both are merged as git does it with nb. What truly contradicts stays between markers,
    and the exit code is 1. A copy goes when all that it says is in the note. Without a
    NOTE, all that need it. git is told nothing: `git add` a note when you are content.

    \b
      nb resolve --dry-run
      nb resolve "Ana Reyes"
    """
    from ..vault.resolve import resolve_note

    wanted = _named(app.vault.files.unresolved(), notes)
    if not wanted:
        echo("No note is there in two versions.\n")
    left = False
    for unresolved in wanted:
        path, copy = unresolved
        said = f"{copy} went into {path}" if copy else f"both sides of {path} are one"
        try:
            done = resolve_note(app.vault.root, unresolved, app.vault.settings.date_order, said, dry_run=dry_run)
        except VaultError as error:
            echo_error(error.message, error.remedy)
            left = True
            continue
        _report(app, path, done, said, dry_run=dry_run)
        left = left or bool(done.lines)
    return EXIT_LEFT if left else 0


def _named(found: list[Unresolved], notes: tuple[str, ...]) -> list[Unresolved]:
    """Those that were named by a path, or by the name of a note."""
    if not notes:
        return found
    kept: list[Unresolved] = []
    for typed in notes:
        named = [one for one in found if typed.removeprefix("./") in one or fold(typed) in (fold(stem_of(one.path)), fold(one.path))]
        if not named:
            raise UsageError(f"`{typed}` is no note in two versions", "nb resolve --dry-run shows those that are")
        kept += [one for one in named if one not in kept]
    return kept


def _report(app: App, path: str, done: Resolution, said: str, *, dry_run: bool) -> None:
    if done.changes:
        report_changes(app, done.changes, said, "resolve", dry_run=dry_run)
    for line in done.lines:
        echo(f"{clean(path)}:{line}: both sides stay between the markers: keep what is right\n")
