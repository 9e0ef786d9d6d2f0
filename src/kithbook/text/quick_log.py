"""The usual log of a contact, in brief; see `quick`.

The entries stay columns of bytes until it is known which of them can still matter: most
are settled for good, and are never made an `Entry`.
"""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter, gt, lt

from ..model.dates import add_days, parse_day
from ..model.entry import PRIVATE_KINDS, TELLING_TAGS, Direction, Entry
from ..model.introducer import INTRODUCTIONS, TELL_OF_OTHERS, with_introducer
from ..model.note import Note
from ..model.pattern import pattern
from ..model.promise import Promise
from ..model.record import NamedTuple
from ..model.settings import DateOrder
from ..model.signed import split_signature
from ..model.spoken_promise import LATELY
from ..model.standing import Effect, effect_of, live_places
from ..model.summary import summarise
from ..model.withheld import Withheld
from .links import find_tags
from .log_head import GIVEN_DIRECTIONS, Head, default_direction, read_head
from .quick_lines import Plain, read_links, split_plain
from .time_order import in_time_order
from .written_date import read_written_date

_WORD = pattern("[a-z]+")
_HEADING = pattern(rb"\n#[^\n]*+")
_TAG_SIGN, _LINK_END = b"#]"
_MAX_DAYS = 1 << 17


# What a word of the log and its direction make of an entry.
_Head = tuple[str, Direction | None]


class Log(NamedTuple):
    """What the body of a contact's note says, as in `model.summary.Summary`.

    `late` is what the entries of the last days say (`LATELY` before the newest), head apart, as it is written; None when that is
    not known.
    """

    newest: date | None
    entries: tuple[Entry, ...]
    tasks: tuple[Promise, ...]
    late: tuple[bytes, ...] | None = None


