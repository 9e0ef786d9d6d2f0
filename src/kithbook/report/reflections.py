"""Reflections on somebody, as text for a terminal."""


from ..model.pattern import pattern
from .layout import Cell, Row, clean, lay_out, show_links, wrap
from .plain import Plain
from .style import Style
from .words import day_name

_NUMBER = pattern(r"\s*[1-5](?:\s?/\s?5)?[\s:,.;—–-]*")
_LISTS = (("pluses", "what is good"), ("minuses", "what is hard"), ("dealbreakers", "what would end it"))


def render_reflections(plain: Plain, style: Style) -> str:
    """What one wrote down for oneself, and how the rating went over time."""
    today = plain["today"]
    lines = [style.title(clean(plain["contact"]))]
    rows = [Row((Cell(title, "faint"),), (Cell("; ".join(clean(show_links(text)) for text in plain[key])),)) for key, title in _LISTS if plain[key]]
    lines += lay_out(rows, style)
    entries = plain["entries"]
    if entries:
        lines += ["", style.title("Looking back"), *lay_out([_row(row) for row in entries], style)]
    rated = [row for row in entries if row["rating"] is not None]
    if rated:
        lines += ["", *wrap(_how_it_went(rated, today), style.width)]
    if len(lines) == 1:
        lines += ["", f"You have written nothing of the kind yet: {style.program} reflect NAME"]
    return "\n".join([*lines, "", style.faint(clean(plain["contact_path"]))]) + "\n"


def _row(row: Plain) -> Row:
    text = row["text"] or ""
    rating = str(row["rating"]) if row["rating"] is not None else ""
    words = text[_NUMBER.match(text).end() :] if rating and _NUMBER.match(text) else text  # type: ignore[union-attr]
    return Row((Cell(row["date"]), Cell(rating or " ")), (Cell(clean(show_links(words))),))


def _how_it_went(rated: list[Plain], today: str) -> str:
    """The ratings from the first to the last, in a sentence."""
    last = rated[-1]
    if len(rated) == 1:
        return f"You rated it once: {last['rating']} of 5, on {day_name(last['date'], today)}."
    numbers = [row["rating"] for row in rated]
    first = rated[0]
    way = "as it was" if numbers[0] == numbers[-1] else "better than it was" if numbers[-1] > numbers[0] else "less than it was"
    return (f"Your rating went {', '.join(map(str, numbers))} of 5 between {day_name(first['date'], today)} and "
            f"{day_name(last['date'], today)}: {way}.")
