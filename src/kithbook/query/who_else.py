"""Whom an article, a lead or a topic would serve, and why.

The practice is "Who else do I know that might be interested in this?". People are found by what
they are interested in, need, struggle with, want to reach and offer, by their tags, and by what
was talked about with them. A word counts the more the fewer people it is said of, and saying it
often counts less and less (BM25); what was said lately counts more than what was said years ago.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Literal

from ..model.entry import Direction
from ..model.pattern import pattern
from ..model.record import NamedTuple
from .gist import Gists, given_as, read_sort
from .sayings import What
from .shelf import Shelf
from .topic import Topic
from .topic_scale import NOTHING, Codes, Scale
from .wording import Wording, bare

_MOST_REASONS = 3
_LONG = 120  # signs of a text from which on only a part of it is the reason
_ENDS = pattern(r"\n\s*(?:[-*+] )?|(?<=[.!?]) (?=\w)")


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


class _Person(NamedTuple):
    """Somebody of whom something of the topic is said: which sayings of which notes, and in the same order their codes (`Codes`)."""

    name: str
    told: list[tuple[Gists, Sequence[int]]]
    codes: list[int]

    def add(self, gists: Gists, places: Sequence[int], codes: Sequence[int]) -> None:
        self.told.append((gists, places))
        self.codes.extend(codes)


def plain_url(url: str) -> str:
    """What of an address tells where it leads: without scheme, `www.`, fragment and what only counts visitors."""
    rest = url.strip().partition("://")[2] or url.strip()
    rest, _, query = rest.partition("#")[0].partition("?")
    host, slash, way = rest.partition("/")
    kept = "&".join(part for part in query.split("&") if part and not part.lower().startswith(("utm_", "fbclid", "gclid", "ref=")))
    return f"{host.lower().removeprefix('www.')}{slash}{way}".rstrip("/.,;:!?)*_") + (f"?{kept}" if kept else "")


def who_else(topic: Topic, shelf: Shelf, today: date, wording: Wording, limit: int | None = None) -> WhoElse:
    """Whom the topic would serve. Texts are opened of those alone who are named: `limit` people, or all."""
    codes = Codes(topic, today)
    people, skipped = _gather(topic, shelf, codes, wording)
    told = {path: Counter(person.codes) for path, person in people.items()}
    scale = Scale(codes, told.values(), shelf.people)
    ranked = sorted((-scale.score(of), people[path].name, path) for path, of in told.items() if path not in skipped and scale.is_served(of))
    shown = ranked if limit is None else ranked[:limit]
    rows = tuple(ServedRow(name, path, _reasons(people[path], scale, shelf, wording)) for _, name, path in shown)
    return WhoElse(rows, len(ranked) - len(shown), tuple(sorted(skipped.values(), key=lambda row: (row.contact, row.contact_path))))


def _gather(topic: Topic, shelf: Shelf, codes: Codes, wording: Wording) -> tuple[dict[str, _Person], dict[str, SkippedRow]]:
    """By path, those of whom something of the topic is said, and those who had it already."""
    people: dict[str, _Person] = {}
    skipped = _sent(topic, shelf)
    given = 1 << len(codes.keys)  # the bit of what was given under the name of the topic, which is about nothing else
    sieve = [parts for key in {*codes.keys, *topic.name} for parts in wording.fragments(key)]
    for gists in shelf.gists((*codes.keys, given_as(topic.name)), topic.said, sieve):
        said = codes.of(gists.keys, gists.sorts)
        if max(gists.keys) >= given:
            for place, keys in enumerate(gists.keys):
                if keys >= given:
                    said[place] = NOTHING
                    _skip_given(skipped, gists, place, shelf)
        if gists.name is not None:
            counting = range(len(said)) if NOTHING not in said else [place for place, code in enumerate(said) if code != NOTHING]
            if counting:
                _person(people, gists.path, gists.name).add(gists, counting, [said[place] for place in counting])
        for place, links in gists.links.items():
            if said[place] != NOTHING:
                for owner in shelf.meant(links, gists.path):
                    if not owner.confidential:
                        _person(people, owner.path, owner.name).add(gists, (place,), (said[place],))
    return people, skipped


def _person(people: dict[str, _Person], path: str, name: str) -> _Person:
    person = people.get(path)
    if person is None:
        person = people[path] = _Person(name, [], [])
    return person


def _of_whom(path: str, name: str | None, links: Sequence[str], shelf: Shelf) -> Sequence[tuple[str, str]]:
    """The contacts of whom something in a note is said, by path and name."""
    own = [(path, name)] if name is not None else []
    return own + [(owner.path, owner.name) for owner in shelf.meant(links, path) if not owner.confidential] if links else own


def _skip_given(skipped: dict[str, SkippedRow], gists: Gists, place: int, shelf: Shelf) -> None:
    """Those to whom the topic was given."""
    saying = shelf.saying(gists.path, gists.numbers[place])
    for path, called in _of_whom(gists.path, gists.name, gists.links.get(place, ()), shelf):
        _skip(skipped, SkippedRow(called, path, "gave", saying.date, gists.path, saying.line))


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


def _reasons(person: _Person, scale: Scale, shelf: Shelf, wording: Wording) -> tuple[Reason, ...]:
    """The sayings that tell most, each once."""
    told = [(gists, place) for gists, places in person.told for place in places]
    ranked = sorted((-scale.worth(code), -read_sort(gists.sorts[place]).day, gists.path, gists.numbers[place])
                    for (gists, place), code in zip(told, person.codes, strict=True))
    found: dict[tuple[str, date | None, str], Reason] = {}
    for (_, _, path), alike in groupby(ranked, key=itemgetter(0, 1, 2)):
        opened = [(shelf.saying(path, number), number) for *_, number in alike]
        for saying, _ in sorted(opened, key=lambda each: (each[0].line, each[1])):
            found.setdefault((saying.what, saying.date, saying.text), Reason(
                saying.what, _telling_part(saying.text, scale, wording), saying.date, saying.kind, saying.direction, path, saying.line))
            if len(found) == _MOST_REASONS:
                return tuple(found.values())
    return tuple(found.values())


def _telling_part(text: str, scale: Scale, wording: Wording) -> str:
    """Of a long text the line or sentence that says most of the topic."""
    if len(text) <= _LONG and "\n" not in text:
        return text
    parts = [part for part in _ENDS.split(text) if part.strip()]
    return max(parts, key=lambda part: scale.weight_of(wording.keys(part)), default=text).strip()
