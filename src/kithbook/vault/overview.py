"""What the rules of `checks` look at: the notes with their text, and what lies around them."""

import os
from collections.abc import Iterator, Sequence
from datetime import date

from ..checks.overview import MergeUnion, SavedQuery, Surroundings
from ..checks.page import Page, make_page, read_page
from ..errors import VaultError
from ..model.note import Note
from ..model.pattern import pattern
from ..model.settings import Settings
from ..model.settings_file import SETTINGS_FILE
from ..text.front_matter import read_front_matter
from ..text.lines import plain_text
from ..text.note import NoteReader
from ..text.profile import is_withheld
from .files import read_setting_file
from .ignore import is_ignored, parse_rules
from .reading import bytes_or_note
from .reports import Report

REPORTS = ("agenda", "promises")
_UNION = pattern(r"[ \t]*(\"(?:[^\"\\]|\\.)*\"|[^\s\"#]\S*)[ \t](?:.*[ \t])?merge=union(?:[ \t]|$)")


def read_pages(root: str, paths: Sequence[str], reader: NoteReader, today: date) -> Iterator[Page]:
    """The notes in full, each with its text."""
    for path in paths:
        data = bytes_or_note(root, path, reader)
        yield make_page(data, b"", reader.settings, today) if isinstance(data, Note) else read_page(reader, path, data, today)


def look_around(root: str, settings: Settings, paths: Sequence[str]) -> Surroundings:
    """The surroundings of the notes at these paths."""
    try:
        reports = [Report(root, settings.reports_folder, name).state() for name in REPORTS]
    except VaultError:  # the folder leads out of the vault: said when a report is to be written
        reports = []
    return Surroundings(tuple(state for state in reports if state is not None), tuple(_find_unions(root, paths)),
                        tuple(_saved_queries(root, settings)))


def _saved_queries(root: str, settings: Settings) -> Iterator[SavedQuery]:
    """The queries that are set, with their places."""
    if settings.queries:
        data = read_setting_file(os.path.join(root, SETTINGS_FILE)) or b""
        nodes = read_front_matter(plain_text(data.decode("utf-8", "replace")), 1)["queries"].data
        for name, node in nodes.items() if isinstance(nodes, dict) else ():
            if name in settings.queries:
                yield SavedQuery(name, settings.queries[name], node.line, node.column)


def _find_unions(root: str, paths: Sequence[str]) -> Iterator[MergeUnion]:
    """The lines of git's attribute files, read as text, that join both sides of a merge in one of the notes."""
    top = root
    while not os.path.lexists(os.path.join(top, ".git")):
        above = os.path.dirname(top)
        if above == top:
            top = root
            break
        top = above
    outer = "" if top == root else os.path.relpath(root, top).replace(os.sep, "/") + "/"
    folders = {part for path in paths for part in _folders_of(outer + path)}
    files = [("", ".git/info/attributes"), *((base, f"{base}.gitattributes") for base in sorted(folders))]
    for base, file in files:
        data = read_setting_file(os.path.join(top, file))
        if data is None or b"merge=union" not in data:
            continue
        shown = os.path.relpath(os.path.join(top, file), root).replace(os.sep, "/")
        for number, line in enumerate(plain_text(data.decode("utf-8", "replace")).split("\n"), 1):
            match = _UNION.match(line)
            rules = parse_rules(match[1].strip('"').encode(), base) if match else None
            if rules is not None and any(
                    path.startswith(base) and is_ignored((rules,), path, folder=False) for path in (outer + path for path in paths)):
                yield MergeUnion(shown, number)


def _folders_of(path: str) -> Iterator[str]:
    """The folders a path lies in, from the top (``) down, each ending in `/`."""
    yield ""
    at = path.find("/")
    while at >= 0:
        yield path[: at + 1]
        at = path.find("/", at + 1)


def shown_settings(root: str) -> list[str]:
    """The lines of `nb.yaml` that may be shown."""
    data = read_setting_file(os.path.join(root, SETTINGS_FILE)) or b""
    return ["" if is_withheld(line) else line for line in plain_text(data.decode("utf-8", "replace")).split("\n")]
