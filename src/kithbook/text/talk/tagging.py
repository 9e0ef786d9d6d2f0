"""A text as a string of tags: one sign a word, so that frames are short patterns over short strings."""

import re

from ...model.record import NamedTuple
from .days import NamedDay
from .language import Language

_TOKEN = re.compile(r"b4\b|[^\W\d_]+(?:['-][^\W\d_]+)*(?:'(?<=in')(?=\s)|/(?:(?<=\bw/)(?![bce]\b)|(?<=\bs/)he\b))?|\d+(?:[.,:/-]\d+)*(?:(?:st|nd|rd|th|\s?[ap]m|[a-z])\b)?|->|=>|\n+|[^\s\w]|_")
_SIGNS = {",": "COMMA", ";": "STOP", ":": "COLON", ".": "STOP", "!": "STOP", "?": "ASKED", "->": "DASH", "=>": "DASH",
          "→": "DASH", "—": "DASH", "–": "DASH", "-": "DASH", '"': "QUOTE", "“": "QUOTE", "”": "QUOTE", "„": "QUOTE", "'": "QUOTE",
          "(": "DASH", ")": "COMMA", "…": "STOP", "•": "STOP", "|": "STOP", "&": "AND", "+": "AND"}
_CAPITAL = re.compile(r"[A-HJ-ZÀ-Þ]")
_SAID = 3  # words at most between `told` and `id` for `I'd`
_LEFT_OUT = frozenset("*_`#~")


class Tagged(NamedTuple):
    """A text by its tags: `starts` and `ends` are the places of each in the text."""

    tags: str
    starts: list[int]
    ends: list[int]


_Part = tuple[str, int, int]  # a word, and where in the text it begins and ends


def tag_text(text: str, lower: str, language: Language, days: list[NamedDay]) -> Tagged:
    """The tags of a text. `lower` is the same in lower case; each of the `days` in it has one tag."""
    return _Tagger(text, lower, language).run(days)


