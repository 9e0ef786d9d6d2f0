"""Where the vault is: `--vault`, `$NB_VAULT`, else upwards from the working folder."""

import os

from ..errors import VaultError
from ..model.settings_file import SETTINGS_FILE


def find_root(given: str | None) -> str:
    """The absolute path of the vault's root; raises `VaultError` when there is none.

    A `given` folder must hold an `nb.yaml` itself; without one, the working folder and
    those above it are looked at.
    """
    if given:
        root = os.path.realpath(given)
        if not os.path.isdir(root):
            raise VaultError(f"there is no folder {given}", "check --vault or $NB_VAULT")
        if not os.path.lexists(os.path.join(root, SETTINGS_FILE)):
            raise VaultError(f"{given} is no vault: it has no {SETTINGS_FILE}",
                             f"make it one: nb init DIR, or an empty file {SETTINGS_FILE} there")
        return root
    try:
        folder = start = os.getcwd()
    except OSError:
        raise VaultError("the folder you are in is gone", "go to another, or name a vault with --vault") from None
    while not os.path.lexists(os.path.join(folder, SETTINGS_FILE)):
        above = os.path.dirname(folder)
        if above == folder:
            raise VaultError(f"no vault found in {start} or above it",
                             "name one with --vault or $NB_VAULT, or make one of the folder of your notes: nb init DIR")
        folder = above
    return os.path.realpath(folder)
