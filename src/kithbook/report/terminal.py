"""Answers as text for a terminal, from the same plain data as JSON."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from .layout import Cell, Row, clean, excerpt, lay_out, show_links, wrap
from .plain import Plain
from .style import Style
from .words import ago, count, day_name, days_between, each_once, gap_words, when, yearly_name

Lines = list[str]
WITHHELD = "(confidential)"
PRIVATE = "(private)"
MOST_OWED = 12


def _said(text: str | None) -> str:
    """A text from a note, as it is shown; a withheld one says that it is."""
    if text is None:
        return WITHHELD
    return excerpt(clean(show_links(text) if "[" in text else text))


def _join(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"


def _section(title: str, rows: Sequence[Row], style: Style, hint: str = "") -> Lines:
    if not rows:
        return []
    lines = ["", style.title(title), *lay_out(rows, style)]
    if hint:
        lines += [style.faint(f"  {line}") for line in wrap(hint, style.width - 2)]
    return lines


# The agenda


def render_agenda(plain: Plain, style: Style) -> str:
    """The weekly review."""
    today = plain["today"]
    lines = [style.title(f"{day_name(today, plain['until'], weekday=True)} to {day_name(plain['until'], weekday=True)}")]
    lines += _section("Promises to keep", [_promise_row(row, today) for row in plain["promises"]], style,
                      _promise_hint(plain["promises"], style))
    lines += _owed_section("Replies owed", plain, "replies", style)
    lines += _section("New people to write to", [_met_row(row, today) for row in plain["follow_ups"]], style)
    lines += _owed_section("Thanks owed", plain, "thanks", style)
    lines += _section("To make right", [_owed_row(row) for row in plain["make_right"]], style)
    lines += _section("Waiting for them", [_promise_row(row, today) for row in plain["waiting"]], style)
    lines += _owed_section("What came of it?", {**plain, "loops": each_once(plain["loops"])}, "loops", style)
    if plain["introductions"]:
        from .introductions import introduction_rows

        lines += _section("Introductions", introduction_rows(plain["introductions"]), style, f"{style.program} intro A B --agreed A, --made, --outcome TEXT, --thanked")
    lines += _section("Days to remember", [_date_row(row, today) for row in plain["dates"]], style)
    lines += _section("Keep in touch", [_touch_row(row, today) for row in plain["keep_in_touch"]], style,
                      f"and {plain['more']} more (--limit 0 shows everybody)" if plain["more"] else "")
    if plain["unrecorded"]:
        from .unrecorded import said_lately

        rows, hint = said_lately(plain["unrecorded"], today, style)
        lines += _section("Said, and not written down", rows, style, hint)
    lines += _section("Only ever turned to with an ask", [_owed_row(row, placed=True) for row in plain["balance"]], style,
                      "a word that wants nothing would come first" +
                      (f"; and {plain['left_out']['balance']} more: {style.program} balance" if plain["left_out"]["balance"] else ""))
    if len(lines) == 1:
        lines += ["", "Nothing is open. A good week to write to somebody just so."]
    return _join(lines)


def _owed_section(title: str, plain: Plain, command: str, style: Style) -> Lines:
    """What is owed, the longest owed first; when there is more, the command that has the rest."""
    hidden = plain["left_out"][command]
    hint = f"and {hidden} more: {style.program} {command}" if hidden else ""
    return _section(title, [_owed_row(row) for row in plain[command]], style, hint)


def _promise_hint(rows: Sequence[Plain], style: Style) -> str:
    return f"kept one? {style.program} done {clean(rows[0]['id'])}" if rows else ""


def _promise_row(row: Plain, today: str, *, whose: bool = True) -> Row:
    """A promise; on somebody's own card without saying `whose`."""
    state = promise_state(row, today)
    late = row["state"] == "overdue" or row["stale"]
    text = [Cell(_said(row["text"]))]
    if state:
        text.append(Cell(f"({state})", "late" if late else "faint"))
    if row["by"]:
        text.append(Cell(f"(by {clean(row['by'])})", "faint"))
    name = (Cell(clean(row["contact"])),) if whose else ()
    return Row((Cell(clean(row["id"]), "faint"), *name), tuple(text))


