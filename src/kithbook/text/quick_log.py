"""The usual log of a contact, read from bytes; see `quick`.

Every line is looked at, and none is made a string but those that are kept: the entries
that still matter, and the open promises. No expression here gives back what it has taken,
so that the time is linear in the length of a note, whatever the note is.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from operator import attrgetter, gt, lt
from typing import Any, NamedTuple

from ..model.dates import parse_day
from ..model.entry import PRIVATE_KINDS, Direction, Entry
from ..model.note import Note
from ..model.promise import Promise
from ..model.settings import DateOrder
from ..model.standing import Effect, effect_of, live_places
from ..model.summary import summarise
from ..model.withheld import Withheld
from .links import find_links, find_tags, find_with_links
from .log_head import GIVEN_DIRECTIONS, Head, default_direction, read_head
from .marks import may_hold_marks
from .task_line import TaskLine, read_task
from .time_order import in_time_order
from .written_date import read_written_date

# A word that may be a month's or a weekday's, as `written_date` matches them, by its first letters.
_MONTH = (
    rb"(?:[jJ](?:[aA][nN]|[uU][lLnN])|[fF][eE][bB]|[mM][aA][rRyY]|[aA](?:[pP][rR]|[uU][gG])|[sS][eE][pP]|[oO][cC][tT]"
    rb"|[nN][oO][vV]|[dD][eE][cC])"
)
_WEEKDAY = (
    rb"(?:[mM][oO][nN]|[tT](?:[uU][eE]|[hH][uU])|[wW][eE][dD]|[fF][rR][iI\x80-\xff]|[sS](?:[aA][tT]|[uU][nN]))"
)
_BETWEEN = rb"[A-Za-z]*+[^\nA-Za-z0-9\x80-\xff]*+"
# The rest of a text behind its first signs, when that may be a date: a digit, or such a word and then a digit (or a
# month). (`ſ` is an `s` where case does not count.)
_DATE = (
    rb"(?:[0-9]|\xc5\xbf|" + _MONTH + _BETWEEN + rb"[0-9\x80-\xff]|"
    + _WEEKDAY + _BETWEEN + rb"(?:[0-9\x80-\xff]|" + _MONTH + rb"))"
)
# Whether a text may begin with a date, with signs before it or as a link to a note with a path.
_MAY_BE_DATED = (
    rb"(?:[^\nA-Za-z0-9\xc5[]|\xc5(?!\xbf)|\[(?!\[))*+(?:" + _DATE
    + rb"|\[\[(?:[^][|\#/\n]*+/|(?:[^\nA-Za-z0-9\xc5]|\xc5(?!\xbf))*+" + _DATE + rb"))"
)
# How a text begins that opens nothing: no nested item, checkbox, quote, fence, table or rule.
_BEGINS_PLAINLY = rb"(?:[A-Za-z\x80-\xff\"'(@]|\[(?:\[[^]\n]|[A-Za-z]{2})|[*_]{1,2}+[A-Za-z])"
# The first line that is not plain. Plain are items at the margin (with a checkbox or beginning plainly) with nothing
# but an item, a heading or an empty line behind them, headings, and lines of text.
_NOT_PLAIN = re.compile(
    rb"""\n(?!\n)(?:
    -(?!\ (?:\[[ -Z^-~]\]\ ++[!-=?-~\x80-\xff]|(?!""" + _MAY_BE_DATED + rb")" + _BEGINS_PLAINLY + rb"""))
    |-.*+\n(?:[^\n\#-]|\#(?!\#{0,5}\ ))
    |\#(?!(?!""" + _MAY_BE_DATED + rb""")(?:\#{0,5}\ |[A-Za-z]))
    |(?=[^\n\#-])(?:(?!""" + _BEGINS_PLAINLY + rb""")|""" + _MAY_BE_DATED + rb"))",
    re.VERBOSE,
)
# What may be a mark: a word of a tag's length behind its sign; a callout; wide signs that look the same.
_LONG_TAG = re.compile(rb"#[\s\x1c-\x1f]*+([\w/\x80-\xff-]{7,}+)")
_CALLOUT = re.compile(rb"\[[\x80-\xff]*+!")
_WIDE_SIGN = re.compile(rb"\xef(?:\xbc[\x81\x83\xbb]|\xb9\x9f)")
# An entry as most are: day, head (with the colon and white space behind it), text.
ENTRY = re.compile(rb"\n- (\d{4}-\d\d-\d\d) ([^:\n]++: ++)(\S.*+)")
# An item that may be dated in any other way, and that opens nothing; nothing but an item, a heading or an empty line
# stands behind it.
_LOOSE_ITEM = re.compile(
    rb"\n- (?![0-9]{1,9}[.)](?:[ \t\n]|\Z))((?:[0-9]|[*_]{1,3}+[0-9[]|" + _BEGINS_PLAINLY + rb").*+)(?=\n(?:[\n-]|#{1,6} |\Z)|\Z)"
)
_OPEN_TASK = re.compile(rb"\n- \[[^xX-]\] ++(.*+)")
# A text with one link, and that to somebody who was there.
_COMPANY = re.compile(r"[^[]*+(?<= with )\[\[(?!\s)([^\[\]|#^\n\\]{1,200}+)(?<!\s)\]\][^[]*+")
# The words of a promise that hold no date, tag or other field.
_MERE_WORDS = re.compile(r"[^\W_](?:[\w,.'/()&-]++|[ ](?=[^ ]))*+(?:\[\[[\w ,.'/()&-]++\]\])?+")
_WORD = re.compile("[a-z]+")
_TAG_SIGN, _BRACKET, _LINK_END = b"#[]"
_AN_ITEM = b"\n- a"
_MAX_DAYS = 1 << 17


# What a word of the log and its direction make of an entry.
_Head = tuple[str, Direction | None]


class Plain(NamedTuple):
    """A body in which every line is plain.

    `parts` are by turns what stands between the entries, and the day, head and text of each;
    `lines` are the lines of these, `tasks` the open promises, `loose` the items that may be
    dated in another way, with their lines.
    """

    parts: list[bytes]
    lines: list[int]
    tasks: list[Promise]
    loose: list[tuple[int, bytes]]


class Log(NamedTuple):
    """What the body of a contact's note says, as in `model.summary.Summary`."""

    newest: date | None
    entries: tuple[Entry, ...]
    tasks: tuple[Promise, ...]


class QuickLog:
    """Reads usual logs. `words` maps the words of a log to their kinds."""

    def __init__(self, words: Mapping[str, str], order: DateOrder | None) -> None:
        self.words = words
        self.order = order
        self.days: dict[bytes, date] = {}
        self.heads: dict[bytes, _Head] = {}
        self.effects: dict[bytes, Effect] = {}
        for word, kind in words.items():
            for given in GIVEN_DIRECTIONS if _WORD.fullmatch(word) else ():
                direction = given or default_direction(word, kind)
                head = (f"{word} {given}: " if given else f"{word}: ").encode()
                self.heads[head] = kind, direction
                self.effects[head] = effect_of(kind, direction)

    def read(self, path: str, body: bytes, line: int) -> Log | None:
        """What a body says, which begins with the break at the end of line `line`; None when it is not usual."""
        plain = split_plain(path, body, line)
        if plain is None:
            return None
        parts, lines, tasks, loose = plain
        if not (lines or loose):
            return Log(None, (), tuple(tasks))
        days, lines, heads, texts = _in_time_order(parts[1::4], lines, parts[2::4], parts[3::4])
        try:
            effects = list(map(self.effects.__getitem__, heads))
        except KeyError:  # a head that says more, or is written more freely
            return self._read_freely(path, plain)
        if loose:
            return self._read_freely(path, plain)
        if not self._know(days):
            return None
        return Log(self.days[days[-1]], self._kept_entries(path, days, lines, heads, texts, effects), tuple(tasks))

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
        """The entries that are live or name others."""
        if _TAG_SIGN in b"".join(texts):
            for place, text in enumerate(texts):
                if _TAG_SIGN in text:
                    effects[place] = effect_of(*self.heads[heads[place]], find_tags(text.decode()))
        live = set(live_places(effects))
        entries = []
        for place in sorted(live.union([place for place, text in enumerate(texts) if _LINK_END in text])):
            said = texts[place].decode().rstrip()
            links, with_links = read_links(said) if "]" in said else _NO_LINKS
            if with_links or place in live:
                kind, direction = self.heads[heads[place]]
                entries.append(_new(Entry, (
                    path, lines[place], self.days[days[place]], None, kind, direction,
                    said if kind not in PRIVATE_KINDS else Withheld("", "private"),
                    find_tags(said) if "#" in said else (), with_links, links)))
        return tuple(entries)

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
                               tuple(tasks), ((),) * len(tasks), ()))
        return Log(brief.newest, brief.entries, brief.tasks)


def make_entry(path: str, line: int, day: date, minute: int | None, head: Head, whole: str) -> Entry:
    """The entry that a plain line is, whatever its form; `whole` is all of it that may hold links and tags."""
    text = Withheld("", "private") if head.kind in PRIVATE_KINDS else head.text
    links, with_links = read_links(whole)
    return Entry(path, line, day, minute, head.kind, head.direction, text, find_tags(whole), with_links, links)


_NO_LINKS: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
_new = tuple.__new__  # half the time of calling the class


def split_plain(path: str, body: bytes, line: int) -> Plain | None:
    """A body that begins with the break at the end of line `line`; None when a line is not plain."""
    if _may_hold_marks_or_comments(body):
        return None
    parts = ENTRY.split(body)
    lines: list[int] = []
    tasks: list[Promise] = []
    loose: list[tuple[int, bytes]] = []
    for place, text in enumerate(parts[::4]):
        if text:
            line = _number(lines, line, place)
            odd = _NOT_PLAIN.search(_AN_ITEM + text if place else text)
            if odd is not None:
                at = odd.start() - len(_AN_ITEM) if place else odd.start()
                if at < 0 or not _add_loose(loose, text, at, line):
                    return None
            if _BRACKET in text and not _add_tasks(tasks, path, text, line):
                return None
            line += text.count(b"\n")
    _number(lines, line, len(parts) // 4)
    return Plain(parts, lines, tasks, loose)


def _add_loose(loose: list[tuple[int, bytes]], body: bytes, place: int, line: int) -> bool:
    """Add the items that may be dated, from `place` on; False when another line is not plain."""
    counted = 0
    while item := _LOOSE_ITEM.match(body, place):
        line += body.count(b"\n", counted, place)
        counted = place
        loose.append((line + 1, item[1]))
        odd = _NOT_PLAIN.search(body, item.end())
        if odd is None:
            return True
        place = odd.start()
    return False


def _number(lines: list[int], line: int, count: int) -> int:
    """Add the lines of further entries, `count` in all, that follow line `line`; the last of them."""
    more = count - len(lines)
    lines += range(line + 1, line + 1 + more)
    return line + more


def _in_time_order(days: list[bytes], *columns: list[Any]) -> list[list[Any]]:
    """The columns, oldest first. Entries of one day keep the order that the note keeps."""
    falling = sorted(days, reverse=True)
    if days == falling:
        return [days[::-1], *(column[::-1] for column in columns)]
    places = list(range(len(days)))
    if sum(map(lt, days, days[1:])) <= sum(map(gt, days, days[1:])):
        places.reverse()
    places.sort(key=days.__getitem__)
    return [[column[place] for place in places] for column in (days, *columns)]


def read_links(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All links of an entry, and those to people who were there."""
    single = _COMPANY.fullmatch(text)
    if single is None or "`" in text:
        return find_links(text), find_with_links(text)
    links = (single[1],)
    return links, links


def _add_tasks(tasks: list[Promise], path: str, body: bytes, line: int) -> bool:
    """Add the open promises; False when one has a fault."""
    start = 0
    for match in _OPEN_TASK.finditer(body):
        line += body.count(b"\n", start, match.start())
        start = match.start()
        text = match[1].decode().rstrip()
        words, _, written = text.rpartition(" 📅 ")
        due = _day(written) if _MERE_WORDS.fullmatch(words) else None
        task = read_task(text) if due is None else TaskLine(words, "me", due, None, None, None, ())
        if task.faults:
            return False
        tasks.append(Promise(
            path, line + 1, task.text, task.who, "open", task.due, task.made, task.done, task.mark,
            find_tags(text) if "#" in text else (), find_links(text)))
    return True


_day = lru_cache(1 << 12)(parse_day)


def _may_hold_marks_or_comments(body: bytes) -> bool:
    """Whether anything may be marked as confidential, or be a comment."""
    # A number is found ten times as quickly as bytes.
    return (
        (0x25 in body and b"%%" in body)
        or (0x3C in body and b"<!--" in body)
        or (0x21 in body and _CALLOUT.search(body) is not None)
        or (0xEF in body and _WIDE_SIGN.search(body) is not None)
        or (0x23 in body and any(map(_may_be_mark, _LONG_TAG.findall(body))))
    )


@lru_cache(4096)
def _may_be_mark(word: bytes) -> bool:
    """Whether a word behind `#` is the mark, or nearly. (Of signs that are not seen we do not judge.)"""
    tag = word.decode()
    return (not tag.isascii() and len(tag) >= 7 and not tag.isalpha()) or may_hold_marks("#" + tag)
