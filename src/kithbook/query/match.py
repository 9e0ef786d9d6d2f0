"""Who needs what somebody else offers, and through whom one comes to them.

Precision comes first. A need meets an offer when they share words that matter: rare ones count
more, those that stand in every second wish (`_EMPTY`) nothing. What people say of needs and
offers is taken at its word; goals, challenges, a role, interests and tags are hints, and only
ever looked at from one side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from math import log
from typing import TYPE_CHECKING, Literal

from ..model.record import NamedTuple
from .network import INTRODUCED, Network, Phrase, Tie, about
from .traits import Key

if TYPE_CHECKING:
    from .wording import Wording

Strength = Literal["strong", "weak"]

_NEEDS: tuple[Key, ...] = ("needs", "goals", "challenges")
_OFFERS: tuple[Key, ...] = ("offers", "role", "org", "interests", "tags")
# Words that say nothing about what is needed or offered.
_EMPTY = ("help helping work working job place room time day week month people somebody someone person friend company business project"
          " idea advice support experience knowledge skill contact connection intro introduction free cheap big small old new young"
          " second first number kind part part-time full-time evening morning weekend winter summer spring autumn work hand home house"
          " town city street hilfe arbeit zeit tag woche monat platz raum freund firma projekt idee rat erfahrung kontakt frei klein gross"
          " monday tuesday wednesday thursday friday saturday sunday weekday hour")
_FITS = 0.34  # the share of a need (or an offer), by the weight of its words, that has to be met
_FITS_HINT = 0.5
_FITS_WELL = 0.6
_MOST_COUNTED = 1000
_MOST_BETWEEN = 2
_MOST_FOR_A_NEED = 3
_CLOSE = ("cultivating", "trusted", "advocate")


class Side(NamedTuple):
    """A need or an offer: whose it is (nobody's name when it is `mine`), under which key it stands, and where."""

    contact: str | None
    contact_path: str | None
    mine: bool
    key: str
    text: str
    path: str
    line: int


class Between(NamedTuple):
    """Somebody who is tied to the one who offers, how, and where that stands."""

    contact: str
    contact_path: str
    how: str
    path: str
    line: int


class MatchRow(NamedTuple):
    """A need and an offer that meet. `why` are the words that they share.

    `via` are people who know the one who offers, where I do not know them well. `acquainted` is
    a line that shows that the two know each other already.
    """

    need: Side
    offer: Side
    via: tuple[Between, ...] | None
    acquainted: Between | None
    why: tuple[str, ...]
    strength: Strength


class Matches(NamedTuple):
    """The answer of `nb match`; `more` is how many more there are, counted up to a thousand."""

    matches: tuple[MatchRow, ...]
    more: int


class _Meeting(NamedTuple):
    """What is needed and what is offered that meet, and in which words."""

    strength: Strength
    share: float
    need: Phrase
    offer: Phrase
    about: frozenset[str]


def telling_keys(text: str, wording: Wording) -> frozenset[str]:
    """What a text is about, without the words that stand in every second wish."""
    return frozenset(wording.keys(text)) - frozenset(wording.keys(_EMPTY))


class _Weights:
    """How much each word tells, among all that is said."""

    def __init__(self, network: Network, wording: Wording, phrases: Iterable[Phrase] | None = None) -> None:
        """`phrases` are those that are to be weighed; all of them without."""
        self._all, self._heard = network.heard(None if phrases is None else {key for phrase in phrases for key in phrase.about})
        self._empty = frozenset(wording.keys(_EMPTY))

    def tells(self, key: str) -> bool:
        return key not in self._empty

    def of(self, about: Iterable[str]) -> float:
        return sum((log(1 + self._all / self._heard[key]) if key in self._heard else 1.0) * (1 if self.tells(key) else 0.3) for key in about)


def find_matches(network: Network, wording: Wording, *, path: str | None = None, limit: int | None = None) -> Matches:
    """What is needed and offered in the vault that meets, the surest first: at most three offers for one need.

    With `path`, all that concerns that contact, or me.
    """
    own = None if path is None else [Phrase(trait.key, trait.text, about(trait.text, wording)) for trait in network.traits_of(path)]
    phrases = network.phrases(None if own is None else _shareable(own, wording))
    weights = _Weights(network, wording, None if own is None else [*phrases, *own])
    rows: list[MatchRow] = []
    more = 0
    for need, offer, meeting in _pairs(network, _meetings(phrases, weights, own), path):
        if limit is not None and len(rows) == limit:
            more += 1
            if more == _MOST_COUNTED:
                break
        else:
            rows.append(_row(network, wording, need, offer, meeting))
    return Matches(tuple(rows), more)


def _shareable(own: Iterable[Phrase], wording: Wording) -> frozenset[str]:
    """The words in which what is said can meet anything."""
    return frozenset[str]().union(*(telling_keys(phrase.text, wording) for phrase in own if phrase.key in _NEEDS or phrase.key in _OFFERS))


def _meetings(phrases: Iterable[Phrase], weights: _Weights, own: Collection[Phrase] | None) -> list[_Meeting]:
    """All pairs of a need and an offer that meet; with `own`, those of which one is among these."""
    needs = [phrase for phrase in phrases if phrase.key in _NEEDS]
    offers = [phrase for phrase in phrases if phrase.key in _OFFERS]
    if own is not None:
        mine = [phrase for phrase in own if phrase.key in _NEEDS], [phrase for phrase in own if phrase.key in _OFFERS]
        return sorted({*_meet(mine[0], offers, weights), *_meet(needs, mine[1], weights)}, key=_rank)
    return sorted(_meet(needs, offers, weights), key=_rank)


def _rank(meeting: _Meeting) -> tuple[str, int, int, float, str, str]:
    need, offer = meeting.need, meeting.offer  # "strong" comes before "weak"
    return meeting.strength, _NEEDS.index(need.key), _OFFERS.index(offer.key), -meeting.share, need.text, offer.text


def _meet(needs: Iterable[Phrase], offers: Iterable[Phrase], weights: _Weights) -> Iterator[_Meeting]:
    with_word: dict[str, list[Phrase]] = {}
    for offer in offers:
        for key in offer.about:
            if weights.tells(key):
                with_word.setdefault(key, []).append(offer)
    for need in needs:
        for offer in dict.fromkeys(offer for key in need.about for offer in with_word.get(key, ())):
            meeting = _weigh(need, offer, weights)
            if meeting is not None:
                yield meeting


def _weigh(need: Phrase, offer: Phrase, weights: _Weights) -> _Meeting | None:
    if need.key != "needs" and offer.key != "offers":
        return None
    shared = frozenset(need.about).intersection(offer.about)
    both = weights.of(shared)
    of_need, of_offer = both / weights.of(need.about), both / weights.of(offer.about)
    certain = need.key == "needs" and offer.key == "offers"
    # A hint of one word is met whole by nearly everything: there the other side has to say it.
    share = max(of_need, of_offer) if certain else of_need if need.key == "needs" else of_offer
    if share < (_FITS if certain or offer.key == "role" else _FITS_HINT):
        return None
    telling = sum(map(weights.tells, shared))
    strong = certain and (telling > 1 or len(shared) > 2 or min(of_need, of_offer) >= _FITS_WELL)
    return _Meeting("strong" if strong else "weak", round(share, 4), need, offer, shared)


Place = tuple[str, int]


def _pairs(network: Network, meetings: Iterable[_Meeting], path: str | None) -> Iterator[tuple[Place, Place, _Meeting]]:
    """The people whose needs and offers meet, each two once, but for those who have been introduced."""
    seen: set[tuple[str, str]] = set()
    for_needs: Counter[tuple[Place, str]] = Counter()
    introduced = network.introduced(path)
    for meeting in meetings:
        needs = network.saying(meeting.need.key, meeting.need.text)
        offers = network.saying(meeting.offer.key, meeting.offer.text)
        own_offers = offers if path is None else [offer for offer in offers if offer[0] == path]
        for need in needs:
            for offer in offers if need[0] == path else own_offers:
                pair = need[0], offer[0]
                if need[0] == offer[0] or pair in seen or frozenset(pair) in introduced:
                    continue
                if path is None and for_needs[need, meeting.need.text] == _MOST_FOR_A_NEED:
                    break
                seen.add(pair)
                for_needs[need, meeting.need.text] += 1
                yield need, offer, meeting


def _row(network: Network, wording: Wording, need: Place, offer: Place, meeting: _Meeting) -> MatchRow:
    sides = (_side(network, meeting.need.key, meeting.need.text, need), _side(network, meeting.offer.key, meeting.offer.text, offer))
    words = tuple(dict.fromkeys(said.words for said in wording.read(meeting.need.text) if said.key in meeting.about))
    return MatchRow(*sides, *_ways(network, *sides), words, meeting.strength)


def _side(network: Network, key: str, text: str, place: Place) -> Side:
    path, line = place
    name = network.name_of(path)
    return Side(name, path if name is not None else None, name is None, key, text, path, line)


def _ways(network: Network, need: Side, offer: Side) -> tuple[tuple[Between, ...] | None, Between | None]:
    """Who knows the one who offers, and whether the two know each other already."""
    if offer.contact_path is None:
        return None, None
    ties = network.ties_of(offer.contact_path)
    acquainted = next((tie for tie in ties if tie.other == need.contact_path), None)
    via: list[Between] = []
    if acquainted is None and not _is_close(network, offer.contact_path):
        others = dict.fromkeys(tie.other for tie in ties if tie.how not in INTRODUCED)
        via = [between for other in list(others)[:_MOST_BETWEEN] if (between := _between(network, ties, other)) is not None]
    return tuple(via) or None, None if acquainted is None else _between(network, ties, acquainted.other)


def _is_close(network: Network, path: str) -> bool:
    """Whether I know somebody well enough to ask them myself."""
    return any(trait.key == "circle" or (trait.key == "stage" and trait.text in _CLOSE) for trait in network.traits_of(path))


def _between(network: Network, ties: Iterable[Tie], path: str) -> Between | None:
    tie = next(tie for tie in ties if tie.other == path)
    name = network.name_of(path)
    return None if name is None else Between(name, path, tie.how, tie.path, tie.line)
