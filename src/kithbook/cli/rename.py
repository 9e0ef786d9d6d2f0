"""`nb rename`: another name, and every link follows."""

import click

from ..errors import UsageError
from ..model.book import Book
from ..model.contact import Contact
from ..model.resolve import fold
from ..report.layout import clean
from ..text.file_name import fault_in_name
from ..text.note import NoteReader
from .app import App
from .completing import complete_names
from .options import pass_app
from .typed import read_line
from .writing import dry_run_option, report_changes, warn_of_links


@click.command(short_help="Give somebody another name; links follow.")
@click.argument("name", shell_complete=complete_names)
@click.argument("new")
@dry_run_option
@pass_app
def command(app: App, name: str, new: str, dry_run: bool) -> None:
    """Rename a contact's note, and every link to it. What the links display stays.

    The old name becomes an alias, so that it still finds the contact. All notes are
    changed or none. Links in code, in comments and in Obsidian's canvases stay as they are.

    \b
      nb rename "Ana Reyes" "Ana Reyes-Patel"
    """
    from ..vault.rename import rename_contact

    new = " ".join(read_line(new, "name").split())
    fault = fault_in_name(new)
    if fault:
        raise UsageError(f"`{new}` cannot be the name of a note: {fault}", "choose another")
    book = app.book()
    contact = app.contact(book, name)
    folder, _, _ = contact.path.rpartition("/")
    new_path = f"{folder}/{new}.md" if folder else f"{new}.md"
    if new_path == contact.path:
        raise UsageError(f"{contact.path} has that name already", "choose another")
    _refuse_taken(app, book, contact, new)
    if not app.vault.files.would_be_note(new_path):
        raise UsageError(f"{new_path} would be ignored, or taken for a copy of another note", "choose another")
    said = f"{contact.path} is {new_path} now"
    done = rename_contact(app.vault.root, app.vault.files.paths, contact, new_path, new, NoteReader(app.vault.settings, prose=True),
                          said, dry_run=dry_run)
    links = f", links in {done.notes} other {'note' if done.notes == 1 else 'notes'} follow" if done.notes else ""
    report_changes(app, done.changes, f"{clean(said)}{links}", "rename", dry_run=dry_run)
    warn_of_links(done.unreadable)


def _refuse_taken(app: App, book: Book, contact: Contact, new: str) -> None:
    """Raise `UsageError` when another note or person goes by the new name."""
    path = app.vault.files.path_named(new)
    others = [other.path for other in book.contacts.values() if other.path != contact.path
              and fold(new) in map(fold, (other.name, *other.whole_profile.aliases))]
    taken = path if path is not None and path != contact.path else others[0] if others else None
    if taken is not None:
        raise UsageError(f"the name `{new}` is taken by {taken}", "choose another, or nb merge the two")
