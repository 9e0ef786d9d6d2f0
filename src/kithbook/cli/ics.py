"""`nb ics`: a calendar to subscribe to."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

import click

from ..errors import UsageError
from ..model.pattern import pattern
from .app import App
from .options import pass_app
from .saving import output_option, save

if TYPE_CHECKING:
    from ..query.calendar import Sort

_TIME = pattern(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)
_BEFORE = pattern(r"(\d{1,3})([dw])", re.ASCII)


@click.command(short_help="A calendar of promises, cadences and birthdays.")
@click.option("--only", metavar="SORT,…", help="Only some of promises, cadences, follow_ups, dates.")
@click.option("--alarm", "alarms", multiple=True, metavar="WHEN", help="Announce each thing at 09:00 of its day, or 1d or 1w before. May be repeated.")
@click.option("--todo", is_flag=True, help="Promises as tasks, also those without a day.")
@click.option("--limit", type=click.IntRange(0), default=12, show_default=True,
              help="At most so many people whose cadence has come round already; 0 for everybody.")
@output_option
@pass_app
def command(app: App, only: str | None, alarms: tuple[str, ...], todo: bool, limit: int, output: str | None, force: bool,
            dry_run: bool) -> None:
    """A calendar to subscribe to: promises, whom to be in touch with and when, whom to write to after meeting, birthdays.

    What is late stands on today. Each thing keeps its id, so that a calendar that reads the
    file again updates it. Confidential people and texts are not in it. With
    `calendar: reports/calendar.ics` in nb.yaml, nb report and nb watch keep the file fresh.

    \b
      nb ics -o ~/Sync/people.ics
      nb ics --only promises,dates --alarm 09:00 --alarm 1d -o people.ics
      nb ics --todo -o tasks.ics
    """
    from ..exchange.icalendar import SEAL

    text = calendar_text(app, _read_sorts(only), limit=limit or None, todo=todo, alarms=tuple(map(_read_alarm, alarms)))
    save(app, text, output, "ics", force=force, dry_run=dry_run, seal=SEAL)


def calendar_text(app: App, sorts: Collection[Sort] | None = None, *, limit: int | None = 12, todo: bool = False,
                  alarms: Sequence[str] = ()) -> str:
    """The calendar, with nothing of a confidential person, and no text that names one."""
    from ..model.book import secret_names, without_confidential
    from ..query.calendar import SORTS, calendar_rows
    from ..report.calendar import render_calendar
    from ..report.plain import to_plain, veil

    book = app.book()
    found = calendar_rows(without_confidential(book), app.today, SORTS if sorts is None else sorts, limit=limit, undated=todo)
    rows: list[dict[str, Any]] = veil(to_plain(found), secret_names(book))
    return render_calendar(rows, todo=todo, alarms=alarms)


def _read_sorts(typed: str | None) -> Collection[Sort] | None:
    from ..query.calendar import SORTS

    if typed is None:
        return None
    words = [word.strip().replace("-", "_") for word in typed.split(",") if word.strip()]
    for word in words:
        if word not in SORTS:
            raise UsageError(f"`{word}` in --only is not known", f"use some of {', '.join(SORTS)}")
    return [sort for sort in SORTS if sort in words] or None


def _read_alarm(typed: str) -> str:
    """A time of the day, or a span before it, as a duration from the beginning of the day."""
    if time := _TIME.fullmatch(typed.strip()):
        return f"PT{int(time[1])}H{int(time[2])}M"
    if before := _BEFORE.fullmatch(typed.strip()):
        return f"-P{int(before[1])}{before[2].upper()}"
    raise UsageError(f"`{typed}` is no time for an alarm", "write 09:00 for a time of the day, or 1d or 1w for so long before")
