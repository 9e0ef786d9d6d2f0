"""What the log says that somebody can do: where no offer meets a need, a line of a log may.

Weaker than an offer, and said so: the words of the need stand in one entry.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from .match import MatchRow, Side, telling_keys
from .traits import Trait

if TYPE_CHECKING:
    from .sayings import Page, Saying
    from .shelf import Shelf
    from .wording import Wording

_MOST_FOR_A_NEED = 3
_TELLS_OF_NEEDS = frozenset(["ask", "problem", "reflection"])


def find_told(shelf: Shelf, wording: Wording, needs: Collection[tuple[Trait, str | None]]) -> tuple[MatchRow, ...]:
    """Entries about others that hold the words of a need: two of them, or all when there is but one.

    `needs` come with the name of whose they are (None for me).
    """
    rows: list[MatchRow] = []
    for need, name in needs:
        keys = telling_keys(need.text, wording)
        about = [said for said in wording.read(need.text) if said.key in keys]
        if not keys:
            continue
        enough = min(2, len(keys))
        side = Side(name, need.path if name is not None else None, name is None, need.key, need.text, need.path, need.line)
        best: dict[str, tuple[int, MatchRow]] = {}
        for page, saying, owner, owner_name in _entries(shelf, [way for key in sorted(keys) for way in wording.fragments(key)]):
            shared = keys.intersection(wording.keys(saying.text))
            if len(shared) < enough or owner == need.path or saying.kind in _TELLS_OF_NEEDS:
                continue
            if owner not in best or best[owner][0] < len(shared):
                offer = Side(owner_name, owner, False, "log", saying.text, page.path, saying.line)
                words = tuple(dict.fromkeys(said.words for said in about if said.key in shared))
                best[owner] = len(shared), MatchRow(side, offer, None, None, words, "weak")
        ranked = sorted(best.values(), key=lambda found: (-found[0], len(found[1].offer.text), found[1].offer.path))
        rows += [row for _, row in ranked[:_MOST_FOR_A_NEED]]
    return tuple(rows)


def _entries(shelf: Shelf, sieve: list[tuple[str, ...]]) -> Iterator[tuple[Page, Saying, str, str]]:
    """The entries that may get through the sieve, each with a contact of whom it tells."""
    for page in shelf.told(sieve):
        for saying in page.sayings:
            if saying.what == "log":
                if page.name is not None:
                    yield page, saying, page.path, page.name
                for owner in shelf.meant(saying.links, page.path):
                    if not owner.confidential:
                        yield page, saying, owner.path, owner.name
