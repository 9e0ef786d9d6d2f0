"""A promise on its line: what Obsidian Tasks and Dataview write behind a checkbox.

Field signs and their keys are those of Obsidian Tasks (`DefaultTaskSerializer`,
`DataviewTaskSerializer`); unlike Tasks we read them wherever they stand on the line.
"""

import re
from datetime import date

from ..model.dates import parse_day
from ..model.pattern import pattern
from ..model.promise import Status, Who
from ..model.record import NamedTuple
from .code_spans import blank_code, find_code_spans

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
# What a rule of recurrence is made of; the text behind it may go on.
_RULE_WORD = (
    r"(?:other|\d{1,4}(?:st|nd|rd|th)?|first|second|third|fourth|last|on|the|and|at|of|when|done|(?:week)?days?|weeks?|months?|years?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december)\b"
)

_SIGN_DATE = pattern(rf"([{''.join(_SIGNS)}]){_VS}[ \t]{{0,9}}(?:({_DAY})|(\[\[{_DAY}\]\])|(\d[\w./-]{{0,40}})|)", re.ASCII)
_FIELD_DATE = pattern(
    rf"([\[(])[ \t]{{0,9}}({'|'.join(_DATAVIEW)})[ \t]{{0,9}}::[ \t]{{0,9}}"
    rf"(?:({_DAY})(?:T\d\d:?\d\d[\d:.]{{0,16}}(?:Z|[+-]\d\d:?\d\d)?)?[ \t]{{0,9}}|(\[\[{_DAY}\]\])[ \t]{{0,9}}|([^\[\]()\n]{{0,100}}))[\])]", re.IGNORECASE | re.ASCII)
_WORD_DATE = pattern(rf"(?<![\w:#/])due::?[ \t]?(?:({_DAY})|(\d[\w./-]{{0,40}}))", re.IGNORECASE | re.ASCII)
_PRIORITY = pattern(rf"[🔺⏫🔼🔽⏬]{_VS}")
_RECURRENCE = pattern(rf"🔁{_VS}[ \t]{{0,9}}(?:every(?:[ \t,]{{1,9}}{_RULE_WORD}){{1,40}}!?|[a-zA-Z0-9, !]{{0,100}})", re.IGNORECASE)
_ID = pattern(rf"🆔{_VS}[ \t]{{0,9}}([a-zA-Z0-9_-]+)")
_DEPENDS = pattern(rf"⛔{_VS}[ \t]{{0,9}}[a-zA-Z0-9_-]+(?:[ \t]{{0,9}},[ \t]{{0,9}}[a-zA-Z0-9_-]+)*")
_ON_COMPLETION = pattern(rf"🏁{_VS}[ \t]{{0,9}}[a-zA-Z]+")
_FIELD = pattern(
    r"[\[(][ \t]{0,9}(priority|repeat|id|dependsOn|onCompletion)[ \t]{0,9}::([^\[\]()\n]{0,200})[\])]", re.IGNORECASE)
_BLOCK_ID = pattern(r"[ \t]\^([a-zA-Z0-9-]+)[ \t]*$")
_OWNER_TAG = pattern(r"(?<![\w/#\\])#(theirs|waiting|ours)(?:/[\w/-]*)?(?![\w-])", re.IGNORECASE)
_MARKS = pattern("[📅📆🗓⏳⌛🛫➕✅❌🔁🆔⛔🏁🔺⏫🔼🔽⏬#^]|::|[Dd][Uu][Ee]:")
_SPACES = pattern(r"[ \t]{2,}")
_MOST_FAULTS = 8  # of one line


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
    """Read what stands behind the checkbox. What stands in code says nothing."""
    written, text = text, blank_code(text, "`")
    if not _MARKS.search(text):
        return TaskLine(written.strip(), "me", None, None, None, None, ())
    mark = None
    block = _BLOCK_ID.search(text)
    if block:
        mark = block[1]
        text = text[: block.start()]
    dates = _Dates()
    # Every match becomes as many spaces, so that places in the line stay what they are.
    text = dates.take_from(_RECURRENCE.sub(_spaces, text))
    if "::" in text:
        for field in _FIELD.finditer(text):
            if field[1].lower() == "id":
                mark = field[2].strip() or mark
        text = _FIELD.sub(_spaces, text)
    emoji_id = _ID.search(text)
    if emoji_id:
        mark = emoji_id[1]
    for sign in (_ID, _DEPENDS, _PRIORITY, _ON_COMPLETION):
        text = sign.sub(_spaces, text)
    if "`" in text:
        for start, end in find_code_spans(written):
            text = text[:start] + written[start : min(end, len(text))] + text[end:]
    who: Who = "me"
    owner = _OWNER_TAG.search(blank_code(text)) if "#" in text else None
    if owner:
        who = "us" if owner[1].lower() == "ours" else "them"
        text = text[: owner.start()] + text[owner.end() :]
    days = dates.days
    return TaskLine(
        _SPACES.sub(" ", text).strip(),
        who,
        days.get("due") or days.get("scheduled"),
        days.get("created"),
        days.get("done") or days.get("cancelled"),
        mark,
        tuple(sorted(dates.faults, key=lambda fault: fault.at)),
    )


class _Dates:
    """The dates of a line by what they say, the first of each; and those that cannot be read."""

    def __init__(self) -> None:
        self.days: dict[str, date] = {}
        self.faults: list[TaskFault] = []

    def take_from(self, text: str) -> str:
        """Take all dates out of `text`."""

        def sign(match: re.Match[str]) -> str:
            return self._take(match, _SIGNS[match[1]], 2)

        def field(match: re.Match[str]) -> str:
            return self._take(match, _DATAVIEW[match[2].lower()], 3)

        def word(match: re.Match[str]) -> str:
            written = match[1]
            return self._fault_or_day(match, "due", written, match[2], match.start(1 if written else 2))

        text = _SIGN_DATE.sub(sign, text)
        if "::" in text:
            text = _FIELD_DATE.sub(field, text)
        return _WORD_DATE.sub(word, text)

    def _take(self, match: re.Match[str], key: str, first: int) -> str:
        """The date of a match whose groups from `first` on are: a day, a linked day, anything else."""
        day, linked, other = match.group(first, first + 1, first + 2)
        if not (day or linked or other):  # nothing that could be a date: only a due date is missed
            if key in ("due", "scheduled"):
                self._fault("unreadable-date", "a date is missing behind this sign", match.start())
            return match[0]
        group = first if day else first + 1 if linked else first + 2
        return self._fault_or_day(match, key, day or linked, other, match.start(group))

    def _fault_or_day(self, match: re.Match[str], key: str, written: str | None, other: str | None, at: int) -> str:
        day = parse_day(written.strip("[]")) if written else None
        if day is not None:
            self.days.setdefault(key, day)
        elif written:
            self._fault("impossible-date", f"there is no day {written.strip('[]')}", at)
        elif other:
            self._fault("unreadable-date", f"`{other.strip()}` is no date", at)
        return _spaces(match)

    def _fault(self, rule: str, message: str, at: int) -> None:
        if len(self.faults) < _MOST_FAULTS:
            self.faults.append(TaskFault(rule, message, at))


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])
