"""A text by its tags on its way through the frames: what is promised in it, and by whom."""

import re
from datetime import date, timedelta
from typing import Literal

from ...model.promise import Who
from ...model.record import NamedTuple
from ...model.settings import DateOrder
from .balance import ON_BALANCE, best_sentence, whose
from .days import NamedDay
from .language import Frame, Language
from .speakers import Speakers
from .tagging import Tagged, tag_text

_LONG = 22  # words in a sentence; remarks are shorter
_JOTTED = 22  # words in a sentence that is jotted down
_BRACKET = re.compile(r"(?: [^\W\d][\w'’-]*){0,3} \((?:on )?")  # what stands between `Easter at Ana's (` and its day
_SAME = re.compile(r"[.,]? ")
_SHARED = 2  # who says what two people will do shares it out

Kind = Literal["remark", "letter", "circular"]
"""What a text is: a remark, a sentence of a letter to somebody, or one of a letter to everybody."""


class Found(NamedTuple):
    """A frame that fits: from where, where the promised begins, and where its clause ends (places in the tags)."""

    frame: Frame
    start: int
    head: int
    who: Who
    ours: bool  # whether it is said of us


class Remark:
    """One text on its way through the frames."""

    def __init__(self, text: str, lower: str, made: date, language: Language, order: DateOrder | None) -> None:
        self.text, self.lower, self.made, self.language = text, lower, made, language
        self.days = _settled(language.find_days(lower, made, order), text)
        self.tagged: Tagged = tag_text(text, lower, language, self.days)
        self.tags = self.tagged.tags
        self.speakers = Speakers(self.tagged, text, lower, language)
        self.sentence = self.speakers.sentence
        self._of = language.tags
        self.frames = language.frames_for(self.tags)
        self._fits = False  # whether any frame does, be it vetoed or not

    def promises(self, kind: Kind = "remark") -> list[Found]:
        """What is promised and still open, in the order in which it is said; in letters only what is said in so many words."""
        found = self._frames(0) or self._frames(1) or self._frames(2)
        if kind != "remark":
            found = [one for one in found if not one.frame.jotted and self._is_told_reader(one, kind)]
        elif not found:
            return [] if self._fits else self._on_balance()
        if len(found) < _SHARED and all(one.frame.beside for one in found):
            return self._on_balance() if kind == "remark" else []
        found = [one for place, one in enumerate(found) if not (one.frame.yields and any(other.who == one.who for other in found[place + 1 :]))]
        return [] if not found or self._is_settled(found) else found

    def _frames(self, turn: int) -> list[Found]:
        """The frames that fit, one for each place, in their order; those whose `turn` it is."""
        if not self.frames[turn]:
            return []
        taken: list[range] = []
        found: list[Found] = []
        tags = self.tags
        for frame, pattern in self.frames[turn]:
            if pattern.search(tags) is None:  # most do not fit, and this says so fastest
                continue
            for match in pattern.finditer(tags):
                start, end = match.start(), match.end()
                groups = match.groupdict()
                head = match.end("head") if groups.get("head") is not None else match.end("head2") if groups.get("head2") is not None else end
                if any(start < span.stop and span.start < max(head, end, start + 1) for span in taken):
                    continue
                who = self.speakers.whose(frame, groups, match, head)
                if who is None:
                    continue
                self._fits = True
                taken.append(range(start, max(head, end, start + 1)))
                found.append(Found(frame, start, head, who, groups.get("we") is not None))
        found = sorted((one for one in found if not self._is_vetoed(one)), key=lambda one: one.start)
        return [one for place, one in enumerate(found) if not place or found[place - 1].who != one.who or found[place - 1].head != one.start]

    def _on_balance(self) -> list[Found]:
        """The sentence that is most likely a promise, where no frame has anything to say on its own."""
        if self.days and all(day.day == self.made and not (day.loose or day.follows is not None) for day in self.days):
            return []  # the feast is today
        if (span := best_sentence(self.text.strip(), self.tags, self.language)) is None:
            return []
        start, end = span
        who = "me" if self.language.veto("i_answer").search(self.tags) else self.speakers.as_quoted(whose(self.tags[start:end], self.language), end - 1)
        return [Found(ON_BALANCE, start, start, who, ours=False)]

    # What looks like a promise and is none

    def _is_vetoed(self, one: Found) -> bool:
        start, end = self.sentence(one.head if one.frame.who == "accepted" else one.start)
        if end < len(self.tags) and self.tags[end] == self._of["ASKED"]:
            return True
        if one.frame.jotted and (self._is_letter(start, end) or self._of["HABIT"] in self.tags[one.head : end]):
            return True
        if one.who == "them" and self.tags[one.start] != self._of["HE"] and self.language.veto("told_behind").search(self.tags[one.head : end]):
            return True
        if one.who == "them" and one.start > start + 1 and self._is_told_of_others(one, end):
            return True
        if one.who == "them" and self._is_own_life(one, end):
            return True
        veto = self.language.veto
        if veto("before").search(self.tags[start : one.start]):
            return True
        clause = self.tags[one.head : end]
        if veto("after").search(clause):
            return True
        own = veto("clause_end").search(clause)
        return one.who == "them" and not veto("mine").search(clause[: own.start()] if own else clause) and (
            veto("third").search(clause) is not None or veto("others").search(self.tags[start:end]) is not None or veto("third_told").search(self.tags, start, one.head) is not None or self._is_news(one, start, end))

    def _is_own_life(self, one: Found, end: int) -> bool:
        """Whether somebody only goes on with his own life (she'll leave the firm, Otto chairs the panel), and does nothing for me."""
        of, tags, language, begins = self._of, self.tags, self.language, self.tagged.starts
        if one.head >= end or language.veto("mine").search(tags, one.head, end):
            return False
        if one.frame.name.endswith("with a thing"):
            return language.hands_on.match(self.lower, begins[one.head]) is None
        told = tags[self.sentence(one.start)[0] : one.head]
        return not any(of[tag] in told for tag in ("I", "WE", "SAY", "COMMIT", "COLON", "QUOTE")) and language.own_affairs.match(self.lower, begins[one.head]) is not None

    def _is_letter(self, start: int, end: int) -> bool:
        """Whether a sentence is one of a letter rather than of a jotting: long, or said to somebody."""
        return end - start > _JOTTED or (not self.speakers.quotes and self.language.veto("addressed").search(self.tags, start, end) is not None)

    def _is_told_reader(self, one: Found, kind: Kind) -> bool:
        """Whether a sentence of a letter promises that to its reader, and tells of no plans, needs or what a firm does for everybody."""
        of, tags, tables, pattern = self._of, self.tags, self.language.tables, self.language.pattern
        first, end = self.sentence(max(one.head, one.start))
        if pattern(tables.letters.get(one.frame.name, "")).match(tags, one.head, end) is None:
            return False
        if pattern(tables.which_thing).search(tags, first, one.start) is not None or self.language.only_told.match(self.lower, self._begins(one)) is not None:
            return False
        lead = tags[first : one.start].rsplit(of["COLON"], 1)[-1].strip(of["EACH"] + of["AND"] + of["COMMA"] + of.get("ADV", ""))
        if one.frame.who == "carried" and lead and of["I"] not in lead and of["WE"] not in lead:
            return False  # its subject is a firm, a thing or somebody else
        if not one.ours and one.who != "us":
            return kind == "letter" or (of["I"] in tags[first : one.head] and any(of[tag] in tags[one.head : end] for tag in ("YOU", "YOUR", "DAY")))
        return kind == "letter" and pattern(tables.ours_in_letters).match(tags, one.head, end) is not None and self.language.public.search(self.lower) is None

    def _begins(self, one: Found) -> int:
        """Where in the text begins what is promised, with all that stands behind the `will` (probably go)."""
        place = one.head
        while place > one.start and self.tags[place - 1] == self._of.get("ADV"):
            place -= 1
        return self.tagged.starts[min(place, len(self.tags) - 1)]

    def _is_told_of_others(self, one: Found, end: int) -> bool:
        """Whether somebody says it of somebody else (Ana says Tom will): that is between the two."""
        of, tags, at = self._of, self.tags, one.start
        names = (of["NAME"], of["CAP"])
        told_before = tags[at] in names and tags[at - 1] == of["SAY"] and tags[at - 2] in (*names, of["HE"], of["ROLE"])
        return told_before and self.language.veto("mine").search(tags[one.head : end]) is None

    def _is_news(self, one: Found, start: int, end: int) -> bool:
        """Whether somebody reports what others will do: in a letter, and in a sentence longer than a remark."""
        if one.frame.name.startswith("said") or self.speakers.quoted(one.start):
            return False
        named = self.tags[one.start : one.start + 1] in (self._of["NAME"], self._of["CAP"])
        addressed = self.language.veto("addressed").search(self.tags[start if named else one.head : end])
        return end - start > _LONG or (addressed is not None and not self.speakers.quotes)

    def _is_settled(self, found: list[Found]) -> bool:
        """Whether the text goes on to say that it was kept, broken or taken back."""
        behind, veto = self.tags[found[-1].head :], self.language.veto
        return veto("broken").search(behind) is not None or (found[-1].frame.name.startswith("offer") and veto("not_taken").search(behind) is not None)


def _settled(days: list[NamedDay], text: str) -> list[NamedDay]:
    """Days that go on from the one before them (`the week after`), counted."""
    settled: list[NamedDay] = []
    last: date | None = None
    for place, day in enumerate(days):
        if place + 1 < len(days) and _BRACKET.fullmatch(text, day.end, days[place + 1].start):
            if text[day.end] == " " and text[day.end + 1] == "(" and text[days[place + 1].end : days[place + 1].end + 1] == ")":
                days[place + 1] = days[place + 1]._replace(start=day.start, end=days[place + 1].end + 1)
            continue  # the day in brackets is the same, and says it better
        if place + 1 < len(days) and _SAME.fullmatch(text, day.end, days[place + 1].start) and None not in (day.day, days[place + 1].day) and not days[place + 1].loose:
            days[place + 1] = days[place + 1]._replace(start=day.start)
            continue  # of `Sat 11th` the 11th counts
        if day.follows is not None:
            day = day._replace(day=last + timedelta(day.follows) if last is not None else day.day if day.loose else None)
        if day.day is not None and not day.loose:
            last = day.day
        settled.append(day)
    return settled

