"""What is kept on this machine outside of any vault: for its owner's eyes alone."""

import os

from .files import read_setting_file


def state_folder(root: str | None = None) -> str:
    """The folder for what is kept, or for what is kept about the vault at `root`. Made when it is not there."""
    base = os.environ.get("XDG_STATE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), ".local", "state")
    folder = os.path.join(base, "kithbook")
    if root is not None:
        from hashlib import sha256

        folder = os.path.join(folder, "vaults", sha256(os.fsencode(root)).hexdigest()[:16])
    os.makedirs(folder, mode=0o700, exist_ok=True)
    return folder


def write_state(path: str, data: bytes) -> None:
    """Write a file that only its owner may read, whole or not at all. Raises `OSError`."""
    temporary = f"{path}.{os.getpid()}.tmp"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)


def read_state(path: str) -> bytes | None:
    """What was written there; None when nothing was."""
    return read_setting_file(path)
