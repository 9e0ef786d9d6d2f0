"""What sayings are about, without their words: enough to tell whom a topic would serve before a text is opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..model.entry import Direction
from .sayings import Page, Saying, What

if TYPE_CHECKING:
    from .wording import Wording


class Gist(NamedTuple):
    """What a saying is about, and where it stands.

    `about` are the keys of its text (`Wording.keys`), each once, with a space between. Of what I gave they are its tags alone, each as `given_as` has
    it: that tells who had it, and of me. `name` is that of the contact whose note it is, if it is one's. `number` counts the
    sayings of the note from 0, `day` is an ordinal.
    """

    path: str
    name: str | None
    number: int
    about: str
    what: What
    line: int
    day: int | None
    direction: Direction | None
    links: tuple[str, ...]


def given_as(keys: Iterable[str]) -> str:
    """The key of something that was given under a name that has these keys; empty when it has none."""
    return "".join(f"·{key}" for key in sorted(set(keys)))


def about(saying: Saying, wording: Wording) -> list[str]:
    """The keys of a saying, each once."""
    if saying.kind != "gave" or saying.direction != "out":
        return list(dict.fromkeys(wording.keys(saying.text)))
    names = (wording.keys(tag.replace("-", " ").replace("_", " ").replace("/", " ")) for tag in saying.tags)
    return list(dict.fromkeys(given_as(name) for name in names if name))


def gists_of(page: Page, keys: frozenset[str], wording: Wording) -> Iterator[Gist]:
    """Those of a whole page that are about one of some keys."""
    for number, saying in enumerate(page.sayings):
        found = about(saying, wording)
        if not keys.isdisjoint(found):
            yield Gist(page.path, page.name, number, " ".join(found), saying.what, saying.line,
                       saying.date.toordinal() if saying.date is not None else None, saying.direction, saying.links)
