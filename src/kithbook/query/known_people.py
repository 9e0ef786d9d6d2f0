"""Who of an export is in the vault already: by e-mail address, telephone number, web address and name.

The very name, or an alias, is enough. An address or a number alone is not, since families and
offices share them: the names must have a word in common, or the person stays a new one.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..model.book import Book
from ..model.exported import Person
from ..model.resolve import fold, stem_of
from .met_before import NEAR, digits_of, same_number
from .wording import bare

_FEWEST_DIGITS = 6
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?(.*?)/*", re.IGNORECASE)


class Match(NamedTuple):
    """Who is meant: a `path`, or several that it could be; else those who may be the same, and why."""

    path: str | None = None
    several: tuple[str, ...] = ()
    near: tuple[tuple[str, str], ...] = ()


class KnownPeople:
    """The people of a vault, and those of an export that have been added."""

    def __init__(self, book: Book) -> None:
        self._names: dict[str, list[str]] = {}
        self._emails: dict[str, list[str]] = {}
        self._urls: dict[str, list[str]] = {}
        self._numbers: dict[str, list[tuple[str, str]]] = {}
        self._words: dict[str, set[str]] = {}
        self._spelt: dict[str, dict[str, str]] = {}  # by initials: to look at everybody for everybody would be felt
        self._closed = {path for path, contact in book.contacts.items() if contact.confidential}
        for path, contact in book.contacts.items():
            profile = contact.whole_profile
            names = (profile.name, stem_of(path), *profile.aliases)
            self._add(path, names, profile.email, profile.phone, profile.url)
            if path not in self._closed:
                for name in map(bare, names):
                    self._spelt.setdefault(_initials(name), {})[name] = path

    def add(self, path: str, person: Person) -> None:
        """Know a person of the export, who is to have a note at `path`, from now on."""
        self._add(path, (person.name,), person.email, person.phone, person.url)

    def without_closed(self, person: Person) -> Person:
        """A person without addresses, numbers and web pages of somebody confidential, which another note would hold."""

        def is_open(paths: Iterable[str]) -> bool:
            return self._closed.isdisjoint(paths)

        return person._replace(
            email=tuple(email for email in person.email if is_open(self._emails.get(fold(email), ()))),
            phone=tuple(phone for phone in person.phone if is_open(self._by_number([phone]))),
            url=tuple(url for url in person.url if is_open(self._urls.get(_bare_url(url), ()))))

    def _add(self, path: str, names: Iterable[str], emails: Iterable[str], phones: Iterable[str], urls: Iterable[str]) -> None:
        for name in dict.fromkeys(map(fold, names)):
            self._names.setdefault(name, []).append(path)
            self._words.setdefault(path, set()).update(bare(name).split())
        for email in emails:
            self._emails.setdefault(fold(email), []).append(path)
        for url in urls:
            self._urls.setdefault(_bare_url(url), []).append(path)
        for digits in map(digits_of, phones):
            if len(digits) >= _FEWEST_DIGITS:
                self._numbers.setdefault(digits[-_FEWEST_DIGITS:], []).append((digits, path))

    def find(self, person: Person) -> Match:
        """Who in the vault, or before in the export, is meant."""
        by_mail = [path for email in person.email for path in self._emails.get(fold(email), ())]
        if person.by_address and by_mail:
            return _one_of(by_mail)
        same = list(dict.fromkeys(self._names.get(fold(person.name), ()))) if person.name else []
        reached = dict.fromkeys((*by_mail, *self._by_number(person.phone), *(path for url in person.url for path in self._urls.get(_bare_url(url), ()))))
        if same and person.by_address and len(person.name.split()) == 1:  # `Ana` writes from many an address
            return Match(several=tuple(same))
        if same:
            return _one_of([path for path in same if path in reached] or same)
        words = set(bare(person.name).split())
        alike = [path for path in reached if words & self._words[path]]
        if alike:
            return _one_of(alike)
        near = [(path, "the same address or number") for path in reached if path not in self._closed]
        return Match(near=tuple(near or self._spelt_alike(person.name)))

    def _by_number(self, phones: Iterable[str]) -> Iterator[str]:
        for digits in map(digits_of, phones):
            for other, path in self._numbers.get(digits[-_FEWEST_DIGITS:], ()):
                if same_number(digits, other):
                    yield path

    def _spelt_alike(self, name: str) -> list[tuple[str, str]]:
        from rapidfuzz import fuzz, process

        spelt = self._spelt.get(_initials(bare(name)), {})
        found = process.extractOne(bare(name), spelt.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
        return [(spelt[found[0]], "a name spelt much like it")] if found else []


def _one_of(paths: Iterable[str]) -> Match:
    found = tuple(dict.fromkeys(paths))
    return Match(found[0]) if len(found) == 1 else Match(several=found)


def _initials(name: str) -> str:
    words = name.split()
    return words[0][0] + words[-1][0] if words else ""


def _bare_url(url: str) -> str:
    match = _ADDRESS.fullmatch(url.strip())
    return fold(match[1] if match else url)
