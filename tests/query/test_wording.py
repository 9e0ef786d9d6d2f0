"""What a text is about: stems, synonyms, and scripts without spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.query.stems import stem
from kithbook.query.wording import Wording

SAME = """
gardens gardener gardening garden
school schools
plan plans planned planning
translate translating translation translators
manage managing manager management
photography photographer photographs
invest investing investment investors
company companies
cycle cycles cycling
bake baked baking
edit editing edits
solar solars
Schule Schulen
Kurs Kurse
Freund Freunde Freunden
Lehrerinnen Lehrer
"""

APART = [("plan", "plane"), ("list", "listen"), ("car", "care"), ("win", "wine"), ("rat", "rate"), ("water", "what"), ("son", "sonne")]


@pytest.mark.parametrize("words", SAME.strip().splitlines())
def test_forms_of_a_word_are_one(words: str) -> None:
    assert len({stem(word.lower()) for word in words.split()}) == 1


@pytest.mark.parametrize("words", APART)
def test_words_that_only_look_alike_are_two(words: tuple[str, str]) -> None:
    assert stem(words[0]) != stem(words[1])


@given(st.text(alphabet="abcdeinrgstyom", min_size=1, max_size=12))
def test_a_stem_is_its_own_stem(word: str) -> None:
    assert stem(stem(word)) == stem(word) != ""


def test_words_that_say_nothing_are_left_out() -> None:
    assert Wording({}).keys("She's asked about the Łódź résumé; don't wait") == ["ask", "łodz", "resum", "wait"]


def test_synonyms_are_one_both_ways_and_can_be_phrases() -> None:
    wording = Wording({"solar": ["Photovoltaics", "PV"], "heat pumps": ["Wärmepumpe"], "pv": ["sun power"]})
    assert len({*wording.keys("pv"), *wording.keys("solar"), *wording.keys("photovoltaic"), *wording.keys("sun power")}) == 1
    assert wording.keys("a heat pump") == wording.keys("Wärmepumpen"[:-1])
    assert wording.keys("heat") != wording.keys("heat pump")
    assert [said.words for said in wording.read("new heat pumps in spring")] == ["heat pumps", "spring"]


def test_where_no_words_are_set_apart_two_signs_are_one() -> None:
    wording = Wording({})
    assert set(wording.keys("太阳能")) <= set(wording.keys("他对太阳能感兴趣"))
    assert wording.keys("李") == ["李"]
