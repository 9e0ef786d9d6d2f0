"""Words of one or two signs, which an index of signs three by three has to be told of."""

from itertools import pairwise

from ..model.pattern import pattern
from .wording import APART

_SHORT_WORD = pattern(rf"(?<![^\W_{APART}])[^\W_{APART}]{{1,2}}(?![^\W_{APART}])")
_RUN_APART = pattern(f"[{APART}]+")


def short_words(text: str) -> set[str]:
    """The words of a text (as `bare` writes it) of fewer than three signs; where none are set apart, all signs and pairs of signs."""
    found = set(_SHORT_WORD.findall(text))
    for run in () if text.isascii() else _RUN_APART.findall(text):
        found.update(run)
        found.update(map("".join, pairwise(run)))
    return found
