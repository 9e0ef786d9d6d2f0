"""Which dates Obsidian Tasks sees, and how the others are moved to where it does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.text.task_line import read_task
from kithbook.text.trailing_fields import find_unseen, with_all_seen


@pytest.mark.parametrize("text", [
    "Send it 📅 2026-11-25",
    "Send it ⏫ 🔁 every month ➕ 2026-11-01 📅 2026-11-25 #engine ^abc",
    "Send it 📅 2026-11-25 #engine #old/loom",
    "Send it 📅2026-11-25 🆔 a-b ⛔ c, d 🏁 delete",
    "Send it [due:: 2026-11-25]",
    "Send it (due:: 2026-11-25) tomorrow",
    "See https://engine.example/due:2026-11-25",
    "In code: `due:2026-11-25`",
    "No date",
])
def test_seen(text: str) -> None:
    assert find_unseen(text) is None


@pytest.mark.parametrize(("text", "seen"), [
    ("Send 📅 2026-11-25 the article", "Send the article 📅 2026-11-25"),
    ("Send it 📅 2026-11-25.", "Send it. 📅 2026-11-25"),
    ("📅 2026-11-25 Send it", "Send it 📅 2026-11-25"),
    ("Send it 📅 [[2026-11-25]]", "Send it 📅 2026-11-25"),
    ("Ask due:2026-11-25", "Ask 📅 2026-11-25"),
    ("Ask due: 2026-11-25 him ^abc", "Ask him 📅 2026-11-25 ^abc"),
    ("➕ 2026-11-01 Send 📅 2026-11-25 it #engine", "Send it #engine ➕ 2026-11-01 📅 2026-11-25"),
    ("Send 📅 2026-11-25 it [priority:: high]", "Send it [priority:: high] 📅 2026-11-25"),
])
def test_moved(text: str, seen: str) -> None:
    assert find_unseen(text) is not None
    assert with_all_seen(text) == seen
    assert find_unseen(seen) is None


PARTS = st.sampled_from(["Send", "the article", "📅 2026-11-25", "⏳ 2026-11-26", "➕ 2026-11-01", "due:2026-11-27", "#engine", "🆔 abc",
                         "🔁 every week", "[due:: 2026-11-28]", "📅 tomorrow", "📅", "(soon)", "`code 📅 2026-11-25`", "^x1", "."])


@given(st.lists(PARTS, min_size=1, max_size=8).map(" ".join))
def test_nothing_else_is_changed(text: str) -> None:
    """All that was there is there still, and every date that can be seen is."""
    moved = with_all_seen(text)
    assert find_unseen(moved) is None
    assert sorted(moved.replace("due:", "📅 ").split()) == sorted(text.replace("due:", "📅 ").split())
    before, after = read_task(text), read_task(moved)
    if "🔁" not in text:  # whose words go on over what stands behind it
        assert (after.made, after.done, after.mark, after.who) == (before.made, before.done, before.mark, before.who)
