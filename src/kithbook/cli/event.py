"""`nb event`: whom one met, in one go."""

from collections.abc import Sequence
from datetime import date

import click

from ..errors import UsageError
from ..model.book import Book
from ..model.resolve import fold, stem_of
from ..query.met_before import find_acquaintances
from ..query.names import all_called, ambiguous, find_candidates, find_without_accents
from ..report.layout import clean
from ..report.words import when
from ..text.file_name import fault_in_name
from ..text.new_note import compose_note
from ..vault.changes import Wanted, change_notes
from ..vault.event_change import with_attendees
from ..vault.reading import read_note
from .app import App
from .completing import complete_names
from .new_contact import compose_contact, read_contact_name
from .options import pass_app
from .output import echo
from .typed import read_line
from .writing import dry_run_option, read_day, report_changes

_FOLDER = "events"


@click.command(short_help="After an event: everybody you met, in one go.")
@click.argument("name")
@click.option("--met", multiple=True, required=True, metavar="NAME", shell_complete=complete_names, help="Who was there. May be repeated.")
@click.option("--on", default="today", show_default=True, help="The day of the event.")
@dry_run_option
@pass_app
def command(app: App, name: str, met: tuple[str, ...], on: str, dry_run: bool) -> None:
    """A note for the event, with everybody who was there, and a new note for each new person.

    The event counts as a contact with all of them. For a new person it is the day you
    met: who is to be written to, and by when, is said at the end, and stands in the agenda.
    Whom you forgot is added by the same command, with the same name and day.

    \b
      nb event "Harbour Day" --met ana --met "Raj Patel"
      nb event "Harbour Day" --met ana --on yesterday
    """
    day = read_day(app, on, past=True)
    called = " ".join(read_line(name, "name").split())
    title = f"{day} {called}"
    fault = fault_in_name(title)
    if fault:
        raise UsageError(f"`{title}` cannot be the name of a note: {fault}", "choose another")
    book = app.book()
    people, there = _who_was_there(book, met)
    app.refuse_confidential(there.values(), "the event's note")
    new = [person for person in people if person not in there]
    path = _written_as(app, f"{_FOLDER}/{title}.md")
    title = stem_of(path)
    in_it = _in_it(app, book, path) if app.vault.files.is_there(path) else None
    missing = [person for person in people if in_it is None or there.get(person, fold(person)) not in in_it]
    known = [person for person in missing if person in there]
    linked = dict(zip(known, app.vault.files.links_to([there[person] for person in known]), strict=True))
    links = [f"[[{linked.get(person, person)}]]" for person in missing]
    wanted = [_event_note(app, path, day, links, more=in_it is not None)] if missing else []
    wanted += [compose_contact(app, read_contact_name(person), {"met": day, "met_at": f"[[{title}]]"}) for person in new]
    if not wanted:
        echo(f"{clean(title)} has them all already\n")
        return
    _look_back(book, new)
    what, more = ("the event", "") if in_it is None else ("more people for the event", "more people, ")
    changes = change_notes(app.vault.root, wanted, f"{what} {title}", dry_run=dry_run)
    report_changes(app, changes, f"{clean(title)}: {more}{len(known)} known, {len(new)} new", "event", dry_run=dry_run)
    if new and not dry_run:
        by = app.vault.settings.follow_up_after.after(day)
        echo(f"to be written to by {when(str(by), str(app.today))}: {', '.join(map(clean, new))}\n")


def _written_as(app: App, path: str) -> str:
    """The path of the event that is there, however its name is written; else the one given."""
    if app.vault.files.is_there(path):
        return path
    return next((other for other in app.vault.files.paths if fold(other) == fold(path)), path)


def _event_note(app: App, path: str, day: date, links: Sequence[str], *, more: bool) -> Wanted:
    """The note of an event with links to those who were there; with `more`, the one that is there gets these, too."""
    if more:
        return Wanted(path, with_attendees(path, links, day, app.vault.files.reader(prose=True)))
    return Wanted(path, text=compose_note({"type": "event", "date": day, "attendees": links}, "\n").encode())


def _in_it(app: App, book: Book, path: str) -> set[str]:
    """Who is in an event's note: the paths of those who are known, and the links (folded) as they are written."""
    links = [target for entry in read_note(app.vault.root, path, app.vault.files.reader()).entries for target in entry.links]
    return {*(book.people.find_all(links, path) if book.people else ()), *map(fold, links)}


def _who_was_there(book: Book, typed: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Those who were there, each once, as they were typed first; and the paths of those who are known."""
    found: dict[str, str] = {}
    there: dict[str, str] = {}
    for person in (" ".join(read_line(person, "name").split()) for person in typed):
        path = _find(book, person)
        if found.setdefault(path or fold(person), person) == person and path is not None:
            there[person] = path
    return list(found.values()), there


def _find(book: Book, person: str) -> str | None:
    """The path of the one who is meant; None for a new person. Raises `UsageError` when several can be."""
    people = all_called(book.contacts.values())
    found = find_candidates(people, person) or find_without_accents(people, person)
    if len(found) > 1:
        raise ambiguous(person, found)
    return found[0].path if found else None


def _look_back(book: Book, new: Sequence[str]) -> None:
    """Say of each new person whom one may have met before."""
    for person in new:
        for contact, why, _ in find_acquaintances(book, person)[:2]:
            click.echo(f"nb: {clean(person)}: have you met before ({why})? {clean(contact.name)}, {clean(contact.path)}", err=True)
