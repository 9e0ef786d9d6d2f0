"""What of a note is withheld: the counterpart of `public`, for finding it again where it does not belong."""

from collections.abc import Iterator

from ..model.note import SOMEBODYS, Note
from ..model.pattern import pattern
from ..model.record import NamedTuple
from ..model.resolve import stem_of
from ..model.secret_names import is_nobodys
from .front_matter import split_note

_BEGINS_ANEW = pattern(r"[ \t>]*(?:[-*+]|\d{1,9}[.)]|#{1,6}|\|)(?:[ \t]|$)")
# The head of an entry: what happened when may be said.
_HEAD = pattern(r"^[\W_]{0,20}(?:\[.\][ \t]+)?[\W_]{0,8}\d{4}-\d\d-\d\d(?:[ T]\d{1,2}:\d\d)?(?:[ \t]+[\w/]{1,20}){0,3}:(?!:)")
# A program or a drawing: `dataview`, `json` and the like, the same in many notes.
_PROGRAM = pattern(r"[ \t>]*(`{3,}|~{3,})[ \t]*\w")
_KEY = pattern(r"""[ \t]{0,20}(?:-[ \t]{1,9})?["']?([^\s:"'#-][^:"'\n]{0,80})["']?[ \t]{0,9}:(?:[ \t]|$)""")
# Properties whose values are names of people (known apart), or words out of a few, which are in many notes.
_SAID_ANYWHERE = frozenset(
    ("name", "aliases", "alias", "type", "tags", "tag", "circle", "every", "stage", "paused", "met", "birthday", "dates", "date",
     "confidential", "generated", "cssclass", "cssclasses", "publish", "created", "modified", "updated", "knows", "met_via"))


class HiddenText(NamedTuple):
    """A text that is withheld, and the line (from 1) on which it begins."""

    text: str
    line: int


def find_hidden_texts(text: str, note: Note) -> list[HiddenText]:
    """The texts of a note that are withheld, a paragraph or list item each.

    `text` is the note as `decode.decode_note` gives it, `note` the same one as it was read
    in full, with its prose.
    """
    if note.kind in ("skipped", "unreadable") and not note.confidential:
        return []
    split = split_note(text)
    first = split.body_line - 1
    lines = text.split("\n")
    shown = [] if note.confidential else note.prose.split("\n")
    hidden = [_hidden(line, shown[number] if number < len(shown) else "") for number, line in enumerate(lines)]
    found = list(_values(hidden[:first]))
    return found + list(_paragraphs(hidden, first))


def _hidden(line: str, shown: str) -> str:
    """What of a line is not shown; of one with comments these."""
    if not shown.strip():
        return line
    return "" if len(shown) != len(line) else "".join(sign if shown[at] == " " else " " for at, sign in enumerate(line))


def _values(front: list[str]) -> Iterator[HiddenText]:
    """The values of front matter, a line each."""
    key = ""
    for number, line in enumerate(front, 1):
        match = _KEY.match(line)
        if match:
            if line[:1] not in " \t-":
                key = match[1].strip().casefold()
            line = line[match.end() :]
        if key not in _SAID_ANYWHERE and line.strip(" \t-"):
            yield HiddenText(line, number)


def _paragraphs(hidden: list[str], first: int) -> Iterator[HiddenText]:
    """The lines from `first` (from 0) on, put together where they are one paragraph or item."""
    begun: list[str] = []
    start = first
    fence = ""
    for number in range(first, len(hidden) + 1):
        line = hidden[number] if number < len(hidden) else ""
        program = _PROGRAM.match(line)
        if fence or program:
            fence = fence if program or not line.strip(" \t>").startswith(fence) else ""
            fence = fence or (program[1] if program else "")
            line = ""
        ends = not line.strip(" \t>")
        if begun and (ends or _BEGINS_ANEW.match(line)):
            yield HiddenText(_HEAD.sub("", "\n".join(begun)), start + 1)
            begun = []
        if not ends:
            if not begun:
                start = number
            begun.append(line)


def names_hidden(note: Note) -> tuple[str, ...]:
    """What a confidential person goes by."""
    if not note.confidential or note.profile is None or note.kind not in SOMEBODYS:
        return ()
    names = (stem_of(note.path), note.profile.name, *note.profile.aliases)
    return tuple(dict.fromkeys(name for name in names if not is_nobodys(name)))
