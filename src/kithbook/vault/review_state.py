"""How far one has come with the weekly review: kept outside the vault, and nothing of a note in it.

Each thing is known by a hash of what tells it from others. What cannot be read is taken
for a review that has not begun.
"""

import json
import os
from contextlib import suppress
from hashlib import sha256

from .state import read_state, state_folder, write_state

_FILE = "review.json"


def name_of(key: str) -> str:
    """What a thing is called in what is kept."""
    return sha256(key.encode("utf-8", "surrogateescape")).hexdigest()[:16]


class ReviewState:
    """What was handled or skipped in a `week` (as `2026-W47`), and in which week somebody had their last turn."""

    def __init__(self, root: str, week: str) -> None:
        self._root = root
        self.week = week
        self.handled: set[str] = set()
        self.looked_back = False
        self.turns: dict[str, dict[str, str]] = {}
        with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
            kept = json.loads(read_state(self._file()) or b"{}")
            turns = {sort: {str(name): str(turn) for name, turn in of.items()} for sort, of in kept["turns"].items()}
            if kept["week"] == week:
                self.handled = set(map(str, kept["handled"]))
                self.looked_back = kept["looked_back"] is True
            self.turns = turns

    def _file(self) -> str:
        return os.path.join(state_folder(self._root), _FILE)

    def begin_anew(self) -> None:
        """As if nothing had been handled in this week."""
        self.handled.clear()
        self.looked_back = False

    def turns_of(self, sort: str) -> dict[str, str]:
        """In which week each of a sort had its last turn."""
        return self.turns.setdefault(sort, {})

    def save(self) -> None:
        """Keep it. A disk that cannot is no reason to stop a review."""
        kept = {"week": self.week, "handled": sorted(self.handled), "looked_back": self.looked_back, "turns": self.turns}
        with suppress(OSError):
            write_state(self._file(), json.dumps(kept).encode())
