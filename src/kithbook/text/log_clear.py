"""Words that tell the direction for sure, also behind `email:`, where the direction of the kind would hold.

    email: received from Ada · intro: introduced by [[Ben]] · call: she called       they turned to me

What is not said in one of these ways, at the head of the text, is left to the kind: of a call one knows
by what was said in it (`call: she asked about the roof`) who was there, and not who rang.
"""

import re
from collections.abc import Mapping
from functools import cache

from ..model.entry import Direction
from ..model.pattern import pattern

# What somebody does in an entry of a kind.
_ACTS: Mapping[str, str] = {
    "call": "called|rang|phoned|telephoned|skyped|facetimed",
    "email": "emailed|e-mailed|mailed|wrote|replied|sent|answered|forwarded",
    "message": "texted|messaged|wrote|replied|sent|pinged|answered|whatsapped|slacked",
    "letter": "wrote|sent|replied|answered",
    "gave": "gave|gifted|lent|loaned|sent|shared|brought|bought|donated|helped|advised|offered",
    "intro": "introduced|connected|put",
    "referral": "referred|recommended|sent|passed",
    "ask": r"asked (?:me|us|my|(?:if|whether) I|for my)",
    "thanks": "thanked",
}
_OF_EVERY_KIND = "|".join(dict.fromkeys("|".join(acts for kind, acts in _ACTS.items() if kind != "ask").split("|"))) + "|" + _ACTS["ask"]
# Of a name without `me` behind it nobody knows: `Femi introduced to Kirsten`.
_WITH_ME = ("intro", "referral", "thanks")
_RECEIVED = ("e-mail", "email", "mail", "letter", "message", "text", "call", "voicemail")
_BY_THEM = ("called", "emailed", "texted")
_PUT = ("introduced", "intro'd", "referred", "recommended", "connected")
_HIM = r"(?:him|her|them)\b"
_NO_NAME = (r"(?!(?:I|We|You|It|Then|Just|Also|Again|Only|And|But|So|Today|Later|Every\w+|Nobody|Finally|Have|Had|Was|Been|Got|Not|Never|\w+ly"
            r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\b)")
_LINK = r"\[\[[^\[\]\n]{1,300}\]\]"
_ADVERB = r"(?:(?:has|had|just|also|then|kindly|[a-z]+ly) )?"
_BY = r"[^\n]{0,60}? (?:by|via|through) "


def _at_the_head(name: str) -> str:
    """The pattern of a text that can begin with such words; `name` is that of a word with a capital.

    It is tried on every entry of a log, so of the words that begin with one letter each is looked at only when that one is there.
    """
    who = rf"(?:{_HIM}|{_LINK}|{name})"
    received = rf"(?:received\b|from {who})"
    act = rf"{_ADVERB}(?:{_OF_EVERY_KIND})\b"
    begins = ["received\\b", f"from {who}", *(f"{word} {received}" for word in _RECEIVED), *(f"{word} {act}" for word in ("he", "she", "they")),
              *(rf"{word}\b{_BY}{who}" for word in _PUT), rf"was (?:{'|'.join(_PUT)})\b{_BY}{who}",
              *(rf"{word} (?:{_HIM}|\[\[)" for word in ("by", "via", "through")), *(f"{word} by {who}" for word in _BY_THEM)]
    letters: dict[str, list[str]] = {}
    for begin in begins:
        letters.setdefault(begin[0], []).append(begin[1:])
    return "|".join((*(f"{letter}(?:{'|'.join(rest)})" for letter, rest in letters.items()), f"{_LINK} {act}", f"{name} (?:{act}|{received})"))


AT_A_GLANCE = _at_the_head(r"[A-Z\x80-\xff][\w\x80-\xff'-]*+").encode("latin-1")
"""Where a text (in bytes, behind the head of an entry) does not begin so, nothing in it is clear."""

_NAME = _NO_NAME + r"[^\W\d_a-zß-öø-ÿ][\w'’-]*"
_MAY_BE_CLEAR = pattern(_at_the_head(r"[^\x00-@\[-\x7f][\w'’-]*+"))


@cache
def _clear(kind: str) -> re.Pattern[str]:
    """What is clear in an entry of a kind."""
    ends = r"(?=\s*(?:$|[,;:.!?(—–-])|\s+(?:about|re|with|that|asking|on|who|wanting|saying|and|to)\b)"
    from_ = rf"from (?:{_HIM}|{_LINK}(?!['’]s\b)|{_NAME}(?:\s+[^\W\d_a-z][\w'’-]*)?(?<!['’]s){ends})"
    acts = _ACTS[kind]
    me = r"\s+(?:me|us)\b" if kind in _WITH_ME else r"\b(?!\s+by\b)"
    received = "|".join(f"{word[0].upper()}{word[1:]}|{word}" for word in _RECEIVED)
    said = [rf"(?:(?:{received}) )?(?:received\b|{from_})", rf"(?:[Hh]e|[Ss]he|[Tt]hey) {_ADVERB}(?:{acts})\b", rf"(?:{_LINK}|{_NAME}) {_ADVERB}(?:{acts}){me}",
            rf"(?:{'|'.join(_BY_THEM)}) by (?:{_HIM}|{_LINK}(?!['’]s\b)|{_NAME}(?<!['’]s))"]
    if kind in ("intro", "referral"):
        said += [rf"(?:was )?(?:{'|'.join(_PUT)})\b{_BY}(?:{_HIM}|{_LINK}|{_NAME})", rf"(?:by|via|through) (?:{_HIM}|{_LINK})"]
    return re.compile("|".join(said))


def clear_direction(kind: str, text: str) -> Direction | None:
    """The direction that the words of an entry of this kind tell for sure; None when they do not."""
    if kind not in _ACTS or not _MAY_BE_CLEAR.match(text):
        return None
    return "in" if _clear(kind).match(text) else None
