"""The usual note, summarised in a tenth of the time that reading it in full takes.

Everything here either gives exactly what the full reader gives, or gives up (None), and
then the full reader takes over: at the first line that is not plain, at any mark, comment
or nesting, at any value that would be a problem. So these modules (`quick_front`,
`quick_lines`, `quick_log`) know no message and no special case; a property test holds the two together.
"""

from collections.abc import Mapping
from datetime import date

from ..model.dates import parse_day
from ..model.entry import Entry
from ..model.pattern import pattern
from ..model.settings import Settings
from ..model.summary import Summary
from .log_head import Head, read_head
from .marks import is_mark
from .note_kind import NoteKinds
from .quick_front import QuickFront, Value, read_tags, read_values
from .quick_lines import ANY_TASK, ENTRY, may_hold_fields, split_plain
from .quick_log import QuickLog, make_entry
from .time_order import in_time_order
from .written_date import read_time_of_day

# Keys by which a note that is no contact says something of contacts, or of itself.
_TELLING = ("attendees", "people", "generated")
_DAY_FOR_TITLE = pattern(rb"(\n++)# (\d{4}-\d\d-\d\d)(?=\n|\Z)")
_TASK = pattern(rb"- \[[^]]\] ")
_BRACKET, _LESS, _HASH = b"[<#"


Brief = tuple[Summary, tuple[bytes, ...] | None]
"""The summary of a note, and what its late entries say, see `quick_log.Log`."""


class QuickReader:
    """Reads usual notes by the settings of one vault. `words` maps the words of a log to their kinds. With `whole_logs`, every entry is kept."""

    def __init__(self, settings: Settings, words: Mapping[str, str], kinds: NoteKinds, *, whole_logs: bool = False) -> None:
        self.words = words
        self.kinds = kinds
        self.front = QuickFront(settings)
        self.log = QuickLog(words, settings.date_order, whole=whole_logs)

    def read(self, path: str, data: bytes) -> Brief | None:
        """A note in brief, given plain bytes that are UTF-8; None when it is not usual enough."""
        front, line, end = b"", 0, 0
        if data[:3] == b"---":
            end = data.find(b"\n---\n", 3) + 4
            if end < 8 or data[3:4] != b"\n":
                return None
            front = data[3 : end - 4]
            line = front.count(b"\n") + 2
            if b"#" in front or b"%%" in front or b"<!--" in front or b"nfid" in front.lower():
                return None  # something may be marked
        else:
            data = b"\n" + data
        if not self.kinds.is_among_contacts(path):
            values = read_values(front)
            says = None if values is None else self._says_contact(values)
            if values is None or says is None:
                return None
            if not says:
                other = self._read_other(path, values, data[end:], line)
                return None if other is None else (other, None)
        profile = self.front.read_profile(path[path.rfind("/") + 1 : -3], front)
        log = None if profile is None else self.log.read(path, data[end:], line)
        if log is None:
            return None
        newest, entries, tasks, late = log
        return Summary(path, "contact", False, profile, None, newest, entries, tasks, ((),) * len(tasks), ()), late

    def _says_contact(self, values: Mapping[str, Value]) -> bool | None:
        """Whether its front matter makes a note a contact; None when that needs a closer look."""
        kind = values.get("type", "")
        tags = read_tags(values.get("tags", ()))
        if not isinstance(kind, str) or not (kind[:1].isalpha() or not kind) or tags is None:
            return None
        return self.kinds.says_contact([kind] if kind else [], tags)

    # Notes that are no contact

    def _read_other(self, path: str, values: Mapping[str, Value], body: bytes, line: int) -> Summary | None:
        """The summary of a note that is no contact."""
        if any(key in values for key in _TELLING) or any(map(is_mark, values)):
            return None
        if may_hold_fields(body) or (_LESS in body and b"<<<<<<<" in body) or (_HASH in body and self.kinds.may_be_tagged(body.decode())):
            return None
        written = values.get("date", "")
        day = self.kinds.day(path, written if isinstance(written, str) else "")
        if not _is_linked(body):  # then its day is all that it says
            return Summary(path, "other", False, None, day, None, (), (), (), ())
        if self.log.may_have_private_section(body):
            return None
        below = day
        title = _DAY_FOR_TITLE.match(body)
        if title:
            if b"\n# " in body[title.end() :]:  # another title ends what this one dates
                return None
            below = parse_day(title[2].decode()) or day
            body = title[1] + body[title.end() :]
        plain = split_plain(path, body, line, tasks_of=ANY_TASK)
        entries = None if plain is None or plain.loose else self._read_linked_lines(path, below, body, line)
        if plain is None or entries is None:
            return None
        tasks = tuple(task if task.made else task._replace(made=below) for task in plain.tasks)
        newest = entries[-1].date if entries else None
        return Summary(path, "other", False, None, day, newest, entries, tasks, ((),) * len(tasks), ())

    def _read_linked_lines(self, path: str, day: date | None, body: bytes, line: int) -> tuple[Entry, ...] | None:
        """The entries of a body in which every line is plain; None when one is not of a usual form."""
        entries: list[Entry] = []
        lines = body.split(b"\n")
        for place, text in enumerate(lines):
            if not _is_linked(text) or _TASK.match(text):
                continue
            if text[0] == _HASH or (text[:2] != b"- " and any(map(_is_text, (lines[place - 1], *lines[place + 1 : place + 2])))):
                return None
            dated = ENTRY.match(b"\n" + text)
            if dated:
                written, known = parse_day(dated[1].decode()), self.log.heads.get(dated[2])
                if written is None or known is None:
                    return None
                said = dated[3].decode().rstrip()
                entries.append(make_entry(path, line + place, written, None, Head(*known, said, named=True), said, own=False))
            elif day is not None:
                said = text.removeprefix(b"- ").decode()
                minute, at = read_time_of_day(said)
                head = read_head(said[at:], self.words, dated=False)
                if head.named and head.kind != "note":
                    entries.append(make_entry(path, line + place, day, minute, head, said, own=False))
        return in_time_order([entry for entry in entries if entry.links], newest_first=False)


def _is_linked(text: bytes) -> bool:
    return _BRACKET in text and (b"[[" in text or b"](" in text)


def _is_text(line: bytes) -> bool:
    """Whether a plain line is a paragraph's."""
    return line[:1] not in (b"", b"-", b"#")
