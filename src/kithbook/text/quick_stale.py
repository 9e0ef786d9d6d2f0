"""A quick look at a note's bytes: can any promise in it be stale?

Most notes have none that is open, or only some with a day to come. To know that, a tenth of
a millisecond is enough, and no reader has to be loaded. In doubt the answer is yes, and the
note is read properly.
"""

import re
from datetime import date

from ..model.pattern import pattern
from .decode import plain_bytes

_TASK = pattern(rb"(?:[-*+]|\d[.)])\s+\[(\]|[^\]\n]{1,4})\]([^\n]*)")
_CLOSED = (b"x", b"X", b"-")
_DUE = pattern("📅(?:\ufe0f)? ?(\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8]))(?!\\d)".encode())
_DATE_SIGN = pattern("📅|⏳|due".encode(), re.IGNORECASE)
_GOES_ON_IN_LINK = pattern("📅[^\\n]*[\\])]".encode())
_ENDS_TASK = pattern(rb"\n(?:[ \t]*(?:\n|\Z)|\Z|[ \t]*(?:[-*+]|\d+[.)])[ \t]|#)")


def may_hold_stale(data: bytes, today: date) -> bool:
    """Whether a promise in the note may be overdue, or undated and old."""
    data = plain_bytes(data)
    if b"%%" in data or b"<!--" in data:
        return b"[" in data
    day = today.isoformat().encode()
    for task in _TASK.finditer(data):
        if task[1] in _CLOSED:
            continue
        due = _DUE.findall(task[2])
        if len(due) != 1 or due[0] < day or len(_DATE_SIGN.findall(task[2])) != 1 or b"`" in task[2] or _GOES_ON_IN_LINK.search(task[2]):
            return True  # in code, and in a link, a day is text
        if task.end() < len(data) and not _ENDS_TASK.match(data, task.end()):
            return True  # it goes on, on the next line
    return False
