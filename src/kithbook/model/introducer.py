"""Who introduced or referred, when an entry says that it was another than the one in whose log it stands.

`introduced by [[Bo]]`, `referral in: through [[Bo]]` and `[[Bo]] introduced us` are Bo's doing, in whoever's
note they stand: they count for Bo, too, and it is Bo who is thanked for them.
"""

import re

from .entry import Entry
from .pattern import pattern

_LINK = r"(?:\[\[([^\[\]|#\n]{1,300})(?:[|#][^\[\]\n]{0,300})?\]\]|\[[^\[\]\n]{1,300}\]\(<?([^()<>\n]{1,500})>?\))"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
# `[[Cy]] Ltd` and `[[Bo]]'s sister` are others than those who are linked.
_ALONE = rf"(?!\s+(?!I\b){_CAPITAL})(?!['’]s\b)"
_VERB = r"(?:intro\w{0,9}|intro'd|refer\w{1,5}|recommended|connected|put in touch|vorgestellt|empfohlen|vermittelt)"
_BY_WORD = r"(?:by|via|through|from|von|durch)"
_BY = pattern(rf"(?i:[^\[\]]{{0,60}}\b{_VERB}\b[^\[\]]{{0,15}}\b|\s*)(?i:{_BY_WORD})\s+{_LINK}{_ALONE}")
_BEFORE_LINK = pattern(rf"\b{_BY_WORD}\s+\[", re.IGNORECASE)  # without it there is none
_DONE = r"(?i:introduced|intro'd|connected|referred|recommended|put)\s+(?i:me|us)\b"
_DID = pattern(rf"\s*{_LINK}(?:\s+\w+ly)?\s+(?:kindly\s+)?{_DONE}")
INTRODUCTIONS = ("intro", "referral")


def introducer(entry: Entry) -> str | None:
    """The link to the one who introduced or referred; None when the words name nobody, or it came from me."""
    target = _named(entry)
    return target if target in entry.links else None


def as_theirs(entry: Entry, target: str) -> Entry:
    """The entry as it stands in the log of the one who introduced, whom `target` links: without a link to another who did it."""
    return entry._replace(links=tuple(link for link in entry.links if link != target))


def is_theirs(entry: Entry) -> bool:
    """Whether an entry stands in the log of the one who introduced, but in the note of another."""
    target = _named(entry)
    return target is not None and target not in entry.links


def _named(entry: Entry) -> str | None:
    if entry.kind not in INTRODUCTIONS or entry.direction != "in" or not isinstance(entry.text, str) or ("](" not in entry.text and "[[" not in entry.text):
        return None
    found = _DID.match(entry.text) if entry.text.lstrip()[:1] == "[" else _BY.match(entry.text) if _BEFORE_LINK.search(entry.text) else None
    return (found[1] or found[2].replace("%20", " ")).strip() if found else None