def promise_state(row: Plain, today: str) -> str:
    """When it is due, or how long it has lain."""
    if row["state"] == "closed":
        word = "kept" if row["status"] == "done" else "dropped"
        return f"{word} {day_name(row['done'], today)}" if row["done"] else word
    if row["due"] is None:
        if row["stale"]:
            return f"undated, since {day_name(row['made'], today)}" if row["made"] else "overdue"
        return {"overdue": "overdue", "due": "due", "upcoming": "upcoming"}.get(row["state"], "")
    if row["state"] == "overdue":
        return f"{count(row['days_late'], 'day')} late"
    return f"due {when(row['due'], today)}"


def _owed_row(row: Plain, *, placed: bool = False) -> Row:
    """Something owed; `placed`: with the note and line that say so."""
    name = clean(row["contact"])
    if row["days"] is None:
        return Row((Cell(name),), (Cell(WITHHELD, "faint"),))
    if row.get("other"):
        name += f" and {clean(row['other'])}"
    place = f", {clean(row['path'])}:{row['line']}" if placed else ""
    return Row((Cell(name),), (Cell(_said(row["text"])), Cell(f"({row['kind']}, {ago(row['days'])}{place})", "faint")))


def _met_row(row: Plain, today: str) -> Row:
    name = (Cell(clean(row["contact"])),)
    if row["since"] is None:
        return Row(name, (Cell(WITHHELD, "faint"),))
    where = f": {_said(row['text'])}" if row["text"] else ""
    return Row(name, (Cell(f"met {day_name(row['since'], today, weekday=True)}{where}"), Cell(f"({ago(row['days'])})", "faint")))


def _date_row(row: Plain, today: str) -> Row:
    name = (Cell(clean(row["contact"])),)
    if row["date"] is None:
        return Row(name, (Cell(WITHHELD, "faint"),))
    years = row["years"]
    what = clean(row["label"])
    if years is not None:
        what = f"turns {years}" if what == "birthday" else f"{what}, {count(years, 'year')}"
    return Row(name, (Cell(f"{when(row['date'], today)}: {what}"),))


def _touch_row(row: Plain, today: str) -> Row:
    name = (Cell(clean(row["contact"])),)
    if row["due"] is None:
        return Row(name, (Cell(WITHHELD, "faint"),))
    last = row["last_contact"]
    since = f"last {day_name(last, today)}, {ago(days_between(last, today))}" if last else "no contact yet"
    cells = [Cell(f"{since};" if row["suggestion"] else since, "late" if row["days_late"] else "")]
    if row["suggestion"]:
        cells.append(Cell(excerpt(clean(show_links(row["suggestion"])), 120), "faint"))
    return Row(name, tuple(cells))


# Lists


def render_promises(plain: Plain, style: Style) -> str:
    """The checklist, mine and theirs apart."""
    today = plain["today"]
    rows = plain["promises"]
    groups = (
        ("Mine", [row for row in rows if row["who"] == "me" and row["state"] != "closed"]),
        ("Ours", [row for row in rows if row["who"] == "us" and row["state"] != "closed"]),
        ("Theirs", [row for row in rows if row["who"] == "them" and row["state"] != "closed"]),
        ("Closed", [row for row in rows if row["state"] == "closed"]),
    )
    lines: Lines = []
    for title, group in groups:
        hint = _promise_hint(group, style) if title in ("Mine", "Ours") and group else ""
        lines += _section(title, [_promise_row(row, today) for row in group], style, hint)
    return _join(lines[1:] or [plain["empty"]])


def _owed_renderer(key: str, empty: str) -> Callable[[Plain, Style], str]:
    def render(plain: Plain, style: Style) -> str:
        rows = each_once(plain[key]) if key == "loops" else plain[key]
        return _join(lay_out([_owed_row(row, placed=True) for row in rows], style, 0) or [empty])

    return render


render_replies = _owed_renderer("replies", "Nobody is waiting for an answer.")
render_thanks = _owed_renderer("thanks", "Everybody has been thanked.")
render_loops = _owed_renderer("loops", "Of everything you set going you know what came.")


def render_list(plain: Plain, style: Style) -> str:
    """Everybody, a line each."""
    today = plain["today"]

    @cache  # among thousands, most have one with somebody in common
    def what(role: str | None, org: str | None) -> tuple[Cell, ...]:
        said = ", ".join([clean(show_links(part)) for part in (role, org) if part])
        return (Cell(said),) if said else ()

    @cache
    def facts(last: str | None, usual: int | None, promises: int | None) -> tuple[Cell, ...]:
        said = [f"last {day_name(last, today)}"] if last else []
        said += [f"usually about every {gap_words(usual)}"] if usual is not None else []
        said += [count(promises, "open promise")] if promises else []
        return (Cell(f"({'; '.join(said)})", "faint"),) if said else ()

    rows = [Row((Cell(clean(row["name"])),),
                what(row["role"], row["org"]) + facts(row["last_contact"], row.get("usual_days"), row["open_promises"]))
            for row in plain["contacts"]]
    return _join(lay_out(rows, style, 0) or [plain["empty"]])


