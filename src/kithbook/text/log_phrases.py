"""Words and turns of phrase that name a kind of entry in a sentence, and those that raise doubt that it took place."""

import re
from collections.abc import Mapping
from functools import cache

from ..model.pattern import pattern

# What these mean depends on the rest of a line, so they name a kind only where a sentence
# is read, never before a colon; `sent`, `wrote` and the like yield to a word of a kind that says more.
LOOSE_WORDS: Mapping[str, str] = {
    word: kind
    for kind, words in {
        "gave": "bought donated coached mentored reviewed proofread babysat flowers tulips bouquet roses chocolates present voucher hamper",
        "email": "forwarded fwd fwd'd wrote replied cc'd cced",
        "meeting": "saw hosted interviewed session demo squash tennis badminton padel golf bouldering sauna bowling chess karaoke",
            "call": "ft vm'd",
        "letter": "handwritten",
    }.items()
    for word in words.split()
}
YIELDING: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("sent", "wrote", "replied", "shared"), frozenset(("call", "email", "message", "letter"))),
    "saw": frozenset(("event",)),
}

# Turns of phrase at the head of a line. A group `direction` is not needed: their grammar tells it.
_NAME = r"(?:\[\[[^\[\]\n]{1,300}\]\]|[A-Z][\w'’-]*)"
_PERSON = rf"(?:me|us|him|her|them|{_NAME}(?:'s|’s)?)"
_WHO = rf"(?:(?:{_NAME}:?|[Hh]e|[Ss]he|[Tt]hey) (?:\w+: )?)?"
_PHRASES = (
    ("fixed", r"(?i:made (?:it |this |that )?(?:right|good)\b|put (?:it |this |that )?right\b|sorted (?:it )?out\b)"),
    ("call", r"(?i:caught up (?:over|on|by|via) (?:the )?(?:phone|video|zoom|skype|facetime|teams)\b)"),
    ("meeting", rf"{_WHO}(?i:called (?:round|by(?!\s+(?:him|her|them)\b))\b)(?!\s+{_NAME}(?!['’]s))"),
    ("meeting", r"(?i:(?:chatted|talked|spoke|(?:a )?(?:\w+ )?chat)(?: \w+ly)? (?:at the|outside|after (?!the call)|over (?:coffee|tea|lunch|drinks|dinner|breakfast))\b)"),
    ("call", r"(?i:missed (?:a |an |his |her |their )?(?:video |phone )?call\b|left (?:\w+ )?(?:a )?(?:voicemail|vm)\b|(?:spoke|talked) (?:to|with)\b)"),
    ("intro", rf"{_WHO}(?i:put) {_PERSON}(?: (?:and|&) {_PERSON})? in touch\b|{_WHO}(?i:made (?:the|a) connection\b)"),
    ("intro", rf"(?:{_NAME} and I (?:were )?)?(?i:put in touch (?:with \w+ )?by)\b"),
    ("intro", rf"{_WHO}(?i:connected|connecting|linked up) {_PERSON} (?:and|&|with|to|\+) \w"),
    ("intro", rf"{_WHO}(?i:cc'd|cc’d|cced|cc-ed|looped) {_PERSON} (?:in|into|to|with)\b"),
    ("referral", rf"{_WHO}(?i:sent|passed|steered) (?:\w+ ){{1,4}}(?:my|our|his|her|their) way\b"),
    ("referral", rf"{_WHO}(?i:gave|passed|sent|passed on) (?:(?:on|along|over) )?(?:(?:to )?{_PERSON} )?[\w'’ ]{{0,20}}?"
                 r"(?:number|details|contact|contacts|name)\b"),
    ("referral", rf"{_WHO}(?i:recommended) {_PERSON} (?:to|for)\b"),
    ("gave", rf"{_WHO}(?i:dropped (?:off|round)\b|brought (?:(?:back|along|over|round) )?(?:{_PERSON}|an?|some|\d+)\b)"),
    ("gave", r"(?i:(?:left|came away|went home|came home) with\b)"),
    ("message", r"(?i:voice note|voice message|voice memo)\b"),
    ("meeting", r"(?i:caught up|bumped into|ran into|dropped (?:by|in)|popped (?:by|in|round|over)|came (?:by|over|round)|sat down with|stayed (?:over|with|at|the night))\b"),
)


@cache
def phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The turns of phrase, each with its kind. Made when the first dated line is written freely: that takes 7 ms."""
    return tuple((kind, re.compile(phrase)) for kind, phrase in _PHRASES)


# What was wished, planned or did not come about is no entry of that kind.
_NOT_DONE = (
    "not no never didn't didnt don't dont won't wont can't cannot couldn't hasn't haven't wouldn't isn't cancelled canceled missed"
    " skipped postponed should need needs must want wants wanted will todo tomorrow would could might plan plans planned planning"
    " hope hopes hoping promised forgot tried invited invite arranged booked scheduled proposed suggested agreed"
)
NOT_DONE = frozenset(_NOT_DONE.split())
# The same right behind the kind: `lunch cancelled`.
CALLED_OFF = pattern(
    r"[\s:,(—–-]*(?:was |is |got |has been )?(?:cancelled|canceled|postponed|rescheduled|called off|moved to|scheduled|booked|planned|skipped)\b",
    re.IGNORECASE,
)
# In an undated line more words raise doubt, and what is in doubt is not counted.
_DOUBTFUL = (
    "to may can going gonna let's lets maybe remember if when before after until about thinking idea wondering waiting wish for the"
    " his her their re read reading reread watched"
)
DOUBTFUL = NOT_DONE.union(_DOUBTFUL.split())
