"""How the rows that `nb query` finds look: a table for a terminal, for Markdown and as CSV."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import StringIO
from typing import Any

from .layout import Cell, Row, clean, lay_out, show_links, width_of
from .plain import Plain
from .style import Style
from .words import count

_WITHHELD = "(confidential)"
_PRIVATE = "(private)"
_NARROW = 16
_NOTHING = "Nothing fits."


def _shown(value: Any) -> str:
    """A value as text."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_shown(part) for part in value)
    return str(value)


def _cell(name: str, row: Plain) -> str:
    if name == "text" and row[name] is None:
        return _PRIVATE if row.get("kind") == "reflection" else _WITHHELD
    return _shown(row[name])


def render_query(plain: Plain, style: Style) -> str:
    """The rows, their columns aligned; the last one wraps."""
    columns: Sequence[str] = plain["columns"]
    if not plain["query"]:
        return _NOTHING + "\n"
    cells = list(zip(*(_column(name, plain["query"]) for name in columns), strict=True))
    narrow = all(width <= _NARROW for width in map(width_of, {row[-1] for row in cells}))  # else the last column wraps
    title = [Cell(cell, "faint") for cell in cells.pop(0)]
    rows = [Row(tuple(title if narrow else title[:-1]), () if narrow else (title[-1],))]
    rows += [Row(tuple(map(Cell, row)), ()) for row in cells] if narrow else [Row(tuple(map(Cell, row[:-1])), (Cell(row[-1]),)) for row in cells]
    lines = lay_out(rows, style, 0)
    if plain["left_out"]:
        lines += ["", style.faint(f"and {count(plain['left_out'], 'more row')}")]
    return "\n".join([*map(str.rstrip, lines), ""])


def _column(name: str, rows: Sequence[Plain]) -> list[str]:
    """The title of a column and its cells. What stands in many rows is made fit for a terminal once."""
    shown = [row[name] for row in rows]
    if {*map(type, shown)} != {str}:
        shown = [_cell(name, row) for row in rows]
    clean_ones = {text: clean(show_links(text) if "[" in text else text) for text in {*shown}}
    return [_title(name), *map(clean_ones.__getitem__, shown)]


def _title(name: str) -> str:
    return name.replace("_", " ")


def render_csv(plain: Plain) -> str:
    """The rows as RFC 4180 has them (but for plain line ends), with a line of names; parts of a list have a semicolon between them."""
    from csv import writer

    from ..exchange.cell import guard

    rows = plain["query"]
    out = StringIO()
    csv = writer(out, lineterminator="\n")
    fields = list(rows[0]) if rows else plain["columns"]
    csv.writerow(fields)
    csv.writerows([guard(_csv_cell(row[name])) for name in fields] for row in rows)
    return out.getvalue()


def _csv_cell(value: Any) -> str:
    """A value without signs that turn round what stands beside it, or that a terminal would act on."""
    from ..exchange.person import several_lines

    return several_lines("; ".join(_shown(part) for part in value) if isinstance(value, list) else _shown(value))


def lay_out_table(plain: Plain, escape: Callable[[str], str], link: Callable[[str, str], str]) -> str:
    """The rows as a table in Markdown; names lead to their notes."""
    columns: Sequence[str] = plain["columns"]
    if not plain["query"]:
        return _NOTHING
    lines = [f"| {' | '.join(map(_title, columns))} |", "|" + " --- |" * len(columns)]
    for row in plain["query"]:
        cells = [link(row.get("contact_path") or row["path"], row[name]) if name in ("name", "contact") else escape(_cell(name, row))
                 for name in columns]
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines)
