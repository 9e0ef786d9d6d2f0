"""Tells at a glance of most remarks that nothing is promised in them for sure, without loading a language.

The words are those without which no frame fits that is as sure as that: by the tables of the languages, with which
`tests/text/test_sieve.py` holds them together. What passes is looked at by the finder.
"""

from collections.abc import Iterable

from ...model.pattern import pattern
from ...model.settings import Settings
from ...model.spoken_promise import SpokenPromise

SURE = 0.9  # confidence from which on the agenda tells of a promise; docs/scan.md has what it was measured on
DATED = 0.05  # what a day adds to a confidence

# One of these must be there; of several words all of them, in any order.
TRIGGERS = {
    "en": "fail to,forget to,itll,ll,shall,theyll,wil,will,youll",
    "de": "werde",
}
# What people are called by what they are to somebody (in English).
ROLES = (
    "cand candidate landlord client agent buyer seller vendor supplier contractor physio doctor plumber builder electrician lawyer solicitor"
    " accountant recruiter editor publisher printer promoter professor prof supervisor teacher coach tutor secretary organiser organizer"
    " ref referee umpire captain skipper vicar rector curate priest pastor verger warden matron midwife nurse gp surgeon therapist barber hairdresser groomer"
    " childminder nanny babysitter cleaner gardener chef caterer florist landlady tenant lodger flatmate housemate roommate caretaker janitor courier postman decorator"
    " plasterer roofer joiner carpenter mason glazier locksmith handyman farrier blacksmith tailor framer organist conductor producer soundman bassist drummer photographer"
    " treasurer secretary headmaster registrar postdoc intern apprentice dealer broker adviser advisor solicitor barrister councillor inspector surveyor dentist vet mechanic bloke chap guy lad lady plugger curator translator designer photographer")
# One of these must be there, too: whose it is. In German the verb says so.
SUBJECTS = {
    "en": frozenset(["i", "ah", "we", "us", "me", "he", "him", "she", "her", "they", "theyll", "myself", "meself", *ROLES.split()]),
    "de": frozenset[str](),
}
# Words that are read as two in a promise, and more often are what they are: it went well.
ALSO_WORDS = frozenset(["hell", "id", "ill", "shed", "shell", "wed", "well"])
# With these it is meant, and not promised; or promised for a case that may not come.
_HEDGES = frozenset(["try", "probably", "likely", "maybe", "perhaps", "hopefully", "versuchen", "vielleicht", "wahrscheinlich", "wohl"])
_CONDITIONS = frozenset(["if", "unless", "otherwise", "when", "once", "wenn", "falls", "sonst"])

_PIECE = pattern("[a-z]+")
_WORD = pattern(r"\w+")
_BOX = b"[ ]"  # open in a remark, it is promised, whatever its words are
_KELVIN = "\u212a".encode()  # the one sign that is an English letter in lower case, and else is none
_PLAIN = bytes(sign | 0x20 if chr(sign).isalpha() and sign < 128 else 0x20 for sign in range(256))


def is_sure(said: SpokenPromise, text: str) -> bool:
    """Whether the words in which it is said leave no doubt that it is a promise, whether a day is named or not."""
    if not said.action or round(said.confidence - (DATED if said.due else 0), 2) < SURE:
        return False
    opening, _, _ = text[said.start :].lower().partition(said.action.lower())
    words = _WORD.findall(opening)
    if not _CONDITIONS.isdisjoint(_WORD.findall(text.lower())):
        return False
    return ALSO_WORDS.isdisjoint(words) and _HEDGES.isdisjoint((*words, said.action.partition(" ")[0].lower()))


class Sieve:
    """The sieve of one vault: of its languages, and of the phrases that its owner added."""

    def __init__(self, settings: Settings) -> None:
        self._alone: dict[bytes, frozenset[bytes]] = {}  # and the words of which one must be there, too
        self._joined: dict[bytes, list[frozenset[bytes]]] = {}
        self._lets_all = False
        for code in settings.scan_languages or ("en",):
            subjects = frozenset(word.encode() for word in SUBJECTS[code])
            for phrase in TRIGGERS[code].split(","):
                self._add(phrase.encode().split(), subjects)
        for phrase in dict(settings.scan_phrases):
            self._add([piece.encode() for piece in _PIECE.findall(phrase.lower())])
        self._first = frozenset((*self._alone, *self._joined))

    def _add(self, pieces: list[bytes], subjects: frozenset[bytes] = frozenset()) -> None:
        if not pieces:  # a phrase without a letter that is an English one
            self._lets_all = True
        elif len(pieces) == 1:
            self._alone[pieces[0]] = subjects
        else:
            self._joined.setdefault(max(pieces, key=len), []).append(frozenset(pieces))

    def lets_through(self, said: bytes) -> bool:
        """Whether something may be promised for sure in a text (UTF-8); False is certain."""
        words = said.translate(_PLAIN).split()
        if not self._first.isdisjoint(words) and self._fits(words):
            return True
        return self._lets_all or _BOX in said or _KELVIN in said

    def _fits(self, words: Iterable[bytes]) -> bool:
        there = frozenset(words)
        if any(not subjects or not subjects.isdisjoint(there) for word in self._alone.keys() & there for subjects in (self._alone[word],)):
            return True
        return any(needed <= there for word in self._joined.keys() & there for needed in self._joined[word])
