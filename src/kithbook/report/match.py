"""`nb match` as text for a terminal."""

from .layout import Cell, Row, clean, excerpt, lay_out, show_links, wrap
from .plain import Plain
from .quoting import within
from .style import Style

_OFFERS = {"offers": "offers", "role": "is", "org": "is with", "interests": "is interested in", "tags": "is tagged", "log": "your log says:"}
_MINE = {"offers": "offer", "role": "are", "org": "are with", "interests": "are interested in", "tags": "are tagged"}
_NEEDS = {"needs": ("needs", "need"), "goals": ("wants", "want"), "challenges": ("struggles with", "struggle with")}


def render_match(plain: Plain, style: Style) -> str:
    """Each need, and below it who could meet it."""
    lines: list[str] = []
    last = None
    for row in plain["matches"]:
        need = row["need"]
        if (need["path"], need["text"]) != last:
            last = need["path"], need["text"]
            theirs, mine = _NEEDS[need["key"]]
            who = style.title("You" if need["mine"] else clean(need["contact"]))
            lines += ["", *wrap(f"{who} {mine if need['mine'] else theirs} {within(_said(need['text']))}", style.width)]
        lines += lay_out(_offer(row), style)
    if plain["more"]:
        more = plain["more"]
        lines += ["", style.faint(f"and {more if more < 1000 else '1000 or'} more: --limit 0")]
    return "\n".join(lines[1:] or ["Nobody here needs what another offers, as far as your notes say."]) + "\n"


def _said(text: str) -> str:
    return excerpt(clean(show_links(text)), 160)


def _offer(row: Plain) -> list[Row]:
    offer = row["offer"]
    verbs = _MINE if offer["mine"] else _OFFERS
    hint = [Cell("(perhaps)", "faint")] if row["strength"] == "weak" else []
    place = Cell(f"({clean(offer['path'])}:{offer['line']})", "faint")
    name = Cell("you" if offer["mine"] else clean(offer["contact"]))
    rows = [Row((name,), (Cell(verbs[offer["key"]], "faint"), Cell(within(_said(offer["text"]))), *hint, place))]
    known = row["acquainted"]
    if known:
        rows.append(_aside(f"they know each other ({clean(known['path'])}:{known['line']})"))
    for between in row["via"] or ():
        how = "was with them" if between["how"] == "together" else "knows them"
        rows.append(_aside(f"{clean(between['contact'])} {how} ({clean(between['path'])}:{between['line']})"))
    return rows


def _aside(said: str) -> Row:
    return Row((Cell(""),), (Cell(said, "faint"),))
