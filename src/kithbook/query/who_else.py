"""Whom an article, a lead or a topic would serve, and why.

The practice is "Who else do I know that might be interested in this?". People are found by what
they are interested in, need, struggle with, want to reach and offer, by their tags, and by what
was talked about with them. A word counts the more the fewer people it is said of, and saying it
often counts less and less (BM25); what was said lately counts more than what was said years ago.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from math import fsum, log
from typing import Literal, NamedTuple

from ..model.entry import Direction
from .gist import Gist, given_as
from .sayings import What
from .shelf import Shelf
from .topic import Topic
from .wording import Wording, bare

_WEIGHTS: dict[What, float] = {
    "need": 1.5, "challenge": 1.3, "goal": 1.3, "interest": 1.3, "tag": 1.0, "offer": 0.9, "log": 1.0}
_LATELY = 365  # days
_A_WHILE = 2 * 365
_MINE = 0.7  # what I wrote or did tells less of them than what they did
_OLD = 0.4  # what an entry counts that is older
_K = 1.2  # how soon saying it again stops to count, as in BM25
_COMMON = 0.2  # a word that is said of more people than this share tells nothing by itself
_FEW = 3  # but of so many it does
_HALF = 0.5
_UNKNOWN = 0.25  # what a word counts that nobody's notes have: it tells nobody from anybody
_MOST_REASONS = 3
_LONG = 120  # signs of a text from which on only a part of it is the reason
_new = tuple.__new__  # half the time of calling the class
_ENDS = re.compile(r"\n\s*(?:[-*+] )?|(?<=[.!?]) (?=\w)")


class Reason(NamedTuple):
    """Why it would serve somebody: what it is, in the words of the note, of a long text in those that tell. `date`, `kind` and `direction` are an entry's."""

    what: What
    text: str
    date: date | None
    kind: str | None
    direction: Direction | None
    path: str
    line: int


class ServedRow(NamedTuple):
    """Somebody whom it would serve; the best reasons first."""

    contact: str
    contact_path: str
    reasons: tuple[Reason, ...]


Had = Literal["gave", "link"]


class SkippedRow(NamedTuple):
    """Somebody who had it already: it was given (`gave`), or its `link` stands in the log; and where that is written."""

    contact: str
    contact_path: str
    why: Had
    date: date | None
    path: str
    line: int


class WhoElse(NamedTuple):
    """The people, those whom it would serve best first; `more` is how many the limit hid."""

    who_else: tuple[ServedRow, ...]
    more: int
    skipped: tuple[SkippedRow, ...]


class _Hit(NamedTuple):
    """A saying that has keys of the topic; `whole` for a value that says nothing that the topic does not. `counts` is how much it does.

    A word that half of all people have has ten thousands of them, so what many have in common is worked out once.
    """

    gist: Gist
    keys: frozenset[str]
    whole: bool
    counts: float


class _Person(NamedTuple):
    name: str
    path: str
    hits: list[_Hit]

    @property
    def keys(self) -> frozenset[str]:
        """All of the topic that is said of them."""
        return self.hits[0].keys.union(*{hit.keys for hit in self.hits})


def plain_url(url: str) -> str:
    """What of an address tells where it leads: without scheme, `www.`, fragment and what only counts visitors."""
    rest = url.strip().partition("://")[2] or url.strip()
    rest, _, query = rest.partition("#")[0].partition("?")
    host, slash, way = rest.partition("/")
    kept = "&".join(part for part in query.split("&") if part and not part.lower().startswith(("utm_", "fbclid", "gclid", "ref=")))
    return f"{host.lower().removeprefix('www.')}{slash}{way}".rstrip("/.,;:!?)*_") + (f"?{kept}" if kept else "")


