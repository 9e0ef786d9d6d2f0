"""Usual front matter, read with one regular expression; see `quick`.

Usual are `key: value`, `key: "value"`, `key: [a, b]` and simple lists of lines, without any
sign that means something else in YAML. Whatever is not usual is None.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from ..model.contact import POINTED_AT, STAGES, Profile
from ..model.dates import YearlyDay, parse_cadence, parse_day, parse_yearly
from ..model.pattern import pattern
from ..model.settings import Settings
from ..model.withheld import Withheld
from .links import link_target
from .marks import is_mark, may_hold_marks

Value = str | tuple[str, ...]
"""One text (empty when the key has no value), or a list."""

# Values whose meaning is the text itself, whatever YAML is.
_BEGIN = r"[^\x00-/:-@\[-`{-\x7f]"
_PLAIN = _BEGIN + r"[^\x00-\x1f#:<{}%\x7f]*+(?::(?=[^ \n])[^\x00-\x1f#:<{}%\x7f]*+)*+(?<![ ])"
_QUOTED = r'"((?![ ])[^\x00-\x1f"\\<{}%\x7f]*+)(?<![ ])"'
_NO_NULL = r"(?!(?:null|Null|NULL)(?:[],\n]|\Z))"
_QUOTED_ITEM = r'"(?![ ])[^\x00-\x1f"\\<{}%\x7f]++(?<![ ])"'
_ITEM = rf"(?:{_NO_NULL}{_PLAIN}|{_QUOTED_ITEM})"
_IN_FLOW = rf"""(?:{_NO_NULL}{_BEGIN}[^\x00-\x1f"#,:<?\[\]{{}}%\x7f]*+(?<![ ])|"(?![ ])[^\x00-\x1f"\\,<{{}}%\x7f]++(?<![ ])")"""
# A property, over as many lines as it has: its key, then its value when that is plain, what stands between brackets
# or between quotes, or items on lines of their own (and what stands before the sign of each), or nothing.
_PROPERTY = pattern(
    rf"""\n([A-Za-z_][A-Za-z0-9_-]{{0,60}}+):(?:
        [ ]++(?:({_PLAIN}|--[0-9]{{2}}-[0-9]{{2}})|\[((?:{_IN_FLOW}(?:,[ ]{_IN_FLOW})*+)?+)\]|{_QUOTED})
        |[ ]*+((?:(\n[ ]*+)-[ ]{_ITEM}(?:\6-[ ]{_ITEM})*+)?+)
    )(?=\n|\Z)""",
    re.VERBOSE,
)
# Signs that YAML or Python take for a line's end or for white space, or that YAML forbids.
_ODD = pattern("[\x80-\xa0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff0-\uffff]")
# Bytes that begin none of them, whatever follows.
_NEVER_ODD = bytes(set(range(256)) - set(b"\xc2\xe1\xe2\xe3\xef"))
_NO_TEXT = frozenset(("", "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE"))


# Keys with rules of their own that are rare enough to be left to the full reader.
_LEFT = ("generated", "dates")
_UNKNOWN = -1, None
_EMPTY = Profile("")
_new = tuple.__new__  # half the time of calling the class
_NAME, _EVERY, _CADENCE, _LINES = map(Profile._fields.index, ("name", "every", "cadence", "lines"))
_PLACES = {key: place for place, key in enumerate(Profile._fields)}
_POINTED_AT = frozenset(map(Profile._fields.index, POINTED_AT))


class QuickFront:
    """Reads usual front matter by the settings of one vault. The text of it begins with the break before its first line."""

    def __init__(self, settings: Settings) -> None:
        circles = {name.casefold(): name for name in reversed(list(settings.circles))}
        readers = {**_READERS, "circle": lambda value: circles.get(value.casefold()) if isinstance(value, str) else None}
        self.readers: dict[str, tuple[int, _Reader | None]] = {
            key: (_PLACES.get(key, -1), read) for key, read in readers.items()}

    def read_profile(self, stem: str, front: bytes) -> Profile | None:
        """The profile of a contact whose file is named `stem`."""
        rows = _split(front)
        if rows is None:
            return None
        fields: list[Any] = list(_EMPTY)
        fields[_NAME] = stem
        lines = fields[_LINES] = {}
        number = 1
        for key, plain, flow, quoted, block, indent in rows:
            number += 1
            place, read = self.readers.get(key, _UNKNOWN)
            if place in _POINTED_AT:
                lines[key] = number
            if plain:
                if read is _text:
                    fields[place] = plain
                    continue
                value: Value = plain
            else:
                value = _value(flow, quoted, block, indent)
                if block:
                    number += block.count("\n")
                elif read is _texts and flow:
                    fields[place] = value
                    continue
            if read is None:
                if is_mark(key):
                    return None
            elif value != "":
                field = fields[place] = read(value)
                if field is None:
                    return None
        if fields[_EVERY] is not None:
            fields[_CADENCE] = _cadence(fields[_EVERY])
        return _new(Profile, fields)


def read_values(front: bytes) -> dict[str, Value] | None:
    """The values by key."""
    rows = _split(front)
    return None if rows is None else {row[0]: row[1] or _value(*row[2:]) for row in rows}


_Row = tuple[str, str | None, str | None, str | None, str | None, str]


def _split(front: bytes) -> Iterable[_Row] | None:
    """The parts of each property; None when a line is anything else, or a key stands twice."""
    text = front.decode()
    if not front.isascii() and front.translate(None, _NEVER_ODD) and _ODD.search(text):
        return None
    if "#" in text and may_hold_marks(text):
        return None
    # What stands between the properties (it must be nothing), and by turns their parts.
    parts = _PROPERTY.split(text)
    keys, plain = parts[1::7], parts[2::7]
    if any(parts[::7]) or len(set(keys)) != len(keys) or not _NO_TEXT.isdisjoint(plain):
        return None
    return zip(keys, plain, parts[3::7], parts[4::7], parts[5::7], parts[6::7], strict=True)


def _value(flow: str | None, quoted: str | None, block: str | None, indent: str) -> Value:
    """A value that is not plain."""
    if flow:
        return tuple(flow.split(", ")) if '"' not in flow else _unquoted(flow.split(", "))
    if block:
        return _unquoted(block.split(indent + "- ")[1:])
    return () if flow is not None else quoted or ""


def _unquoted(items: Iterable[str]) -> tuple[str, ...]:
    return tuple([item[1:-1] if item[0] == '"' else item for item in items])


_Reader = Callable[[Value], object | None]


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) else None


def _texts(value: Value) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def _targets(value: Value) -> tuple[str, ...]:
    return tuple(map(link_target, _texts(value)))


def _withheld(value: Value) -> tuple[Withheld, ...]:
    return (Withheld("", "private"),) * len(_texts(value))


@lru_cache(4096)
def read_tags(value: Value) -> tuple[str, ...] | None:
    """The tags, when none of them is a mark."""
    texts = value.replace(",", " ").split() if isinstance(value, str) else value
    for word in " ".join(texts).replace(",", " ").split():
        if may_hold_marks("#" + word.lstrip("#")):
            return None
    return tuple(dict.fromkeys(tag for text in texts if (tag := text.lstrip("#"))))


@lru_cache(4096)
def _day(value: Value) -> date | None:
    return parse_day(value) if isinstance(value, str) else None


def _yearly(value: Value) -> YearlyDay | None:
    if not isinstance(value, str):
        return None
    day = parse_day(value)  # half the time of `parse_yearly`
    return _new(YearlyDay, (day.month, day.day, day.year)) if day else parse_yearly(value)


_cadence = lru_cache(256)(parse_cadence)


@lru_cache(256)
def _every(value: Value) -> str | None:
    return value if isinstance(value, str) and _cadence(value) is not None else None


_READERS: dict[str, _Reader] = {
    **dict.fromkeys(("name", "org", "role", "location", "met_at"), _text),
    **dict.fromkeys(("aliases", "email", "phone", "url", "interests", "needs", "offers", "goals", "challenges"), _texts),
    **dict.fromkeys(("pluses", "minuses", "dealbreakers"), _withheld),
    **dict.fromkeys(("paused", "met"), _day),
    **dict.fromkeys(_LEFT, lambda _: None),
    "tags": read_tags,
    "knows": _targets,
    "met_via": lambda value: link_target(value) if isinstance(value, str) else None,
    "every": _every,
    "stage": lambda value: value if value in STAGES else None,
    "birthday": _yearly,
}
