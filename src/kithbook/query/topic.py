"""A topic: a few words that were typed, or what an article is about."""

from collections import Counter
from collections.abc import Mapping
from math import log

from ..model.record import NamedTuple
from .wording import Said, Wording

_MOST_TYPED = 12
_MOST_OF_ARTICLE = 24  # words of an article that are looked for before it is known how common they are
_CORE = 5  # words of an article that it is about, beside those of its title
_TITLE = 4  # so many times a word of the title counts


class Topic(NamedTuple):
    """What is looked for: keys (`Wording.keys`) with how much each stands out in the topic (1.0 for one that was typed).

    `core` are the keys that carry it: all that were typed, or those of an article's title and the few that it says
    most. `said` is all that it says. `name` are the keys of the title, as a tag that is given to it has them. `url` is where an article is to be
    found. `typed` is False for an article, of whose words most are by the way.
    """

    title: str
    weights: Mapping[str, float]
    core: frozenset[str]
    said: frozenset[str]
    name: frozenset[str]
    url: str = ""
    typed: bool = True


def typed_topic(text: str, wording: Wording) -> Topic:
    """The topic in the words that were typed."""
    keys = list(dict.fromkeys(wording.keys(text)))[:_MOST_TYPED]
    return Topic(" ".join(text.split()), dict.fromkeys(keys, 1.0), frozenset(keys), frozenset(keys), frozenset(keys))


def topic_of_article(title: str, url: str, text: str, wording: Wording) -> Topic:
    """The topic of an article: the words of its title, and those that it says again and again."""
    in_title = {said.key for said in wording.read(title) if _may_matter(said)}
    counted = Counter(said.key for said in wording.read(text) if _may_matter(said))
    said_once = sum(counted.values()) < 25  # so short that nothing in it is by the way
    tells = {key: 1 + log(times + _TITLE * (key in in_title)) for key, times in (counted | Counter(in_title)).items()
             if times > 1 or key in in_title or said_once}
    most = sorted(tells, key=lambda key: (-tells[key], key))[:_MOST_OF_ARTICLE]
    rare = sorted(in_title.difference(most))[:_MOST_OF_ARTICLE]  # in a long article, words of the title that it hardly says again
    kept = [*most[: _MOST_OF_ARTICLE - len(rare)], *rare]
    return Topic(title, {key: tells[key] for key in kept}, frozenset([*in_title, *kept[:_CORE]]).intersection(kept),
                 frozenset([*in_title, *counted]), frozenset(in_title), url, typed=False)


def _may_matter(said: Said) -> bool:
    return not said.words.isdecimal()
