"""Whom an article, a lead or a topic would serve, and why.

The practice is "Who else do I know that might be interested in this?". People are found by what
they are interested in, need, struggle with, want to reach and offer, by their tags, and by what
was talked about with them. A word counts the more the fewer people it is said of, and saying it
often counts less and less (BM25); what was said lately counts more than what was said years ago.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import log
from typing import Literal, NamedTuple

from ..model.entry import Direction
from .sayings import Saying, What
from .shelf import Shelf, Sieve, bare_parts, gets_through
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
_ENDS = re.compile(r"\n\s*(?:[-*+] )?|(?<=[.!?]) (?=\w)")


class Voice(NamedTuple):
    """Something that is said of a contact, in a note at `path`."""

    contact: str
    contact_path: str
    path: str
    saying: Saying


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
    """A saying that has keys of the topic; `whole` when it says nothing that the topic does not."""

    voice: Voice
    keys: frozenset[str]
    whole: bool


def plain_url(url: str) -> str:
    """What of an address tells where it leads: without scheme, `www.`, fragment and what only counts visitors."""
    rest = url.strip().partition("://")[2] or url.strip()
    rest, _, query = rest.partition("#")[0].partition("?")
    host, slash, way = rest.partition("/")
    kept = "&".join(part for part in query.split("&") if part and not part.lower().startswith(("utm_", "fbclid", "gclid", "ref=")))
    return f"{host.lower().removeprefix('www.')}{slash}{way}".rstrip("/.,;:!?)*_") + (f"?{kept}" if kept else "")


def who_else(topic: Topic, voices: Iterable[Voice], people: int, today: date, wording: Wording, limit: int | None = None) -> WhoElse:
    """Whom the topic would serve, of so many `people`. `voices` may leave out what says nothing of it."""
    hits: dict[str, list[_Hit]] = {}
    skipped: dict[str, SkippedRow] = {}
    address = plain_url(topic.url)
    for voice in voices:
        had = _had(voice.saying, topic, address, wording)
        if had is not None:
            _skip(skipped, SkippedRow(voice.contact, voice.contact_path, had, voice.saying.date, voice.path, voice.saying.line))
        elif voice.saying.kind != "gave" or voice.saying.direction != "out":  # what I gave tells of me
            said = wording.keys(voice.saying.text)
            found = frozenset(said) & topic.weights.keys()
            if found and (voice.saying.date is None or voice.saying.date <= today):
                hits.setdefault(voice.contact_path, []).append(_Hit(voice, found, topic.said.issuperset(said)))
    scale = _Scale(topic, hits, people, wording)
    ranked = sorted(
        ((scale.score(of, today), _ServedBy(of[0].voice.contact, path, of)) for path, of in hits.items()
         if path not in skipped and scale.is_served(of)),
        key=lambda item: (-item[0], item[1].contact, item[1].contact_path))
    shown = ranked if limit is None else ranked[:limit]
    rows = tuple(ServedRow(by.contact, by.contact_path, scale.reasons(by.hits, today)) for _, by in shown)
    return WhoElse(rows, len(ranked) - len(shown), tuple(sorted(skipped.values(), key=lambda row: (row.contact, row.contact_path))))


class _ServedBy(NamedTuple):
    contact: str
    contact_path: str
    hits: list[_Hit]


def _skip(skipped: dict[str, SkippedRow], row: SkippedRow) -> None:
    """Keep the last time that somebody had it."""
    before = skipped.get(row.contact_path)
    if before is None or (row.date or date.min) > (before.date or date.min):
        skipped[row.contact_path] = row


def _had(saying: Saying, topic: Topic, address: str, wording: Wording) -> Had | None:
    """Whether somebody had it already, and how one sees that."""
    if saying.what != "log":
        return None
    if saying.kind == "gave" and saying.direction == "out" and any(
            topic.name and topic.name == set(wording.keys(tag.replace("-", " ").replace("_", " ").replace("/", " "))) for tag in saying.tags):
        return "gave"
    if address and _way(address) in bare(saying.text) and any(plain_url(part.strip("<>()[]\"'")) == address for part in saying.text.replace("](", " ").split()):
        return "link"
    return None


def voices(shelf: Shelf, topic: Topic, wording: Wording) -> Iterator[Voice]:
    """What is said of people in all notes that may speak of a topic, or give its address."""
    core = bare_parts(_sieve(topic.core, topic, wording))
    for page in shelf.told(_sieve(topic.weights, topic, wording)):
        for saying in page.sayings:
            if saying.what == "log" and not topic.typed and not gets_through(bare(saying.text), core):
                continue
            if page.name is not None:
                yield Voice(page.name, page.path, page.path, saying)
            for owner in shelf.meant(saying.links, page.path) if saying.links else ():
                if not owner.confidential:
                    yield Voice(owner.name, owner.path, page.path, saying)


def _sieve(keys: Iterable[str], topic: Topic, wording: Wording) -> Sieve:
    """For notes that may hold one of these keys, or give the address of the topic."""
    sieve: list[Sequence[str]] = [parts for key in keys for parts in wording.fragments(key)]
    return [*sieve, [_way(topic.url)]] if topic.url else sieve


def _way(url: str) -> str:
    """What every text that gives an address holds, as `bare` writes it."""
    return bare(plain_url(url).partition("?")[0])


class _Scale:
    """How much the words of a topic say, given of how many people they are said."""

    def __init__(self, topic: Topic, hits: dict[str, list[_Hit]], people: int, wording: Wording) -> None:
        self.topic = topic
        self._wording = wording
        count = dict.fromkeys(topic.weights, 0)
        for of in hits.values():
            for key in frozenset[str]().union(*(hit.keys for hit in of)):
                count[key] += 1
        self.common = {key for key, times in count.items() if times > max(_FEW, people * _COMMON)}
        self.weights = {
            key: weight * (1.0 if count[key] else _UNKNOWN) * log(1 + max(0.0, people - count[key] + 0.5) / (count[key] + 0.5))
            for key, weight in topic.weights.items()}
        self.whole = sum(self.weights[key] for key in topic.core) or 1.0

    def is_served(self, hits: list[_Hit]) -> bool:
        """Whether what is said of somebody is about the topic, and does not only share a word with it."""
        return any(self._tells(hit) for hit in hits) or self._tell_together(hits)

    def _tells(self, hit: _Hit) -> bool:
        """Whether one saying is enough."""
        in_profile = hit.voice.saying.what != "log"
        if in_profile and hit.whole and hit.keys - self.common:
            return True
        core = hit.keys & self.topic.core
        if not core:
            return False
        if len(self.topic.core) == 1 and self.topic.typed:
            return True
        if not self.topic.typed:
            return len(hit.keys if in_profile else core) > 1 and bool(core - self.common)
        share = self._share(core)
        if len(core) > 1:
            return share >= _HALF
        return in_profile and share >= _HALF and not core <= self.common

    def _tell_together(self, hits: list[_Hit]) -> bool:
        """Whether several sayings are: all of the topic is among them, or one is a value that says nothing else."""
        keys = frozenset[str]().union(*(hit.keys for hit in hits))
        core = keys & self.topic.core
        in_profile = [hit for hit in hits if hit.voice.saying.what != "log"]
        return (len(core) > 1 and self._share(core) >= _HALF and bool(core - self.common)
                and (any(hit.whole for hit in in_profile) or (self.topic.typed and bool(in_profile) and core == self.topic.core)))

    def _share(self, core: frozenset[str]) -> float:
        return sum(self.weights[key] for key in core) / self.whole

    def score(self, hits: list[_Hit], today: date) -> float:
        """How well it fits, for the order alone."""
        total = 0.0
        for key, weight in self.weights.items():
            said = sum(_counts(hit, today) for hit in hits if key in hit.keys)
            total += weight * said * (_K + 1) / (said + _K)
        return round(total, 6)

    def reasons(self, hits: list[_Hit], today: date) -> tuple[Reason, ...]:
        """The sayings that tell most, each once."""
        def worth(hit: _Hit) -> float:
            return sum(self.weights[key] for key in hit.keys) * _counts(hit, today)

        found: dict[tuple[str, date | None, str], Reason] = {}
        in_order = sorted(hits, key=lambda hit: (
            -round(worth(hit), 6), -(hit.voice.saying.date or date.min).toordinal(), hit.voice.path, hit.voice.saying.line))
        for hit in in_order:
            saying = hit.voice.saying
            found.setdefault((saying.what, saying.date, saying.text), Reason(
                saying.what, self._telling_part(saying.text), saying.date, saying.kind, saying.direction, hit.voice.path, saying.line))
        return tuple(found.values())[:_MOST_REASONS]


    def _telling_part(self, text: str) -> str:
        """Of a long text the line or sentence that says most of the topic."""
        if len(text) <= _LONG and "\n" not in text:
            return text
        parts = [part for part in _ENDS.split(text) if part.strip()]
        return max(parts, key=lambda part: sum(self.weights.get(key, 0.0) for key in set(self._wording.keys(part))), default=text).strip()


def _counts(hit: _Hit, today: date) -> float:
    """What a saying counts: by what it is, and how long ago it was said."""
    weight = _WEIGHTS[hit.voice.saying.what]
    if hit.voice.saying.date is None:
        return weight * (1.2 if hit.whole else 1.0)
    days = (today - hit.voice.saying.date).days
    weight *= _MINE if hit.voice.saying.direction == "out" else 1.0
    return weight * (1.0 if days <= _LATELY else 0.8 if days <= _A_WHILE else _OLD)
