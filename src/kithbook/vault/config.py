"""The settings of a vault: `nb.yaml`, on top of what Obsidian itself is set to."""

import os
from collections.abc import Collection
from typing import Any

from ..model.problem import Problem
from ..model.settings import Settings
from ..model.settings_file import SETTINGS_FILE
from .files import read_plain_file, read_setting_file

_NOBODYS = ".templates"  # a folder in which no note is looked for


def load_settings(root: str) -> tuple[Settings, list[Problem]]:
    """The settings, and what is wrong with them (then the default holds)."""
    base = settings_of_obsidian(root)
    settings, problems = _read_file(root, base)
    folder = settings.templates_folder
    if any(f"{contacts.strip('/')}/".startswith(f"{folder.strip('/')}/") for contacts in settings.contacts_folders):
        # That of nb.yaml itself is told from them: it is Obsidian's, or the usual one.
        whose = "Obsidian's folder for templates" if folder == base.templates_folder != Settings().templates_folder else "the folder for templates"
        return settings._replace(templates_folder=_NOBODYS), [*problems, Problem(
            SETTINGS_FILE, 1, 1, "settings", "error", f"{whose} is `{folder}`, in which contacts are",
            "set templates_folder here to a folder of their own; until then there are no templates")]
    return settings, problems


def _read_file(root: str, base: Settings) -> tuple[Settings, list[Problem]]:
    try:
        data = read_plain_file(os.path.join(root, SETTINGS_FILE), 1 << 20)
    except OSError as error:
        return base, [Problem(SETTINGS_FILE, 1, 1, "settings", "error", f"it cannot be read: {error.strerror}",
                              "make it a plain file that you may read")]
    return read_settings(data, base)


def read_settings(data: bytes, base: Settings) -> tuple[Settings, list[Problem]]:
    """The settings in the bytes of an `nb.yaml`, on top of `base`."""
    if data.isascii() and all(line[:1] in (b"", b"#") for line in map(bytes.strip, data.split(b"\n"))):
        return base, []  # nothing is set
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return base, [Problem(SETTINGS_FILE, line, 1, "encoding", "error", "this is no UTF-8", "save it as UTF-8")]
    from ..text.settings import parse_settings

    return parse_settings(text, base, _rule_ids)


def _rule_ids() -> Collection[str]:
    from ..checks.rules import RULE_IDS  # felt, and asked for only where `checks:` is set

    return RULE_IDS


def settings_of_obsidian(root: str) -> Settings:
    """What Obsidian's own core plugins say of templates and daily notes."""
    folder = os.path.join(root, ".obsidian")
    values: dict[str, Any] = {}
    templates = _read_json(os.path.join(folder, "templates.json")).get("folder")
    if isinstance(templates, str) and templates.strip("/"):
        values["templates_folder"] = templates.strip("/")
    daily = _read_json(os.path.join(folder, "daily-notes.json")).get("format")
    if isinstance(daily, str) and daily:
        values["daily_format"] = daily
    return Settings(**values) if values else Settings()


def templater_folder(root: str) -> str | None:
    """Where the plugin Templater has its templates; None when it is not there, or names no folder of the vault."""
    folder = _read_json(os.path.join(root, ".obsidian", "plugins", "templater-obsidian", "data.json")).get("templates_folder")
    return folder.strip("/") if isinstance(folder, str) and is_plain_folder(folder.strip("/")) else None


def is_plain_folder(folder: str) -> bool:
    """Whether a folder (relative, `/`) is one in the vault that Obsidian shows."""
    return bool(folder) and folder.isprintable() and not any(part[:1] in ("", ".") or "\\" in part or ":" in part for part in folder.split("/"))


def _read_json(path: str) -> dict[str, Any]:
    """A settings file of Obsidian; empty when it is not there or not what it should be."""
    data = read_setting_file(path)
    if not data:
        return {}
    import json

    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
