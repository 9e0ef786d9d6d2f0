"""`nb add`: a new contact."""


import click

from ..errors import UsageError
from ..model.pattern import pattern
from ..report.layout import clean
from ..vault.changes import change_notes
from .app import App
from .completing import complete_circles, complete_names, complete_tags
from .new_contact import compose_contact, look_back, read_contact_name
from .options import pass_app
from .typed import read_line
from .writing import dry_run_option, read_day, report_changes

_ADDRESS = pattern(r"[^\s@<>,;:\"]+@[^\s@<>,;:\"]+")


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
    name = read_contact_name(name)
    email = tuple(map(_read_address, email))
    book = app.book()
    look_back(book, name, email, phone)
    day = read_day(app, met, past=True) if met else app.today if met_at or via else None
    introducer = app.contact(book, via).path if via else None
    if introducer:
        app.refuse_confidential([introducer], "the new note")
    for typed in (org, role, circle, every, met_at, *phone, *tags):
        if typed is not None:
            read_line(typed)
    note = compose_contact(app, name, {
        "tags": tuple(tag.lstrip("#") for tag in tags), "org": org, "role": role, "email": email, "phone": phone,
        "circle": circle, "every": every, "met": day, "met_at": met_at,
        "met_via": f"[[{app.vault.files.links_to([introducer])[0]}]]" if introducer else None})
    changes = change_notes(app.vault.root, [note], f"added {name}", dry_run=dry_run)
    report_changes(app, changes, f"{clean(note.path)} made", "add", dry_run=dry_run)


def _read_address(typed: str) -> str:
    """An e-mail address, alone; raises `UsageError` for what is none."""
    address = read_line(typed)
    if not _ADDRESS.fullmatch(address):
        raise UsageError(f"`{address}` is no e-mail address", "write the address alone: name@example.org")
    return address
