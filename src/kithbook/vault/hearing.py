"""What was promised for sure to somebody alone in the log of their own note lately, and stands nowhere in it as a task: heard
where the note is read anyway. (What stands elsewhere can be written down elsewhere, and is for `nb scan`.)

A note in brief keeps it (`Summary.spoken`), so that the agenda can tell of it without reading on. What is heard covers every
day on which the note in brief holds: those from `since` on.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from ..model.dates import add_days
from ..model.note import Note
from ..model.pattern import pattern
from ..model.settings import Settings
from ..model.spoken_promise import LATELY, Spoken, SpokenPromise
from ..model.summary import Summary
from ..text.talk.sieve import Sieve, is_sure

if TYPE_CHECKING:
    from ..text.talk.finder import PromiseFinder

# Days: what is older is not listened to while it is told of no more, so that an agenda of last month can be asked for, too.
_LISTENED = 2 * LATELY

_DAY_OF_ITEM = pattern(rb"\n- (\d{4}-\d\d-\d\d)\b")
# A line with a number, which a date has; of tasks only those that may begin with one.
_MAY_BE_DATED = pattern(rb"\n(?![ \t]*+[-*+] \[[^\n]\] (?!\W*+\d))[^\n\d]*+\d")
# The rest of an entry as most are, behind its day: of it the words alone can be listened to.
_USUAL = pattern(r" ([a-z]++)(?: in| out)?(?: with [^:`%<#\n]*+)?: ([^\n]++)\n*+")
# Signs with which words may be others than they seem.
_MARKED = pattern(r"[`%<#:\\]")


class Unheard(Exception):
    """A note is to be heard by somebody else, who has loaded a language already."""


class Listener:
    """Listens to the notes of one vault, on the day `today`. So many notes it leaves `Unheard`, if a language were to be loaded for them."""

    def __init__(self, settings: Settings, today: date, *, leaves: int = 0) -> None:
        self._settings = settings
        self._leaves = leaves
        self._today = today
        self._first = add_days(today, -_LISTENED)
        self._sieve = Sieve(settings)

    @cached_property
    def _finder(self) -> "PromiseFinder":
        if self._leaves:
            self._leaves -= 1
            raise Unheard
        from ..text.talk.finder import PromiseFinder

        return PromiseFinder(self._settings)

    def _read(self, path: str, data: bytes) -> Note:
        """The note in full, with its prose when it may quote somebody."""
        from ..text.note import NoteReader

        return NoteReader(self._settings, prose=b">" in data).read(path, data)

    @cached_property
    def _words(self) -> Mapping[str, str]:
        from ..text.log_head import WORDS

        return {**WORDS, **self._settings.kinds}

    def hear(self, path: str, data: bytes, summary: Summary, late: tuple[bytes, ...] | None = None) -> tuple[tuple[Spoken, ...], int]:
        """What was promised in a note with these bytes, and from which day (an ordinal) on that is all that counts.

        `late` is what its late entries say, where that is known (see `quick_log.Log`).
        """
        newest = summary.newest
        if newest is None or summary.confidential or summary.kind != "contact":
            return (), 0
        first = self._first
        if newest <= self._today:
            if newest < first:
                return (), newest.toordinal() + LATELY + 1
            first, since = add_days(newest, -LATELY), 0  # the note in brief holds from its newest entry on
        else:
            before = max((entry.date for entry in summary.entries if entry.date < first), default=None)
            since = before.toordinal() + LATELY + 1 if before else 0
        if not (self._may_hold(data, first) if late is None else any(map(self._may_be_said, late))):
            return (), since
        note = self._read(path, data)
        return (() if note.confidential else tuple(self._promises(note, first))), since

    def _may_hold(self, data: bytes, first: date) -> bool:
        """Whether a note can hold a promise of a day from `first` on; False is certain."""
        return any(self._sieve.lets_through(said) and self._may_be_promise(said) for said in _of_lately(data, first.isoformat().encode()))

    def _may_be_said(self, text: bytes) -> bool:
        """Whether the text of an entry, its head apart, can be a promise; False is certain."""
        return self._sieve.lets_through(text) and self._is_promised(text.decode())

    def _may_be_promise(self, said: bytes) -> bool:
        usual = _USUAL.fullmatch(said.decode("utf-8", "replace"))
        return usual is None or usual[1] not in self._words or self._is_promised(usual[2])

    def _is_promised(self, text: str) -> bool:
        return _MARKED.search(text) is not None or bool(self._find(text.rstrip(), self._today))

    def _find(self, text: str, made: date) -> list[SpokenPromise]:
        from ..text.links import show_links

        shown = show_links(text)
        return [said for said in self._finder.find(shown, made) if is_sure(said, shown)]

    def _promises(self, note: Note, first: date) -> Iterator[Spoken]:
        from ..query.unrecorded import in_words, is_recorded, own_words
        from ..text.remarks import is_declared_none, quoted_lines

        quoted = quoted_lines(note.prose) if ">" in note.prose else frozenset[str]()
        tasks = in_words(note.tasks)
        for entry in note.entries:
            if entry.date < first or entry.with_links or not isinstance(entry.text, str) or is_declared_none(entry.text):
                continue
            for said in self._find(own_words(entry.text, quoted), entry.date):
                if not is_recorded(said.action, said.due, entry.date, tasks):
                    yield Spoken(note.path, entry.line, entry.date, said.who, said.action, said.due, said.confidence)


def _of_lately(data: bytes, first: bytes) -> Iterator[bytes]:
    """What of a contact's note can stand in entries of days from `first` (ISO) on: of most of them, what follows their day."""
    end = data.find(b"\n---", 3) + 4 if data[:3] == b"---" else 0
    before, *parts = _DAY_OF_ITEM.split(b"\n" + data[max(end, 0) :])
    rest = [before]
    for day, text in zip(parts[::2], parts[1::2], strict=True):
        # An item that was said long ago ends with its line, any with a heading: whatever follows may be something else.
        ends = text.find(b"\n#" if day >= first else b"\n")
        if day >= first:
            yield text if ends < 0 else text[: ends + 1]
        if ends >= 0:
            rest.append(text[ends:])
    others = b"\n".join(rest)
    if _MAY_BE_DATED.search(others):
        yield others
