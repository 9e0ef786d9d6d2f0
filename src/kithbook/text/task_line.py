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
from .code_spans import blank_code
from .links import blank_links

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
    rf"(?:({_DAY})(?:T\d\d:?\d\d[\d:.]{{0,16}}(?:Z|[+-]\d\d:?\d\d)?)?[ \t]{{0,9}}|(\[\[{_DAY}\]\])[ \t]{{0,9}}|([^\[\]()\n\0]{{0,100}}))[\])]", re.IGNORECASE | re.ASCII)
_WORD_DATE = pattern(rf"(?<![\w:#/])due::?[ \t]?(?:({_DAY})|(\d[\w./-]{{0,40}}))", re.IGNORECASE | re.ASCII)
_PRIORITY = pattern(rf"[🔺⏫🔼🔽⏬]{_VS}")
_RECURRENCE = pattern(rf"🔁{_VS}[ \t]{{0,9}}(every(?:[ \t,]{{1,9}}{_RULE_WORD}){{1,40}}!?|[a-zA-Z0-9, !]{{0,100}})", re.IGNORECASE)
_ID = pattern(rf"🆔{_VS}[ \t]{{0,9}}([a-zA-Z0-9_-]+)")
_DEPENDS = pattern(rf"⛔{_VS}[ \t]{{0,9}}[a-zA-Z0-9_-]+(?:[ \t]{{0,9}},[ \t]{{0,9}}[a-zA-Z0-9_-]+)*")
_ON_COMPLETION = pattern(rf"🏁{_VS}[ \t]{{0,9}}[a-zA-Z]+")
_FIELD = pattern(
    r"[\[(][ \t]{0,9}(priority|repeat|id|dependsOn|onCompletion)[ \t]{0,9}::([^\[\]()\n\0]{0,200})[\])]", re.IGNORECASE)
