"""A promise on its line: what Obsidian Tasks and Dataview write behind a checkbox.

Field signs and their keys are those of Obsidian Tasks (`DefaultTaskSerializer`,
`DataviewTaskSerializer`); unlike Tasks we read them wherever they stand on the line.
"""

import re
from datetime import date
from typing import NamedTuple

from ..model.dates import parse_day
from ..model.promise import Status, Who

_SIGNS = {
    "📅": "due", "📆": "due", "🗓": "due",
    "⏳": "scheduled", "⌛": "scheduled",
    "🛫": "start",
    "➕": "created",
    "✅": "done",
    "❌": "cancelled",
}
_DATAVIEW = {"due": "due", "scheduled": "scheduled", "start": "start", "created": "created",
             "completion": "done", "cancelled": "cancelled"}
_DAY = r"\d{4}-\d{2}-\d{2}(?!\d)"
_VS = "\ufe0f?"  # a variation selector may follow a sign

_SIGN_DATE = re.compile(rf"([{''.join(_SIGNS)}]){_VS}[ \t]*(?:({_DAY})|(\[\[{_DAY}\]\])|(\d[\w./-]*)|)")
_FIELD_DATE = re.compile(
    rf"([\[(])\s*({'|'.join(_DATAVIEW)})\s*::\s*(?:({_DAY})|(\[\[{_DAY}\]\])|([^\]()\n]*?))\s*[\])]", re.I)
_WORD_DATE = re.compile(rf"(?<![\w:#/])due:[ \t]?(?:({_DAY})|(\d[\w./-]*))")
_PRIORITY = re.compile(rf"[🔺⏫🔼🔽⏬]{_VS}")
_RECURRENCE = re.compile(rf"🔁{_VS}[ \t]*[a-zA-Z0-9, !]*")
_ID = re.compile(rf"🆔{_VS}[ \t]*([a-zA-Z0-9_-]+)")
_DEPENDS = re.compile(rf"⛔{_VS}[ \t]*[a-zA-Z0-9_-]+(?:[ \t]*,[ \t]*[a-zA-Z0-9_-]+)*")
_ON_COMPLETION = re.compile(rf"🏁{_VS}[ \t]*[a-zA-Z]+")
_FIELD = re.compile(r"[\[(]\s*(priority|repeat|id|dependsOn|onCompletion)\s*::\s*([^\])\n]*)[\])]", re.I)
_BLOCK_ID = re.compile(r"[ \t]\^([a-zA-Z0-9-]+)[ \t]*$")
_OWNER_TAG = re.compile(r"(?<![\w/#])#(theirs|waiting|ours)(?![\w/-])", re.I)
_MARKS = re.compile("[📅📆🗓⏳⌛🛫➕✅❌🔁🆔⛔🏁🔺⏫🔼🔽⏬]|::|#|\\bdue:|\\^")
_SPACES = re.compile(r"[ \t]{2,}")


class TaskFault(NamedTuple):
    """A date on the line that cannot be read: its rule, and where in the text it stands."""

    rule: str
    message: str
    at: int


class TaskLine(NamedTuple):
    """What a task says: `text` without dates and marks, and what these mean."""

    text: str
    who: Who
    due: date | None
    made: date | None
    done: date | None
    mark: str | None
    faults: tuple[TaskFault, ...]


def read_status(sign: str) -> Status:
    """What the sign in the checkbox means; any unknown one is open."""
    if sign in "xX":
        return "done"
    return "cancelled" if sign == "-" else "open"


def read_task(text: str) -> TaskLine:
    """Read what stands behind the checkbox."""
    if not _MARKS.search(text):
        return TaskLine(text.strip(), "me", None, None, None, None, ())
    days: dict[str, date] = {}
    faults: list[TaskFault] = []

    def take(key: str, written: str | None, other: str | None, at: int) -> None:
        day = parse_day(written.strip("[]")) if written else None
        if day is not None:
            days.setdefault(key, day)
        elif written:
            faults.append(TaskFault("impossible-date", f"there is no day {written.strip('[]')}", at))
        elif other:
            faults.append(TaskFault("unreadable-date", f"`{other.strip()}` is no date", at))
        elif key in ("due", "scheduled"):
            faults.append(TaskFault("unreadable-date", "a date is missing behind this sign", at))

    mark = None
    block = _BLOCK_ID.search(text)
    if block:
        mark = block[1]
        text = text[: block.start()]
    # Every match becomes as many spaces, so that places in the line stay what they are.
    text = _RECURRENCE.sub(_spaces, text)
    for match in _SIGN_DATE.finditer(text):
        take(_SIGNS[match[1]], match[2] or match[3], match[4], match.start())
    text = _SIGN_DATE.sub(_spaces, text)
    if "::" in text:
        for match in _FIELD_DATE.finditer(text):
            take(_DATAVIEW[match[2].lower()], match[3] or match[4], match[5], match.start())
        for match in _FIELD.finditer(text):
            if match[1].lower() == "id":
                mark = match[2].strip() or mark
        text = _FIELD.sub(_spaces, _FIELD_DATE.sub(_spaces, text))
    if "due:" in text:
        for match in _WORD_DATE.finditer(text):
            take("due", match[1], match[2], match.start())
        text = _WORD_DATE.sub(_spaces, text)
    emoji_id = _ID.search(text)
    if emoji_id:
        mark = emoji_id[1]
    for sign in (_ID, _DEPENDS, _PRIORITY, _ON_COMPLETION):
        text = sign.sub(_spaces, text)
    who: Who = "me"
    owner = _OWNER_TAG.search(text)
    if owner:
        who = "us" if owner[1].lower() == "ours" else "them"
        text = _OWNER_TAG.sub(_spaces, text)
    faults.sort(key=lambda fault: fault.at)
    return TaskLine(
        _SPACES.sub(" ", text).strip(),
        who,
        days.get("due") or days.get("scheduled"),
        days.get("created"),
        days.get("done") or days.get("cancelled"),
        mark,
        tuple(faults),
    )


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])
