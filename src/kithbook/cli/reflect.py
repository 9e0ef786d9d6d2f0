"""`nb reflect`: what one thinks of a relationship, for oneself alone."""

from datetime import date

import click

from ..errors import UsageError
from ..model.entry import PRIVATE_KINDS
from ..model.resolve import stem_of
from ..query.reflections import reflections
from ..report.layout import clean
from ..report.plain import envelope, to_plain
from ..report.reflections import render_reflections
from ..text.insert import NewEntry
from ..text.lines import plain_text
from ..text.note import NoteReader
from ..text.profile import is_withheld
from ..text.rating import RATINGS, read_rating, split_rating
from ..vault.reading import read_text
from ..vault.reflection_change import ReflectionChanger, Remark, Weighed
from .app import App
from .completing import complete_names
from .options import pass_app
from .output import echo, echo_error, terminal_style
from .typed import read_line
from .writing import dry_run_option, read_day, report_changes

_QUESTIONS: tuple[tuple[Remark, str], ...] = (
    ("pluses", "What is good about it"), ("minuses", "What is hard about it"), ("dealbreakers", "What would end it for you"))
_OVERALL = "How good is it, from 1 to 5, and why"


@click.command(short_help="What you think of a relationship, for you alone.")
@click.argument("name", shell_complete=complete_names)
@click.option("--plus", "pluses", multiple=True, metavar="TEXT", help="What is good about it. May be repeated.")
@click.option("--minus", "minuses", multiple=True, metavar="TEXT", help="What is hard about it. May be repeated.")
@click.option("--dealbreaker", "dealbreakers", multiple=True, metavar="TEXT", help="What would end it. May be repeated.")
@click.option("--rating", type=click.IntRange(RATINGS[0], RATINGS[-1]), help="How good the relationship is, not the person: 1 to 5.")
@click.option("--note", metavar="TEXT", help="Why, or whatever else comes to mind.")
@click.option("--on", default="today", show_default=True, help="The day of the rating and the note.")
@click.option("--reveal", is_flag=True, help="Read it all back, and how the rating went (on a terminal only).")
@dry_run_option
@pass_app
def command(app: App, name: str, pluses: tuple[str, ...], minuses: tuple[str, ...], dealbreakers: tuple[str, ...],
            rating: int | None, note: str | None, on: str, reveal: bool, dry_run: bool) -> None:
    """Weigh a relationship: what is good, what is hard, what would end it, how it is by now.

    On a terminal you are asked four short questions; Enter leaves one out. All of it is
    private: no report, list or export shows it, and it is read back with --reveal alone.

    \b
      nb reflect ana
      nb reflect ana --plus "tells me when I am wrong" --rating 4
      nb reflect ana --reveal
    """
    given = bool(pluses or minuses or dealbreakers or rating is not None or note is not None)
    if app.may_reveal(reveal):
        if given:
            raise UsageError("--reveal reads back, and writes nothing", "leave the other options away")
        echo(_read_back(app, name))
        return
    day = read_day(app, on, past=True)
    if not given and not app.can_ask:
        raise UsageError("it is not said what you think", "give --plus, --minus, --dealbreaker, --rating or --note, or ask on a terminal")
    [path] = app.paths_of([name])
    given_texts: dict[Remark, tuple[str, ...]] = {"pluses": pluses, "minuses": minuses, "dealbreakers": dealbreakers}
    remarks = [(key, text) for key, texts in given_texts.items() for text in texts]
    weighed = _weighed(day, remarks, rating, note) if given else _ask_all(stem_of(path), day)
    if not weighed.remarks and weighed.entry is None:
        echo("Nothing was written down.\n")
        return
    said = f"a reflection on {stem_of(path)}, for you alone"
    change = ReflectionChanger(app.vault.root, NoteReader(app.vault.settings, prose=True), dry_run=dry_run).reflect(path, weighed, said)
    report_changes(app, [change], f"written down: {said}", "reflect", dry_run=dry_run)


def read_private(typed: str) -> str:
    """A text of one line that is private anyway; raises `UsageError` for a mark in it, which would hide more than it."""
    text = read_line(typed)
    if is_withheld(text):
        raise UsageError("what is private needs no mark", "leave #confidential out")
    return text


def _weighed(day: date, remarks: list[tuple[Remark, str]], rating: int | None, note: str | None) -> Weighed:
    """What is to be written down: the remarks, and the rating with the words that go with it."""
    words = read_private(note) if note is not None else ""
    entry = None
    if rating is not None:
        entry = NewEntry(day, "rating", "reflection", None, (), f"{rating} {words}".strip())
    elif words:
        entry = NewEntry(day, "reflection", "reflection", None, (), words)
    return Weighed(tuple((key, read_private(text)) for key, text in remarks), entry)


def _ask_all(name: str, day: date) -> Weighed:
    """The answers to four questions on a terminal; an empty one leaves a question out."""
    click.echo(f"{clean(name)}, for you alone. Enter leaves a question out.", err=True)
    remarks: list[tuple[Remark, str]] = [(key, answer) for key, question in _QUESTIONS if (answer := ask_privately(question))]
    while (overall := ask_privately(_OVERALL)).isdecimal() and split_rating(overall)[0] is None:
        echo_error(f"{overall} is not from {RATINGS[0]} to {RATINGS[-1]}", "a number, and why: 4 easier than it was")
    rating, words = split_rating(overall)
    return _weighed(day, remarks, rating, words or None)


def ask_privately(question: str) -> str:
    """What is answered, once it can stand in a note; empty when nothing is."""
    while True:
        typed: str = click.prompt(question, default="", show_default=False, err=True)
        if not typed.strip():
            return ""
        try:
            return read_private(typed)
        except UsageError as error:
            echo_error(error.message, error.remedy)


def _read_back(app: App, name: str) -> str:
    _, contact = app.contact_in_full(name, reveal=True)
    places = [(entry.path, entry.line) for entry in contact.entries if entry.kind in PRIVATE_KINDS]
    lines = {path: plain_text(read_text(app.vault.root, path)).split("\n") for path in {path for path, _ in places}}
    ratings = {(path, line): rating for path, line in places if (rating := read_rating("".join(lines[path][line - 1 : line]))) is not None}
    found = to_plain(reflections(contact, ratings), reveal=True)
    return render_reflections(envelope(app.today, found), terminal_style())