def who_else(topic: Topic, shelf: Shelf, today: date, wording: Wording, limit: int | None = None) -> WhoElse:
    """Whom the topic would serve. Texts are opened of those alone who are named: `limit` people, or all."""
    people, skipped = _gather(topic, shelf, today, wording)
    keys = {path: person.keys for path, person in people.items()}
    scale = _Scale(topic, keys.values(), shelf.people, wording)
    ranked = sorted((-scale.score(person.hits), person.name, path, person.hits) for path, person in people.items()
                    if path not in skipped and scale.is_served(person.hits, keys[path]))
    shown = ranked if limit is None else ranked[:limit]
    rows = tuple(ServedRow(name, path, scale.reasons(hits, shelf)) for _, name, path, hits in shown)
    return WhoElse(rows, len(ranked) - len(shown), tuple(sorted(skipped.values(), key=lambda row: (row.contact, row.contact_path))))


def _gather(topic: Topic, shelf: Shelf, today: date, wording: Wording) -> tuple[dict[str, _Person], dict[str, SkippedRow]]:
    """By path, those of whom something of the topic is said, and those who had it already."""
    people: dict[str, _Person] = {}
    skipped = _sent(topic, shelf)
    given = given_as(topic.name)
    wanted = frozenset(topic.weights)
    day = today.toordinal()
    worth: dict[tuple[What, Direction | None, int | None, bool], float] = {}
    sieve = [parts for key in wanted | topic.name for parts in wording.fragments(key)]
    for gist in shelf.gists(wanted | {given}, sieve):
        home, name, _, said, what, line, on, direction, links = gist
        about = said.split(" ")
        keys = wanted.intersection(about)
        if keys and (on is None or on <= day) and (on is None or topic.typed or not keys.isdisjoint(topic.core)):
            whole = on is None and topic.said.issuperset(about)
            sort = what, direction, on, whole
            counts = worth.get(sort)
            if counts is None:
                counts = worth[sort] = _counts(gist, whole, day)
            hit = _new(_Hit, (gist, keys, whole, counts))
            person = people.get(home)
            if person is not None and not links:  # nearly always
                person.hits.append(hit)
                continue
            for path, called in _of_whom(home, name, links, shelf):
                person = people.get(path)
                if person is None:
                    people[path] = _Person(called, path, [hit])
                else:
                    person.hits.append(hit)
        elif given in about:
            for path, called in _of_whom(home, name, links, shelf):
                _skip(skipped, SkippedRow(called, path, "gave", date.fromordinal(on) if on else None, home, line))
    return people, skipped


def _of_whom(path: str, name: str | None, links: Sequence[str], shelf: Shelf) -> Sequence[tuple[str, str]]:
    """The contacts of whom something in a note is said, by path and name."""
    own = [(path, name)] if name is not None else []
    return own + [(owner.path, owner.name) for owner in shelf.meant(links, path) if not owner.confidential] if links else own


def _sent(topic: Topic, shelf: Shelf) -> dict[str, SkippedRow]:
    """Those in whose log the address of the topic stands."""
    skipped: dict[str, SkippedRow] = {}
    if topic.url:
        address = plain_url(topic.url)
        for page in shelf.told([[bare(address.partition("?")[0])]]):
            for saying in page.sayings:
                if saying.what == "log" and any(
                        plain_url(part.strip("<>()[]\"'")) == address for part in saying.text.replace("](", " ").split()):
                    for path, name in _of_whom(page.path, page.name, saying.links, shelf):
                        _skip(skipped, SkippedRow(name, path, "link", saying.date, page.path, saying.line))
    return skipped


def _skip(skipped: dict[str, SkippedRow], row: SkippedRow) -> None:
    """Keep the last time that somebody had it."""
    before = skipped.get(row.contact_path)
    if before is None or _when(row) > _when(before):
        skipped[row.contact_path] = row


def _when(row: SkippedRow) -> tuple[date, str, int, bool]:
    return row.date or date.min, row.path, row.line, row.why == "gave"  # what was given with its link was given


