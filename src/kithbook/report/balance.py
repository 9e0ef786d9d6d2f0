"""Give and ask as text for a terminal."""

from .layout import Cell, Row, clean, excerpt, lay_out, show_links, wrap
from .plain import Plain
from .style import Style
from .words import count, day_name, times

MOST_NAMED = 12
GIVING = {"introductions": "introductions", "information": "information", "ideas": "ideas", "help": "help", "other": "other things"}


def render_balance(plain: Plain, style: Style) -> str:
    """Numbers of the network as a whole, then those who would like a word."""
    today = plain["today"]
    lines = [style.title(f"{day_name(plain['since'])} to {day_name(plain['until'])}")]
    lines += [line for sentence in sentences(plain) for line in wrap(sentence, style.width)]
    lines += _section("What you gave", [_giving_row(row, today) for row in plain["giving"]], style)
    lines += _section("To whom", [Row((Cell(clean(row["circle"] or "in no circle")),), (Cell(
        f"{times(row['acts'])}, {people(row['people'])}"),)) for row in plain["circles"]], style)
    for title, key, hint in (
            ("Only ever turned to with an ask", "only_asked", "a word that wants nothing would come first"),
            ("Only answered", "only_answered", "you wrote back, and never first: a word that answers nothing would be news")):
        rows = plain[key]
        more = f"; and {len(rows) - MOST_NAMED} more (--json has everybody)" if len(rows) > MOST_NAMED else ""
        lines += _section(title, [_touch_row(row, today) for row in rows[:MOST_NAMED]], style, hint + more)
    return "\n".join(lines) + "\n"


def sentences(plain: Plain) -> list[str]:
    """The numbers in words."""
    gave, asked, received, was_asked = plain["tallies"]
    if not any(tally["acts"] for tally in plain["tallies"]):
        return ["Nothing was given or asked, as far as your notes know."]
    found = [f"You gave {_times(gave, 'to')}; you asked {_times(asked, 'of')}."]
    came = [f"something was given to you {times(received['acts'])}" if received["acts"] else "",
            f"you were asked {times(was_asked['acts'])}" if was_asked["acts"] else ""]
    if any(came):
        said = ", and ".join(filter(None, came))
        found.append(f"{said[0].upper()}{said[1:]}.")
    if asked["acts"] > gave["acts"]:
        found.append("More was asked than given. What do you know, or whom, that would be of use to somebody?")
    return found


def _times(tally: Plain, how: str) -> str:
    if not tally["acts"]:
        return "nothing"
    return f"{times(tally['acts'])}, {how} {people(tally['people'])}"


def people(number: int) -> str:
    """`1 person`, `2 people`."""
    return count(number, "person", "people")


def _words(text: str) -> str:
    return excerpt(clean(show_links(text)), 100)


def _giving_row(row: Plain, today: str) -> Row:
    latest = row["latest"]
    where = f"({day_name(latest['date'], today)}, {clean(latest['path'])}:{latest['line']})"
    text = _words(latest["text"])
    return Row((Cell(GIVING[row["giving"]]), Cell(times(row["acts"]))),
               (Cell(f"lately: {text}" if text else "lately"), Cell(where, "faint")))


def _touch_row(row: Plain, today: str) -> Row:
    cells = [Cell(_words(row["text"])), Cell(f"({day_name(row['since'], today)}, {clean(row['path'])}:{row['line']})", "faint")]
    if row["suggestion"]:
        cells.append(Cell(_words(row["suggestion"]), "faint"))
    return Row((Cell(clean(row["contact"])),), tuple(cell for cell in cells if cell.text))


def _section(title: str, rows: list[Row], style: Style, hint: str = "") -> list[str]:
    if not rows:
        return []
    lines = ["", style.title(title), *lay_out(rows, style)]
    return lines + [style.faint(f"  {line}") for line in wrap(hint, style.width - 2)] if hint else lines
