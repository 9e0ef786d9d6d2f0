"""A JSON file that another program keeps, with members put in and every other byte left as it is."""

from collections.abc import Mapping
from json import JSONDecoder, dumps, loads
from typing import Any

from ..model.pattern import pattern
from ..model.record import NamedTuple

_SPACE = pattern(r"[ \t\r\n]*")


class _Object(NamedTuple):
    """An object in a text: its members, each with where its value begins; where the first
    member begins, where the last one ends, and where the brace that closes it stands."""

    members: dict[str, int]
    first: int
    last: int
    brace: int


def add_members(text: str, key: str, wanted: Mapping[str, str]) -> str:
    """The text with those of `wanted` that the object under `key` lacks, in whatever case it has them.

    The object is made where it is missing. Raises `ValueError` for what is no JSON of that kind.
    """
    try:
        whole = loads(text)
    except RecursionError:
        raise ValueError("too deep") from None
    if not isinstance(whole, dict) or not isinstance(whole.get(key, {}), dict):
        raise ValueError(f"no object with an object `{key}`")
    present = {name.casefold() for name in whole.get(key, {})}
    missing = {name: value for name, value in wanted.items() if name.casefold() not in present}
    if not missing:
        return text
    top = _read_object(text, _skip(text, 0))
    if key not in top.members:
        return _put_in(text, top, {key: missing}, "\n")
    gap = text[_skip_back(text, top.first) : top.first]
    return _put_in(text, _read_object(text, top.members[key]), missing, gap)


def _put_in(text: str, inside: _Object, missing: Mapping[str, Any], around: str) -> str:
    """The members put behind those that the object has, laid out as the first of them; `around` is the gap before the object's own key."""
    if not inside.members:
        laid_out = dumps(missing, indent=2 if "\n" in around else None, ensure_ascii=False)
        return text[: inside.first - 1] + laid_out.replace("\n", around) + text[inside.brace + 1 :]
    gap = text[_skip_back(text, inside.first) : inside.first]
    indent = 2 if "\n" in gap else None
    parts = ((dumps(name), dumps(value, indent=indent, ensure_ascii=False).replace("\n", gap)) for name, value in missing.items())
    added = "".join(f",{gap}{name}: {value}" for name, value in parts)
    return text[: inside.last] + added + text[inside.last :]


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _skip_back(text: str, at: int) -> int:
    while text[at - 1] in " \t\r\n":
        at -= 1
    return at


def _read_object(text: str, start: int) -> _Object:
    """The object that begins at `start`, in a text that is known to be JSON."""
    read = JSONDecoder().raw_decode
    first = last = start + 1
    at = _skip(text, first)
    members: dict[str, int] = {}
    while text[at] != "}":
        at = _skip(text, at + 1) if text[at] == "," else at
        first = first if members else at
        key, at = read(text, at)
        members[key] = at = _skip(text, _skip(text, at) + 1)
        _, last = read(text, at)
        at = _skip(text, last)
    return _Object(members, first, last, at)
