"""What stands in a dated note beside its entries: remarks of that day, and whom they link."""

from datetime import date

from ..model.note import Note
from ..model.record import NamedTuple
from .blocks import Block
from .front_matter import split_note
from .lines import plain_text
from .links import find_links
from .structure import scan_body

_NO_PROMISE = "#no-promise"


class LooseRemark(NamedTuple):
    """A remark of a dated note that is no entry, with the links of its line or of those it stands under."""

    line: int
    date: date
    text: str
    links: tuple[str, ...]


def is_declared_none(text: str) -> bool:
    """Whether the writer says that nothing is promised here."""
    return _NO_PROMISE in text.lower()


def loose_remarks(note: Note, text: str) -> list[LooseRemark]:
    """The remarks of a note that is dated as a whole; `text` is all of the note, of which only what may be shown counts."""
    if note.kind != "other" or note.date is None or not note.prose:
        return []
    body_line = split_note(plain_text(text)).body_line
    body = scan_body("\n".join(note.prose.split("\n")[body_line - 1 :]), body_line)
    begun = {entry.line for entry in note.entries}
    taken = {number for block in body.blocks if block.line in begun for number in range(block.line, block.end + 1)}
    present = next((entry.links for entry in note.entries if entry.text == "" and entry.kind in ("meeting", "event")), ())
    return [
        LooseRemark(block.line, note.date, block.whole_text(), _links_of(block) or present)
        for block in body.blocks
        if block.kind in ("item", "paragraph") and block.sign is None and block.line not in taken and block.text
    ]


def quoted_lines(prose: str) -> frozenset[str]:
    """The lines of a note that stand in a quote."""
    return frozenset(line.lstrip(" \t>").rstrip() for line in prose.split("\n") if line.lstrip().startswith(">"))


def _links_of(block: Block) -> tuple[str, ...]:
    """The links of a block; without any, those of the item that it stands in."""
    links = find_links(block.whole_text())
    return links if links or block.parent is None else _links_of(block.parent)
