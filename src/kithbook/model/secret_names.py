"""What confidential people go by, and how a text is found to name one of them, however it is written.

For what goes to disk, and for other eyes. Doubt closes: a word that could be the name is
taken for it, but not one that somebody else goes by, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from .as_read import as_read, readings
from .contact import Contact, Profile
from .note_titles import points_at_one_of
from .pattern import pattern
from .record import NamedTuple
from .resolve import stem_of

_TELLING = 7  # signs: what is shorter, and run together, stands in too many words by chance
_FIRST_NAME = 3  # signs of a first name that may stand alone
_LAST_NAME = 2
_FEWEST_DIGITS = 6  # of a telephone number: fewer stand in too many texts by chance
_TELLING_DIGITS = 7  # at its end; before them stand a country code, and a zero or none
_FEWEST_IN_URL = 6  # signs

_ADDRESS = pattern(r"[^\s<>\"',;:()]+@[^\s<>\"',;:()]+")
# Scripts that set no words apart.
_WITHOUT_SPACES = pattern("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_WORD = pattern(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
# Names that are words as well: in a sentence they tell only with a capital, and alone not at all when they are but a part of a name.
_ALSO_WORDS = frozenset(
    ["amber", "angel", "april", "archer", "art", "august", "autumn", "bell", "bill", "bob", "brook", "brooks", "carol", "chance", "chase", "christian", "crystal", "daisy", "dale", "dawn", "dean", "dick", "dot", "drew", "duke", "earl", "ernst", "faith", "fell", "ford", "forest", "frank", "gene", "grace", "grant", "guy", "hall", "hazel", "heather", "hill", "holly", "hope", "hunter", "iris", "ivy", "jack", "jan", "jasmin", "jay", "jean", "jet", "joy", "june", "justice", "king", "lane", "lily", "lord", "marina", "mark", "market", "may", "mercy", "miles", "mill", "moor", "nick", "norm", "olive", "page", "park", "parker", "pat", "pearl", "penny", "pierce", "poppy", "price", "ray", "reed", "rich", "rob", "robin", "rock", "rose", "ruby", "rusty", "sage", "sam", "sandy", "sky", "sol", "star", "stone", "stein", "storm", "sue", "summer", "sunny", "ted", "viola", "violet", "wade", "ward", "wells", "west", "will", "winter", "wolf", "wood", "woods", "young", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "july", "september", "october", "november", "december"])
# What stands before and behind names.
_TITLES = frozenset(
    ["mr", "mrs", "miss", "sir", "dame", "doc", "doctor", "prof", "professor", "captain", "father", "mother", "brother", "sister", "uncle", "aunt", "saint", "frau", "herr", "onkel", "tante", "oma", "opa", "pastor", "madame", "monsieur", "senor", "senora", "don", "the", "and", "und", "von", "van", "der", "den", "dem", "del", "della", "ten", "ter", "bin", "ibn", "jr", "jun", "sr", "sen", "ii", "iii", "iv", "md", "phd", "mba", "msc"])
_BEHIND = pattern(r"\s*(?:[;#]|\b(?:ext|extension|x|durchwahl|dw)\b).*", re.IGNORECASE | re.DOTALL)
_NUMBER = pattern(r"\d(?:[\s()./\u2010-\u2015+-]{0,4}\d){5,40}")
_URL_HEAD = pattern(r"(?:https?://)?(?:www\.)?")
_RUN = pattern(r"[^\W_]+")
_A_DAY = pattern(r"(?:\d{4}[-./ ]\d\d?[-./ ]|(?:19|20)\d\d(?:0\d|1[0-2]))[0-3]?\d|\d\d?[-./ ]\d\d?[-./ ](?:\d\d){1,2}")
_NO_PROSE = pattern(r"\S*[#@/:._=]\S*")  # tags, addresses, links


class SecretNames(NamedTuple):
    """All of them, as they are read (see `as_read`) and folded.

    `whole` are names of several words, and ways to reach somebody; `single` those of one word. `lone` are words that tell only when they
    begin with a capital: the first and family names by which nobody goes who is not confidential. `others` are names of somebody
    else with one of these in it, `numbers` the digits at the end of telephone numbers. `notes` are the paths of confidential notes
    whose titles are nobody's name (see `note_titles`), `folders` how the paths of contacts begin, which says nothing of whose they are.
    """

    whole: frozenset[str] = frozenset()
    single: frozenset[str] = frozenset()
    lone: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    folders: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.whole or self.single or self.lone or self.numbers or self.notes)


def is_nobodys(name: str) -> bool:
    """Whether a name is a day, or what the note of the vault's owner is called: then it stands for nobody, whoever has it."""
    return name.casefold() == "me" or _A_DAY.fullmatch(name) is not None


