"""What sort of note it is: whose folder, type or tag makes it a contact, and which day it belongs to."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from posixpath import basename
from typing import TYPE_CHECKING

from ..model.pattern import pattern
from ..model.resolve import beginnings, composed
from ..model.settings import Settings
from .links import find_tags

if TYPE_CHECKING:
    from .blocks import Body

# The note of whoever owns the vault.
ME = "me.md"
_ISO_NAME = pattern(r"(\d{4}-\d{2}-\d{2})(?!\d)", re.ASCII)


class NoteKinds:
    """Tells the sorts of notes apart by the settings of one vault."""

    def __init__(self, settings: Settings) -> None:
        self.order = settings.date_order
        self._folders = beginnings(settings.contacts_folders)
        self.types = frozenset(word.casefold() for word in settings.contact_types)
        self.tags = frozenset(word.casefold().lstrip("#") for word in settings.contact_tags)
        signs = "|".join(map(re.escape, sorted(self.tags)))
        self.tag_sign = re.compile(f"#(?:{signs})", re.IGNORECASE) if signs else None
        self.daily: Callable[[str], date | None] | None = None
        if settings.daily_format:
            from .daily_format import daily_pattern

            self.daily = daily_pattern(settings.daily_format)

    def is_among_contacts(self, path: str) -> bool:
        """Whether the note lies in a contacts folder."""
        return (path if path.isascii() else composed(path)).startswith(self._folders)

    def says_contact(self, types: Iterable[str], tags: Iterable[str]) -> bool:
        """Whether front matter with these types and tags makes the note a contact."""
        return any(word.strip().casefold() in self.types for word in types) or any(map(self._is_contact_tag, tags))

    def _is_contact_tag(self, tag: str) -> bool:
        return tag.casefold().partition("/")[0] in self.tags

    def may_be_tagged(self, text: str) -> bool:
        """A quick look: may a tag in the text make the note a contact?"""
        return self.tag_sign is not None and "#" in text and self.tag_sign.search(text) is not None

    def is_tagged(self, body: "Body") -> bool:
        """Whether a tag in the text (not in code or comments) makes the note a contact."""
        return any(
            self._is_contact_tag(tag)
            for number, line in enumerate(body.lines, body.first)
            if "#" in line and number not in body.code and number not in body.indented
            for tag in find_tags(line))

    def day(self, path: str, written: str) -> date | None:
        """The day of a daily or meeting note: by its file name, or what is written behind `date:`."""
        match = _ISO_NAME.match(basename(path))
        if match:
            try:
                return date.fromisoformat(match[1])
            except ValueError:
                pass
        day = self.daily(path[:-3]) if self.daily is not None else None
        if day is None and written:
            from .written_date import read_written_date

            found = read_written_date(written, self.order)
            day = found.day if found else None
        return day


def may_matter(body: str) -> bool:
    """Whether a note that is no contact can say anything about one: only with a link."""
    return "[[" in body or "](" in body
