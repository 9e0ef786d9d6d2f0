"""`nb scan`: promises that stand in prose, and were never written down."""

import json
import os
import sys
from datetime import date

import click

from ..errors import UsageError, VaultError
from ..model.book import Book
from ..model.dates import add_days, parse_day
from ..model.promise import Who
from ..model.resolve import fold
from ..model.settings import Settings
from ..model.spoken_promise import Remark, SpokenPromise
from ..query.unrecorded import UnrecordedRow, remarks_of, unrecorded, whom_named
from ..report.plain import to_plain
from ..report.unrecorded import render_scan
from ..text.decode import MAX_NOTE_BYTES
from ..text.links import show_links
from ..text.remarks import is_declared_none
from ..text.talk.finder import PromiseFinder
from ..text.talk.letter import Letter, read_letter
from ..vault.files import read_plain_file
from ..vault.locate import find_root
from .app import App
from .completing import complete_names
from .options import pass_app, reading
from .output import echo
from .writing import read_day, with_dry_run

_BACK = 90  # days: what was said longer ago is asked for with --since


@click.command(short_help="What was promised in prose, and never written down.")
@click.argument("paths", nargs=-1, metavar="[PATH|-]...")
@click.option("--since", metavar="DAY", help="How far back in the notes; 90 days unless it is said, or notes are named.")
@click.option("--from", "sender", metavar="NAME", shell_complete=complete_names, help="Who wrote the e-mail, where it has no head.")
@click.option("--add", is_flag=True, help="Walk through them one by one, and write down those that you want.")
@click.option("--jsonl", is_flag=True, help="Read lines of JSON {id, date, text} from stdin, and answer each with its promises.")
@with_dry_run
@reading
@pass_app
def command(app: App, paths: tuple[str, ...], since: str | None, sender: str | None, add: bool, jsonl: bool, dry_run: bool,
            form: str) -> None:
    """Promises in log entries, daily notes and e-mails: yours, theirs and what you both said you would do.

    Those that stand as a task already are left out, and so is everything confidential. PATH
    is a note, a folder of the vault, or a file with an e-mail; `-` reads one from stdin. What
    it quotes and its signature are not read. A remark with #no-promise is left alone.

    \b
      nb scan
      nb scan --add
      nb scan people/Ana.md daily --since 2026-01-01
      pbpaste | nb scan - --from ana
      nb scan --jsonl < remarks.jsonl
    """
    if jsonl:
        _answer_lines(app)
        return
    if add and not app.can_ask:
        raise UsageError("--add asks, and nobody is there to answer", "use it on a terminal, or nb promise")
    if dry_run and not add:
        raise UsageError("--dry-run shows what --add would write", "add --add, or leave it away")
    if add:
        app.take_back_cut_short()
    rows = _find(app, paths, since, sender)
    if add:
        from .scan_add import walk_through

        walk_through(app, *rows, dry_run=dry_run)
        return
    app.answer({"scan": to_plain(tuple(rows[1]))}, form, render_scan, "scan")


def _find(app: App, paths: tuple[str, ...], since: str | None, sender: str | None) -> tuple[Book, list[UnrecordedRow]]:
    """The book, and what is promised in its notes, or in those and the letters that are named."""
    finder = PromiseFinder(app.vault.settings)
    earliest = read_day(app, since, past=True) if since else None if paths else add_days(app.today, -_BACK)
    notes, letters = _sort_out(app, paths)
    texts = {name: _read_letter_text(name) for name in letters}
    book, prose = app.book_and_prose()
    rows: list[UnrecordedRow] = []
    if notes or not paths:
        wanted = [
            remark for remark in (*remarks_of(book, prose.quoted), *(_with_named(book, remark) for remark in prose.remarks))
            if (earliest is None or remark.date >= earliest) and remark.date <= app.today and not is_declared_none(remark.text)
            and (not notes or _lies_in(remark.path or "", notes)) and _may_be_told(book, remark)
            and (remark.contacts or notes)  # what names nobody is more often about the world than a promise
        ]
        rows += unrecorded(book, wanted, lambda text, day: finder.find(show_links(text), day))
    for text in texts.values():
        rows += _in_letter(app, book, finder, read_letter(text), sender)
    return book, rows


