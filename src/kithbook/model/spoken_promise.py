"""A promise that stands in prose and was not written down as a task."""

from datetime import date
from typing import NamedTuple

from .promise import Who


class SpokenPromise(NamedTuple):
    """What was promised in a text. `action` are its words, `due_text` those that say when.

    `due` is the day they mean, None when they mean none, or when it cannot be known. `confidence` is from
    0 to 1. `start` is where in the text it is said.
    """

    who: Who
    action: str
    due: date | None
    due_text: str | None
    confidence: float
    start: int
