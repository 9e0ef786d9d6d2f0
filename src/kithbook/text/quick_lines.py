"""Plain lines: those of which it is known at a glance what they are; see `quick`.

A body is cut at its entries, and everything else in it is searched for the first line that
is not plain. Nothing is made a string but what is kept. No expression here gives back what
it has taken, so that the time is linear in the length of a note, whatever the note is.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from ..model.dates import parse_day
from ..model.introducer import INTRODUCTIONS
from ..model.pattern import pattern
from ..model.promise import Promise
from ..model.record import NamedTuple
from .company import find_with_links, is_said_of_them
from .links import find_links, find_tags
from .log_clear import AT_A_GLANCE
from .marks import FIELD_PARTS, is_field_mark, may_hold_marks
from .task_line import TaskLine, read_status, read_task

# A word that may be a month's or a weekday's, as `written_date` matches them, by its first letters.
_MONTH = (
    rb"(?:[jJ](?:[aA][nN]|[uU][lLnN])|[fF][eE][bB]|[mM][aA][rRyY]|[aA](?:[pP][rR]|[uU][gG])|[sS][eE][pP]|[oO][cC][tT]"
    rb"|[nN][oO][vV]|[dD][eE][cC])"
)
_WEEKDAY = (
    rb"(?:[mM][oO][nN]|[tT](?:[uU][eE]|[hH][uU])|[wW][eE][dD]|[fF][rR][iI\x80-\xff]|[sS](?:[aA][tT]|[uU][nN]))"
)
_BETWEEN = rb"[A-Za-z]*+[^\nA-Za-z0-9\x80-\xff]*+"
# Whether a text may begin with a date: behind all signs comes a link to a note in a folder, a digit, or such a word and
# then a digit (or a month). (`ſ` is an `s` where case does not count.)
_MAY_BE_DATED = (
    rb"(?:[^\nA-Za-z0-9\xc5[]|\xc5(?!\xbf)|\[(?!\[))*+(?:\[\[++[^][|\#/\n]*+/|"
    rb"(?:\[\[++(?:[^\nA-Za-z0-9\xc5]|\xc5(?!\xbf))*+)?+(?:[0-9]|\xc5\xbf|"
    + _MONTH + _BETWEEN + rb"[0-9\x80-\xff]|" + _WEEKDAY + _BETWEEN + rb"(?:[0-9\x80-\xff]|" + _MONTH + rb")))"
)
# How a text begins that opens nothing: no nested item, checkbox, quote, fence, table or rule.
_BEGINS_PLAINLY = rb"(?:[A-Za-z\x80-\xff\"'(@]|\[(?:\[[^]\n]|[A-Za-z]{2})|[*_]{1,2}+[A-Za-z])"
# The first line that is not plain. Plain are empty lines, items at the margin (with a checkbox or beginning plainly)
# behind which comes nothing but an item, a heading or an empty line, headings, and lines of text; none of which,
# tasks apart, may be dated.
_NOT_PLAIN = pattern(
    rb"""\n(?!\n)(?:
    -(?!\ (?:\[[ -Z^-~]\]\ ++[!-=?-~\x80-\xff]|""" + _BEGINS_PLAINLY + rb"""))
    |-.*+\n(?:[^\n\#-]|\#(?!\#{0,5}\ ))
    |\#(?!\#{0,5}\ |[A-Za-z])
    |(?=[^\n\#-])(?!""" + _BEGINS_PLAINLY + rb""")
    |(?!-\ \[[^[]\]\ )(?:-\ |\#++\ *+)?+""" + _MAY_BE_DATED + rb")",
    re.VERBOSE,
)
# What may be a mark: a word of a tag's length behind its sign, or something there that is perhaps not seen; a callout;
# wide signs that look the same.
_TAG = pattern(rb"#[\s\x1c-\x1f]*+(?:[\x80-\xff]|([\w/-][\w/\x80-\xff-]{6,}+))")
_CALLOUT = pattern(rb"\[[\x80-\xff]*+!")
_WIDE_SIGN = pattern(rb"\xef(?:\xbc[\x81\x83\xbb]|\xb9\x9f)")
# How a field in the text goes on behind a part of its name; and what may be one with letters that only look alike.
_FIELD_PARTS = tuple(part.encode() for part in FIELD_PARTS)
_REST_OF_FIELD = pattern(rb"[\w\x80-\xff-]*+[\"'*_]{0,3}[ \t]{0,9}[:=]")
# The first bytes of what `marks.is_field_mark` takes for letters of other scripts.
_OTHER_SCRIPTS = (0xC9, 0xCA, *range(0xCD, 0xD7), 0xE1, 0xEF, 0x9D)
_ODD_FIELD = pattern(rb"[\x80-\xff]" + _REST_OF_FIELD.pattern)
_NAME_BEFORE = pattern(rb"[\w\x80-\xff-]*\Z")
# An entry as most are: day, head (with the colon and white space behind it, and words that may tell the direction), text.
ENTRY = pattern(rb"\n- (\d{4}-\d\d-\d\d) ([^:\n]++: ++(?=\S)(?:" + AT_A_GLANCE + rb"|))(.*+)")
# An item that may be dated in any other way, and that opens nothing; what stands behind it is as above.
_LOOSE_ITEM = pattern(
    rb"\n- (?![0-9]{1,9}[.)](?:[ \t\n]|\Z))((?:[0-9]|[*_]{1,3}+[0-9[]|" + _BEGINS_PLAINLY + rb").*+)(?=\n(?:[\n-]|#{1,6} |\Z)|\Z)"
)
OPEN_TASK = pattern(rb"\n- \[([^xX-])\] ++(.*+)")
ANY_TASK = pattern(rb"\n- \[([^[])\] ++(.*+)")
# The words of a promise that hold no date, tag or other field.
_MERE_WORDS = pattern(r"[^\W_](?:[\w,.'/()&-]++|[ ](?=[^ ]))*+(?:\[\[[\w ,.'/()&-]++\]\])?+")
# A text with one link; and one whose link is that of somebody who was there.
_ONE_LINK = pattern(r"[^[]*+(?<!!)\[\[(?!\s)([^\[\]|#^\n\\]{1,200}+)(?<!\s)\]\][^[]*+")
_COMPANY = pattern(
    r"(?!(?i:about|re|regarding|concerning) )" + _ONE_LINK.pattern.replace("[^[]*+(?<!!)", "[^[:–—]*+(?<= with )", 1))
_WITH = pattern("with|w/", re.IGNORECASE)
_WITH_SIGNS = len(" with [[")
_BRACKET = 0x5B  # a number is found in bytes ten times as quickly as bytes are
_AN_ITEM = b"\n- a"


class Plain(NamedTuple):
    """A body in which every line is plain.

    `parts` are by turns what stands between the entries, and the day, head and text of each;
    `lines` are the lines of these, `tasks` the promises that were looked for, `loose` the items that may be
    dated in another way, with their lines.
    """

    parts: list[bytes]
    lines: list[int]
    tasks: list[Promise]
    loose: list[tuple[int, bytes]]


def split_plain(path: str, body: bytes, line: int, *, tasks_of: re.Pattern[bytes] = OPEN_TASK) -> Plain | None:
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
            if _BRACKET in text and not _add_tasks(tasks, path, tasks_of.finditer(text), text, line):
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


def read_links(text: str, kind: str = "") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All links of a text, and those to people who were there, in an entry of a kind."""
    if "`" not in text:
        company = _COMPANY.fullmatch(text)
        if company:
            end = company.start(1) - _WITH_SIGNS
            if not is_said_of_them(text, end):
                links = (company[1],)
                return links, links
        one = _ONE_LINK.fullmatch(text)
        if one:
            said = text.lower()
            if ("with" not in said and "w/" not in said) or not _WITH.search(text):
                return (one[1],), ()
    return find_links(text), find_with_links(text, introduces=kind in INTRODUCTIONS)


def _add_tasks(tasks: list[Promise], path: str, found: Iterable[re.Match[bytes]], body: bytes, line: int) -> bool:
    """Add the promises that were found; False when an open one has a fault."""
    start = 0
    for match in found:
        line += body.count(b"\n", start, match.start())
        start = match.start()
        status = read_status(match[1].decode())
        text = match[2].decode().rstrip()
        words, _, written = text.rpartition(" 📅 ")
        due = _day(written) if _MERE_WORDS.fullmatch(words) else None
        task = read_task(text) if due is None else TaskLine(words, "me", due, None, None, None, ())
        if task.faults and status == "open":
            return False
        tasks.append(Promise(
            path, line + 1, task.text, task.who, status, task.due, task.made, task.done, task.mark,
            find_tags(text) if "#" in text else (), read_links(text)[0] if "]" in text else ()))
    return True


_day = lru_cache(1 << 12)(parse_day)


def _may_hold_marks_or_comments(body: bytes) -> bool:
    """Whether anything may be marked as confidential, or be a comment."""
    return (
        (0x25 in body and b"%%" in body)
        or (0x3C in body and b"<!--" in body)
        or (0x21 in body and _CALLOUT.search(body) is not None)
        or (0xEF in body and _WIDE_SIGN.search(body) is not None)
        or (0x23 in body and _may_hold_tags(body))
        or may_hold_fields(body)
    )


def may_hold_fields(body: bytes) -> bool:
    """Whether a field in the text may be a mark."""
    lowered = body.lower()
    for part in _FIELD_PARTS:
        at = lowered.find(part)
        while at >= 0:
            rest = _REST_OF_FIELD.match(body, at)
            if rest and _names_mark(body, rest):
                return True
            at = lowered.find(part, at + 1)
    in_doubt = not body.isascii() and any(sign in body for sign in _OTHER_SCRIPTS)
    return in_doubt and any(_names_mark(body, odd) for odd in _ODD_FIELD.finditer(body))


def _names_mark(body: bytes, rest: re.Match[bytes]) -> bool:
    """Whether a field of whose name this is the rest is a mark, or nearly."""
    before = body[max(0, rest.start() - 50) : rest.start()]
    name = before[_NAME_BEFORE.search(before).start() :] + rest[0].rstrip(b"\"'*_ \t:=")  # type: ignore[union-attr]
    return is_field_mark(name.decode("utf-8", "ignore"))


def _may_hold_tags(body: bytes) -> bool:
    words = _TAG.findall(body)
    return any(map(_may_be_mark, words)) or (b"" in words and may_hold_marks(body.decode()))


@lru_cache(4096)
def _may_be_mark(word: bytes) -> bool:
    """Whether a word behind `#` is the mark, or nearly."""
    return may_hold_marks("#" + word.decode())
