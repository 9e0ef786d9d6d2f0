"""Merging two versions of a note: laws, and what each rule is for."""

import random
import re
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kithbook.text.conflict_markers import MarkerStyle, read_markers
from kithbook.text.three_way import NotMerged, merge_versions

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
from merges import Writer, judge

lines = st.sampled_from([
    "", "- 2026-11-10 call: hi", "- 2026-11-12 email in: yes", "  and more", "- [ ] Send it 📅 2026-11-25", "- [x] Send it 📅 2026-11-25 ✅ 2026-11-20",
    "- [ ] Call her 🔁 every week 📅 2026-11-20", "## Log", "Prose.", "More prose, and words.", "```", "> quoted", "> [!confidential]", "%%", "#confidential",
    "| 2026-11-11 | call | out | table |", "### 2026-11-09 Lunch", "- item", "    - [ ] nested", "<<<<<<< ours", "=======", ">>>>>>> theirs", "<!-- a"])
properties = st.sampled_from([
    "role: a", "role: b", "tags: [a, b]", "tags: [b, c]", "tags:\n  - a\n  - c # why", "email: x@y.z", "email: [x@y.z, u@v.w]", "# a comment", "confidential: true",
    "confidential: false", "dates:\n  wedding: 06-14", "dates:\n  wedding: 06-14\n  exam: 07-01", "pluses: warm", "bio: |\n  one\n\n  two", "", "a: {b: c}", "broken: : x", "tags: a b"])
notes = st.builds(
    lambda front, body, end, last, bom: ("\ufeff" if bom else "") + end.join(
        [*(["---", *"\n".join(front).split("\n"), "---"] if front else []), *body]) + (end if last else ""),
    st.lists(properties, max_size=4), st.lists(lines, max_size=12), st.sampled_from(["\n", "\n", "\r\n"]), st.booleans(), st.booleans() | st.just(False))


@given(notes, notes)
def test_one_side_alone_is_taken_as_it_is(base: str, other: str) -> None:
    assert merge_versions(base, base, other).text == other
    assert merge_versions(base, other, base).text == other
    assert merge_versions(base, other, other).text == other


@settings(max_examples=150)
@given(notes, notes, notes)
def test_no_line_is_lost_whatever_is_written(base: str, ours: str, theirs: str) -> None:
    try:
        merged = merge_versions(base, ours, theirs)
    except NotMerged:
        return
    there = Counter(re.split(r"\r?\n", merged.text.removeprefix("\ufeff")))
    old, mine, yours = (Counter(re.split(r"\r?\n", text.removeprefix("\ufeff"))) for text in (base, ours, theirs))
    for line in {*mine, *yours}:
        if line.startswith(("- 2026", "Prose", "More", "> q", "- item", "##")) and (mine[line] > old[line] or yours[line] > old[line]):
            assert there[line], line


@settings(max_examples=60)
@given(st.integers(0, 1_000_000_000))
def test_concurrent_edits_lose_and_double_nothing(seed: int) -> None:
    writer = Writer(seed)
    base = writer.note()
    ours, theirs = writer.edit(base), writer.edit(base)
    merged = merge_versions(base, ours, theirs)
    assert judge(base, ours, theirs, merged.text, conflict=merged.contradictions > 0) == []
    swapped = merge_versions(base, theirs, ours)
    assert swapped.contradictions == merged.contradictions
    if not merged.contradictions:
        assert sorted(re.findall(r"[\w✅📅-]+", swapped.text)) == sorted(re.findall(r"[\w✅📅-]+", merged.text))


HEAD = "---\ntags: [a, b]\nrole: x\n---\n"


