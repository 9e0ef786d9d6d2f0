"""The head of a log entry: which kind it is, in which direction, and where its text begins.

    call in with [[Mary Somerville]]: asked for the plans      the canonical form
    coffee w/ Anselm · rang back · emailed re the plans        read as well

A formal head (`KIND [in|out] [with …]` and a separator) means what it says. Otherwise the
kind is looked for among the first words, and their grammar gives the direction.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from ..model.entry import KINDS, Direction

# How each kind is written (docs/format.md), all in lower case.
_WRITTEN = {
    "call": "call called calls calling phone phoned rang ring voicemail zoom video facetime tel telephoned skype",
    "meeting": "met meet meeting mtg coffee lunch dinner breakfast brunch drinks drink visit visited walk walked bbq",
    "email": "email emailed emails e-mail e-mailed mail mailed mails",
    "message": "text texted message messaged messages msg dm chat chatted whatsapp slack linkedin sms signal telegram",
    "letter": "letter card postcard",
    "event": "event conference party meetup panel",
    "gave": "gave gift help helped advice shared sent",
    "intro": "intro introduced introduction",
    "referral": "referral referred",
    "ask": "ask asked",
    "thanks": "thanks thanked thank",
    "problem": "problem issue",
    "fixed": "fixed resolved",
    "outcome": "outcome",
    "reflection": "reflection rating",
    "note": "note",
}
WORDS: Mapping[str, str] = {word: kind for kind, words in _WRITTEN.items() for word in words.split()}

# Words that say more than their kind about the direction.
_WORD_DIRECTION: dict[str, Direction] = {"voicemail": "out"}
# What may be written behind a kind.
GIVEN_DIRECTIONS: tuple[Direction | None, ...] = (None, "in", "out")

_FIRST_WORDS = 4
# What was wished, planned or did not come about is no entry of that kind.
_NOT_DONE = frozenset(
    "not no never didn't didnt don't cancelled canceled missed skipped should need needs must want wants will todo tomorrow".split()
)
# In an undated line more words raise doubt, and what is in doubt is not counted.
_DOUBTFUL = _NOT_DONE | frozenset(
    "to would could might may can plan planning planned going gonna let's lets maybe remember forgot if when before after"
    " until about thinking idea wondering tried waiting hope hoping wish invite for the his her their re".split()
)

_WORD = re.compile(r"[^\W_](?:[\w'’-]*\w)?")
_LINK = r"(?:\[\[[^\[\]\n]+\]\]|(?<!\])\[[^\[\]\n]+\]\([^()\n]+\))"
_FORMAL = re.compile(
    rf"""\#?(?P<word>[^\W\d_][\w-]*)\b
    (?P<arrow>\s*(?:<-|->|<|>|←|→)(?!\w*>))?
    (?:\s+(?P<direction>in|out)\b)?
    (?P<people>\s+(?:(?:with|w/)\s*)?{_LINK}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*|\s*,\s*and\s+){_LINK})*)?
    \s*(?P<end>$|::?(?=\s|$)|[—–](?=\s|$)|-(?=\s|$)|,(?=\s|$)|\.(?=\s|$))\s*""",
    re.X | re.I,
)
_BARE_DIRECTION = re.compile(r"\s+(in|out)\s+(?!the\b|a\b|an\b|my\b|his\b|her\b|our\b|reply|response|return|answer|about\b|for\b|of\b)[a-z]")
_ARROW = re.compile(r"\s*(?:(->|>|→)|(<-|<|←))(?!\w+>)")

_SAID = r"(?:called|rang|phoned|emailed|e-mailed|mailed|wrote|texted|messaged|sent|shared|gave|forwarded|introduced|referred|helped|asked|asks|thanked|left|offered|brought|lent|visited|dropped)"
_IN = re.compile(
    rf"\b(?:he|she|they)\s+(?:\w+\s+)?{_SAID}\b|\b{_SAID}\s+(?:me|us)\b|\bfrom\s+(?:him|her|them|{_LINK})"
    rf"|^(?:got|received)\b|^(?:{_LINK}|[A-Z]\w+)\s+{_SAID}\b|\bcc'd me\b"
)
_OUT = re.compile(
    rf"\bI\s+(?:\w+\s+)?{_SAID}\b|\b(?:rang|called|phoned|wrote|texted|emailed)\s+back\b|\bto\s+(?:him|her|them|{_LINK})"
    rf"|^{_SAID}\s+(?:him|her|them|[A-Z]\w+|{_LINK})"
)
_BOTH = re.compile(r"\b(?:back\s?(?:&|and)\s?forth|exchanged|we\s+\w+)\b", re.I)
_MADE_RIGHT = re.compile(r"\bmade (?:it )?right\b|\bput right\b", re.I)
_THANKS_BY = re.compile(r"thank(?:s|\s?-?you)?\s+(email|mail|card|letter|note|message|text|call)\b", re.I)
_SEPARATOR = re.compile(r"[\s:—–|,.;*-]*")


class Head(NamedTuple):
    """`text` is what the entry says; `named` tells whether the words named a kind at all."""

    kind: str
    direction: Direction | None
    text: str
    named: bool


def default_direction(word: str, kind: str) -> Direction | None:
    """The direction of a kind, written with `word`, when nothing else tells it."""
    return _WORD_DIRECTION.get(word, KINDS[kind])


def read_head(rest: str, words: Mapping[str, str] = WORDS, *, dated: bool = True) -> Head:
    """Read what follows an entry's date. `words` maps a word (lower case) to its kind.

    In an undated line (`dated=False`) a kind must be stated more plainly to count.
    """
    rest = rest[_SEPARATOR.match(rest).end() :].rstrip()  # type: ignore[union-attr]
    formal = _read_formal(rest, words, dated)
    if formal:
        return formal
    kind, word, at = _find_kind(rest, words, _NOT_DONE if dated else _DOUBTFUL)
    if kind is None:
        return Head("note", None, rest, named=False)
    return Head(kind, _find_direction(rest, kind, word, at), rest, named=True)


def _read_formal(rest: str, words: Mapping[str, str], dated: bool) -> Head | None:
    match = _FORMAL.match(rest)
    if not match:
        return None
    word = match["word"].lower()
    kind = words.get(word)
    if kind is None:
        return None
    text = rest[match.end() :]
    if match["people"] and not text:
        text = rest
    direction: Direction | None
    if match["direction"]:
        direction = "in" if match["direction"].lower() == "in" else "out"
    elif match["arrow"]:
        direction = "in" if match["arrow"].strip()[0] in "<←" else "out"
    else:
        direction = default_direction(word, kind)
    return Head(kind, direction if KINDS[kind] is not None or match["direction"] else None, text, named=True)


def _find_kind(rest: str, words: Mapping[str, str], doubt: frozenset[str]) -> tuple[str | None, str, int]:
    """The first kind among the first words, the word, and where it ends."""
    by = _THANKS_BY.match(rest)
    if by and by[1].lower() in words:
        return words[by[1].lower()], by[1].lower(), by.end()
    plain = re.sub(_LINK, lambda link: " " * len(link[0]), rest)
    made_right = _MADE_RIGHT.match(plain)
    if made_right:
        return "fixed", "fixed", made_right.end()
    found: tuple[str | None, str, int] = (None, "", 0)
    for count, match in enumerate(_WORD.finditer(plain)):
        word = match[0].lower().replace("’", "'")
        if count >= _FIRST_WORDS or word in doubt:
            break
        kind = words.get(word)
        if kind is None:
            continue
        if word != "sent":  # `sent` alone says least: `sent an email`, `sent the article`
            return kind, word, match.end()
        if found[0] is None:
            found = (kind, word, match.end())
    return found


def _find_direction(rest: str, kind: str, word: str, at: int) -> Direction | None:
    """What the words say of the direction, else the kind's default."""
    if KINDS[kind] is None:
        return None
    bare = _BARE_DIRECTION.match(rest, at)
    if bare:
        return "in" if bare[1] == "in" else "out"
    arrow = _ARROW.match(rest, at)
    if arrow:
        return "out" if arrow[1] else "in"
    clause = rest[: at + 40]
    if _BOTH.search(clause):
        return "both"
    if _IN.search(clause):
        return "in"
    if _OUT.search(clause):
        return "out"
    return default_direction(word, kind)
