"""Who of those who share a vault something is by."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.model.signed import is_by, may_sign, sign, split_signature


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("lunch [by:: Ana]", "Ana", "lunch"),
        ("lunch (by:: Ana Reyes) #gave", "Ana Reyes", "lunch #gave"),
        ("[BY::ana] lunch", "ana", "lunch"),
        ("lunch [ by ::  Ana ]", "Ana", "lunch"),
        ("lunch [by:: [[Ana]]]", "Ana", "lunch"),
        ("lunch (by:: [[people/Ana Reyes|Anka]])", "Ana Reyes", "lunch"),
        ("one [by:: Ana] two [by:: Bo]", "Ana", "one two [by:: Bo]"),
        ("[by:: Ana]", "Ana", ""),
        ("lunch [by::]", None, "lunch [by::]"),
        ("lunch [by:: #ana]", None, "lunch [by:: #ana]"),
        ("lunch [by:: Ana)", None, "lunch [by:: Ana)"),
        ("lunch [by: Ana]", None, "lunch [by: Ana]"),
        ("lunch by:: Ana", None, "lunch by:: Ana"),
        ("`[by:: a`b]`", None, "`[by:: a`b]`"),
        ("a book [nearby:: Ana]", None, "a book [nearby:: Ana]"),
    ],
)
def test_reading(text: str, name: str | None, rest: str) -> None:
    assert split_signature(text) == (name, rest)


@given(st.text(max_size=40), st.text(max_size=40))
def test_what_may_sign_reads_back(text: str, name: str) -> None:
    if may_sign(name) and split_signature(text)[0] is None and "[" not in text and "(" not in text:
        assert split_signature(sign(text, name)) == (name, text.strip())


def test_what_is_signed_is_not_signed_again() -> None:
    assert sign("lunch [by:: Ana]", "Bo") == "lunch [by:: Ana]"
    assert sign("lunch", None) == "lunch"


def test_names_are_compared_without_case() -> None:
    assert is_by("ANA", frozenset({"ana"}))
    assert not is_by(None, frozenset({"ana"}))


@pytest.mark.parametrize("text", [" " * 50_000 + "::", "[by::" * 20_000, "[by:: " + "a " * 50_000, "[by:: [[" * 20_000])
def test_it_takes_no_longer_than_the_text_is(text: str) -> None:
    start = time.process_time()
    split_signature(text)
    assert time.process_time() - start < 0.5
