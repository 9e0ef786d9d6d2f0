"""Answers as plain data: what JSON, text and Markdown are all made of.

A NamedTuple becomes a mapping, a day its ISO text, withheld text nothing.
"""

import json
import re
from datetime import date
from typing import Any

from ..model.withheld import Withheld

SCHEMA = 1

Plain = dict[str, Any]

_SCALARS = frozenset([str, int, float, bool, type(None)])
# What a terminal or a reader's eye could be fooled with; in JSON such signs stand in texts only.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def to_plain(answer: Any, *, reveal: bool = False) -> Any:
    """The answer as mappings, lists and scalars. With `reveal`, withheld text is in it, too."""
    if type(answer) in _SCALARS:
        return answer
    if isinstance(answer, Withheld):
        return answer.reveal() if reveal else None
    if isinstance(answer, date):
        return answer.isoformat()
    if isinstance(answer, tuple):
        fields = getattr(answer, "_fields", None)
        if fields is None:
            return [to_plain(item, reveal=reveal) for item in answer]
        return {
            name.rstrip("_"): value if type(value) in _SCALARS else to_plain(value, reveal=reveal)
            for name, value in zip(fields, answer, strict=True)
        }
    return answer


def envelope(today: date, answer: Plain) -> Plain:
    """What every JSON answer begins with, and the answer."""
    return {"schema": SCHEMA, "today": today.isoformat(), **answer}


def render_json(plain: Plain) -> str:
    """One object, in UTF-8, safe to look at in a terminal."""
    text = json.dumps(plain, ensure_ascii=False, indent=2, allow_nan=False)
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text) + "\n"
