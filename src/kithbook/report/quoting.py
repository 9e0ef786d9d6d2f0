"""Texts of notes within sentences of ours: no stop in the middle, no capital of a sentence, nothing that begins with `to`."""

import re
from collections.abc import Mapping

from ..model.pattern import pattern

_ABBREVIATED = pattern(r"(?<![\w.])(?:Bros|Co|Corp|Dr|Esq|Inc|Jr|Ltd|Mr|Mrs|Ms|Mt|Prof|Rev|Sr|St|approx|bzw|etc|ff|usw|vs)\.\Z|\w\.\w\.\Z")  # and U.S.
# Words that have a capital only because they begin a sentence.
_SMALL = pattern(r"(?:An?|The|To|For|Some(?:body|one|thing)?|Any(?:body|one|thing)?|My|Our|His|Her|Their|One|Two|Three|Four|Five|More|How|What|Where|Who"
                 r"|In|On|At|With|From|Of|By)(?=\s)")
_NOUNS: Mapping[str, str] = {"gave": "the gift", "intro": "the introduction", "referral": "the referral", "ask": "what was asked"}
_PREPOSITION = pattern(r"(?:to|for|from|of|with|at|on|about|through|via|by|between)\s", re.IGNORECASE)


def unstopped(text: str) -> str:
    """A text without the stop at its end; an abbreviation keeps it."""
    text = text.rstrip()
    return text if text.endswith("..") or _ABBREVIATED.search(text) else text.removesuffix(".")


def within(text: str) -> str:
    """A text as it stands within a sentence: without the stop, and without the capital of an article or such.

    Before another capital it is part of a name: `The Hague`, `My Fair Lady`.
    """
    said = unstopped(text)
    first = _SMALL.match(said)
    return said[0].lower() + said[1:] if first and not said[first.end() :].lstrip()[:1].isupper() else said


def as_question(text: str) -> str:
    """A text at the end of a question: with one sign."""
    return unstopped(text).rstrip("?! ") + "?"


def what_it_was(kind: str | None, text: str) -> str:
    """What an entry tells of, as a thing: `the introduction to Ana` where it says `to Ana`."""
    said = unstopped(text)
    noun = _NOUNS.get(kind or "", "")
    return f"{noun} {said[0].lower()}{said[1:]}" if noun and _PREPOSITION.match(said) else said
