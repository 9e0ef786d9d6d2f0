"""What a language is: tables of words, of frames made of their tags, and of how days are named."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from ...model.promise import Who
from ...model.record import NamedTuple
from .days import NamedDay, Said

# Where a name stands that is written small: before a verb, or behind what is done to somebody.
_OPENS = "STOP ASKED COMMA COLON DASH QUOTE AND BUT SAY THAT BECAUSE IF WHEN"
_FINITE = "WILL CAN WOULD SAY COMMIT OFFER ACTS ACTING OWES ASK"
_GOES_ON = "ACTING DOING ING GOING COMING LIVING ON TO"
_REACHES = "WITH TO FROM SAY COMMIT ACT OWE ON"
_CLOSES = "STOP ASKED COMMA DASH DAY BY AND BUT DET MY HIS I HE WHEN IF IS THAT ADV OWE"
_LEAD = 48  # signs before a day that say what it is

# Signs that mean nothing in a pattern; below 256, as patterns of these are made and matched fastest.
_TAG_SIGNS = [chr(code) for code in (*range(0x7F, 0x100), *range(0x20), *range(0x100, 0x200)) if chr(code) != "\n"]

Reading = Callable[[Said], date | None]

# Tags of the reader itself; each language adds its own. A tag is one sign of a string, so that a
# frame is a regular expression of a few signs over a few signs.
OWN_TAGS = ("AND", "BUT", "EACH", "TOGETHER", "HAVE", "I", "ME", "WE", "HE", "CAN", "SAY", "ACTS", "ROLE", "JOINT", "THEM", "HIS", "YOU", "YOUR", "NOT", "HAD", "WAS", "ONME", "MY", "WORD", "NAME", "CAP", "NUMBER", "DAY", "COMMA", "COLON", "DASH", "STOP", "ASKED", "QUOTE", "PAST", "ING", "THING", "ACTING", "DOING", "WILL", "COMMIT", "TO", "FROM", "KIN", "DET", "HABIT")


class Frame(NamedTuple):
    """How a promise is put: tags of which those in the group `head` end before what is promised.

    `who` is whose it is: `subject` asks the groups `I`, `we` and `they`; `carried` the subject spoken of before.
    One of the tags in `needs` must be there, and one of each list in `also` (with `;` between), if any: that is looked at first. One that is `beside` counts only where
    something else is promised, too, one that is `last` only where nothing is, one that is `jotted` not in letters; one that `yields` only where no more is said of it (he owes me ten, says he'll pay on Monday).
    """

    name: str
    who: Who | str
    confidence: float
    needs: str
    tags: str
    beside: bool = False
    yields: bool = False
    last: bool = False
    also: str = ""
    jotted: bool = False

    @property
    def turn(self) -> int:
        """When it is looked for: 0 first, 1 where those find nothing, 2 where these do not either."""
        return 2 if self.last else self.who == "accepted"


Ready = tuple[Frame, re.Pattern[str]]


class Tables(NamedTuple):
    """The tables of a language, as its module has them.

    `words` and `phrases` (with commas between) are listed by their tags, `endings` tell the tags of other words, and
    `past` whether a word is a participle. `joined` are two words written as one: their tags, and whether that is sure
    whatever follows. `titles` and `dotted` may end with a full stop that ends no sentence, `dotted` only before small letters.
    `inflected` is what an ending behind an apostrophe stands for (intro'd).
    `vetoes` are patterns of tags by what they are for. `points` are what kinds of words say of whether there is a promise at all, `enough` how many it takes. `small` words end no clause; `thirds` are verbs with which a remark
    without a subject speaks of the other; `unchanged` are verbs whose past is the same;
    behind a word of `both` a day is that of two promises; `again` is what only repeats a promise.
    What others do with their own lives (LIFE) is promised where it is `hands_on`: she'll leave the key, and not the firm. Their `own_affairs` are no promises.
    In letters a frame counts where what `letters` has by its name stands, and what we do where `ours_in_letters` does and no `public` word of a firm; not behind `which_thing`, nor where the words are those of `only_told`.
    Days: `days` are the forms, `openings` how any of them can begin, `not_due`, `before` and `until` what may stand before one, `before_by` how many days (`many`, `unit`) stand before `before`.
    """

    code: str
    signs: str
    words: Mapping[str, str]
    phrases: Mapping[str, str]
    endings: Sequence[tuple[str, str]]
    past: Callable[[str], bool]
    joined: Mapping[str, tuple[str, str, bool]]
    titles: frozenset[str]
    dotted: frozenset[str]
    inflected: Mapping[str, str]
    frames: Sequence[Frame]
    points: Mapping[str, int]
    enough: int
    vetoes: Mapping[str, str]
    small: str
    thirds: str
    unchanged: str
    both: str
    again: str
    numbers: Mapping[str, int]
    days: Sequence[tuple[Reading, str, str]]
    openings: str
    not_due: str
    before: str
    before_by: str
    until: str
    hands_on: str = "(?:)"
    own_affairs: str = "(?!)"
    letters: Mapping[str, str] = {}
    ours_in_letters: str = ""
    which_thing: str = "(?!)"
    only_told: str = "(?!)"
    public: str = "(?!)"


class Language:
    """The tables of one language, made ready as they are used: a pattern that is not needed is not compiled."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.code, self.is_past = tables.code, tables.past
        self.signs = frozenset(tables.signs.split())
        self.tags = dict(zip(dict.fromkeys([*OWN_TAGS, *tables.words, *tables.phrases, *(tag for _, tag in tables.endings)]), _TAG_SIGNS, strict=False))
        self.words: dict[str, str] = {}
        self.phrases: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}  # by their first two words
        for tag, listed in tables.words.items():
            for word in listed.split():
                self.words.setdefault(word, self.tags[tag])
        for tag, listed in tables.phrases.items():
            self._add_phrases(tag, listed.split(","))
        self.endings = [(ending, self.tags[tag]) for ending, tag in tables.endings]
        self.all_endings = tuple(ending for ending, _ in self.endings)
        self.joined = {word: (self.tags[first], self.tags[second], sure) for word, (first, second, sure) in tables.joined.items()}
        self.plain = {word: tag for word, tag in self.words.items() if len(word) > 1 and word not in self.phrases and word not in self.joined}
        self.plain[","] = self.tags["COMMA"]
        self.openers = {word: (tag, frozenset(self.phrases[word])) for word, tag in self.words.items()
                        if len(word) > 1 and word in self.phrases and word not in self.joined and "" not in self.phrases[word]}
        self.titles, self.dotted, self.inflected = tables.titles, tables.dotted, tables.inflected
        self.verbs = frozenset(self.tags[tag] for tag in ("ACT", "JOINT", "STATE", "LIFE", "GIVES", "BE", "BETHERE", "HAVE") if tag in self.tags)
        self.opens, self.finite, self.goes_on, self.reaches, self.closes = (
            frozenset(self.tags[tag] for tag in listed.split() if tag in self.tags) for listed in (_OPENS, _FINITE, _GOES_ON, _REACHES, _CLOSES))
        self.doings = frozenset(self.tags[tag] for tag in ("ACT", "JOINT", "GIVES", "HAVE", "GETBACK", "LETKNOW", "BETHERE", "COME", "ADV", "TAKE") if tag in self.tags)
        self.speakers = frozenset(self.tags[tag] for tag in ("I", "WE", "HE"))
        self.small, self.thirds = frozenset(tables.small.split()), frozenset(tables.thirds.split())
        self.unchanged = frozenset(tables.unchanged.split())
        self.points = {self.tags[tag]: points for tag, points in tables.points.items()}
        self.both = tuple(tables.both.split())
        self.again = re.compile(tables.again)
        self._patterns: list[re.Pattern[str] | None] = [None] * len(tables.frames)
        self._turns = [frame.turn for frame in tables.frames]
        self._also = [[frozenset(self.tags[tag] for tag in listed.split()) for listed in frame.also.split(";") if listed] for frame in tables.frames]
        self._frames_of: dict[str, list[int]] = {}
        for number, frame in enumerate(tables.frames):
            for tag in frame.needs.split():
                self._frames_of.setdefault(self.tags[tag], []).append(number)
        self.openings = re.compile(rf"(?<![\w/.-])(?:{tables.openings})")
        self._not_due = re.compile(rf"(?:^|[\s(])(?:{tables.not_due})\s+$")
        self._before = re.compile(rf"(?:^|[\s(])(?:{tables.before})(?:\s+|\s+[^\W\d]+\s+\()$")
        self._before_by = re.compile(rf"(?:^|[\s(])(?:{tables.before_by})$")
        self._until = re.compile(rf"(?:^|[\s(])(?:{tables.until})\s+$")
        self.hands_on = re.compile(tables.hands_on)
        self.own_affairs = re.compile(tables.own_affairs)
        self.only_told = re.compile(tables.only_told)
        self.public = re.compile(rf"\b(?:{tables.public})\b")
        self._compiled: dict[str, re.Pattern[str]] = {}

    def _add_phrases(self, tag: str, listed: Iterable[str]) -> None:
        """Further phrases that have a tag; the longest that fits counts."""
        for phrase in listed:
            parts = tuple(re.sub(r"(?<!n)'(?=\w)", " '", phrase.lower()).split())
            if parts:
                known = self.phrases.setdefault(parts[0], {}).setdefault(parts[1] if len(parts) > 1 and parts[1] != "$" else "", [])
                known.append((parts, self.tags[tag]))
                known.sort(key=lambda item: -len(item[0]))

    @cached_property
    def _tag(self) -> re.Pattern[str]:
        return re.compile("|".join(sorted(self.tags, key=len, reverse=True)))

    def frames_for(self, tags: str) -> tuple[list[Ready], list[Ready], list[Ready]]:
        """The frames that may stand in such tags, with their patterns, in their order, by their turns."""
        there, also, turns, patterns = frozenset(tags), self._also, self._turns, self._patterns
        numbers = {number for tag in there & self._frames_of.keys() for number in self._frames_of[tag]}
        found: tuple[list[Ready], list[Ready], list[Ready]] = ([], [], [])
        for number in sorted(numbers):
            if any(map(there.isdisjoint, also[number])):
                continue
            frame = self.tables.frames[number]
            if (pattern := patterns[number]) is None:
                pattern = patterns[number] = self.pattern(frame.tags)
            found[turns[number]].append((frame, pattern))
        return found

    def pattern(self, tags: str) -> re.Pattern[str]:
        """A pattern of tag names as one of tags; raises `KeyError` for a name that is no tag."""
        known = self._compiled.get(tags)
        if known is None:
            parts = re.split(r"(\(\?P<\w+>)", tags)
            written = "".join(part if part.startswith("(?P<") else self._tag.sub(lambda tag: self.tags[tag[0]], part).replace(" ", "")
                              for part in parts)
            if left := re.search(r"[A-Z]{2,}", written):
                raise KeyError(left[0])
            known = self._compiled[tags] = re.compile(written)
        return known

    def veto(self, name: str) -> re.Pattern[str]:
        """One of the patterns by which what looks like a promise is none, or somebody else's."""
        return self.pattern(self.tables.vetoes[name])

    def _form(self, number: int) -> re.Pattern[str]:
        """A form of a day, with its groups."""
        form = self.tables.days[number][1]
        known = self._compiled.get(form)
        if known is None:
            known = self._compiled[form] = re.compile(rf"(?<![\w/.-])(?:{form})(?![\w/])")
        return known

    @cached_property
    def _all_forms(self) -> re.Pattern[str]:
        one = "|".join(f"(?:{_without_groups(form)})(?P<f{number}>)" for number, (_, form, _) in enumerate(self.tables.days))
        return re.compile(rf"(?<![\w/.-])(?:{one})(?![\w/])")

    def _days_before(self, lead: str) -> int:
        """How many days `before` takes off: one, or as many as stand before it (two days before, a week before)."""
        if (by := self._before_by.search(lead)) is None:
            return 1
        many = int(by["many"]) if by["many"].isdecimal() else self.tables.numbers[by["many"]]
        return many * self.tables.numbers[by["unit"]]

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
            reading, _, how = self.tables.days[number]
            inner = self._form(number).match(text, match.start())
            if inner is None:
                continue
            said = Said(inner, made, self.tables.numbers, order if order in ("dmy", "mdy") else None, month)
            if how == "month":
                month = said.number(1)
            lead = text[max(0, match.start() - _LEAD) : match.start()]
            if self._not_due.search(lead):
                continue
            day = reading(said)
            if day is not None and how != "end" and (before := self._before.search(lead)):
                day = date.fromordinal(max(1, day.toordinal() - self._days_before(lead[: before.start()])))
            follows = day.toordinal() - made.toordinal() if day is not None and how in ("follows", "clock") else None
            until = self._until.search(lead) is not None
            found.append(NamedDay(match.start(), match.end(), day, how in ("loose", "clock"), follows, until))
        return found


def _without_groups(form: str) -> str:
    """A form whose groups do not count."""
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", form)
