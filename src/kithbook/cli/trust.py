"""`nb trust`: allow what a vault brings along."""

import click

from ..report.layout import clean
from .app import App
from .options import pass_app
from .output import echo, say_unusable


@click.command(short_help="Allow the vault's own templates.")
@click.option("--dry-run", is_flag=True, help="Show what would be allowed.")
@pass_app
def command(app: App, dry_run: bool) -> None:
    """Allow the report templates that this vault brings along, as they are now.

    A vault may have templates of its own in `templates/nb/` (agenda.md.j2, for one). They
    are used only after you have looked at them and allowed them here; a changed one asks
    anew. What you allow is kept on this machine, outside the vault.

    \b
      nb trust --dry-run
      nb trust
    """
    from ..vault.trust import load_templates, trust_templates

    trusted, untrusted, problems = load_templates(app.vault.root, app.vault.settings.templates_folder)
    found = dict(sorted({**trusted, **untrusted}.items()))
    for problem in problems:
        say_unusable(problem)
    if not found:
        echo("This vault has no templates of its own.\n" if not problems else "There is nothing to allow.\n")
        return
    if not dry_run:
        trust_templates(app.vault.root, found)
    for name in found:
        echo(f"{clean(name)}: {'would be allowed' if dry_run else 'allowed as it is now'}\n")
