"""Words that tell the direction for sure, also behind `email:`, where the direction of the kind would hold.

    email: received from Ada · intro: introduced by [[Ben]] · call: she called       they turned to me

What is not said in one of these ways, at the head of the text, is left to the kind: of a call one knows
by what was said in it (`call: she asked about the roof`) who was there, and not who rang. A word with a capital
is no sign of a person: `Slides sent` is what I did, `from Berlin` where I was; so a mere name tells only with `me` behind it.
"""

import re
from collections.abc import Mapping
from functools import cache

from ..model.entry import Direction
from ..model.introducer import NO_PERSON
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
# Even of a link without `me` behind it nobody knows: `[[Femi]] introduced to Kirsten`.
_WITH_ME = ("intro", "referral", "thanks")
_RECEIVED = ("e-mail", "email", "mail", "letter", "message", "text", "call", "voicemail")
_BY_THEM = ("called", "emailed", "texted")
_PUT = ("introduced", "intro'd", "referred", "recommended", "connected")
_HIM = r"(?:him|her|them)\b"
_NO_NAME = (r"(?!(?:I|We|You|It|Then|Just|Also|Again|Only|And|But|So|Today|Later|Every\w+|Nobody|Nothing|None|Yesterday|Tonight|Once|Twice|Still"
            r"|Now|First|Finally|Have|Had|Was|Been|Got|Not|Never|\w+ly"
            r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\b)")
_LINK = r"\[\[[^\[\]\n]{1,300}\]\]"
_ADVERB = r"(?:(?:has|had|just|also|then|kindly|[a-z]+ly) )?"
_NOTHING = r"(?:no|nothing|none|not|neither|nobody)\b"


def _at_the_head(name: str) -> str:
    """The pattern of a text that can begin with such words; `name` is that of a word with a capital.

    It is tried on every entry of a log, so of the words that begin with one letter each is looked at only when that one is there.
    """
    who = rf"(?:{_HIM}|{_LINK}|{name})"
    sender = rf"from (?:{_HIM}|{_LINK})"
    received = rf"(?:received\b|{sender})"
    put_by = rf"\b(?: to [^\n]{{1,400}}?)? by {who}"
    act = rf"{_ADVERB}(?:{_OF_EVERY_KIND})\b"
    begins = ["received\\b", sender, *(f"{word} {received}" for word in _RECEIVED), *(f"{word} {act}" for word in ("he", "she", "they")),
              *(word + put_by for word in _PUT), f"was (?:{'|'.join(_PUT)}){put_by}",
              *(rf"{word} (?:{_HIM}|\[\[)" for word in ("by", "via", "through")), *(f"{word} by {who}" for word in _BY_THEM)]
    letters: dict[str, list[str]] = {}
    for begin in begins:
        letters.setdefault(begin[0], []).append(begin[1:])
    return "|".join((*(f"{letter}(?:{'|'.join(rest)})" for letter, rest in letters.items()), f"{_LINK} {act}", f"{name} (?:{act}|{received})"))


AT_A_GLANCE = _at_the_head(r"[A-Z\x80-\xff][\w\x80-\xff'-]*+").encode("latin-1")
"""Where a text (in bytes, behind the head of an entry) does not begin so, nothing in it is clear."""

_WORD = r"[^\W\d_a-zß-öø-ÿ][\w'’-]*+"
_NAME = _NO_NAME + _WORD
_MAY_BE_CLEAR = pattern(_at_the_head(r"[^\x00-@\[-\x7f][\w'’-]*+"))


@cache
def _clear(kind: str) -> re.Pattern[str]:
    """What is clear in an entry of a kind."""
    ends = r"(?=\s*(?:$|[,;:.!?(—–-])|\s+(?:about|re|with|that|asking|on|who|wanting|saying|and|to|today|yesterday|at|in|after|for)\b)"
    sender = rf"from (?:(?:him|them)\b|her\b{ends}|{_LINK}(?!['’]s\b))"
    doer = rf"(?:{_HIM}|{_LINK}|{NO_PERSON}{_NAME})"
    acts = _ACTS[kind]
    me = r"\s+(?:me|us)\b"
    here = r"\b(?!\s+by\b)"
    behind = me if kind in _WITH_ME else here
    received = "|".join(f"{word[0].upper()}{word[1:]}|{word}" for word in _RECEIVED)
    said = [rf"(?:(?:{received}) )?(?:received\b(?!\s+(?:{_NOTHING}|by {doer}))|{sender})", rf"(?:[Hh]e|[Ss]he|[Tt]hey) {_ADVERB}(?:{acts})\b",
            rf"{_LINK} {_ADVERB}(?:{acts}){behind}", rf"{_NAME} {_ADVERB}(?:{acts}){here if kind == 'ask' else me}",
            rf"(?:{'|'.join(_BY_THEM)}) by {doer}(?<!['’]s)(?!['’]s\b)"]
    if kind in ("intro", "referral"):
        said += [rf"(?:was )?(?:{'|'.join(_PUT)})(?: to (?:{_LINK}|{_WORD}(?: {_WORD})?))? by {doer}", rf"(?:by|via|through) (?:{_HIM}|{_LINK})"]
    return re.compile("|".join(said))


def clear_direction(kind: str, text: str) -> Direction | None:
    """The direction that the words of an entry of this kind tell for sure; None when they do not."""
    if kind not in _ACTS or not _MAY_BE_CLEAR.match(text):
        return None
    return "in" if _clear(kind).match(text) else None