@pytest.mark.parametrize(("base", "ours", "theirs", "wanted"), [
    ("- 2026-11-01 call: a\n", "- 2026-11-20 call: c\n- 2026-11-01 call: a\n", "- 2026-11-10 call: b\n- 2026-11-01 call: a\n",
     "- 2026-11-20 call: c\n- 2026-11-10 call: b\n- 2026-11-01 call: a\n"),
    ("- 2026-10-01 call: 0\n- 2026-11-01 call: a\n", "- 2026-10-01 call: 0\n- 2026-11-01 call: a\n- 2026-11-20 call: c\n",
     "- 2026-10-01 call: 0\n- 2026-11-01 call: a\n- 2026-11-10 call: b\n", "- 2026-10-01 call: 0\n- 2026-11-01 call: a\n- 2026-11-10 call: b\n- 2026-11-20 call: c\n"),
    ("- [ ] Send it 📅 2026-11-25\n", "- [x] Send it 📅 2026-11-25 ✅ 2026-11-20\n", "- [ ] Send her it 📅 2026-11-26\n", "- [x] Send her it 📅 2026-11-26 ✅ 2026-11-20\n"),
    ("- [ ] Send it\n", "- [x] Send it ✅ 2026-11-20\n", "- [x] Send it ✅ 2026-11-19\n", "- [x] Send it ✅ 2026-11-19\n"),
    ("- [ ] Call 🔁 every week 📅 2026-11-20\n", "- [ ] Call 🔁 every week 📅 2026-11-27\n- [x] Call 🔁 every week 📅 2026-11-20 ✅ 2026-11-20\n",
     "- [ ] Call her 🔁 every week 📅 2026-11-20\n", "- [ ] Call 🔁 every week 📅 2026-11-27\n- [x] Call her 🔁 every week 📅 2026-11-20 ✅ 2026-11-20\n"),
    (HEAD, HEAD.replace("a, b", "b"), HEAD.replace("a, b", "a, b, c"), HEAD.replace("a, b", "b, c")),
    (HEAD, HEAD.replace("role: x", "role: y"), HEAD.replace("role: x", "role: x\norg: z"), HEAD.replace("role: x", "role: y\norg: z")),
    (HEAD, HEAD.replace("role: x", "role: x\nconfidential: true"), HEAD + "Hello.\n", HEAD.replace("role: x", "role: x\nconfidential: true") + "Hello.\n"),
    (HEAD, HEAD.replace("role: x", "confidential: true"), HEAD.replace("role: x", "confidential: false"), HEAD.replace("role: x", "confidential: true")),
    ("One.\n\nTwo.\n", "One!\n\nTwo.\n", "One.\n\nTwo!\n", "One!\n\nTwo!\n"),
    ("One.\nTwo.\n", "One!\nTwo.\n", "One.\nTwo!\n", "One!\nTwo!\n"),
    ("One.\r\nTwo.\r\n", "One.\r\nTwo.\r\nThree.", "One!\r\nTwo.\r\n", "One!\r\nTwo.\r\nThree."),
    ("a\n", "\ufeffa\n", "a\r\nb\r\n", "\ufeffa\r\nb\r\n"),
    ("- 2026-11-01 call: a\n  more\n", "- 2026-11-01 call: a #thanked\n  more\n", "- 2026-11-01 call: a\n  more, and more\n", "- 2026-11-01 call: a #thanked\n  more, and more\n"),
])
def test_what_is_put_together(base: str, ours: str, theirs: str, wanted: str) -> None:
    assert merge_versions(base, ours, theirs) == (wanted, 0)
    assert merge_versions(base, theirs, ours).contradictions == 0


@pytest.mark.parametrize(("base", "ours", "theirs", "wanted"), [
    ("One.\n\nTwo.\n", "One!\n\nTwo.\n", "One?\n\nTwo!\n", "<<<<<<< ours\nOne!\n=======\nOne?\n>>>>>>> theirs\n\nTwo!\n"),
    ("- [ ] Send it\n", "- [x] Send it\n", "- [-] Send it\n", "<<<<<<< ours\n- [x] Send it\n=======\n- [-] Send it\n>>>>>>> theirs\n"),
    ("- 2026-11-01 call: a\n\nz\n", "\nz\n", "- 2026-11-01 call: a, and b\n\nz\n", "<<<<<<< ours\n=======\n- 2026-11-01 call: a, and b\n>>>>>>> theirs\n\nz\n"),
    (HEAD, HEAD.replace("x", "y"), HEAD.replace("x", "z"), HEAD.replace("x", "y") + "<<<<<<< ours\nrole: y\n=======\nrole: z\n>>>>>>> theirs\n"),
])
def test_what_contradicts_is_left_between_markers(base: str, ours: str, theirs: str, wanted: str) -> None:
    assert merge_versions(base, ours, theirs) == (wanted, 1)
    sides = read_markers(merge_versions(base, ours, theirs, MarkerStyle("HEAD", "other", "abc", 9, diff3=True)).text.splitlines(keepends=True))
    assert sides is not None and sides.style == MarkerStyle("HEAD", "other", "abc", 9, diff3=True)


def test_what_one_side_has_hidden_is_not_shown_by_the_other() -> None:
    base = "## Health #confidential\n\nfine\n\n## Log\n"
    ours, theirs = base.replace("fine", "fine\n\nSECRET"), base.replace(" #confidential", "")
    assert merge_versions(base, ours, theirs).contradictions == 1


@pytest.mark.parametrize("text", ["---\na: [\n---\n", "---\na: b\n", "<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n", "a\rb\n", "a\0b\n", "a\r\nb\n"])
def test_what_is_not_understood_is_left_to_git(text: str) -> None:
    with pytest.raises(NotMerged):
        merge_versions("x\n", text, "y\n")


def test_a_long_note_is_merged_quickly() -> None:
    rows = [f"- 2026-{number % 12 + 1:02}-{number % 28 + 1:02} call: {number % 7}" for number in range(4000)]
    random.Random(1).shuffle(rows)
    base, ours, theirs = "\n".join(rows), "\n".join(["new", *rows[:2000], *rows[2100:]]), "\n".join([*rows, "- 2026-11-30 call: last"])
    assert merge_versions(base, ours, theirs).contradictions == 0