def render_show(plain: Plain, style: Style) -> str:
    """A contact's card."""
    contact, details, today = plain["contact"], plain["details"], plain["today"]
    lines = [style.title(clean(contact["name"]))]
    lines += lay_out(_facts(contact, details, today), style)
    open_ones = [row for row in plain["promises"] if row["state"] != "closed"]
    lines += _section("Promises", [_promise_row(row, today, whose=False) for row in open_ones], style)
    shown = plain["entries"][:12]
    hidden = len(plain["entries"]) - len(shown)
    hint = f"and {hidden} more: {style.program} timeline {clean(contact['name'])!r}" if hidden else ""
    lines += _section("Log", [_entry_row(row) for row in shown], style, hint)
    lines += ["", style.faint(clean(contact["path"]))]
    return _join(lines)


_CONTACT_FACTS = (("role", "role"), ("org", "org"), ("location", "location"), ("email", "email"), ("phone", "phone"),
                  ("url", "url"), ("also called", "aliases"), ("tags", "tags"), ("circle", "circle"), ("every", "every"),
                  ("stage", "stage"))
_DETAILS = ("interests", "needs", "offers", "goals", "challenges", "knows", "pluses", "minuses", "dealbreakers")


def _facts(contact: Plain, details: Plain, today: str) -> list[Row]:
    """What is known, a line a fact."""
    facts: list[tuple[str, Any]] = [(label, contact[key]) for label, key in _CONTACT_FACTS]
    if contact["met"] or details["met_at"] or details["met_via"]:
        via = f"through {details['met_via']}" if details["met_via"] else None
        met = day_name(contact["met"], today) if contact["met"] else None
        facts.append(("met", ", ".join(part for part in (met, details["met_at"], via) if part)))
    if contact["last_contact"]:
        facts.append(("last contact", f"{day_name(contact['last_contact'], today)} ({ago(contact['days_since'])})"))
    if contact["next_contact"]:
        facts.append(("next contact", day_name(contact["next_contact"], today)))
    if contact["paused"]:
        facts.append(("paused", "without an end" if contact["paused"] is True else f"until {contact['paused']}"))
    days = [{"label": "birthday", "day": details["birthday"]}] if details["birthday"] else []
    facts += [(day["label"], yearly_name(day["day"])) for day in [*days, *details["dates"]]]
    facts += [(key, details[key]) for key in _DETAILS]
    rows = []
    for label, value in facts:
        parts = value if isinstance(value, list) else [value]
        text = "; ".join(PRIVATE if part is None else clean(show_links(part)) for part in parts) if value else ""
        if text:
            rows.append(Row((Cell(clean(label), "faint"),), (Cell(text),)))
    return rows


def _entry_row(row: Plain) -> Row:
    direction = f" {row['direction']}" if row["direction"] in ("in", "out") else ""
    with_ = f"with {', '.join(clean(name) for name in row['with'])}" if row["with"] else ""
    hidden = PRIVATE if row["kind"] == "reflection" else WITHHELD
    text = hidden if row["text"] is None else clean(show_links(row["text"]))
    said = ": ".join(part for part in (with_, text) if part)
    by = f"(by {clean(row['by'])})" if row["by"] else ""
    return Row((Cell(row["date"]), Cell(f"{row['kind']}{direction}", "faint")), (Cell(said), Cell(by, "faint")) if said or by else ())


def render_timeline(plain: Plain, style: Style) -> str:
    """What happened, the newest first."""
    return _join(lay_out([_entry_row(row) for row in plain["entries"]], style, 0) or [plain["empty"]])


def render_find(plain: Plain, style: Style) -> str:
    """The lines found, each under the note that it stands in."""
    lines: Lines = []
    last = None
    for row in plain["matches"]:
        if row["path"] != last:
            last = row["path"]
            lines += ["", style.title(clean(last))]
        lines += lay_out([Row((Cell(str(row["line"]), "faint"),), (Cell(_said(row["text"])),))], style)
    if plain["more"]:
        lines += ["", style.faint("and more: type more words, or --limit 0 for all")]
    return _join(lines[1:] or ["Nothing found."])
