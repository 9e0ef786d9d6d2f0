"""The vault's daily-note format (moment.js tokens, as Obsidian has it) as a reader of file names."""

import re
from collections.abc import Callable
from datetime import date

from ..model.pattern import pattern
from .written_date import MONTHS

_MONTH_WORDS = "|".join(sorted(MONTHS, key=len, reverse=True))
_TOKENS = {
    "YYYY": r"(?P<year>[0-9]{4})",
    "YY": r"(?P<short>[0-9]{2})",
    "MMMM": rf"(?P<name>{_MONTH_WORDS})",
    "MMM": rf"(?P<name>{_MONTH_WORDS})",
    "MM": r"(?P<month>[0-9]{2})",
    "M": r"(?P<month>[0-9]{1,2})",
    "DD": r"(?P<day>[0-9]{2})",
    "Do": r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)",
    "D": r"(?P<day>[0-9]{1,2})",
    "dddd": r"[^\W\d_]+",
    "ddd": r"[^\W\d_]+",
    "dd": r"[^\W\d_]+",
}
# What may stand for anything: a few of these, since each may be as long as it likes.
_MOST_UNKNOWN = 4
_TOKEN = pattern(r"\[([^\]]*)\]|(YYYY|YY|MMMM|MMM|MM|M|DD|Do|D|dddd|ddd|dd|[Qwgo]+)|(.)", re.DOTALL)


def daily_pattern(moment_format: str) -> Callable[[str], date | None] | None:
    """A function from a note's path (no `.md`) to its day; None when the format names no day.

    Behind the day more words may stand: `05.11.2026 Standup`.
    """
    pattern, seen, unknown = "", set(), 0
    for literal, token, other in _TOKEN.findall(moment_format):
        if not token:
            pattern += re.escape(literal or other)
            continue
        expression = _TOKENS.get(token, r"[^/]*?")
        unknown += token not in _TOKENS or token[0] == "d"
        group = re.match(r"\(\?P<(\w+)>", expression)
        if group and group[1] in seen:
            expression = expression.replace(f"(?P<{group[1]}>", "(?:")
        elif group:
            seen.add(group[1])
        pattern += expression
    if unknown > _MOST_UNKNOWN or "day" not in seen or not seen & {"month", "name"} or not seen & {"year", "short"}:
        return None
    compiled = re.compile(rf"(?:.*/)?{pattern}(?:(?![^\W_])[^/]*)?", re.IGNORECASE | re.DOTALL)

    def read(path: str) -> date | None:
        match = compiled.fullmatch(path)
        if not match:
            return None
        part = match.groupdict()
        year = int(part["year"]) if part.get("year") else 2000 + int(part["short"])
        month = int(part["month"]) if part.get("month") else MONTHS[part["name"].lower()]
        try:
            return date(year, month, int(part["day"]))
        except ValueError:
            return None

    return read
