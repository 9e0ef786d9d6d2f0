"""The only reading of the clock."""

import os
from datetime import date, datetime

from ..errors import UsageError
from ..model.dates import parse_day


def read_today(given: str | None) -> date:
    """The day to answer for: the one that was `given` (`--today`, `$NB_TODAY`), else the clock's.

    A day that is counted from another (`2w`) is counted from the one that `$NB_TODAY` has, else the clock's.
    """
    if given is None:
        return date.today()
    day = parse_day(given.strip())
    if day is None:
        from ..text.spoken_date import parse_spoken_date

        day = parse_spoken_date(given, parse_day(os.environ.get("NB_TODAY", "").strip()) or date.today())
    if day is None:
        source = "$NB_TODAY" if given == os.environ.get("NB_TODAY") else "--today"
        raise UsageError(f"{source}: `{given}` is no day", "write it as YYYY-MM-DD, or today, fri, next week, 2w, eom, in 3 days")
    return day


def time_of_day() -> str:
    """The time by the clock on the wall, for a line that says when something was done."""
    return datetime.now().strftime("%H:%M:%S")
