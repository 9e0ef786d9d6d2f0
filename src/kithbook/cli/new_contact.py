"""The note of a new contact: its name, whom one may have met before, its text."""

from collections.abc import Mapping, Sequence
from datetime import date

import click

from ..errors import UsageError
from ..model.book import Book
from ..query.met_before import find_acquaintances
from ..report.layout import clean
from ..report.plain import envelope
from ..text.file_name import fault_in_name
from ..text.note import NoteReader
from ..vault.changes import Wanted
from .app import App
from .typed import read_line


def read_contact_name(typed: str) -> str:
    """The name of a new contact; raises `UsageError` for one that cannot be a note's."""
    name = " ".join(read_line(typed, "name").split())
    fault = fault_in_name(name)
    if fault:
        raise UsageError(f"`{name}` cannot be the name of a note: {fault}", "choose another, and put this one into its aliases")
    return name


def look_back(book: Book, name: str, emails: Sequence[str] = (), phones: Sequence[str] = ()) -> None:
    """Say whom one has met before; raises `UsageError` for somebody of the same name."""
    for contact, why, same_name in find_acquaintances(book, name, emails, phones)[:5]:
        profile = contact.profile
        met = f", met {profile.met}" if profile.met and not contact.confidential else ""
        where = f" at {profile.met_at}" if profile.met_at and not contact.confidential else ""
        said = f"you have met before ({why}): {contact.name}, {contact.path}{met}{where}"
        if same_name:
            raise UsageError(said, "log with them, or give the new note a name that tells the two apart")
        click.echo(f"nb: {clean(said)}", err=True)


def compose_contact(app: App, name: str, properties: Mapping[str, str | date | tuple[str, ...] | None]) -> Wanted:
    """The note of a new contact, in the first contacts folder; raises `UsageError` when it would not read well."""
    from ..text.new_note import compose_note

    text = compose_note({key: value for key, value in properties.items() if value},
                        app.markdown("contact", envelope(app.today, {"name": name})))
    folder = app.vault.settings.contacts_folders[0].strip("/")
    path = f"{folder}/{name}.md" if folder else f"{name}.md"
    if not app.vault.files.would_be_note(path):
        raise UsageError(f"{path} would be ignored, or taken for a copy of another note", "choose another name")
    for problem in NoteReader(app.vault.settings).read(path, text.encode()).problems:
        raise UsageError(problem.message, problem.fix or "")
    return Wanted(path, text=text.encode())
