"""Where exports go: to stdout, or into a file."""

import os
import re
import sys
from collections.abc import Callable, Iterator

import click

from ..errors import UsageError
from ..model.settings_file import SETTINGS_FILE
from ..report.layout import clean
from .app import App
from .options import F
from .output import echo, echo_data


def output_option(function: F) -> F:
    """`-o FILE`, `--force` and `--dry-run`, for a command whose answer is for another program."""
    return output_instead_of("printing")(function)


def output_instead_of(usual: str) -> Callable[[F], F]:
    """The same, for a command that does what is `usual` without them."""

    def decorate(function: F) -> F:
        function = click.option("--dry-run", is_flag=True, help="Say whether the file would change, and write nothing.")(function)
        function = click.option("--force", is_flag=True, help="Write over FILE also when nb has not written it, or somebody has edited it.")(function)
        return click.option("-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help=f"Write FILE instead of {usual}.")(function)

    return decorate


def save(app: App, text: str | Iterator[str], output: str | None, what: str, *, force: bool, dry_run: bool,
         seal: re.Pattern[bytes] | None = None) -> None:
    """Print a text as it is, be it in parts, or write it to a file.

    Raises `UsageError` for a note, which is no place for it, and, but with `force`, for a file that is
    there and is not as nb has written it: as this machine remembers it (`what` is the kind), or by its `seal`.
    """
    parts = [text] if isinstance(text, str) else text
    if output is None or output == "-":
        if force:
            raise UsageError("--force is for -o FILE", "leave it out")
        if dry_run:
            raise UsageError("--dry-run is for -o FILE: printing writes nothing", "leave it out")
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
    from ..vault.exports import ExportFile

    changed = ExportFile(app.vault.root, output, what, seal).write(parts, force=force, dry_run=dry_run)
    echo(f"{clean(output)} {said_of_file(changed, dry_run=dry_run)}\n")


def said_of_file(changed: bool, *, dry_run: bool) -> str:
    """What became of a file that is made anew, or with `dry_run` would."""
    return ("would be written" if dry_run else "written") if changed else "is up to date"
