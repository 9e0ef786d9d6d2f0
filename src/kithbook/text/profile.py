"""What a contact's front matter says, field by field, and what in it cannot be read."""

import re
from collections.abc import Iterator
from datetime import date

from ..model.contact import POINTED_AT, STAGES, Profile
from ..model.dates import Cadence, YearlyDay, parse_cadence, parse_day, parse_yearly
from ..model.problem import Problem
from ..model.settings import Settings
from ..model.withheld import Withheld
from .front_matter import Fields
from .links import link_target
from .marks import may_hold_marks
from .written_date import read_written_date
from .yaml_core import Node

_PRIVATE = ("pluses", "minuses", "dealbreakers")
# As they may be misspelt: what is private in doubt is not shown.
_PRIVATE_IN_DOUBT = frozenset((*_PRIVATE, "plus", "plusses", "minus", "minusses", "dealbreaker", "dealbrakers"))


class FieldReader:
    """Reads typed values out of front matter and collects what is wrong with them.

    A value that cannot be read is left out, with a problem of severity error, since it is
    missed in the answers; a slip whose meaning is plain is read, with a warning.
    """

    def __init__(self, path: str, fields: Fields, settings: Settings) -> None:
        self.path = path
        self.fields = fields
        self.settings = settings
        self.problems: list[Problem] = []
        self.confidential = False  # set once it is known, so that no value is repeated

    def _wrong(self, node: Node, rule: str, message: str, fix: str, *, read: bool = False, key: str = "") -> None:
        if key in _PRIVATE or self.confidential:
            message, fix = "a value in the front matter cannot be read as it should be", "look at the line itself"
        self.problems.append(
            Problem(self.path, node.line, node.column, rule, "warning" if read else "error", message, fix)
        )

    def _scalar(self, key: str, node: Node) -> str | None:
        """A single text, as written; an unquoted [[link]] is taken for what it means."""
        if isinstance(node.data, list):
            link = _unquoted_link(node)
            if link is not None:
                self._wrong(node, "unquoted-link", f"`{key}`: a [[link]] without quotes is a list in YAML",
                            f'write "[[{link}]]"', read=True, key=key)
                return f"[[{link}]]"
            self._wrong(node, "wrong-type", f"`{key}` is a list, and one text is expected", "keep one value")
            return None
        if isinstance(node.data, dict):
            self._wrong(node, "wrong-type", f"`{key}` is a mapping, and a text is expected",
                        "write it in one line, in quotes when it has a `: `")
            return None
        if node.data is None:
            return None
        return _said(key, node)

    def text(self, key: str) -> str | None:
        """A single text, or None."""
        node = self.fields.get(key)
        if node is None or node.data is None:
            return None
        return _said(key, node) if type(node.data) is str else self._scalar(key, node)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text is a list of one."""
        node = self.fields.get(key)
        if node is None or node.data is None:
            return ()
        if isinstance(node.data, list) and _unquoted_link(node) is None:
            return tuple(text for item in node.data if (text := self._scalar(key, item)) is not None)
        text = self._scalar(key, node)
        return (text,) if text is not None else ()

    def tags(self, key: str = "tags") -> tuple[str, ...]:
        """Tags without `#`; a single text is split as Obsidian does, at commas and spaces."""
        texts = self.texts(key)
        node = self.fields.get(key)
        if texts and node is not None and not isinstance(node.data, list):
            texts = tuple(texts[0].replace(",", " ").split())
        return tuple(dict.fromkeys(tag for text in texts if (tag := text.strip().lstrip("#"))))

    def day(self, key: str) -> date | None:
        """A date."""
        text = self.text(key)
        return None if text is None else self._day(key, text)

    def _day(self, key: str, text: str) -> date | None:
        if (day := parse_day(text)) is not None:  # nearly always; any other form takes loading
            return day
        node = self.fields[key]
        written = read_written_date(text, self.settings.date_order)
        if written is None or text[written.end :].strip(" ]*)"):
            self._wrong(node, "unreadable-date", f"`{key}: {text}` is no date", "write it as YYYY-MM-DD")
            return None
        if written.day is None:
            self._wrong(node, written.rule, f"`{key}`: {written.message}", "write it as YYYY-MM-DD")
        return written.day

    def yearly(self, key: str, node: Node | None = None, label: str = "") -> YearlyDay | None:
        """A day that comes back every year."""
        node = node or self.fields.get(key)
        if node is None or (text := self._scalar(key, node)) is None:
            return None
        day = parse_yearly(text)
        if day is None:
            self._wrong(node, "unreadable-date", f"`{label or key}: {text}` is no day of a year",
                        "write YYYY-MM-DD, or MM-DD without the year")
        return day

    def yearly_days(self, key: str) -> tuple[tuple[str, YearlyDay], ...]:
        """A mapping of labels to days that come back every year."""
        node = self.fields.get(key)
        if node is None or node.data is None:
            return ()
        if not isinstance(node.data, dict):
            self._wrong(node, "wrong-type", f"`{key}` is no mapping of labels to days",
                        "write `anniversary: 06-14` on a line of its own under it, indented")
            return ()
        days = ((label, self.yearly(key, item, f"{key}.{label}")) for label, item in node.data.items())
        return tuple((label, day) for label, day in days if day is not None)

    def one_of(self, key: str, allowed: tuple[str, ...]) -> str | None:
        """One of a few words, in any case."""
        text = self.text(key)
        if text is None:
            return None
        if text.lower() in allowed:
            return text.lower()
        self._wrong(self.fields[key], "unknown-value", f"`{key}: {text}` is not known",
                    f"use one of {', '.join(allowed)}")
        return None

    def circle(self) -> str | None:
        """The name of a circle in `nb.yaml`."""
        text = self.text("circle")
        if text is None:
            return None
        for name in self.settings.circles:
            if name.casefold() == text.casefold():
                return name
        self._wrong(self.fields["circle"], "unknown-value", f"there is no circle `{text}`",
                    f"use one of {', '.join(self.settings.circles) or '(none is set)'}, or add it to nb.yaml")
        return None

    def cadence(self, key: str = "every") -> tuple[str | None, Cadence | str | None]:
        """The cadence as written, and what it means."""
        text = self.text(key)
        if text is None:
            return None, None
        cadence = parse_cadence(text)
        if cadence is None:
            self._wrong(self.fields[key], "unreadable-cadence", f"`{key}: {text}` is no cadence",
                        "write 2w, 10d, 3m, 1y, 4w/6w (ideal/latest), weekly, monthly, quarterly, yearly or never")
            return None, None
        return text, cadence

    def pause(self, key: str = "paused") -> date | bool | None:
        """A date, or True for a pause without an end."""
        node = self.fields.get(key)
        if node is None:
            return None
        if isinstance(node.data, bool):
            return node.data or None
        return self.day(key)

    def links(self, key: str) -> tuple[str, ...]:
        """Link targets (or plain names) of a list."""
        return tuple(link_target(text) for text in self.texts(key))


def is_withheld(text: str) -> bool:
    """Whether a value, or a line of front matter, is marked as confidential or has a comment in it."""
    return "%%" in text or "<!--" in text or ("#" in text and may_hold_marks(text))


def _said(key: str, node: Node) -> str | None:
    """What a scalar says; nothing when it is confidential (a name is never)."""
    if key != "name" and is_withheld(node.raw):
        return None
    return node.raw.strip() or None


def _unquoted_link(node: Node) -> str | None:
    """`[[Name]]` without quotes is a list in a list; what it was meant to link."""
    if isinstance(node.data, list) and len(node.data) == 1:
        inner = node.data[0].data
        if isinstance(inner, list) and inner and not any(isinstance(part.data, (list, dict, type(None))) for part in inner):
            return ", ".join(part.raw for part in inner)
    return None


def read_profile(reader: FieldReader, stem: str) -> Profile:
    """The profile of a contact whose file is named `stem`. Problems stay with the reader."""
    every, cadence = reader.cadence()
    via = reader.text("met_via")
    return Profile(
        name=reader.text("name") or stem,
        aliases=reader.texts("aliases"),
        org=reader.text("org"),
        role=reader.text("role"),
        location=reader.text("location"),
        email=reader.texts("email"),
        phone=reader.texts("phone"),
        url=reader.texts("url"),
        tags=reader.tags(),
        every=every,
        cadence=cadence,
        circle=reader.circle(),
        stage=reader.one_of("stage", STAGES),
        paused=reader.pause(),
        met=reader.day("met"),
        met_at=reader.text("met_at"),
        met_via=link_target(via) if via else None,
        birthday=reader.yearly("birthday"),
        dates=reader.yearly_days("dates"),
        interests=reader.texts("interests"),
        needs=reader.texts("needs"),
        offers=reader.texts("offers"),
        goals=reader.texts("goals"),
        challenges=reader.texts("challenges"),
        knows=reader.links("knows"),
        **{key: tuple(Withheld(text, "private") for text in reader.texts(key)) for key in _PRIVATE if key in reader.fields},
        lines={key: node.key_line for key, node in reader.fields.items() if key in POINTED_AT},
    )


def is_private(key: str) -> bool:
    """Whether what stands behind a key is for its writer alone."""
    return re.sub(r"[\s_-]", "", key.lower()) in _PRIVATE_IN_DOUBT


def private_lines(fields: Fields, last: int) -> Iterator[int]:
    """The lines of front matter (up to `last`) that hold private values."""
    starts = sorted((node.key_line, key) for key, node in fields.items())
    for place, (line, key) in enumerate(starts):
        if is_private(key):
            yield from range(line, starts[place + 1][0] if place + 1 < len(starts) else last + 1)


