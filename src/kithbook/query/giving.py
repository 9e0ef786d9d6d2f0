"""What an entry gives or asks, in which direction, and what kind of giving it is (docs/format.md, "Give and ask").

Confidential entries are no act at all where acts are added up over everybody.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from ..model.pattern import pattern
from ..model.withheld import Withheld
from .giving_words import GIVING_WORDS, Giving
from .wording import bare

if TYPE_CHECKING:
    from ..model.entry import Entry

Act: TypeAlias = Literal["gave", "asked", "received", "was_asked"]
ACTS: tuple[Act, ...] = ("gave", "asked", "received", "was_asked")

_GIFTS = frozenset(("gave", "intro", "referral"))
_LINK = pattern(r"https?://|www\.", re.IGNORECASE)
_WORD = pattern(r"[^\W_]+")


def acts_of(entry: Entry, *, hidden: bool = False) -> tuple[Act, ...]:
    """What an entry is: mostly nothing, mostly one, and at times two (a call with `#gave` and `#asked`).

    What is confidential is none, unless `hidden` acts are asked for: by its kind and tags, never by its words.
    """
    if entry.kind not in _GIFTS and entry.kind != "ask" and not entry.tags:
        return ()
    if isinstance(entry.text, Withheld) and not hidden:
        return ()
    incoming = entry.direction == "in"
    found: dict[Act, None] = {}
    if entry.kind in _GIFTS:
        found["received" if incoming else "gave"] = None
    elif entry.kind == "ask":
        found["was_asked" if incoming else "asked"] = None
    if "gave" in entry.tags:
        found["gave"] = None
    if "received" in entry.tags:
        found["received"] = None
    if "asked" in entry.tags:
        found["was_asked" if incoming else "asked"] = None
    return tuple(found)


def giving_of(entry: Entry) -> Giving:
    """What kind of giving an entry is, by its kind, its tags and its words."""
    if entry.kind in ("intro", "referral"):
        return "introductions"
    text = "" if isinstance(entry.text, Withheld) else entry.text
    words = " ".join(_WORD.findall(bare(" ".join((text, *entry.tags)))))
    said = f" {words} "
    for giving, phrases in _patterns():
        if phrases.search(said) or (giving == "information" and _LINK.search(text)):
            return giving
    return "other"


@cache
def _patterns() -> tuple[tuple[Giving, re.Pattern[str]], ...]:
    return tuple((giving, re.compile(f" (?:{'|'.join(map(bare, words))}) ")) for giving, words in GIVING_WORDS.items())