def names_of_confidential(contacts: Collection[Contact], confidential: Collection[str], unread: Iterable[Profile] = ()) -> SecretNames:
    """What confidential people go by, how they are reached, and the `confidential` notes (paths); `unread` are people whose notes cannot be read."""
    people = [contact for contact in contacts if contact.confidential]
    unread = tuple(unread)
    profiles = [*(contact.whole_profile for contact in people), *unread]
    names = {stem_of(contact.path) for contact in people}
    names.update(name for profile in profiles for name in (profile.name, *profile.aliases))
    names = {name for name in names if not is_nobodys(name)}
    phones = {phone for profile in profiles for phone in profile.phone}
    open_ones = [contact for contact in contacts if not contact.confidential]
    open_pages = {_bare_url(url) for contact in open_ones for url in contact.whole_profile.url}
    pages = {_bare_url(url) for profile in profiles for url in profile.url} - open_pages
    reached = {*_addresses(email for profile in profiles for email in profile.email)}
    reached |= {phone for phone in phones if not number_end(phone)} | {page for page in pages if len(page) >= _FEWEST_IN_URL}
    open_names = {as_read(name) for contact in open_ones for name in (contact.name, stem_of(contact.path), *contact.whole_profile.aliases)}
    open_words = {word for name in open_names for whole in _words_of(name) for word in (whole, *whole.split("-"))}
    parts = {word for contact in people for name in (contact.name, stem_of(contact.path)) for word in _lone(name)}
    parts |= {word for profile in unread for name in (profile.name, *profile.aliases) for word in _lone(name)}
    single = {name for name in names if len(name) > 1 and _WORD.fullmatch(name) and not _WITHOUT_SPACES.search(name)}
    told = {as_read(name).casefold() for name in single}
    several = {read.casefold() for name in names - single for read in readings(name) if len(read) > 1}
    return SecretNames(
        frozenset(_with_genitives(several, {name.casefold() for name in open_names})
                  | {read.casefold() for way in reached for read in readings(way) if len(read) > 1}),
        frozenset(_with_genitives(told, open_words)),
        frozenset(_with_genitives(parts - open_words - _ALSO_WORDS - _TITLES, open_words | _ALSO_WORDS)),
        frozenset(name.casefold() for name in open_names if len(words := _words_of(name)) > 1 and not told.isdisjoint(words)),
        frozenset(end for phone in phones if (end := number_end(phone))),
        frozenset(path for path in confidential if stem_of(path) not in names))


def secret_names_alone(names: Iterable[str], emails: Iterable[str], urls: Iterable[str], phones: Iterable[str], others: Iterable[str]) -> SecretNames:
    """What confidential people go by, told without knowing everybody: no part of a name stands for them. `others` are names with theirs in them."""
    single = words_of(names)
    several = {read.casefold() for name in names for read in readings(name) if len(read) > 1 or _WITHOUT_SPACES.search(read)} - single
    theirs = {as_read(name).casefold() for name in others}
    reached = {*_addresses(emails)} | {phone for phone in phones if not number_end(phone)}
    reached |= {page for page in map(_bare_url, urls) if len(page) >= _FEWEST_IN_URL}
    return SecretNames(
        frozenset(_with_genitives(several, ()) | {read.casefold() for way in reached for read in readings(way) if len(read) > 1}),
        frozenset(single - theirs), frozenset(), frozenset(name for name in theirs if len(name.split()) > 1),
        frozenset(end for phone in phones if (end := number_end(phone))))


def words_of(names: Iterable[str]) -> set[str]:
    """Those of the names that are one word, as they are read and folded, with their genitives."""
    read = {as_read(name).casefold() for name in names}
    return _with_genitives({name for name in read if len(name) > 1 and name.isalpha() and not _WITHOUT_SPACES.search(name)}, ())


def _addresses(emails: Iterable[str]) -> Iterator[str]:
    for email in emails:
        yield from _ADDRESS.findall(email) or (email,)


def _with_genitives(names: set[str], taken: Collection[str]) -> set[str]:
    """The names, and as German has them of somebody's (`Zollers`), where nobody else is called so."""
    return names | {f"{name}s" for name in names if name[-1].isalpha() and not _WITHOUT_SPACES.search(name) and f"{name}s" not in taken}


def number_end(phone: str) -> str:
    """The digits at the end of a telephone number, without its extension, that tell it however it is written; empty for a short one."""
    digits = "".join(filter(str.isdigit, _BEHIND.sub("", phone)))
    return digits[-_TELLING_DIGITS:] if len(digits) >= _FEWEST_DIGITS else ""


def has_number(text: str, ends: Collection[str]) -> bool:
    """Whether a text has a telephone number that ends so."""
    return any(end in digits for found in _NUMBER.finditer(text) if (digits := "".join(filter(str.isdigit, found[0]))) for end in ends)


def _bare_url(url: str) -> str:
    return _URL_HEAD.sub("", as_read(url.strip(" <>")).casefold(), count=1).rstrip("/")


