"""Who of those who share a vault something is by: `--by`, and `$NB_ME`."""

import os
from collections.abc import Callable

import click

from ..errors import UsageError
from ..model.resolve import fold
from ..model.signed import may_sign
from ..text.note import NoteReader
from ..text.note_kind import ME
from ..vault.reading import read_note
from .app import App
from .options import F

_MYSELF = "me"


def sign_option(function: F) -> F:
    """`--by`, for a command that writes something down."""
    return click.option("--by", metavar="NAME", help="Who of you it was, in a shared vault; else $NB_ME.")(function)


def filter_option(said: str) -> Callable[[F], F]:
    """`--by`, for a command that reads."""
    return click.option("--by", metavar="NAME", help=said)


def signature(app: App, typed: str | None) -> str | None:
    """The name to sign by: what was typed, else `$NB_ME`; nobody's without either.

    Raises `UsageError` for one that would not read back.
    """
    name = (own_names(app)[0] if typed.strip().casefold() == _MYSELF else typed) if typed is not None else os.environ.get("NB_ME", "")
    name = " ".join(name.split())
    if typed is None and not name:
        return None
    if not may_sign(name):
        raise UsageError(f"`{name}` cannot stand in `[by:: …]`", "a name without brackets and #")
    return name


def names_of(app: App, typed: str) -> frozenset[str]:
    """The names (folded) that somebody may have signed by; all of one's own for `me`."""
    names = own_names(app) if typed.strip().casefold() == _MYSELF else [typed]
    return frozenset(fold(" ".join(name.split())) for name in names)


def own_names(app: App) -> list[str]:
    """What one goes by: `$NB_ME`, else the name and the aliases in `me.md`. Raises `UsageError` when neither is there."""
    own = os.environ.get("NB_ME", "").strip()
    if own:
        return [own]
    profile = read_note(app.vault.root, ME, NoteReader(app.vault.settings)).profile
    if profile is None or profile.name == ME.removesuffix(".md"):
        raise UsageError("it is not known who you are", "set $NB_ME to your name, or give `name:` in me.md")
    return [profile.name, *profile.aliases]
