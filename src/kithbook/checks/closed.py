"""What of an open note is closed: what speaks of somebody confidential, with all that goes with it."""

from collections.abc import Collection

from ..model.book import Book
from ..model.note import Note
from ..query.closed_lines import find_closed_lines
from ..text.wholes import find_targets, whole_blocks


def closed_lines(note: Note, text: str, book: Book, names: Collection[str] = ()) -> set[int]:
    """The numbers (from 1) of the lines of a note with this text (with line feeds alone) that no excerpt and no diff shows: all of a confidential one.

    The book tells who is confidential, and `names` (folded) how some of them are called besides.
    """
    if note.confidential:
        return {*range(1, text.count("\n") + 2)}
    return whole_blocks(text, find_closed_lines(note, find_targets(text), book, names))
