"""A note's text in, its facts and problems out."""

import re
from datetime import date
from posixpath import basename

from ..model.note import Note, NoteKind
from ..model.problem import Problem, Severity
from ..model.settings import Settings
from ..model.summary import Summary, summarise
from .body import BodyReader, may_matter
from .daily_format import daily_pattern
from .front_matter import Fields, Split, read_front_matter, split_note
from .links import find_tags
from .log_head import WORDS
from .marks import WORD, is_mark
from .profile import FieldReader, private_lines, read_profile
from .quick import QuickReader, plain_body
from .structure import Body, scan_body
from .written_date import read_written_date
from .yaml_core import Node, YamlFault

ME = "me.md"

_CONFLICT = re.compile(r"^(?:<{7} |>{7} |={7}$)", re.M)
_KEY_LINE = re.compile(r"^\s*[\"']?([\w-]+)[\"']?\s*:\s*(.*)$", re.M)
_ISO_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?!\d)")


class NoteReader:
    """Reads notes by the settings of one vault."""

    def __init__(self, settings: Settings, *, prose: bool = False) -> None:
        self.settings = settings
        self.prose = prose
        self.words = {**WORDS, **settings.kinds}
        self.folders = tuple(folder.strip("/") + "/" for folder in settings.contacts_folders)
        self.types = frozenset(word.casefold() for word in settings.contact_types)
        self.tags = frozenset(word.casefold().lstrip("#") for word in settings.contact_tags)
        self.tag_sign = re.compile("#(?:" + "|".join(map(re.escape, sorted(self.tags))) + ")", re.I) if self.tags else None
        self.quick = QuickReader(settings, self.words, self.folders, self.types, self.tags)
        self.daily = daily_pattern(settings.daily_format) if settings.daily_format else None

    def summarise(self, path: str, text: str) -> Summary:
        """Read what matters of one note. `path` is relative to the vault, with `/`."""
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        split = split_note(text)
        if split.front and split.closed and path != ME:
            quick = self.quick.read(path, split.front, split.body, split.body_line)
            if quick is not None:
                return quick
        return summarise(self._read(path, split))

    def read(self, path: str, text: str) -> Note:
        """Read one note in full. `path` is relative to the vault, with `/`."""
        return self._read(path, split_note(text.replace("\r\n", "\n").replace("\r", "\n")))

    def _read(self, path: str, split: Split) -> Note:
        front = split.front
        if front is not None and _is_template(front):
            return _empty(path, "skipped")
        if not split.closed:
            return self._unreadable(path, front or "", Problem(
                path, 1, 1, "front-matter", "error", "the front matter is never closed",
                "put a line `---` behind its last property"))
        fields: Fields = {}
        if front:
            try:
                fields = read_front_matter(front)
            except YamlFault as fault:
                problem = Problem(path, fault.line, fault.column, fault.rule, "error", fault.message, fault.fix)
                conflict = _CONFLICT.search(front)
                if conflict:
                    problem = _conflict(path, 2 + front.count("\n", 0, conflict.start()))
                return self._unreadable(path, front, problem)
            generated = fields.get("generated")
            if generated is not None and generated.raw == "nb":
                return _empty(path, "skipped")
        return self._read_parts(path, fields, split.body, split.body_line, front)

    def _unreadable(self, path: str, front: str, problem: Problem) -> Note:
        """A note of which nothing is trusted but that it may be confidential."""
        confidential = any(is_mark(key) and value.strip().lower() != "false" for key, value in _KEY_LINE.findall(front))
        return _empty(path, "unreadable")._replace(confidential=confidential, problems=(problem,))

    def _read_parts(self, path: str, fields: Fields, body: str, body_line: int, front: str | None) -> Note:
        reader = FieldReader(path, fields, self.settings)
        confidential = _read_confidential(reader) if fields else False
        kind: NoteKind = "me" if path == ME else "contact" if self._is_contact(path, reader) else "other"
        day = None if kind == "contact" else self._note_date(path, reader)
        attendees = self._attendees(reader) if day else ()
        problems = reader.problems
        maybe_tagged = kind == "other" and self.tag_sign is not None and self.tag_sign.search(body) is not None
        if "<<<<<<< " in body and (conflict := _CONFLICT.search(body)):
            problems.append(_conflict(path, body_line + body.count("\n", 0, conflict.start())))
        if kind == "other" and not (self.prose or maybe_tagged or attendees or may_matter(body)):
            return _empty(path, kind)._replace(confidential=confidential, date=day, problems=tuple(problems))
        quick = None if self.prose or maybe_tagged or kind != "other" else plain_body(body, body_line)
        structured = BodyReader(path, body, quick or scan_body(body, body_line), self.words, self.settings.date_order, confidential=confidential)
        if maybe_tagged and self._has_contact_tag(structured.body):
            kind, day, attendees = "contact", None, ()
        profile = None
        if kind != "other":
            profile = read_profile(reader, basename(path)[:-3])
        facts = structured.read(is_contact=kind == "contact", day=day, attendees=attendees, event=_is_event(fields))
        prose = ""
        if self.prose and not confidential:
            lines = (front or "").split("\n")
            private = set(private_lines(fields, len(lines) + 1))
            head = [] if front is None else ["", *("" if n in private else t for n, t in enumerate(lines, 2)), ""]
            prose = "\n".join([*head, *structured.public_lines()])
        return Note(path, kind, confidential, profile, day, facts.entries, facts.tasks, facts.task_entry,
                    (*problems, *facts.problems), prose)

    def _is_contact(self, path: str, reader: FieldReader) -> bool:
        """By its folder, or `type` or `tags` in the front matter."""
        if path.startswith(self.folders):
            return True
        fields = reader.fields
        if "type" in fields:
            node = fields["type"]
            types = node.data if isinstance(node.data, list) else [node]
            if any(isinstance(item.data, str) and item.raw.strip().casefold() in self.types for item in types):
                return True
        return "tags" in fields and any(
            tag.casefold().split("/", 1)[0] in self.tags for tag in FieldReader(path, fields, self.settings).tags())

    def _has_contact_tag(self, body: Body) -> bool:
        """By a tag in the text (not in code or comments)."""
        return any(
            tag.split("/", 1)[0] in self.tags
            for number, line in enumerate(body.lines, body.first)
            if "#" in line and number not in body.code
            for tag in find_tags(line))

    def _note_date(self, path: str, reader: FieldReader) -> date | None:
        """The day of a daily or meeting note: its file name, or `date:`."""
        name = basename(path)[:-3]
        match = _ISO_NAME.match(name)
        if match:
            try:
                return date.fromisoformat(match[1])
            except ValueError:
                pass
        if self.daily is not None:
            day = self.daily(path[:-3])
            if day is not None:
                return day
        node = reader.fields.get("date")
        if node is None or not node.raw:
            return None
        written = read_written_date(node.raw, self.settings.date_order)
        return written.day if written else None

    def _attendees(self, reader: FieldReader) -> tuple[tuple[str, ...], int]:
        """The links or names of those who were there, and the line that says so."""
        names: list[str] = []
        line = 0
        for key in ("attendees", "people"):
            if key in reader.fields:
                names += reader.links(key)
                line = line or reader.fields[key].key_line
        return (tuple(dict.fromkeys(names)), line) if names else ()


