"""What a vault's repository is set up with, by `nb init` and `nb hook install`: hooks, and the merging of notes."""

import os

from ..errors import VaultError
from ..model.settings_file import SETTINGS_FILE
from .change_log import Change
from .git_run import run_git
from .hooks import (
    HooksFolder,
    hook_changes,
    hook_removals,
    hooks_folder,
    install_hooks,
    look_at,
    uninstall_hooks,
)
from .merge_setup import (
    changes_of_merge_driver,
    install_merge_driver,
    missing_of_merge_driver,
    remove_merge_driver,
)


def set_up_repository(root: str, *, dry_run: bool = False) -> tuple[HooksFolder, list[str]]:
    """Set up the repository of the vault at `root`, and say what is new in it. Safe to repeat.

    Raises `VaultError` where that cannot be; then nothing was changed.
    """
    folder = hooks_folder(root)
    made = [f"the {stage} hook" for stage in install_hooks(folder, dry_run=dry_run)]
    return folder, made + (missing_of_merge_driver(root) if dry_run else install_merge_driver(root))


def changes_of_set_up(root: str) -> list[Change]:
    """What `set_up_repository` would do to files, paths being relative to the work tree. Raises `VaultError` as it does."""
    return hook_changes(hooks_folder(root)) + changes_of_merge_driver(root)


def changes_of_take_back(root: str) -> list[Change]:
    """What `take_back_set_up` would do to files, likewise."""
    return hook_removals(hooks_folder(root))


def take_back_with_vault(root: str, *, dry_run: bool = False) -> list[str]:
    """As `take_back_set_up`, for a vault that goes away again. Raises `VaultError` where others may need what there is."""
    folder = hooks_folder(root)
    ours = any(state.version is not None for state in look_at(folder))
    if folder.shared and ours:
        raise VaultError(f"{folder.path} is part of the repository", "delete them there if nobody else needs them")
    others = _other_vaults(root, folder.top)
    if others:
        raise VaultError(f"{others[0]} in the same repository is a vault, too", "nb hook uninstall, in that vault, takes them away")
    return take_back_set_up(root, dry_run=dry_run)


def _other_vaults(root: str, top: str) -> list[str]:
    """The folders of other vaults in a work tree."""
    result = run_git(top, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    if result is None or result.returncode != 0:
        raise VaultError("git does not say whether there are other vaults", "nb hook uninstall, in one of them, takes them away")
    files = [os.path.join(top, os.fsdecode(name)) for name in result.stdout.split(b"\0") if os.path.basename(name) == SETTINGS_FILE.encode()]
    folders = (os.path.dirname(file) for file in files if os.path.lexists(file))
    return sorted({folder for folder in folders if os.path.realpath(folder) != os.path.realpath(root)})


def take_back_set_up(root: str, *, dry_run: bool = False) -> list[str]:
    """Take hooks and the merging of notes away again; what was taken, or with `dry_run` would be, in words."""
    folder = hooks_folder(root)
    stages = [state.stage for state in look_at(folder) if state.version is not None] if dry_run else uninstall_hooks(folder)
    return [f"the {stage} hook" for stage in stages] + remove_merge_driver(root, dry_run=dry_run)
