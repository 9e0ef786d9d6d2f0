"""The offer to make a note for somebody who has none. What it takes is loaded when somebody is unknown."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

import click

from ..errors import UsageError
from ..model.resolve import fold
from ..report.layout import clean

if TYPE_CHECKING:
    from .app import App


class Newcomers:
    """Those who are named and not there yet, and for whom a note is wanted: its path and its text."""

    def __init__(self, app: App) -> None:
        self.notes: dict[str, bytes] = {}
        self._app = app
        self._paths: dict[str, str] = {}

    def offer(self, typed: str, near: Sequence[str]) -> str:
        """The path of a note to be made for somebody unknown, when the person at the terminal wants one.

        `near` are those whose names are spelt much like it.

        Raises `UsageError` when they do not, when nobody can be asked, and for what is no name.
        """
        known = self._paths.get(fold(" ".join(typed.split())))
        if known is not None:
            return known
        from .new_contact import compose_contact, look_back, read_contact_name

        nobody = self._app.nobody_called(typed, near)
        if not self._app.can_ask:
            raise nobody
        try:
            name = read_contact_name(typed)
        except UsageError:
            raise nobody from None
        if self._app.vault.files.path_named(name) is not None:  # a note, but no person's: a link would mean either
            raise nobody
        look_back(self._app.vault.book(self._app.today), name)
        meant = f" (did you mean {' or '.join(map(clean, near))}?)" if near else ""
        if not _agrees(f"Nobody is called {clean(name)}{meant}. Make a note for them?"):
            raise nobody
        note = compose_contact(self._app, name, {})
        self.notes[note.path] = note.text or b""
        self._paths[fold(name)] = note.path
        return note.path


def _agrees(question: str) -> bool:
    with redirect_stdout(sys.stderr):  # some versions of click write a blank to stdout, which may be a file
        return click.confirm(question, default=False, prompt_suffix=" ", err=True)
