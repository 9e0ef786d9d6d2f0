"""What a vault's repository is set up with, by `nb init` and `nb hook install`."""

from .hooks import HooksFolder, hooks_folder, install_hooks


def set_up_repository(root: str, *, dry_run: bool = False) -> tuple[HooksFolder, list[str]]:
    """Set up the repository of the vault at `root`, and say what is new in it. Safe to repeat.

    Raises `VaultError` where that cannot be; then nothing was changed.
    """
    folder = hooks_folder(root)
    return folder, [f"the {stage} hook" for stage in install_hooks(folder, dry_run=dry_run)]
