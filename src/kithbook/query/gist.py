"""What sayings are about, without their words: enough to tell whom a topic would serve before a text is opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ..model.record import NamedTuple
from .sayings import Page, Saying, What

if TYPE_CHECKING:
    from .wording import Wording


class Gists(NamedTuple):
    """The sayings of a note that are about something that is looked for, side by side: a word can be in ten thousands of them.

    `name` is that of the contact whose note it is, if it is one's. `numbers` tell which sayings of the note they are, counted from 0. Each of the
    `keys` has a bit for each key that was asked for and that the saying is about, the first the lowest. `sorts` are what else is
    known of each (`sort_of`). `links` are those of the sayings that have some, by their place here.
    """

    path: str
    name: str | None
    numbers: Sequence[int]
    keys: Sequence[int]
    sorts: Sequence[int]
    links: Mapping[int, Sequence[str]]


class Sort(NamedTuple):
    """What is known of a saying beside its keys: `day` is an ordinal, 0 for a value; `mine` what I wrote or did.

    `whole`: it is a value that says nothing but what the topic does.
    """

    what: What
    day: int
    mine: bool
    whole: bool


_WHATS: tuple[What, ...] = ("interest", "need", "goal", "challenge", "offer", "tag", "log")
UNDATED = 1 << 4
"""Below this are the sorts of what has no day."""
WHOLE = 1 << 26
"""Is added to the sort of what says nothing but what the topic does."""


def sort_of(what: What, day: int | None, direction: str | None) -> int:
    """The sort of a saying as a number of 26 bits."""
    return (day or 0) << 4 | _WHATS.index(what) << 1 | (direction == "out")


def read_sort(sort: int) -> Sort:
    return Sort(_WHATS[sort >> 1 & 7], sort % WHOLE >> 4, bool(sort & 1), sort >= WHOLE)


def given_as(keys: Iterable[str]) -> str:
    """The key of something that was given under a name that has these keys; empty when it has none."""
    return "".join(f"·{key}" for key in sorted(set(keys)))


def about(saying: Saying, wording: Wording) -> list[str]:
    """What a saying is about: the keys of its text (`Wording.keys`), each once.

    Of what I gave they are its tags alone, each as `given_as` has it: that tells who had it, and of me.
    """
    if saying.kind != "gave" or saying.direction != "out":
        return list(dict.fromkeys(wording.keys(saying.text)))
    names = (wording.keys(tag.replace("-", " ").replace("_", " ").replace("/", " ")) for tag in saying.tags)
    return list(dict.fromkeys(given_as(name) for name in names if name))


def gists_of(page: Page, keys: Sequence[str], said: frozenset[str], wording: Wording) -> Gists | None:
    """The sayings of a page that are about one of some keys, if there are any; `said` is all that the topic says."""
    bits = {key: 1 << place for place, key in enumerate(keys)}
    numbers: list[int] = []
    found: list[int] = []
    sorts: list[int] = []
    links: dict[int, Sequence[str]] = {}
    for number, saying in enumerate(page.sayings):
        is_about = about(saying, wording)
        of = sum(bits.get(key, 0) for key in is_about)
        if of:
            if saying.links:
                links[len(numbers)] = saying.links
            numbers.append(number)
            found.append(of)
            day = saying.date.toordinal() if saying.date is not None else None
            sorts.append(sort_of(saying.what, day, saying.direction) + WHOLE * (day is None and said.issuperset(is_about)))
    return Gists(page.path, page.name, numbers, found, sorts, links) if numbers else None
