"""Why nothing can be read where a note lies: no right to it, a link that leads nowhere or out of the vault, a pipe."""

import os

from ..model.problem import Problem
from .files import NotAPlainFile


def why_unread(root: str, path: str, error: OSError) -> Problem:
    """What is wrong with the note at `path`, which the system refused with this error."""
    place = os.path.join(root, path)
    if os.path.islink(place):
        if not os.path.exists(place):
            return Problem(path, 1, 1, "broken-symlink", "error", "a symbolic link to nothing", "delete it, or mend where it leads")
        return Problem(
            path, 1, 1, "outside-symlink", "error", "a symbolic link that leads out of the vault; it is not followed", "copy what you need into the vault")
    if isinstance(error, NotAPlainFile) or (os.path.lexists(place) and not os.path.isfile(place)):
        return Problem(path, 1, 1, "not-a-file", "error", "no plain file; it is not read", "move it away")
    return Problem(path, 1, 1, "unreadable-file", "error", f"this note cannot be read: {error.strerror or error}", "give yourself the right to read it")
