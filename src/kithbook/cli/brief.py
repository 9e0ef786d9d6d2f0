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
    if (event is None) == (not names):
        raise UsageError("it is not said whom you meet", "name somebody, or an event with --event")
    reveal = app.may_reveal(reveal)
    wording = Wording(app.vault.settings.synonyms)
    wanted = list(names) if event is None else _people_of(app, event)

    def ask(book: Book, contacts: list[Contact], network: Network) -> tuple[list[Brief], tuple[InCommon, ...]]:
        if reveal:
            book, contacts = _with_words(app, contacts)
        several = list({contact.path: contact for contact in contacts}.values())
        briefs = [brief(book, contact, network, wording, app.today, _family(app, contact, reveal), reveal=reveal) for contact in several]
        return briefs, in_common(several, app.today) if event is None else ()

    briefs, common = app.consult(wanted, ask) if wanted else ([], ())
    plain = {"event": event, "brief": [to_plain(each, reveal=reveal) for each in briefs], "in_common": to_plain(common, reveal=reveal)}
    app.answer(plain, form, render_brief, "brief")


def _with_words(app: App, contacts: Sequence[Contact]) -> tuple[Book, list[Contact]]:
    """The same people with withheld texts, which no book in brief has."""
    book = app.book(whole=True)
    return book, [book.contacts[contact.path] for contact in contacts]


def _family(app: App, contact: Contact, reveal: bool) -> list[Family]:
    if contact.confidential and not reveal:
        return []
    return [Family(text, contact.path, line) for text, line in app.vault.files.family_in(contact.path, reveal=reveal)]


def _people_of(app: App, event: str) -> list[str]:
    """The notes of the contacts that an event's note links, in its order."""
    path = app.vault.files.note_called(event)
    people = app.vault.files.linked_in(path)
    from ..query.names import wanted_in

    def meant(targets: Sequence[str]) -> list[str]:
        return app.look_up(lambda directory: [
            found[0].path for target in targets
            if len(found := [each for each in directory.called(wanted_in(target)) if wanted_in(target) in each.names]) == 1])

    return list(dict.fromkeys(meant(people)))
