"""A vault's own templates, and which of them its owner has allowed on this machine.

Allowed is a content, not a name: a template that was changed asks anew.
"""

import os
from collections.abc import Mapping
from hashlib import sha256

from ..errors import VaultError
from .files import read_plain_file
from .state import read_state, state_folder, write_state

_FOLDER = "nb"
_ENDING = ".md.j2"
_MOST = 256 << 10


def find_templates(root: str, templates_folder: str) -> dict[str, str]:
    """The templates that the vault brings along: file name and text."""
    folder = os.path.join(root, templates_folder, _FOLDER)
    if os.path.commonpath([root, os.path.realpath(folder)]) != root:
        return {}
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(_ENDING))
    except OSError:
        return {}
    found: dict[str, str] = {}
    for name in names:
        try:
            found[name] = read_plain_file(os.path.join(folder, name), _MOST).decode()
        except (OSError, UnicodeDecodeError):
            continue
    return found


def load_templates(root: str, templates_folder: str) -> tuple[dict[str, str], list[str]]:
    """The templates that are allowed, and the names of those that are not (yet)."""
    found = find_templates(root, templates_folder)
    if not found:
        return {}, []
    allowed = _allowed()
    trusted = {name: text for name, text in found.items() if _mark(root, name, text) in allowed}
    return trusted, [name for name in found if name not in trusted]


def trust_templates(root: str, templates: Mapping[str, str]) -> None:
    """Allow these templates, as they are, for the vault at `root`."""
    marks = _allowed() | {_mark(root, name, text) for name, text in templates.items()}
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
