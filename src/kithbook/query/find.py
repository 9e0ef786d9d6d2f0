"""Where words stand: the lines of notes that hold them, and the contacts who are called so."""

from collections.abc import Iterator, Mapping, Sequence

from ..model.record import NamedTuple
from .shelf import Owner, Shelf, Sieve, gets_through
from .wording import SHORT, WHOLE, bare, is_apart


class Match(NamedTuple):
    """A line on which all the words stand."""

    contact: str | None
    contact_path: str | None
    text: str
    path: str
    line: int


def find_lines(shelf: Shelf, wanted: str) -> Iterator[Match]:
    """The contacts whose name, and then the lines that hold every word of `wanted`.

    A line of a note that is no contact's is of the contact for whom it counts, if there is one.
    """
    words = [bare(wanted).split()]
    for path, name in shelf.names:
        if gets_through(bare(name), words):
            yield Match(name, path, name, path, 1)
    names = dict(shelf.names)
    for path, lines in shelf.lines(sieve_of_words(wanted)):
        owners: Mapping[int, Sequence[Owner]] | None = None
        for number in _lines_with(lines, words):
            text = lines[number - 1].strip()
            if path in names:
                yield Match(names[path], path, text, path, number)
                continue
            owners = shelf.owners(path) if owners is None else owners
            of = owners.get(number)
            yield Match(of[0].name if of else None, of[0].path if of else None, text, path, number)


def _lines_with(lines: Sequence[str], ways: Sequence[Sequence[str]]) -> list[int]:
    """The numbers of the lines that get through, from 1. Most can be told from one look at a word, and at whether there are only plain letters."""
    longest = max(ways[0], key=len, default="")
    worth = [number for number, line in enumerate("\n".join(lines).lower().split("\n"), 1) if longest in line or not line.isascii()]
    return [number for number in worth if gets_through(bare(lines[number - 1]), ways)]


def sieve_of_words(wanted: str) -> Sieve:
    """For notes that may hold all words of a text, also as a part of others."""
    return [[f"{WHOLE}{word}" if len(word) < SHORT and is_apart(word) else word for word in bare(wanted).split()]]
