"""`nb snooze`: not now, but from a day on."""

from datetime import date

import click

from ..errors import UsageError, VaultError
from ..model.resolve import stem_of
from ..model.settings_file import SETTINGS_FILE
from ..text.front_edit import set_setting
from ..text.note import NoteReader
from ..text.settings import parse_settings
from ..text.yaml_core import YamlFault
from ..vault.changes import Wanted, change_notes
from ..vault.note_change import NoteChanger
from .app import App
from .completing import complete_names
from .options import pass_app
from .writing import dry_run_option, read_day, report_changes


@click.command(context_settings={"ignore_unknown_options": True}, short_help="Rest from keeping in touch until a day.")
@click.argument("words", nargs=-1, required=True, metavar="NAME DAY | --all DAY", shell_complete=complete_names)
@click.option("--all", "everybody", is_flag=True, help="Everybody: you are on holiday.")
@dry_run_option
@pass_app
def command(app: App, words: tuple[str, ...], everybody: bool, dry_run: bool) -> None:
    """Keep somebody, or everybody, out of keep-in-touch until a day.

    Promises, replies and all else go on. Nothing is lost: on that day asking begins again.

    \b
      nb snooze ana 2w
      nb snooze --all 2027-01-07
    """
    if len(words) != (1 if everybody else 2):
        raise UsageError("a name and a day are needed, or --all and a day", "nb snooze ana 2w")
    until = read_day(app, words[-1])
    if until < app.today:
        raise UsageError(f"{until} is past", "name a day to come; `today` ends a rest")
    if everybody:
        said = "everybody is asked for again" if until == app.today else f"nobody is asked for until {until}"
        changes = change_notes(app.vault.root, [Wanted(SETTINGS_FILE, lambda data: _paused(app, data, str(until)))], said,
                               dry_run=dry_run)
    else:
        [path] = app.paths_of([words[0]])
        if until == app.today:
            _require_rest(app, path)
        said = f"{stem_of(path)} rests no longer" if until == app.today else f"{stem_of(path)} rests until {until}"
        changes = [NoteChanger(app.vault.root, NoteReader(app.vault.settings, prose=True), dry_run=dry_run).pause(path, until, said)]
    report_changes(app, changes, said, "snooze", dry_run=dry_run)


def _require_rest(app: App, path: str) -> None:
    """Raise `UsageError` for somebody whose rest cannot be ended, since they have none."""
    contact = app.book_of([path]).contacts[path]
    paused = contact.whole_profile.paused
    if not paused or (isinstance(paused, date) and paused <= app.today):
        raise UsageError(f"{contact.name} is not resting", "nothing was changed; a day to come lets them rest")


def _paused(app: App, data: bytes, until: str) -> bytes:
    """The settings with a pause for all; raises `VaultError` when they do not read so."""
    try:
        changed = set_setting(data.decode(), "paused", until)
    except (YamlFault, UnicodeDecodeError):
        raise VaultError(f"{SETTINGS_FILE} cannot be read", "nb check says what is wrong with it") from None
    settings, problems = parse_settings(changed, app.vault.settings)
    if problems or str(settings.paused) != until:
        raise VaultError(f"{SETTINGS_FILE} cannot be changed for sure", "nothing was changed; nb check says what is wrong with it")
    return changed.encode()
