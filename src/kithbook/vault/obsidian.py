"""What `nb init --obsidian` puts into a vault for Obsidian. What is there already is left as it is."""

import os

from ..errors import VaultError
from ..model.settings_file import SETTINGS_FILE
from ..text.json_edit import add_members
from ..text.obsidian import PROPERTY_TYPES, compose_bases, compose_template
from .changes import Wanted
from .config import is_plain_folder, load_settings, settings_of_obsidian, templater_folder
from .files import read_plain_file

_BASES_FOLDER = "bases"
_TYPES_FILE = ".obsidian/types.json"
_OTHERWISE = "templates"


def wanted_of_obsidian(root: str) -> tuple[list[Wanted], list[VaultError]]:
    """The files that a vault lacks, and what is left alone though it should be filled in, each with why."""
    settings = load_settings(root)[0] if os.path.lexists(os.path.join(root, SETTINGS_FILE)) else settings_of_obsidian(root)
    if not is_plain_folder(settings.templates_folder):
        settings = settings._replace(templates_folder=_OTHERWISE)
    own = settings.templates_folder
    texts = {f"{_BASES_FOLDER}/{name}": text for name, text in compose_bases(settings).items()}
    texts[f"{own}/Person.md"] = compose_template(settings, templater=False)
    texts[f"{templater_folder(root) or own}/Person (Templater).md"] = compose_template(settings, templater=True)
    wanted: list[Wanted] = []
    faults: list[VaultError] = []
    for path, text in texts.items():
        if not _is_inside(root, path):
            faults.append(VaultError(f"{path} leads out of the vault, and is not made", "make the folder a plain one"))
        elif not os.path.lexists(os.path.join(root, path)):
            wanted.append(Wanted(path, text=text.encode()))
    try:
        wanted += _wanted_types(root)
    except VaultError as fault:
        faults.append(fault)
    return wanted, faults


def _wanted_types(root: str) -> list[Wanted]:
    """The types of properties that Obsidian's file lacks; raises `VaultError` when the file is left alone."""
    file = os.path.join(root, _TYPES_FILE)
    if not _is_inside(root, _TYPES_FILE):
        raise VaultError(f"{_TYPES_FILE} leads out of the vault, and is left alone", "set the types of properties in Obsidian")
    if not os.path.lexists(file):
        return [Wanted(_TYPES_FILE, text=_with_types(b"{}"))]
    try:
        before = read_plain_file(file)
        return [] if _with_types(before) == before else [Wanted(_TYPES_FILE, edit=_with_types)]
    except OSError as error:
        raise VaultError(f"{_TYPES_FILE} cannot be read: {error.strerror or error}; it is left alone", "look at its rights") from None


def _with_types(before: bytes) -> bytes:
    """The file with the types that it lacks. Raises `VaultError` for one that Obsidian would not read either."""
    try:
        return add_members(before.decode(), "types", PROPERTY_TYPES).encode()
    except ValueError:
        raise VaultError(f"{_TYPES_FILE} is not as Obsidian writes it, and is left alone", "mend it, or delete it to have it made anew") from None


def _is_inside(root: str, path: str) -> bool:
    real = os.path.realpath(root)
    return os.path.commonpath([real, os.path.realpath(os.path.join(real, path))]) == real
