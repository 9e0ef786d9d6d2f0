"""Ticks in the checklist are told apart from every other edit."""

from datetime import date

import pytest

from kithbook.text.ticks import read_ticks

REPORT = """\
# Promises

## Mine

- [ ] Send *it* · [[people/Ada|Ada]] · due Tue 24 Nov · `abc`
- [ ] Call · [[people/Bo|Bo]] · `d-1`

## Closed

- [x] Return it · [[people/Ada|Ada]] · 1 Nov · `xyz`
"""


def test_as_written_nothing_is_ticked() -> None:
    assert read_ticks(REPORT) == (REPORT, ())


@pytest.mark.parametrize("box", ["[x]", "[X]"])
@pytest.mark.parametrize(
    ("behind", "done"),
    [("", None), (" ✅ 2026-11-21", date(2026, 11, 21)), ("  [completion:: 2026-11-21]", date(2026, 11, 21))],
)
def test_a_tick_is_taken_back(box: str, behind: str, done: date | None) -> None:
    line = "- [ ] Call · [[people/Bo|Bo]] · `d-1`"
    before, ticks = read_ticks(REPORT.replace(line, line.replace("[ ]", box) + behind))
    assert before == REPORT
    assert [(tick.line, tick.id, tick.written, tick.done) for tick in ticks] == [(6, "d-1", line, done)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- [ ] Call", "- [-] Call"),
        ("- [ ] Call", "- [x] Ring"),
        ("`d-1`", "`d-1` ✅ 2026-11-21"),
        ("- [ ] Call · [[people/Bo|Bo]] · `d-1`", "- [x] Call · [[people/Bo|Bo]] · `d-1` ✅ 2026-13-40"),
        ("- [ ] Call · [[people/Bo|Bo]] · `d-1`", "- [x] Call · [[people/Bo|Bo]] · `d-1` she laughed"),
        ("- [x] Return", "- [ ] Return"),
        ("- [x] Return", "- [X] Return"),
        ("1 Nov · `xyz`", "1 Nov · `xyz` ✅ 2026-11-21"),
    ],
)
def test_every_other_edit_stays(old: str, new: str) -> None:
    assert old in REPORT
    assert read_ticks(REPORT.replace(old, new))[0] != REPORT
