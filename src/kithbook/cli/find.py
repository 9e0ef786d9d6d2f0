"""`nb find`: where a word stands."""

import click

from ..errors import UsageError
from ..query.find import find_lines
from ..report.plain import to_plain
from ..report.terminal import render_find
from .app import App
from .options import pass_app, reading


@click.command(short_help="Where a word stands in the notes.")
@click.argument("text", nargs=-1, required=True)
@reading
@pass_app
def command(app: App, text: tuple[str, ...], form: str) -> None:
    """The lines that hold all the words, whatever their case and accents. Nothing confidential is looked at.

    \b
      nb find oak shelving
      nb find umbrella --json
    """
    wanted = " ".join(text)
    if not wanted.strip():
        raise UsageError("there is nothing to look for", "type a word")
    matches = app.look_through(lambda shelf: tuple(find_lines(shelf, wanted)))
    app.answer({"matches": to_plain(matches)}, form, render_find, "find")
