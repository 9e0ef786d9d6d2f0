"""Promises that stand in prose alone, as text: what `nb scan` finds, and the agenda's few."""

from collections.abc import Sequence

from .layout import Cell, Row, clean, excerpt, lay_out, show_links, wrap
from .plain import Plain
from .style import Style
from .words import day_name, when

_MOST = 3
_SAID_BY = {"me": "you said", "us": "you both said", "them": "they said"}


def render_scan(plain: Plain, style: Style) -> str:
    """What was promised and never written down, mine and theirs apart."""
    today = plain["today"]
    lines: list[str] = []
    for title, who in (("Mine", "me"), ("Ours", "us"), ("Theirs", "them")):
        rows = [_row(row, row["action"], f"said {day_name(row['date'], today)}", today) for row in plain["scan"] if row["who"] == who]
        lines += ["", style.title(title), *lay_out(rows, style)] if rows else []
    if lines:
        lines += ["", *(style.faint(line) for line in wrap(f"{style.program} scan --add walks through them, and writes down those that you want", style.width))]
    return "\n".join(lines[1:] or ["Nothing was promised that is not written down."]) + "\n"


def said_lately(rows: Sequence[Plain], today: str, style: Style) -> tuple[list[Row], str]:
    """The agenda's rows, a few, and what to do about them."""
    shown = [_row(row, row["text"], f"{_SAID_BY[row['who']]} so on {day_name(row['made'], today)}", today) for row in rows[:_MOST]]
    more = len(rows) - len(shown)
    return shown, f"and {more} more: {style.program} scan" if more else f"{style.program} scan --add writes them down"


def _row(row: Plain, action: str, said: str, today: str) -> Row:
    due = f"due {when(row['due'], today)}" if row["due"] else ""
    place = f"{clean(row['path'])}:{row['line']}" if row["path"] else ""
    where = "; ".join(part for part in (due, ", ".join(part for part in (said, place) if part)) if part)
    return Row((Cell(clean(row["contact"] or "?")),), (Cell(excerpt(clean(show_links(action)))), Cell(f"({where})", "faint")))
