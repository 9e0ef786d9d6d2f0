"""The file of the program `friends`: people with places and tags, what was done with them, and notes about them."""

import re
from datetime import date

from ..model.exported import Export, Happening, Person, Remark
from ..model.resolve import fold
from .decode import decode_export
from .person import as_tags, each_once, one_line

_FRIEND = re.compile(r"- ([^(\[@]+)(?:\(a\.k\.a\. ([^)]*)\))?[ ]*(?:\[([^\]]*)\])?((?:[ ]+@\S+)*)[ ]*")
_HAPPENED = re.compile(r"- (\d{4}-\d\d-\d\d): (.*)")
_NAMED = re.compile(r"\*\*([^*]+)\*\*")
_PLACE = re.compile(r"(?<!\w)_([^_]+)_(?!\w)")
_TAG = re.compile(r"(?<!\S)@(?=\w)")
_WORDS = {"activities": "meeting", "notes": "note"}
_SECTIONS = frozenset([*_WORDS, "friends", "locations"])


def read_friends(data: bytes) -> Export:
    """The friends of a `friends.md`. An activity or a note goes to everybody whom it names."""
    people: dict[str, Person] = {}  # by name, whatever the case
    happened: dict[str, list[tuple[int, str, Happening]]] = {}
    remarks: list[Remark] = []
    section = ""
    for number, line in enumerate(decode_export(data).splitlines(), 1):
        if line.startswith("#"):
            section = line.strip("#: \t").casefold()
            if section not in _SECTIONS:
                remarks.append(Remark(number, "skipped", "what stands below this line is none of friends, activities or notes"))
        elif section not in _SECTIONS or not line.strip():
            continue
        elif not line.startswith("- "):
            remarks.append(Remark(number, "fault", "this line does not begin with `- `"))
        elif section in _WORDS:
            _read_happened(number, line, _WORDS[section], happened, remarks)
        elif section == "friends":
            match = _FRIEND.fullmatch(line)
            if match is None or not one_line(match[1]):
                remarks.append(Remark(number, "fault", "this friend cannot be read"))
                continue
            name = one_line(match[1])
            if (same := people.get(fold(name))) is not None:
                remarks.append(Remark(number, "skipped", f"{name} stands in line {same.line} already, and what is said of them goes there"))
                continue
            people[fold(name)] = Person(number, name, aliases=each_once((match[2] or "").split(" a.k.a. ")),
                                  location=one_line(match[3] or ""), tags=as_tags(tag.lstrip("@") for tag in match[4].split()), own=True)
    if not people:
        remarks.append(Remark(1, "fault", "there are no friends in this file"))
    for unknown in happened.keys() - people.keys():
        (first, called, _), *more = happened[unknown]
        again = f" (also in line{'s' if len(more) > 1 else ''} {', '.join(str(line) for line, *_ in more)})" if more else ""
        remarks.append(Remark(first, "skipped", f"{called} is named, and not among the friends{again}"))
    remarks.sort(key=lambda remark: remark.line)
    return Export(tuple(one._replace(happened=tuple(what for *_, what in happened.get(name, ()))) for name, one in people.items()), tuple(remarks))


def _read_happened(number: int, line: str, word: str, happened: dict[str, list[tuple[int, str, Happening]]], remarks: list[Remark]) -> None:
    match = _HAPPENED.fullmatch(line)
    names = tuple(dict.fromkeys(map(one_line, _NAMED.findall(line))))
    try:
        day = date.fromisoformat(match[1]) if match else None
    except ValueError:
        day = None
    if match is None or day is None:
        remarks.append(Remark(number, "fault", "this line does not begin with a day"))
    elif not names:
        remarks.append(Remark(number, "skipped", "this line names no friend"))
    else:
        said = one_line(_TAG.sub("#", _PLACE.sub(r"\1", _NAMED.sub(r"\1", match[2]))))
        for name in names:
            happened.setdefault(fold(name), []).append((number, name, Happening(day, word, None, said)))
