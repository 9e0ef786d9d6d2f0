"""`nb add`: a new contact."""

from datetime import date

import click

from ..errors import UsageError
from ..model.resolve import stem_of
from ..query.met_before import Acquaintance, find_acquaintances
from ..report.layout import clean
from ..report.plain import envelope
from ..text.file_name import fault_in_name
from ..text.note import NoteReader
from ..vault.changes import Wanted, change_notes
from .app import App, pass_app
from .completing import complete_circles, complete_names, complete_tags
from .writing import dry_run_option, read_day, read_line, report_changes


@click.command(short_help="A new contact.")
@click.argument("name")
@click.option("--email", multiple=True)
@click.option("--phone", multiple=True)
@click.option("--org")
@click.option("--role")
@click.option("--circle", shell_complete=complete_circles)
@click.option("--every", help="How often you would like to be in touch: 2w, 3m, 4w/6w.")
@click.option("--tag", "tags", multiple=True, shell_complete=complete_tags)
@click.option("--met", metavar="DAY", help="When you met. [default: today, with --met-at or --via]")
@click.option("--met-at", help="Where, or the event as a [[link]].")
@click.option("--via", metavar="NAME", shell_complete=complete_names, help="Who introduced you.")
@dry_run_option
@pass_app
def command(app: App, name: str, email: tuple[str, ...], phone: tuple[str, ...], org: str | None, role: str | None,
            circle: str | None, every: str | None, tags: tuple[str, ...], met: str | None, met_at: str | None,
            via: str | None, dry_run: bool) -> None:
    """A new note for a person, in the first contacts folder.

    Says when you have met before: somebody of the same name is refused, somebody with
    the same address or number, or a name spelt much like it, is named.

    \b
      nb add "Ana Reyes" --met-at "the allotment fair"
      nb add "Raj Patel" --email raj@example.org --via ana --circle close
    """
    name = " ".join(read_line(name).split())
    fault = fault_in_name(name)
    if fault:
        raise UsageError(f"`{name}` cannot be the name of a note: {fault}", "choose another, and put this one into its aliases")
    book = app.book()
    _look_back(find_acquaintances(book, name, email, phone))
    day = read_day(app, met, past=True) if met else app.today if met_at or via else None
    introducer = stem_of(app.contact(book, via).path) if via else None
    for typed in (org, role, circle, every, met_at, *email, *phone, *tags):
        if typed is not None:
            read_line(typed)
    properties: dict[str, str | date | tuple[str, ...] | None] = {
        "tags": tuple(tag.lstrip("#") for tag in tags), "org": org, "role": role, "email": email, "phone": phone,
        "circle": circle, "every": every, "met": day, "met_at": met_at,
        "met_via": f"[[{introducer}]]" if introducer else None}
    from ..text.new_note import compose_note

    text = compose_note({key: value for key, value in properties.items() if value},
                        app.markdown("contact", envelope(app.today, {"name": name})))
    folder = app.vault.settings.contacts_folders[0].strip("/")
    path = f"{folder}/{name}.md" if folder else f"{name}.md"
    for problem in NoteReader(app.vault.settings).read(path, text.encode()).problems:
        raise UsageError(problem.message, problem.fix or "")
    changes = change_notes(app.vault.root, [Wanted(path, text=text.encode())], f"added {name}", dry_run=dry_run)
    report_changes(app, changes, f"{clean(path)} made (take it back: nb undo)", "add", dry_run=dry_run)


def _look_back(known: list[Acquaintance]) -> None:
    """Say whom one has met before; raises `UsageError` for somebody of the same name."""
    for contact, why, same_name in known[:5]:
        profile = contact.profile
        met = f", met {profile.met}" if profile.met and not contact.confidential else ""
        where = f" at {profile.met_at}" if profile.met_at and not contact.confidential else ""
        said = f"you have met before ({why}): {contact.name}, {contact.path}{met}{where}"
        if same_name:
            raise UsageError(said, "log with them, or give the new note a name that tells the two apart")
        click.echo(f"nb: {clean(said)}", err=True)