def _words_of(name: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(as_read(name))]


def _lone(name: str) -> Iterable[str]:
    """The words of a name of several by which somebody can be meant, and the halves of those with a hyphen."""
    words = [word for word in _WORD.findall(as_read(name)) if word[0].isupper()]
    for word in words if len(name.split()) > 1 else ():
        for part in (word, *word.split("-")):
            if len(part) >= (_LAST_NAME if word is words[-1] else _FIRST_NAME):
                yield part.casefold()


def _run_together(read: str) -> str:
    return "".join(filter(str.isalnum, read))


def any_of(names: Collection[str]) -> re.Pattern[str]:
    """Any of these as words of their own, where a script sets words apart."""
    return re.compile("|".join(re.escape(name) if _WITHOUT_SPACES.search(name) else rf"(?<![^\W_]){re.escape(name)}(?![^\W_])"
                               for name in sorted(names)), re.IGNORECASE)


def names_one_of(names: SecretNames) -> Callable[[object], bool]:
    """Tells whether a value is a text that names one of them: whole, as a tag or an address has it, with the family name first, or by a lone name.

    Every text that goes to disk is asked about: what cannot hold a name is told by its words, and mostly that is all.
    """
    ways = {way for name in names.whole for way in (name, " ".join(reversed(name.split())))}
    run_together = _told_run_together([*ways, *names.single])
    others = any_of(names.others) if names.others else None
    tests = _Tests(ways | {way.replace(",", "") for way in ways}, names.single, names.lone)
    points = points_at_one_of(names.notes) if names.notes else None

    def tells(text: object) -> bool:
        if not isinstance(text, str):
            return False
        return any(map(is_told, readings(text)))

    def is_told(written: str) -> bool:
        read = written.casefold()
        if names.numbers and has_number(read, names.numbers):
            return True
        return (any(test(written, read, others) for test in tests.worth_making(read)) or run_together(read)
                or (points is not None and points(read)))

    return tells


class _Tests:
    """Tests for names, by the letters and digits with which they begin, up to another sign: a text that names somebody has these by themselves."""

    def __init__(self, whole: Iterable[str], single: Iterable[str], lone: Iterable[str]) -> None:
        self._names: dict[str, tuple[set[str], set[str], set[str]]] = {}
        for place, names in enumerate((whole, single, lone)):
            for name in names:
                run = _RUN.search(name)
                begins = run[0] if run and not _WITHOUT_SPACES.search(name) else ""  # of scripts that set no words apart it says nothing
                self._names.setdefault(begins, (set(), set(), set()))[place].add(name)
        self._tests: dict[str, _NameTest] = {}

    def worth_making(self, read: str) -> Iterator[_NameTest]:
        """The tests for the names that may be in a text."""
        for begins in self._names.keys() & {"", *_RUN.findall(read)}:
            if begins not in self._tests:
                self._tests[begins] = _test_of(*self._names[begins])
            yield self._tests[begins]


_NameTest = Callable[[str, str, re.Pattern[str] | None], bool]


def _test_of(whole_names: Collection[str], single_names: Collection[str], lone_names: Collection[str]) -> _NameTest:
    """Tells whether a text, as it is written and folded, names somebody; what is somebody else's whole name does not count."""
    whole, single, lone = (any_of(names) if names else None for names in (whole_names, single_names, lone_names))

    def is_single(found: re.Match[str], written: str) -> bool:
        return _ALSO_WORDS.isdisjoint((found[0].casefold(), found[0][:-1].casefold())) or found[0][0].isupper() or found[0] == written

    def is_named(written: str, read: str, others: re.Pattern[str] | None) -> bool:
        if whole is not None and (whole.search(read) or ("," in read and whole.search(read.replace(",", "")))):
            return True
        if single is None and lone is None:
            return False
        rest = others.sub(" ", written) if others else written
        if single is not None and (any(is_single(found, written) for found in single.finditer(rest))
                                   or any(single.search(word) for word in _NO_PROSE.findall(rest))):
            return True
        return lone is not None and (any(found[0][0].isupper() or found[0] == written for found in lone.finditer(rest))
                                     or any(lone.search(word) for word in _NO_PROSE.findall(rest)))

    return is_named


def _told_run_together(ways: Iterable[str]) -> Callable[[str], bool]:
    """Tells whether a word of a text, as an address or a tag may be, has one of these in it, with nothing between their words."""
    telling = [together for way in ways if len(together := _run_together(way)) >= _TELLING]
    beginnings = frozenset(together[:_TELLING] for together in telling)

    def tells(read: str) -> bool:
        for word in read.split() if telling else ():
            if len(word) < _TELLING:
                continue
            together = word if word.isalnum() else _run_together(word)
            if any(together[at : at + _TELLING] in beginnings for at in range(len(together) - _TELLING + 1)) and any(
                    name in together for name in telling):
                return True
        return False

    return tells