class QuickLog:
    """Reads usual logs. `words` maps the words of a log to their kinds. With `whole`, every entry is kept."""

    def __init__(self, words: Mapping[str, str], order: DateOrder | None, *, whole: bool = False) -> None:
        self.words = words
        self.order = order
        self.whole = whole
        self.days: dict[bytes, date] = {}
        self._firsts: dict[bytes, bytes] = {}
        self.heads: dict[bytes, _Head] = {}
        self.effects: dict[bytes, Effect] = {}
        self._private = tuple(word for word, kind in words.items() if kind in PRIVATE_KINDS)
        in_ascii = bool(self._private) and all(map(str.isascii, self._private))
        self._private_heading = pattern(rb"\n#[^\n]*?(?i:%b)" % "|".join(map(re.escape, self._private)).encode()) if in_ascii else None
        for word, kind in words.items():
            for given in GIVEN_DIRECTIONS if _WORD.fullmatch(word) else ():
                direction = given or default_direction(word, kind)
                head = (f"{word} {given}: " if given else f"{word}: ").encode()
                self.heads[head] = kind, direction
                self.effects[head] = effect_of(kind, direction)
        self._introducing = frozenset(head for head, (kind, direction) in self.heads.items() if kind in INTRODUCTIONS and direction == "in")

    def read(self, path: str, body: bytes, line: int) -> Log | None:
        """What a body says, which begins with the break at the end of line `line`; None when it is not usual."""
        plain = split_plain(path, body, line)
        if plain is None or self.may_have_private_section(body):
            return None
        parts, lines, tasks, loose = plain
        if not (lines or loose):
            return Log(None, (), tuple(tasks), ())
        days, heads, texts = parts[1::4], parts[2::4], parts[3::4]
        try:
            effects = list(map(self.effects.__getitem__, heads))
        except KeyError:  # a head that says more, or is written more freely
            if not self._hear_directions(heads, texts):
                return self._read_freely(path, plain)
            effects = list(map(self.effects.__getitem__, heads))
        if loose:
            return self._read_freely(path, plain)
        if not self._know(days):
            return None
        newest = max(days)
        first = self._first_of_late(newest)
        late = tuple([text for day, text in zip(days, texts, strict=True) if day >= first])
        return Log(self.days[newest], self._kept_entries(path, days, lines, heads, texts, effects), tuple(tasks), late)

    def may_have_private_section(self, body: bytes) -> bool:
        """Whether a heading may be that of a reflection, which what stands in its section is part of."""
        if self._private_heading is not None:
            return self._private_heading.search(body) is not None
        return b"\n#" in body and any(
            word in heading for heading in map(str.lower, map(bytes.decode, _HEADING.findall(body))) for word in self._private)

    def _hear_directions(self, heads: list[bytes], texts: list[bytes]) -> bool:
        """Give back to the texts the words behind heads that may tell the direction, and to the heads what they tell; False for other heads."""
        from .log_clear import clear_direction

        for head in set(heads).difference(self.effects):
            end = head.index(b": ") + 2
            known = self.heads.get(head[:end])
            if known is None or head[end : end + 1] == b" ":
                return False
            given = head[:end].endswith((b" in: ", b" out: "))
            place = -1
            for _ in range(heads.count(head)):
                place = heads.index(head, place + 1)
                said = head[end:] + texts[place]
                told = not given and clear_direction(known[0], said.decode()) is not None
                heads[place], texts[place] = head[: end - 2] + b" in: " if told else head[:end], said
        return True

    def _first_of_late(self, newest: bytes) -> bytes:
        """The first of the last days before the newest, as it is written."""
        first = self._firsts.get(newest)
        if first is None:
            first = self._firsts[newest] = add_days(self.days[newest], -LATELY).isoformat().encode()
        return first

    def _know(self, days: Iterable[bytes]) -> bool:
        """Whether all of these are days; from now on their dates are in `self.days`."""
        if all(map(self.days.__contains__, days)):
            return True
        if len(self.days) > _MAX_DAYS:
            self.days.clear()
        for written in days:
            day = parse_day(written.decode())
            if day is None:
                return False
            self.days[written] = day
        return True

    def _kept_entries(self, path: str, days: list[bytes], lines: list[int], heads: list[bytes], texts: list[bytes],
                      effects: list[Effect]) -> tuple[Entry, ...]:
        """The entries that a summary keeps, oldest first."""
        if _TAG_SIGN in b"".join(texts):
            for place, text in enumerate(texts):
                if _TAG_SIGN in text:
                    effects[place] = effect_of(*self.heads[heads[place]], find_tags(text.decode()))
        order = _time_order(days)
        live, kept = self._kept_places(order, heads, texts, effects)
        entries = []
        for place in filter(kept.__contains__, order):
            said = texts[place].decode().rstrip()
            by, said = split_signature(said) if "::" in said else (None, said)
            kind, direction = self.heads[heads[place]]
            links, with_links = read_links(said, kind) if "]" in said else _NO_LINKS
            if with_links or place in live or kind in TELL_OF_OTHERS:
                entry = _new(Entry, (
                    path, lines[place], self.days[days[place]], None, kind, direction, said,
                    find_tags(said) if "#" in said else (), with_links, links, by))
                if kind in PRIVATE_KINDS:
                    entry = _private(entry)
                elif kind in TELL_OF_OTHERS:
                    entry = with_introducer(entry) if direction == "in" else entry  # what I did names no other who did it
                    if not (entry.links or place in live):
                        continue
                entries.append(entry)
        return tuple(entries)

    def _kept_places(self, order: Sequence[int], heads: list[bytes], texts: list[bytes],
                     effects: list[Effect]) -> tuple[Container[int], Container[int]]:
        """The places of the entries that are live, and of these with those that may be kept for what they link."""
        if self.whole:
            return (everything := range(len(texts))), everything
        live = {order[place] for place in live_places(effects[::-1] if isinstance(order, range) else [effects[place] for place in order])}
        introducing = not self._introducing.isdisjoint(heads)
        return live, live.union([place for place, text in enumerate(texts)
                                 if _LINK_END in text or (introducing and heads[place] in self._introducing)])

    def _read_freely(self, path: str, plain: Plain) -> Log | None:
        """What a body says in which entries are written in other forms, too."""
        parts, lines, tasks, loose = plain
        loose = loose.copy()
        entries: list[Entry] = []
        for line, day, head, text in zip(lines, parts[1::4], parts[2::4], parts[3::4], strict=True):
            known = self.heads.get(head.rstrip(b" ") + b" ")
            if known is None:
                loose.append((line, b"%b %b%b" % (day, head, text)))
            elif not self._know([day]):
                return None
            else:
                said = text.decode().rstrip()
                entries.append(make_entry(path, line, self.days[day], None, Head(*known, said, named=True), said))
        for line, item in loose:
            said = item.decode()
            written = read_written_date(said, self.order)
            if written is None:
                continue
            if written.day is None:
                return None
            free = read_head(said[written.end :], self.words)
            entries.append(make_entry(path, line, written.day, written.minute, free, said))
        entries.sort(key=attrgetter("line"))
        brief = summarise(Note(path, "contact", False, None, None, in_time_order(entries, newest_first=True),
                               tuple(tasks), ((),) * len(tasks), ()), live_only=not self.whole)
        return Log(brief.newest, brief.entries, brief.tasks)


def make_entry(path: str, line: int, day: date, minute: int | None, head: Head, whole: str, *, own: bool = True) -> Entry:
    """The entry that a plain line is, whatever its form; `whole` is all of it that may hold links and tags.

    It stands in a contact's `own` note, or counts for those whom it links.
    """
    by, whole = split_signature(whole)
    links, with_links = read_links(whole, head.kind)
    entry = Entry(path, line, day, minute, head.kind, head.direction, head.text if by is None else split_signature(head.text)[1],
                  find_tags(whole), with_links, links, by)
    return _private(entry, own=own) if head.kind in PRIVATE_KINDS else with_introducer(entry) if head.kind in INTRODUCTIONS else entry


def _private(entry: Entry, *, own: bool = True) -> Entry:
    """The entry with nothing of its text."""
    return entry._replace(text=Withheld("", "private"), tags=tuple(tag for tag in entry.tags if tag in TELLING_TAGS),
                          links=entry.with_links if own else entry.links, by=None)


_NO_LINKS: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
_new = tuple.__new__  # half the time of calling the class


def _time_order(days: list[bytes]) -> Sequence[int]:
    """The places of the entries, oldest first: a range when the note has the newest first, as most do.

    Entries of one day keep the order that the note keeps.
    """
    if days == sorted(days, reverse=True):
        return range(len(days) - 1, -1, -1)
    places = list(range(len(days)))
    if sum(map(lt, days, days[1:])) <= sum(map(gt, days, days[1:])):
        places.reverse()
    places.sort(key=days.__getitem__)
    return places
