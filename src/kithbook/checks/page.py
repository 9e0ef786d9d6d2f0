"""A note as the rules look at it: its text, what was read of it, and where things stand in it."""

import re
from collections.abc import Collection
from datetime import date
from functools import cached_property

from ..model.note import Note
from ..model.settings import Settings
from ..text.blocks import Body
from ..text.front_matter import Split, split_note
from ..text.lines import plain_text
from ..text.note import NoteReader
from ..text.structure import scan_body


class Page:
    """One note. `text` has line feeds alone, and is empty when the note cannot be read or does not count."""

    def __init__(self, path: str, text: str, note: Note, settings: Settings, today: date) -> None:
        self.path = path
        self.text = text
        self.note = note
        self.settings = settings
        self.today = today

    @cached_property
    def split(self) -> Split:
        return split_note(self.text)

    @cached_property
    def body(self) -> Body:
        """The structure of the text. (Scanned anew: ask only when something is suspected.)"""
        return scan_body(self.split.body, self.split.body_line)

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def column_of(self, line: int, signs: Collection[str]) -> int:
        """Where on a line the first of these signs stands; without any, its first sign of all."""
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        places = [at for sign in signs if (at := text.find(sign)) >= 0]
        return min(places, default=len(text) - len(text.lstrip())) + 1

    def key_at(self, line: int) -> str:
        """The property that a line of the front matter belongs to; empty for a line of the text."""
        if line < self.split.body_line:
            for number in range(line, 1, -1):
                text = self.lines[number - 1]
                if text[:1] not in ("", " ", "\t", "-", "#"):
                    return text.partition(":")[0].strip(" \"'")
        return ""

    def place_of(self, key: str) -> tuple[int, int]:
        """Line and column of a key in the front matter; 1:1 when it is not there."""
        front = self.split.front or ""
        found = re.search(rf"""^["']?{re.escape(key)}["']?[ \t]*:""", front, re.MULTILINE)
        return (front.count("\n", 0, found.start()) + 2, 1) if found else (1, 1)


def read_page(reader: NoteReader, path: str, data: bytes, today: date) -> Page:
    """The page of the note with these bytes, wherever they come from."""
    return make_page(reader.read(path, data), data, reader.settings, today)


def make_page(note: Note, data: bytes, settings: Settings, today: date) -> Page:
    """The page of a note that was read from these bytes."""
    counts = note.kind not in ("skipped", "unreadable")
    return Page(note.path, plain_text(data.decode("utf-8", "replace")) if counts else "", note, settings, today)
