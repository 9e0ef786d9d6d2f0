"""The promises in a text: whose, what, and until when."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from ...model.promise import Who
from ...model.settings import DateOrder
from ...model.spoken_promise import SpokenPromise
from .days import NamedDay
from .english import ENGLISH
from .language import Frame, Language
from .tagging import Tagged, tag_text

_BOX = re.compile(r"\s*(?:[-*+]\s+)?\[([^\]\n])\]\s*")
_OWNER = re.compile(r"(me|i|us|we|[^\W\d_][\w.]{0,20})\s*:\s+", re.IGNORECASE)


# In a sentence of more words than a remark has, what others will do is news, unless it is done for me.
_LONG = 22


class _Found(NamedTuple):
    """A frame that fits: from where, where the promised begins, and where its clause ends (places in the tags)."""

    frame: Frame
    start: int
    head: int
    who: Who


def find_promises(text: str, made: date, languages: Sequence[Language] = (ENGLISH,),
                  order: DateOrder | None = None) -> list[SpokenPromise]:
    """The promises that stand in a remark of the day `made`, in the order in which they are said."""
    lower = _lower(text)
    box = _BOX.match(text)
    if box is not None:
        return _in_box(text, box, made, languages, order)
    return _Remark(text, lower, made, _language_of(lower, languages), order).promises()


def _language_of(lower: str, languages: Sequence[Language]) -> Language:
    """The language that most of the words speak for; the first in doubt."""
    if len(languages) == 1:
        return languages[0]
    words = set(re.findall(r"[^\W\d_]+", lower))
    return max(languages, key=lambda language: len(words & language.signs))


def _in_box(text: str, box: re.Match[str], made: date, languages: Sequence[Language], order: DateOrder | None) -> list[SpokenPromise]:
    """A checkbox that is no task of a list: open is promised, by whoever stands before a colon."""
    if box[1] != " ":
        return []
    at = box.end()
    owner = _OWNER.match(text, at)
    who: Who = "me"
    if owner:
        at = owner.end()
        who = {"me": "me", "i": "me", "us": "us", "we": "us"}.get(owner[1].lower(), "them")  # type: ignore[assignment]
    due, due_text = read_due(text, made, languages, order)
    return [SpokenPromise(who, text[at:].strip(), due, due_text, 0.9, at)]


def read_due(text: str, made: date, languages: Sequence[Language], order: DateOrder | None) -> tuple[date | None, str | None]:
    """The last day that a text names, and the words that do."""
    lower = _lower(text)
    days = _language_of(lower, languages).find_days(lower, made, order)
    return (days[-1].day, text[days[-1].start : days[-1].end]) if days else (None, None)


def _lower(text: str) -> str:
    """The text in lower case, sign for sign, with plain apostrophes."""
    lower = text.lower().replace("’", "'").replace("‘", "'")
    if len(lower) != len(text):
        lower = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    return lower


class _Remark:
    """One text on its way through the frames."""

    def __init__(self, text: str, lower: str, made: date, language: Language, order: DateOrder | None) -> None:
        self.text, self.lower, self.made, self.language = text, lower, made, language
        self.days = _settled(language.find_days(lower, made, order))
        self.tagged: Tagged = tag_text(text, lower, language, self.days)
        self.tags = self.tagged.tags
        self._of = language.tags

    def promises(self) -> list[SpokenPromise]:
        found = self._frames(accepted=False) or self._frames(accepted=True)
        if not found or self._is_settled(found):
            return []
        ends = [self._end_of(one, found[place + 1 :]) for place, one in enumerate(found)]
        promises = [self._promise(one, end, found, ends) for one, end in zip(found, ends, strict=True)]
        return [one for place, one in enumerate(promises) if not (place and self.language.again.fullmatch(one.action.lower()))]

    # Frames

    def _frames(self, *, accepted: bool) -> list[_Found]:
        """The frames that fit, one for each place, in their order; those of what was asked for and `accepted`, or the others."""
        taken: list[range] = []
        found: list[_Found] = []
        tags = self.tags
        there = frozenset(tags)
        for frame, needs, pattern in self.language.ready:
            if (frame.who == "accepted") != accepted or needs.isdisjoint(there):
                continue
            for match in pattern.finditer(tags):
                start, end = match.start(), match.end()
                groups = match.groupdict()
                head = match.end("head") if groups.get("head") is not None else match.end("head2") if groups.get("head2") is not None else end
                if any(start < span.stop and span.start < max(head, end) for span in taken):
                    continue
                who = self._whose(frame, groups, match, head)
                if who is None:
                    continue
                taken.append(range(start, max(head, end, start + 1)))
                found.append(_Found(frame, start, head, who))
        return sorted((one for one in found if not self._is_vetoed(one)), key=lambda one: one.start)

    def _whose(self, frame: Frame, groups: dict[str, str | None], match: re.Match[str], head: int) -> Who | None:
        if frame.who in ("me", "them", "us"):
            return self._as_quoted(frame.who, match.start())  # type: ignore[arg-type]
        if self._of["EACH"] in self.tags[head : self._sentence(head)[1]] and frame.who in ("subject", "carried"):
            return "us"
        if frame.who == "asked":
            return "me" if self.language.vetoing["asked_me"].search(self.tags[: match.start()]) else "them"
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
        who = self._carried(match.start())
        if frame.who == "carried me":
            return "me" if who == "me" else None
        if who == "me" and self.tags[head : head + 1] == self._of["JOINT"]:
            return "us"
        return who

    def _is_for_them(self, head: int) -> bool:
        """Whether what we will do is done for the other one: then it is mine, and my people's."""
        verb = self.tags[head : head + 1]
        return verb != self._of["JOINT"] and any(
            self._of[tag] in self.tags[head + 1 : head + 4] for tag in ("THEM", "NAME", "YOU", "HIS", "YOUR"))

    def _carried(self, start: int) -> Who:
        """Whose a promise without a subject is: the subject's of the same sentence; without one mine."""
        of = self._of
        for place in range(start - 1, -1, -1):
            tag = self.tags[place]
            if tag in (of["STOP"], of["ASKED"]):
                break
            if tag == of["I"]:
                return "me"
            if tag == of["WE"]:
                return "us"
            if tag in (of["HE"], of["ROLE"]):
                return "them"
            if tag in (of["NAME"], of["CAP"]) and self.tags[place + 1 : place + 2] in (of["COLON"], of["DASH"]):
                return "them"
            if place == 0 or self.tags[place - 1] in (of["STOP"], of["ASKED"]):
                word = self.lower[self.tagged.starts[place] : self.tagged.ends[place]]
                if word in ("has", "is", "says", "wants", "offers", "knows", "thinks", "seeks", "promises"):
                    return "them"
        return "them" if self.tags[max(0, start) : start + 1] == of["ROLE"] else "me"

    def _accepted(self, start: int) -> Who | None:
        """Who said yes to what was asked."""
        asked = self.tags[:start]
        if self.language.vetoing["asked_them"].search(asked):
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
            if start < place < end and self.language.vetoing["i_said"].search(self.tags[max(0, start - 4) : start] + self.tags[end : end + 4]):
                return who
        return "them" if who == "me" else "me"

    # What looks like a promise and is none

    def _sentence(self, place: int) -> tuple[int, int]:
        stops = (self._of["STOP"], self._of["ASKED"])
        start = place
        while start and self.tags[start - 1] not in stops:
            start -= 1
        end = place
        while end < len(self.tags) and self.tags[end] not in stops:
            end += 1
        return start, end

    def _is_vetoed(self, one: _Found) -> bool:
        start, end = self._sentence(one.start)
        if end < len(self.tags) and self.tags[end] == self._of["ASKED"]:
            return True
        vetoing = self.language.vetoing
        if vetoing["before"].search(self.tags[start : one.start]):
            return True
        clause = self.tags[one.head : end]
        if one.who == "them" and end - start > _LONG and not one.frame.name.startswith("said") and not vetoing["mine"].search(clause):
            return True
        if one.who == "them" and vetoing["third"].search(clause) and not vetoing["mine"].search(clause):
            return True
        return vetoing["after"].search(self.tags[one.head : end]) is not None

    def _is_settled(self, found: list[_Found]) -> bool:
        """Whether the text goes on to say that it was kept, broken or taken back."""
        return self.language.vetoing["broken"].search(self.tags[found[-1].head :]) is not None

    # What, and until when

    def _end_of(self, one: _Found, later: list[_Found]) -> int:
        """Where its clause ends: with the sentence, or where that of the next promise begins."""
        _, end = self._sentence(max(one.head, one.start))
        return min([end, *(self._opening_of(other, one.head) for other in later if other.start >= one.head)])

    def _opening_of(self, one: _Found, after: int) -> int:
        """Where the clause of a promise begins: behind a comma or an `and`, when there is one near."""
        edges = [self._of[tag] for tag in ("COMMA", "AND", "BUT", "DASH", "STOP", "ASKED")]
        return next((place for place in range(one.start - 1, max(after, one.start - 5), -1) if self.tags[place] in edges), one.start)

    def _promise(self, one: _Found, end: int, found: list[_Found], ends: list[int]) -> SpokenPromise:
        starts, stops = self.tagged.starts, self.tagged.ends
        begin = starts[one.head] if one.head < len(starts) else starts[-1]
        limit = stops[end - 1] if end > one.head else stops[min(one.head, len(stops) - 1)]
        day = self._day_of(one, end, found, ends)
        action = self.text[begin:limit]
        if day is not None and begin < day.start < limit:
            rest = self.text[day.end : limit].strip(" ,;:.-–—()")
            if not rest:
                action = self.text[begin : day.start]
        action = re.sub(r"[\s,;:(–—-]+(?:(?:by|on|for|before|and|but|in|at|till|the|bis|am|im|zum|vor|und)[\s,]*)*$", "", action)
        action = " ".join(action.split()).strip(" ,;:.\"“”")
        confidence = min(1.0, round(one.frame.confidence + (0.05 if day is not None and day.day else 0), 2))
        return SpokenPromise(one.who, action or self.text.strip(), day.day if day else None,
                             self.text[day.start : day.end] if day else None, confidence, starts[min(one.start, len(starts) - 1)])

    def _day_of(self, one: _Found, end: int, found: list[_Found], ends: list[int]) -> NamedDay | None:
        """The day of a promise: named in its clause; else beside it, where it belongs to no other promise."""
        if not self.days:
            return None
        starts = self.tagged.starts
        at = starts[one.head] if one.head < len(starts) else len(self.text)
        at = min(at, starts[self._opening_of(one, 0)]) if any(other.start < one.start for other in found) else at
        limit = starts[end] if end < len(starts) else len(self.text) + 1
        own = self._best(at, limit)
        if own is not None:
            return own
        first, last = self._sentence(one.start)
        sentence_start = starts[first]
        sentence_end = starts[last] if last < len(starts) else len(self.text) + 1
        earlier = [other for other in found if other.start < one.start]
        later = [other for other in found if other.start > one.start]
        opening = max([sentence_start, *(starts[min(other.start, len(starts) - 1)] for other in earlier)])
        if later and starts[min(later[-1].start, len(starts) - 1)] < sentence_end:
            return self._shared(sentence_start, at, sentence_end)
        behind = self._best(limit, len(self.text) + 1) if not later else None
        if any(self._of[tag] in self.tags[first : one.start] for tag in ("NOT", "HAD", "WAS", "PAST") if tag in self._of):
            return behind
        before = self._best(opening, at) if not earlier else self._shared(sentence_start, at, sentence_end)
        if before is not None:
            return before
        return behind or (self._best(0, at) if not earlier and not later else None)

    def _shared(self, start: int, at: int, end: int) -> NamedDay | None:
        """A day that opens the sentence, or one behind `both` at its end."""
        opening = self._best(start, at)
        first = self.days[0]
        if opening is not None and self.lower[start : first.start].strip() == "":
            return opening
        both = self.lower.find("both", at, end)
        return self._best(both, end) if both >= 0 else None

    def _best(self, start: int, end: int) -> NamedDay | None:
        """The day named between two places: the latest one; a time of the day only where there is no other."""
        days = [day for day in self.days if start <= day.start < end]
        exact = [day for day in days if day.day is not None and not day.loose]
        if exact:
            return max(exact, key=lambda day: day.day or date.min)
        loose = [day for day in days if day.loose]
        return loose[0] if loose else days[0] if days else None


def _settled(days: list[NamedDay]) -> list[NamedDay]:
    """Days that go on from the one before them (`the week after`), counted."""
    settled: list[NamedDay] = []
    last: date | None = None
    for day in days:
        if day.follows is not None:
            day = day._replace(day=last + timedelta(day.follows) if last is not None else None)
        if day.day is not None and not day.loose:
            last = day.day
        settled.append(day)
    return settled

