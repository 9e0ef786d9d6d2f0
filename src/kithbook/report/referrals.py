"""Thanks owed, and who would like to hear what came of it, as text for a terminal."""

from .layout import Cell, Row, clean, excerpt, lay_out, show_links
from .plain import Plain
from .style import Style
from .terminal import render_loops, render_thanks
from .words import ago


def render_thanks_in_full(plain: Plain, style: Style) -> str:
    """Whom to thank; below it, for referrals, whom else, and what could be of use."""
    text = render_thanks(plain, style)
    rows = [Row((Cell(clean(row["contact"])),), (Cell(_and_also(row)),)) for row in plain["thanks"] if row["also"] or row["suggestion"]]
    if not rows:
        return text
    return text + "\n" + "\n".join([style.title("And while you are at it"), *lay_out(rows, style)]) + "\n"


def _and_also(row: Plain) -> str:
    also = " and ".join(clean(other["contact"]) for other in row["also"])
    of_use = row["suggestion"]
    said = [f"thank {also}, too" if also else "",
            f"{_words(of_use['text'])} ({clean(of_use['path'])}:{of_use['line']})" if of_use else ""]
    return "; ".join(filter(None, said))


def render_loops_in_full(plain: Plain, style: Style) -> str:
    """What is not known yet, and what is known and not told yet."""
    rows = [_to_tell_row(row) for row in plain["to_tell"]]
    if not rows:
        return render_loops(plain, style)
    above = render_loops(plain, style) + "\n" if plain["loops"] else ""
    return above + "\n".join([style.title("Would like to hear"), *lay_out(rows, style)]) + "\n"


def _to_tell_row(row: Plain) -> Row:
    where = f"({ago(row['days'])}, {clean(row['path'])}:{row['line']})"
    return Row((Cell(clean(row["contact"])),), (Cell(f"what came of {clean(row['about'])}{': ' if row['text'] else ''}{_words(row['text'])}"), Cell(where, "faint")))


def _words(text: str) -> str:
    return excerpt(clean(show_links(text)), 100)
