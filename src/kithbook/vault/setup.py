"""A folder made into a vault. What is there already is left as it is."""

import os
from collections.abc import Sequence

from ..errors import VaultError
from ..model.settings_file import SETTINGS_FILE
from .change_log import Change
from .changes import Wanted, change_notes
from .git import init_repository
from .merge_setup import configure_merge_driver, wanted_attributes

_SETTINGS = """\
# Settings of this vault; every one is optional. See docs/format.md of kithbook.

# How often you would like to be in touch, by circle (`circle: close` in a note).
# circles: {inner: 2w, close: 1m, wide: 3m, far: 1y}

# Folders in which every note is a contact.
# contacts_folders: [people]

# Whether 03/04/2026 is in April (dmy) or in March (mdy); without, such a date is reported.
# date_order: dmy
"""
_IGNORED = """\
.obsidian/workspace*
.trash/
.DS_Store
"""


def set_up_vault(root: str, example: tuple[str, str], further: Sequence[Wanted] = (), *,
                 dry_run: bool) -> tuple[list[str], list[Change]]:
    """Make `root` a vault; what was made, in words, and which files changed. With `dry_run`, what would be.

    `example` is the path and text of a first note, written only where there is no note yet; `further` is done along with it.
    """
    made: list[str] = []
    if not dry_run:
        try:
            os.makedirs(root, exist_ok=True)
        except OSError as error:
            raise VaultError(f"{root} cannot be made: {error.strerror}", "choose another folder") from None
    files = [(SETTINGS_FILE, _SETTINGS), (".gitignore", _IGNORED)]
    if not _has_notes(root):
        files.append(example)
    wanted = [Wanted(path, text=text.encode()) for path, text in files if not os.path.lexists(os.path.join(root, path))]
    attributes = wanted_attributes(root)
    if attributes is not None:
        wanted.append(attributes)
    wanted += further
    changes: list[Change] = []
    if wanted:
        changes = change_notes(os.path.realpath(root), wanted, "made a vault", dry_run=dry_run)
        made += [one.path for one in wanted]
    if not is_under_git(root) and (dry_run or init_repository(root)):
        made.append("a git repository")
    return made + configure_merge_driver(root, dry_run=dry_run), changes


def _has_notes(root: str) -> bool:
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        if any(name.endswith(".md") for name in files):
            return True
        if len(os.path.relpath(folder, root).split(os.sep)) > 6:
            folders.clear()
    return False


def is_under_git(root: str) -> bool:
    """Whether a folder lies in the work tree of a repository."""
    folder = os.path.realpath(root)
    while True:
        if os.path.lexists(os.path.join(folder, ".git")):
            return True
        above = os.path.dirname(folder)
        if above == folder:
            return False
        folder = above
