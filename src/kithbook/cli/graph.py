"""`nb graph`: the network, to be drawn."""

from __future__ import annotations

import click

from ..model.book import secret_names, without_confidential
from ..model.secret_names import SecretNames
from ..query.graph import Graph, network_graph
from ..report.graph import render_dot, render_mermaid
from ..report.plain import Plain, to_plain, veil
from .app import App
from .completing import complete_names
from .options import pass_app, reading_in
from .output import echo


@click.command(short_help="Who introduced whom, and who knows whom.")
@click.argument("name", required=False, shell_complete=complete_names)
@reading_in("mermaid", "dot", "json", said="For Mermaid (Obsidian, GitHub), Graphviz, or JSON.")
@pass_app
def command(app: App, name: str | None, form: str) -> None:
    """Who introduced whom, who knows whom and who were together, by circles; with NAME, those around one person.

    Only who is tied to somebody is drawn; JSON has everybody. Nobody who is confidential is in it.

    \b
      nb graph noor
      nb graph --format dot | dot -Tsvg > network.svg
      nb graph --json
    """
    book = app.book(whole=True)
    around = None
    if name is not None:
        around = app.contact(book, name).path
        app.refuse_confidential([around], "a graph")
    plain = graph_for_disk(network_graph(without_confidential(book), app.today, around), secret_names(book))
    if form == "dot":
        echo(render_dot(plain))
    else:
        app.answer(plain, form, render_mermaid, "")


def graph_for_disk(graph: Graph, names: SecretNames) -> Plain:
    """The graph of a book without confidential people as plain data, without those whose names tell one of `names`."""
    plain: Plain = veil(to_plain(graph), names)
    known = {person["contact_path"] for person in plain["people"]}
    plain["ties"] = [tie for tie in plain["ties"] if tie["contact_path"] in known and tie["other_path"] in known]
    return plain
