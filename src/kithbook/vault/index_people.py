"""Whom links mean, asked of the index link by link: for a few, that is quicker than to know all notes."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from typing import TYPE_CHECKING

from ..model.people import People

if TYPE_CHECKING:
    from .index import Index


def people_asked(index: Index, named: Callable[[str], Sequence[str]]) -> People:
    """`named` gives the paths of the contacts who go by a name (folded), as `People` has it."""
    return People(_Names(index), _Contacts(index), named)


class _Names:
    """The notes by their names."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: dict[str, Sequence[str]] = {}

    def get(self, name: str, _default: Sequence[str], /) -> Sequence[str]:
        if name not in self._known:
            self._known[name] = self._index.notes.named(name)
        return self._known[name]


class _Contacts(Container[str]):
    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: dict[object, bool] = {}

    def __contains__(self, path: object) -> bool:
        if path not in self._known:
            self._known[path] = self._index.notes.kind_of(str(path)) == "contact"
        return self._known[path]
