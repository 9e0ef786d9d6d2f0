"""What to have in mind before one meets somebody, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..query.thanks_words import thanked_for
from .layout import Cell, Row, clean, excerpt, lay_out, show_links, wrap
from .plain import Plain
from .quoting import as_question, unstopped, what_it_was
from .style import Style
from .terminal import PRIVATE, WITHHELD
from .words import ago, day_name, days_between, when, yearly_name

_OWED = {"reply": "to be answered", "thanks": "to be thanked for", "loop": "what came of it?", "tell": "tell them what came of it", "make_right": "to make right",
         "follow_up": "to be written to"}
_HOW = {"knows": "they know each other", "met_via": "brought you together", "introduced": "you introduced them", "introduced_me": "introduced you",
        "asked": "you asked about introducing them", "together": "was there, too"}
_LONGEST = 150


def render_brief(plain: Plain, style: Style) -> str:
    """One after the other; what they have in common at the end."""
    lines: list[str] = []
    for each in plain["brief"]:
        lines += ["", *(_in_short(each, plain["today"], style) if plain["event"] else _in_full(each, plain["today"], style))]
    if plain["in_common"]:
        rows = [Row((Cell(day_name(row["date"], plain["today"])),), (_told(row), _faint(", ".join(map(clean, row["contacts"])))))
                for row in plain["in_common"]]
        lines += ["", style.title("Together"), *lay_out(rows, style)]
    if plain["unknown"]:
        if not plain["brief"]:
            lines += ["", "Nobody whom you know is in it."]
        rows = [Row((Cell(clean(row["name"])),), (Cell(clean(why_unknown(row)), "faint"),)) for row in plain["unknown"]]
        lines += ["", style.title("Also there"), *lay_out(rows, style)]
    return "\n".join(lines[1:] or ["Nobody whom you know is in it."]) + "\n"


def why_unknown(row: Plain) -> str:
    """Why nothing is told of somebody who was there."""
    return {"no_note": "has no note yet (nb add)", "unreadable": f"{row['path']} cannot be read (nb check)",
            "no_contact": f"{row['path']} is no contact's note", "several": "several people go by that name"}[row["why"]]


def _said(text: str | None, most: int = _LONGEST) -> Cell:
    return Cell(WITHHELD if text is None else excerpt(clean(show_links(text)), most))


def _told(row: Plain) -> Cell:
    """What was said of an entry; without words, the name of the note that it stands in."""
    return Cell(clean(row["path"].rpartition("/")[2].removesuffix(".md"))) if row["text"] == "" else _said(row["text"])


def _faint(*parts: str) -> Cell:
    return Cell(f"({', '.join(part for part in parts if part)})", "faint")


def _place(row: Plain, home: str) -> str:
    """Where it stands; of their own note, whose path is below, the line alone."""
    return f":{row['line']}" if row["path"] == home else f"{clean(row['path'])}:{row['line']}"


def _section(title: str, rows: list[Row], style: Style) -> list[str]:
    return ["", style.title(title), *lay_out(rows, style)] if rows else []


def _in_full(each: Plain, today: str, style: Style) -> list[str]:
    lines = _head(each, today, style)
    home = each["contact"]["path"]
    lines += _section("Last", [_entry(row, today, home) for row in each["last"]], style)
    lines += _section("Planned", [_entry(row, today, home) for row in each["planned"]], style)
    lines += _section("Between you", _open(each, today), style)
    lines += _section("What moves them", _subjects(each, today), style)
    lines += _section("You could offer", [_match(row, home) for row in each["matches"] if row["need"]["contact_path"] == home], style)
    lines += _section("They could help", [_match(row, home, theirs=True) for row in each["matches"] if row["offer"]["contact_path"] == home], style)
    lines += _section("You both know", [Row((Cell(clean(row["contact"])),), (Cell(how_known(row, each["contact"]), "faint"), _faint(_place(row, home)))) for row in each["shared"]], style)
    lines += _section("You could ask", [_question(row, today, home) for row in each["questions"]], style)
    lines += _section("For your eyes", _private(each, today), style)
    if each["contact"]["open_promises"] is None:
        lines += ["", "What is between you is confidential."]
    return [*lines, "", style.faint(clean(home))]


def how_known(row: Plain, contact: Plain) -> str:
    """How one knows that somebody and the contact know each other, as a word behind the somebody's name."""
    if row["how"] not in ("met_via", "introduced_me") or row["by"] == row["contact_path"]:
        return _HOW[row["how"]]
    return f"you met through {clean(contact['name'])}" if row["by"] == contact["path"] else "you met both at once"


