"""`nb list`: everybody."""

import click

from ..errors import UsageError
from ..model.contact import STAGES
from ..query.lookup import by_name, list_contacts, pick_contacts
from ..report.plain import to_plain
from ..report.terminal import render_list
from .app import App
from .completing import complete_circles, complete_tags
from .options import pass_app, reading


@click.command("list", short_help="Everybody, by name.")
@click.option("--circle", shell_complete=complete_circles, help="Only those in a circle.")
@click.option("--tag", shell_complete=complete_tags, help="Only those with a tag, or one nested in it.")
@click.option("--stage", type=click.Choice(STAGES), help="Only those at a stage.")
@click.option("--never", is_flag=True, help="Only those you have never been in touch with.")
@click.option("--drifting", is_flag=True, help="Only those with whom you used to be in touch more often.")
@reading
@pass_app
def command(app: App, circle: str | None, tag: str | None, stage: str | None, never: bool, drifting: bool, form: str) -> None:
    """Everybody, with the last contact and how many promises are open.

    \b
      nb list
      nb list --circle close
      nb list --never             the cards that you collected and never wrote to
      nb list --drifting          whom you have not heard of for twice as long as usual
    """
    circles = app.vault.settings.circles
    if circle is not None and circle not in circles:
        raise UsageError(f"there is no circle `{circle}`", f"use one of {', '.join(circles)}, or add it to nb.yaml")
    if form == "text" and circle is tag is stage is None and not never and not drifting:
        lines, unread = app.look_up(lambda directory: (by_name(directory.lines()), bool(directory.attention)))
        app.answer({"contacts": to_plain(tuple(lines))}, form, render_list, "list", empty=_nobody(drifting=False, unread=unread))
        return
    usual: dict[str, int] = {}
    unread = False
    if drifting:
        from ..query.drift import find_drifting

        book = app.book(whole=True)  # a rhythm shows in all contacts only
        usual = {row.contact_path: row.usual for row in find_drifting(book, app.today)}
        everybody = tuple(row for row in list_contacts(book, app.today) if row.path in usual)
    else:
        everybody, unread = app.look_up(lambda directory: (tuple(directory.rows()), bool(directory.attention)))
    rows = pick_contacts(everybody, circle=circle, tag=tag, stage=stage, never=never)
    told = to_plain(rows)
    for row in told if drifting else ():
        row["usual_days"] = usual[row["path"]]
    app.answer({"contacts": told}, form, render_list, "list",
               empty="Nobody fits." if everybody else _nobody(drifting=drifting, unread=unread))


def _nobody(*, drifting: bool, unread: bool) -> str:
    """Why there is nobody to choose from."""
    if drifting:
        return "Nobody drifts away."
    return "Nobody's note can be read." if unread else "Nobody is here yet: nb add makes the first note, nb import many."