def _empty(path: str, kind: NoteKind) -> Note:
    return Note(path, kind, False, None, None, (), (), (), ())


def _is_template(front: str) -> bool:
    return ("{{" in front and "}}" in front) or "<%" in front


def _is_event(fields: Fields) -> bool:
    node = fields.get("type")
    return node is not None and node.raw.strip().casefold() == "event"


def _conflict(path: str, line: int) -> Problem:
    return Problem(path, line, 1, "conflict-markers", "error", "git left both sides of a merge here",
                   "keep what is right and delete the lines <<<<<<<, ======= and >>>>>>>")


def _read_confidential(reader: FieldReader) -> bool:
    """Whether the front matter keeps the whole note to itself. In doubt it does."""
    closed = False

    def slip(node: Node, message: str, fix: str) -> None:
        severity: Severity = "warning"
        reader.problems.append(
            Problem(reader.path, node.line, node.column, "confidential-mark", severity, message, fix))

    for key, node in reader.fields.items():
        if key == "tags" or not is_mark(key) or node.raw.strip().lower() == "false":
            continue
        closed = True
        if key != WORD:
            slip(node._replace(line=node.key_line, column=node.key_column),
                 f"`{key}` is read as `{WORD}`, and the note as confidential", f"write `{WORD}: true`, or another word")
        elif node.data is not True:
            slip(node, "neither true nor false: the note is taken to be confidential", "write `true` or `false`")
    tags = reader.fields.get("tags")
    if tags is not None:
        for item in tags.data if isinstance(tags.data, list) else [tags]:
            if any(is_mark(word.lstrip("#").split("/")[0]) for word in item.raw.replace(",", " ").split()):
                closed = True
    return closed


