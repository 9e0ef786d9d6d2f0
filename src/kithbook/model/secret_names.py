"""What confidential people go by, and how a text is found to name one of them, however it is written.

For what goes to disk, and for other eyes. Doubt closes: a word that could be the name is
taken for it, but not one that somebody else goes by, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple
from unicodedata import normalize

from .contact import Contact
from .resolve import fold, stem_of

_TELLING = 7  # signs: what is shorter, and run together, stands in too many words by chance
_FIRST_NAME = 4  # signs of a first name that may stand alone
_LAST_NAME = 2

# Signs that set off or hide, and do not change what a name says to a reader; elements of HTML within a word.
_SET_OFF = re.compile("[*_`\\\\\u00ad\u200b-\u200f\u2060\ufeff]|</?[A-Za-z][^<>\n]{0,200}>")
# Scripts that set no words apart.
_WITHOUT_SPACES = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")


class SecretNames(NamedTuple):
    """All of them, folded: `whole` are names, aliases and addresses, `lone` words that tell only when they begin with a capital.

    Those are names of one word, and of longer ones the first and family names by which nobody goes who is not confidential.
    """

    whole: frozenset[str] = frozenset()
    lone: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.whole or self.lone)


def names_of_confidential(contacts: Collection[Contact], confidential: Iterable[str]) -> SecretNames:
    """What confidential people go by, how they are reached, and the names of `confidential` notes (paths)."""
    people = [contact for contact in contacts if contact.confidential]
    names = {stem_of(path) for path in confidential}
    names.update(name for contact in people for name in (contact.name, *contact.whole_profile.aliases))
    reached = {way for contact in people for way in (*contact.whole_profile.email, *contact.whole_profile.phone)}
    others = {word for contact in contacts if not contact.confidential
              for name in (contact.name, stem_of(contact.path), *contact.whole_profile.aliases) for word in _words_of(name)}
    parts = {word for contact in people for name in (contact.name, stem_of(contact.path)) for word in _lone(name)}
    single = {name for name in names if len(name) > 1 and _WORD.fullmatch(name) and name[0].isupper()}
    return SecretNames(frozenset(fold(name) for name in (names - single) | reached if len(name.strip()) > 1),
                       frozenset((parts - others) | {word for name in single for word in _words_of(name)}))


def _words_of(name: str) -> list[str]:
    return [normalize("NFKC", word).casefold() for word in _WORD.findall(normalize("NFKC", name))]


def _lone(name: str) -> Iterable[str]:
    """The words of a name of several by which somebody can be meant."""
    words = [word for word in _WORD.findall(normalize("NFKC", name)) if word[0].isupper()]
    for word in words if len(name.split()) > 1 else ():
        if len(word) >= (_LAST_NAME if word is words[-1] else _FIRST_NAME):
            yield word.casefold()


def _as_read(text: str) -> str:
    """A text as a reader takes it, in one line: for finding names in whatever way they are written."""
    if "&" in text:
        from html import unescape

        text = unescape(text)
    if "%" in text:
        from urllib.parse import unquote

        text = unquote(text)
    return " ".join(_SET_OFF.sub("", text if text.isascii() else normalize("NFKC", text)).split())


def _run_together(read: str) -> str:
    return "".join(filter(str.isalnum, read))


def any_of(names: Collection[str]) -> re.Pattern[str]:
    """Any of these as words of their own, where a script sets words apart."""
    return re.compile("|".join(re.escape(name) if _WITHOUT_SPACES.search(name) else rf"(?<![^\W_]){re.escape(name)}(?![^\W_])"
                               for name in sorted(names)), re.IGNORECASE)


def names_one_of(names: SecretNames) -> Callable[[object], bool]:
    """Tells whether a value is a text that names one of them: whole, as a tag or an address has it, with the family name first, or by a lone name."""
    secret = [_as_read(name).casefold() for name in names.whole]
    run_together = {_run_together(way) for name in secret for way in (name, " ".join(reversed(name.split())))}
    telling = [name for name in run_together if len(name) >= _TELLING]
    lone = any_of(names.lone) if names.lone else None
    whole = any_of(secret) if secret else None

    def tells(text: object) -> bool:
        if not isinstance(text, str):
            return False
        written = _as_read(text)
        read = written.casefold()
        together = _run_together(read)
        return ((whole is not None and whole.search(read) is not None) or any(name in together for name in telling)
                or (lone is not None and any(found[0][0].isupper() for found in lone.finditer(written))))

    return tells
