"""The only reading of the clock."""

from datetime import date, datetime

from ..errors import UsageError
from ..model.dates import parse_day


def read_today(given: str | None) -> date:
    """The day to answer for: the one that was `given` (`--today`, `$NB_TODAY`), else the clock's."""
    if given is None:
        return date.today()
    day = parse_day(given.strip())
    if day is None:
        raise UsageError(f"--today: `{given}` is no day", "write it as YYYY-MM-DD")
    return day


def time_of_day() -> str:
    """The time by the clock on the wall, for a line that says when something was done."""
    return datetime.now().strftime("%H:%M:%S")
