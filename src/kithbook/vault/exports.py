"""The files of other programs, as they are named on the command line: read, and never written."""

import os
from collections.abc import Iterator

from ..errors import VaultError
from .files import read_plain_file, replace_file


def read_export(path: str) -> bytes:
    """The bytes of an export. Raises `VaultError`."""
    try:
        return read_plain_file(os.path.realpath(path))
    except OSError as error:
        raise VaultError(f"{path} cannot be read: {error.strerror or error}", "look at the name, and at its rights") from None


def is_folder(path: str) -> bool:
    """Whether a folder has that name: a Maildir, as it may be."""
    return os.path.isdir(path)


def letters_of_maildir(folder: str) -> Iterator[bytes]:
    """The letters of a Maildir, and of the folders in it; those that cannot be read are passed over."""
    for base, folders, names in os.walk(folder):
        folders.sort()
        if os.path.basename(base) in ("cur", "new"):
            for name in sorted(names):
                try:
                    yield read_plain_file(os.path.join(base, name), 1 << 20)
                except OSError:
                    continue


def write_export(name: str, text: str) -> bool:
    """Write a text to a file that somebody has named, in one step; whether it changed. Raises `VaultError`."""
    data = text.encode("utf-8", "replace")
    try:
        if read_plain_file(name) == data:
            return False
    except OSError:
        pass  # it is not there, or writing says what is wrong
    replace_file(name, data)
    return True
