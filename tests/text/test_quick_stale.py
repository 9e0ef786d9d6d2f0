"""The quick look for stale promises never says no where the full reader finds one."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kithbook.model.settings import Settings
from kithbook.query.promises import is_stale
from kithbook.text.note import NoteReader
from kithbook.text.quick_stale import may_hold_stale

TODAY = date(2026, 11, 22)
READER = NoteReader(Settings())

PIECES = st.sampled_from([
    "- [ ] ", "* [ ] ", "1. [ ] ", "+ [/] ", "- [x] ", "- [-] ", "- ", "-\n  ", "[ ] ", "-\t[ ] ", "> - [ ] ", "    - [ ] ", "- [?] ", "- [é] ", "- []] ", "- [[] ",
    "Write", " to [[Ada]]", " 📅 2026-12-01", " 📅 2026-10-01", "📅2026-12-01", " 📅 2026-11-22", " 📅\ufe0f 2026-12-01", " 📅 2026-02-30",
    " 📅 2026-12-31", " 📅 2026-12-0", " ⏳ 2026-10-01", " [due:: 2026-10-01]", " due:2026-10-01", "[[Bo|Bo", "]]", "[Bo", "](Bo.md", ")", " ➕ 2026-01-01", " DUE 2026-10-01",
    "\n", "\n", "\n\n", "\r\n", "\r", "  ", "\t", "%%", "<!--", "-->", "```\n", "# ", "2026-10-01 call: ", "|", "`", "\\", " #waiting", " ^id",
])


@example("- [ ] ` 📅 2026-12-01`")
@example("- [ ] [[Bo|Bo 📅 2026-12-01]]")
@example("- [ ] [Bo 📅 2026-12-01](Bo.md)")
@example("- []] Write 📅 2026-10-01")
@settings(max_examples=600, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_what_is_stale_is_looked_at(body: str) -> None:
    data = body.encode()
    for path in ("people/Ada.md", "daily/2026-10-01.md"):
        tasks = READER.read(path, data).tasks
        # One without a date may be as old as history is.
        stale = [t for t in tasks if t.is_open and t.text != "" and (is_stale(t, Settings(), TODAY) or (t.due is None and t.made is None))]
        assert not stale or may_hold_stale(data, TODAY)


def test_the_usual_note_need_not_be_read() -> None:
    usual = "- [ ] Write to [[Ada]] 📅 2026-12-01\n- [x] Done 📅 2026-01-01\n\n- [ ] More 📅 2026-11-22\n\n## Log\n\n- 2026-11-20 call: hello [2]\n"
    assert not may_hold_stale(usual.encode(), TODAY)
    assert not may_hold_stale(usual.replace("\n", "\r\n").encode(), TODAY)
    assert may_hold_stale(usual.replace("2026-11-22", "2026-11-21").encode(), TODAY)
