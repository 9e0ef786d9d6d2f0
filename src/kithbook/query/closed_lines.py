"""Which lines of daily, meeting and other notes speak of somebody confidential: no excerpt and no diff shows them (guarantee 5).

Whose note is open can be told of somebody else in it: what stands in a contact's own note counts for that contact.
"""

from collections.abc import Collection, Iterable, Sequence

from ..model.book import Book
from ..model.note import Note
from ..model.resolve import fold, stem_of


def closed_lines(note: Note, lines: Sequence[str], book: Book, names: Collection[str] = ()) -> set[int]:
    """The numbers (from 1) of those of a note's `lines` that link somebody confidential, that count for them, and of what belongs below.

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
    return _with_all_below(found, lines)


def _with_all_below(numbers: Iterable[int], lines: Sequence[str]) -> set[int]:
    """These lines, with what is indented under each, and the section of a heading."""
    found: set[int] = set()
    for number in numbers:
        found.add(number)
        level = _level(lines[number - 1])
        for below in range(number + 1, len(lines) + 1):
            text = lines[below - 1]
            if text.strip() and (0 < _level(text) <= level if level else _indent(text) <= _indent(lines[number - 1])):
                break
            found.add(below)
    return found


def _level(line: str) -> int:
    """That of a heading; 0 for any other line."""
    text = line.lstrip(" >")
    signs = len(text) - len(text.lstrip("#"))
    return signs if text[signs : signs + 1] in (" ", "\t") else 0


def _indent(line: str) -> int:
    text = line.expandtabs(4)
    return len(text) - len(text.lstrip(" >"))
