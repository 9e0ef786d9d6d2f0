"""The quick look never passes over what a reader would withhold."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT
from kithbook.model.settings import Settings
from kithbook.text.decode import decode_note
from kithbook.text.hidden_text import find_hidden_texts
from kithbook.text.marks import is_mark
from kithbook.text.note import NoteReader
from kithbook.text.quick_hidden import may_hide
from planting import MARKS, PLACES, put

READER = NoteReader(Settings(), prose=True)
FRONTS = ("", "confidential: true\n", "pluses: [kind]\n", "dealbrakers: x\n", "konfidential: yes\n", "every: 2w\n", "tags: [confidential]\n",
          "notes: a  # confidential\n", "Confidental: x\n")


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("place", PLACES)
def test_every_mark_is_seen(mark: str, place: str) -> None:
    assert may_hide(put(mark, place).replace("SECRET", "said").encode())


@given(st.lists(st.tuples(st.integers(0, 12), st.sampled_from(("swap", "drop", "double", "x"))), max_size=2), st.booleans())
def test_a_mark_with_two_slips_is_seen(slips: list[tuple[int, str]], in_front: bool) -> None:
    word = "confidential"
    for at, slip in slips:
        before, here, after = word[:at], word[at : at + 1], word[at + 1 :]
        word = {"swap": before + after[:1] + here + after[1:], "drop": before + after, "double": before + here * 2 + after,
                "x": before + "x" + after}[slip]
    if is_mark(word):
        assert may_hide((f"---\ntags: [a, {word}]\n---\n" if in_front else f"said #{word}\n").encode())


@given(st.sampled_from(FRONTS), st.lists(st.one_of(
    st.sampled_from([put(mark, place) for mark in MARKS for place in PLACES]),
    st.text("abcdefinotl #:-=[]!>%<.\n\u200d\uff23\u0441", max_size=30),
    st.sampled_from(["- 2026-11-01 call: hello", "- [ ] Send it 📅 2026-12-01", "# Zoë", "## Promises", "- konfidental: x", "confdential:: y",
                     "- 2026-11-01 rating: 3", "#confidentail"])), max_size=4))
def test_what_is_withheld_was_seen(front: str, parts: list[str]) -> None:
    text = (f"---\n{front}---\n" if front else "") + "\n".join(parts)
    data = text.encode()
    note = READER.read("people/Ana.md", data)
    decoded = decode_note(data)
    if isinstance(decoded, str) and (note.confidential or any(hidden.text.strip() for hidden in find_hidden_texts(decoded, note))):
        assert may_hide(data)


def test_notes_that_hide_nothing_need_no_reader() -> None:
    notes = [note for note in Path(ROOT, "example-vault", "people").glob("*.md") if not may_hide(note.read_bytes())]
    assert len(notes) > 5
