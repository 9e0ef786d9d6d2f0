"""Front matter that cannot be read: whatever form the names of somebody confidential have in it, they are known."""

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from kithbook.model.settings import Settings
from kithbook.text.hidden_text import names_hidden
from kithbook.text.note import NoteReader

NAMES = st.from_regex(r"[A-ZÉ][a-zö]{1,8}( [A-Z][a-z'-]{1,8}[a-z])?", fullmatch=True)
FORMS = st.sampled_from((None, True, False))  # a list in lines, everything in brackets, lists in brackets alone
BROKEN = st.sampled_from(("broken: [\n", "\tat: a tab\n", "name: x: y\n", "more: \"never closed\n"))


@example("Quentin Ashgrove", ["Quill"], None, "broken: [\n")
@given(NAMES, st.lists(NAMES, max_size=3), FORMS, BROKEN)
def test_names_are_known_all_the_same(name: str, aliases: list[str], form: bool | None, broken: str) -> None:
    said = {"confidential": True, "name": name, "aliases": aliases}
    front = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, default_flow_style=None if form is False else False)
    if form:
        front = f'confidential: true\n"name": "{name}"\nalias: {", ".join(aliases)}\n'
    note = NoteReader(Settings()).read("people/x.md", f"---\n{front}{broken}---\n".encode())
    assert note.kind == "unreadable" and note.confidential
    assert {name, *aliases} <= set(names_hidden(note))
