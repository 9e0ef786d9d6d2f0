"""Whether something takes longer in step with what it is given, and not with its square; within one run, so that the machine does not matter."""

import time
from collections.abc import Callable

_TRIES = 3
_LEAST = 0.02  # seconds: below, the clock and not the work is measured


def grows_evenly(work: Callable[[int], object], size: int) -> bool:
    """Whether four times the size takes less than nine times as long (its square would take sixteen times)."""
    return any(_seconds(work, 4 * size) < 9 * max(_seconds(work, size), _LEAST) for _ in range(_TRIES))


def _seconds(work: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    work(size)
    return time.process_time() - start
