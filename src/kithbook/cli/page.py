"""`nb page`: the week, the network and the year, to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .app import App
from .options import pass_app
from .saving import output_instead_of, save

if TYPE_CHECKING:
    from ..report.plain import Plain

_MONTHS = 12


@click.command(short_help="The week, the network and the year, to look at in a browser.")
@output_instead_of("reports/page.html")
@pass_app
def command(app: App, output: str | None, force: bool, dry_run: bool) -> None:
    """Write reports/page.html: this week, the network as a drawing with a search, a year of contact, promises, give and ask.

    It is one file, asks no network for anything, and can be sent to the phone as it is.
    Nothing confidential is in it. With `page: reports/page.html` in nb.yaml, nb report and
    nb watch keep it fresh.

    \b
      nb page
      nb page -o ~/Desktop/people.html
    """
    text = page_text(app)
    if output is not None or force:
        from ..report.page import SEAL

        save(app, text, output, "page", force=force, dry_run=dry_run, seal=SEAL)
        return
    write_page(app, app.vault.settings.page or f"{app.vault.settings.reports_folder}/page.html", text, dry_run=dry_run)


def write_page(app: App, path: str, text: str, *, dry_run: bool = False, only_changes: bool = False) -> None:
    """Write the page into the vault, and say so; one that nb has not made, or that was edited, is left alone."""
    from ..report.page import GENERATOR, SEAL
    from .report_file import write_fresh

    write_fresh(app, path, "page", GENERATOR, text, seal=SEAL, dry_run=dry_run, only_changes=only_changes)


def page_text(app: App) -> str:
    """The page, with nothing of a confidential person, and no text that names one."""
    from ..report.page import render_page

    return render_page(page_data(app))


def page_data(app: App) -> Plain:
    """What the page shows, as plain data: the answers of agenda, graph, stats, kept and balance, such as may go to disk."""
    from ..model.book import secret_names, without_confidential
    from ..model.dates import add_days, add_months
    from ..query.balance import balance
    from ..query.graph import network_graph
    from ..query.placing import place_people
    from ..query.promise_keeping import promise_keeping
    from ..query.stats import days_in_touch, stats
    from ..report.plain import envelope, to_plain, veil
    from .for_disk import agenda_for_disk, veiled
    from .graph import graph_for_disk

    whole = app.book(whole=True)
    book, names, today = without_confidential(whole), secret_names(whole), app.today
    graph = network_graph(book, today)
    days = days_in_touch(book, add_days(today, -371), today)
    return envelope(today, {
        "agenda": envelope(today, veiled(whole, agenda_for_disk(app))),
        "stats": veil(to_plain(stats(book, today, months=_MONTHS)), names),
        "kept": veil(to_plain(promise_keeping(book, today, months=_MONTHS)), names),
        "balance": veil(to_plain(balance(book, add_days(add_months(today, -_MONTHS), 1), today)), names),
        "days": {day.isoformat(): len(paths) for day, paths in sorted(days.items())},
        "graph": graph_for_disk(graph, names),
        "placing": veil(to_plain(place_people(graph, book.settings.circles, today)), names),
    })
