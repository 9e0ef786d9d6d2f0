"""`nb log`: what happened, written down."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from ..errors import UsageError
from ..model.entry import Direction
from ..model.resolve import stem_of
from ..text.insert import NewEntry
from ..text.links import find_links
from ..text.note import NoteReader
from ..vault.note_change import NoteChanger
from .app import App
from .completing import complete_names
from .newcomers import Newcomers
from .options import one_of, pass_app
from .signing import sign_option, signature
from .typed import read_lines, read_text
from .writing import dry_run_option, read_day, report_changes


@click.command(short_help="Write down what happened.")
@click.argument("words", nargs=-1, metavar="[NAME]... TEXT", shell_complete=complete_names)
@click.option("--edit", "-e", is_flag=True, help="Write TEXT in your editor; all that is typed is names.")
@click.option("--kind", metavar="WORD", help="call, coffee, email, gave, thanks, …; else TEXT says it.")
@one_of("direction", ("--in", "in", "From them to you."), ("--out", "out", "From you to them."))
@click.option("--with", "others", multiple=True, metavar="NAME", shell_complete=complete_names, help="Who else was there. May be repeated.")
@click.option("--on", default="today", show_default=True, help="The day on which it was.")
@sign_option
@dry_run_option
@pass_app
def command(app: App, words: tuple[str, ...], edit: bool, kind: str | None, direction: Direction | None,
            others: tuple[str, ...], on: str, by: str | None, dry_run: bool) -> None:
    """An entry in the log of one person or of several, where and how their notes keep it.

    TEXT alone is for those whom it links. `-` reads it from stdin, --edit opens $VISUAL or
    $EDITOR for it; further lines are indented below the entry. For somebody who is not
    there yet, a terminal offers to make a note.

    \b
      nb log ana "coffee, talked about the move"
      nb log ana raj "the budget" --kind meeting --on yesterday
      nb log ana "asked for the plans" --kind email --in
      nb log "lunch with [[Ana Reyes]]: soup"
      nb log ana --edit
    """
    names, typed = (words, None) if edit else _split(words)
    day = read_day(app, on, past=True)
    reader = NoteReader(app.vault.settings, prose=True)
    meaning = _meaning(reader, kind) if kind else None
    if direction is not None and kind is None:
        raise UsageError("--in and --out need a --kind", "say what it was: --kind call, for one")
    newcomers = Newcomers(app)
    named = app.paths_of(names, newcomers.offer)
    company = app.paths_of(others, newcomers.offer)
    app.refuse_confidential(company, "the entry")
    with_ = tuple(app.vault.files.links_to(company))
    with _text(app, typed, named) as (first, *further):
        paths = named or app.paths_of(find_links("\n".join([first, *further])), newcomers.offer)
        if not paths:
            raise UsageError("it is not said with whom", "name somebody, or link them in the text")
        new = NewEntry(day, kind.lower() if kind else None, meaning, direction, with_, first, tuple(further), signature(app, by))
        if kind is None and with_:
            new = new._replace(text=f"{first} with {', '.join(f'[[{name}]]' for name in with_)}")
        made = f"{', '.join(newcomers.notes)} made; " if newcomers.notes else ""
        said = f"{made}logged with {', '.join(stem_of(path) for path in paths)} on {day}"
        if app.can_ask and not newcomers.notes and _may_ask(reader, meaning, first):
            _, planned = NoteChanger(app.vault.root, reader, dry_run=True).log(paths, new, said)
            if planned.kind == "ask" and planned.direction != "in":
                from .ask import say_before_ask

                say_before_ask(app, paths)
        changes, entry = NoteChanger(app.vault.root, reader, dry_run=dry_run).log(paths, new, said, newcomers.notes)
    read_as = "a note, which is no contact" if entry.kind == "note" else f"{entry.kind}{_way(entry.direction)}"
    report_changes(app, changes, f"{said}, as {read_as}", "log", dry_run=dry_run)


def _may_ask(reader: NoteReader, meaning: str | None, text: str) -> bool:
    """Whether an entry could be an ask, by its kind or by one of its words."""
    return meaning == "ask" or (meaning is None and any(reader.words.get(word.strip(":,.")) == "ask" for word in text.lower().split()))


def _split(words: tuple[str, ...]) -> tuple[tuple[str, ...], list[str]]:
    """The names, and the lines of the text behind them."""
    if not words:
        context = click.get_current_context()
        raise click.MissingParameter(ctx=context, param=context.command.params[0])
    return words[:-1], read_text(words[-1])


@contextmanager
def _text(app: App, typed: list[str] | None, paths: Sequence[str]) -> Iterator[list[str]]:
    """The lines of the text: those that were typed, or what is written in the editor of those at `paths`.

    What is done with them is done within, so that a text is not lost with it.
    """
    if typed is not None:
        yield typed
        return
    from .editor import text_from_editor

    # It names nobody: the text is in a file for a while, and who is confidential is not known here.
    about = "What happened?" if paths else "What happened? Link whom it was with: [[Name]]."
    with text_from_editor(app.vault.root, f"%% {about} This line is left out. %%",
                          instead="give the text behind the names: nb log NAME TEXT") as text:
        if not text:
            raise UsageError("the text is empty, and nothing was logged", "write it below the first line, and save")
        yield read_lines(text)


def _way(direction: Direction | None) -> str:
    return f" {direction}" if direction in ("in", "out") else ""


def _meaning(reader: NoteReader, word: str) -> str:
    """The kind that a word means; raises `UsageError` when it means none."""
    kind = reader.words.get(word.lower())
    if kind is None:
        raise UsageError(f"`{word}` is no kind of entry", "use call, meeting, email, message, gave, thanks, …, or add the word to kinds in nb.yaml")
    return kind
