"""Two people of one name, told apart where both are shown: by the path of their notes, as it is typed to mean one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .plain import Plain

_ANSWERS = frozenset(("agenda", "promises", "replies", "thanks", "loops"))
_NAMES = (("contact", "contact_path"), ("other", "other_path"), ("about", "about_path"))


def tell_apart(answer: str, plain: Plain) -> Plain:
    """The plain data of an answer, in which names that mean several people have the path of their note behind them.

    For eyes alone: a program tells them apart by `contact_path`. Where no two names are the same, the data are what they were.
    """
    if answer not in _ANSWERS:
        return plain
    paths: dict[str, set[str]] = {}
    for name, path in _named(plain):
        paths.setdefault(name, set()).add(path)
    same = {name for name, of in paths.items() if len(of) > 1}
    told: Plain = _told(plain, same) if same else plain
    return told


def _named(value: Any) -> Iterator[tuple[str, str]]:
    """Everybody who is named, with the path of their note."""
    if isinstance(value, dict):
        for name, path in _NAMES:
            if path in value:
                yield value[name], value[path]
        value = value.values()
    elif not isinstance(value, list):
        return
    for part in value:
        if isinstance(part, dict | list):
            yield from _named(part)


def _told(value: Any, same: set[str]) -> Any:
    if isinstance(value, list):
        return [_told(part, same) for part in value]
    if not isinstance(value, dict):
        return value
    told = {key: _told(part, same) for key, part in value.items()}
    return told | {name: f"{value[name]} ({value[path]})" for name, path in _NAMES if path in value and value[name] in same}
