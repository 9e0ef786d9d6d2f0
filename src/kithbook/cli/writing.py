"""What the commands that write share: days as typed, what was done, and taking promises by their ids."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from typing import Any, cast

import click

from ..errors import UsageError
from ..model.book import Book
from ..model.promise import Promise
from ..model.signed import split_signature
from ..model.withheld import shown
from ..query.promises import PromiseRow, find_promise
from ..report.layout import clean, excerpt, visible_difference
from ..text.links import show_links
from ..text.note import NoteReader
from ..text.spoken_date import parse_spoken_date
from ..vault.change_log import Change
from ..vault.promise_change import PromiseChanger, PromiseEdit, closing
from .app import App
from .options import F
from .output import echo, program_name


def dry_run_option(function: F) -> F:
    """`--dry-run`, for a command that writes. Before it runs, what a kill has cut short is taken back."""

    @wraps(function)
    def on_whole_notes(*arguments: Any, **options: Any) -> Any:
        click.get_current_context().ensure_object(App).take_back_cut_short()
        return function(*arguments, **options)

    return with_dry_run(cast(F, on_whole_notes))


def with_dry_run(function: F) -> F:
    """`--dry-run` alone, for a command that writes only when it is told to, and sees itself to what was cut short."""
    return click.option("--dry-run", is_flag=True, help="Show the change as a diff, and write nothing.")(function)


def read_day(app: App, typed: str, *, past: bool = False) -> date:
    """The day that was typed; raises `UsageError` when it cannot be read."""
    day = parse_spoken_date(typed, app.today, past=past)
    if day is None:
        raise UsageError(f"`{typed}` is no day", "write it as YYYY-MM-DD, or today, fri, next week, 2w, eom, in 3 days")
    return day


def name_promise(book: Book, promise: Promise) -> str:
    """A promise in a few words; a confidential one, or one with a confidential person, without any of its own."""
    text = shown(promise.text)
    hidden = text is None or any(book.contacts[path].confidential for path in promise.contacts)
    return "a confidential promise" if hidden or text is None else excerpt(clean(show_links(split_signature(text)[1])), 60)


def report_changes(app: App, changes: Sequence[Change], said: str | Sequence[str], verb: str, *, dry_run: bool,
                   was_undo: bool = False) -> None:
    """Say, in a line or several, what was done to notes and how it is taken back, and commit them when the settings want that; with `dry_run` show it."""
    if dry_run:
        show_differences(app, changes)
        return
    *others, last = [said] if isinstance(said, str) else said
    for line in others:
        echo(f"{clean(line)}\n")
    hint = "" if was_undo else f" (take {'them' if others else 'it'} back: {program_name()} undo)"
    echo(f"{clean(last)}{hint}\n")
    # A name or a word of the note could be confidential, and history forgets nothing.
    reason = app.vault.files.commit([change.path for change in changes], f"nb {verb}")
    if reason:
        click.echo(f"nb: not committed: {reason}", err=True)


def show_differences(app: App, changes: Sequence[Change]) -> None:
    """Print what may be shown of changes, as a diff."""
    vault, files = app.vault, app.vault.files
    book = vault.book(app.today) if vault.ask(lambda ledger: ledger.has_confidential, app.today) else Book(vault.settings)
    names = files.names_to_close(changes)
    for change in changes:
        nothing = "nothing changes" if change.before == change.after else "what changes is confidential"
        echo(visible_difference(files.difference(change, book, names)) or f"{clean(change.path)}: {nothing}\n")


def show_files(changes: Sequence[Change]) -> None:
    """Print changes of files that hold nothing of anybody's, as a diff."""
    from ..vault.difference import file_difference

    for change in changes:
        echo(visible_difference(file_difference(change)))


def warn_of_links(paths: Sequence[str]) -> None:
    """Say which notes have links that could not follow."""
    for path in paths:
        click.echo(f"nb: {clean(path)} cannot be read, and its links stay as they are\n"
                   "    nb check says what is wrong with it", err=True)


def promise_changer(app: App, *, dry_run: bool) -> PromiseChanger:
    """What changes promises in this vault."""
    return PromiseChanger(app.vault.root, NoteReader(app.vault.settings, prose=True), dry_run=dry_run)


def keep(promise: Promise, name: str, day: date) -> PromiseEdit:
    """A promise kept on `day`."""
    return closing(promise, "done", day, f"kept: {name}")


def said_of(edit: PromiseEdit) -> str:
    """What was done to a promise, and when it comes again."""
    closed = edit.outcome
    if closed.again:
        return f"{edit.said}; again on {closed.again}"
    if closed.recurs and not closed.added:
        return f"{edit.said}; when it comes again is not understood: write it down yourself"
    return edit.said


def change_promises(app: App, ids: tuple[str, ...], verb: str, edit: Callable[[Promise, str], PromiseEdit], *, dry_run: bool) -> None:
    """Change the promises with these ids, all of them or none, and say of each what was done; with `dry_run` show how.

    `edit` says what is to become of a promise, given it and its name.
    """
    rows = app.ask(lambda ledger: ledger.promises(app.today, 0))
    wanted = dict(_place_of(app, rows, typed) for typed in ids)
    book = app.book_of(set(wanted.values()))
    promises = {(promise.path, promise.line): promise for promise in book.promises}
    edits = [edit(promises[place], name_promise(book, promises[place])) for place in wanted]
    changes = promise_changer(app, dry_run=dry_run).change(edits)
    report_changes(app, changes, [*map(said_of, edits)], verb, dry_run=dry_run)


def _place_of(app: App, rows: Sequence[PromiseRow], typed: str) -> tuple[tuple[str, int], str]:
    """Where the promise with an id stands, and at whose note it counts; also by the id that it has in a report."""
    try:
        row = find_promise(rows, typed)
    except UsageError:
        found = _place_in_reports(app, typed)
        if found is None:
            raise
        return found
    return (row.path, row.line), row.contact_path


def _place_in_reports(app: App, typed: str) -> tuple[tuple[str, int], str] | None:
    """The same by an id of which reports make another, since the words name somebody confidential."""
    from .for_disk import promise_rows

    book = app.book()
    rows = promise_rows(book, app.today) if book.confidential else []
    return next((((row["path"], row["line"]), row["contact_path"]) for row in rows if row["id"] == typed.strip().lower()), None)
