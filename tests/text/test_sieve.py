"""The sieve holds back no promise that is sure: of every frame, of the owner's phrases, and of what people write."""

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_talk import MADE, PROMISES

from kithbook.model.settings import Settings
from kithbook.text.talk.english import ENGLISH
from kithbook.text.talk.finder import PromiseFinder
from kithbook.text.talk.german import GERMAN
from kithbook.text.talk.language import Language
from kithbook.text.talk.sieve import _PIECE, ALSO_WORDS, SUBJECTS, SURE, TRIGGERS, Sieve, is_sure

LANGUAGES = {"en": ENGLISH, "de": GERMAN}
BOTH = Settings(scan_phrases={"consider it mine": "me", "je t'envoie": "me"})
SIEVE, FINDER = Sieve(BOTH), PromiseFinder(BOTH)
WORDS = sorted({word for language in LANGUAGES.values() for listed in language.tables.words.values() for word in listed.split()[:6]}
               | {phrase.replace(" '", "'") for language in LANGUAGES.values() for listed in language.tables.phrases.values()
                  for phrase in listed.split(",")[:4]}
               | {trigger for listed in TRIGGERS.values() for trigger in listed.split(",")}
               | {"I'll", "she’ll", "WILL", "Ana", "Friday", "morgen", ",", ".", "?", ":", "-", '"', "[ ]", "für", "3rd", "je t'envoie", "Consider it mine"})


def is_held_back(text: str) -> bool:
    """Whether something sure in a text is held back."""
    return any(is_sure(said, text) for said in FINDER.find(text, MADE)) and not SIEVE.lets_through(text.encode())


def words_of(language: Language) -> tuple[str, frozenset[str]]:
    """The words without which no frame of a language is sure, as the sieve has them, and those that are read as two but may be one."""
    tables = language.tables
    tags = {tag for frame in tables.frames if frame.confidence >= SURE for tag in frame.needs.split()}
    assert tags.isdisjoint(tag for _, tag in tables.endings)
    assert tags.isdisjoint(("WORD", "NAME", "CAP", "PAST", "NUMBER", "DAY")), "no table has all words of these"
    said = [*(word for tag in tags for word in tables.words.get(tag, "").split()),
            *(phrase for tag in tags for phrase in tables.phrases.get(tag, "").split(","))]
    joined = {word: sure for word, (first, second, sure) in tables.joined.items() if not tags.isdisjoint((first, second))}
    said += [word for word, sure in joined.items() if sure]
    pieces = {" ".join(sorted(set(_PIECE.findall(re.sub(r"\w* ?n't", "", each.lower()))))) for each in said}  # don't is one word for the sieve
    alone = {piece for piece in pieces if " " not in piece}
    listed = {piece for piece in pieces if piece in alone or alone.isdisjoint(piece.split())}
    return ",".join(sorted(listed - {""})), frozenset(word for word, sure in joined.items() if not sure)


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_has_the_words_that_the_frames_need(code: str) -> None:
    """Where a table has changed: the left side is what `TRIGGERS` has to say."""
    triggers, others = words_of(LANGUAGES[code])
    assert triggers == TRIGGERS[code]
    assert others <= ALSO_WORDS


def test_it_has_the_words_that_say_whose_it_is_in_english() -> None:
    """In English a sure promise begins with whose it is, which is one of these tags; of `me and Tom` there is `me`, of `Tom and myself` `myself`."""
    sure = [frame for frame in ENGLISH.tables.frames if frame.confidence >= SURE]
    assert sure
    for frame in sure:
        subject, adverbs, _ = frame.tags.partition("ADV*WILL")
        alternatives = re.sub(r"\(\?[P<!=]+(?:\w+>)?\w*\)?|[()?:$^|\[\]]|AND|NAME|CAP|STOP|ASKED|COMMA|COLON|DASH|QUOTE|BUT|BECAUSE", " ", subject).split()
        assert adverbs and set(alternatives) <= {"I", "WE", "HE", "ROLE", "ME", "MYSELF"}, (frame.name, alternatives)
    words = [word for tag in ("I", "WE", "HE", "ROLE", "ME", "MYSELF") for word in ENGLISH.tables.words[tag].split()]
    phrases = [phrase for tag in ("I", "WE", "HE", "ROLE", "ME", "MYSELF") for phrase in ENGLISH.tables.phrases.get(tag, "").split(",") if phrase]
    joined = [word for word, (first, second, sure) in ENGLISH.tables.joined.items() if sure and second == "WILL" and first in ("I", "WE", "HE")]
    for said in (*words, *phrases, *joined):
        assert not SUBJECTS["en"].isdisjoint(_PIECE.findall(said)), said


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join))
def test_no_sure_promise_is_held_back(text: str) -> None:
    assert not is_held_back(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*PROMISES, "He rang.", "Ana", "by Friday"]).map(lambda text: text.split()), min_size=1, max_size=3),
       st.randoms(use_true_random=False))
def test_nor_in_what_people_write(texts: list[list[str]], random: Random) -> None:
    words = [word for text in texts for word in text]
    if len(words) > 3 and random.random() < 0.7:
        del words[random.randrange(len(words))]
    assert not is_held_back(" ".join(words))


def test_phrases_of_ones_own_count() -> None:
    assert SIEVE.lets_through(b"the budget? Consider it mine")
    assert not SIEVE.lets_through(b"she considered it")
    assert Sieve(Settings(scan_phrases={"+1": "me"})).lets_through(b"tea")


def test_most_of_what_people_write_is_held_back() -> None:
    assert not any(map(SIEVE.lets_through, (b"talked about the move", b"read the will of an aunt", b"sent her the plans", "Grüße von Élodie".encode(), b"he thought about it")))
