"""The number in a dated rating: `- 2026-11-22 rating: 4 easier than it was`."""

import re

from ..model.pattern import pattern

RATINGS = range(1, 6)

_RATING = pattern(r"\brating\b[^\w\n]{0,30}([1-5])(?!\d)", re.IGNORECASE)
_SPOKEN = pattern(r"([1-5])(?:\s?/\s?5(?!\d)|(?!\d))[\s:,.;—–-]*(.*)", re.DOTALL)


def read_rating(line: str) -> int | None:
    """The rating that a log line gives, from 1 to 5; None when it is another reflection."""
    found = _RATING.search(line)
    return int(found[1]) if found else None


def split_rating(said: str) -> tuple[int | None, str]:
    """A rating at the beginning of what was said, and the words behind it; no rating when it begins with none."""
    found = _SPOKEN.fullmatch(said.strip())
    return (int(found[1]), found[2].strip()) if found else (None, said.strip())
