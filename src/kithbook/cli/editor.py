"""The person's own editor: started here, and nowhere else."""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from ..errors import UsageError, UserError, VaultError
from ..vault.draft import Draft
from .output import echo_error, is_terminal


def open_in_editor(file: str, *, instead: str, afterwards: str) -> None:
    """Open a file in $VISUAL or $EDITOR, and wait until it is closed.

    `instead` is what else to do when there is no editor or no terminal, `afterwards` what
    to do when the editor has failed.
    """
    editor = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    if not editor:
        raise VaultError("no editor is set", f"set $EDITOR, or {instead}")
    if not is_terminal(sys.stdin):
        raise UsageError("an editor needs a terminal", instead)
    try:
        result = subprocess.run([*shlex.split(editor), file], check=False)
    except (OSError, ValueError) as error:
        raise VaultError(f"{editor} cannot be started: {error}", "look at $VISUAL and $EDITOR") from None
    if result.returncode:
        raise VaultError(f"{editor} ended with {result.returncode}", afterwards)


@contextmanager
def text_from_editor(root: str, hint: str, *, instead: str) -> Iterator[str]:
    """A text that is written in the editor, below a line that says what it is about.

    What is done with the text is done within: when that fails, the text is kept, and the
    error says where.
    """
    draft = Draft(root, hint)
    try:
        open_in_editor(draft.file, instead=instead, afterwards="nothing was written")
        yield draft.read()
    except BaseException as error:
        if draft.keep():
            _say_where(error, f"the text is kept in {draft.file}")
        raise
    draft.drop()


def _say_where(error: BaseException, place: str) -> None:
    if isinstance(error, UserError):
        error.remedy = f"{error.remedy}; {place}" if error.remedy else place
    else:
        echo_error(place)
