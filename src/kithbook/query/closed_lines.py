"""Which lines of daily, meeting and other notes speak of somebody confidential: no excerpt and no diff shows them (guarantee 5).

Whose note is open can be told of somebody else in it: what stands in a contact's own note counts for that contact.
"""

from collections.abc import Collection, Iterable

from ..model.book import Book
from ..model.note import LinkUse, Note
from ..model.people import names_in
from ..model.resolve import fold, stem_of


def find_closed_lines(note: Note, places: Iterable[LinkUse], book: Book, names: Collection[str] = ()) -> set[int]:
    """The numbers (from 1) of the lines that link somebody confidential, or that count for them. What goes with them is for the text to say.

    `places` are the links and embeds in its text; `names` are further ones (folded) that somebody confidential is to go by. Those whose
    notes cannot be read are among them, and so are notes that are confidential and nobody's.
    """
    people = book.people
    if note.kind == "contact" or not (book.confidential or names):
        return set()
    names = {*names, *(name for profile in book.unread for name in names_in(profile))}

    def is_closed(link: str) -> bool:
        return fold(stem_of(link.strip())) in names or (people is not None and not book.confidential.isdisjoint(
            (people.find(link, note.path) or "", people.resolver.resolve(link, note.path) or "")))

    found = {place.line for place in places if is_closed(place.target)}
    found |= {entry.line for entry in note.entries if any(map(is_closed, entry.links))}
    found |= {task.line for task, under in zip(note.tasks, note.task_entry, strict=True) if any(map(is_closed, (*task.links, *under)))}
    return found