def _in_short(each: Plain, today: str, style: Style) -> list[str]:
    """The head, the last contact, what is open, one question."""
    rows = [Row((Cell("last", "faint"),), (Cell(f"{ago(days_between(row['date'], today))}, {row['kind']}:"), _told(row))) for row in each["last"][:1]]
    rows += _open(each, today)
    rows += [Row((Cell("ask", "faint"),), (Cell(question(row, today)),)) for row in each["questions"][:1]]
    return [*_head(each, today, style), *lay_out(rows, style)]


def _head(each: Plain, today: str, style: Style) -> list[str]:
    """Who they are, and how one met."""
    contact, met = each["contact"], each["met"]
    parts = [contact["role"], contact["org"], contact["location"], *contact["phone"][:1], *contact["email"][:1]]
    lines = [style.title(clean(contact["name"]))]
    lines += wrap(clean(show_links(" · ".join(part for part in parts if part))), style.width) if any(parts) else []
    how = [_meeting(met, today)] if met is not None else []
    how += [f"{contact['stage'].capitalize()}."] if contact["stage"] else []
    lines += wrap(" ".join(how), style.width) if how else []
    near = [f"{clean(row['label'])} {when(row['date'], today)}{_years(row)}" for row in each["dates"] if row["label"]]
    lines += wrap(f"{near[0][:1].upper()}{'; '.join(near)[1:]}.", style.width) if near else []
    return lines


def _meeting(met: Plain, today: str) -> str:
    """How one met, or, of a day that is still to come, is to meet."""
    days = days_between(met["date"], today) if met["date"] else 0
    day = f"{day_name(met['date'], today)}, {ago(days)}" if met["date"] and days >= 0 else when(met["date"], today) if met["date"] else ""
    at = unstopped(clean(show_links(met["at"]))) if met["at"] else ""
    via = f"through {unstopped(clean(show_links(met['via'])))}" if met["via"] else ""
    said = f"{'Met' if days >= 0 else 'You will meet'} {': '.join(part for part in (day, at) if part)}{', ' if via and (day or at) else ''}{via}"
    return f"{said.removesuffix('.')}."


def _years(row: Plain) -> str:
    return f" ({row['years']})" if row["years"] else ""


def _entry(row: Plain, today: str, home: str) -> Row:
    way = f" {row['direction']}" if row["direction"] in ("in", "out") else ""
    days = days_between(row["date"], today)
    age = ago(days) if days >= 0 else when(row["date"], today)
    return Row((Cell(age), Cell(f"{row['kind']}{way}", "faint")), (_told(row), _faint(_place(row, home))))


def _open(each: Plain, today: str) -> list[Row]:
    home = each["contact"]["path"]
    rows = [_promise("you promised", row, today, home) for row in each["promises"]]
    rows += [_promise("they promised", row, today, home) for row in each["waiting"]]
    for row in each["owed"]:
        since = f"since {day_name(row['since'], today)}" if row["since"] else ""
        text = [] if row["what"] == "follow_up" and not row["text"] else [_said(owed_words(row))]
        rows.append(Row((Cell(_OWED[row["what"]], "faint"),), (*text, _faint(since, _place(row, home)))))
    rows += [Row((Cell("they did for you", "faint"),), (_said(row["text"]), _faint(day_name(row["date"], today), _place(row, home)))) for row in each["received"]]
    return rows


def owed_words(row: Plain) -> str | None:
    """What is open, as it stands behind `to be thanked for` or `what came of it?`."""
    if not row["text"] or row["what"] not in ("thanks", "loop", "tell"):
        return row["text"]  # type: ignore[no-any-return]
    return thanked_for(row["kind"], row["text"]) if row["what"] == "thanks" else what_it_was(row["kind"], row["text"])


def _promise(who: str, row: Plain, today: str, home: str) -> Row:
    place = _place(row, home)
    if row["state"] == "overdue":
        late = "a day late" if row["days_late"] == 1 else f"{row['days_late']} days late"
        return Row((Cell(who, "faint"),), (_said(row["text"]), Cell(f"({late},", "late"), Cell(f"{place})", "faint")))
    due = f"due {when(row['due'], today)}" if row["due"] else f"since {day_name(row['made'], today)}" if row["made"] else "no day"
    return Row((Cell(who, "faint"),), (_said(row["text"]), _faint(due, place)))


