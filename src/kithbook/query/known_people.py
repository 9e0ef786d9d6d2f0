"""Who of an export is in the vault already: by e-mail address, telephone number, web address and name.

The very name, or an alias, is enough, but for two in one export who share no address and have
different ones, for two with different LinkedIn pages, and for two in one export of ours: those
are two people of one name. The id of an export of ours is made of the path of a note, and says who is meant, too, unless
both name and addresses have become others. An address or a web page alone is not, since families and offices share them: the names must have
a word in common, for a number the first one. Else the person stays a new one.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from ..model.book import Book
from ..model.contact import addresses_of
from ..model.exported import Person
from ..model.pattern import pattern
from ..model.record import NamedTuple
from ..model.resolve import fold, seen, stem_of
from .met_before import NEAR, digits_of, same_number
from .wording import bare

_FEWEST_DIGITS = 6
_PROFILE = pattern(r"(?:[a-z]{2,3}\.)?linkedin\.com/in/[^/]+", re.IGNORECASE)
_ADDRESS = pattern(r"(?:https?://)?(?:www\.)?(.*?)/*", re.IGNORECASE)


class Match(NamedTuple):
    """Who is meant: a `path`, or several that it could be; else others of that name, and those who may be the same, and why."""

    path: str | None = None
    several: tuple[str, ...] = ()
    namesakes: tuple[str, ...] = ()
    near: tuple[tuple[str, str], ...] = ()


class KnownPeople:
    """The people of a vault, and those of an export that have been added."""

    def __init__(self, book: Book, as_shown: Callable[[str], str]) -> None:
        """`as_shown` gives a name as an export of ours has it: with the words of a link for the link."""
        self._names: dict[str, list[str]] = {}
        self._emails: dict[str, list[str]] = {}
        self._urls: dict[str, list[str]] = {}
        self._numbers: dict[str, list[tuple[str, str]]] = {}
        self._words: dict[str, set[str]] = {}
        self._first_words: dict[str, set[str]] = {}
        self._spelt: dict[str, dict[str, str]] = {}  # by initials: to look at everybody for everybody would be felt
        self._of_export: dict[str, list[Person]] = {}
        self._aliases: set[tuple[str, str]] = set()  # a name goes before an alias
        self._pages: dict[str, set[str]] = {}
        self._contacts = book.contacts
        self._ids: dict[str, str] | None = None  # paths by the ids that our exports have of them, once one is asked for
        self._closed = {path for path, contact in book.contacts.items() if contact.confidential}
        for path, contact in book.contacts.items():
            profile = contact.whole_profile
            names = (profile.name, stem_of(path), *profile.aliases)
            names = (*names, *map(as_shown, names))
            self._aliases.update((path, seen(alias)) for alias in (*profile.aliases, *map(as_shown, profile.aliases)) if seen(alias) not in map(seen, (*names[:2], as_shown(profile.name))))
            self._add(path, names, profile.email, profile.phone, profile.url)
            if path not in self._closed:
                for name in map(bare, names):
                    self._spelt.setdefault(_initials(name), {})[name] = path

    def add(self, path: str, person: Person) -> None:
        """Know a person of the export, whose note is at `path` or is to be there, from now on."""
        self._of_export.setdefault(path, []).append(person)
        self._add(path, () if person.by_address or not person.name else (person.name,), person.email, person.phone, person.url)

    def called(self, name: str) -> list[str]:
        """The notes of those who have that name or alias."""
        return self._names.get(seen(name), [])

    def without_closed(self, person: Person) -> Person:
        """A person without addresses, numbers and web pages of somebody confidential, which another note would hold."""

        def is_open(paths: Iterable[str]) -> bool:
            return self._closed.isdisjoint(paths)

        return person._replace(
            email=tuple(email for email in person.email if all(is_open(self._emails.get(one, ())) for one in addresses_of((email,)))),
            phone=tuple(phone for phone in person.phone if is_open(self._by_number([phone]))),
            url=tuple(url for url in person.url if is_open(self._urls.get(_bare_url(url), ()))))

    def _add(self, path: str, names: Iterable[str], emails: Iterable[str], phones: Iterable[str], urls: Iterable[str]) -> None:
        words = self._words.setdefault(path, set())
        for name in dict.fromkeys(map(seen, names)):
            if path not in self._names.setdefault(name, []):
                self._names[name].append(path)
            words.update(bare(name).split())
            self._first_words.setdefault(path, set()).update(bare(name).split()[:1])
        for email in addresses_of(emails):
            self._emails.setdefault(email, []).append(path)
        for url in urls:
            page = _bare_url(url)
            self._urls.setdefault(page, []).append(path)
            if _PROFILE.fullmatch(page):
                self._pages.setdefault(path, set()).add(page)
        for digits in map(digits_of, phones):
            if len(digits) >= _FEWEST_DIGITS:
                self._numbers.setdefault(digits[-_FEWEST_DIGITS:], []).append((digits, path))

    def reaches(self, person: Person) -> bool:
        """Whether somebody of that name has one of the person's addresses, numbers or web pages, or their id leads to a note."""
        if self._path_of_id(person) is not None:
            return True
        reached = set(self._reached(person))
        return any(path in reached for path in self.called(person.name))

    def find(self, person: Person) -> Match:
        """Who in the vault, or before in the export, is meant."""
        of_id = self._path_of_id(person)
        if of_id is not None and (of_id in self._closed or self._is_who_the_id_says(of_id, person)):
            return Match(of_id)
        by_mail = [path for email in sorted(addresses_of(person.email)) for path in self._emails.get(email, ())]
        if person.by_address and by_mail:
            return _one_of(by_mail)
        same = self.called(person.name) if person.name else []
        reached = {path: more for path, more in self._reached(person).items() if not self._stands_beside(path, person)}
        if same and person.by_address and len(person.name.split()) == 1:  # `Ana` writes from many an address
            return Match(several=tuple(same))
        meant = [path for path in same if path in reached] or [path for path in same if not self._is_another(path, person)]
        if meant:
            return _one_of([path for path in meant if (path, seen(person.name)) not in self._aliases] or meant)
        by_number = set(self._by_number(person.phone))
        words = bare(person.name).split()
        alike = [path for path in reached if not self._words[path].isdisjoint(words) and path not in same and (
            path not in by_number or reached[path] or not self._first_words[path].isdisjoint(words[:1]))]
        if alike:
            return _one_of(alike)
        near = [(of_id, "the same id")] if of_id is not None else [(path, "the same address or number") for path in reached if path not in self._closed and path not in same]
        return Match(namesakes=tuple(same), near=tuple(near or ([] if same else self._spelt_alike(person.name))))

    def _path_of_id(self, person: Person) -> str | None:
        """The note of whose path the person's id is made, as it is in an export of ours."""
        if not person.uid:
            return None
        if self._ids is None:
            from .calendar import uid_of

            self._ids = {uid_of("contact", path): path for path in self._contacts}
        return self._ids.get(bare_id(person.uid))

    def _is_who_the_id_says(self, path: str, person: Person) -> bool:
        """Whether a person is still the one of the note that their id leads to: in a table, a row may have become another one's.

        A note of another vault can have the same path, and so the same id.
        """
        same = self.called(person.name)
        if same:
            return path in same
        if path in self._reached(person):
            return True
        profile = self._contacts[path].whole_profile
        for key in ("email", "phone", "url"):
            there, said = set(map(seen, getattr(profile, key))), set(map(seen, getattr(person, key)))
            if there and said and there.isdisjoint(said):
                return False
        return not self._words[path].isdisjoint(bare(person.name).split()) or _is_spelt_alike(person.name, (profile.name, *profile.aliases))

    def _reached(self, person: Person) -> dict[str, bool]:
        """Those who have an address, number or web page of the person; whether it is more than a number."""
        pages = (path for url in person.url for path in self._urls.get(_bare_url(url), ()))
        found = dict.fromkeys((path for email in addresses_of(person.email) for path in self._emails.get(email, ())), True)
        numbers = dict.fromkeys(self._by_number(person.phone), False)
        return {**numbers, **found, **dict.fromkeys(pages, True)}

    def _is_another(self, path: str, person: Person) -> bool:
        """Whether a person, of whom nothing leads to the note there, is not the one whose note it is, though the name is the same."""
        if person.by_address or path in self._closed:
            return False
        if self._stands_beside(path, person):
            return True
        pages = {page for page in map(_bare_url, person.url) if _PROFILE.fullmatch(page)}
        if pages and self._pages.get(path):
            return True
        return any((person.email and one.email) or (person.phone and one.phone) or (person.url and one.url)
                   for one in self._of_export.get(path, ()))

    def _stands_beside(self, path: str, person: Person) -> bool:
        """Whether the note is that of another one in the same file of ours, which has everybody once: unless somebody has put two files together."""
        return person.own and any(one.own and one.file == person.file and not (one.uid and one.uid == person.uid) for one in self._of_export.get(path, ()))

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


def bare_id(uid: str) -> str:
    """An id as the table has it: cards of version 4 have it as a URN."""
    return uid.lower().removeprefix("urn:uuid:")


def _is_spelt_alike(name: str, others: Iterable[str]) -> bool:
    from rapidfuzz import fuzz

    return any(fuzz.ratio(bare(name), bare(other)) >= NEAR for other in others)


def _one_of(paths: Iterable[str]) -> Match:
    found = tuple(dict.fromkeys(paths))
    return Match(found[0]) if len(found) == 1 else Match(several=found)


def _initials(name: str) -> str:
    words = name.split()
    return words[0][0] + words[-1][0] if words else ""


def _bare_url(url: str) -> str:
    match = _ADDRESS.fullmatch(url.strip())
    return fold(match[1] if match else url)
