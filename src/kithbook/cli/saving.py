"""Where exports go: to stdout, or into a file."""

import os
import re
import sys
from collections.abc import Iterator

import click

from ..errors import UsageError
from ..model.settings_file import SETTINGS_FILE
from ..report.layout import clean
from .app import App
from .options import F
from .output import echo, echo_data


def output_option(function: F) -> F:
    """`-o FILE` and `--force`, for a command whose answer is for another program."""
    function = click.option("--force", is_flag=True, help="Write over FILE also when nb has not made it.")(function)
    return click.option("-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write FILE instead of printing.")(function)


def save(app: App, text: str | Iterator[str], output: str | None, mark: str | None, *, force: bool,
         seal: re.Pattern[bytes] | None = None) -> None:
    """Print a text as it is, be it in parts, or write it to a file.

    `mark` stands near the beginning of what nb makes of that kind; None when nothing tells it from
    another program's. Raises `UsageError` for a note, which is no place for it, and for a file that
    is there and has no such mark, or by its `seal` was edited, but with `force`.
    """
    parts = [text] if isinstance(text, str) else text
    if output is None or output == "-":
        if force:
            raise UsageError("--force is for -o FILE", "leave it out")
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(newline="")  # its line ends are part of it
        for part in parts:
            echo_data(part)
        return
    inside = os.path.relpath(os.path.realpath(output), app.vault.root).replace(os.sep, "/")
    if inside in app.vault.files.paths:
        raise UsageError(f"{inside} is a note of this vault", "choose another file")
    if not inside.startswith("../") and (inside == SETTINGS_FILE or inside.endswith(".md") or any(
            part.startswith(".") for part in inside.split("/"))):
        raise UsageError(f"{inside} is a place for notes and settings", "choose another name or folder")
    from ..vault.exports import write_export

    changed = write_export(output, parts, None if mark is None else mark.encode(), force=force, seal=seal)
    echo(f"{clean(output)} {'written' if changed else 'is up to date'}\n")
