"""`nb import`: the people that other programs know."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

import click

from ..errors import UsageError, UserError, VaultError
from ..report.layout import clean
from ..report.plain import envelope, render_json
from .app import App
from .completing import complete_circles, complete_tags
from .options import pass_app
from .output import echo, echo_error, program_name
from .typed import read_line
from .writing import dry_run_option, read_day, show_differences

if TYPE_CHECKING:
    from ..model.exported import Export, Imported, Person, Remark
    from ..query.import_plan import ImportPlan
    from ..vault.change_log import Change

FORMATS = ("vcf", "linkedin", "google", "outlook", "csv", "monica", "friends", "mbox")
_BACK = "-90d"
_WORTH_A_BAR = 200  # people whose import is felt


@click.command(short_help="Bring in people from an address book or another program.")
@click.argument("format", type=click.Choice(FORMATS))
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--map", "mapping", metavar="FIELD=COLUMN,…", help="With csv: which column holds what.")
@click.option("--circle", shell_complete=complete_circles, help="The circle of those who are new.")
@click.option("--tag", "tags", multiple=True, shell_complete=complete_tags, help="A tag for those who are new. May be repeated.")
@click.option("--since", metavar="DAY", help=f"With mbox: how far to look back. [default: {_BACK}]")
@click.option("--subjects", is_flag=True, help="With mbox: keep what the letters were about.")
@click.option("--newcomers", is_flag=True, help="With mbox: a note also for those who have none.")
@click.option("--json", "as_json", is_flag=True, help="Say as JSON what was done.")
@dry_run_option
@pass_app
def command(app: App, format: str, files: tuple[str, ...], mapping: str | None, circle: str | None, tags: tuple[str, ...],
            since: str | None, subjects: bool, newcomers: bool, as_json: bool, dry_run: bool) -> int:
    """Make notes for the people in FILE, and fill in what the notes that are there lack.

    Nothing that stands in a note is changed, and nothing is invented: no cadence, no day
    on which you met. Importing the same file again changes nothing. docs/import.md says,
    for each program, how to get the file.

    \b
      nb import vcf contacts.vcf --dry-run
      nb import linkedin Connections.csv --tag linkedin
      nb import csv party.csv --map "name=Full Name,email=Mail"
      nb import mbox ~/Mail/inbox ~/Mail/sent
    """
    from ..query.import_plan import plan_import
    from ..text.links import show_links
    from ..text.note import NoteReader
    from ..vault.import_notes import NoteImporter, NotePaths

    _refuse_misplaced(format, mapping, since, subjects=subjects, newcomers=newcomers)
    settings = app.vault.settings
    if circle is not None and circle not in settings.circles:
        raise UsageError(f"there is no circle `{circle}`", f"use one of {', '.join(settings.circles)}, or add it to nb.yaml")
    wanted_tags = [read_line(tag).lstrip("#") for tag in tags]
    book = app.book()
    mine = frozenset(address.casefold() for address in book.me.email) if book.me else frozenset()
    if format == "mbox" and not mine:
        raise UsageError("me.md does not say which addresses are yours", "write them there: `email: [me@example.org]`")
    earliest = read_day(app, since or _BACK, past=True)
    read = _reader_of(format, _read_mapping(mapping), mine, earliest, subjects=subjects, newcomers=newcomers)
    people, remarks = _read_all(files, read)
    paths = NotePaths(app.vault.root, settings.contacts_folders[0].strip("/"), app.vault.files.paths, book.contacts, app.vault.files.would_be_note)
    plan = plan_import(book, people, paths.place_for, show_links)
    importer = NoteImporter(app.vault.root, NoteReader(settings, prose=True), dry_run=dry_run)
    total = len(plan.new) + len(plan.known)
    with _bar(total) as progress:
        changes, done = importer.bring_in(plan.new, plan.known, lambda name: app.markdown("contact", envelope(app.today, {"name": name})),
                                 f"imported {total} people", circle=circle, tags=wanted_tags, progress=progress)
    _say(app, plan, changes, done, [*remarks, *plan.remarks], as_json=as_json, dry_run=dry_run)
    return VaultError.exit_code if not people and any(remark.kind == "fault" for remark in remarks) else 0


def _refuse_misplaced(format: str, mapping: str | None, since: str | None, *, subjects: bool, newcomers: bool) -> None:
    """Raise `UsageError` for an option of another format, which would do nothing."""
    if mapping is not None and format != "csv":
        raise UsageError("--map is for csv", "leave it out")
    if format != "mbox" and (since is not None or subjects or newcomers):
        raise UsageError("--since, --subjects and --newcomers are for mbox", "leave them out")


def _read_mapping(typed: str | None) -> dict[str, str]:
    from ..exchange.contact_tables import FIELDS

    found: dict[str, str] = {}
    for part in (typed or "").split(","):
        field, equals, column = (piece.strip() for piece in part.partition("="))
        if not part.strip():
            continue
        if not equals or field not in FIELDS or not column:
            raise UsageError(f"`{part.strip()}` in --map is not understood", f"write FIELD=COLUMN; the fields are {', '.join(FIELDS)}")
        found[field] = column
    return found


def _reader_of(format: str, mapping: dict[str, str], mine: frozenset[str], since: date, *,
               subjects: bool, newcomers: bool) -> Callable[[str], Export]:
    """What reads one file of a format. Only that format's module is loaded."""
    from ..vault.exports import is_folder, letters_of_maildir, read_export

    if format == "vcf":
        from ..exchange.vcard_person import read_vcards

        return lambda name: read_vcards(read_export(name))
    if format == "monica":
        from ..exchange.monica import read_monica

        return lambda name: read_monica(read_export(name))
    if format == "friends":
        from ..exchange.friends import read_friends

        return lambda name: read_friends(read_export(name))
    if format == "mbox":
        from ..exchange.mail import read_letters, split_mbox

        def letters(name: str) -> Iterator[tuple[int, bytes]]:
            return ((1, data) for data in letters_of_maildir(name)) if is_folder(name) else split_mbox(read_export(name))

        return lambda name: read_letters(letters(name), mine, since, subjects=subjects, newcomers=newcomers)
    from ..exchange import contact_tables

    tables: dict[str, Callable[[bytes], Export]] = {
        "linkedin": contact_tables.read_linkedin, "google": contact_tables.read_google, "outlook": contact_tables.read_outlook,
        "csv": lambda data: contact_tables.read_csv(data, mapping)}
    return lambda name: tables[format](read_export(name))


