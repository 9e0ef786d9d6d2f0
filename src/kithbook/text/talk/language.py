"""What a language is: tables of words, of frames made of their tags, and of how days are named."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from ...model.promise import Who
from .days import NamedDay, Said

Reading = Callable[[Said], date | None]

# Tags of the reader itself; each language adds its own. A tag is one sign of a string, so that a
# frame is a regular expression of a few signs over a few signs.
OWN_TAGS = ("AND", "BUT", "EACH", "I", "WE", "HE", "ROLE", "JOINT", "THEM", "HIS", "YOU", "YOUR", "NOT", "HAD", "WAS", "ONME", "MY", "WORD", "NAME", "CAP", "NUMBER", "DAY", "COMMA", "COLON", "DASH", "STOP", "ASKED", "QUOTE", "PAST", "ING")


class Frame(NamedTuple):
    """How a promise is put: tags of which those in the group `head` end before what is promised.

    `who` is whose it is: `subject` asks the groups `I`, `we` and `they`; `carried` the subject spoken of before.
    One of the tags in `needs` must be there: that is looked at first.
    """

    name: str
    who: Who | str
    confidence: float
    needs: str
    tags: str


class Language:
    """The tables of one language, made ready when it is first used."""

    def __init__(self, *, code: str, signs: str, words: Mapping[str, str], phrases: Mapping[str, str],
                 endings: Sequence[tuple[str, str]], frames: Sequence[Frame],
                 vetoes: Mapping[str, str], numbers: Mapping[str, int], days: Sequence[tuple[Reading, str, str]],
                 not_due: str, before: str, openings: str, past: Callable[[str], bool],
                 joined: Mapping[str, tuple[str, str, bool]], titles: frozenset[str], dotted: frozenset[str], again: str, small: str, thirds: str, both: str) -> None:
        self.code = code
        self.signs = frozenset(signs.split())
        self.tags = {tag: chr(0x4E00 + number) for number, tag in enumerate(
            dict.fromkeys([*OWN_TAGS, *words, *phrases, *(tag for _, tag in endings)]))}
        self.words: dict[str, str] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for tag, listed in words.items():
            for word in listed.split():
                self.words.setdefault(word, self.tags[tag])
        for tag, listed in phrases.items():
            self.add_phrases(tag, listed.split(","))
        self.endings = [(ending, self.tags[tag]) for ending, tag in endings]
        self.joined = {word: (self.tags[first], self.tags[second], sure) for word, (first, second, sure) in joined.items()}
        self.titles, self.dotted = titles, dotted
        self.verbs = frozenset(self.tags[tag] for tag in ("ACT", "JOINT", "STATE", "LIFE", "BE", "BETHERE", "HAVE") if tag in self.tags)
        self.frames = frames
        self.vetoes = vetoes
        self.numbers = numbers
        self._days = days
        self.small = frozenset(small.split())  # words that end no clause
        self.thirds = frozenset(thirds.split())  # verbs with which a remark without a subject speaks of the other
        self.both = tuple(both.split())
        self.again = re.compile(again)
        self._not_due, self._before, self.is_past = not_due, before, past
        self.openings = re.compile(rf"(?<![\w/.-])(?:{openings})")

    def add_phrases(self, tag: str, listed: Iterable[str]) -> None:
        """Further phrases that have a tag; the longest that fits counts."""
        for phrase in listed:
            parts = tuple(re.sub(r"(?<!n)'(?=\w)", " '", phrase.lower()).split())
            if parts:
                known = self.phrases.setdefault(parts[0], [])
                known.append((parts, self.tags[tag]))
                known.sort(key=lambda item: -len(item[0]))

    @cached_property
    def _tag(self) -> re.Pattern[str]:
        return re.compile("|".join(sorted(self.tags, key=len, reverse=True)))

    def pattern(self, tags: str) -> re.Pattern[str]:
        """A pattern of tag names as one of tags."""
        parts = re.split(r"(\(\?P<\w+>)", tags)
        return re.compile("".join(
            part if part.startswith("(?P<") else self._tag.sub(lambda tag: self.tags[tag[0]], part).replace(" ", "") for part in parts))

    @cached_property
    def ready(self) -> list[tuple[Frame, frozenset[str], re.Pattern[str]]]:
        """The frames with the tags that they need, and their patterns."""
        return [(frame, frozenset(self.tags[tag] for tag in frame.needs.split()), self.pattern(frame.tags)) for frame in self.frames]

    @cached_property
    def vetoing(self) -> dict[str, re.Pattern[str]]:
        """The patterns by which what looks like a promise is none."""
        return {name: self.pattern(tags) for name, tags in self.vetoes.items()}

    @cached_property
    def forms(self) -> list[tuple[Reading, re.Pattern[str], str]]:
        """The forms of days, compiled, each with what it is to those beside it."""
        return [(reading, re.compile(rf"(?<![\w/.-])(?:{form})(?![\w/])"), how) for reading, form, how in self._days]

    @cached_property
    def _all_forms(self) -> re.Pattern[str]:
        one = "|".join(f"(?P<f{number}>{_without_groups(form)})" for number, (_, form, _) in enumerate(self._days))
        return re.compile(rf"(?<![\w/.-])(?:{one})(?![\w/])")

    @cached_property
    def not_due(self) -> re.Pattern[str]:
        """What stands before a day that is no due date."""
        return re.compile(rf"(?:^|[\s(])(?:{self._not_due})\s+$")

    @cached_property
    def before(self) -> re.Pattern[str]:
        """What stands before a day that is the first one too late."""
        return re.compile(rf"(?:^|[\s(])(?:{self._before})\s+$")

    def find_days(self, text: str, made: date, order: object) -> list[NamedDay]:
        """The days that a text (lower case) names, in their order; a due date is a day less where the words say so."""
        found: list[NamedDay] = []
        month: int | None = None
        passed = 0
        for opening in self.openings.finditer(text):
            if opening.start() < passed or (match := self._all_forms.match(text, opening.start())) is None:
                continue
            passed = match.end()
            number = int((match.lastgroup or "f0")[1:])
            reading, form, how = self.forms[number]
            inner = form.match(text, match.start())
            if inner is None:
                continue
            said = Said(inner, made, self.numbers, order if order in ("dmy", "mdy") else None, month)
            if how == "month":
                month = said.number(1)
            lead = text[max(0, match.start() - 24) : match.start()]
            if self.not_due.search(lead):
                continue
            day = reading(said)
            if day is not None and how != "end" and self.before.search(lead):
                day = date.fromordinal(max(1, day.toordinal() - 1))
            follows = 7 if how == "follows" else 0 if how == "same" else None
            found.append(NamedDay(match.start(), match.end(), day, how == "loose", follows))
        return found


def _without_groups(form: str) -> str:
    """A form whose groups do not count."""
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", form)
