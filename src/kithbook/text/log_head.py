"""The head of a log entry: which kind it is, in which direction, and where its text begins.

    call in with [[Mary Somerville]]: asked for the plans      the canonical form
    coffee w/ Anselm · rang back · emailed re the plans        read as well

A formal head (`KIND [in|out] [with …]` and a colon) means what it says. Otherwise the
kind is looked for among the first words, and their grammar gives the direction.
"""

from collections.abc import Mapping

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
    """Whether a heading is nothing but a word for a reflection: then its section is private, dated or not."""
    return words.get(heading.strip(" \t:.*_#—–-").lower()) in PRIVATE_KINDS
