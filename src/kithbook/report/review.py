"""One step of the weekly review, as text for a terminal."""

from .layout import clean, excerpt, show_links, wrap
from .plain import Plain
from .style import Style
from .terminal import WITHHELD, promise_state
from .words import ago, count, day_name, gap_words, when

TITLES = {
    "promise": "You promised",
    "reply": "Waiting for your answer",
    "follow_up": "Met, and not yet written to",
    "thanks": "Not yet thanked",
    "make_right": "To make right",
    "waiting": "They promised you",
    "loop": "What came of it?",
    "date": "A day to remember",
    "keep_in_touch": "Time to be in touch",
    "drifting": "Drifting away",
    "never": "A card in the stack",
    "reflect": "A moment for yourself",
}

def render_step(step: Plain, last: Plain | None, today: str, style: Style, *, number: int, of: int) -> str:
    """A step: what is asked, about whom, what it rests on, and the last contact."""
    said = _said_of(step, today)
    lines = ["", style.faint(f"{number} of {of}  {TITLES[step['sort']]}"), style.title(clean(step["contact"]))]
    lines += [f"  {line}" for line in wrap(said, style.width - 2)]
    row = step["row"]
    is_told = row is not None and last is not None and (row.get("path"), row.get("line")) == (last["path"], last["line"])
    if last is not None and (step["sort"] == "drifting" or not is_told):
        lines += [style.faint(f"  {line}") for line in wrap(_last_contact(last, today), style.width - 2)]
    where = f"{clean(row['path'])}:{row['line']}" if row is not None and row.get("line") else clean(step["contact_path"])
    lines.append(style.faint(f"  {where}"))
    return "\n".join(lines) + "\n"


def render_keys(keys: Plain, style: Style, *, explained: bool = False) -> str:
    """The keys that can be pressed: a word each, or `explained`, a line each. `keys` are (word, what it does) by key."""
    if explained:
        return "".join(f"  {style.title(key)}  {word:<14}  {does}\n" for key, (word, does) in keys.items())
    return "\n".join(wrap("  ".join(f"[{key}]\u00a0{word.replace(' ', chr(160))}" for key, (word, _) in keys.items()), style.width)) + "\n"


def _text(text: str | None) -> str:
    return WITHHELD if text is None else excerpt(clean(show_links(text)))


def _said_of(step: Plain, today: str) -> str:
    """What a step says, from the row that it rests on."""
    sort, row = step["sort"], step["row"]
    if sort in ("promise", "waiting"):
        state = promise_state(row, today)
        return f"{_text(row['text'])}{f' ({state})' if state else ''}"
    if sort == "follow_up":
        if row["since"] is None:
            return WITHHELD
        where = f": {_text(row['text'])}" if row["text"] else ""
        return f"met {day_name(row['since'], today, weekday=True)}{where} ({ago(row['days'])})"
    if sort in ("reply", "thanks", "make_right", "loop"):
        return WITHHELD if row["days"] is None else f"{_text(row['text'])} ({row['kind']}, {ago(row['days'])})"
    if sort == "date":
        return _day_said(row, today)
    if sort == "keep_in_touch":
        return WITHHELD if row["due"] is None else _text(row["suggestion"] or "just so, with nothing in mind")
    if sort == "drifting":
        return f"you used to speak about every {gap_words(row['usual'])}; it has been {gap_words(row['days'], exact=True)}"
    if sort == "never":
        met = f"met {day_name(row['met'], today)}, and n" if row["met"] else "N"
        return f"{met}ever a word since. What brought you together?"
    return "what is good about it, what is hard, and how good is it by now?"


def _day_said(row: Plain, today: str) -> str:
    if row["date"] is None:
        return WITHHELD
    what = clean(row["label"])
    if row["years"] is not None:
        what = f"turns {row['years']}" if what == "birthday" else f"{what}, {count(row['years'], 'year')}"
    return f"{when(row['date'], today)}: {what}"


def _last_contact(last: Plain, today: str) -> str:
    direction = f" {last['direction']}" if last["direction"] in ("in", "out") else ""
    text = f": {excerpt(clean(show_links(last['text'])), 140)}" if last["text"] else "" if last["text"] == "" else f": {WITHHELD}"
    return f"last contact {day_name(last['date'], today)} ({ago(last['days'])}), {last['kind']}{direction}{text}"
