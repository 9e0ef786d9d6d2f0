"""Promises and what only looks like one, side by side: `talk_pairs.txt` has them by who writes."""

from datetime import date
from pathlib import Path

import pytest

from kithbook.model.settings import Settings
from kithbook.text.talk.finder import PromiseFinder

MADE = date(2026, 11, 20)
FINDER = PromiseFinder(Settings())
BLOCKS = [block.split("\n") for block in (Path(__file__).parent / "talk_pairs.txt").read_text(encoding="utf-8").strip().split("\n\n")[1:]]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block[0].removeprefix("# "))
def test_promises_are_told_from_what_looks_like_one(block: list[str]) -> None:
    found = []
    for line in block[1:]:
        remark = line.partition(" | ")[2]
        promised = ",".join(promise.who + (f"@{promise.due}" if promise.due else "") for promise in FINDER.find(remark, MADE))
        found.append(f"{promised or '-'} | {remark}")
    assert found == block[1:]
