"""What a vault's repository is set up with, by `nb init` and `nb hook install`: hooks, and the merging of notes."""

from .hooks import HooksFolder, hooks_folder, install_hooks, look_at, uninstall_hooks
from .merge_setup import install_merge_driver, missing_of_merge_driver, remove_merge_driver


def set_up_repository(root: str, *, dry_run: bool = False) -> tuple[HooksFolder, list[str]]:
    """Set up the repository of the vault at `root`, and say what is new in it. Safe to repeat.

    Raises `VaultError` where that cannot be; then nothing was changed.
    """
    folder = hooks_folder(root)
    made = [f"the {stage} hook" for stage in install_hooks(folder, dry_run=dry_run)]
    return folder, made + (missing_of_merge_driver(root) if dry_run else install_merge_driver(root))


def take_back_set_up(root: str, *, dry_run: bool = False) -> list[str]:
    """Take hooks and the merging of notes away again; what was taken, or with `dry_run` would be, in words."""
    folder = hooks_folder(root)
    stages = [state.stage for state in look_at(folder) if state.version is not None] if dry_run else uninstall_hooks(folder)
    return [f"the {stage} hook" for stage in stages] + remove_merge_driver(root, dry_run=dry_run)
