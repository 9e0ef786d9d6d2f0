"""`nb query`: people, entries and promises by a filter."""

from __future__ import annotations

import click

from ..errors import UsageError
from .app import App
from .completing import complete_queries
from .options import pass_app, reading_in
from .output import echo, echo_data
from .query_answer import bind_query, plain_answer


@click.command(short_help="People, entries or promises, by a filter of your own.",
               context_settings={"ignore_unknown_options": True})
@click.argument("query", nargs=-1, shell_complete=complete_queries)
@reading_in("text", "md", "json", "csv", said="Text for a terminal, Markdown, JSON or CSV.")
@pass_app
def command(app: App, query: tuple[str, ...], form: str) -> None:
    """The people that QUERY finds, or after the word `entries` or `promises` those.

    QUERY is conditions that all have to hold, or the name of one that is saved under
    `queries:` in nb.yaml. docs/query.md has the fields.

    \b
      nb query 'tag:climbing last>90d circle:close has:needs'
      nb query 'entries kind:gave date<1y sort:date show:date,contact,text'
      nb query 'promises is:theirs due<2w' --format csv
      nb query                    those that you saved
    """
    asked = " ".join(query).strip()
    if not asked:
        _list_saved(app)
        return
    from ..query.filter import run_filter
    from ..report.query import render_csv, render_query

    text = app.vault.settings.queries.get(asked, asked)
    bound = bind_query(text, app.vault.settings, app.today)
    if form == "text":
        bound = bound.of_shown()
    plain = plain_answer(text, run_filter(app.book_for(bound), bound, app.today))
    if form == "csv":
        echo_data(render_csv(plain))
    else:
        app.answer(plain, form, render_query, "query")


def _list_saved(app: App) -> None:
    saved = app.vault.settings.queries
    if not saved:
        raise UsageError("there is nothing to look for, and no query is saved in nb.yaml",
                         "type one, as in: nb query 'circle:close last>90d'")
    from ..report.layout import Cell, Row, clean, lay_out
    from .output import terminal_style

    rows = [Row((Cell(clean(name)),), (Cell(clean(text)),)) for name, text in saved.items()]
    echo("".join(f"{line}\n" for line in lay_out(rows, terminal_style(), 0)))
