"""`nb promise`: a promise, written down while it is fresh."""

import click

from ..model.promise import Who
from ..model.resolve import stem_of
from ..model.signed import sign
from ..model.withheld import shown
from ..text.note import NoteReader
from ..vault.note_change import NoteChanger
from .app import App
from .before_one_more import say_before_one_more
from .completing import complete_names
from .options import one_of, pass_app
from .signing import sign_option, signature
from .typed import read_line
from .writing import dry_run_option, read_day, report_changes


@click.command(short_help="Write down a promise.")
@click.argument("name", shell_complete=complete_names)
@click.argument("text")
@click.option("--due", metavar="DAY", help="When: a date, fri, next week, 2w, eom, in 3 days.")
@one_of("who", ("--theirs", "them", "They promised it to you."), ("--ours", "us", "Both of you did."))
@sign_option
@dry_run_option
@pass_app
def command(app: App, name: str, text: str, due: str | None, who: Who | None, by: str | None, dry_run: bool) -> None:
    """A promise in somebody's note, where it keeps them, in the syntax of its other ones.

    \b
      nb promise ana "send the article on pricing" --due fri
      nb promise ana "sends me the tax form" --theirs --due 2026-12-01

    When many of yours are open, or some are late, a terminal says so first, in a line.
    """
    day = read_day(app, due) if due else None
    said = sign(read_line(text), signature(app, by))
    [path] = app.paths_of([name])
    if who != "them" and not dry_run:
        say_before_one_more(app)
    whose = {"them": "promised to you", "us": "promised by both"}.get(who or "", "promised")
    when = f", due {day}" if day else ""
    # What undo will say must not repeat what may be confidential.
    whom = stem_of(path)
    change, made = NoteChanger(app.vault.root, NoteReader(app.vault.settings, prose=True), dry_run=dry_run).promise(
        path, said, day, who or "me", f"{whose}{when}, with {whom}")
    words = f": {said}" if shown(made.text) is not None else ", in confidence"
    report_changes(app, [change], f"{whose}{when}{words}", "promise", dry_run=dry_run)
