"""The calendar that `nb ics` writes: what is said of each thing in it."""

from collections.abc import Iterable, Sequence
from datetime import date

from ..exchange.icalendar import Event, write_calendar
from ..text.links import show_links
from .plain import Plain
from .words import day_name

_NAME = "nb"
_CATEGORIES = {"promises": "promise", "cadences": "keep in touch", "follow_ups": "follow up", "dates": "date"}


def render_calendar(rows: Iterable[Plain], *, todo: bool = False, alarms: Sequence[str] = ()) -> str:
    """The calendar as text, of the rows of `query.calendar`; with `todo`, promises are tasks."""
    return write_calendar(_NAME, (_event(row, todo=todo) for row in rows if row["sort"] != "promises" or row["text"] is not None), alarms)


def _event(row: Plain, *, todo: bool) -> Event:
    day = date.fromisoformat(row["day"]) if row["day"] else None
    where = f"{row['path']}:{row['line']}"
    summary, more = _said(row)
    return Event(row["uid"], day, summary, f"{more}\n{where}" if more else where, _CATEGORIES[row["sort"]], row["sort"] == "dates",
                 todo and row["sort"] == "promises")


def _said(row: Plain) -> tuple[str, str]:
    """The title, and what is to be known besides."""
    name, text = row["contact"], show_links(row["text"] or "")
    if row["sort"] == "promises":
        text = text or "a promise"  # of which the note has nothing but the day
        late = f"was due {day_name(row['due'])}" if row["due"] and row["due"] != row["day"] else ""
        return {"me": f"{text} (promised to {name})", "them": f"{name} promised: {text}"}.get(row["who"], f"{text} (with {name})"), late
    if row["sort"] == "cadences":
        return f"Be in touch with {name}", text
    if row["sort"] == "follow_ups":
        met = f"you met on {day_name(row['due'])}"
        return f"Write to {name}", f"{met}: {text}" if text else met
    year = f" ({row['year']})" if row["year"] else ""
    return f"{name}: {text or 'a day to remember'}{year}", ""
