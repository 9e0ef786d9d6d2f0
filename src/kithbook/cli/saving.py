"""Where exports go: to stdout, or into a file."""

import os
import sys
from collections.abc import Iterator

import click

from ..errors import UsageError
from ..model.settings_file import SETTINGS_FILE
from ..report.layout import clean
from .app import App
from .options import F
from .output import echo


def output_option(function: F) -> F:
    """`-o FILE`, for a command whose answer is for another program."""
    return click.option("-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write FILE instead of printing.")(function)


def save(app: App, text: str | Iterator[str], output: str | None) -> None:
    """Print a text as it is, be it in parts, or write it to a file; raises `UsageError` for a note, which is no place for it."""
    parts = [text] if isinstance(text, str) else text
    if output is None or output == "-":
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(newline="")  # its line ends are part of it
        for part in parts:
            echo(part)
        return
    inside = os.path.relpath(os.path.realpath(output), app.vault.root).replace(os.sep, "/")
    if inside in app.vault.paths:
        raise UsageError(f"{inside} is a note of this vault", "choose another file")
    if not inside.startswith("../") and (inside == SETTINGS_FILE or inside.endswith(".md") or any(
            part.startswith(".") for part in inside.split("/"))):
        raise UsageError(f"{inside} is a place for notes and settings", "choose another name or folder")
    from ..vault.exports import write_export

    changed = write_export(output, parts)
    echo(f"{clean(output)} {'written' if changed else 'is up to date'}\n")
