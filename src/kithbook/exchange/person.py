"""The values of other programs, cleaned: lines, lists, birthdays, tags."""

import re
from collections.abc import Iterable
from datetime import date

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")
_HIDDEN_YEARS = ("1604", "0000")  # what Apple's and others' programs write for a birthday without its year
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?|--(\d\d)-?(\d\d)(?:T.*)?|/?(\d\d)-(\d\d)")


def one_line(text: str) -> str:
    """A value as one line, without signs that no note should have."""
    return " ".join(_CONTROL.sub("", text).split())


def several_lines(text: str) -> str:
    """A longer text, line for line, without signs that no note should have."""
    lines = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def each_once(texts: Iterable[str]) -> tuple[str, ...]:
    """The values as lines, without empty ones and without repetitions."""
    found: dict[str, str] = {}
    for text in map(one_line, texts):
        if text:
            found.setdefault(text.casefold(), text)
    return tuple(found.values())


def read_birthday(text: str) -> str:
    """A birthday as notes have it; empty for what is no day."""
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return ""
    year, month, day = match[1], match[2] or match[4] or match[6], match[3] or match[5] or match[7]
    try:
        date(2000 if year is None or year in _HIDDEN_YEARS else int(year), int(month), int(day))
    except ValueError:
        return ""
    return f"--{month}-{day}" if year is None or year in _HIDDEN_YEARS else f"{year}-{month}-{day}"


def as_tags(texts: Iterable[str]) -> tuple[str, ...]:
    """Groups and categories as tags: letters, digits, `-`, `_` and `/`."""
    found = (re.sub(r"[^\w/-]+", "-", one_line(text).lstrip("*# ")).strip("-/").lower() for text in texts)
    return tuple(dict.fromkeys(tag for tag in found if tag and not tag.isdigit()))


def as_key(prefix: str, label: str) -> str:
    """The property that keeps a field which notes have no word for: `google_nickname`."""
    slug = re.sub(r"[\W_]+", "_", one_line(label).casefold()).strip("_")
    return f"{prefix}_{slug}" if slug else prefix
