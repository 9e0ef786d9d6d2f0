"""`nb reply`: an owed answer given, or promised for a day."""

import click

from ..errors import UsageError
from ..model.signed import sign
from ..model.standing import stand
from ..text.insert import NewEntry
from ..text.note import NoteReader
from ..vault.note_change import NoteChanger
from .app import App
from .before_one_more import say_before_one_more
from .completing import complete_names
from .options import pass_app
from .signing import sign_option, signature
from .typed import read_line
from .writing import dry_run_option, read_day, report_changes


@click.command(short_help="An owed reply was given.")
@click.argument("name", shell_complete=complete_names)
@click.argument("text", required=False)
@click.option("--holding", metavar="DAY", help="You only said when you will answer: a promise for that day.")
@click.option("--on", default="today", show_default=True, help="The day on which you answered.")
@sign_option
@dry_run_option
@pass_app
def command(app: App, name: str, text: str | None, holding: str | None, on: str, by: str | None, dry_run: bool) -> None:
    """Write down that you answered somebody who was waiting.

    With --holding you have said when you will ("could I call you back on Tuesday?"): the
    answer becomes a promise for that day.

    \b
      nb reply ulrika "yes, with pleasure"
      nb reply ulrika --holding tue
    """
    day = read_day(app, on, past=True)
    due = read_day(app, holding) if holding else None
    _, contact = app.contact_in_full(name)
    owed = stand(contact.entries, app.today).reply
    if owed is None:
        raise UsageError(f"no reply is owed to {contact.name}", 'nb log NAME TEXT --kind email --out, if you wrote all the same')
    if due is not None and not dry_run:
        say_before_one_more(app)
    kind = owed.kind if owed.kind in ("call", "email", "message", "letter") else "message"
    said = f"answered {contact.name}" if due is None else f"answered {contact.name}, for now: a promise for {due}"
    changer = NoteChanger(app.vault.root, NoteReader(app.vault.settings, prose=True), dry_run=dry_run)
    words = read_line(text) if text is not None else f"answered the {owed.kind} of {owed.date}" if due is None else (
        f"said I would answer by {due}")
    signed = signature(app, by)
    new = NewEntry(day, kind, kind, "out", (), words, by=signed)
    if due is None:
        changes, _ = changer.log([contact.path], new, said)
    else:
        promise = sign(f"Answer the {owed.kind} of {owed.date}", signed)
        changes = [changer.log_and_promise(contact.path, new, promise, due, said)]
    report_changes(app, changes, said, "reply", dry_run=dry_run)
