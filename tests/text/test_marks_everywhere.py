"""Each mark in each place where Markdown lets it stand: a secret of its own is withheld, and what stands beside it is not.

In a sample, SECRET is the secret, and OPEN what stays open.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import all_that_is_shown, prose

from kithbook.model.settings import Settings
from kithbook.text.note import NoteReader
from planting import MARKS, PLACES, put


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("mark", MARKS)
def test_the_secret_is_withheld_and_the_rest_is_not(mark: str, place: str) -> None:
    text = put(mark, place)
    assert "secret" not in all_that_is_shown(text).lower()
    assert prose(text).count("OPEN") == text.count("OPEN")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", MARKS)
def test_neither_line_ends_nor_a_bom_change_what_is_hidden(mark: str, end: str) -> None:
    text = put(mark, "under an item")
    data = b"\xef\xbb\xbf" + text.replace("\n", end).encode()
    note = NoteReader(Settings(), prose=True).read("people/Ada.md", data)
    assert "SECRET" not in note.prose
    assert note.prose.count("OPEN") == text.count("OPEN")


@pytest.mark.parametrize("place", ["alone", "between paragraphs", "under an item"])
@pytest.mark.parametrize("mark", MARKS)
def test_in_a_quote_all_of_the_quote_is_withheld_or_the_comment_alone(mark: str, place: str) -> None:
    text = "\n".join(f"> {line}" for line in put(mark, place).split("\n")) + "\n\nOPEN after"
    assert "SECRET" not in prose(text)
    assert "OPEN after" in prose(text)


@given(st.lists(st.sampled_from([*MARKS]), min_size=1, max_size=4), st.lists(st.sampled_from([*PLACES]), min_size=4, max_size=4))
def test_several_marks_in_several_places_are_withheld_all(marks: list[str], places: list[str]) -> None:
    text = "\n\n".join(put(mark, place) for mark, place in zip(marks, places, strict=False))
    assert "secret" not in all_that_is_shown(text).lower()


@given(st.sampled_from([*MARKS]), st.lists(st.sampled_from(
    ["OPEN", "- OPEN", "  - OPEN", "> OPEN", "1. OPEN", "    OPEN", "# OPEN", "---", "===", "| OPEN | x |", "|---|---|", "", "\t", "- [ ] OPEN",
     "`OPEN`", "[OPEN](x.md)", "<div>", "</div>", "* * *", "\\# OPEN", "2026-11-01 call: OPEN"]), max_size=8), st.integers(0, 8))
def test_whatever_stands_around_it_the_marked_line_is_withheld(mark: str, around: list[str], at: int) -> None:
    at = min(at, len(around))
    text = "\n".join([*around[:at], "", MARKS[mark], "", *around[at:]])
    shown = all_that_is_shown(text)
    first = MARKS[mark].split("\n")[0]
    assert first not in shown or "SECRET" not in first
    assert "SECRET" not in prose(text)


NO_MARKS = ["confidential:: false", "[confidential:: false]", "- OPEN `confidential:: true`", "```\nconfidential: true OPEN\n```",
            "- OPEN, this is confidential: I mean it", "confidential: false\n\nOPEN", "- OPEN [due:: 2026-11-20]",
            "- the confidence:: OPEN", "OPEN std::confidential_ptr"]


@pytest.mark.parametrize("text", NO_MARKS)
def test_what_is_no_mark_hides_nothing(text: str) -> None:
    assert prose(f"OPEN\n\n{text}\n\nOPEN").count("OPEN") == 2 + text.count("OPEN")


# The whole note

WHOLE = {
    "an empty line first": "\n---\nconfidential: true\n---\nSECRET",
    "several": "\n\n\n---\ntags: [a]\nconfidential: true\n---\n# SECRET\n\nSECRET",
    "a blank first": " ---\nconfidential: true\n---\nSECRET",
    "a sign that is not seen first": "\u200b---\nconfidential: true\n---\n\nSECRET",
    "two BOMs": "\ufeff\ufeff---\nconfidential: true\n---\n\nSECRET",
    "dashes that were corrected": "—-\nconfidential: true\n—-\n\nSECRET",
    "more dashes": "----\nconfidential: true\n----\n\nSECRET",
    "TOML": "+++\nconfidential = true\n+++\n\nSECRET",
    "no fence at all": "confidential: true\ntags: a\n\nSECRET",
    "the fence forgotten": "tags: a\nconfidential: yes\n---\n\n# SECRET\nSECRET",
    "a second front matter": "---\ntags: [a]\n---\n---\nconfidential: true\n---\n# SECRET",
    "a second one behind an empty line": "---\ntags: [a]\n---\n\n---\nConfidental: true\n---\n# SECRET",
    "properties that ended too early": "---\ntags: [a]\n---\nconfidential: true\n---\n# SECRET",
    "never closed": "---\nconfidential: true\n\nSECRET",
    "closed by dots": "---\nconfidential: true\n...\nSECRET",
    "a field for all of the page": "confidential:: true\n\nSECRET\n\n# SECRET",
    "in quotes": "---\n'confidential': 'true'\n---\nSECRET",
    "as a list": "---\nconfidential: [true]\n---\nSECRET",
    "with nothing": "---\nconfidential:\n---\nSECRET",
    "in another case": "---\nCONFIDENTIAL: TRUE\n---\nSECRET",
    "on": "---\nconfidential: on\n---\nSECRET",
    "1": "---\nconfidential: 1\n---\nSECRET",
    "with a colon less": "---\nconfidential true\nrole: x\n---\nSECRET",
    "a tag": "---\ntags: [confidential]\n---\nSECRET",
    "a tag with #": "---\ntags: ['#confidential/x']\n---\nSECRET",
    "below another": "---\nmeta:\n  confidential: true\n---\nSECRET",
}


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE.keys())
def test_the_whole_note_is_confidential(text: str, ends: str) -> None:
    reader = NoteReader(Settings(), prose=True)
    data = text.replace("\n", ends).encode()
    note = reader.read("people/Ada.md", data)
    assert note.confidential
    assert note.prose == ""
    assert reader.summarise("people/Ada.md", data).confidential
    for one in note.problems:
        assert "SECRET" not in f"{one.message} {one.fix}"


@pytest.mark.parametrize("text", ["---\nconfidential: false\n---\n", "\n---\nconfidential: false\n---\n\n", "OPEN\n\nconfidential: is what it was, he said\n\n",
                                  "```yaml\nconfidential: true\n```\n\n", "# OPEN\n\nconfidence: x\n"])
def test_other_notes_are_open(text: str) -> None:
    note = NoteReader(Settings(), prose=True).read("people/Ada.md", f"{text}OPEN".encode())
    assert not note.confidential
    assert note.prose.count("OPEN") == text.count("OPEN") + 1


@pytest.mark.parametrize("line", ["- 2026-11-01 reflection: SECRET\n  SECRET", "- reflection: SECRET", "- reflection: about [[Ada]] SECRET", "2026-11-01 rating: 2 SECRET",
                                  "| 2026-11-01 | reflection | | SECRET |", "### 2026-11-01 Reflection\nSECRET", "### Reflection\nSECRET on [[Ada]]"])
def test_a_reflection_is_private_in_any_note(line: str) -> None:
    for path in ("daily/2026-11-02.md", "notes/Plan.md", "people/Ada.md"):
        assert "SECRET" not in NoteReader(Settings(), prose=True).read(path, f"OPEN\n\n{line}\n\n".encode()).prose
