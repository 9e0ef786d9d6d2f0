"""`nb match`: who needs what somebody else offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..query.match import Matches, find_matches
from ..query.wording import Wording
from ..report.match import render_match
from ..report.plain import to_plain
from .app import App, pass_app, reading
from .completing import complete_names

if TYPE_CHECKING:
    from ..query.network import Network
    from ..query.traits import Trait

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
    today, wording = app.today, Wording(app.vault.settings.synonyms)
    path = "me.md" if mine else app.paths_of([name])[0] if name is not None else None

    def question(network: Network) -> tuple[Matches, list[tuple[Trait, str | None]]]:
        found = find_matches(network, wording, path=path, limit=limit or None)
        met = {row.need.text for row in found.matches if row.need.path == path}
        left = [] if path is None or found.more else [
            (trait, network.name_of(path)) for trait in network.traits_of(path) if trait.key == "needs" and trait.text not in met]
        return found, left

    found, left = app.ask_around(question)
    if left:
        from ..query.told_of import find_told

        told = app.vault.look_through(lambda shelf: find_told(shelf, wording, left), today)
        rows = (*found.matches, *told)
        kept = rows[:limit or None]
        found = Matches(kept, len(rows) - len(kept))
    app.answer(to_plain(found), form, render_match, "match")
