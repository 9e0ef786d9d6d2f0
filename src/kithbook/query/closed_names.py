"""Whether a text of an export names somebody confidential: no other note is to hold it, not even the name (guarantee 5).

Doubt closes: every name and alias counts, one word alone, too, and so do addresses and numbers.
"""

import re
from collections.abc import Iterable

from ..model.book import Book
from ..model.contact import addresses_of
from ..model.pattern import pattern
from ..model.resolve import stem_of
from ..model.secret_names import has_number, is_nobodys, number_end
from .wording import APART, bare

_NO_WORD = pattern(r"[\W_]+")
_APART = pattern(f"[{APART}]")
_FEWEST_SIGNS = 6  # of an address: `a.b` stands in many a text


class ClosedNames:
    """The names, addresses and numbers of everybody confidential in a book."""

    def __init__(self, book: Book) -> None:
        paths = [path for path in book.confidential if path in book.contacts]
        profiles = [*(book.contacts[path].whole_profile for path in paths), *book.unread]
        called = (*map(stem_of, paths), *(name for profile in profiles for name in (profile.name, *profile.aliases)))
        names = {_words(name) for name in called if not is_nobodys(name)}
        names |= {f" {' '.join((words[-1], *words[:-1]))} " for words in (name.split() for name in names) if len(words) > 1}  # Reyes, Ana
        self._names = [name for name in names if name.strip()]
        self._addresses = [address for profile in profiles for address in map(_bare_address, (*addresses_of(profile.email), *profile.url))
                           if len(address) >= _FEWEST_SIGNS]
        self._numbers = {end for profile in profiles for end in map(number_end, profile.phone) if end}

    def any_in(self, texts: Iterable[str]) -> bool:
        """Whether one of the texts says who one of them is, or how to reach them."""
        return bool(self._names) and any(map(self._is_in, texts))

    def is_more_than_a_word_in(self, text: str) -> bool:
        """Whether a text holds a name of theirs that is more than one word: a first name alone is many people's."""
        said = _words(text)
        return any(name in said for name in self._names if len(name.split()) > 1 or _APART.search(name))

    def _is_in(self, text: str) -> bool:
        said, plain = _words(text), text.casefold()
        return (any(name in said for name in self._names) or any(address in plain for address in self._addresses)
                or has_number(text, self._numbers))


def _words(text: str) -> str:
    """The words of a text with one blank around each; where a script sets no words apart, every sign is one."""
    words = _NO_WORD.sub(" ", _APART.sub(r" \g<0> ", bare(text))).split()
    return f" {' '.join(words)} "


def _bare_address(address: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", address.strip().casefold()).rstrip("/")
