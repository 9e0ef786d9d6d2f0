"""Where on this machine that is kept which can be made anew from a vault at any time."""

import os
from contextlib import suppress


def cache_folder(root: str) -> str:
    """The folder for what can be made anew from the vault at `root`. Made when it is not there."""
    from zlib import crc32

    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), ".cache")
    name = "".join(sign if sign.isalnum() and sign.isascii() else "-" for sign in os.path.basename(root))[:32]
    folder = os.path.join(base, "kithbook", f"{name}-{crc32(os.fsencode(root)):08x}")
    os.makedirs(folder, mode=0o700, exist_ok=True)
    if os.stat(folder).st_mode & 0o077:
        os.chmod(folder, 0o700)
    return folder


_ROOT = "vault"  # the file that says of which vault it is
INDEX = "index.sqlite"
_FILES = (INDEX, f"{INDEX}-wal", f"{INDEX}-shm", _ROOT)


def forget_lost_vaults(root: str) -> None:
    """Write down that there is something of the vault at `root`, and throw away indexes of vaults whose folders are no longer there."""
    with suppress(OSError):
        own = cache_folder(root)
        place = os.open(os.path.join(own, _ROOT), os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with os.fdopen(place, "wb") as file:
            file.write(os.fsencode(root))
        for folder in os.scandir(os.path.dirname(own)):
            if folder.is_dir(follow_symlinks=False) and folder.path != own:
                _forget_if_lost(folder.path)


def _forget_if_lost(folder: str) -> None:
    with suppress(OSError):
        # Should it be a pipe, nobody waits for it.
        with os.fdopen(os.open(os.path.join(folder, _ROOT), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            root = file.read()
        if os.path.isabs(root) and not os.path.lexists(root):
            for name in _FILES:
                with suppress(FileNotFoundError):
                    os.unlink(os.path.join(folder, name))
            os.rmdir(folder)  # unless a watcher waits there for its vault to come back
