"""A text by its tags on its way through the frames: what is promised in it, and by whom."""

import re
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from ...model.promise import Who
from ...model.settings import DateOrder
from .days import NamedDay
from .language import Frame, Language
from .tagging import Tagged, tag_text

# Words in a sentence; remarks are shorter.
_LONG = 22
_NEAR = 8
_OPENS = 2


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
        self.days = _settled(language.find_days(lower, made, order))
        self.tagged: Tagged = tag_text(text, lower, language, self.days)
        self.tags = self.tagged.tags
        self._of = language.tags
        self.frames = language.frames_for(self.tags)

    def promises(self) -> list[Found]:
        """What is promised and still open, in the order in which it is said."""
        found = self._frames(accepted=False) or self._frames(accepted=True)
        if all(one.frame.beside for one in found):
            return []
        found = [one for place, one in enumerate(found) if not (one.frame.yields and any(other.who == one.who for other in found[place + 1 :]))]
        return [] if not found or self._is_settled(found) else found

    def sentence(self, place: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends."""
        stops = (self._of["STOP"], self._of["ASKED"])
        start = end = place
        while start and self.tags[start - 1] not in stops:
            start -= 1
        while end < len(self.tags) and self.tags[end] not in stops:
            end += 1
        return start, end

    # Frames

    def _frames(self, *, accepted: bool) -> list[Found]:
        """The frames that fit, one for each place, in their order; those of what was asked for and `accepted`, or the others."""
        taken: list[range] = []
        found: list[Found] = []
        tags = self.tags
        for frame in self.frames:
            if (frame.who == "accepted") != accepted:
                continue
            for match in self.language.pattern(frame.tags).finditer(tags):
                start, end = match.start(), match.end()
                groups = match.groupdict()
                head = match.end("head") if groups.get("head") is not None else match.end("head2") if groups.get("head2") is not None else end
                if any(start < span.stop and span.start < max(head, end) for span in taken):
                    continue
                who = self._whose(frame, groups, match, head)
                if who is None:
                    continue
                taken.append(range(start, max(head, end, start + 1)))
                found.append(Found(frame, start, head, who, groups.get("we") is not None))
        return sorted((one for one in found if not self._is_vetoed(one)), key=lambda one: one.start)

    def _whose(self, frame: Frame, groups: dict[str, str | None], match: re.Match[str], head: int) -> Who | None:
        if frame.who in ("me", "them", "us"):
            return self._as_quoted(frame.who, match.start())  # type: ignore[arg-type]
        if self._of["EACH"] in self.tags[head : self.sentence(head)[1]] and frame.who in ("subject", "carried"):
            return "us"
        if frame.who == "asked":
            return "me" if self.language.veto("asked_me").search(self.tags[: match.start()]) else "them"
        if groups.get("i") is not None:
            return self._as_quoted("me", match.start("i"))
        if groups.get("we") is not None:
            return self._as_quoted("me" if self._is_for_them(head) else "us", match.start("we"))
        if groups.get("they") is not None or groups.get("they2") is not None:
            return "them"
        if frame.who == "named":
            return self._as_quoted("me" if any(self._of[tag] in match[0] for tag in ("ONME", "MY")) else "them", match.start())
        if frame.who == "speaker":
            return "them" if self._quoted(match.start()) or self._carried(match.start()) == "them" else "me"
        if frame.who == "accepted":
            return "them" if self._quoted(head) else self._accepted(head)
        said = self.language.veto("he_says").search(self.tags, head, self.sentence(head)[1])
        told = frame.who == "carried" and (said or self._of["ME"] in match[0])
        who = "them" if told else self._carried(match.start())
        if frame.who == "carried me":
            return "me" if who == "me" else None
        if who == "me" and self.tags[head : head + 1] == self._of["JOINT"]:
            return "us"
        return who

    def _is_for_them(self, head: int) -> bool:
        """Whether what we will do is done for the other one: then it is mine, and my people's."""
        of, verb, behind = self._of, self.tags[head : head + 1], self.tags[head + 1 : head + 4]
        if verb == of["JOINT"] or of["TOGETHER"] in self.tags[head : self.sentence(head)[1]]:
            return False
        clause = self.tags[head : self.sentence(head)[1]]
        return behind[:1] == of["NAME"] or any(of[tag] in behind for tag in ("THEM", "HIS")) or of["YOU"] in clause or of["YOUR"] in clause

    def _carried(self, start: int) -> Who | None:
        """Whose a promise without a subject is: the subject's of the same sentence; without one mine.

        None when so much stands before it that its subject must be something there.
        """
        of = self._of
        if start and self._is_third(start):
            return "them"
        for place in range(start - 1, -1, -1):
            tag = self.tags[place]
            if tag in (of["STOP"], of["ASKED"]):
                break
            if tag == of["I"]:
                return "me"
            if tag == of["WE"]:
                return "us"
            if tag == of["HE"] or (tag == of["ROLE"] and place - self.sentence(place)[0] <= _OPENS):
                return "them"
            if tag in (of["NAME"], of["CAP"]) and self._is_subject(place):
                return "them"
            if (place == 0 or self.tags[place - 1] in (of["STOP"], of["ASKED"])) and (
                    self._is_third(place) or (tag in (of["CAP"], of["NAME"]) and self._is_third(place + 1))):
                return "them"
        return None if start - self.sentence(start)[0] > _NEAR else "me"

    def _is_subject(self, place: int) -> bool:
        """Whether a name there is that of somebody who speaks, or of whom it is told what he does."""
        of = self._of
        if self.tags[place + 1 : place + 2] in (of["COLON"], of["DASH"]):
            return True
        opens = place == self.sentence(place)[0] or self.tags[place - 1] in (of["NAME"], of["CAP"], of["AND"], of["BUT"], of["COMMA"])
        return opens and self.language.veto("subject").match(self.tags, place + 1) is not None

    def _is_third(self, place: int) -> bool:
        """Whether a verb stands there with which a remark without a subject speaks of the other."""
        return self.lower[self.tagged.starts[place] : self.tagged.ends[place]] in self.language.thirds

    def _accepted(self, start: int) -> Who | None:
        """Who said yes to what was asked."""
        asked = self.tags[:start]
        if self.language.veto("asked_them").search(asked):
            return "them"
        return "me"

    # Quotes

    @cached_property
    def _quotes(self) -> list[tuple[int, int]]:
        places = [place for place, tag in enumerate(self.tags) if tag == self._of["QUOTE"]]
        return list(zip(places[::2], places[1::2], strict=False))

    def _quoted(self, place: int) -> bool:
        return any(start < place < end for start, end in self._quotes)

    def _as_quoted(self, who: Who, place: int) -> Who:
        """Within somebody else's words, I am they."""
        if who == "us" or not self._quoted(place):
            return who
        for start, end in self._quotes:
            if start < place < end and self.language.veto("i_said").search(self.tags[max(0, start - 4) : start] + self.tags[end : end + 4]):
                return who
        return "them" if who == "me" else "me"

    # What looks like a promise and is none

    def _is_vetoed(self, one: Found) -> bool:
        start, end = self.sentence(one.head if one.frame.who == "accepted" else one.start)
        if end < len(self.tags) and self.tags[end] == self._of["ASKED"]:
            return True
        veto = self.language.veto
        if veto("before").search(self.tags[start : one.start]):
            return True
        clause = self.tags[one.head : end]
        if veto("after").search(clause):
            return True
        return one.who == "them" and not veto("mine").search(clause) and (
            veto("third").search(clause) is not None or self._is_news(one, start, end))

    def _is_news(self, one: Found, start: int, end: int) -> bool:
        """Whether somebody reports what others will do: in a letter, and in a sentence longer than a remark."""
        if one.frame.name.startswith("said"):
            return False
        named = self.tags[one.start : one.start + 1] in (self._of["NAME"], self._of["CAP"])
        addressed = self.language.veto("addressed").search(self.tags[start if named else one.head : end])
        return end - start > _LONG or (addressed is not None and not self._quotes)

    def _is_settled(self, found: list[Found]) -> bool:
        """Whether the text goes on to say that it was kept, broken or taken back."""
        return self.language.veto("broken").search(self.tags[found[-1].head :]) is not None


def _settled(days: list[NamedDay]) -> list[NamedDay]:
    """Days that go on from the one before them (`the week after`), counted."""
    settled: list[NamedDay] = []
    last: date | None = None
    for day in days:
        if day.follows is not None:
            day = day._replace(day=last + timedelta(day.follows) if last is not None else day.day if day.loose else None)
        if day.day is not None and not day.loose:
            last = day.day
        settled.append(day)
    return settled

