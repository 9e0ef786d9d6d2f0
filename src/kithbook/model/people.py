"""Whom a link means: a contact's note, or the one contact with that name or alias."""

from collections.abc import Callable, Container, Iterable, Sequence
from typing import Protocol

from .contact import Profile
from .resolve import LinkResolver, Named, fold


def names_in(profile: Profile) -> tuple[str, ...]:
    """What a contact goes by, each name and alias once (folded)."""
    return tuple(dict.fromkeys(map(fold, (profile.name, *profile.aliases))))


class FindsPeople(Protocol):
    """Tells whom links mean: `People`, or what somebody else has found out of them."""

    def find_all(self, targets: Sequence[str], source: str) -> tuple[str, ...]:
        """The paths of the contacts that these links mean, each once."""


class KnowsPeople(FindsPeople, Protocol):
    """Tells, too, whose notes those are in which the links stand."""

    def is_contact(self, path: str) -> bool:
        """Whether the note at a path is a contact's."""


class People:
    """Tells whom a link means.

    `stems` gives the paths of all notes by their names (folded), `contacts` which of them
    are contacts, and `named` the paths of the contacts who go by a name or alias (folded).
    """

    def __init__(self, stems: Named, contacts: Container[str],
                 named: Callable[[str], Sequence[str]]) -> None:
        self.resolver = LinkResolver(stems)
        self.named = named
        self._contacts = contacts
        self._known: dict[str, str | None] = {}  # what a link means wherever it stands

    def means_the_same(self, target: str) -> bool:
        """Whether a link that was asked about means the same in every note."""
        return target in self._known

    def find(self, target: str, source: str) -> str | None:
        """The path of the contact that a link in the note `source` means."""
        if target in self._known:
            return self._known[target]
        path = self.resolver.only_one_named(target)
        if path is not None:
            found = self._known[target] = path if path in self._contacts else None
            return found
        path = self.resolver.resolve(target, source)
        if path is not None:
            return path if path in self._contacts else None
        named = self.named(fold(target.strip()))
        return named[0] if len(named) == 1 else None

    def find_all(self, targets: Sequence[str], source: str) -> tuple[str, ...]:
        """The paths of the contacts that these links mean, each once."""
        if len(targets) == 1:
            target = targets[0]
            path = self._known[target] if target in self._known else self.find(target, source)
            return () if path is None else (path,)
        found = (self.find(target, source) for target in targets)
        return tuple(dict.fromkeys(path for path in found if path is not None))

    def is_contact(self, path: str) -> bool:
        """Whether the note at a path is a contact's."""
        return path in self._contacts


def people_among(notes: Iterable[tuple[str, str, str]], named: Callable[[str], Sequence[str]]) -> People:
    """Whom links mean, given the path, name (folded) and kind of all notes."""
    stems: dict[str, list[str]] = {}
    contacts: set[str] = set()
    several: set[str] = set()
    for path, stem, kind in notes:
        if stem in stems:
            stems[stem].append(path)
            several.add(stem)
        else:
            stems[stem] = [path]
        if kind == "contact":
            contacts.add(path)
    for stem in several:
        stems[stem].sort()
    return People(stems, contacts, named)
