"""A log entry: one dated thing that happened between people."""

from datetime import date
from typing import Literal

from .record import NamedTuple
from .withheld import Text

Direction = Literal["in", "out", "both"]

# Every kind of entry, with the direction it has when its words give none
# (the table in docs/format.md). None: the kind has no direction.
KINDS: dict[str, Direction | None] = {
    "call": "both",
    "meeting": "both",
    "email": "out",
    "message": "out",
    "letter": "out",
    "event": "both",
    "gave": "out",
    "intro": "out",
    "referral": "out",
    "ask": "out",
    "thanks": "out",
    "problem": None,
    "fixed": None,
    "outcome": "both",
    "reflection": None,
    "note": None,
}

# Kinds that are no contact between people, whatever else they are.
NO_CONTACT = frozenset({"problem", "reflection", "note"})

# Kinds that a person may wait for an answer to, when they come in.
ANSWERABLE = frozenset({"call", "email", "message", "letter"})

# Tags of what only the one in whose note it stands has said.
OWN_TAGS = frozenset({"intro-agreed", "intro-declined"})

PRIVATE_KINDS = frozenset({"reflection"})
TELLING_TAGS = frozenset(
    ("gave", "asked", "received", "thanked", "problem", "fixed", "reply-owed", "no-reply", "waiting", "theirs", "ours"))
"""What of a withheld entry its tags may still say: what it settles and opens."""


class Entry(NamedTuple):
    """One entry. `text` is what stands after the head (date, kind, direction, with).

    `with_links` are the link targets after the word `with`, `links` all of them, both as
    they are written; `tags` are lower case, without `#`. `minute` is the time of day in
    minutes, when one is given; `by` who of those who share the vault has signed it. In a note,
    entries stand in time order, oldest first.
    """

    path: str
    line: int
    date: date
    minute: int | None
    kind: str
    direction: Direction | None
    text: Text
    tags: tuple[str, ...]
    with_links: tuple[str, ...]
    links: tuple[str, ...]
    by: str | None = None

    @property
    def is_contact(self) -> bool:
        """Whether two people really were in touch (not yet asking whether it is planned)."""
        return self.kind not in NO_CONTACT and not self.is_hearsay

    @property
    def is_hearsay(self) -> bool:
        """Whether it says, in another's note, what came of an introduction to that other. (An `outcome` has a direction everywhere else.)"""
        return self.kind == "outcome" and self.direction is None
