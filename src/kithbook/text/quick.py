"""The usual note, summarised in a tenth of the time that reading it in full takes.

Everything here either gives exactly what `summarise(NoteReader.read(…))` gives, or gives
up (None), and then the full reader takes over: at the first line that is not plain, at any
mark, comment or nesting, at any value that would be a problem. So this module knows no
message and no special case; a property test holds the two together.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from operator import gt, itemgetter, lt
from typing import Any

from ..model.contact import STAGES, Profile
from ..model.dates import parse_cadence, parse_day, parse_yearly
from ..model.entry import KINDS, PRIVATE_KINDS, Direction, Entry
from ..model.promise import Promise
from ..model.settings import Settings
from ..model.standing import Effect, effect_of, live_places
from ..model.summary import Summary
from ..model.withheld import Text, Withheld
from .links import find_links, find_tags, find_with_links
from .log_head import GIVEN_DIRECTIONS, default_direction
from .marks import is_mark, may_hold_marks
from .profile import POINTED_AT
from .structure import Block, Body
from .task_line import read_task
from .written_date import MONTHS

_PLAIN = r"[^\W_](?:[\w .,()/+'&@-]*[\w.,()/+'&@-])?"
_IN_FLOW = r"[^\W_](?:[\w .()/+'&@-]*[\w.()/+'&@-])?"
_QUOTED = r'"[\w .:;()/+\'&@#!?-]*"'
_FLOW = rf"\[ *(?:(?:{_IN_FLOW}|{_QUOTED})(?: *, *(?:{_IN_FLOW}|{_QUOTED}))*)? *\]"
_ITEMS = rf"(?:( *)- +{_PLAIN} *\n(?:\1- +{_PLAIN} *\n)*)?"
# Front matter without any sign that needs YAML: `key: value`, `key: [a, b]` and simple lists.
_USUAL = re.compile(rf"(?:[A-Za-z_][\w-]*:(?: +(?:{_PLAIN}|{_FLOW}|{_QUOTED}) *\n| *\n{_ITEMS}))*")
_NULLS = frozenset(("null", "Null", "NULL"))
_BOOLS = frozenset(("true", "True", "TRUE", "false", "False", "FALSE"))
_YEARLY_FORM = re.compile(r"\d{4}-\d\d-\d\d|\d\d-\d\d", re.ASCII)

_TEXT_KEYS = frozenset(("name", "org", "role", "location", "met_at"))
_LIST_KEYS = frozenset(("aliases", "email", "phone", "url", "interests", "needs", "offers", "goals", "challenges", "knows"))
# Keys with rules of their own that are rare enough to be left to the full reader.
_LEFT_KEYS = frozenset(("dates", "met_via", "pluses", "minuses", "dealbreakers", "generated"))

_ONE_VALUE = frozenset(("every", "circle", "stage", "paused", "met", "birthday")) | _TEXT_KEYS
_READ: dict[str, Callable[[str], object | None]] = {
    "stage": lambda text: text.lower() if text.lower() in STAGES else None,
    "paused": parse_day,
    "met": parse_day,
    "birthday": lambda text: parse_yearly(text) if _YEARLY_FORM.fullmatch(text) else None,
}
_WORDS = _NULLS | _BOOLS

_CANONICAL = re.compile(r"- (\d{4}-\d\d-\d\d) ([a-z]+)(?: (in|out))?: +(\S.*)", re.ASCII)
# A line that begins with such a word may begin with a date.
_DATE_WORD = re.compile(rf"(?:{'|'.join(MONTHS)}|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|urday|sday)?\b", re.I)
_DATE_STARTS = frozenset("mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec".split())
# An item beginning with one of these may be nested, dated or otherwise special.
_SPECIAL = frozenset("0123456789[(<*_=-+>#`~| \t")
_NESTING = frozenset("-*+>#`~ \t|")


class QuickReader:
    """Reads usual notes by the settings of one vault. `words` maps the words of a log to their kinds."""

    def __init__(self, settings: Settings, words: Mapping[str, str], folders: tuple[str, ...],
                 types: frozenset[str], tags: frozenset[str]) -> None:
        self.circles = settings.circles
        self.folders = folders
        self.types = types
        self.tags = tags
        # What a word of the log and its direction make of an entry.
        self.heads: dict[tuple[str, str | None], tuple[str, Direction | None, Effect]] = {}
        for word, kind in words.items():
            for given in GIVEN_DIRECTIONS:
                direction = given or default_direction(word, kind)
                self.heads[word, given] = (kind, direction, effect_of(kind, direction))

    def read(self, path: str, front: str | None, body: str, body_line: int) -> Summary | None:
        """The summary of a note whose parts are split already; None when it is not usual enough."""
        if front is None or "%%" in body or "<!--" in body or may_hold_marks(body):
            return None
        profile = self._read_front(path, front)
        if profile is None:
            return None
        return self._read_body(path, profile, body, body_line)

    def _read_front(self, path: str, front: str) -> Profile | None:
        """The profile, when the note is a contact."""
        if not _USUAL.fullmatch(front + "\n"):
            return None
        raw: dict[str, str | list[str]] = {}
        lines: dict[str, int] = {}
        items: list[str] = []
        count = 0
        for number, line in enumerate(front.split("\n"), 2):
            if line[0] in " -":
                items.append(line.lstrip(" ")[1:].strip(" "))
                continue
            key, _, value = line.partition(":")
            value = value.strip(" ")
            count += 1
            if key in POINTED_AT:
                lines[key] = number
            if not value:
                raw[key] = items = []
            elif value[0] == "[":
                raw[key] = [item.strip('" ') for item in value[1:-1].split(",")] if value[1:-1].strip(" ") else []
            elif value in _WORDS:
                return None
            else:
                raw[key] = value.strip('" ')
        if count != len(raw) or any(map(is_mark, raw)) or not _LEFT_KEYS.isdisjoint(raw):
            return None
        found = self._interpret(raw)
        if found is None or not (path.startswith(self.folders) or self._says_contact(raw)):
            return None
        if "name" not in found:
            found["name"] = path[path.rfind("/") + 1 : -3]
        return Profile(lines=lines, **found)

    def _says_contact(self, raw: dict[str, str | list[str]]) -> bool:
        kind, tags = raw.get("type"), raw.get("tags")
        return (isinstance(kind, str) and kind.casefold() in self.types) or (
            isinstance(tags, list) and any(tag.casefold().lstrip("#").split("/", 1)[0] in self.tags for tag in tags))

    def _interpret(self, raw: dict[str, str | list[str]]) -> dict[str, Any] | None:
        """The values as `Profile` has them; None as soon as one is not plain."""
        found: dict[str, Any] = {}
        for key, value in raw.items():
            if not value:
                if value == []:
                    continue
                return None
            if key in _LIST_KEYS or key == "tags":
                if isinstance(value, str):
                    if key == "tags":
                        return None
                    value = [value]
                elif "" in value or not _NULLS.isdisjoint(value):
                    return None
                if key == "tags":
                    value = [tag.lstrip("#") for tag in value]
                    if any(is_mark(tag.partition("/")[0]) for tag in value) or len(set(value)) != len(value) or "" in value:
                        return None
                found[key] = tuple(value)
            elif isinstance(value, list):
                if key in _ONE_VALUE:
                    return None
            elif key in _TEXT_KEYS:
                found[key] = value
            elif key in _READ:
                read = _READ[key](value)
                if read is None:
                    return None
                found[key] = read
            elif key == "every":
                cadence = parse_cadence(value)
                if cadence is None:
                    return None
                found["every"], found["cadence"] = value, cadence
            elif key == "circle":
                if value not in self.circles:
                    return None
                found[key] = value
        return found

    def _read_body(self, path: str, profile: Profile, body: str, first: int) -> Summary | None:
        """The entries and promises, when every line of the body is plain."""
        rows: list[tuple[int, str, str, str | None, str]] = []
        tasks: list[Promise] = []
        number = first - 1
        held = 0  # the last line to which a line of text would belong
        heads = self.heads
        for line in body.split("\n"):
            number += 1
            if not line:
                continue
            if line[:2] == "- ":
                match = _CANONICAL.match(line)
                held = number
                if match:
                    day, word, given, text = match.groups()
                    if (word, given) not in heads:
                        return None
                    rows.append((number, day, word, given, text))
                    continue
                sign = line[2:3]
                if sign == "[" and line[4:6] == "] ":
                    if line[3] not in "xX-":
                        task = read_task(line[6:])
                        if task.faults:
                            return None
                        tasks.append(Promise(path, number, task.text, task.who, "open", task.due, task.made, task.done,
                                             task.mark, find_tags(line[6:]), find_links(line[6:])))
                    continue
                if sign in _SPECIAL or not sign.isascii() or _may_be_date(line[2:]):
                    return None
                continue
            sign = line[0]
            if sign == "#":
                text = line.lstrip("#").lstrip(" ")
                if text[:1] in _SPECIAL or not text[:1].isascii() or _may_be_date(text):
                    return None
            elif not sign.isalpha() or held == number - 1 or _may_be_date(line):
                return None
        return self._summary(path, profile, rows, tasks)

    def _summary(self, path: str, profile: Profile, rows: list[tuple[int, str, str, str | None, str]],
                 tasks: list[Promise]) -> Summary | None:
        heads = self.heads
        if len(rows) > 1:
            days = [row[1] for row in rows]
            rising = sum(map(lt, days, days[1:]))
            falling = sum(map(gt, days, days[1:]))
            if rising <= falling:
                rows.reverse()
            rows.sort(key=itemgetter(1))
        try:
            days = [date.fromisoformat(row[1]) for row in rows]
        except ValueError:
            return None
        effects = []
        for _, _, word, given, text in rows:
            kind, direction, effect = heads[word, given]
            effects.append(effect_of(kind, direction, find_tags(text)) if "#" in text else effect)
        kept = dict.fromkeys(live_places(effects))
        entries = []
        for place, (number, _, word, given, text) in enumerate(rows):
            linked = "[[" in text or "](" in text
            with_links = find_with_links(text) if linked else ()
            if with_links or place in kept:
                kind, direction, _ = heads[word, given]
                said: Text = text.rstrip()
                if kind in PRIVATE_KINDS:
                    said = Withheld(text.rstrip(), "private")
                entries.append(Entry(path, number, days[place], None, kind, direction, said, find_tags(text),
                                     with_links, find_links(text) if linked else ()))
        return Summary(path, "contact", False, profile, None, days[-1] if days else None, tuple(entries),
                       tuple(tasks), ((),) * len(tasks), ())


def _may_be_date(text: str) -> bool:
    return text[:3].lower() in _DATE_STARTS and _DATE_WORD.match(text) is not None


def plain_body(text: str, first: int) -> Body | None:
    """The blocks with links of a body in which every line stands for itself; None when one does not.

    Enough for a note that is no contact: what links nobody says nothing about anybody.
    """
    if "%%" in text or "<!--" in text or may_hold_marks(text):
        return None
    body = Body(text.split("\n"), first)
    held = 0
    for number, line in enumerate(body.lines, first):
        if not line:
            continue
        linked = "[[" in line or "](" in line
        sign = line[0]
        if line[:2] == "- ":
            held = number
            if line[2:3] == "[" and line[3:4] != "[":
                if line[4:6] != "] ":
                    return None
                if linked:
                    body.blocks.append(Block("item", number, 7, line[6:].strip(), sign=line[3]))
            elif line[2:3] in _NESTING or (line[2:3].isdigit() and line[6:7] != "-"):
                return None
            elif linked:
                body.blocks.append(Block("item", number, 3, line[2:].rstrip()))
        elif sign == "#" and not linked:
            continue
        elif sign.isalpha() and held != number - 1:
            held = number
            if linked:
                body.blocks.append(Block("paragraph", number, 1, line.rstrip()))
        else:
            return None
    return body
