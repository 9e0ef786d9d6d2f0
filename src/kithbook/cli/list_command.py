"""`nb list`: everybody."""

import click

from ..model.contact import STAGES
from ..query.lookup import pick_contacts
from ..report.plain import to_plain
from ..report.terminal import render_list
from .app import App, pass_app, reading
from .completing import complete_circles, complete_tags


@click.command("list", short_help="Everybody, by name.")
@click.option("--circle", shell_complete=complete_circles, help="Only those in a circle.")
@click.option("--tag", shell_complete=complete_tags, help="Only those with a tag, or one nested in it.")
@click.option("--stage", type=click.Choice(STAGES), help="Only those at a stage.")
@click.option("--never", is_flag=True, help="Only those you have never been in touch with.")
@reading
@pass_app
def command(app: App, circle: str | None, tag: str | None, stage: str | None, never: bool, form: str) -> None:
    """Everybody, with the last contact and how many promises are open.

    \b
      nb list
      nb list --circle close
      nb list --never             the cards that you collected and never wrote to
    """
    rows = pick_contacts(app.look_up(lambda directory: directory.rows()), circle=circle, tag=tag, stage=stage, never=never)
    app.answer({"contacts": to_plain(rows)}, form, render_list, "list")
