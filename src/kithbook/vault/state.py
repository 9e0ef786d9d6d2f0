"""What is kept on this machine outside of any vault: for its owner's eyes alone."""

import os

from .files import read_setting_file


def _state_folder() -> str:
    base = os.environ.get("XDG_STATE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), ".local", "state")
    return os.path.join(base, "kithbook")


def write_state(name: str, data: bytes) -> str:
    """Write a file that only its owner may read; its path. Raises `OSError`."""
    folder = _state_folder()
    os.makedirs(folder, mode=0o700, exist_ok=True)
    path = os.path.join(folder, name)
    temporary = f"{path}.{os.getpid()}.tmp"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    os.replace(temporary, path)
    return path


def read_state(name: str) -> bytes | None:
    """What was written under that name; None when nothing was."""
    return read_setting_file(os.path.join(_state_folder(), name))
