"""The stem of a word, so that *gardens*, *gardener* and *gardening* are one, and *Schule* and *Schulen*.

A few rules for English and German at once, since which language a line is in is not known.
They are careful: two words that have nothing to do with each other must not become one, and
that a pair is missed now and then can be mended by `synonyms:` in nb.yaml. A stem is for
comparing, never for showing.
"""

_VOWELS = frozenset("aeiouy")
# Endings that go when at least so many signs stay.
_ENDINGS = (
    ("innen", 5), ("ment", 5), ("ion", 5), ("ern", 5), ("or", 6), ("er", 5), ("en", 5), ("em", 5), ("y", 5), ("e", 5))
_FEWEST = 3


def stem(word: str) -> str:
    """The stem of a word that is in small letters and without accents already."""
    while (shorter := _shortened(word)) != word:
        word = shorter
    return word


def _shortened(word: str) -> str:
    """The word without one ending, if it has one that may go."""
    if len(word) <= _FEWEST or not word.isalpha():
        return word
    if word.endswith("s"):
        return _without_s(word)
    if word.endswith("ing") and _has_vowel(word[:-3]):
        return _after_ending(word[:-3])
    if word.endswith("ed") and not word.endswith("eed") and _has_vowel(word[:-2]):
        return _after_ending(word[:-2])
    for ending, stays in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= stays:
            return word[: -len(ending)]
    # cycle, Kurse: after two consonants an e says nothing. Elsewhere it tells plane from plan.
    if word.endswith("e") and len(word) == 5 and not {word[2], word[3]} & _VOWELS:
        return word[:-1]
    return word


def _without_s(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("sses", "xes", "zes", "ches", "shes")):
        return word[:-2]
    if word.endswith(("ss", "us", "is")) or len(word) == _FEWEST:
        return word
    return word[:-1]


def _has_vowel(part: str) -> bool:
    return len(part) >= 3 and not _VOWELS.isdisjoint(part)


def _after_ending(part: str) -> str:
    """What stays without -ing or -ed, as the word is written without it: plan(ned), bake(d)."""
    last = part[-1]
    if len(part) > 3 and last == part[-2] and last not in "aeioulsz":
        return part[:-1]
    if len(part) in (3, 4) and last not in "wxy" and part[-2] in _VOWELS and _VOWELS.isdisjoint(part[:-2] + last):
        return f"{part}e"
    return part
