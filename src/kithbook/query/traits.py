"""What a note says of somebody that others could be served by, and whom they are tied to."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from ..model.contact import Profile
from ..model.entry import Entry
from ..model.introducer import introducer
from ..model.record import NamedTuple
from ..model.resolve import keys_of
from ..model.summary import Summary

Key = Literal["needs", "goals", "challenges", "offers", "role", "org", "interests", "tags", "stage", "circle"]
How = Literal["knows", "met_via", "introduced", "introduced_me", "asked", "together"]

KEYS: tuple[Key, ...] = ("needs", "goals", "challenges", "offers", "role", "org", "interests", "tags", "stage", "circle")
_GATHERINGS = ("meeting", "event", "call")
_MOST_TOGETHER = 6  # in a larger crowd nobody need have met anybody
ASKED = "intro-asked"


class Trait(NamedTuple):
    """Something that front matter says: of the contact whose note it is, or in `me.md` of me. `line` is that of the key."""

    path: str
    key: Key
    text: str
    line: int


class Mention(NamedTuple):
    """A line that ties people: the contact whose note it is (when it is one's) and those whom `targets` link.

    `how`: by front matter (`knows`, `met_via`), or by the log: I introduced them, or was introduced,
    have asked whether I may, or they were together somewhere. `by` links the one who brought us together, where it is
    not the one whose note it is.
    """

    path: str
    line: int
    how: How
    day: date | None
    at_home: bool
    targets: tuple[str, ...]
    by: str | None = None

    @property
    def keys(self) -> frozenset[str]:
        """The names (folded) of which it takes one to be meant."""
        return frozenset[str]().union(*map(keys_of, self.targets))


def traits_in(summary: Summary) -> Iterator[Trait]:
    """What a note says of its contact or of me; nothing of a confidential person."""
    profile = summary.profile
    if profile is None or summary.confidential or summary.kind not in ("contact", "me"):
        return
    for key in KEYS:
        value = getattr(profile, key)
        line = profile.lines.get(key, 1)
        for text in (value,) if isinstance(value, str) else value or ():
            yield Trait(summary.path, key, text, line)


def mentions_in(summary: Summary) -> Iterator[Mention]:
    """The lines of a note that tie people; none of what is confidential."""
    if summary.confidential:
        return
    at_home = summary.kind == "contact"
    if at_home and summary.profile is not None:
        yield from profile_mentions(summary.path, summary.profile)
    for entry in summary.entries:
        mention = entry_mention(entry, at_home=at_home)
        if mention is not None:
            yield mention


def profile_mentions(path: str, profile: Profile) -> Iterator[Mention]:
    """Whom the front matter of a contact ties to them."""
    for target in profile.knows:
        yield Mention(path, profile.lines.get("knows", 1), "knows", None, True, (target,))
    if profile.met_via:
        yield Mention(path, profile.lines.get("met_via", 1), "met_via", None, True, (profile.met_via,), profile.met_via)


def entry_mention(entry: Entry, *, at_home: bool) -> Mention | None:
    """Whom an entry ties; None when it ties nobody. `at_home`: it stands in a contact's note."""
    how = _how(entry)
    targets = entry.with_links if at_home and (entry.with_links or entry.kind != "intro") else entry.links
    if how is None or not isinstance(entry.text, str) or not 2 <= len(targets) + at_home <= _MOST_TOGETHER:
        return None
    return Mention(entry.path, entry.line, how, entry.date, at_home, targets, introducer(entry))


def _how(entry: Entry) -> How | None:
    if entry.kind == "intro":
        return "introduced_me" if entry.direction == "in" else "introduced"
    if ASKED in entry.tags:
        return "asked"
    return "together" if entry.kind in _GATHERINGS else None
