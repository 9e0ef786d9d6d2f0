"""The part of the index that has which notes there are, folder by folder, and what they looked like from outside."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from ..model.record import NamedTuple
from .index_fault import trouble_is_a_fault
from .listing import Folder

FOLDER_TABLE = """
create table folder (base text primary key, stamp integer, rules integer, notes text, folders text, stamps blob) without rowid;
"""
_FOLDERS = "select base, stamp, rules, notes, folders, stamps from folder"


class KnownFolder(NamedTuple):
    """A folder as it was found, and the stamps of its notes when they were read (see `stamps.look_at`)."""

    folder: Folder
    stamps: bytes


class FolderRows:
    """Reads and writes the rows. Every method may raise `IndexFault`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def known(self) -> dict[str, KnownFolder]:
        """All folders, by their paths (ending in `/`, or empty)."""
        with trouble_is_a_fault():
            return _known(self._connection.execute(_FOLDERS).fetchall())

    def known_at(self, bases: Iterable[str]) -> dict[str, KnownFolder]:
        """Those of the folders with these paths that are known."""
        with trouble_is_a_fault():
            return _known([row for base in bases for row in self._connection.execute(f"{_FOLDERS} where base = ?", (base,))])

    def keep(self, kept: Mapping[str, KnownFolder], gone: Iterable[str]) -> None:
        """Replace what is known of some folders, and forget others."""
        with trouble_is_a_fault():
            self._connection.executemany("delete from folder where base = ?", [(base,) for base in gone])
            self._connection.executemany(
                "insert or replace into folder values (?, ?, ?, ?, ?, ?)",
                [(base, known.folder.stamp, known.folder.rules, "/".join(known.folder.notes), "/".join(known.folder.folders),
                  known.stamps) for base, known in kept.items()])


def _known(rows: Iterable[tuple[Any, ...]]) -> dict[str, KnownFolder]:
    return {base: KnownFolder(Folder(stamp, rules, _names(notes), _names(folders)), stamps)
            for base, stamp, rules, notes, folders, stamps in rows}


def _names(joined: str) -> tuple[str, ...]:
    """Names that were joined by the one sign that none of them has."""
    return tuple(joined.split("/")) if joined else ()
