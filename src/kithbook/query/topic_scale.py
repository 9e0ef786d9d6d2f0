"""How much what is said of somebody counts for a topic.

A word counts the more the fewer people it is said of, and saying it often counts less and less
(BM25); what was said lately counts more than what was said years ago.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from math import fsum, log

from .gist import read_sort
from .sayings import What
from .topic import Topic

_WEIGHTS: dict[What, float] = {
    "need": 1.5, "challenge": 1.3, "goal": 1.3, "interest": 1.3, "tag": 1.0, "offer": 0.9, "log": 1.0}
_WHOLE = 1.2  # what a value counts that says nothing else
_LATELY = 365  # days
_A_WHILE = 2 * 365
_MINE = 0.7  # what I wrote or did tells less of them than what they did
_OLD = 0.4  # what an entry counts that is older
_K = 1.2  # how soon saying it again stops to count, as in BM25
_COMMON = 0.2  # a word that is said of more people than this share tells nothing by itself
_FEW = 3  # but of so many it does
_HALF = 0.5
_UNKNOWN = 0.25  # what a word counts that nobody's notes have: it tells nobody from anybody


NOTHING = -1
"""The code of what does not count."""


class Codes:
    """Each saying as a number that is the same for all that count alike, so that thousands are told apart by few.

    Its lowest bits are the topic's keys that the saying is about (`Gists.keys`), those above say what it counts, and whether it
    stands in a profile and says nothing else.
    """

    def __init__(self, topic: Topic, today: date) -> None:
        self.topic = topic
        self.keys = tuple(topic.weights)
        self._bits = len(self.keys)
        self._core = sum(1 << place for place, key in enumerate(self.keys) if key in topic.core)
        self._today = today.toordinal()
        self._kinds: dict[tuple[float, bool, bool], int] = {}
        self._known: dict[int, int] = {}  # by sort
        self._undated: set[int] = set()  # the sorts of what stands in a profile, which counts for an article by any of its keys
        self._read: list[tuple[float, bool, bool]] = []

    def of(self, keys: Sequence[int], sorts: Sequence[int]) -> list[int]:
        """The codes of some sayings by their keys and sorts; `NOTHING` for what does not count."""
        known = self._known
        for sort in sorts:
            if sort not in known:
                known[sort] = self._kind(sort)
                if not read_sort(sort)[1]:
                    self._undated.add(sort)
        if self.topic.typed:
            return [known[sort] | of for sort, of in zip(sorts, keys, strict=True)]
        return [known[sort] | of if of & self._core or sort in self._undated else NOTHING for sort, of in zip(sorts, keys, strict=True)]

    def _kind(self, sort: int) -> int:
        what, day, mine, whole = read_sort(sort)
        if day > self._today:
            return NOTHING  # of which all bits are set, so that it stays so with any keys
        kind = self._counts(what, day, mine, whole), what != "log", whole
        if kind not in self._kinds:
            self._kinds[kind] = len(self._read) << self._bits
            self._read.append(kind)
        return self._kinds[kind]

    def _counts(self, what: What, day: int, mine: bool, whole: bool) -> float:
        """What a saying counts: by what it is, and how long ago it was said."""
        weight = _WEIGHTS[what]
        if not day:
            return weight * (_WHOLE if whole else 1.0)
        days = self._today - day
        weight *= _MINE if mine else 1.0
        return weight * (1.0 if days <= _LATELY else 0.8 if days <= _A_WHILE else _OLD)

    def read(self, code: int) -> tuple[float, bool, bool]:
        """What a saying counts, whether it stands in a profile, and whether it says nothing else."""
        return self._read[code >> self._bits]

    def keys_of(self, code: int) -> frozenset[str]:
        """What of the topic a saying is about."""
        return frozenset(key for place, key in enumerate(self.keys) if code >> place & 1)

    def all_of(self, codes: Iterable[int]) -> int:
        """The keys of several sayings, as the code of one."""
        together = 0
        for code in codes:
            together |= code
        return together & ((1 << self._bits) - 1)


class Scale:
    """How much the words of a topic say, given of how many people they are said."""

    def __init__(self, codes: Codes, told: Collection[Iterable[int]], people: int) -> None:
        """`told` are the codes of what is said of each."""
        self.topic = topic = codes.topic
        self._codes = codes
        self._keys: dict[int, frozenset[str]] = {}
        self._enough: dict[int, bool] = {}
        self._worth: dict[int, float] = {}
        count = dict.fromkeys(topic.weights, 0)
        for together, times in Counter(map(codes.all_of, told)).items():
            for key in self._keys_of(together):
                count[key] += times
        self.common = {key for key, times in count.items() if times > max(_FEW, people * _COMMON)}
        self.weights = {
            key: weight * (1.0 if count[key] else _UNKNOWN) * log(1 + max(0.0, people - count[key] + 0.5) / (count[key] + 0.5))
            for key, weight in topic.weights.items()}
        self.whole = sum(self.weights[key] for key in topic.core) or 1.0

    def _keys_of(self, code: int) -> frozenset[str]:
        keys = self._keys.get(code)
        if keys is None:
            keys = self._keys[code] = self._codes.keys_of(code)
        return keys

    def is_served(self, codes: Iterable[int]) -> bool:
        """Whether what is said of somebody is about the topic, and does not only share a word with it."""
        if self.topic.typed and len(self.topic.core) == 1:  # whoever has the one word that was typed
            return True
        enough = self._enough
        for code in codes:
            tells = enough.get(code)
            if tells is None:
                tells = enough[code] = self._tells(code)
            if tells:
                return True
        return self._tell_together(codes)

    def _tells(self, code: int) -> bool:
        """Whether one saying is enough."""
        _, in_profile, whole = self._codes.read(code)
        keys = self._keys_of(code)
        if in_profile and whole and keys - self.common:
            return True
        core = keys & self.topic.core
        if not core:
            return False
        if not self.topic.typed:
            return len(keys if in_profile else core) > 1 and bool(core - self.common)
        share = self._share(core)
        if len(core) > 1:
            return share >= _HALF
        return in_profile and share >= _HALF and not core <= self.common

    def _tell_together(self, codes: Iterable[int]) -> bool:
        """Whether several sayings are: all of the topic is among them, or one is a value that says nothing else."""
        core = self._keys_of(self._codes.all_of(codes)) & self.topic.core
        if len(core) < 2 or core <= self.common or self._share(core) < _HALF:
            return False
        kinds = [self._codes.read(code) for code in codes]
        return any(in_profile and (whole or (self.topic.typed and core == self.topic.core)) for _, in_profile, whole in kinds)

    def _share(self, core: frozenset[str]) -> float:
        return sum(self.weights[key] for key in core) / self.whole

    def score(self, codes: Mapping[int, int]) -> float:
        """How well it fits, for the order alone; `codes` with how often each is said."""
        said: dict[str, list[float]] = {}
        for code, times in codes.items():
            counts = self._codes.read(code)[0] * times
            for key in self._keys_of(code):
                said.setdefault(key, []).append(counts)
        return round(fsum(self.weights[key] * often * (_K + 1) / (often + _K) for key, counts in said.items() if (often := fsum(counts))), 6)

    def worth(self, code: int) -> float:
        """How much a saying tells."""
        worth = self._worth.get(code)
        if worth is None:
            worth = self._worth[code] = round(fsum(self.weights[key] for key in self._keys_of(code)) * self._codes.read(code)[0], 6)
        return worth

    def weight_of(self, keys: Iterable[str]) -> float:
        """How much these words say of the topic, each once."""
        return sum(self.weights.get(key, 0.0) for key in set(keys))
