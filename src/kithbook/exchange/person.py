"""The values of other programs, cleaned: lines, lists, birthdays, tags."""

import re
from collections.abc import Iterable
from datetime import date

from ..model.exported import Person

# A sequence that a terminal would act on goes as a whole, not only the sign that begins it.
_CONTROL = re.compile("(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b\\]|\x9d)[^\x07\x1b\x9c\n]{0,500}(?:\x07|\x1b\\\\|\x9c)|\x1b[ -/]*[0-~]|"
                      "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")
_ENCODED = re.compile(r"=\?[\w*-]+\?[bq]\?[^?\s]*\?=(?:\s+=\?[\w*-]+\?[bq]\?[^?\s]*\?=)*", re.IGNORECASE)
_TEMPLATE = re.compile(r"\{(?=\{)|<(?=%)")
_HIDDEN_YEARS = ("1604", "0000")  # what Apple's and others' programs write for a birthday without its year
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?|--(\d\d)-?(\d\d)(?:T.*)?|/?(\d\d)-(\d\d)")


def one_line(text: str) -> str:
    """A value as one line, without signs that no note should have, and with the encoded words of mail read."""
    return " ".join(_CONTROL.sub("", _decoded(text).replace("\r", "\n")).split())


def several_lines(text: str) -> str:
    """A longer text, line for line, without signs that no note should have."""
    lines = _CONTROL.sub("", _decoded(text).replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _decoded(text: str) -> str:
    """A text with its encoded words (RFC 2047) read: address books take names from the headers of mail."""
    return _ENCODED.sub(_decode_words, text) if "=?" in text else text


def _decode_words(found: re.Match[str]) -> str:
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(found[0])))
    except (LookupError, ValueError, HeaderParseError):
        return found[0]


def each_once(texts: Iterable[str], *, exactly: bool = False) -> tuple[str, ...]:
    """The values as lines, without empty ones and without repetitions, which may differ in case unless `exactly` is said."""
    found: dict[str, str] = {}
    for text in map(one_line, texts):
        if text:
            found.setdefault(text if exactly else text.casefold(), text)
    return tuple(found.values())


def read_birthday(text: str) -> str:
    """A birthday as notes have it; empty for what is no day."""
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return ""
    year, month, day = match[1], match[2] or match[4] or match[6], match[3] or match[5] or match[7]
    try:
        date(2000 if year is None or year in _HIDDEN_YEARS else int(year), int(month), int(day))
    except ValueError:
        return ""
    day_of_year = f"{int(month):02}-{int(day):02}"  # not every digit is an ASCII one
    return f"--{day_of_year}" if year is None or year in _HIDDEN_YEARS else f"{int(year):04}-{day_of_year}"


def as_tags(texts: Iterable[str]) -> tuple[str, ...]:
    """Groups and categories as tags: letters, digits, `-`, `_` and `/`."""
    found = (re.sub(r"[^\w/-]+", "-", one_line(text).lstrip("*# ")).strip("-/").lower() for text in texts)
    return tuple(dict.fromkeys(tag for tag in found if tag and not tag.isdigit()))


def as_key(prefix: str, label: str) -> str:
    """The property that keeps a field which notes have no word for: `google_nickname`."""
    slug = re.sub(r"[\W_]+", "_", one_line(label).casefold()).strip("_")
    return f"{prefix}_{slug}" if slug else prefix


def own_people(people: Iterable[Person]) -> tuple[Person, ...]:
    """The people of an export of ours: one that somebody has copied there, to write another person into it, is none of ours."""
    names: dict[str, str] = {}
    return tuple(person._replace(own=False, uid="") if person.own and names.setdefault(person.uid, person.name) != person.name else person
                 for person in people)


def harmless(person: Person) -> Person:
    """A person in whose properties nothing looks like a template's `{{…}}` or `<%…%>`: a note with that is no contact."""

    def apart(text: str) -> str:
        return _TEMPLATE.sub(lambda found: f"{found[0]} ", text)

    def all_apart(texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(apart, texts))

    return person._replace(
        name=apart(person.name), org=apart(person.org), role=apart(person.role), location=apart(person.location),
        aliases=all_apart(person.aliases), email=all_apart(person.email), phone=all_apart(person.phone), url=all_apart(person.url), tags=all_apart(person.tags),
        further=tuple((key, apart(value)) for key, value in person.further))
