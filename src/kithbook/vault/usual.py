"""How many promises are usually kept in a month, as `nb kept` last had it: it reads all notes, a word before one more promise must not."""

import math
import os
from contextlib import suppress
from datetime import date

from .state import read_state, state_folder, write_state

_HOLDS = 92  # days: what is usual changes slowly


def remember_usual(root: str, usual: float | None, today: date) -> None:
    """Keep the number that `nb kept` had on a day; where that cannot be, the word before one more does without it."""
    with suppress(OSError):
        write_state(_place(root), f"{today.toordinal()} {'' if usual is None else usual}".encode())


def usual_number(root: str, today: date) -> float | None:
    """The number; None when nobody has asked for it in the last three months, or too few were kept to say."""
    try:
        day, number = (read_state(_place(root)) or b"").decode().split(" ")
        usual = float(number)
        return usual if 0 <= today.toordinal() - int(day) <= _HOLDS and math.isfinite(usual) else None
    except (OSError, ValueError):
        return None


def _place(root: str) -> str:
    return os.path.join(state_folder(root), "usual")
