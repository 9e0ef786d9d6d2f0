"""How promises were kept, as text for a terminal."""

from .layout import Cell, Row, clean, excerpt, lay_out, show_links, wrap
from .plain import Plain
from .style import Style
from .words import count, day_name

_ENDINGS = (("kept_on_time", "on time"), ("kept_late", "late"), ("dropped_with_word", "dropped, and in touch after"),
            ("dropped", "dropped without a word"))


def render_kept(plain: Plain, style: Style) -> str:
    """How things stand in a sentence, the months, and what was dropped without a word: it can still be said."""
    today = plain["today"]
    lines = [line for sentence in sentences(plain) for line in wrap(sentence, style.width)]
    if plain["months"]:
        lines += ["", style.title("By month"), *lay_out([_month_row(row) for row in plain["months"]], style)]
    silent = [row for row in plain["closed"] if row["ending"] == "dropped"]
    if silent:
        lines += ["", style.title("Dropped without a word"), *lay_out([_dropped_row(row, today) for row in silent[:12]], style)]
        lines += [style.faint("  it can still be said")]
    return "\n".join(lines) + "\n"


def sentences(plain: Plain) -> list[str]:
    """What is open, and what is usual, in words."""
    if plain["open"]:
        late = (", and late" if plain["open"] == 1 else f", {plain['late']} of them late") if plain["late"] else ""
        found = [f"{count(plain['open'], 'promise')} of yours {'is' if plain['open'] == 1 else 'are'} open{late}."]
    else:
        found = ["No promise of yours is open."]
    if plain["usual"] is not None:
        found.append(f"You keep about {plain['usual']:g} a month.")
        if plain["open"] > plain["usual"]:
            found[-1] += " More are open than that: keep one before the next?"
    if plain["undated"]:
        found.append(f"{count(plain['undated'], 'promise')} {'was' if plain['undated'] == 1 else 'were'} closed, it is not known when.")
    return found


def _month_row(row: Plain) -> Row:
    said = [f"{row[key]} {words}" for key, words in _ENDINGS if row[key]]
    return Row((Cell(day_name(row["month"]).split(" ", 1)[1]),), (Cell(", ".join(said) or "–"),))


def _dropped_row(row: Plain, today: str) -> Row:
    where = f"({day_name(row['day'], today)}, {clean(row['path'])}:{row['line']})"
    return Row((Cell(", ".join(map(clean, row["contacts"]))),), (Cell(excerpt(clean(show_links(row["text"])), 100)), Cell(where, "faint")))
