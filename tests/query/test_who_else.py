"""Whom a topic would serve: what counts, and what does not."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple, cast

import pytest

from kithbook.query.gist import Gists, gists_of, sort_of
from kithbook.query.sayings import Page, Saying, What
from kithbook.query.shelf import Owner, Shelf, Sieve
from kithbook.query.topic import Topic, topic_of_article, typed_topic
from kithbook.query.topic_scale import NOTHING, Codes
from kithbook.query.who_else import WhoElse, plain_url, who_else
from kithbook.query.wording import Wording

TODAY = date(2026, 11, 22)
WORDING = Wording({})


class Pages(NamedTuple):
    """Some pages, and of how many people they are."""

    pages: Sequence[Page]
    people: int

    def told(self, sieve: Sieve) -> Iterator[Page]:
        return iter(self.pages)

    def gists(self, keys: Sequence[str], said: frozenset[str], sieve: Sieve) -> Iterator[Gists]:
        return (gists for page in self.pages if (gists := gists_of(page, keys, said, WORDING)) is not None)

    def saying(self, path: str, number: int) -> Saying:
        return next(page.sayings[number] for page in self.pages if page.path == path)

    def meant(self, links: Sequence[str], path: str) -> Sequence[Owner]:
        return ()


def voice(name: str, what: What, text: str, day: str = "2026-11-01", kind: str = "call", direction: str | None = "both",
          tags: tuple[str, ...] = ()) -> tuple[str, Saying]:
    logged = what == "log"
    return name, Saying(
        what, text, 1, date.fromisoformat(day) if logged else None, kind if logged else None, direction if logged else None, tags)  # type: ignore[arg-type]


def ask(topic: str, *voices: tuple[str, Saying], people: int = 100) -> WhoElse:
    said: dict[str, list[Saying]] = {}
    for name, saying in voices:
        said.setdefault(name, []).append(saying)
    pages = [Page(f"people/{name}.md", name, (), sayings) for name, sayings in said.items()]
    return who_else(typed_topic(topic, WORDING), cast(Shelf, Pages(pages, people)), TODAY, WORDING)


def names(answer: WhoElse) -> list[str]:
    return [row.contact for row in answer.who_else]


def test_what_was_said_lately_comes_before_what_was_said_years_ago() -> None:
    said = [voice("Old", "log", "about bees", "2020-01-01"), voice("New", "log", "about bees", "2026-01-01"),
            voice("Mid", "log", "about bees", "2025-01-01")]
    assert names(ask("bees", *said)) == ["New", "Mid", "Old"]


def test_a_need_comes_before_talk_and_what_they_said_before_what_i_said() -> None:
    said = [voice("Mine", "log", "about bees", direction="out"), voice("Theirs", "log", "about bees", direction="in"),
            voice("Need", "need", "a hive of bees")]
    assert names(ask("bees", *said)) == ["Need", "Theirs", "Mine"]


def test_what_is_planned_for_later_and_what_i_gave_tells_nothing() -> None:
    assert names(ask("bees", voice("A", "log", "bees", "2026-12-01"), voice("B", "log", "bees", kind="gave", direction="out"))) == []


@pytest.mark.parametrize("people", [10, 1000])
def test_two_words_do_not_list_everybody_who_has_one(people: int) -> None:
    talk = [voice(f"P{number}", "log", "the weather in the garden") for number in range(8)]
    both = voice("Both", "log", "a garden for bees")
    assert names(ask("bees garden", *talk, both, people=people)) == ["Both"]


def test_a_word_that_is_said_of_many_tells_nothing_beside_another() -> None:
    tagged = [voice(f"P{number}", "tag", "work") for number in range(50)]
    assert names(ask("work bees", *tagged, voice("Bea", "interest", "bees"))) == ["Bea"]
    assert len(names(ask("work", *tagged))) == 50


def test_the_last_time_somebody_had_it_is_named() -> None:
    answer = ask("bees", voice("A", "interest", "bees"), voice("A", "log", "x #bee", "2026-01-01", "gave", "out", ("bee",)),
                 voice("A", "log", "y #bees", "2026-02-01", "gave", "out", ("bees",)))
    assert names(answer) == []
    assert [(row.contact, row.why, row.date) for row in answer.skipped] == [("A", "gave", date(2026, 2, 1))]


@pytest.mark.parametrize("url", [
    "https://x.example/a", "http://www.X.example/a/", "https://x.example/a?utm_source=y&fbclid=z", "https://x.example/a#part", "x.example/a."])
def test_an_address_is_the_same_however_it_came(url: str) -> None:
    assert plain_url(url) == "x.example/a"
    assert plain_url("https://x.example/a?id=1") == "x.example/a?id=1" != plain_url("https://x.example/a?id=2")


def test_of_an_article_a_profile_counts_by_any_word_and_talk_by_those_that_carry_it() -> None:
    topic = Topic("Bread", {"bread": 1.0, "oven": 0.5}, frozenset({"bread"}), frozenset({"bread", "oven"}), frozenset({"bread"}), typed=False)
    offer, talk = sort_of("offer", None, None), sort_of("log", TODAY.toordinal(), "both")
    bread, oven = 0b01, 0b10
    codes = Codes(topic, TODAY).of([oven, oven, bread], [offer, talk, talk])
    assert [code == NOTHING for code in codes] == [False, True, False]


def test_what_carries_a_long_article_is_weighed() -> None:
    text = " ".join(f"{first}{second}ord " * 3 for first in "bdfgklmnprst" for second in ("ab", "eb", "ib", "ob", "ub"))
    topic = topic_of_article("Otters in winter", "", text, WORDING)
    assert topic.core <= topic.weights.keys()
    assert set(WORDING.keys("otters winter")) <= topic.core
