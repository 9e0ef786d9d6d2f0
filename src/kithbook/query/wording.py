"""What a text is about: its words, so that two texts about one thing can be told to be.

A word is compared without case and accents, as its stem (`stems.py`), and as one with the
words that `synonyms:` in nb.yaml says mean the same. Where a script sets no words apart,
each two signs that follow one another are a word.
"""

from collections.abc import Iterable, Iterator, Mapping
from unicodedata import combining, normalize

from ..model.pattern import pattern
from ..model.record import NamedTuple
from .stems import stem
from .stop_words import STOP_WORDS

APART = "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Thai to Tibetan, Burmese, Khmer, Japanese, Chinese: scripts that set no words apart, as a class of signs."""
_WORD = pattern(rf"[{APART}]+|[^\W_{APART}]+")
_ASCII_WORD = pattern("[0-9a-z]+")  # compiled in no time
_WITHOUT_SPACES = pattern(f"[{APART}]")
# don't, Ana's: what an apostrophe joins to a word is none.
_APOSTROPHE = pattern("(?<=[a-z])(?:n['\u2019\u02bc]t|['\u2019\u02bc](?:s|re|ve|ll|d|m))\\b")


def bare(text: str) -> str:
    """`text` for searching: no case, no accents."""
    if text.isascii():
        return text.lower()
    text = normalize("NFKD", normalize("NFKD", text).casefold())  # 𝐀 is an A only once it is taken apart
    for sign in set(text):
        if sign >= "\u0300" and combining(sign):
            text = text.replace(sign, "")
    return text


SHORT = 3
"""Words of fewer signs are looked for as a whole."""
WHOLE = "\x02"
"""Stands before a word of which not only a part is looked for."""


class Said(NamedTuple):
    """Something that a text is about: the `key` by which it is compared (without white space), and the words as they stand there (folded)."""

    key: str
    words: str


class Wording:
    """How words compare, with the `synonyms` of a vault's settings.

    All that `synonyms` gives beside one word mean the same as it and as each other.
    """

    def __init__(self, synonyms: Mapping[str, Iterable[str]]) -> None:
        self._stems: dict[str, str] = {}
        self._meant = _groups([[tuple(said.key for said in self._plain(text)) for text in (word, *same)]
                               for word, same in synonyms.items()])
        self._longest = max(map(len, self._meant), default=0)
        self._ways: dict[str, list[tuple[str, ...]]] = {}
        for phrase, key in self._meant.items():
            self._ways.setdefault(key, []).append(phrase)

    def keys(self, text: str) -> list[str]:
        """What a text is about, in its order, with repetitions."""
        return [said.key for said in self.read(text)]

    def read(self, text: str) -> list[Said]:
        """What a text is about, in its order, with the words that say so."""
        plain = list(self._plain(text))
        return list(self._as_one(plain)) if self._longest else plain

    def fragments(self, key: str) -> list[tuple[str, ...]]:
        """How to see quickly that a text may say a key: that it holds all parts of one of these, written as `bare` writes it."""
        return [tuple(_beginning(word) for word in phrase) for phrase in self._ways.get(key, [(key,)])]

    def _plain(self, text: str) -> Iterator[Said]:
        """The words of a text but for those that say nothing, without regard to synonyms."""
        folded = bare(text)
        if "'" in folded or not folded.isascii():
            folded = _APOSTROPHE.sub("", folded)
        for word in (_ASCII_WORD if folded.isascii() else _WORD).findall(folded):
            if word in STOP_WORDS:
                continue
            if not word.isascii() and _WITHOUT_SPACES.match(word):
                yield from (Said(word[at : at + 2], word[at : at + 2]) for at in range(max(1, len(word) - 1)))
            elif len(word) > 1:
                yield Said(self._stem_of(word), word)

    def _stem_of(self, word: str) -> str:
        known = self._stems.get(word)
        if known is None:
            known = self._stems[word] = stem(word)
        return known

    def _as_one(self, plain: list[Said]) -> Iterator[Said]:
        """The same with one key for all words and phrases that mean the same; the longest phrase counts."""
        at = 0
        while at < len(plain):
            for length in range(min(self._longest, len(plain) - at), 0, -1):
                part = plain[at : at + length]
                meant = self._meant.get(tuple(said.key for said in part))
                if meant is not None:
                    yield Said(meant, " ".join(said.words for said in part))
                    at += length
                    break
            else:
                yield plain[at]
                at += 1


def _beginning(word: str) -> str:
    """What all words with a stem begin with; a word that is too short for that is marked as a whole one."""
    if len(word) < SHORT:
        return f"{WHOLE}{word}"
    return word[:-1] if len(word) > SHORT and word[-1] in "ey" else word[:2] if word[-1] == "y" else word


def is_apart(text: str) -> bool:
    """Whether all of a text is of scripts that set no words apart."""
    return not text.isascii() and all(map(_WITHOUT_SPACES.match, text))


def _groups(same: Iterable[Iterable[tuple[str, ...]]]) -> dict[tuple[str, ...], str]:
    """One key for each phrase that means the same as others. Groups that share a phrase are one."""
    groups: list[set[tuple[str, ...]]] = []
    for phrases in same:
        group = {phrase for phrase in phrases if phrase}
        for other in [known for known in groups if known & group]:
            group |= other
            groups.remove(other)
        groups.append(group)
    return {phrase: "·".join(min(group)) for group in groups for phrase in group}