class _Tagger:
    """One text on its way to tags."""

    def __init__(self, text: str, lower: str, language: Language) -> None:
        self.text, self.lower, self.language = lower if text.isupper() else text, lower, language
        self.tags: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.parts: list[_Part] = []
        words, phrases = language.words, language.phrases
        for match in _TOKEN.finditer(lower):
            word = match[0]
            if "'" in word and word not in words and word not in phrases:
                self.parts += self._split(word, match.start())
            else:
                self.parts.append((word, *match.span()))

    def run(self, days: list[NamedDay]) -> Tagged:
        parts, count, plain, openers = self.parts, len(self.parts), self.language.plain, self.language.openers
        tags, starts, ends = self.tags, self.starts, self.ends
        place, opens = 0, True
        coming = iter(days)
        day = next(coming, None)
        next_day = day.start if day else len(self.lower)
        while place < count:
            word, start, end = parts[place]
            if next_day <= start and day is not None:
                if day.end > start:
                    place, opens = self._pass(day, place)
                day = next(coming, None)
                next_day = day.start if day else len(self.lower)
                continue
            tag = plain.get(word)
            if tag is None and (opener := openers.get(word)) is not None and (place + 1 == count or parts[place + 1][0] not in opener[1]):
                tag = opener[0]  # it could begin a phrase, and does not
            if tag is not None:
                tags.append(tag)
                starts.append(start)
                ends.append(end)
                place, opens = place + 1, False
                continue
            used, opens = self._take(place, opens=opens)
            place += used
        if _CAPITAL.search(self.text) is None:
            self._name_small_ones()
        return Tagged("".join(self.tags), self.starts, self.ends)

    def _pass(self, day: NamedDay, place: int) -> tuple[int, bool]:
        """Tag a day: the place behind it, and whether a sentence opens there."""
        if self.lower.startswith("by ", day.start):
            self._add(self.language.tags["BY"], day.start, day.start)
        self._add(self.language.tags["DAY"], day.start, day.end)
        while place < len(self.parts) and self.parts[place][1] < day.end:
            place += 1
        return place, self._ends_with(day)

    def _name_small_ones(self) -> None:
        """Where all is written small, names are known by where they stand: `josh will bring it`, `told mia`."""
        of, language, known = self.language.tags, self.language, self.language.words
        for place, tag in enumerate(self.tags):
            if tag != of["WORD"] or self.lower[self.starts[place] : self.ends[place]] in known:
                continue
            before = self.tags[place - 1] if place else of["STOP"]
            behind, further = (*self.tags[place + 1 : place + 3], of["STOP"], of["STOP"])[:2]
            acts = ((behind in language.finite and (behind not in (of["WILL"], of["CAN"]) or further in language.doings)) or (behind == of["TO"] and further == of.get("ACT")) or (behind == of.get("IS") and further in language.goes_on)
                    or (behind in (of["DOING"], of["ING"]) and further in (of["ME"], of["MY"])) or (behind == of["AND"] and further in (of["I"], of["ME"])) or (behind == of["COLON"] and further == of.get("YES")))
            titled = place > 0 and self.lower[self.starts[place - 1] : self.ends[place - 1]] in language.titles
            if before in language.opens and acts:
                self.tags[place] = of["CAP"] if before in (of["STOP"], of["ASKED"]) else of["NAME"]
            elif titled or (before in language.reaches and behind in language.closes and not (before == of["TO"] and behind in (of["DET"], of["MY"], of["HIS"]))) or self.tags[max(0, place - 2) : place] == [of["ME"], of["AND"]]:
                self.tags[place] = of["NAME"]

    def _ends_with(self, day: NamedDay) -> bool:
        """Whether a sentence ends with a day, and with the full stop that is part of it (`8 Dec. He said`)."""
        ends = self.lower[day.end - 1] == "." and self.text[day.end : day.end + 2].strip().isupper()
        if ends:
            self._add(self.language.tags["STOP"], day.end - 1, day.end)
        return ends

    def _add(self, tag: str, start: int, end: int) -> None:
        self.tags.append(tag)
        self.starts.append(start)
        self.ends.append(end)

    def _drop(self) -> str:
        """Leave out the last tag."""
        self.starts.pop()
        self.ends.pop()
        return self.tags.pop()

    def _take(self, place: int, *, opens: bool) -> tuple[int, bool]:
        """Tag what stands at a place: how many parts that are, and whether a sentence opens behind them."""
        word, start, end = self.parts[place]
        language = self.language
        tag = language.words.get(word)
        joined = language.joined.get(word)
        if joined is not None and (joined[2] or self._is_verb(place + 1) or language.tags["SAY"] in self.tags[-_SAID:]):
            self._add(joined[0], start, end)
            self._add(joined[1], end, end)
            return 1, False
        used = 1
        if (begun := language.phrases.get(word)) is not None:
            following = self.parts[place + 1][0] if place + 1 < len(self.parts) else ""
            for phrase, its in (*begun.get(following, ()), *begun.get("", ())):
                if self._stands(phrase, place):
                    tag, used = its, len(phrase) - (phrase[-1] == "$")
                    end = self.parts[place + used - 1][2]
                    break
        if len(word) == 1 and self.text[start].isupper() and word != "i" and self.lower[end : end + 1] == ".":
            tag = language.tags["NAME"]
        elif word == "i" and self.lower[end : end + 2] == ".e":
            tag = language.tags["WORD"]
        if tag is None:
            sign = "STOP" if word[0] == "\n" or (word == ")" and self._is_numbered(place)) else _SIGNS.get(word)
            if word in _LEFT_OUT or (sign is not None and self._means_nothing(sign, place)):
                return 1, opens
            if sign is not None:
                self._add(language.tags[sign], start, end)
                return 1, sign in ("STOP", "ASKED", "QUOTE") or (sign in ("DASH", "COLON") and opens)
            tag = self._guess(word, self.text[start], opens=opens)
        self._add(tag, start, end)
        return used, False

    def _is_numbered(self, place: int) -> bool:
        """Whether `2)` begins an item of a list."""
        number, start, end = self.parts[place - 1]
        return place > 0 and number.isdecimal() and end - start == 1 and self.text[start - 1 : start] in ("", " ")

    def _is_verb(self, place: int) -> bool:
        return place < len(self.parts) and self.language.words.get(self.parts[place][0]) in self.language.verbs

    def _stands(self, phrase: tuple[str, ...], place: int) -> bool:
        """Whether a phrase stands there; its `$` is an end, or a sign."""
        if phrase[-1] == "$":
            end = place + len(phrase) - 1
            return (end >= len(self.parts) or not self.parts[end][0][0].isalnum()) and self._stands(phrase[:-1], place)
        return len(phrase) <= len(self.parts) - place and all(
            self.parts[place + at][0] == phrase[at] for at in range(1, len(phrase)))

    def _means_nothing(self, sign: str, place: int) -> bool:
        """Whether a full stop belongs to the word before it, or a dash to the words around it."""
        word, start, end = self.parts[place]
        if sign == "QUOTE":  # of the twins' party
            if word == "'" and self.lower[end : end + 1].isdecimal():
                return True  # the '19
            return word == "'" and self.lower[start - 1 : start] == "s" and self.lower[end : end + 1] == " " and self.tags.count(self.language.tags["QUOTE"]) % 2 == 0
        if sign == "DASH":
            return word in "–-" and start > 0 and not self.text[start - 1].isspace()
        if word != "." or not place or self.parts[place - 1][2] != start:
            return False
        before = self.parts[place - 1][0]
        if before == ".":
            return False  # so it went...I'll ring
        following = self.text[end : end + 1]
        if following and not following.isspace() and following not in ",;:)\"'”":
            return True
        if (len(before) == 1 and before.isalpha() and before != "i") or before in self.language.titles:
            return True
        following = self.parts[place + 1][0] if place + 1 < len(self.parts) else ""
        return before in self.language.dotted and not self.text[end : end + 2].strip().isupper() and self.language.words.get(following) not in self.language.speakers

    def _guess(self, word: str, first: str, *, opens: bool) -> str:
        """The tag of a word that no table has."""
        of = self.language.tags
        if word[0].isdigit():
            if self.tags and self.lower[self.starts[-1] : self.ends[-1]] == "no" and self._drop():
                return of["NAME"]  # who lives at No 14
            return of["NUMBER"]
        if first.isupper() and not opens:
            return of["NAME"]
        known = None if not word.endswith(self.language.all_endings) else next((tag for ending, tag in self.language.endings if word.endswith(ending) and len(word) > len(ending) + 2), None)
        if first.isupper() and not self.language.is_past(word) and known not in (of["ING"], of["THING"]):
            return of["NAME"] if len(word) == 1 else of["CAP"]
        if known is not None:
            return known
        if word.startswith("re") and self.language.words.get(word[2:]) in self.language.verbs:
            return of.get("ACT", of["WORD"])  # resend, recheck
        if word.endswith("in") and (full := self.language.words.get(word + "g")) is not None:
            return full  # bringin it
        return of["PAST"] if self.language.is_past(word) else of["WORD"]

    def _split(self, word: str, start: int) -> list[_Part]:
        """`she'll` as `she` and `'ll`; `can't` as `ca` and `n't`; `bringin'` as `bringing`, `intro'd` as `introed`."""
        if word.endswith("in'"):
            return [(word[:-1] + "g", start, start + len(word))]
        at = len(word) - 3 if word.endswith("n't") else word.rfind("'")
        if word[at:] in self.language.inflected and self.language.words.get(word[:at]) in self.language.verbs:
            return [(word[:at] + self.language.inflected[word[at:]], start, start + len(word))]
        if at <= 0:
            return [(word, start, start + len(word))]
        return [(word[:at], start, start + at), (word[at:], start + at, start + len(word))]
