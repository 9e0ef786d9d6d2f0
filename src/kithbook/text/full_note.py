"""A note read in full: whatever its front matter and its body are like."""

import re
from datetime import date
from posixpath import basename

from ..model.note import Note, NoteKind
from ..model.pattern import pattern
from ..model.problem import Problem
from ..model.record import NamedTuple
from ..model.resolve import stem_of
from ..model.settings import Settings
from ..model.summary import Summary, blank_profile, summarise
from .blocks import Body
from .body import BodyFacts, BodyReader
from .conflict import conflict_problem, find_conflicts
from .decode import TextFault, decode_leniently, is_utf16
from .front_matter import Fields, Split, read_front_matter, split_note
from .links import find_links
from .marks import WORD, is_mark, may_hold_marks
from .note_kind import ME, NoteKinds, may_matter
from .profile import FieldReader, read_profile
from .public import links_in_body, links_in_front, public_prose
from .quick_log import QuickLog
from .structure import scan_body
from .yaml_core import YamlFault

# A word, and the plain value behind it when it is a key.
_WORD_OF_FRONT = pattern(r"([\w-]++)(?:[\"']?+[ \t]*+:[ \t]*+[\"']?+(\w++))?+")

# What only a contact's note has, or may be one by.
_SAYS_WHOSE = pattern(r"\b(?:name|alias|aliases|email|phone|types?|tags?)\b[\"']?[ \t]*:", re.IGNORECASE)

# How far down properties are looked for that are not in the front matter, and what they look like.
_TOP = 40
_RULE_LIKE = pattern(r"(?:[-\u2010-\u2015]{2,}|\+{3,}|\.{3})[ \t]*\w{0,5}")
_TOP_KEY = pattern(r"[\"']?([^\s:=\"'#-][\w-]{0,60})[\"']?[ \t]{0,9}(?:::?|=)(.*)")
_UNSEEN_AT_EDGE = pattern("[\u200b-\u200f\u2060\ufeff\u00ad]+")


class _Opening(NamedTuple):
    """What is known of a note before its body is read. `attendees` are those who were there, and the line that says so."""

    kind: NoteKind
    confidential: bool
    day: date | None
    attendees: tuple[tuple[str, ...], int] | tuple[()]
    fields: Fields
    reader: FieldReader


