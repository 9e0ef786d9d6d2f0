"""`nb merge`: one note out of two."""

import click

from ..errors import UsageError
from ..report.layout import clean
from ..text.note import NoteReader
from .app import App
from .completing import complete_names
from .options import pass_app
from .writing import dry_run_option, report_changes, warn_of_links


@click.command(short_help="Make one note of two for the same person.")
@click.argument("one", shell_complete=complete_names)
@click.argument("other", shell_complete=complete_names)
@dry_run_option
@pass_app
def command(app: App, one: str, other: str, dry_run: bool) -> None:
    """Put all of OTHER into ONE, and let links follow. Nothing is lost.

    Lists are joined. A value that contradicts stays as a line in ONE's text, below
    which OTHER's text follows. OTHER's names become aliases. What was confidential in
    either stays so; when that is not sure, nothing is done.

    \b
      nb merge "Ana Reyes" "A. Reyes"
    """
    from ..vault.merge import merge_contacts

    book = app.book()
    first, second = app.contact(book, one), app.contact(book, other)
    if first.path == second.path:
        raise UsageError(f"both are {first.path}", "name two notes")
    said = f"{second.path} went into {first.path}"
    changes, unreadable = merge_contacts(app.vault.root, app.vault.files.paths, first, second,
                                         NoteReader(app.vault.settings, prose=True), said, dry_run=dry_run)
    report_changes(app, changes, clean(said), "merge", dry_run=dry_run)
    warn_of_links(unreadable)
