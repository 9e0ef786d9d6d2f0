"""Dates as people type them on a command line (docs/cli.md): `fri`, `2w`, `eom`, `in 3 days`.

Read against a day that the caller gives. What cannot be read is None, never a guess.
"""

import re
from datetime import date

from ..model.dates import Gap, add_days, days_in_month, parse_day, parse_gap
from ..model.pattern import pattern

_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("mon monday", "tue tues tuesday", "wed wednesday", "thu thur thurs thursday", "fri friday", "sat saturday",
         "sun sunday"))
    for name in names.split()
}
_FIXED = {"today": 0, "tomorrow": 1, "yesterday": -1, "next week": 7, "last week": -7}
_IN = pattern(r"in (\d{1,4}) (day|week|month|year)s?", re.ASCII)
_AGO = pattern(r"(\d{1,4}) (day|week|month|year)s? ago", re.ASCII)


def parse_spoken_date(text: str, today: date, *, past: bool = False) -> date | None:
    """The day that `text` means on `today`. A weekday is the next one; with `past` the last one."""
    said = " ".join(text.lower().split())
    day = parse_day(said)
    if day is not None:
        return day
    if said in _FIXED:
        return add_days(today, _FIXED[said])
    if said in _WEEKDAYS:
        ahead = (_WEEKDAYS[said] - today.weekday() - 1) % 7 + 1
        return add_days(today, ahead - (7 if ahead < 7 else 14) if past else ahead)
    if said in ("eom", "end of month"):
        return today.replace(day=days_in_month(today.year, today.month))
    match = _IN.fullmatch(said)
    if match:
        return _gap(int(match[1]), match[2]).after(today)
    match = _AGO.fullmatch(said)
    if match:
        return _before(_gap(int(match[1]), match[2]), today)
    gap = parse_gap(said.lstrip("+-"))
    if gap is None or said in ("weekly", "monthly", "quarterly", "yearly") or len(said) - len(said.lstrip("+-")) > 1:
        return None
    return _before(gap, today) if said[0] == "-" else gap.after(today)


def _gap(number: int, unit: str) -> Gap:
    if unit in ("day", "week"):
        return Gap(days=number * (7 if unit == "week" else 1))
    return Gap(months=number * (12 if unit == "year" else 1))


def _before(gap: Gap, day: date) -> date:
    return Gap(-gap.days, -gap.months).after(day)