_NAMED = {"priority": "priority", "repeat": "repeat", "id": "id", "dependson": "dependsOn", "oncompletion": "onCompletion"}
_OTHER_SIGNS = (("id", _ID, 1), ("dependsOn", _DEPENDS, 0), ("priority", _PRIORITY, 0), ("onCompletion", _ON_COMPLETION, 0))
_BLOCK_ID = pattern(r"[ \t]\^([a-zA-Z0-9-]+)[ \t]*$")
_OWNER_TAG = pattern(r"(?<![\w/#\\])#(theirs|waiting|ours)(?:/[\w/-]*)?(?![\w-])", re.IGNORECASE)
_MARKS = pattern("[📅📆🗓⏳⌛🛫➕✅❌🔁🆔⛔🏁🔺⏫🔼🔽⏬#^]|::|[Dd][Uu][Ee]:")
_SPACES = pattern(r"[ \t]{2,}")
_MOST_FAULTS = 8  # of one line
_WHOLE_DAY = pattern(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TEXT = "\0"  # stands for every sign of what is text and nothing else; no note has one


class TaskFault(NamedTuple):
    """A date on the line that cannot be read: its rule, and where in the text it stands."""

    rule: str
    message: str
    at: int


class Field(NamedTuple):
    """A field on the line, from `start` to `end` of the text, its `value` from `at` on.

    `key` is what Dataview calls it (`due`, `repeat`, `dependsOn`; `done` for what is `completion` there), or `block` for
    a block id. `day` is the day that a date names, if there is such a day.
    """

    key: str
    start: int
    end: int
    value: str
    at: int
    day: date | None = None

    @property
    def is_day(self) -> bool:
        """Whether the value is written as a day, though it may be one that no month has."""
        return _WHOLE_DAY.fullmatch(self.value) is not None


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
    """Read what stands behind the checkbox. What stands in code, or in a link, says nothing."""
    bare = _without_text(text)
    if not _MARKS.search(bare):
        return TaskLine(text.strip(), "me", None, None, None, None, ())
    fields = _Fields(bare, keep=False)
    said = bare = fields.left
    if _TEXT in bare:
        said = "".join([written if sign == _TEXT else sign for written, sign in zip(text, bare, strict=False)])
    who: Who = "me"
    owner = _OWNER_TAG.search(bare) if "#" in bare else None
    if owner:
        who = "us" if owner[1].lower() == "ours" else "them"
        said = said[: owner.start()] + said[owner.end() :]
    days = fields.days
    return TaskLine(
        _SPACES.sub(" ", said).strip(),
        who,
        days.get("due") or days.get("scheduled"),
        days.get("created"),
        days.get("done") or days.get("cancelled"),
        fields.mark,
        tuple(sorted(fields.faults, key=lambda fault: fault.at)),
    )


def find_fields(text: str) -> tuple[Field, ...]:
    """The fields behind the checkbox as `read_task` takes them: of those with one key the first that can be read counts."""
    return tuple(_Fields(_without_text(text), keep=True).found)


def _without_text(text: str) -> str:
    """The line with what is text whatever it looks like made unreadable, in as many signs."""
    return blank_links(blank_code(text, _TEXT), _TEXT, _MARKS)


class _Fields:
    """The fields of a line in which text is unreadable, kept when they are asked for, and what is `left` without them.

    `days` are its dates by what they say, the first of each, `faults` those that cannot be read.
    """

    def __init__(self, text: str, *, keep: bool) -> None:
        self._keep = keep
        self.found: list[Field] = []
        self.days: dict[str, date] = {}
        self.faults: list[TaskFault] = []
        self.mark: str | None = None
        block = _BLOCK_ID.search(text)
        if block:
            self.mark = block[1]
            self._add("block", block, 1)
            text = text[: block.start()]
        # Every match becomes as many spaces, so that places in the line stay what they are.
        text = self._take_dates(_RECURRENCE.sub(lambda match: self._add("repeat", match, 1), text))
        if "::" in text:
            text = _FIELD.sub(self._named, text)
        if emoji_id := _ID.search(text):
            self.mark = emoji_id[1]
        for key, sign, group in _OTHER_SIGNS:
            if sign.search(text):
                text = sign.sub(lambda match, key=key, group=group: self._add(key, match, group), text)  # type: ignore[misc]
        self.left = text

    def _add(self, key: str, match: re.Match[str], group: int, day: date | None = None) -> str:
        """Add a field whose value is a group of the match; what is left of it."""
        if self._keep:
            value = match[group]
            written = value.strip(" \t[]")
            self.found.append(Field(key, match.start(), match.end(), written, match.start(group) + value.find(written), day))
        return " " * len(match[0])

    def _named(self, match: re.Match[str]) -> str:
        """A field of Dataview that is no date."""
        if match[1].lower() == "id":
            self.mark = match[2].strip() or self.mark
        return self._add(_NAMED[match[1].lower()], match, 2)

    def _take_dates(self, text: str) -> str:
        """Take all dates out of `text`."""

        def sign(match: re.Match[str]) -> str:
            return self._take(match, _SIGNS[match[1]], 2)

        def field(match: re.Match[str]) -> str:
            return self._take(match, _DATAVIEW[match[2].lower()], 3)

        def word(match: re.Match[str]) -> str:
            return self._date(match, "due", 1 if match[1] else 2, is_day=bool(match[1]))

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
        return self._date(match, key, first if day else first + 1 if linked else first + 2, is_day=bool(day or linked))

    def _date(self, match: re.Match[str], key: str, group: int, *, is_day: bool) -> str:
        written = match[group]
        day = parse_day(written.strip("[]")) if is_day else None
        if day is not None:
            self.days.setdefault(key, day)
        elif is_day:
            self._fault("impossible-date", f"there is no day {written.strip('[]')}", match.start(group))
        elif written:
            self._fault("unreadable-date", f"`{written.strip()}` is no date", match.start(group))
        return self._add(key, match, group, day)

    def _fault(self, rule: str, message: str, at: int) -> None:
        if len(self.faults) < _MOST_FAULTS:
            self.faults.append(TaskFault(rule, message, at))
