"""A calendar as text (RFC 5545): days with what they are for, and things to do."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256

from ..model.record import NamedTuple
from .content_line import escape_text, write_lines

PRODID = "-//kithbook//nb//EN"
_REFRESH = "PT6H"
_UNSEALED = "X-KITHBOOK-DIGEST:\r\n"
SEAL = re.compile(rb"^X-KITHBOOK-DIGEST:([0-9a-f]{16})$", re.MULTILINE)
"""Where a calendar says by a digest whether it is as nb wrote it."""


class Event(NamedTuple):
    """One thing in a calendar, on a whole day. `day` is None for a thing to do without one.

    `uid` stays the same when the day or the words change, so that a calendar updates it. A `yearly`
    one comes back every year from `day` on; `is_todo` makes it a task.
    """

    uid: str
    day: date | None
    summary: str
    description: str
    category: str
    yearly: bool = False
    is_todo: bool = False


def write_calendar(name: str, events: Iterable[Event], alarms: Sequence[str] = ()) -> str:
    """The calendar. `alarms` are durations from the beginning of the day (`PT9H`, `-P1D`), at which each thing is announced."""
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN", f"X-WR-CALNAME:{escape_text(name)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{_REFRESH}", f"X-PUBLISHED-TTL:{_REFRESH}",
        _UNSEALED.rstrip()]
    for event in events:
        lines += _todo_lines(event, alarms) if event.is_todo else _event_lines(event, alarms)
    return _sealed(write_lines([*lines, "END:VCALENDAR"]))


def _sealed(text: str) -> str:
    """The calendar with its digest, which holds for line ends of any kind."""
    digest = sha256(text.replace("\r\n", "\n").encode("utf-8", "replace")).hexdigest()[:16]
    return text.replace(_UNSEALED, _UNSEALED.replace(":", f":{digest}"), 1)


def _stamp(day: date | None) -> str:
    """When the thing was written down. No clock is asked: the same vault gives the same calendar, byte for byte."""
    return f"DTSTAMP:{'20000101' if day is None else _basic(day)}T000000Z"


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def _said(event: Event) -> list[str]:
    return [f"SUMMARY:{escape_text(event.summary)}", f"DESCRIPTION:{escape_text(event.description)}",
            f"CATEGORIES:{escape_text(event.category)}"]


def _event_lines(event: Event, alarms: Sequence[str]) -> list[str]:
    if event.day is None:
        return []
    lines = ["BEGIN:VEVENT", f"UID:{event.uid}", _stamp(event.day), f"DTSTART;VALUE=DATE:{_basic(event.day)}"]
    if event.yearly:
        # The last day of February is the 29th or, in the other years, the 28th.
        leap_day = (event.day.month, event.day.day) == (2, 29)
        lines.append(f"RRULE:FREQ=YEARLY{';BYMONTH=2;BYMONTHDAY=-1' if leap_day else ''}")
    lines += [*_said(event), "TRANSP:TRANSPARENT"]
    for alarm in alarms:
        lines += _alarm_lines(f"TRIGGER:{alarm}", event)
    return [*lines, "END:VEVENT"]


def _todo_lines(event: Event, alarms: Sequence[str]) -> list[str]:
    lines = ["BEGIN:VTODO", f"UID:{event.uid}", _stamp(event.day)]
    if event.day is not None:
        lines.append(f"DUE;VALUE=DATE:{_basic(event.day)}")
    lines += [*_said(event), "STATUS:NEEDS-ACTION"]
    for alarm in alarms if event.day is not None else ():
        lines += _alarm_lines(f"TRIGGER;RELATED=END:{alarm}", event)
    return [*lines, "END:VTODO"]


def _alarm_lines(trigger: str, event: Event) -> list[str]:
    return ["BEGIN:VALARM", "ACTION:DISPLAY", trigger, f"DESCRIPTION:{escape_text(event.summary)}", "END:VALARM"]
