"""The promises in a text: whose, what, and until when."""

import re
from collections.abc import Sequence
from datetime import date

from ...model.promise import Who
from ...model.settings import DateOrder
from ...model.spoken_promise import SpokenPromise
from .clauses import Clauses
from .english import ENGLISH
from .language import Language
from .remark import Kind, Remark

_BOX = re.compile(r"\s*(?:[-*+]\s+)?\[([^\]\n])\]\s*")
_OWNER = re.compile(r"(me|i|us|we|[^\W\d_][\w.]{0,20})\s*:\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def find_promises(text: str, made: date, languages: Sequence[Language] = (ENGLISH,),
                  order: DateOrder | None = None, kind: Kind = "remark") -> list[SpokenPromise]:
    """The promises that stand in a remark, or a sentence of a letter, of the day `made`, in the order in which they are said."""
    lower = _lower(text)
    box = _BOX.match(text)
    if box is not None:
        return _in_box(text, box, made, languages, order)
    remark = Remark(text, lower, made, _language_of(lower, languages), order)
    return Clauses(remark, remark.promises(kind)).worded()


def _language_of(lower: str, languages: Sequence[Language]) -> Language:
    """The language that most of the words speak for; the first in doubt."""
    if len(languages) == 1:
        return languages[0]
    words = frozenset(_WORD.findall(lower))
    counts = [len(words & language.signs) for language in languages]
    return languages[counts.index(max(counts))]


def _in_box(text: str, box: re.Match[str], made: date, languages: Sequence[Language], order: DateOrder | None) -> list[SpokenPromise]:
    """A checkbox that is no task of a list: open is promised, by whoever stands before a colon."""
    if box[1] != " ":
        return []
    at = box.end()
    owner = _OWNER.match(text, at)
    who: Who = "me"
    if owner:
        at = owner.end()
        who = {"me": "me", "i": "me", "us": "us", "we": "us"}.get(owner[1].lower(), "them")  # type: ignore[assignment]
    due, due_text = read_due(text, made, languages, order)
    return [SpokenPromise(who, text[at:].strip(), due, due_text, 0.9, at)]


def read_due(text: str, made: date, languages: Sequence[Language], order: DateOrder | None) -> tuple[date | None, str | None]:
    """The last day that a text names, and the words that do."""
    lower = _lower(text)
    days = _language_of(lower, languages).find_days(lower, made, order)
    return (days[-1].day, text[days[-1].start : days[-1].end]) if days else (None, None)


def _lower(text: str) -> str:
    """The text in lower case, sign for sign, with plain apostrophes."""
    lower = text.lower().replace("’", "'").replace("‘", "'")
    if len(lower) != len(text):
        lower = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    return lower
