"""`nb intro`: an introduction, from the question to the thanks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from ..errors import UsageError
from ..model.record import NamedTuple
from ..model.resolve import fold, stem_of
from ..query.introductions import QUESTION
from ..report.introductions import render_introductions
from ..report.layout import visible
from ..report.plain import to_plain
from ..text.insert import NewEntry
from ..text.links import find_links, show_links
from .app import App
from .completing import complete_names
from .options import pass_app, reading
from .output import echo, echo_error
from .signing import sign_option, signature
from .typed import read_line, refuse_marked
from .writing import read_day, report_changes, with_dry_run

if TYPE_CHECKING:
    from ..query.introductions import IntroductionRow


class _Step(NamedTuple):
    """What was typed: one step of an introduction."""

    why: str | None
    agreed: tuple[str, ...]
    declined: str | None
    made: bool
    outcome: str | None
    thanked: bool

    @property
    def steps(self) -> int:
        """How many steps these are."""
        asks = self.why is not None and not self.made
        return sum(map(bool, (asks, self.agreed, self.declined, self.made, self.outcome is not None, self.thanked)))


@click.command(short_help="An introduction, from the question to the thanks.")
@click.argument("names", nargs=-1, metavar="[A B]", shell_complete=complete_names)
@click.option("--why", metavar="TEXT", help="Ask both: what they could be for each other.")
@click.option("--agreed", multiple=True, metavar="NAME", shell_complete=complete_names, help="Who of them said yes. May be repeated.")
@click.option("--declined", metavar="NAME", shell_complete=complete_names, help="Who of them would rather not.")
@click.option("--made", is_flag=True, help="You have introduced them.")
@click.option("--outcome", metavar="TEXT", help="What came of it.")
@click.option("--thanked", is_flag=True, help="You have thanked both.")
@click.option("--draft", is_flag=True, help="With --why: print the messages, and write nothing.")
@click.option("--on", default="today", show_default=True, help="The day on which it was.")
@sign_option
@with_dry_run
@reading
@pass_app
def command(app: App, names: tuple[str, ...], why: str | None, agreed: tuple[str, ...], declined: str | None, made: bool,
            outcome: str | None, thanked: bool, draft: bool, on: str, by: str | None, dry_run: bool, form: str) -> None:
    """Bring two people together: ask both first, then introduce them, and hear what came of it.

    Each step goes into both their notes (who agreed, into theirs). With --why you get a
    message for each that holds their names and your reason, and nothing of any note.
    Without a step, the introductions under way are listed.

    \b
      nb intro
      nb intro ana raj --why "She needs sails mended, he knows a sailmaker."
      nb intro ana raj --agreed ana
      nb intro ana raj --made
      nb intro ana raj --outcome "a mainsail by May"
      nb intro ana raj --thanked
    """
    step = _Step(why, agreed, declined, made, outcome, thanked)
    if draft and (why is None or made):
        raise UsageError("--draft is about what --why asks", "say why: nb intro A B --why TEXT --draft")
    if step.steps:
        app.take_back_cut_short()
    pair = _pair(app, names, step)
    if not step.steps:
        rows = [row for row in _underway(app) if pair is None or _is_of(row, pair)]
        app.answer({"introductions": to_plain(tuple(rows))}, form, render_introductions, "intro-list")
        return
    assert pair is not None
    for text in (why, outcome):
        refuse_marked(text, "the other of the two")
    if draft and why is not None:
        echo(_messages(app, pair, read_line(why)))
        return
    day = read_day(app, on, past=True)
    if day > app.today:
        raise UsageError(f"{day} has not come yet", "write it down when it was")
    _write(app, pair, step, day, signature(app, by), dry_run=dry_run)


def _pair(app: App, names: tuple[str, ...], step: _Step) -> tuple[str, str] | None:
    """The notes of the two who are meant; None when nobody was named. Raises `UsageError`."""
    if step.steps > 1:
        raise UsageError("these are several steps", "write them down one by one")
    if not names and not step.steps:
        return None
    if len(names) != 2:
        raise UsageError("an introduction is between two people", "name them: nb intro A B")
    paths = app.paths_of(names)
    if len(paths) == 1:
        raise UsageError("nobody can be introduced to themselves", "name two people")
    app.refuse_confidential(paths, "the other's note")
    return paths[0], paths[1]


def _underway(app: App) -> tuple[IntroductionRow, ...]:
    return app.ask(lambda ledger: ledger.introductions(app.today))


def _is_of(row: IntroductionRow, pair: tuple[str, str]) -> bool:
    return {row.contact_path, row.other_path} == {*pair}


def _messages(app: App, pair: tuple[str, str], why: str) -> str:
    """The question to each, from names and the reason alone."""
    names = [_name(app, path) for path in pair]
    why = show_links(why)
    return visible("\n".join(app.markdown("intro", {"to": to, "other": other, "why": why}) for to, other in (names, names[::-1])))


def _name(app: App, path: str) -> str:
    """What the contact is called in their own note."""
    name = app.ask_around(lambda network: network.name_of(path))
    return name or stem_of(path)


def _write(app: App, pair: tuple[str, str], step: _Step, day: date, by: str | None, *, dry_run: bool) -> None:
    from ..text.note import NoteReader
    from ..vault.note_change import NoteChanger

    row = next((row for row in _underway(app) if _is_of(row, pair)), None)
    entries, said = _entries(app, pair, step, row, day)
    entries = [(path, entry._replace(by=by)) for path, entry in entries]
    changer = NoteChanger(app.vault.root, NoteReader(app.vault.settings, prose=True), dry_run=dry_run)
    changes = changer.log_each(entries, said)
    report_changes(app, changes, said, "intro", dry_run=dry_run)
    if step.why is not None and not step.made:
        echo("\n" + _messages(app, pair, read_line(step.why)))


def _entries(app: App, pair: tuple[str, str], step: _Step, row: IntroductionRow | None, day: date) -> tuple[list[tuple[str, NewEntry]], str]:
    """What goes into whose note, and what is said of it. Raises `UsageError` when the step does not follow from the last."""
    both = " and ".join(map(stem_of, pair))
    stage = row.stage if row is not None else None
    if step.agreed or step.declined:
        return _answers(app, pair, step, row, day)
    if step.made:
        why = step.why or (row.text if row is not None and stage != "outcome" else None)
        _require(stage != "made", f"{both} are introduced already", "say what came of it: --outcome TEXT")
        if not why:
            raise UsageError("it is not said why", "add --why TEXT")
        if row is not None and stage == "asked":
            echo_error(f"not both of {both} have said yes, as far as their notes show")
        return _in_both(app, pair, "intro", read_line(why), day), f"introduced {both} on {day}"
    if step.outcome is not None:
        _require(stage == "made", f"no introduction of {both} waits for an outcome", "write it down first: --made")
        return _in_both(app, pair, "outcome", read_line(step.outcome), day), f"noted what came of introducing {both}"
    if step.thanked:
        _require(stage in ("made", "outcome"), f"no introduction of {both} is open to thank for", "write it down first: --made")
        return _in_both(app, pair, "thanks", "for the introduction", day), f"thanked {both}"
    _require(stage not in ("asked", "agreed", "made"), f"an introduction of {both} is under way", "nb intro A B shows how it stands")
    text = f"{QUESTION} {read_line(step.why or '')} #intro-asked"
    return _in_both(app, pair, "note", text, day), f"asked {both}"


def _require(holds: bool, message: str, remedy: str) -> None:
    if not holds:
        raise UsageError(message, remedy)


def _answers(app: App, pair: tuple[str, str], step: _Step, row: IntroductionRow | None, day: date) -> tuple[list[tuple[str, NewEntry]], str]:
    """The entries of those who answered, each in their own note."""
    paths = app.paths_of(step.agreed or [step.declined or ""])
    for path in paths:
        _require(path in pair, f"{stem_of(path)} is none of the two", f"name {' or '.join(map(stem_of, pair))}")
    both = " and ".join(map(stem_of, pair))
    if row is None:
        raise UsageError(f"no introduction of {both} is under way", "ask both first: --why TEXT")
    _require(row.stage in ("asked", "agreed"), f"{both} are introduced already", "say what came of it: --outcome TEXT")
    entries = []
    for path in paths:
        name = row.contact if path == row.contact_path else row.other
        _require(step.declined is not None or name not in row.agreed, f"{name} has agreed already", "introduce them: --made")
        text = f"{name} would rather not #intro-declined" if step.declined else f"{name} agrees to the introduction #intro-agreed"
        other = pair[1] if path == pair[0] else pair[0]
        entries.append((path, _entry(app, "note", other, text, day)))
    who = " and ".join(map(stem_of, paths))
    return entries, f"{who} would rather not" if step.declined else f"{who} {'agrees' if len(paths) == 1 else 'agree'}"


def _in_both(app: App, pair: tuple[str, str], kind: str, text: str, day: date) -> list[tuple[str, NewEntry]]:
    return [(path, _entry(app, kind, other, text, day)) for path, other in (pair, pair[::-1])]


def _entry(app: App, kind: str, other: str, text: str, day: date) -> NewEntry:
    return NewEntry(day, kind, kind, "out" if kind == "intro" else None, (_link(app, other),), text)


def _link(app: App, path: str) -> str:
    """What links a contact: the name of the file, its path when there are several of that name. Raises `UsageError` when nothing does."""
    name = stem_of(path)
    if len([each for each in app.vault.files.paths if fold(stem_of(each)) == fold(name)]) > 1:
        name = path.removesuffix(".md")
    if find_links(f"[[{name}]]") != (name,):
        raise UsageError(f"no link can hold the name of {path}", "rename the note: nb rename")
    return name