def _subjects(each: Plain, today: str) -> list[Row]:
    home = each["contact"]["path"]
    rows: list[Row] = []
    for row in each["subjects"]:
        if row["what"] != "interest":
            rows.append(Row((Cell(row["what"], "faint"),), (_said(row["text"]), _faint(*_spoken(row, today, home)))))
    interests = [unstopped(clean(show_links(row["text"]))) for row in each["subjects"] if row["what"] == "interest"]
    rows += [Row((Cell("interests", "faint"),), (Cell("; ".join(interests)),))] if interests else []
    rows += [Row((Cell("family", "faint"),), (_said(row["text"]), _faint(_place(row, home)))) for row in each["family"]]
    days = [f"{clean(day['label'])} {yearly_name(day['day'])}" for day in each["details"]["dates"]]
    return [*rows, *([Row((Cell("days", "faint"),), (Cell("; ".join(days)),))] if days else [])]


def _spoken(row: Plain, today: str, home: str) -> tuple[str, ...]:
    """When something was last spoken of, and where that stands."""
    if row["last_spoken"] is None:
        return "not spoken of yet", _place(row, home)
    return f"last spoken of {ago(days_between(row['last_spoken'], today))}", _place({"path": row["spoken_path"], "line": row["spoken_line"]}, home)


def _match(row: Plain, home: str, *, theirs: bool = False) -> Row:
    other = row["need"] if theirs else row["offer"]
    who = "you" if other["mine"] else clean(other["contact"])
    verb = ("need" if other["mine"] else "needs") if theirs else ("offer" if other["mine"] else "offers")
    own = row["offer"] if theirs else row["need"]
    met = f"{'with' if theirs else 'for'} {excerpt(clean(show_links(own['text'])), 60)}"
    return Row((Cell(who),), (Cell(verb, "faint"), _said(other["text"]),
                              _faint("perhaps" if row["strength"] == "weak" else "", met, _place(other, home))))


def _question(row: Plain, today: str, home: str) -> Row:
    """A question, and where it comes from when it rests on a text."""
    said, rests_on, when_ = question(row, today).rpartition("? (")
    if not row["text"]:
        return Row((), (Cell(question(row, today)),))
    return Row((), (Cell(f"{said}?"), _faint(when_.removesuffix(")"), _place(row, home))) if rests_on else (Cell(when_), _faint(_place(row, home))))


def question(row: Plain, today: str) -> str:
    """A question in words."""
    text = unstopped(excerpt(clean(show_links(row["text"])), 90)) if row["text"] else ""
    asked = as_question(text)
    came_of = what_it_was(row["kind"], text)
    ago_ = ago(days_between(row["day"], today)) if row["day"] else ""
    return {
        "outcome": f"What came of {'' if came_of != text else 'it: '}{as_question(came_of)} ({ago_})",
        "goal": f"How goes it: {asked} ({f'last spoken of {ago_}' if ago_ else 'not spoken of yet'})",
        "challenge": f"Is it easier by now: {asked} ({f'last spoken of {ago_}' if ago_ else 'not spoken of yet'})",
        "last": f"How did it go on? {ago_[:1].upper()}{ago_[1:]} it was: {text}",
        "need": f"What would help with: {asked}" if text else "What would help them just now? You have no need of theirs written down.",
        "work": f"What are they trying to get done{f' as {text}' if text else ''}, and what is in the way?",
        "work_at": f"What are they trying to get done at {text}, and what is in the way?",
        "interest": f"What is new with {asked}" if text else "What do they like, when nobody wants anything of them?",
        "known_from": f"Whom else do they know from {asked}",
        "family": "How are those at home?",
    }[row["about"]]


def _private(each: Plain, today: str) -> list[Row]:
    """What is shown on request alone."""
    rows: list[Row] = []
    for key in ("pluses", "minuses", "dealbreakers"):
        told: Iterable[Any] = [text for text in each["details"][key] if text is not None]
        rows += [Row((Cell(key, "faint"),), (_said(text),)) for text in told]
    rows += [Row((Cell(day_name(row["date"], today), "faint"),), (_said(row["text"]) if row["text"] is not None else Cell(PRIVATE),))
             for row in each["reflections"][:3]]
    return rows
