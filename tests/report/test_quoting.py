"""Words of notes within sentences of ours."""

import pytest

from kithbook.report.quoting import as_question, within


@pytest.mark.parametrize(("text", "asked"), [
    ("Vitamin C.", "Vitamin C?"), ("A new job.", "A new job?"), ("Acme Inc.", "Acme Inc.?"), ("the U.S.", "the U.S.?"), ("And so on...", "And so on...?"), ("Who?", "Who?"),
])
def test_a_question_has_one_sign_and_an_abbreviation_its_stop(text: str, asked: str) -> None:
    assert as_question(text) == asked


@pytest.mark.parametrize(("text", "said"), [
    ("The Hague apartment", "The Hague apartment"), ("My Fair Lady", "My Fair Lady"), ("A piano tuner.", "a piano tuner"), ("Acme, to begin with", "Acme, to begin with"),
])
def test_a_capital_of_a_sentence_goes_and_that_of_a_name_stays(text: str, said: str) -> None:
    assert within(text) == said
