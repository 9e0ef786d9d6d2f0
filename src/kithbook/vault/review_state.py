"""How far one has come with the weekly review: kept outside the vault, and nothing of a note in it.

A review belongs to the week in which it was begun. Whoever stops on Sunday goes on with it on Monday.

Each thing is known by a hash of what tells it from others. What cannot be read is taken
for a review that has not begun.
"""

import json
import os
from contextlib import suppress
from datetime import date
from hashlib import sha256

from .state import read_state, state_folder, write_state

_FILE = "review.json"
_DAYS_TO_GO_ON = 3  # so long after it was stopped a review of last week is still the one that was begun


def name_of(key: str) -> str:
    """What a thing is called in what is kept."""
    return sha256(key.encode("utf-8", "surrogateescape")).hexdigest()[:16]


class ReviewState:
    """What was handled or skipped in a `week` (as `2026-W47`), and in which week somebody had their last turn.

    The week is that of `today`, or the one before, when its review was begun and stopped a few days ago.
    """

    def __init__(self, root: str, today: date) -> None:
        self._root = root
        self._today = today
        year, week, _ = today.isocalendar()
        self.week = f"{year}-W{week:02}"
        self.handled: set[str] = set()
        self.looked_back = False
        self.turns: dict[str, dict[str, str]] = {}
        self.written: dict[str, str] = {}
        """What was handled by a change that undo knows by this number."""
        with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
            kept = json.loads(read_state(self._file()) or b"{}")
            turns = {sort: {str(name): str(turn) for name, turn in of.items()} for sort, of in kept["turns"].items()}
            begun = kept["looked_back"] is False and kept["handled"]
            if begun and 0 <= (today - date.fromisoformat(kept["last"])).days <= _DAYS_TO_GO_ON:
                self.week = str(kept["week"])
            if kept["week"] == self.week:
                self.handled = set(map(str, kept["handled"]))
                self.looked_back = kept["looked_back"] is True
                self.written = {str(number): str(name) for number, name in kept.get("written", {}).items()}
            self.turns = turns

    def _file(self) -> str:
        return os.path.join(state_folder(self._root), _FILE)

    def begin_anew(self) -> None:
        """As if nothing had been handled in this week."""
        self.handled.clear()
        self.looked_back = False
        self.written.clear()

    def reopen(self, change: int) -> None:
        """A change was taken back: what it had handled is to be asked about again."""
        name = self.written.pop(str(change), None)
        if name is not None:
            self.handled.discard(name)
            self.save()

    def turns_of(self, sort: str) -> dict[str, str]:
        """In which week each of a sort had its last turn."""
        return self.turns.setdefault(sort, {})

    def save(self) -> None:
        """Keep it. A disk that cannot is no reason to stop a review."""
        kept = {"week": self.week, "last": self._today.isoformat(), "handled": sorted(self.handled), "looked_back": self.looked_back, "turns": self.turns,
                "written": self.written}
        with suppress(OSError):
            write_state(self._file(), json.dumps(kept).encode())
