"""Who turned to whom, as the words of a log entry tell it.

In a log its writer is left out: `rang back` is what I did, `he called`, `got a call` and
`helped me` is what was done to me.
"""

import re

from ..model.entry import KINDS, Direction
from ..model.pattern import pattern
from .links import LINK
from .log_words import default_direction

# Among people who sit together nobody comes in or goes out.
TOGETHER = frozenset(("meeting", "event"))
_REACH = 60

_VERBS = (
    "called|rang|phoned|telephoned|emailed|e-mailed|mailed|wrote|replied|texted|messaged|whatsapped|slacked|pinged|dm'd|sent|shared|gave|gifted"
    "|lent|loaned|forwarded|fwd'd|introduced|intro'd|connected|cc'd|cced|looped|put|referred|recommended|helped|advised|asked|thanked|left|offered|brought"
    "|bought|donated|coached|mentored|visited|dropped|passed|told|delivered|complained|returned|answered|took|vm'd|skyped|zoomed|apologised|apologized|congratulated|reminded|warned|nudged|chased|invited|confirmed"
)
VERB = pattern(rf"(?:{_VERBS})\b", re.IGNORECASE)
_NAME = rf"(?:{LINK}|(?!(?:Then|Just|Also|Again|Today|Later|Only|And|But|So|He|She|They|We|I|\w+ly)\b)[A-Z][\w'’-]*)"
_THEIR_ACT = pattern(rf"\b(?:[Hh]e|[Ss]he|[Tt]hey)\s+(?:(?!(?:was|were|got|been|is|are)\b)\w+\s+)?(?:{_VERBS})\b|^(?:(?i:the|an?)\s+)?{_NAME}(?:\s+\w+ly)?:?\s+(?:{_VERBS})\b|^{_NAME}\s+\w+ed:")
_THEY = pattern(rf"(?:[Hh]e|[Ss]he|[Tt]hey)\b(?!\s+(?:was|were|got|been)\s+(?:{_VERBS})\b)")
_MY_ACT = pattern(rf"\bI\s+(?:\w+\s+)?(?:{_VERBS})\b")
_EXCHANGE = pattern(r"\b(?:back\s?(?:&|and|n)\s?forth|exchanged?|swapped|correspondence)\b", re.IGNORECASE)
_WE = pattern(r"\b[Ww]e\b")
_WHOSE = pattern(r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w-]*['’]s)\s+(?:(?!(?:on|in|at|by|via|with|to|from|about|over|for|an?|the)\b)\w+\s+)?$")
_TO_ME = pattern(rf"\b(?:{_VERBS})\s+(?:me|us)\b", re.IGNORECASE)
_GOT = pattern(r"(?:got|received|missed|had an?\s+\w+\s+from|left with|came away with|(?:went|came) home with)\b", re.IGNORECASE)
_PUT_BY = pattern(
    rf"\b(?:touch(?: with \w+)?|(?:intro\w*|refer\w+|recommended|connected)(?: \w+)?(?: to {_NAME}(?: [A-Z][\w'’-]*)?)?) (?:by (?:him|her|them|{_NAME})|(?:via|through) {LINK})"
    r"|\b(?:was|were|got|been|being) (?:introduced|referred|recommended|connected|put)\b")
_CAME = pattern(r"\s+(?:came|arrived|turned up|landed|received)\b", re.IGNORECASE)
# Of a passive the doer stands behind `by`, or is the other: `was asked for help`, `called by Ada`.
_DONE_TO_ME = pattern(
    rf"(?:^|\b(?:I|[Ww]e)\s+)(?:(?i:was|were|got|been|being))\s+(?:\w+ly\s+)?(?:{_VERBS})\b(?!\s+by\s+me\b)"
    rf"|\b(?:{_VERBS})\s+by\s+(?:him|her|them|(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b){_NAME})")
_ANSWER = pattern(r"(?:(?:a|my|quick|short|long|late|(?P<theirs>her|his|their))\s+)*(?:reply|response|answer)\s+to\s+(?P<mine>(?:me|my|mine|us|our)\b)?", re.IGNORECASE)
_INCOMING = pattern(r"\b(?:(incoming|inbound)|outgoing|outbound)\s", re.IGNORECASE)
_FROM = pattern(rf"\bfrom\s+(?:him|her|them|{_NAME})")
_TO = pattern(rf"\bto\s+(?:him|her|them|{_NAME})")
_ASKS_ME = pattern(r"\b(?:would|could|can|will|do|did|have|am|should|may|if|whether)\s+I\b", re.IGNORECASE)
# Of himself one writes `say`, `want`: the third person is the other.
_THEY_SAY = pattern(
    r"[\s:—–,.-]*(?:(?:says?|wants|asks|needs|thinks|wonders|loves|likes|hopes|reports|complains|confirms|offers|wondering|complained|complaining)\b)",
    re.IGNORECASE)
_THEIRS = pattern(r"\b(?:him|her|them|his|their|she|he|they)\b", re.IGNORECASE)
_MINE = pattern(r"\b(?:I|me|my|mine|us|our)\b")
# A direction that is said outright, right behind the kind: `email in about the invoice`, `call out (long)`.
_STATED = pattern(r"[*_=]{0,3}\s+[*_=(]{0,3}(?P<way>(?i:in|out))(?![^\W_]|['’-])[)*_=]{0,3}\s*(?P<behind>[^\W_][\w'’]*)?")
# Words with which `in` and `out` are a phrase of place, time or manner, and say nothing of the direction.
_PHRASES = (
    "the a an my his her our their its your that these those front reply response return answer person passing town bed hospital private public"
    " secret advance haste general total part full brief detail writing tears two three spring summer autumn winter january february"
    " march april may june july august september october november december german english french spanish of")
_IN_A_PHRASE = frozenset(_PHRASES.split())
# With these they are the adverb of a verb, too: `called in at the office`, but `email in at ten`.
_BEHIND_VERBS = frozenset(("about", "for", "with", "on", "at", "to"))
_THIS = pattern(r"\s+(?:morning|afternoon|evening|week|weekend|month)\b")
_TIME = pattern(r"\d{1,2}(?::\d\d|[ap]m)\b", re.IGNORECASE)
# `email< the plans`, `dm → her`; what stands in such signs (`<ada@x.org>`, `<https://…>`, `<b>`, and `<->`) is no arrow.
ARROW = r"(?:->|>|→|←|(?:<-|<)(?!-?>|\S[^<>\n]{0,300}(?<!-)>))"
_ARROW = pattern(rf"\s*({ARROW})")
_NOT_REACHED = pattern(r"\b(?:no answer|no reply|didn't (?:pick up|answer)|left (?:\w+ )?(?:voicemail|vm|message))\b", re.IGNORECASE)


def find_direction(text: str, kind: str, start: int, end: int, behind: int = 0) -> Direction | None:
    """What the words say of the direction, else the kind's default.

    The word of the kind stands from `start` to `end`, with others for kinds up to `behind` (`text message`).
    """
    word = text[start:end].lower().replace("’", "'")
    if KINDS[kind] is None:
        return None
    if kind in TOGETHER:
        return default_direction(word, kind)
    stated = _find_stated(text, kind, word, max(end, behind))
    if stated:
        return stated
    arrow = _ARROW.match(text, end)
    if arrow:
        return "in" if arrow[1][0] in "<←" else "out"
    clause = text[: end + _REACH]
    if kind in ("intro", "referral") and _PUT_BY.search(clause):
        return "in"
    return _by_subject(clause, kind, start, end) or _by_object(clause, kind, word, end) or default_direction(word, kind)


def _find_stated(text: str, kind: str, word: str, end: int) -> Direction | None:
    """The direction that is said outright behind the kind, which ends at `end`."""
    match = _STATED.match(text, end)
    if not match:
        return None
    way: Direction = "in" if match["way"].lower() == "in" else "out"
    behind = match["behind"]
    if behind is None or behind in ("Re", "RE") or _TIME.match(text, match.start("behind")):
        return way
    if behind == "this":
        return way if _THIS.match(text, match.end()) else None
    if not behind[0].islower() or behind in _IN_A_PHRASE:  # `in Berlin`, `in 2019`
        return None
    if behind in _BEHIND_VERBS and word not in KINDS and VERB.fullmatch(word):
        return None
    return None if kind == "gave" and behind.endswith("ing") else way  # `help in moving house`


def _by_subject(clause: str, kind: str, start: int, end: int) -> Direction | None:
    """Who acts, in the words up to the one that names the kind."""
    if _DONE_TO_ME.search(clause):
        return "in"
    way = _INCOMING.search(clause, 0, start)
    if way:
        return "in" if way[1] else "out"
    answer = _ANSWER.match(clause)
    if answer:
        return "in" if answer["mine"] or answer["theirs"] else "out"
    if _THEIR_ACT.search(clause, 0, end + 1) or _GOT.match(clause) or _TO_ME.search(clause):
        return "in"
    if kind == "call" and _NOT_REACHED.search(clause):
        return "out"
    if _EXCHANGE.search(clause) or _WE.search(clause, 0, start):
        return "both"
    if _MY_ACT.search(clause) or VERB.match(clause):
        return "out" if kind != "ask" or not _is_about_me(clause[end:]) else "in"
    theirs = _WHOSE.search(clause, 0, start) or (KINDS[kind] == "out" and _THEY.match(clause)) or clause[start:end].lower() == "asks"
    return "in" if theirs else None


def _by_object(clause: str, kind: str, word: str, end: int) -> Direction | None:
    """On whom it acts, in the words behind."""
    behind = clause[end:]
    if _CAME.match(behind):
        return "in"
    if _ASKS_ME.search(clause) or _FROM.search(clause) or (kind == "ask" and _is_about_me(behind)):
        return "in"
    if word.startswith(("spoke", "talked")):
        return None
    if VERB.fullmatch(word) or _TO.search(clause):
        return "out"
    if KINDS[kind] == "both":
        # Of a call one knows by what was said in it: `call, asked her to be a reference`.
        said = VERB.match(behind.lstrip(" ,.—–-"))
        return "out" if said and _THEIRS.search(behind) else None
    return "in" if _THEY_SAY.match(behind) or _THEIR_ACT.search(clause) else None


def _is_about_me(text: str) -> bool:
    """`asked if I could speak`: who asks is the other."""
    return _MINE.search(text) is not None and not _THEIRS.search(text)
