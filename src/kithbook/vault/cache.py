"""Where on this machine that is kept which can be made anew from a vault at any time."""

import os


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
