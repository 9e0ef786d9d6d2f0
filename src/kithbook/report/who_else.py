"""`nb who-else` as text for a terminal."""

from .layout import Cell, Row, clean, excerpt, lay_out, show_links, wrap
from .plain import Plain
from .style import Style
from .words import day_name

_LABELS = {"interest": "interested in", "need": "needs", "goal": "wants", "challenge": "struggles with", "offer": "offers", "tag": "tagged"}
_MOST_NAMED = 5


def render_who_else(plain: Plain, style: Style) -> str:
    """The people and why, and who had it already."""
    today = plain["today"]
    lines: list[str] = []
    for row in plain["who_else"]:
        lines += ["", style.title(clean(row["contact"]))]
        lines += lay_out([_reason(reason, today) for reason in row["reasons"]], style)
    if not lines:
        lines = ["", "Nobody else comes to mind." if plain["skipped"] else "Nobody comes to mind."]
    if plain["more"]:
        lines += ["", f"and {plain['more']} more: --limit 0"]
    if plain["skipped"]:
        lines += ["", *wrap(_had_it(plain["skipped"], today), style.width)]
    return "\n".join(lines[1:]) + "\n"


def _reason(reason: Plain, today: str) -> Row:
    place = Cell(f"({clean(reason['path'])}:{reason['line']})", "faint")
    said = excerpt(clean(show_links(reason["text"])), 160)
    if reason["what"] != "log":
        return Row((Cell(_LABELS[reason["what"]], "faint"),), (Cell(said), place))
    way = f" {reason['direction']}" if reason["direction"] in ("in", "out") else ""
    kind = "" if reason["kind"] == "note" else f"{reason['kind']}{way}:"
    return Row((Cell(day_name(reason["date"], today), "faint"),), (Cell(kind), Cell(said), place))


def _had_it(skipped: list[Plain], today: str) -> str:
    """Who was left out, and where one sees why."""
    said = [
        f"{clean(row['contact'])} ({'given' if row['why'] == 'gave' else 'the link'}"
        f"{', ' + day_name(row['date'], today) if row['date'] else ''}, {clean(row['path'])}:{row['line']})"
        for row in skipped[:_MOST_NAMED]]
    if len(skipped) > _MOST_NAMED:
        said.append(f"and {len(skipped) - _MOST_NAMED} more")
    return f"{len(skipped)} had it already: {', '.join(said)}."
