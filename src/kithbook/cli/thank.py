"""`nb thank`: thanks given."""

import click

from ..model.standing import open_thanks
from ..query.thanks_words import for_all
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
    """Write down that you thanked somebody. It settles all thanks that you owe them;
    without TEXT it says for what.

    \b
      nb thank maeve
      nb thank maeve "a card, and the nought in gold"
    """
    day = read_day(app, on, past=True)
    _, contact = app.contact_in_full(name)
    owed = open_thanks(contact.entries, min(day, app.today))
    if text is None:
        text = for_all(owed, contact.path) if owed else "for everything"
    new = NewEntry(day, "thanks", "thanks", None, (), read_line(text), by=signature(app, by))
    said = f"thanked {contact.name}"
    changes, _ = NoteChanger(app.vault.root, NoteReader(app.vault.settings, prose=True), dry_run=dry_run).log([contact.path], new, said)
    note = "; no thanks were owed" if not owed else f", for {len(owed)} things at once" if len(owed) > 1 else ""
    report_changes(app, changes, f"{said}{note}", "thank", dry_run=dry_run)