class FullReader:
    """Reads notes of every form. `words` maps the words of a log to their kinds."""

    def __init__(self, settings: Settings, words: dict[str, str], kinds: NoteKinds, *, prose: bool) -> None:
        self.settings = settings
        self.prose = prose
        self.words = words
        self.kinds = kinds

    def read(self, path: str, text: str) -> Note:
        """The note with this text."""
        split = split_note(text)
        opening = self._read_opening(path, split)
        return opening if isinstance(opening, Note) else self._read_body(path, split, opening, whole=True)

    def summarise(self, path: str, text: str, log_reader: QuickLog) -> Summary:
        """The same in brief: a note that is unusual, in its front matter or in its body."""
        split = split_note(text)
        opening = self._read_opening(path, split)
        if isinstance(opening, Note):
            return summarise(opening)
        if opening.kind == "contact" and not opening.confidential:
            log = log_reader.read(path, b"\n" + split.body.encode(), split.body_line - 1)
            if log is not None:
                profile = blank_profile(read_profile(opening.reader, basename(path)[:-3]))
                return Summary(path, "contact", False, profile, None, log.newest, log.entries, log.tasks, ((),) * len(log.tasks),
                               tuple(opening.reader.problems))
        return summarise(self._read_body(path, split, opening, whole=False))

    # Front matter

    def _read_opening(self, path: str, split: Split) -> _Opening | Note:
        """What the front matter says; a whole note when that settles it."""
        front = split.front
        if front is not None and _is_template(front):
            return self._skipped(path, front, "fill in what stands in {{…}} or <%…%>, or keep it in the folder of templates")
        if not split.closed:
            return unreadable_note(path, Problem(
                path, 1, 1, "front-matter", "error", "the front matter is never closed",
                "put a line `---` behind its last property"), self.kinds, front or "")
        fields: Fields = {}
        if front:
            try:
                fields = read_front_matter(front)
            except YamlFault as fault:
                problem = Problem(path, fault.line, fault.column, fault.rule, "error", fault.message, fault.fix)
                for line in find_conflicts(front.encode())[:1]:
                    problem = conflict_problem(path, 1 + line)
                return unreadable_note(path, problem, self.kinds, front, split.body)
            generated = fields.get("generated")
            if generated is not None and generated.raw == "nb":
                return self._skipped(path, front, "delete `generated`, or what marks it as confidential")
        reader = FieldReader(path, fields, self.settings)
        confidential = reader.confidential = _read_confidential(reader, front or "") or _read_misplaced(reader, split)
        kind: NoteKind = "me" if path == ME else "contact" if self._is_contact(path, fields) else "other"
        day = None if kind == "contact" else self.kinds.day(path, fields["date"].raw if "date" in fields else "")
        attendees = _attendees(reader) if kind != "contact" and (day or "date" in fields) else ()
        if attendees and day is None:
            day = reader.day("date")  # a date that cannot be read is a problem where it hides who was there
        return _Opening(kind, confidential, day, attendees if day else (), fields, reader)

    def _is_contact(self, path: str, fields: Fields) -> bool:
        """By its folder, or `type` or `tags` in the front matter."""
        if self.kinds.is_among_contacts(path):
            return True
        node = fields.get("type")
        types = [] if node is None else node.data if isinstance(node.data, list) else [node]
        # Another reader, since what is wrong with the tags is said when the profile is read.
        tags = FieldReader(path, fields, self.settings).tags() if "tags" in fields else ()
        return self.kinds.says_contact([item.raw for item in types if isinstance(item.data, str)], tags)

    def _skipped(self, path: str, front: str, fix: str) -> Note:
        """A template or a report; of one that says that it is confidential no more is read than who that is."""
        if not _may_be_confidential(front):
            return _empty(path, "skipped")
        problem = Problem(path, 1, 1, "confidential-mark", "warning", "this note is confidential, and not read, as templates and reports are not", fix)
        note = _closed(path, "skipped", front, is_somebodys=_may_be_somebodys(path, self.kinds, front, ""))
        return note._replace(problems=(problem,))

    # Bodies

    def _read_body(self, path: str, split: Split, opening: _Opening, *, whole: bool) -> Note:
        """The note; the `whole` of it has its links and prose, too."""
        kind, confidential, day, attendees, fields, reader = opening
        text, first = split.body, split.body_line
        body: Body | None = None
        if "<<<<<<<" in text:
            reader.problems += [conflict_problem(path, first - 1 + line) for line in find_conflicts(text.encode())]
        if kind == "other" and self.kinds.may_be_tagged(text):
            body = scan_body(text, first)
            if self.kinds.is_tagged(body):
                kind, day, attendees = "contact", None, ()
        matters = kind != "other" or bool(attendees) or may_matter(text)
        links = tuple(links_in_front(split, fields)) if whole and not confidential else ()
        if not (matters or (whole and self.prose)):
            return _empty(path, kind)._replace(
                confidential=confidential, date=day, problems=tuple(reader.problems), links=links)
        structured = BodyReader(path, text, body or scan_body(text, first), self.words, self.settings.date_order,
                                confidential=confidential)
        profile = read_profile(reader, basename(path)[:-3]) if kind != "other" else None
        # What is private is found while reading, also where nothing counts for anybody.
        facts = structured.read(is_contact=kind == "contact", day=day, attendees=attendees, event=_is_event(fields))
        facts = facts if matters else _NO_FACTS
        note = Note(path, kind, confidential, profile, day, facts.entries, facts.tasks, facts.task_entry,
                    (*reader.problems, *facts.problems))
        if not whole or confidential:
            return note
        shown = structured.public_lines()
        return note._replace(prose=public_prose(split, fields, shown) if self.prose else "",
                             links=(*links, *links_in_body(structured.body, shown)))


_NO_FACTS = BodyFacts((), (), (), ())


def unread_note(path: str, problem: Problem, kinds: NoteKinds) -> Note:
    """A note of which nothing can be read: nobody knows what it says, so it is taken to be confidential. In a contacts folder it is somebody's."""
    return _closed(path, "unreadable", "", is_somebodys=kinds.is_among_contacts(path))._replace(problems=(problem,))


def unreadable_note(path: str, problem: Problem, kinds: NoteKinds, front: str, body: str = "") -> Note:
    """A note of which nothing is trusted but that it may be confidential, as its front matter may say; then it has what the person may go by."""
    note = _empty(path, "unreadable")
    if _may_be_confidential(front):
        note = _closed(path, "unreadable", front, is_somebodys=_may_be_somebodys(path, kinds, front, body))
    return note._replace(problems=(problem,))


def undecodable_note(path: str, data: bytes, fault: TextFault, kinds: NoteKinds) -> Note:
    """A note whose bytes are no text. Of one that says it is UTF-16 a mark may be missed: it is taken to be confidential."""
    text = decode_leniently(data).lstrip("\ufffd")
    split = split_note(text)
    front = split.front or ""
    problem = Problem(path, fault.line, fault.column, fault.rule, "error", fault.message, fault.fix)
    if is_utf16(data):
        return _closed(path, "unreadable", front, is_somebodys=_may_be_somebodys(path, kinds, front, split.body))._replace(problems=(problem,))
    return unreadable_note(path, problem, kinds, front, split.body)


