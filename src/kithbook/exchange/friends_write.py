"""People and what was done with them, as the file of the program `friends`.

Its syntax has no escapes: a name is all up to a bracket, whom a line names stands between `**`,
a place between `_`, and `@word` is a tag. What would be read as one of them, and is none, is
written otherwise.
"""

import re
from collections.abc import Iterable, Sequence

from ..model.entry import NO_CONTACT
from ..model.exported import Person, Together
from .person import each_once, one_line

_NOT_IN_NAME = re.compile(r"[()\[\]@#*_\s]+")
_ALSO_KNOWN = re.compile(r"a\.k\.a\.")
_BOLD = re.compile(r"\*{2,}")
_EMPHASIS = re.compile(r"(?<!\w)_+([^_]+)_+(?!\w)")
_AT = re.compile(r"(?s)(^|.)@(?=[^\W_])")
_TAG = re.compile(r"(?<!\S)#([\w/-]*[^\W\d][\w/-]*)")
_HYPHENS = re.compile("-{2,}")
_TO = {"in": "from", "out": "to", "both": "with", None: "with"}
_PLAIN = frozenset(["meeting", "note"])  # what a line of the file is anyway
_NOBODY = "Somebody"


def write_friends(people: Sequence[Person], happened: Iterable[Together]) -> str:
    """The file's four sections, in the order in which `friends` itself keeps them. Those of one name are told apart by a number."""
    names = _names(people)
    lines: dict[bool, list[tuple[str, str]]] = {True: [], False: []}
    for one in happened:
        lines[one.kind not in NO_CONTACT].append((one.day.isoformat(), _describe(one, [names[index] for index in one.who])))
    places = {_name(one.location) for one in people} - {""}
    sections = {
        "Activities": _newest_first(lines[True]),
        "Notes": _newest_first(lines[False]),
        "Friends": [_friend(name, one) for name, one in sorted(zip(names, people, strict=True))],
        "Locations": sorted(places)}
    return "\n".join("".join([f"### {title}:\n", *(f"- {line}\n" for line in section)]) for title, section in sections.items())


def _newest_first(lines: list[tuple[str, str]]) -> list[str]:
    return [f"{day}: {said}" for day, said in sorted(sorted(lines), key=lambda line: line[0], reverse=True)]


def _name(text: str) -> str:
    return one_line(_NOT_IN_NAME.sub(" ", text))


def _names(people: Iterable[Person]) -> list[str]:
    names: dict[str, str] = {}
    for one in people:
        plain = name = _name(one.name) if any(map(_is_of_word, one.name)) else _NOBODY  # signs alone are not told from those of the file
        number = 1
        while name.casefold() in names:
            number += 1
            name = f"{plain} {number}"
        names[name.casefold()] = name
    return list(names.values())


def _friend(name: str, one: Person) -> str:
    aliases = each_once(_ALSO_KNOWN.sub("aka", _name(alias)) for alias in one.aliases)
    known = f" ({' '.join(f'a.k.a. {alias}' for alias in aliases)})" if aliases else ""
    place = f" [{_name(one.location)}]" if _name(one.location) else ""
    tags = dict.fromkeys(written for tag in one.tags if (written := _tag(tag.lower())) and not written.isdigit())
    return f"{name}{known}{place}{''.join(f' @{tag}' for tag in tags)}"


def _tag(tag: str) -> str:
    return _HYPHENS.sub("-", "".join(sign if _is_of_word(sign) else "-" for sign in tag)).strip("-")


def _is_of_word(sign: str) -> bool:
    """Whether a sign is part of a word for `friends`: unlike for us, `²` and `½` are not."""
    return sign.isalpha() or sign.isdecimal()


def _describe(one: Together, names: Sequence[str]) -> str:
    """What happened, naming everybody: in its own words, behind whom it was with where they do not say so."""
    text = _plain(one.text)
    found: set[str] = set()

    def mark(match: re.Match[str]) -> str:
        found.add(match[0])
        return f"**{match[0]}**"

    ways = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    text = re.sub(rf"(?<!\w)(?:{ways})(?!\w)", mark, text)
    unnamed = [name for name in names if name not in found] if one.kind in _PLAIN else names
    if not unnamed:
        return text
    who = ", ".join(f"**{name}**" for name in unnamed)
    verb = "" if one.kind == "note" else f"{one.kind.capitalize()} {'with' if one.kind == 'meeting' else _TO[one.direction]} "
    return f"{verb}{who}: {text}" if text else f"{verb}{who}"


def _plain(text: str) -> str:
    """A text without anything that the file's syntax would read in it, but for its own tags."""
    text = _EMPHASIS.sub(r"\1", _BOLD.sub("", one_line(text)))
    if text.count("_") > 1:
        text = text.replace("_", "-")
    text = _AT.sub(lambda match: match[0] if match[1] and _is_of_word(match[1]) else f"{match[1]}(at)", text)
    return one_line(_TAG.sub(lambda match: f"@{tag}" if (tag := _tag(match[1])) else match[1], text))
