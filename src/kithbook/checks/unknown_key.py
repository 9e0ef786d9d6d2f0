"""Properties that nobody reads, and that are spelt much like one that would be."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ..model.contact import Profile
from ..model.pattern import pattern
from ..text.marks import is_mark
from ..text.profile import is_private
from .page import Page
from .rule import Rule, Slip

KNOWN = frozenset(Profile._fields) - {"cadence", "lines"}
_READ_ELSEWHERE = frozenset(["type", "date", "attendees", "people", "generated", "digest", "confidential"])
# Spelt otherwise, and meant all the same.
_MEANT = {"alias": "aliases", "tag": "tags", "mail": "email"}
_KEY = pattern(r"""^["']?([^\W\d_][\w .-]{0,40})["']?[ \t]*:(?=[ \t]|$)[ \t]*(.*)""", re.MULTILINE)
# Words of their own, which other notes have as well.
_OTHER_WORDS = frozenset(["meta", "minutes"])
_LONG_ENOUGH = 6  # for a wrong letter: `state`, `game` and `rule` are words of their own


def _check(page: Page) -> Iterator[Slip]:
    end = page.text.find("\n---", 3) if page.text.startswith("---") else -1
    if end < 0 or page.note.kind not in ("contact", "me"):
        return
    front = page.text[:end]
    keys = {match[1].rstrip(): match for match in _KEY.finditer(front)}
    for key, match in keys.items():
        meant = near_key(key)
        if meant is None or meant in keys or not match[2] + _below(front, match.end()):
            continue
        line = front.count("\n", 0, match.start()) + 1
        if page.note.confidential:
            yield Slip(page.path, line, 1, "this property is not read, and is spelt much like one that is", "look at the line itself")
        else:
            yield Slip(page.path, line, 1, f"`{key}` is not read; it looks like `{meant}`", f"write `{meant}`, if that is meant")


def _below(front: str, end: int) -> str:
    """What stands on the next line, when it belongs to the key."""
    line = front[end + 1 :].partition("\n")[0]
    return line.strip() if line[:1] in (" ", "\t", "-") else ""


@lru_cache(4096)
def near_key(key: str) -> str | None:
    """The property that a key seems to mean, which is not that key itself."""
    if key in KNOWN or key in _READ_ELSEWHERE or is_mark(key) or is_private(key):
        return None
    plain = re.sub(r"[\s_.-]", "", key).casefold()
    if plain in _READ_ELSEWHERE or plain in _OTHER_WORDS:
        return None
    if plain in _MEANT:
        return _MEANT[plain]
    for known in sorted(KNOWN):
        bare = known.replace("_", "")
        if plain == bare:
            return known
        if len(plain) > 2 and len(bare) > 2 and plain[0] == bare[0] and _is_one_slip(plain, bare):
            return known
    return None


def _is_one_slip(one: str, other: str) -> bool:
    """Whether a letter is too many, missing or in its neighbour's place; in long words, a wrong one."""
    if abs(len(one) - len(other)) > 1:
        return False
    at = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if len(one) != len(other):
        shorter, longer = sorted((one, other), key=len)
        return longer[at + 1 :] == shorter[at:]
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return swapped or (len(one) >= _LONG_ENOUGH and one[at + 1 :] == other[at + 1 :])


UNKNOWN_KEY = Rule(
    "unknown-key", "warning",
    "A property in the front matter is not read, and is spelt much like one that is: `Email`, `met-via`, `interest`.",
    "Properties of your own are welcome and left alone; but what stands behind this one is probably missed in the answers.",
    "Write it as docs/format.md has it. It is not mended by itself, since it may be a word of your own.",
    check_page=_check)
