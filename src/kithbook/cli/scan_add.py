"""`nb scan --add`: the promises that were found, one by one, and those that are wanted written down."""

from collections.abc import Sequence
from datetime import date

import click

from ..errors import UserError
from ..model.book import Book
from ..model.pattern import pattern
from ..model.promise import Who
from ..model.resolve import stem_of
from ..query.unrecorded import UnrecordedRow, whom_named
from ..report.layout import clean, excerpt
from ..report.words import day_name, when
from ..text.links import show_links
from ..text.note import NoteReader
from ..vault.note_change import NoteChanger
from .app import App
from .output import echo, echo_error
from .typed import read_line
from .writing import read_day, report_changes

_TAG = pattern(r"(?<!\S)#[^\s#]+")
_NOT_IN_LINK = pattern(r"[\[\]|#^\\]|%%")
_WHOSE: dict[Who, str] = {"me": "I promised", "them": "they promised", "us": "we said"}
_SAID: dict[Who, str] = {"me": "promised", "them": "promised to you", "us": "promised by both"}


def walk_through(app: App, book: Book, rows: Sequence[UnrecordedRow], *, dry_run: bool) -> None:
    """Ask about each promise, and write down what is wanted, each as a change of its own."""
    if not rows:
        echo("Nothing was promised that is not written down.\n")
        return
    changer = NoteChanger(app.vault.root, NoteReader(app.vault.settings, prose=True), dry_run=dry_run)
    recorded = 0
    for number, row in enumerate(rows, 1):
        _show(app, row, number, len(rows))
        answer: str = click.prompt("Write it down?", type=click.Choice(["y", "n", "e", "q"]), default="n", err=True)
        if answer == "q":
            break
        if answer == "n":
            continue
        try:
            recorded += _record(app, book, changer, row, edit=answer == "e", dry_run=dry_run)
        except UserError as error:  # the others can be written down all the same
            echo_error(error.message, error.remedy)
    if recorded and not dry_run:
        echo(f"{recorded} written down\n")


def _show(app: App, row: UnrecordedRow, number: int, of: int) -> None:
    today = str(app.today)
    place = f", {clean(row.path)}:{row.line}" if row.path else ""
    due = f", due {when(str(row.due), today)}" if row.due else ""
    whom = f"{clean(row.contact)}, " if row.contact else ""
    click.echo(f"\n{number} of {of}: {whom}{day_name(str(row.date), today)}{place}\n"
               f"  {excerpt(clean(show_links(row.text)), 200)}\n"
               f"  {_WHOSE[row.who]}: {clean(row.action)}{due}", err=True)


def _record(app: App, book: Book, changer: NoteChanger, row: UnrecordedRow, *, edit: bool, dry_run: bool) -> bool:
    """Write one down at its contact; False when nobody is named."""
    path = row.contact_path or _ask_whom(app, book, row)
    if path is None:
        return False
    action, due = _TAG.sub("", row.action).strip(), row.due
    if edit:
        action = click.prompt("What", default=action, err=True)
        due = _ask_due(app, due)
    text = read_line(f"{' '.join(action.split())} ({_where_said(app, row)})")
    when_due = f", due {due}" if due else ""
    # What undo will say must not repeat what may be confidential.
    change, _ = changer.promise(path, text, due, row.who, f"{_SAID[row.who]}{when_due}, with {stem_of(path)}")
    report_changes(app, [change], f"{_SAID[row.who]}{when_due}: {action}", "scan", dry_run=dry_run)
    return True


def _ask_whom(app: App, book: Book, row: UnrecordedRow) -> str | None:
    """The contact whom it is about, by name; nobody for an empty answer."""
    named = whom_named(book, row.text)
    default = book.contacts[named].name if named else ""
    typed: str = click.prompt("With whom (nothing: skip)", default=default, show_default=bool(default), err=True)
    return app.contact(book, typed).path if typed.strip() else None


def _ask_due(app: App, due: date | None) -> date | None:
    typed: str = click.prompt("Due (- for none)", default=str(due) if due else "-", err=True)
    return None if typed.strip() == "-" else read_day(app, typed)


def _where_said(app: App, row: UnrecordedRow) -> str:
    """A link to the note in which it was said, by a name that only that note has."""
    said = f"said {row.date}"
    if row.path is None or _NOT_IN_LINK.search(row.path):
        return said
    alone = sum(stem_of(path).casefold() == stem_of(row.path).casefold() for path in app.vault.files.paths) == 1
    return f"[[{stem_of(row.path) if alone else row.path.removesuffix('.md')}|{said}]]"
