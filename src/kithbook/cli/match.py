"""`nb match`: who needs what somebody else offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..query.match import Matches, find_matches
from ..query.wording import Wording
from ..report.match import render_match
from ..report.plain import to_plain
from .app import App
from .completing import complete_names
from .options import pass_app, reading

if TYPE_CHECKING:
    from ..query.network import Network

_MOST = 12


@click.command(short_help="Who needs what somebody else offers.")
@click.argument("name", required=False, shell_complete=complete_names)
@click.option("--mine", is_flag=True, help="What you need and offer yourself (me.md).")
@click.option("--limit", type=click.IntRange(0), default=_MOST, show_default=True, help="At most so many; 0: all.")
@reading
@pass_app
def command(app: App, name: str | None, mine: bool, limit: int, form: str) -> None:
    """Whom you could bring together, and through whom: needs and offers that meet, yours among them.

    By the words of needs and offers, and more carefully by those of goals, challenges, roles,
    organisations, interests and tags. Words that mean the same stand under `synonyms:` in
    nb.yaml. Whom you have introduced already is left out. With NAME (or --mine), a need that
    nobody's offer meets is looked for in the logs, too. Nothing confidential is looked at.

    \b
      nb match
      nb match noor
      nb match --mine
    """
    if name is not None and mine:
        raise click.UsageError("NAME and --mine are two questions: give one of them.")
    wording = Wording(app.vault.settings.synonyms)
    found: Matches | None
    if name is None:
        found = app.ask_around(lambda network: _matches(network, wording, "me.md" if mine else None, limit))
    else:
        found = app.ask_around(lambda network: _of_contact(app, network, wording, name, limit))
        if found is None:
            path = app.paths_of([name])[0]
            found = app.ask_around(lambda network: _matches(network, wording, path, limit))
    app.answer(to_plain(found), form, render_match, "match")


def _of_contact(app: App, network: Network, wording: Wording, name: str, limit: int) -> Matches | None:
    """What concerns the one contact whose file has exactly that name; None when file names do not tell who is meant."""
    path = app.vault.files.contact_among(network.notes_named(" ".join(name.split())))
    return None if path is None else _matches(network, wording, path, limit)


def _matches(network: Network, wording: Wording, path: str | None, limit: int) -> Matches:
    """All matches, or those of a contact or of mine; there, needs that no offer meets are looked for in the logs."""
    found = find_matches(network, wording, path=path, limit=limit or None)
    if path is None or found.more:
        return found
    met = {row.need.text for row in found.matches if row.need.path == path}
    left = [(trait, network.name_of(path)) for trait in network.traits_of(path) if trait.key == "needs" and trait.text not in met]
    if not left:
        return found
    from ..query.told_of import find_told

    rows = (*found.matches, *find_told(network.shelf, wording, left))
    kept = rows[:limit or None]
    return Matches(kept, len(rows) - len(kept))
