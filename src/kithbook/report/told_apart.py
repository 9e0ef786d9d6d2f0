"""Two people of one name, told apart where both are shown: by the path of their notes, as it is typed to mean one of them."""

from __future__ import annotations

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
    paths: dict[str, str] = {}
    same: set[str] = set()
    parts: list[Any] = [plain]
    for part in parts:  # which grows meanwhile
        if isinstance(part, dict):
            for name, path in _NAMES:
                if path in part and paths.setdefault(part[name], part[path]) != part[path]:
                    same.add(part[name])
            part = part.values()
        parts += [within for within in part if within.__class__ is dict or within.__class__ is list]
    told: Plain = _told(plain, same) if same else plain
    return told


def _told(value: Any, same: set[str]) -> Any:
    if isinstance(value, list):
        return [_told(part, same) for part in value]
    if not isinstance(value, dict):
        return value
    told = {key: _told(part, same) for key, part in value.items()}
    return told | {name: f"{value[name]} ({value[path]})" for name, path in _NAMES if path in value and value[name] in same}
