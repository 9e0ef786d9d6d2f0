"""`nb rename`: another name, and every link follows."""

import click

from ..errors import UsageError
from ..report.layout import clean
from ..text.file_name import fault_in_name
from ..text.note import NoteReader
from ..vault.rename import rename_contact
from .app import App, pass_app
from .completing import complete_names
from .writing import dry_run_option, read_line, report_changes


@click.command(short_help="Give somebody another name; links follow.")
@click.argument("name", shell_complete=complete_names)
@click.argument("new")
@dry_run_option
@pass_app
def command(app: App, name: str, new: str, dry_run: bool) -> None:
    """Rename a contact's note, and every link to it. What the links display stays.

    The old name becomes an alias, so that it still finds the contact.

    \b
      nb rename "Ana Reyes" "Ana Reyes-Patel"
    """
    new = " ".join(read_line(new).split())
    fault = fault_in_name(new)
    if fault:
        raise UsageError(f"`{new}` cannot be the name of a note: {fault}", "choose another")
    book = app.book()
    contact = app.contact(book, name)
    folder, _, _ = contact.path.rpartition("/")
    new_path = f"{folder}/{new}.md" if folder else f"{new}.md"
    taken = app.vault.path_named(new)
    if taken is not None and taken != contact.path:
        raise UsageError(f"the name `{new}` is taken by {taken}", "choose another, or nb merge the two")
    if new_path == contact.path:
        raise UsageError(f"{contact.path} has that name already", "choose another")
    said = f"{contact.path} is {new_path} now"
    changes = rename_contact(app.vault.root, app.vault.paths, contact, new_path, new, NoteReader(app.vault.settings), said,
                             dry_run=dry_run)
    others = len(changes) - 2
    links = f", links in {others} other {'note' if others == 1 else 'notes'} follow" if others else ""
    report_changes(app, changes, f"{clean(said)}{links} (take it back: nb undo)", "rename", dry_run=dry_run)
