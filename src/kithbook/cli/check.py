"""`nb check`: every slip in the notes."""

import os
import sys
from collections.abc import Collection, Sequence

import click

from ..checks.engine import check_vault
from ..checks.leaks import LEAK_RULE_IDS
from ..checks.rule import Finding
from ..checks.rules import RULE_IDS
from ..errors import UsageError
from ..model.book import Book
from ..model.problem import Problem
from ..report.checking import render_check, render_github
from ..report.plain import Plain, to_plain
from ..report.style import Style
from ..report.words import count
from .app import App
from .completing import complete_rules
from .options import pass_app, reading_in
from .output import echo, is_terminal
from .writing import report_changes, with_dry_run

EXIT_FINDINGS = 1


@click.command(short_help="Every slip in the notes, with its place.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--select", multiple=True, metavar="RULE", shell_complete=complete_rules, help="These rules alone (also a,b).")
@click.option("--ignore", multiple=True, metavar="RULE", shell_complete=complete_rules, help="All rules but these.")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely: shows the changes, and asks on a terminal.")
@with_dry_run
@reading_in("text", "md", "json", "github", said="Text for a terminal, Markdown, JSON, or GitHub's annotations.")
@pass_app
def command(app: App, paths: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...], fix: bool, dry_run: bool,
            form: str) -> int:
    """What in the notes cannot be read or looks like a slip: where, what, and how to mend it.

    Exit code 1 when there is an error or a warning. PATHs are notes or folders. The rules
    are those of docs/checks.md; `checks:` in nb.yaml sets how grave each is, or turns it off.

    \b
      nb check
      nb check people/ --json
      nb check --select stale-promise,near-checkbox
      nb check --fix --dry-run
    """
    if dry_run and not fix:
        raise UsageError("--dry-run shows what --fix would do", "add --fix, or leave it away")
    if fix and form != "text":
        raise UsageError(f"--fix shows what it changes, which is no {form}", "leave --format away, or mend first")
    if fix:
        app.take_back_cut_short()
    only = _wanted_rules(select, ignore)
    wanted = [_in_vault(app.vault.root, path) for path in paths]
    found, book = _find(app, wanted, only)
    if fix and _fix(app, [finding for finding in found if finding.mend is not None], dry_run=dry_run) and not dry_run:
        found, book = _find(app, wanted, only)
    _answer(app, [finding.problem for finding in found], book, form)
    return EXIT_FINDINGS if any(finding.problem.severity != "info" for finding in found) else 0


def _wanted_rules(select: Sequence[str], ignore: Sequence[str]) -> frozenset[str] | None:
    """The rules to ask; None for all. Raises `UsageError` for one that there is not."""
    chosen, left_out = (_rule_names(typed) for typed in (select, ignore))
    return frozenset(chosen or RULE_IDS) - frozenset(left_out) if chosen or left_out else None


def _rule_names(typed: Sequence[str]) -> list[str]:
    names = [name.strip() for part in typed for name in part.split(",") if name.strip()]
    for name in names:
        if name not in RULE_IDS:
            from difflib import get_close_matches

            near = get_close_matches(name, RULE_IDS, n=1)
            raise UsageError(f"there is no rule `{name}`", f"did you mean {near[0]}?" if near else "docs/checks.md lists them")
    return names


def _find(app: App, wanted: Sequence[str], only: Collection[str] | None) -> tuple[list[Finding], Book]:
    """What is wrong, and the book of the notes."""
    overview = app.vault.books.overview(app.today)
    leaks = app.vault.files.leaks() if only is None or not LEAK_RULE_IDS.isdisjoint(only) else ()
    return [finding for finding in check_vault(overview, only=only, extra=leaks)
            if not wanted or any(_lies_in(finding.problem, path) for path in wanted)], overview.book


def _answer(app: App, problems: Sequence[Problem], book: Book, form: str) -> None:
    answer = {"problems": to_plain(tuple(problems))}
    if form == "github":
        workspace = os.environ.get("GITHUB_WORKSPACE")
        below = os.path.relpath(app.vault.root, workspace).replace(os.sep, "/") if workspace else "."
        echo(render_github(answer, "" if below == "." or below.startswith("..") else f"{below}/"))
        return

    def render(plain: Plain, style: Style) -> str:
        shown = app.vault.files.shown_lines({problem.path for problem in problems}, book)
        return render_check(plain, style, shown, folded=is_terminal(sys.stdout))

    app.answer(answer, form, render, "check")


def _fix(app: App, findings: Sequence[Finding], *, dry_run: bool) -> bool:
    """Mend what is safe: shown first, and asked about where somebody is there; whether anything was done."""
    from ..text.note import NoteReader
    from ..vault.mending import mend_notes

    reader = NoteReader(app.vault.settings, prose=True)
    root, today = app.vault.root, app.today
    planned = mend_notes(root, reader, findings, today, "", dry_run=True)
    if not planned:
        echo("There is nothing that can be mended safely.\n")
        return False
    report_changes(app, planned, "", "check --fix", dry_run=True)
    echo("\n")
    if dry_run or (app.can_ask and not click.confirm(f"Change {count(len(planned), 'note')} in this way?", err=True)):
        return False
    said = f"mended slips in {count(len(planned), 'note')}"
    changes = mend_notes(root, reader, findings, today, said, dry_run=False)
    report_changes(app, changes, said, "check --fix", dry_run=False)
    return True


def _in_vault(root: str, typed: str) -> str:
    """A path as typed, from here or from the vault's root, as the vault knows it."""
    for path in (os.path.abspath(typed), os.path.join(root, typed)):
        inside = os.path.relpath(os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path)), root)
        if os.path.lexists(path) and not inside.startswith(".."):
            return "" if inside == "." else inside.replace(os.sep, "/")
    raise UsageError(f"there is no {typed} in the vault", "name a note or a folder of it")


def _lies_in(problem: Problem, path: str) -> bool:
    return not path or problem.path == path or problem.path.startswith(f"{path}/")
