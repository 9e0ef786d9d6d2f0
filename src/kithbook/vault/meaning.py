"""Whom the links of notes mean, for a share of a vault that has not all notes; see `share`."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..model.record import NamedTuple

Said = tuple[str, str, int, list[Any], list[Any], dict[str, str | None] | None]
"""What a note says of a contact: the contact's path, its own, since when it holds, entries and promises.

The last is whom the links mean of entries that may be of an introduction; None when the note is a contact's.
"""


class Meaning(NamedTuple):
    """Whom links mean: those that mean the same `everywhere`, and those of which it depends on the note (`here`, path and link)."""

    everywhere: Mapping[str, str | None]
    here: Mapping[tuple[str, str], str | None]

    def find_all(self, targets: Sequence[str], source: str) -> tuple[str, ...]:
        everywhere = self.everywhere
        if len(targets) == 1 and targets[0] in everywhere:
            path = everywhere[targets[0]]
            return () if path is None else (path,)
        return tuple(dict.fromkeys(path for target in targets if (path := self.find(target, source)) is not None))

    def find(self, target: str, source: str) -> str | None:
        return self.everywhere[target] if target in self.everywhere else self.here[source, target]


class Around(NamedTuple):
    """Whom links mean in a contact's own note, and in what others say of the contact."""

    meaning: Meaning
    said: Sequence[Said]

    def find_all(self, targets: Sequence[str], source: str) -> tuple[str, ...]:
        meant = self._meant(source)
        if meant is None:
            return self.meaning.find_all(targets, source)
        return tuple(dict.fromkeys(path for target in targets if (path := meant[target]) is not None))

    def is_contact(self, path: str) -> bool:
        return self._meant(path) is None

    def _meant(self, source: str) -> Mapping[str, str | None] | None:
        return next((meant for _, path, *_, meant in self.said if path == source), None)
