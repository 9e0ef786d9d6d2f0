"""`nb thank`: thanks given."""

import click

from ..model.standing import stand
from ..query.thanks_words import for_what
from ..text.insert import NewEntry
from ..text.note import NoteReader
from ..vault.note_change import NoteChanger
from .app import App
from .completing import complete_names
from .options import pass_app
from .signing import sign_option, signature
from .typed import read_line
from .writing import dry_run_option, read_day, report_changes


@click.command(short_help="Thanks were given.")
@click.argument("name", shell_complete=complete_names)
@click.argument("text", required=False)
@click.option("--on", default="today", show_default=True, help="The day on which you thanked.")
@sign_option
@dry_run_option
@pass_app
def command(app: App, name: str, text: str | None, on: str, by: str | None, dry_run: bool) -> None:
    """Write down that you thanked somebody. Without TEXT it says for what, when that is known.

    \b
      nb thank maeve
      nb thank maeve "a card, and the nought in gold"
    """
    day = read_day(app, on, past=True)
    _, contact = app.contact_in_full(name)
    owed = stand(contact.entries, app.today).thanks
    if text is None:
        text = for_what(owed, contact.path) if owed else "for everything"
    new = NewEntry(day, "thanks", "thanks", None, (), read_line(text), by=signature(app, by))
    said = f"thanked {contact.name}"
    changes, _ = NoteChanger(app.vault.root, NoteReader(app.vault.settings, prose=True), dry_run=dry_run).log([contact.path], new, said)
    note = "" if owed else "; no thanks were owed"
    report_changes(app, changes, f"{said}{note} (take it back: nb undo)", "thank", dry_run=dry_run)
