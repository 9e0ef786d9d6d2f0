"""What was meant to keep a whole note confidential, and stands where no property is read, keeps it."""

import pytest

from kithbook.model.settings import Settings
from kithbook.text.note import NoteReader

READER = NoteReader(Settings(), prose=True)

MEANT = {
    "a property without its dashes": "confidential: true\nx\n\n- 2026-11-01 call: x",
    "in bold": "**confidential**: true\nx",
    "with any value": "confidential:\nx",
    "below another line": "role: spy\nConfidential: yes\n\nx",
    "below an empty line": "\n---\nrole: x\nConfidental: yes\n---\nx",
    "below a blank": " \n\n---\nconfidental: true\n---\nx",
    "in front matter that is not closed": "\n---\nconfidental: true\n\nx",
    "a field of Dataview": "x\n\nconfidential:: true\n\nx",
    "in brackets": "- x [confidential:: yes]\n- x",
    "misspelt": "- x\n\n- (konfidential :: x)\n- x",
    "below front matter": "---\nrole: x\n---\nx\nConfidential:: 1",
    "in a comment": "%% confidential:: yes %%\nx",
}
NOT_MEANT = {
    "false": "confidential: false\nx",
    "a field that is false": "x confidential:: false",
    "in inline code": "x `confidential:: true`",
    "in fenced code": "x\n\n```\nconfidential:: true\n```",
    "in a text": "x\n\nAll that she said is confidential: the letters, too.",
    "another word": "considerate: true\nx confidence:: 3",
}


@pytest.mark.parametrize("text", MEANT.values(), ids=MEANT.keys())
def test_meant(text: str) -> None:
    note = READER.read("people/Ada.md", text.encode())
    assert note.confidential
    assert not note.prose and not note.links
    assert [problem.rule for problem in note.problems] == ["confidential-mark"]
    assert READER.summarise("people/Ada.md", text.encode()).confidential


@pytest.mark.parametrize("text", NOT_MEANT.values(), ids=NOT_MEANT.keys())
def test_not_meant(text: str) -> None:
    note = READER.read("people/Ada.md", text.encode())
    assert not note.confidential and not note.problems
    assert not READER.summarise("people/Ada.md", text.encode()).confidential
