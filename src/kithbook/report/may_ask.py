"""May I ask, as two sentences and a list."""

from __future__ import annotations

from ..query.thanks_words import thanked_for
from .layout import Cell, Row, clean, excerpt, lay_out, show_links, wrap
from .plain import Plain
from .quoting import unstopped, what_it_was
from .style import Style
from .terminal import WITHHELD
from .words import ago, count, day_name, days_between

_DO = {"problem": "make right", "reply": "answer", "thanks": "thank them for", "promise": "keep your promise", "outcome": "say what came of",
       "just_so": "a word that wants nothing"}


def sentences(plain: Plain, today: str) -> list[str]:
    """The answer in two sentences."""
    grounds = plain["grounds"]
    if grounds is None:
        return ["What is between you is confidential."]
    return [_answer(plain, today), _asked(grounds, today)]


def _answer(plain: Plain, today: str) -> str:
    grounds, first = plain["grounds"], len(plain["first"])
    comes = "one thing should" if first == 1 else f"{first} things should"
    if plain["answer"] == "not_yet":
        times = ("have not been in touch yet", "have been in touch once", "have been in touch twice", "are only at the beginning")[grounds["contacts"]]
        return f"Not yet anything large: you {times}, and trust takes longer. Something small that is easy to say no to may do" \
               + (f", and {comes} come first." if first else ".")
    known = {"trusted": "you trust each other", "advocate": "they speak for you", "cultivating": "you are getting to know each other",
             "dormant": "but it has been quiet between you"}.get(grounds["stage"] or "", "you know each other")
    if plain["answer"] == "first":
        return f"Yes, {known}; but {comes} come first." if grounds["stage"] != "dormant" else f"It has been quiet between you, and {comes} come first."
    last = grounds["last_contact"]
    return f"Yes: {known}, and you were last in touch {ago(days_between(last['date'], today))} ({_place(last)})." if last else f"Yes: {known}."


def _asked(grounds: Plain, today: str) -> str:
    if grounds["last_ask"] is None:
        return "You have not asked anything of them so far, as far as the log shows."
    asked, just_so = grounds["last_ask"], grounds["last_just_so"]
    text = f": {unstopped(excerpt(clean(show_links(asked['text'])), 80))}" if asked["text"] else ""
    said = f"You last asked on {day_name(asked['date'], today)}{text} ({_place(asked)})"
    if just_so is not None and just_so["date"] >= asked["date"]:
        said += f"; since then you were in touch without wanting anything ({day_name(just_so['date'], today)}, {_place(just_so)})"
    return said + "."


def _place(row: Plain) -> str:
    return f"{clean(row['path'])}:{row['line']}"


def render_may_ask(plain: Plain, style: Style) -> str:
    """The two sentences, and what should come first."""
    today = plain["today"]
    asked = plain["ask"]
    lines = [line for said in sentences(asked, today) for line in wrap(said, style.width)]
    rows = [_first(row, today) for row in asked["first"]]
    if rows:
        lines += ["", style.title("First"), *lay_out(rows, style)]
    return "\n".join(lines) + "\n"


def _first(row: Plain, today: str) -> Row:
    text = excerpt(clean(show_links(first_words(row))), 120) if row["text"] else "" if row["what"] == "just_so" else WITHHELD
    since = f"since {day_name(row['since'], today)}, " if row["since"] and row["what"] != "just_so" else ""
    place = "" if row["what"] == "just_so" else f"({since}{clean(row['path'])}:{row['line']})"
    cells = tuple(cell for cell in (Cell(text), Cell(place, "faint")) if cell.text)
    return Row((Cell(_DO[row["what"]]),), cells)


def first_words(row: Plain) -> str:
    """What comes first, as it stands behind `thank them for` or `say what came of`."""
    if row["what"] == "thanks":
        return thanked_for(row["kind"], row["text"])
    return what_it_was(row["kind"], row["text"]) if row["what"] == "outcome" else row["text"]


def word_before(plain: Plain) -> str | None:
    """One line for whoever is about to note an ask; None when nothing speaks against it."""
    if plain["answer"] in ("yes", None):
        return None
    name = clean(plain["contact"])
    first = len(plain["first"])
    if plain["answer"] == "not_yet":
        return f"you and {name} hardly know each other yet" + (f", and {count(first, 'thing')} should come first" if first else "")
    return f"with {name}, {count(first, 'thing')} should come first"
