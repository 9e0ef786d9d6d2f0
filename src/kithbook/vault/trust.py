"""What a vault brings along, its own templates above all, and what of it its owner has allowed on this machine.

Allowed is a content, not a name: a template that was changed asks anew.
"""

import os
from collections.abc import Mapping
from hashlib import sha256

from ..errors import VaultError
from ..model.problem import Problem
from ..model.record import NamedTuple
from .files import read_plain_file
from .state import read_state, state_folder, write_state

_FOLDER = "nb"
_ENDING = ".md.j2"
_MOST = 256 << 10


class Templates(NamedTuple):
    """The templates that a vault brings along: file name and text of those that are `trusted` and those that are not (yet), and what
    is wrong with those that cannot be used.
    """

    trusted: Mapping[str, str]
    untrusted: Mapping[str, str]
    problems: tuple[Problem, ...]


def load_templates(root: str, templates_folder: str) -> Templates:
    """The templates of the vault, those that are allowed apart."""
    folder = os.path.join(root, templates_folder, _FOLDER)
    if os.path.commonpath([root, os.path.realpath(folder)]) != root:
        return Templates({}, {}, ())
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(_ENDING))
    except OSError:
        return Templates({}, {}, ())
    read = {name: _read(os.path.join(folder, name), "/".join((templates_folder, _FOLDER, name))) for name in names}
    allowed = _allowed() if read else set()
    trusted = {name: text for name, text in read.items() if isinstance(text, str) and _mark(root, name, text) in allowed}
    return Templates(trusted, {name: text for name, text in read.items() if isinstance(text, str) and name not in trusted},
                     tuple(text for text in read.values() if isinstance(text, Problem)))


def _read(file: str, path: str) -> str | Problem:
    """The text of a template, which lies at `path` in the vault."""
    try:
        data = read_plain_file(file, _MOST + 1)
    except OSError as error:
        return Problem(path, 1, 1, "unreadable-file", "error", f"it cannot be read: {error.strerror or error}",
                       "give yourself the right to read it, and let it be a file, not a link to one")
    if len(data) > _MOST:
        return Problem(path, 1, 1, "too-large", "error", f"it is larger than {_MOST >> 10} kB", "make it shorter, or delete it to have the built-in one")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line, before = data.count(b"\n", 0, error.start) + 1, data[data.rfind(b"\n", 0, error.start) + 1 : error.start]
        return Problem(path, line, len(before.decode()) + 1, "encoding", "error", f"the byte 0x{data[error.start]:02X} is not UTF-8",
                       "save the file as UTF-8 in your editor")


def is_allowed(root: str, name: str, text: str) -> bool:
    """Whether what goes by a name in the vault at `root` is allowed, as its text is now."""
    return _mark(root, name, text) in _allowed()


def allow(root: str, texts: Mapping[str, str]) -> None:
    """Allow these, by name, as they are, for the vault at `root`. Raises `VaultError`."""
    marks = _allowed() | {_mark(root, name, text) for name, text in texts.items()}
    try:
        write_state(_place(), "".join(f"{mark}\n" for mark in sorted(marks)).encode())
    except OSError as error:
        raise VaultError(f"what you allow cannot be kept: {error.strerror}", "look at $XDG_STATE_HOME") from None


def _allowed() -> set[str]:
    try:
        return set((read_state(_place()) or b"").decode("ascii", "replace").split())
    except OSError:  # a home that cannot be written holds nothing that was allowed
        return set()


def _place() -> str:
    return os.path.join(state_folder(), "trusted")


def _mark(root: str, name: str, text: str) -> str:
    return sha256("\0".join((root, name, text)).encode("utf-8", "surrogateescape")).hexdigest()
