"""A note's bytes in, its facts and problems out.

What reads a note of any form (`full_note`) is loaded for the first note that is not of the usual one.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from ..model.settings import Settings
from .decode import decode_note, decode_plain, plain_bytes
from .log_head import WORDS
from .note_kind import ME, NoteKinds

if TYPE_CHECKING:
    from ..model.note import Note
    from ..model.problem import Problem
    from ..model.summary import Summary
    from .full_note import FullReader
    from .quick import Brief, QuickReader


class NoteReader:
    """Reads notes by the settings of one vault. With `prose`, whole notes hold what of their text may be shown."""

    def __init__(self, settings: Settings, *, prose: bool = False) -> None:
        self.settings = settings
        self.prose = prose
        self.words = {**WORDS, **settings.kinds}
        self.kinds = NoteKinds(settings)

    @cached_property
    def quick(self) -> "QuickReader":
        """Reads notes of the usual form in brief."""
        from .quick import QuickReader

        return QuickReader(self.settings, self.words, self.kinds)

    @cached_property
    def _quick_logs(self) -> "QuickReader":
        """The same, with whole logs."""
        from .quick import QuickReader

        return QuickReader(self.settings, self.words, self.kinds, whole_logs=True)

    @cached_property
    def _full(self) -> "FullReader":
        from .full_note import FullReader

        return FullReader(self.settings, self.words, self.kinds, prose=self.prose)

    def summarise(self, path: str, data: bytes) -> "Summary":
        """Read what matters of the note with these bytes. `path` is relative to the vault, with `/`."""
        return self.brief(path, data)[0]

    def brief(self, path: str, data: bytes) -> "Brief":
        """The same, and what the late entries of a usual note say, see `quick_log.Log`."""
        data = plain_bytes(data)
        text = decode_plain(data)
        if not isinstance(text, str):
            from ..model.summary import summarise
            from .full_note import undecodable_note

            return summarise(undecodable_note(path, data, text, self.kinds)), None
        quick = None if path == ME else self.quick.read(path, data)
        return quick if quick is not None else (self._full.summarise(path, text, self.quick.log), None)

    def whole_log(self, path: str, data: bytes) -> "Summary":
        """The summary of a note, with all of its entries."""
        from ..model.summary import summarise

        plain = plain_bytes(data)
        usual = path != ME and isinstance(decode_plain(plain), str)
        brief = self._quick_logs.read(path, plain) if usual else None
        return brief[0] if brief is not None else summarise(self.read(path, data), live_only=False)

    def read(self, path: str, data: bytes) -> "Note":
        """Read the note with these bytes in full. `path` is relative to the vault, with `/`."""
        text = decode_note(data)
        if not isinstance(text, str):
            from .full_note import undecodable_note

            return undecodable_note(path, data, text, self.kinds)
        return self._full.read(path, text)

    def unread(self, path: str, problem: "Problem") -> "Note":
        """The note when there are no bytes to be read, as the problem says."""
        from .full_note import unread_note

        return unread_note(path, problem, self.kinds)
