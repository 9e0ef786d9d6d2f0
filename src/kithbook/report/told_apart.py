"""Two people of one name, told apart where both are shown: by the path of their notes, as it is typed to mean one of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from .plain import Plain

_ANSWERS = frozenset(("agenda", "promises", "replies", "thanks", "loops"))
_NAMES = (("contact", "contact_path"), ("other", "other_path"), ("about", "about_path"))
_WITHIN = "also"  # what of a row is rows again


def tell_apart(answer: str, plain: Plain) -> Plain:
    """The plain data of an answer, in which names that mean several people have the path of their note behind them.

    For eyes alone: a program tells them apart by `contact_path`. Where no two names are the same, the data are what they were,
    and so is each row in which none of these stands.
    """
    if answer not in _ANSWERS:
        return plain
    lists = {key: rows for key, rows in plain.items() if rows.__class__ is list and rows and rows[0].__class__ is dict}
    paths: dict[str, str] = {}
    same: set[str] = set()
    for rows in lists.values():
        _look(rows, paths, same)
    return plain | {key: [_told(row, same) for row in rows] for key, rows in lists.items()} if same else plain


def _look(rows: Sequence[Plain], paths: dict[str, str], same: set[str]) -> None:
    """Take note of the names in some rows, all of which have the same fields: which path each has, and which have several."""
    for name, path in _NAMES:
        if rows and path in rows[0]:
            same.update([row[name] for row in rows if paths.setdefault(row[name], row[path]) != row[path]])
    if rows and _WITHIN in rows[0]:
        for row in rows:
            _look(row[_WITHIN], paths, same)


def _told(row: Plain, same: Collection[str]) -> Plain:
    told: Plain = {name: f"{row[name]} ({row[path]})" for name, path in _NAMES if path in row and row[name] in same}
    if row.get(_WITHIN):
        told[_WITHIN] = [_told(within, same) for within in row[_WITHIN]]
    return row | told if told else row
