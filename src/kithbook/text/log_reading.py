"""Reading the head of a log entry, formal or free (see `log_head`)."""

import re
from collections.abc import Mapping

from ..model.entry import KINDS, Direction
from ..model.pattern import pattern
from ..model.record import NamedTuple
from .links import LINK
from .log_clear import clear_direction
from .log_direction import ARROW, TOGETHER, VERB, find_direction
from .log_phrases import CALLED_OFF, DOUBTFUL, LOOSE_WORDS, NOT_DONE, YIELDING, phrases
from .log_words import Head, default_direction

_FIRST_WORDS = 6
_FIRST_WORDS_UNDATED = 4
_LOOK = 400  # how far into a line its head may reach

_WORD = pattern(r"\d[:-]\d\b|[^\W_](?:[\w'’-]*[^\W_])?")
_MORE_KINDS = pattern(r"[\s-]([^\W\d_](?:[\w'’]*[^\W_])?)(?![^\W_])")
_FORMAL = pattern(
    rf"""\#?(?P<word>\d[:-]\d|[^\W\d_](?:[\w'’-]*[^\W_])?)(?![^\W_])[*_=]{{0,3}}
    (?P<arrow>\s*{ARROW})?
    (?:\s+(?P<open>\()?(?P<direction>in|out)(?![^\W_])(?(open)\))[*_=]{{0,3}})?
    (?P<people>\s+(?:(?P<with>with|w/)\s*)?{LINK}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*|\s*,\s*and\s+){LINK})*)?
    \s*[*_=]{{0,3}}(?:(?P<end>$|::?(?=[\s*_=]|$)|[—–](?=\s|$)|-(?=\s|$)|,(?=\s|$)(?(people)(?!\s*(?:and\s+)?{LINK}))|\.(?=\s|$))|(?(arrow)(?=\s)|(?!)))[*_=]{{0,3}}\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_THANKS_BY = pattern(r"thank(?:s|\s?-?you)?\s+(email|mail|card|letter|note|message|text|call)\b", re.IGNORECASE)
# The medium, named behind what was said: `(email)`, `over the phone`.
_MEDIUM = pattern(
    r"\((?:by |via |over |on )?(?P<aside>[\w-]+)\)[.!]?\s*$|\b(?:by|via|over|on|through)\s+(?:the\s+)?(?P<medium>[\w-]+)", re.IGNORECASE)
_TAGS = frozenset(("gave", "asked", "thanked", "problem", "fixed"))
_MEDIA = frozenset(("call", "email", "message", "letter"))
_NO_MEDIUM = frozenset(("card", "linkedin"))  # `paid by card`, `found her on LinkedIn`
_SHE_ASKS = pattern(rf"\b(?:he|she|they|{LINK})\s+(asks|asked)\b", re.IGNORECASE)
_SENT_OFF = pattern(r"\s*(?:$|[,.;:(!—–-]|\b(?:to|off|over|by|via|back)\b)")
_STANDS_ALONE = pattern(
    rf"\s*(?:$|[^\w\s\[]|{LINK}|(?:with|at|in|on|over|from|to|about|re|and|back|out|by|after|before|this|today|tonight|again|me|us|him|her|them|my|his|their|the|an?|received|came|arrived)\b)",
    re.IGNORECASE)
_WITH_SOMEBODY = pattern(rf"(?<!\w)(?:with|w/)\s*{LINK}", re.IGNORECASE)
# How a turn of phrase begins that counts without a date, too, with somebody behind it.
_MAY_BE_PHRASE = pattern(r"(?:made|put|sorted|caught|left|missed|spoke|talked|chatted|bumped|ran|dropped|popped|came|sat|stayed)\b", re.IGNORECASE)
_TO_SOMEBODY = pattern(rf"(?:\s+(?:with|to|for|by|from|at|on|into))?\s+(?:with\s+)?{LINK}(?!['’]s\b)", re.IGNORECASE)
_LINK_OR_STRUCK = pattern(rf"{LINK}|~~[^~\n]{{1,400}}~~")
_ARROW = pattern(r"(?:(<-|<|←)|(->|>|→))\s+(?=\w)")
_DECORATION = pattern(r"[^\w\s\x00-\x7f]{1,4}\s+")  # 📧 email in: …
_SEPARATOR = pattern(r"[\s:—–|,.;*_=-]*")
# At the end of what separates: a sign of the text itself (`-5 degrees`, `*how* she laughed`, `...and then`).
_OWN_SIGN = pattern(r"(?<=\s)[*_=.-]+\Z")


class _Found(NamedTuple):
    """A kind, and where the word for it stands."""

    kind: str
    start: int
    end: int


def read_words(rest: str, words: Mapping[str, str], *, dated: bool) -> Head:
    """What `log_head.read_head` says."""
    end = _SEPARATOR.match(rest).end()  # type: ignore[union-attr]
    own = _OWN_SIGN.search(rest, 0, end)
    rest = rest[end:].rstrip()
    head = _read_bare(rest, words, dated=dated)
    return head._replace(text=own[0] + rest) if own and rest and head.text == rest else head


def _read_bare(rest: str, words: Mapping[str, str], *, dated: bool) -> Head:
    """The head of a text without the signs before it."""
    arrow = _ARROW.match(rest)
    if arrow:
        head = read_words(rest[arrow.end() :], words, dated=dated)
        return head._replace(direction="in" if arrow[1] else "out") if head.direction and head.kind not in TOGETHER else head
    decoration = _DECORATION.match(rest)
    formal = _read_formal(rest[decoration.end() :] if decoration else rest, words)
    if formal:
        return formal
    found = _find_kind(rest[:_LOOK], words, dated=dated)
    if found is None:
        return Head("note", None, rest, named=False)
    behind = _end_of_kinds(rest, found.end, words)
    return Head(found.kind, find_direction(rest[:_LOOK], found.kind, found.start, found.end, behind), rest, named=True)


def _end_of_kinds(rest: str, end: int, words: Mapping[str, str]) -> int:
    """Where the words for kinds end of which one ends at `end`: `text message`, `birthday card`."""
    while (more := _MORE_KINDS.match(rest, end)) and more[1].lower() in words:
        end = more.end()
    return end


def _read_formal(rest: str, words: Mapping[str, str]) -> Head | None:
    match = _FORMAL.match(rest[: 3 * _LOOK])
    if not match:
        return None
    word = match["word"].lower().replace("’", "'")
    kind = words.get(word)
    if kind is None or (kind == "note" and match["end"] not in ("", ":", "::")):
        return None
    text = rest[match.end() :]
    given = match["direction"]
    if given and kind in TOGETHER and match["people"] and not match["with"]:
        given, text = "", rest  # `lunch in [[Berlin]]`
    if not text and (match["people"] or (word != kind and not match["end"])):
        text = rest  # there is nothing else that it could say
    direction: Direction | None
    if given:
        direction = "in" if given.lower() == "in" else "out"
    elif match["arrow"] and kind not in TOGETHER:
        direction = "in" if match["arrow"].strip()[0] in "<←" else "out"
    elif (match["end"] or "").startswith(":"):
        direction = clear_direction(kind, text) or default_direction(word, kind)
    else:
        direction = find_direction(rest[:_LOOK], kind, *match.span("word"))
    return Head(kind, direction if KINDS[kind] is not None or given else None, text, named=True)


def _find_kind(rest: str, words: Mapping[str, str], *, dated: bool) -> _Found | None:
    """What the first words name; in a dated line also turns of phrase, and a medium that is named later."""
    by = _THANKS_BY.match(rest)
    if by:
        kind = "letter" if by[1].lower() == "note" else words.get(by[1].lower())
        if kind:
            return _Found(kind, *by.span(1))
    for kind, phrase in phrases() if dated or _MAY_BE_PHRASE.match(rest) else ():
        match = phrase.match(rest)
        if match and (dated or (kind != "gave" and ("[[" in match[0] or _TO_SOMEBODY.match(rest, match.end())))):
            return _Found(kind, *match.span())
    plain = _LINK_OR_STRUCK.sub(lambda link: " " * len(link[0]), rest)
    found = _among_first_words(plain, words, dated=dated)
    if found is not None:
        in_doubt = CALLED_OFF.match(plain, found.end) or not (dated or _is_plainly_said(rest, found))
        return None if in_doubt else found
    if not dated:
        return None
    asks = _SHE_ASKS.search(rest)
    return _by_medium(plain, words) or (_Found("ask", *asks.span(1)) if asks else None)


def _is_plainly_said(rest: str, found: _Found) -> bool:
    """Whether the word is more than the first half of another: `gift ideas for [[Ada]]`, `the phone number of [[Ada]]`."""
    word = rest[found.start : found.end]
    return bool(VERB.fullmatch(word) or _STANDS_ALONE.match(rest, found.end) or _WITH_SOMEBODY.search(rest))


def _among_first_words(plain: str, words: Mapping[str, str], *, dated: bool) -> _Found | None:
    """The first kind among the first words that are not in doubt."""
    doubt, most = (NOT_DONE, _FIRST_WORDS) if dated else (DOUBTFUL, _FIRST_WORDS_UNDATED)
    yielding: _Found | None = None
    tagged: _Found | None = None  # a tag says more of a kind, and names one only where no other word does
    yields_to: frozenset[str] = frozenset()
    for count, match in enumerate(_WORD.finditer(plain)):
        word = match[0].lower().replace("’", "'")
        if count >= most or word in doubt:
            break
        kind = words.get(word)
        if kind is None and dated:
            kind = LOOSE_WORDS.get(word)
        if kind is None or kind == "note":
            continue
        if word == "sent" and count and _SENT_OFF.match(plain, match.end()):
            kind = "email"  # `slides sent`: who sends a thing like that sends it by mail
        found = _Found(kind, *match.span())
        if word in _TAGS and plain[: match.start()].endswith("#"):
            tagged = tagged or found
            continue
        if yielding and kind not in yields_to:
            break
        if word not in YIELDING:
            return found
        yielding, yields_to = yielding or found, YIELDING[word]
    return yielding or tagged


def _by_medium(plain: str, words: Mapping[str, str]) -> _Found | None:
    """A call, email, message or letter that is only named behind what was said."""
    first = _WORD.match(plain)
    if first and first[0].lower() in NOT_DONE - {"would", "could"}:
        return None
    for match in _MEDIUM.finditer(plain):
        group = "aside" if match["aside"] else "medium"
        word = match[group].lower()
        kind = words.get(word)
        if kind in _MEDIA and word not in _NO_MEDIUM:
            return _Found(kind, *match.span(group))
    return None