def _with_named(book: Book, remark: Remark) -> Remark:
    """A remark that links nobody, with the contact whom it calls by name."""
    named = None if remark.contacts else whom_named(book, remark.text)
    return remark._replace(contacts=(named,)) if named else remark


def _may_be_told(book: Book, remark: Remark) -> bool:
    return not any(book.contacts[path].confidential for path in remark.contacts)


def _lies_in(path: str, notes: list[str]) -> bool:
    return any(path == note or not note or path.startswith(f"{note}/") for note in notes)


def _sort_out(app: App, paths: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The notes and folders of the vault among what was named, and the files that are letters."""
    notes: list[str] = []
    letters: list[str] = []
    for typed in paths:
        full = os.path.realpath(typed)
        inside = os.path.relpath(full, app.vault.root).replace(os.sep, "/")
        if typed == "-":
            letters.append(typed)
        elif not os.path.exists(full):
            raise UsageError(f"there is no file {typed}", "name a note, a folder of the vault, or a file with an e-mail")
        elif inside.split("/")[0] != ".." and (os.path.isdir(full) or inside.endswith(".md")):
            notes.append("" if inside == "." else inside)
        elif os.path.isdir(full):
            raise UsageError(f"{typed} lies outside of the vault", "name its files")
        else:
            letters.append(full)
    return notes, letters


def _read_letter_text(name: str) -> str:
    try:
        data = sys.stdin.buffer.read() if name == "-" else read_plain_file(name, MAX_NOTE_BYTES)
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror or error}", "look at its rights") from None
    return data.decode("utf-8", "replace")


def _in_letter(app: App, book: Book, finder: PromiseFinder, letter: Letter, sender: str | None) -> list[UnrecordedRow]:
    """What is promised in a letter, to or by the contact who wrote or got it."""
    mine = {fold(address) for address in (book.me.email if book.me else ())}
    by_address = {fold(address): path for path, contact in book.contacts.items() for address in contact.profile.email}
    writer: Who = "them" if sender or (letter.sender and fold(letter.sender) not in mine) else "me"
    people = [app.contact(book, sender).path] if sender else [
        by_address[fold(address)] for address in ((letter.sender,) if writer == "them" else letter.receivers) if fold(address) in by_address]
    day = letter.day or app.today
    remarks = [Remark(None, None, day, passage.text, tuple(people)) for passage in letter.passages]
    return unrecorded(book, [remark for remark in remarks if _may_be_told(book, remark)],
                      lambda text, made: finder.find_in_letter(text, made, writer, circular=letter.circular))


# Lines of JSON


def _answer_lines(app: App) -> None:
    """Answer every line of stdin; raises `UsageError` at the first that is none."""
    finder = PromiseFinder(_settings(app))
    write = json.JSONEncoder(ensure_ascii=False).encode  # made once, and not for each line
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        asked, text, day = _read_line_of_json(line, number)
        found = [_as_json(promise) for promise in finder.find(text, day)]
        echo(write({"id": asked, "promises": found}) + "\n")


def _settings(app: App) -> Settings:
    """The vault's settings; the default ones where there is no vault, which lines of JSON do not need."""
    try:
        find_root(app.given_vault)
    except VaultError:
        if app.given_vault:
            raise
        return Settings()
    return app.vault.settings


def _read_line_of_json(line: bytes, number: int) -> tuple[object, str, date]:
    try:
        row = json.loads(line)
        day = parse_day(row["date"])
        if day is None or not isinstance(row["text"], str):
            raise ValueError
        return row.get("id"), row["text"], day
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UsageError(f"stdin, line {number}: this is no remark",
                         'write {"id": "1", "date": "2026-11-22", "text": "…"}, one a line') from None


def _as_json(promise: SpokenPromise) -> dict[str, object]:
    return {"who": promise.who, "action": promise.action, "due": promise.due.isoformat() if promise.due else None,
            "due_text": promise.due_text, "confidence": promise.confidence}
