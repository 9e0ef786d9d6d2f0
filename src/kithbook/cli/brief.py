"""`nb brief`: one screen before a call or a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ..errors import UsageError
from ..query.brief import Brief, Family, InCommon, brief, in_common
from ..query.wording import Wording
from ..report.brief import render_brief
from ..report.plain import to_plain
from .app import App
from .completing import complete_names
from .options import pass_app, reading

if TYPE_CHECKING:
    from ..model.book import Book
    from ..model.contact import Contact
    from ..query.attendance import Attendance
    from ..query.network import Network


@click.command(short_help="What to have in mind before you meet somebody.")
@click.argument("names", nargs=-1, metavar="[NAME]...", shell_complete=complete_names)
@click.option("--event", metavar="NOTE", help="Everybody of an event's note, in short.")
@click.option("--reveal", is_flag=True, help="Show what is private or confidential (on a terminal only).")
@reading
@pass_app
def command(app: App, names: tuple[str, ...], event: str | None, reveal: bool, form: str) -> None:
    """One screen before a call: who they are, how you met, what is open between you, what
    moves them and when you last spoke of it, who else you both know, and three questions.

    Of several people also when they were together last.

    \b
      nb brief dagny
      nb brief ana raj
      nb brief --event "Harbour Day"
    """
    if event is not None and names:
        raise UsageError("--event tells of everybody of the event", "leave the names away, or --event")
    if event is None and not names:
        raise UsageError("it is not said whom you meet", "name somebody, or an event with --event")
    reveal = app.may_reveal(reveal)
    wording = Wording(app.vault.settings.synonyms)
    there = None if event is None else _attendance(app, event)
    wanted = names if there is None else there.paths

    def ask(book: Book, contacts: list[Contact], network: Network) -> tuple[list[Brief], tuple[InCommon, ...]]:
        if reveal:
            book, contacts = _with_words(app, contacts)
        several = list({contact.path: contact for contact in contacts}.values())
        briefs = [brief(book, contact, network, wording, app.today, _family(app, contact, reveal), reveal=reveal) for contact in several]
        return briefs, in_common(several, app.today) if event is None else ()

    briefs, common = app.consult(wanted, ask) if wanted else ([], ())
    plain = {"event": event, "brief": [to_plain(each, reveal=reveal) for each in briefs], "in_common": to_plain(common, reveal=reveal),
             "unknown": to_plain(there.unknown if there is not None else ())}
    app.answer(plain, form, render_brief, "brief")


def _with_words(app: App, contacts: Sequence[Contact]) -> tuple[Book, list[Contact]]:
    """The same people with withheld texts, which no book in brief has."""
    book = app.book(whole=True)
    return book, [book.contacts[contact.path] for contact in contacts]


def _family(app: App, contact: Contact, reveal: bool) -> list[Family]:
    if contact.confidential and not reveal:
        return []
    return [Family(text, contact.path, line) for text, line in app.vault.files.family_in(contact.path, reveal=reveal)]


def _attendance(app: App, event: str) -> Attendance:
    """Who was at the event whose note is named so."""
    from ..query.attendance import attendance
    from ..text.note_kind import ME

    files = app.vault.files
    path = files.note_called(event)
    linked, there = files.linked_in(path)
    return app.look_up(lambda directory: attendance(path, linked, there, directory.called(), files.paths, files.is_unreadable, ME))
