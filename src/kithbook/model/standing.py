"""How things stand with somebody: what entries open, what settles it, and what is still open.

The rules are those of docs/format.md, "Derived, never stored". Every entry has an
*effect*: what it opens (a reply owed, thanks owed, a loop, a problem) and what it settles
of all that came before. That is all there is to know of an old log, so the few entries
that still matter (`live_places`) stand for the whole of it.

Beside these an effect says how I turned to them, which nothing settles: to ask for something
(`ASK`), where people meet (`MEETING`), or otherwise (`TOUCH`). From the newest of each it is known
whether I ever turned to somebody with anything but an ask.
"""

from collections.abc import Collection, Sequence
from datetime import date
from functools import cache

from .entry import ANSWERABLE, NO_CONTACT, Direction, Entry
from .introducer import introduced_to, introducer
from .record import NamedTuple
from .withheld import Withheld

REPLY, THANKS, LOOP, PROBLEM = 1, 2, 4, 8
_OPENINGS = (REPLY, THANKS, LOOP, PROBLEM)
_ALL = REPLY | THANKS | LOOP | PROBLEM
ASK, TOUCH, MEETING = 16, 32, 64
_TURNS = ASK | TOUCH | MEETING
_GIVES = frozenset({"gave", "intro", "referral"})


Effect = tuple[int, int, bool]
"""Bits of what an entry opens and settles, and whether it was a contact. (A plain tuple: there are as many as entries.)"""


@cache
def effect_of(kind: str, direction: Direction | None, tags: tuple[str, ...] = ()) -> Effect:
    """The effect of an entry. `#thanked` and `#fixed` settle the entry itself; on one that opens nothing, all before it."""
    hearsay = kind == "outcome" and direction is None  # see `Entry.is_hearsay`; what it settles, `stand` knows
    contact = kind not in NO_CONTACT and not hearsay
    opens = settles = 0
    if contact and direction in ("out", "both"):
        settles |= REPLY
    if (direction == "in" and kind in ANSWERABLE) or "reply-owed" in tags:
        opens |= REPLY
    if "no-reply" in tags:
        opens &= ~REPLY
    received = (direction == "in" and kind in ("gave", "intro", "referral")) or "received" in tags
    if received and "thanked" not in tags:
        opens |= THANKS
    if (kind == "thanks" and direction == "out") or ("thanked" in tags and not received):
        settles |= THANKS
    if kind in ("intro", "referral"):
        opens |= LOOP
    if kind == "outcome" and not hearsay:
        settles |= LOOP
    broken = kind == "problem" or "problem" in tags
    if broken and "fixed" not in tags:
        opens |= PROBLEM
    if kind == "fixed" or ("fixed" in tags and not broken):
        settles |= PROBLEM
    if contact and direction != "in":
        opens |= _turn(kind, tags)
    return opens, settles, contact


def _turn(kind: str, tags: tuple[str, ...]) -> int:
    """How I turned to somebody in a contact. Thanks are an answer, and say neither."""
    gives = kind in _GIVES or "gave" in tags
    if not gives and (kind == "ask" or "asked" in tags):
        return ASK
    if kind in ("meeting", "event"):
        return MEETING
    return 0 if kind == "thanks" else TOUCH


def effect(entry: Entry) -> Effect:
    """The effect of an entry. Nobody is told that an ask in confidence was one: it is a touch like others."""
    found = effect_of(entry.kind, entry.direction, entry.tags)
    if found[0] & ASK and isinstance(entry.text, Withheld):
        return found[0] ^ (ASK | TOUCH), found[1], found[2]
    return found


def live_places(effects: Sequence[Effect]) -> list[int]:
    """The places (oldest first) of the entries that can still matter, given all of them oldest first.

    Kept are: what is open, the newest entry that settles each sort of thing, the newest of each way of
    turning to them (of those before a `TOUCH` nothing depends), and the two
    newest contacts (two, since the first may be the meeting itself: see `Standing.contacts`).
    The rest changes no `Standing` on a day that is not before the newest entry, whatever
    other entries are added.
    """
    kept: list[int] = []
    wanted, contacts = _ALL | _TURNS, 0  # what is not settled, and not seen, yet
    place = len(effects)
    for opens, settles, contact in reversed(effects):
        place -= 1
        if (opens | settles) & wanted or (contact and contacts < 2):
            kept.append(place)
            contacts += contact
            wanted &= ~(settles | (_TURNS if opens & TOUCH else opens & _TURNS))
            if not wanted and contacts >= 2:
                break
    kept.reverse()
    return kept


class Standing(NamedTuple):
    """What is open on a day: for each sort of thing the oldest open entry.

    `contacts` are the newest contacts, at most two, the newest first. `ask` is the newest ask, when I
    never turned to them otherwise but perhaps where people met, the last time in `meeting`.
    """

    reply: Entry | None
    thanks: Entry | None
    loop: Entry | None
    problem: Entry | None
    contacts: tuple[Entry, ...]
    ask: Entry | None = None
    meeting: Entry | None = None

    @property
    def last_contact(self) -> date | None:
        return self.contacts[0].date if self.contacts else None


def stand(entries: Sequence[Entry], today: date) -> Standing:
    """How things stand today, given entries oldest first. What is planned for later is no contact yet.

    For an introduction that another has made, that other is thanked. What was heard of one settles that one alone.
    """
    oldest: dict[int, Entry] = {}
    heard: set[str] = set()
    contacts: list[Entry] = []
    turns: dict[int, Entry] = {}
    waiting, turning = _ALL, _TURNS  # what is not settled by something later, and not known yet
    for entry in reversed(entries):
        if entry.date > today:
            continue
        opens, settles, contact = effect_of(entry.kind, entry.direction, entry.tags)
        if opens & turning:
            turn = effect(entry)[0] & _TURNS
            turns.setdefault(turn, entry)
            if turn == TOUCH:
                turning = 0  # then there was more than asks
        if opens & waiting:
            for opening in _OPENINGS:
                if opens & waiting & opening and not (opening == THANKS and introducer(entry) is not None) and not (
                        opening == LOOP and heard and _is_heard_of(entry, heard)):
                    oldest[opening] = entry
        if entry.is_hearsay:
            heard.update((entry.path, *entry.with_links))
        if settles:
            waiting &= ~settles
        if contact and len(contacts) < 2:
            contacts.append(entry)
    return Standing(oldest.get(REPLY), oldest.get(THANKS), oldest.get(LOOP), oldest.get(PROBLEM), tuple(contacts),
                    None if TOUCH in turns else turns.get(ASK), turns.get(MEETING))


def _is_heard_of(intro: Entry, heard: Collection[str]) -> bool:
    """Whether an introduction is to none but those whose links, or in whose notes (paths) it stands, are among what was `heard`."""
    to = introduced_to(intro) if intro.kind == "intro" else ()
    return intro.path in heard or (bool(to) and all(link in heard for link in to))


def open_thanks(entries: Sequence[Entry], today: date) -> list[Entry]:
    """All for which thanks are owed today, the oldest first; the first is `Standing.thanks`."""
    found: list[Entry] = []
    for entry in reversed(entries):
        if entry.date > today:
            continue
        opens, settles, _ = effect_of(entry.kind, entry.direction, entry.tags)
        if opens & THANKS and introducer(entry) is None:
            found.append(entry)
        if settles & THANKS:
            break
    return found[::-1]
