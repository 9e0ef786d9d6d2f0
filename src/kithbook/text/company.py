"""Who was there, by the lines below the title of an entry: a list of names right under it, or a line that says that somebody came."""

from collections.abc import Iterable

from ..model.pattern import pattern
from .links import LINK, find_links

_NAMES = rf"[*_]{{0,3}}{LINK}[*_]{{0,3}}(?:\s*(?:,|;|&|\+|\band\b)?\s*(?:and\s+)?[*_]{{0,3}}{LINK}[*_]{{0,3}})*+"
_BULLET = r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?"
_LABEL = r"[*_]{0,3}(?i:attendees|participants|present|people|who|with|there)[*_]{0,3}::?[*_]{0,3}"
_LISTED = pattern(rf"{_BULLET}(?:{_LABEL}\s*)?{_NAMES}[.\s]*|{_BULLET}{_LABEL}\s*|\s*")
_CAME = pattern(
    rf"{_BULLET}{_NAMES}\s+(?:also\s+|later\s+|then\s+)?(?:joined(?:\s+(?:us|me|too|later|in|as well|for|at|after|from|by|on|halfway|the)\b.*)?"
    r"|came(?:\s+(?:too|along|as well|later|with us)\b.*)?|(?:was|were) (?:there|present|with us|along)\b.*|too|as well)[.!\s]*")


def find_company(lines: Iterable[str]) -> tuple[str, ...]:
    """The targets of the links to those who were there, given the lines below a title."""
    there: dict[str, None] = {}
    listing = True
    for line in lines:
        listing = listing and _LISTED.fullmatch(line) is not None
        if listing or _CAME.fullmatch(line):
            there.update(dict.fromkeys(find_links(line)))
    return tuple(there)
