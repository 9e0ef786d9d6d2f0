"""Introductions under way as text: what `nb intro` lists, and the agenda's section."""

from collections.abc import Sequence

from .layout import Cell, Row, clean, excerpt, lay_out, show_links
from .plain import Plain
from .style import Style
from .words import ago


def introduction_rows(rows: Sequence[Plain]) -> list[Row]:
    """A row each: who, and what comes next."""
    return [_row(row) for row in rows]


def _row(row: Plain) -> Row:
    names = f"{clean(row['contact'])} and {clean(row['other'])}"
    return Row((Cell(names),), (Cell(excerpt(clean(show_links(row["text"])), 120)), Cell(f"({_next(row)})", "faint")))


def _next(row: Plain) -> str:
    when = ago(row["days"])
    if row["stage"] == "agreed":
        return "both agree: introduce them"
    if row["stage"] == "made":
        return f"introduced {when}"
    if row["stage"] == "outcome":
        return f"that came of it, {when}: thank both"
    if row["agreed"]:
        (yes,) = row["agreed"][:1]
        waiting = row["other"] if yes == row["contact"] else row["contact"]
        return f"asked {when}; {clean(yes)} agrees, {clean(waiting)} has not answered"
    return f"asked {when}, no answer yet"


def render_introductions(plain: Plain, style: Style) -> str:
    """The introductions under way."""
    return "\n".join(lay_out(introduction_rows(plain["introductions"]), style, 0) or ["No introduction is under way."]) + "\n"