class _Scale:
    """How much the words of a topic say, given of how many people they are said."""

    def __init__(self, topic: Topic, found: Iterable[frozenset[str]], people: int, wording: Wording) -> None:
        """`found` are the keys that are said of each."""
        self.topic = topic
        self._wording = wording
        self._enough: dict[tuple[bool, bool, frozenset[str]], bool] = {}
        count = dict.fromkeys(topic.weights, 0)
        for keys, times in Counter(found).items():
            for key in keys:
                count[key] += times
        self.common = {key for key, times in count.items() if times > max(_FEW, people * _COMMON)}
        self.weights = {
            key: weight * (1.0 if count[key] else _UNKNOWN) * log(1 + max(0.0, people - count[key] + 0.5) / (count[key] + 0.5))
            for key, weight in topic.weights.items()}
        self.whole = sum(self.weights[key] for key in topic.core) or 1.0

    def is_served(self, hits: list[_Hit], keys: frozenset[str]) -> bool:
        """Whether what is said of somebody, with all these keys, is about the topic, and does not only share a word with it."""
        if self.topic.typed and len(self.topic.core) == 1:  # whoever has the one word that was typed
            return True
        enough = self._enough
        for hit in hits:
            sort = hit.gist.what != "log", hit.whole, hit.keys
            tells = enough.get(sort)
            if tells is None:
                tells = enough[sort] = self._tells(*sort)
            if tells:
                return True
        return self._tell_together(hits, keys & self.topic.core)

    def _tells(self, in_profile: bool, whole: bool, keys: frozenset[str]) -> bool:
        """Whether one saying is enough."""
        if in_profile and whole and keys - self.common:
            return True
        core = keys & self.topic.core
        if not core:
            return False
        if not self.topic.typed:
            return len(keys if in_profile else core) > 1 and bool(core - self.common)
        share = self._share(core)
        if len(core) > 1:
            return share >= _HALF
        return in_profile and share >= _HALF and not core <= self.common

    def _tell_together(self, hits: list[_Hit], core: frozenset[str]) -> bool:
        """Whether several sayings are: all of the topic is among them, or one is a value that says nothing else."""
        if len(core) < 2 or core <= self.common or self._share(core) < _HALF:
            return False
        in_profile = [hit for hit in hits if hit.gist.what != "log"]
        return any(hit.whole for hit in in_profile) or (self.topic.typed and bool(in_profile) and core == self.topic.core)

    def _share(self, core: frozenset[str]) -> float:
        return sum(self.weights[key] for key in core) / self.whole

    def score(self, hits: list[_Hit]) -> float:
        """How well it fits, for the order alone."""
        said: dict[str, list[float]] = {}
        for (keys, counts), times in Counter([(hit.keys, hit.counts) for hit in hits]).items():
            for key in keys:
                said.setdefault(key, []).append(counts * times)
        return round(fsum(self.weights[key] * often * (_K + 1) / (often + _K) for key, counts in said.items() if (often := fsum(counts))), 6)

    def reasons(self, hits: list[_Hit], shelf: Shelf) -> tuple[Reason, ...]:
        """The sayings that tell most, each once."""
        def order(hit: _Hit) -> tuple[float, int, str, int, int]:
            worth = fsum(self.weights[key] for key in hit.keys) * hit.counts
            return -round(worth, 6), -(hit.gist.day or 0), hit.gist.path, hit.gist.line, hit.gist.number

        found: dict[tuple[str, date | None, str], Reason] = {}
        for hit in sorted(hits, key=order):
            saying = shelf.saying(hit.gist)
            found.setdefault((saying.what, saying.date, saying.text), Reason(
                saying.what, self._telling_part(saying.text), saying.date, saying.kind, saying.direction, hit.gist.path, saying.line))
            if len(found) == _MOST_REASONS:
                break
        return tuple(found.values())

    def _telling_part(self, text: str) -> str:
        """Of a long text the line or sentence that says most of the topic."""
        if len(text) <= _LONG and "\n" not in text:
            return text
        parts = [part for part in _ENDS.split(text) if part.strip()]
        return max(parts, key=lambda part: sum(self.weights.get(key, 0.0) for key in set(self._wording.keys(part))), default=text).strip()


def _counts(gist: Gist, whole: bool, today: int) -> float:
    """What a saying counts: by what it is, and how long before `today` (an ordinal) it was said."""
    weight = _WEIGHTS[gist.what]
    if gist.day is None:
        return weight * (1.2 if whole else 1.0)
    days = today - gist.day
    weight *= _MINE if gist.direction == "out" else 1.0
    return weight * (1.0 if days <= _LATELY else 0.8 if days <= _A_WHILE else _OLD)
