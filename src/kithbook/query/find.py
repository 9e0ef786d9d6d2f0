"""Where words stand: the lines of notes that hold them, and the contacts who are called so."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from .shelf import Owner, Shelf, Sieve
from .wording import SHORT, WHOLE, bare, is_apart


class Match(NamedTuple):
    """A line on which all the words stand."""

    contact: str | None
    contact_path: str | None
    text: str
    path: str
    line: int


def holds_words(text: str, wanted: str) -> bool:
    """Whether every word of `wanted` stands somewhere in `text`, whatever the case and accents."""
    folded = bare(text)
    return all(word in folded for word in bare(wanted).split())


def find_lines(shelf: Shelf, wanted: str) -> Iterator[Match]:
    """The contacts whose name, and then the lines that hold every word of `wanted`.

    A line of a note that is no contact's is of the contact for whom it counts, if there is one.
    """
    for path, name in shelf.names:
        if holds_words(name, wanted):
            yield Match(name, path, name, path, 1)
    names = dict(shelf.names)
    for path, lines in shelf.lines(sieve_of_words(wanted)):
        owners: Mapping[int, Sequence[Owner]] | None = None
        for number, line in enumerate(lines, 1):
            if holds_words(line, wanted):
                if path in names:
                    yield Match(names[path], path, line.strip(), path, number)
                    continue
                owners = shelf.owners(path) if owners is None else owners
                of = owners.get(number)
                yield Match(of[0].name if of else None, of[0].path if of else None, line.strip(), path, number)


def sieve_of_words(wanted: str) -> Sieve:
    """For notes that may hold all words of a text, also as a part of others."""
    return [[f"{WHOLE}{word}" if len(word) < SHORT and is_apart(word) else word for word in bare(wanted).split()]]
