"""`nb find`: where a word stands."""

from itertools import islice

import click

from ..errors import UsageError
from ..query.find import find_lines
from ..report.plain import to_plain
from ..report.terminal import render_find
from .app import App
from .options import pass_app, reading

_MOST = 100  # lines that somebody reads; programs get all


@click.command(short_help="Where a word stands in the notes.")
@click.argument("text", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(0), help=f"At most so many lines; 0 for all.  [default: {_MOST} as text, else all]")
@reading
@pass_app
def command(app: App, text: tuple[str, ...], limit: int | None, form: str) -> None:
    """The lines that hold all the words, whatever their case and accents. Nothing confidential is looked at.

    \b
      nb find oak shelving
      nb find oak --limit 0
      nb find umbrella --json
    """
    wanted = " ".join(text)
    if not wanted.strip():
        raise UsageError("there is nothing to look for", "type a word")
    if limit is None:
        limit = _MOST if form == "text" else 0
    found = app.look_through(lambda shelf: tuple(islice(find_lines(shelf, wanted), limit + 1 if limit else None)))
    matches = found[:limit] if limit else found
    app.answer({"matches": to_plain(matches), "more": len(found) > len(matches)}, form, render_find, "find")
