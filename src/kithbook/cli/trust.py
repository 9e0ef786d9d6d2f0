"""`nb trust`: allow what a vault brings along."""

import click

from ..report.layout import clean
from .app import App
from .options import pass_app
from .output import echo, say_unusable


@click.command(short_help="Allow the vault's own templates, signing, filters.")
@click.option("--dry-run", is_flag=True, help="Show what would be allowed.")
@pass_app
def command(app: App, dry_run: bool) -> None:
    """Allow the report templates that this vault brings along, and what git would run in a commit, as they are now.

    A vault may have templates of its own in `templates/nb/` (agenda.md.j2, for one). They
    are used only after you have looked at them and allowed them here. With `git: commit` in
    nb.yaml, a commit that git would sign, or run a filter on, is made only when that is
    allowed. What was changed asks anew. What you allow is kept on this machine, outside the vault.

    \b
      nb trust --dry-run
      nb trust
    """
    from ..vault.trust import allow, load_templates

    said = "would be allowed" if dry_run else "allowed as it is now"
    root, settings = app.vault.root, app.vault.settings
    trusted, untrusted, problems = load_templates(root, settings.templates_folder)
    templates = dict(sorted({**trusted, **untrusted}.items()))
    for problem in problems:
        say_unusable(problem)
    programs = app.vault.files.git_programs()
    if not templates and not programs:
        runs = ", and git would run nothing" if settings.git == "commit" else ""
        echo(f"This vault has no templates of its own{runs}.\n" if not problems else "There is nothing to allow.\n")
        return
    if templates and not dry_run:
        allow(root, templates)
    for name in templates:
        echo(f"{clean(name)}: {said}\n")
    for program in programs:
        if not dry_run:
            program.allow(root)
        echo(f"git would {clean(program.does)}: {said}\n")
        for setting in program.settings:
            echo(f"  {clean(setting)}\n")
