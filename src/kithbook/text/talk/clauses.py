"""The clauses in which promises stand: their words, and the day that belongs to each."""

from bisect import bisect, bisect_left
from datetime import date

from ...model.spoken_promise import SpokenPromise
from .days import NamedDay
from .remark import Found, Remark

_DATED = 0.05  # surer with a day
_OURS = 0.1  # less sure of what is said of us all
_EDGES = " ,;:.()\"“”–—-"


class Clauses:
    """The promises found in one text, each with its clause."""

    def __init__(self, remark: Remark, found: list[Found]) -> None:
        self.remark, self.found = remark, found
        self.text, self.lower, self.tags = remark.text, remark.lower, remark.tags
        self.tagged, self.days = remark.tagged, remark.days
        self._of = remark.language.tags

    def _end_of(self, one: Found, later: list[Found]) -> int:
        """Where its clause ends: with the sentence, or where that of the next promise begins."""
        _, end = self.remark.sentence(max(one.head, one.start))
        return min([end, *(self._opening_of(other, one.head) for other in later if other.start >= one.head)])

    def _opening_of(self, one: Found, after: int) -> int:
        """Where the clause of a promise begins: behind a comma or an `and`, when there is one near."""
        edges = [self._of[tag] for tag in ("COMMA", "AND", "BUT", "DASH", "STOP", "ASKED")]
        return next((place for place in range(one.start - 1, max(after, one.start - 5), -1) if self.tags[place] in edges), one.start)

    def worded(self) -> list[SpokenPromise]:
        """Each promise in its words, with its day; one that only says again what was said before is left out."""
        again = self.remark.language.again
        said = [self._worded(one, self._end_of(one, self.found[place + 1 :])) for place, one in enumerate(self.found)]
        for place in range(len(said) - 2, -1, -1):
            said[place] = self._until_next(said[place], said[place + 1], self.found[place], self.found[place + 1])
        return [one for place, one in enumerate(said) if not (place and (again.fullmatch(one.action.lower()) or self._goes_on(self.found[place])))]

    def _goes_on(self, one: Found) -> bool:
        """Whether it only says how what was promised before is done (he's lending me the saw, dropping it off on Friday)."""
        return one.frame.who == "carried" and self.remark.language.veto("goes_on").match(self.tags, one.start) is not None

    def _until_next(self, one: SpokenPromise, following: SpokenPromise, found: Found, next_found: Found) -> SpokenPromise:
        """A promise without a day has that of what the same one does next, in the same breath (look into it and ring on Friday)."""
        if one.due_text is not None or following.due is None or one.who != following.who or found.frame.yields:
            return one
        if next_found.start >= self.remark.sentence(found.start)[1]:
            return one
        return one._replace(due=following.due, due_text=following.due_text, confidence=min(1.0, round(one.confidence + _DATED, 2)))

    def _worded(self, one: Found, end: int) -> SpokenPromise:
        starts, stops = self.tagged.starts, self.tagged.ends
        day = self._day_of(one, end)
        if one.frame.who in ("accepted", "asked"):
            one, end = self._request(one, end)
        begin = starts[one.head] if one.head < len(starts) else starts[-1]
        said_up_to = self.remark.language.veto("clause_end").search(self.tags, one.head + 1, end)
        end = said_up_to.start() if said_up_to else end
        limit = stops[end - 1] if end > one.head else stops[min(one.head, len(stops) - 1)]
        if day is not None and begin < day.start < limit and not self.text[day.end : limit].strip(_EDGES):
            limit = day.start
        words = self.text[begin:limit].split()
        while len(words) > 1 and words[-1].lower().strip(_EDGES) in self.remark.language.small:
            words.pop()
        action = " ".join(words).strip(_EDGES) or self.text.strip()
        due = day.day if day else None
        return SpokenPromise(one.who, action, due, self.text[day.start : day.end] if day else None,
                             _confidence(one, dated=due is not None), starts[min(one.start, len(starts) - 1)])

    def _request(self, one: Found, end: int) -> tuple[Found, int]:
        """The clause in which it was asked for, which says what was granted; the answer's own when there is none."""
        asked = None
        for asked in self.remark.language.veto("request").finditer(self.tags, 0, one.head):  # noqa: B007
            pass
        if asked is None:
            return one, end
        return one._replace(head=asked.end()), min(self.remark.sentence(asked.start())[1], max(one.head, asked.end() + 1))

    def _day_of(self, one: Found, end: int) -> NamedDay | None:
        """The day of a promise: named in its clause; else beside it, where it belongs to no other promise."""
        if not self.days:
            return None
        starts = self.tagged.starts
        earlier = [other for other in self.found if other.start < one.start]
        later = [other for other in self.found if other.start > one.start]
        at = self._place(self._opening_of(one, 0) if earlier else one.head)
        limit = self._place(end)
        said_up_to = self.remark.language.veto("clause_end").search(self.tags, one.head + 1, end)
        near = self._place(said_up_to.start()) if said_up_to else limit
        if (own := self._best(at, near, own=True) or self._best(near, limit, own=True)) is not None:
            return own
        first, last = self.remark.sentence(one.start)
        if later and later[-1].start < last:
            return self._shared(starts[first], at, self._place(last)) or self._spoken_of(earlier, later, at)
        behind = None if later else self._best(limit, len(self.text) + 1)
        if behind is not None and self._is_past(end, behind):
            behind = None
        if one.frame.who != "accepted" and any(self._of[tag] in self.tags[first : one.start] for tag in ("NOT", "HAD", "WAS", "PAST", "CAN")):
            return behind  # what stands before it is another story
        before = self._shared(starts[first], at, self._place(last)) if earlier else self._best(starts[first], at)
        return before or behind or self._of_both(one, starts[first]) or self._spoken_of(earlier, later, at)

    def _of_both(self, one: Found, start: int) -> NamedDay | None:
        """The day on which both meet, for what one of them brings to it (dinner on Friday, she's paying)."""
        before = next((other for other in reversed(self.found) if other.start < one.start), None)
        if before is None:
            return None
        brings = one.frame.beside or self.tags[one.head : one.head + 1] in (self._of["ACTING"], self._of["ACTS"])
        if before.frame.name == "she does, I do":
            brings, before = True, before._replace(who="us")  # they take turns
        at_mine = brings and before.frame.name == "at ours"
        if not at_mine and (before.who != "us" or (self.tagged.starts[before.start] < start and not brings)):
            return None
        return self._best(self.tagged.starts[before.start], self._place(one.start), own=True)

    def _spoken_of(self, earlier: list[Found], later: list[Found], at: int) -> NamedDay | None:
        """The day of which an earlier sentence speaks: of the one promise that follows, or of all, where they name none."""
        if not earlier and not later:
            return self._best(0, at, spoken=True)
        opens = self._place(self._opening_of((earlier or self.found)[0], 0))
        return None if any(day.start >= opens for day in self.days) else self._best(0, opens, spoken=True)

    def _place(self, tag: int) -> int:
        """Where in the text a tag begins."""
        return self.tagged.starts[tag] if tag < len(self.tagged.starts) else len(self.text) + 1

    def _shared(self, start: int, at: int, end: int) -> NamedDay | None:
        """A day that opens the sentence; one that is set off at its end, or stands behind `both`."""
        opening = self._best(start, at)
        first = self.days[0]
        if opening is not None and (self.lower[start : first.start].strip() == "" or self.lower[first.end :].lstrip().startswith(":")):
            return opening
        closing = next((day for day in self.days if at < day.start and self._closes(day, end)), None)
        if closing is not None and self._is_set_off(at, closing):
            return closing
        both = next((place for word in self.remark.language.both if (place := self.lower.find(word, at)) >= 0), None)
        return None if both is None else self._best(both, len(self.text) + 1)

    def _is_past(self, end: int, day: NamedDay) -> bool:
        """Whether a later sentence tells of a day as past (it was said in May, too)."""
        at = bisect_left(self.tagged.starts, day.start)
        start, _ = self.remark.sentence(at)
        return start > end and any(self._of[tag] in self.tags[start:at] for tag in ("WAS", "HAD"))

    def _is_told(self, day: NamedDay) -> bool:
        """Whether a sentence tells what was done on a day."""
        start, end = self.remark.sentence(bisect_left(self.tagged.starts, day.start))
        return any(self._of[tag] in self.tags[start:end] for tag in ("PAST", "WAS", "HAD"))

    def _closes(self, day: NamedDay, end: int) -> bool:
        """Whether nothing stands behind a day but, behind one that is set off, a place (…, Sunday at theirs)."""
        if self.lower[day.end : end].strip(_EDGES) == "":
            return True
        place = bisect_left(self.tagged.starts, day.start)
        behind = self.tags[bisect(self.tagged.starts, day.start) : bisect_left(self.tagged.starts, end)]
        return self.tags[place - 1 : place] == self._of["COMMA"] and self.remark.language.veto("place").fullmatch(behind) is not None

    def _is_set_off(self, at: int, day: NamedDay) -> bool:
        """Whether a day stands behind a comma, alone or with a place (…, at the lake on Friday)."""
        tags = self.tags[bisect(self.tagged.starts, at) : bisect_left(self.tagged.starts, day.start)]
        return self.remark.language.veto("set_off").search(tags) is not None

    def _best(self, start: int, end: int, *, own: bool = False, spoken: bool = False) -> NamedDay | None:
        """The day named between two places: the latest one; a time of the day only where there is no other. What was done on a day that is only `spoken` of is past."""
        days = [day for day in self.days if start <= day.start < end and not self._is_beside(day) and (own or not (day.until or self._acts(day)))
                and not (spoken and self._is_told(day))]
        exact = [day for day in days if day.day is not None and not day.loose]
        if exact:
            return max(exact, key=lambda day: day.day or date.min)
        loose = [day for day in days if day.loose]
        return loose[0] if loose else days[0] if days else None

    def _is_beside(self, day: NamedDay) -> bool:
        """Whether a day only says which thing is meant (`the Friday crowd`), or on what it depends (`if he rings by Friday`)."""
        at = bisect(self.tagged.starts, day.start) - 1
        start, _ = self.remark.sentence(at)
        return self.remark.language.veto("day_beside").search(self.tags[start : at + 2]) is not None

    def _acts(self, day: NamedDay) -> bool:
        """Whether a day is what is spoken of: `the 21st clashes`."""
        at = bisect(self.tagged.starts, day.start)
        return self.tags[at : at + 1] in (self._of["WORD"], self._of["ACTS"])


def _confidence(one: Found, *, dated: bool) -> float:
    """How sure it is that this is a promise, and whose: what its frame says, more with a day, less of what `we` will do."""
    return min(1.0, round(one.frame.confidence + _DATED * dated - _OURS * (one.ours and one.frame.who == "subject"), 2))
