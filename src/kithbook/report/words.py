"""Days and gaps in words."""

from datetime import date

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def count(number: int, noun: str, plural: str = "") -> str:
    """`1 day`, `2 days`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def day_name(iso: str, today: str = "", *, weekday: bool = False) -> str:
    """`24 Nov 2026`, without the year when it is that of `today`, with the weekday on request."""
    day = date.fromisoformat(iso)
    said = f"{day.day} {_MONTHS[day.month - 1]}"
    if not today.startswith(iso[:5]):
        said += f" {day.year}"
    return f"{_WEEKDAYS[day.weekday()]} {said}" if weekday else said


def when(iso: str, today: str) -> str:
    """A day seen from today: `today`, `tomorrow`, else its name with the weekday."""
    days = (date.fromisoformat(iso) - date.fromisoformat(today)).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(days)
    return near or day_name(iso, today, weekday=0 < days < 15)


def ago(days: int) -> str:
    """How long ago something was, in the unit that one would say it in."""
    if days < 2:
        return ("today", "yesterday")[days]
    return f"{span(days)} ago"


def span(days: int) -> str:
    """A number of days in the unit that one would say it in."""
    if days < 21:
        return count(days, "day")
    if days < 70:
        return count(round(days / 7), "week")
    if days < 700:
        return count(round(days / 30.44), "month")
    return count(round(days / 365.25), "year")