def _read_all(files: Sequence[str], read: Callable[[str], Export]) -> tuple[list[Person], list[Remark]]:
    """The people of all files. A file that cannot be read hurts no other; raises the first one's error when none can."""
    from ..exchange.person import harmless

    people: list[Person] = []
    remarks: list[Remark] = []
    failed: list[UserError] = []
    for name in files:
        try:
            export = read(name)
        except UserError as error:
            failed.append(type(error)(error.message if name in error.message else f"{name}: {error.message}", error.remedy))
            continue
        people += [harmless(person)._replace(file=name) for person in export.people]
        remarks += [remark._replace(file=name) for remark in export.remarks]
    if failed and len(failed) == len(files):
        if len(failed) > 1:
            raise type(failed[0])(f"none of the files can be read; {failed[0].message}", failed[0].remedy)
        raise failed[0]
    for fault in failed:
        echo_error(fault.message, fault.remedy)
    return people, remarks


@contextmanager
def _bar(total: int) -> Iterator[Callable[[], object]]:
    """A progress bar on a terminal, for so many people that one waits."""
    if total < _WORTH_A_BAR or not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=total, label="importing", file=sys.stderr) as shown:
        yield lambda: shown.update(1)


def _say(app: App, plan: ImportPlan, changes: Sequence[Change], done: Imported, remarks: Sequence[Remark], *,
         as_json: bool, dry_run: bool) -> None:
    """Say what was done, or with `dry_run` would be, and commit it when the settings want that."""
    from ..report.importing import import_answer, remark_lines, summary

    answer = import_answer(plan, done, remarks)
    if as_json:
        echo(render_json(envelope(app.today, {"import": answer})))
    else:
        for line in remark_lines(plan, done, remarks):
            click.echo(clean(line), err=True)
        if dry_run:
            show_differences(app, changes)
        echo(f"{summary(answer, program_name(), dry_run=dry_run)}\n")
    if changes and not dry_run:
        reason = app.vault.files.commit([change.path for change in changes], "nb import")
        if reason:
            click.echo(f"nb: not committed: {reason}", err=True)
