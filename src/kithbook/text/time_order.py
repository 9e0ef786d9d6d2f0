"""In which order the entries of a note happened."""

from collections.abc import Sequence
from itertools import pairwise

from ..model.entry import Entry


def in_time_order(entries: Sequence[Entry], *, newest_first: bool) -> tuple[Entry, ...]:
    """Oldest first. Entries of one day keep the order that the note keeps, unless all have a time.

    `newest_first` is what a note is taken to do when its dates do not tell.
    """
    if len(entries) < 2:
        return tuple(entries)
    days = [entry.date for entry in entries]
    if newest_first:
        rising = falling = 0
        for before, after in pairwise(days):
            rising += before < after
            falling += before > after
        if rising <= falling:
            entries = entries[::-1]
    if any(entry.minute is not None for entry in entries):
        untimed = {entry.date for entry in entries if entry.minute is None}
        entries = sorted(entries, key=lambda e: (e.date, -1 if e.date in untimed else e.minute or 0))
    return tuple(sorted(entries, key=lambda entry: entry.date))
