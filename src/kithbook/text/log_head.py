"""The head of a log entry: which kind it is, in which direction, and where its text begins.

    call in with [[Mary Somerville]]: asked for the plans      the canonical form
    coffee w/ Anselm · rang back · emailed re the plans        read as well

A formal head (`KIND [in|out] [with …]` and a colon) means what it says. Otherwise the
kind is looked for among the first words, and their grammar gives the direction.
"""

import re
from collections.abc import Mapping
from functools import cache

from ..model.entry import PRIVATE_KINDS
from .log_words import GIVEN_DIRECTIONS, WORDS, Head, default_direction

__all__ = ["GIVEN_DIRECTIONS", "WORDS", "Head", "default_direction", "names_private", "read_head"]


def read_head(rest: str, words: Mapping[str, str] = WORDS, *, dated: bool = True) -> Head:
    """Read what follows an entry's date. `words` maps a word (lower case) to its kind.

    In an undated line (`dated=False`) a kind must be stated more plainly to count.
    """
    # Its patterns cost 10 ms, and a log in the canonical form needs none of them.
    from .log_reading import read_words

    return read_words(rest, words, dated=dated)


def names_private(heading: str, words: Mapping[str, str]) -> bool:
    """Whether the first or second word of a heading is one for a reflection, or the plural of it: then its section is private, dated or not."""
    private = tuple(word for word, kind in words.items() if kind in PRIVATE_KINDS)
    return bool(private) and _begins_with(private).match(heading.lower()) is not None


@cache
def _begins_with(words: tuple[str, ...]) -> re.Pattern[str]:
    """One of the words, or a plural of it, behind no more than another."""
    return re.compile(rf"[\W\d_]*(?:[^\W_]+[\W_]+)?(?:{'|'.join(map(re.escape, words))})(?:s|es|n|en)?(?![^\W_])")
