"""Makes the index anew from all notes of the vault: on both cores, and with no more in memory than must be."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from itertools import chain, zip_longest
from typing import Any

from ..model.people import People
from ..model.resolve import by_stem
from ..model.settings import Settings
from ..model.withheld import Text
from .due_values import with_ids
from .elsewhere import Elsewhere, Gone
from .index import Index
from .made import Days
from .naming import GoesBy, Naming, all_of, with_one_of, words_of
from .reading import WORTH_A_PROCESS, Progress
from .share import Batch, Share, Told
from .stamps import may_fork

# From so many notes on, they are not held in memory as they were read.
_MANY = 30_000
# This process writes all that comes of it, too; with this share both are done at the same time.
_OWN_SHARE = 0.42

DaysOf = Callable[[Iterable[tuple[str, Text]]], Days]
"""The days from history of undated promises, see `made.days_of`."""


def build(index: Index, root: str, paths: Sequence[str], settings: Settings, today: date, days_of: DaysOf,
          progress: Progress | None = None) -> set[str]:
    """Write all that these notes say, in place of what is there; those that could not be read for good."""
    if len(paths) >= WORTH_A_PROCESS and may_fork():
        with suppress(Gone):
            own, theirs = _halves(root, paths, settings, today)
            other = Elsewhere(theirs)
            try:
                return _Building(index, [own, other], days_of).build(progress)
            finally:
                other.end()
    return _Building(index, [Share(root, paths, settings, today, many=len(paths) > _MANY)], days_of).build(progress)


def _halves(root: str, paths: Sequence[str], settings: Settings, today: date) -> tuple[Share, Share]:
    own_part = int(len(paths) * _OWN_SHARE)
    many = len(paths) > _MANY
    return Share(root, paths[:own_part], settings, today, many=many), Share(root, paths[own_part:], settings, today, many=many)


class _Building:
    def __init__(self, index: Index, shares: Sequence[Share | Elsewhere], days_of: DaysOf) -> None:
        self._index = index
        self._shares = shares
        self._days_of = days_of
        self._withheld: set[str] = set()
        self._unnamed: set[str] = set()
        self._said: list[list[bytes]] = [[] for _ in shares]
        self._undated: list[tuple[str, Text]] = []
        self._promises: list[Any] = []
        self._sharing: set[str] = set()

    def build(self, progress: Progress | None) -> set[str]:
        told = [share.tell(progress if place == 0 else None) for place, share in enumerate(self._shares)]
        fleeting = {path for path, _, _, lasting, *_ in chain(*told) if not lasting}
        with self._index.made_anew():
            secret, others = _secret_names(told)
            steps = [share.settle(everywhere, here, tuple(secret), others) for share, (everywhere, here) in zip(self._shares, _settled(told), strict=True)]
            named = [(path, name, names) for path, _, hidden, _, name, names, _ in chain(*told) if names and not hidden]
            del told  # the links are no longer needed
            self._all_do(steps)
            self._write("known_name", sorted((name, path) for path, _, names in named if path not in self._unnamed for name in names))
            tells = Naming(secret, others).are_said
            names = {path: name for path, name, _ in named if path in self._sharing and not tells(name)}
            del named
            days = self._days_of(self._undated)
            known = names, list(self._withheld), {key: day.toordinal() for key, day in days.known.items()}, days.told
            self._all_do([share.work_out(said, *known) for share, said in zip(self._shares, self._said, strict=True)])
            self._write("promise", with_ids(self._promises))
        return fleeting

    def _all_do(self, steps: Sequence[Iterator[Batch]]) -> None:
        """Write what comes of it, batch by batch, from each in turn."""
        for turn in zip_longest(*steps):
            for place, batch in enumerate(turn):
                for what, rows in (batch or {}).items():
                    self._take(place, what, rows)

    def _take(self, place: int, what: str, rows: list[Any]) -> None:
        if what == "withheld":
            self._withheld.update(rows)
        elif what == "unnamed":
            self._unnamed.update(rows)
        elif what == "undated":
            self._undated += rows
        elif what == "sharing":
            self._sharing.update(rows)
        elif what == "said":
            self._said[1 - place] += rows  # what is not said of one's own contacts is said of those of the other
        elif what == "promise":
            self._promises += rows  # their ids depend on all of them
        else:
            self._write(what, rows)

    def _write(self, table: str, rows: Sequence[Any]) -> None:
        with self._index.trouble():
            self._index.due.insert(table, rows)


def _settled(told: Sequence[Sequence[Told]]) -> Iterator[tuple[dict[str, str | None], dict[tuple[str, str], str | None]]]:
    """For each share: whom its links mean, everywhere or in one note."""
    everybody = {path: names for path, *_, names, _ in chain(*told) if names}
    by_name: dict[str, list[str]] = {}
    for path, names in everybody.items():
        for name in names:
            by_name.setdefault(name, []).append(path)
    people = People(by_stem(path for path, *_ in chain(*told)), everybody, lambda name: by_name.get(name, ()))
    for share in told:
        everywhere: dict[str, str | None] = {}
        here: dict[tuple[str, str], str | None] = {}
        for path, *_, links in share:
            for link in links:
                if link not in everywhere:
                    found = people.find(link, path)
                    if people.means_the_same(link):
                        everywhere[link] = found
                    else:
                        here[path, link] = found
        yield everywhere, here


def _secret_names(told: Sequence[Sequence[Told]]) -> tuple[GoesBy, list[str]]:
    """What confidential people go by, and names of others with it in them, see `Naming`."""
    secret = all_of(GoesBy(*map(frozenset, known)) for _, _, known, *_ in chain(*told) if known)
    others = (name for _, _, hidden, _, _, names, _ in chain(*told) if not hidden for name in names)
    return secret, sorted(with_one_of(words_of(secret.names), others))
