"""Which lines of daily, meeting and other notes speak of somebody confidential: no excerpt and no diff shows them (guarantee 5).

Whose note is open can be told of somebody else in it: what stands in a contact's own note counts for that contact.
"""

from collections.abc import Collection, Sequence

from ..model.book import Book
from ..model.note import Note
from ..model.resolve import fold, stem_of


def find_closed_lines(note: Note, book: Book, names: Collection[str] = ()) -> set[int]:
    """The numbers (from 1) of the lines that link somebody confidential, or that count for them. What goes with them is for the text to say.

    `names` are further ones (folded) that somebody confidential is to go by.
    """
    people = book.people
    if note.kind == "contact" or not (book.confidential or names):
        return set()

    def closed(links: Sequence[str]) -> bool:
        return ((people is not None and not book.confidential.isdisjoint(people.find_all(links, note.path)))
                or any(fold(stem_of(link.strip())) in names for link in links))

    found = {link.line for link in note.links if closed((link.target,))}
    found |= {entry.line for entry in note.entries if closed(entry.links)}
    found |= {task.line for task, under in zip(note.tasks, note.task_entry, strict=True) if closed(task.links) or closed(under)}
    return found
