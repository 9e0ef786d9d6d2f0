"""A phrase is known again however it is written; what anybody could write is no phrase."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.text.word_runs import RUN, find_phrases, find_tokens, find_words, places_of_words

PHRASE = "her brother lost José's bakery at the harbour"
WORDS = ["her", "brother", "lost", "joses", "bakery", "at", "the", "harbour"]

WRITTEN = {
    "as it is": PHRASE,
    "in another case": PHRASE.upper(),
    "emphasised": "her **brother** lost *José's* __bakery__ at ~~the~~ ==harbour==",
    "emphasised within a word": "her bro**ther** lost José's b*aker*y at the harbour",
    "over lines": "her brother\nlost José's\r\n   bakery at\n\nthe harbour",
    "in a quote": "> her brother lost\n> José's bakery\n> > at the harbour",
    "in a list and a table": "- her brother\n  - lost\n| José's | bakery |\nat the harbour",
    "with curly quotes": "“her brother” lost José’s bakery — at the ‘harbour’",
    "in another unicode form": "her brother lost Jose\u0301's bakery at the harbour",
    "without accents": "her brother lost Jose's bakery at the harbour",
    "in wide letters": "her ｂｒｏｔｈｅｒ lost José's bakery at the harbour",
    "with a ligature": PHRASE.replace("lost", "lo\ufb06"),
    "with signs that are not seen": "her bro\u00adther lo\u200bst José's bak\u2060ery at the harbour",
    "escaped": r"her\ brother \*lost\* José\'s bakery, at the harbour\.",
    "as HTML": "<p>her <b>brother</b> lost Jos&eacute;&#39;s<br>bakery at&nbsp;the harb<i>our</i></p>",
    "in JSON": r"her brother\nlost Jos\u00e9's bakery\tat the harbour",
    "in an address": "her%20brother%20lost%20Jos%C3%A9's%20bakery%20at%20the%20harbour",
    "with links": "her [[people/Otto|brother]] lost [José's bakery](https://bakery.example/x) at the [[harbour]]",
    "with days and tags": "her brother lost 2026-11-10 José's bakery #gave at the harbour",
    "in code": "her `brother lost José's` bakery at the harbour",
    "as a name with hyphens": "her-brother-lost-josés-bakery-at-the-harbour",
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN.keys())
def test_a_text_is_the_same_however_it_is_written(text: str) -> None:
    assert find_words(text) == WORDS


def test_a_calendar_is_read_over_its_folds() -> None:
    text = "SUMMARY:her bro\r\n ther lost José's b\r\n akery at the\r\n  harbour"
    assert find_words(text, folded=True) == ["summary", *WORDS]
    assert places_of_words(text, [1, 2, 5, 8], folded=True) == {1: (1, 9), 2: (1, 13), 5: (2, 19), 8: (4, 3)}


@given(st.lists(st.sampled_from(["otto", "**bakery**", "the", "\n", "- ", "> ", "&amp;", "\\*", "a\u0301", "harb\u00adour", "2026-11-10", "[[x|y]]", "don't"]), max_size=30).map(" ".join))
def test_every_word_has_a_place_on_the_line_on_which_it_stands(text: str) -> None:
    words = find_words(text)
    places = places_of_words(text, range(len(words)))
    lines = text.split("\n")
    for number, word in enumerate(words):
        line, column = places[number]
        assert word in find_words(lines[line - 1])
        assert 1 <= column <= len(lines[line - 1])


def test_a_text_is_known_by_its_runs() -> None:
    assert find_phrases(PHRASE) == {tuple(WORDS[at : at + RUN]) for at in range(3)}


@pytest.mark.parametrize("text", ["lost the bakery to gambling", "Ministry of Inland Waterways"])
def test_a_shorter_text_is_known_as_a_whole(text: str) -> None:
    assert find_phrases(text) == {tuple(text.lower().split())}


@pytest.mark.parametrize("text", ["", "Log", "the divorce", "call me back soon", "and then they went with them again", "at the end of the day"])
def test_what_anybody_could_write_is_no_phrase(text: str) -> None:
    assert not find_phrases(text)


def test_an_address_or_a_code_is_known_by_itself() -> None:
    assert ("otto", "v", "post", "example") in find_phrases("write to <otto.v@post.example>, please")
    assert ("c01x00t47",) in find_phrases("passport C01X00T47")


@pytest.mark.parametrize("written", ["0171 555 2234", "+49 171 5552234", "(0171) 555-2234", "01715552234", "tel:+49-171-555-2234"])
def test_a_number_is_the_same_however_it_is_set_out(written: str) -> None:
    assert find_tokens(f"x\n{written}\n") == [("715552234", 2)]


@pytest.mark.parametrize("text", ["20261110", "2026-11-10 2026/11/10 10.11.26", "12 of 34", "1.2.3"])
def test_a_day_or_a_short_number_is_no_token(text: str) -> None:
    assert not find_tokens(text)


def test_a_page_is_known_by_its_path() -> None:
    assert find_tokens("see https://www.bank.example/accounts/otto7vance31b22x8?x=1.") == [("bank.example/accounts/otto7vance31b22x8?x=1", 1)]


def test_languages_without_spaces_are_read_in_pieces() -> None:
    assert find_words("彼の兄弟は港のパン屋を失った")[:2] == ["彼の兄弟", "の兄弟は"]
    assert find_phrases("彼の兄弟は港のパン屋を失った")


@given(st.text(max_size=200))
def test_any_text_has_words_and_places(text: str) -> None:
    words = find_words(text)
    assert set(places_of_words(text, range(len(words)))) == set(range(len(words)))
    find_words(text, folded=True)
    find_phrases(text)
    find_tokens(text)
