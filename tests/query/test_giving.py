"""What is known of a gift by its words, and what an entry gives or asks."""

from datetime import date

import pytest

from kithbook.model.entry import Direction, Entry
from kithbook.model.withheld import Withheld
from kithbook.query.giving import acts_of, giving_of


def entry(kind: str, text: str = "", direction: Direction | None = "out", *tags: str) -> Entry:
    return Entry("people/Ana.md", 1, date(2026, 11, 1), None, kind, direction, text, tags, (), ())


@pytest.mark.parametrize(("text", "giving"), [
    ("the article on looms", "information"), ("https://looms.example", "information"), ("die Adresse des Glasers", "information"),
    ("how to write to a man who does not read", "ideas"), ("Vorschläge für das Dach", "ideas"), ("ein guter Rat", "ideas"),
    ("lent her the fog machine", "help"), ("beim Umzug geholfen", "help"), ("ihre Arbeit übersetzt", "help"),
    ("put her in touch with the guild", "introductions"), ("ihn der Zunft vorgestellt", "introductions"),
    ("a jar of honey", "other"), ("a rather readable pirate", "other"), ("", "other"),
])
def test_a_gift_is_known_by_its_words(text: str, giving: str) -> None:
    assert giving_of(entry("gave", text)) == giving


def test_an_introduction_is_one_whatever_it_says() -> None:
    assert giving_of(entry("intro", "he lent me an article")) == "introductions"


def test_a_tag_counts_as_its_word_does() -> None:
    assert giving_of(entry("gave", "over lunch #idea", "out", "idea")) == "ideas"


@pytest.mark.parametrize(("said", "acts"), [
    (entry("gave"), ("gave",)), (entry("gave", "", "in"), ("received",)), (entry("referral", "", "in"), ("received",)),
    (entry("ask"), ("asked",)), (entry("ask", "", "in"), ("was_asked",)), (entry("ask", "", "in", "asked"), ("was_asked",)),
    (entry("call", "", "both", "gave", "asked"), ("gave", "asked")), (entry("call", "", "both", "received"), ("received",)),
    (entry("gave", "", "out", "gave"), ("gave",)), (entry("call"), ()),
    (entry("gave")._replace(text=Withheld("the lease")), ()),
])
def test_what_an_entry_gives_or_asks(said: Entry, acts: tuple[str, ...]) -> None:
    assert acts_of(said) == acts