def _may_be_confidential(front: str) -> bool:
    """Whether there is a mark anywhere in front matter that is not read."""
    return any(is_mark(word) and value.lower() != "false" for word, value in _WORD_OF_FRONT.findall(front))


def _may_be_somebodys(path: str, kinds: NoteKinds, front: str, body: str) -> bool:
    """Whether a note that is not read may be a contact's."""
    return kinds.is_among_contacts(path) or _SAYS_WHOSE.search(front) is not None or kinds.may_be_tagged(body)


def _closed(path: str, kind: NoteKind, front: str, *, is_somebodys: bool) -> Note:
    """A confidential note that is not read, with what the person goes by whose it is, if it is `somebodys`."""
    profile = None
    if is_somebodys:
        from .salvage import salvage_names  # of hardly any note

        profile = salvage_names(front, stem_of(path))
    return _empty(path, kind)._replace(confidential=True, profile=profile)


def _empty(path: str, kind: NoteKind) -> Note:
    return Note(path, kind, False, None, None, (), (), (), ())


def _is_template(front: str) -> bool:
    return ("{{" in front and "}}" in front) or "<%" in front


def _is_event(fields: Fields) -> bool:
    node = fields.get("type")
    return node is not None and node.raw.strip().casefold() == "event"


def _attendees(reader: FieldReader) -> tuple[tuple[str, ...], int] | tuple[()]:
    """The links or names of those who were there, and the line that says so."""
    names: list[str] = []
    line = 0
    for key in ("attendees", "people"):
        if key in reader.fields:
            for text in reader.texts(key):
                names += find_links(text) or [name for part in text.split(",") if (name := part.strip())]
            line = line or reader.fields[key].key_line
    return (tuple(dict.fromkeys(names)), line) if names else ()


def _read_confidential(reader: FieldReader, front: str) -> bool:
    """Whether the front matter keeps the whole note to itself. In doubt it does."""
    closed = False

    def slip(line: int, column: int, message: str, fix: str) -> None:
        reader.problems.append(Problem(reader.path, line, column, "confidential-mark", "warning", message, fix))

    for key, node in reader.fields.items():
        if key == "tags" or not is_mark(key):
            continue
        if node.raw.strip().lower() == "false":
            if key != WORD:
                slip(node.key_line, node.key_column, f"`{key}` is read as `{WORD}`", f"write `{WORD}: false`, or another word")
            continue
        closed = True
        if key != WORD:
            slip(node.key_line, node.key_column,
                 f"`{key}` is read as `{WORD}`, and the note as confidential", f"write `{WORD}: true`, or another word")
        elif node.data is not True:
            slip(node.line, node.column, "neither true nor false: the note is taken to be confidential",
                 "write `true` or `false`")
    for key, node in reader.fields.items():
        if key.casefold() in ("tags", "tag"):
            for item in node.data if isinstance(node.data, list) else [node]:
                closed = closed or any(map(is_marked_tag, item.raw.replace(",", " ").split()))
        elif isinstance(node.data, dict) and any(map(is_mark, node.data)):
            closed = True
            slip(node.key_line, node.key_column, f"`{WORD}` below another property: the note is taken to be confidential",
                 f"write `{WORD}: true` at the margin")
    for number, line in enumerate(front.split("\n"), 2) if not closed and may_hold_marks(front) else ():
        if may_hold_marks(line):  # in a comment, or in a text
            closed = True
            slip(number, line.find("#") + 1 or 1, "a mark in the front matter: the note is taken to be confidential",
                 f"write `{WORD}: true`, or mark a line of the text")
    return closed


def _read_misplaced(reader: FieldReader, split: Split) -> bool:
    """Whether properties at the top of the text, where they are none (behind an empty line, say), were to keep the note to itself."""
    fenced = False
    for number, line in enumerate(split.body.split("\n", _TOP)[:_TOP], split.body_line):
        bare = _UNSEEN_AT_EDGE.sub("", line).strip()
        key = _TOP_KEY.match(bare)
        if key and is_mark(key[1]) and key[2].strip(" \t\"'").lower() != "false":
            reader.problems.append(Problem(
                reader.path, number, 1, "confidential-mark", "warning",
                f"`{WORD}` is no property here: the note is taken to be confidential",
                "put the properties between two lines `---`, the first of them the first line of the note"))
            return True
        if _RULE_LIKE.fullmatch(bare):
            fenced = True
        elif (bare and not key and not bare.startswith(("-", "#"))) or (not bare and not fenced and number > split.body_line + 5):
            return False
    return False


def is_marked_tag(tag: str) -> bool:
    """Whether a tag in front matter is one that marks a text as confidential."""
    return may_hold_marks("#" + tag.lstrip("#"))
