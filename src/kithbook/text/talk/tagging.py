"""A text as a string of tags: one sign a word, so that frames are short patterns over short strings."""

import re
from typing import NamedTuple

from .days import NamedDay
from .language import Language

_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+(?:[.,:/-]\d+)*|->|=>|\n+|[^\s\w]|_")
_SIGNS = {",": "COMMA", ";": "STOP", ":": "COLON", ".": "STOP", "!": "STOP", "?": "ASKED", "\n": "STOP", "->": "DASH", "=>": "DASH",
          "→": "DASH", "—": "DASH", "–": "DASH", "-": "DASH", '"': "QUOTE", "“": "QUOTE", "”": "QUOTE", "„": "QUOTE", "(": "DASH",
          ")": "COMMA", "…": "STOP", "•": "STOP", "&": "AND", "+": "AND", "@": "WORD", "|": "STOP", "'": "QUOTE"}
_LEFT_OUT = frozenset("*_`#~")


class Tagged(NamedTuple):
    """A text by its tags: `starts` and `ends` are the places of each in the text."""

    tags: str
    starts: list[int]
    ends: list[int]


def tag_text(text: str, lower: str, language: Language, days: list[NamedDay]) -> Tagged:
    """The tags of a text. `lower` is the same in lower case."""
    tags: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    of, words, phrases = language.tags, language.words, language.phrases
    parts: list[tuple[str, int, int]] = []
    for match in _TOKEN.finditer(lower):
        start, end = match.span()
        word = match[0]
        if "'" in word and word not in words and word not in phrases:
            for part, at, stop in _split(word, start):
                parts.append((part, at, stop))
        else:
            parts.append((word, start, end))
    day_at, place, count = 0, 0, len(parts)
    opens = True  # a sentence
    while place < count:
        word, start, end = parts[place]
        while day_at < len(days) and days[day_at].end <= start:
            day_at += 1
        if day_at < len(days) and days[day_at].start <= start:
            tags.append(of["DAY"])
            starts.append(days[day_at].start)
            ends.append(days[day_at].end)
            while place < count and parts[place][1] < days[day_at].end:
                place += 1
            opens = False
            continue
        used = 1
        tag = words.get(word)
        joined = language.joined.get(word)
        if joined is not None and (joined[2] or (place + 1 < count and words.get(parts[place + 1][0]) in language.verbs)):
            tags += joined[:2]
            starts += [start, end]
            ends += [end, end]
            opens = False
            place += 1
            continue
        for phrase, its in phrases.get(word, ()):
            if len(phrase) <= count - place and all(parts[place + at][0] == phrase[at] for at in range(1, len(phrase))):
                tag, used = its, len(phrase)
                end = parts[place + used - 1][2]
                break
        if len(word) == 1 and text[start].isupper() and word != "i" and lower[end : end + 1] == ".":
            tag = of["NAME"]
        if tag is None:
            sign = _SIGNS.get(word[0] if word[0] == "\n" else word)
            if sign is None:
                if word in _LEFT_OUT:
                    place += 1
                    continue
                tag = _guess(word, text[start], language, opens=opens)
            elif sign == "STOP" and word == "." and _is_dot(parts, place, text, language):
                place += 1
                continue
            elif sign == "DASH" and word in "–-" and start and not text[start - 1].isspace():
                place += 1
                continue
            else:
                tag = of[sign]
                opens = sign in ("STOP", "ASKED", "QUOTE") or (sign in ("DASH", "COLON") and opens)
                tags.append(tag)
                starts.append(start)
                ends.append(end)
                place += 1
                continue
        opens = False
        tags.append(tag)
        starts.append(start)
        ends.append(end)
        place += used
    return Tagged("".join(tags), starts, ends)


def _split(word: str, start: int) -> list[tuple[str, int, int]]:
    """`she'll` as `she` and `'ll`; `can't` as `ca` and `n't`."""
    if word.endswith("n't"):
        at = len(word) - 3
    else:
        at = word.rfind("'")
    head, tail = word[:at], word[at:]
    if not head:
        return [(word, start, start + len(word))]
    return [(head, start, start + at), (tail, start + at, start + len(word))]


def _is_dot(parts: list[tuple[str, int, int]], place: int, text: str, language: Language) -> bool:
    """Whether a full stop belongs to the word before it."""
    if not place or parts[place - 1][2] != parts[place][1]:
        return False
    word = parts[place - 1][0]
    following = text[parts[place][2] : parts[place][2] + 1]
    if following and not following.isspace() and following not in ",;:)\"'”":
        return True
    if (len(word) == 1 and word.isalpha() and word != "i") or word in language.titles:
        return True
    return word in language.dotted and not text[parts[place][2] : parts[place][2] + 2].strip().isupper()


def _guess(word: str, first: str, language: Language, *, opens: bool) -> str:
    """The tag of a word that no table has."""
    of = language.tags
    if word[0].isdigit():
        return of["NUMBER"]
    if first.isupper() and not opens:
        return of["NAME"]
    if first.isupper():
        return of["NAME"] if len(word) == 1 else of["CAP"]
    for ending, tag in language.endings:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return tag
    return of["PAST"] if language.is_past(word) else of["WORD"]
