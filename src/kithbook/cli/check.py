"""`nb check`: what in the notes cannot be read."""

import os
from operator import itemgetter

import click

from ..errors import UsageError
from ..model.book import judged
from ..model.problem import Problem
from ..report.plain import to_plain
from ..report.terminal import render_check
from .app import App, pass_app, reading

EXIT_FINDINGS = 1


@click.command(short_help="Every slip in the notes, with its place.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@reading
@pass_app
def command(app: App, paths: tuple[str, ...], form: str) -> int:
    """What in the notes cannot be read or looks like a slip: where, what, and how to mend it.

    Exit code 1 when there is an error or a warning. PATHs are notes or folders.

    \b
      nb check
      nb check people/ --json
    """
    wanted = [_in_vault(app.vault.root, path) for path in paths]
    problems = judged(sorted([*app.vault.whole_book().problems, *app.vault.leaks()], key=itemgetter(0, 1, 2, 3)), app.vault.settings)
    kept = tuple(problem for problem in problems if not wanted or any(_lies_in(problem, path) for path in wanted))
    app.answer({"problems": to_plain(kept)}, form, render_check, "check")
    return EXIT_FINDINGS if any(problem.severity != "info" for problem in kept) else 0


def _in_vault(root: str, typed: str) -> str:
    """A path as typed, from here or from the vault's root, as the vault knows it."""
    for path in (os.path.abspath(typed), os.path.join(root, typed)):
        inside = os.path.relpath(os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path)), root)
        if os.path.lexists(path) and not inside.startswith(".."):
            return "" if inside == "." else inside.replace(os.sep, "/")
    raise UsageError(f"there is no {typed} in the vault", "name a note or a folder of it")


def _lies_in(problem: Problem, path: str) -> bool:
    return not path or problem.path == path or problem.path.startswith(f"{path}/")
