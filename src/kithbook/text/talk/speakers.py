"""Whose a promise is: who speaks, who is spoken of, and whose a sentence without a subject is."""

import re
from functools import cached_property

from ...model.promise import Who
from .language import Frame, Language
from .tagging import Tagged

_NEAR = 8  # words before a promise without a subject, at most
_FAR = 14  # behind a comma
_OPENS = 2
_I_SAID = ("said i ", "said i'", "i ")  # who says yes in these says who he is


class Speakers:
    """Those who speak in one text, by its tags."""

    def __init__(self, tagged: Tagged, text: str, lower: str, language: Language) -> None:
        self.tagged, self.tags, self.text, self.lower, self.language = tagged, tagged.tags, text, lower, language
        self._of = language.tags

    def sentence(self, place: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends."""
        tags, stop, asked = self.tags, self._of["STOP"], self._of["ASKED"]
        ends = [end for end in (tags.find(stop, place), tags.find(asked, place)) if end >= 0]
        return max(tags.rfind(stop, 0, place), tags.rfind(asked, 0, place)) + 1, min(ends, default=len(tags))

    def whose(self, frame: Frame, groups: dict[str, str | None], match: re.Match[str], head: int) -> Who | None:
        """Whose a promise is that a frame finds, with what is promised from `head` on; None when it is nobody's of these."""
        if frame.who in ("noted", "bare"):
            return None if self.quoted(head) or (frame.who == "bare" and self._word(head) in self.language.unchanged) else "me"
        if frame.who == "passive":
            veto = self.language.veto("passive_them")
            return self.as_quoted("them" if veto.search(self.tags, match.start(), self.sentence(head)[1]) else "me", match.start())
        if frame.who in ("me", "them", "us"):
            return self.as_quoted(frame.who, match.start())  # type: ignore[arg-type]
        if self._of["EACH"] in self.tags[head : self.sentence(head)[1]] and frame.who in ("subject", "carried"):
            return "us"
        if groups.get("they") is not None and self._of["EACH"] in match[0]:
            return None  # what they promise one another
        if frame.who == "sworn":  # said I'd have it: mine; says I'll have it: theirs
            bare = self.tags[match.start()] in (self._of["SAY"], self._of["COMMIT"]) and self._of["ME"] not in match[0]
            return self.as_quoted("me" if bare and not self._is_third(match.start()) else "them", match.start())
        if frame.who == "agreed":
            return "us" if "agreed" in map(self._word, range(*match.span())) else "me"
        if frame.who == "asked":
            return "me" if self.language.veto("asked_me").search(self.tags[: match.start()]) else "them"
        if frame.jotted and groups.get("i") is not None and self._word(head) in self.language.unchanged and self._of["DAY"] not in self.tags[head : self.sentence(head)[1]]:
            return None  # I read it, I put it back
        if groups.get("i") is not None:
            return self.as_quoted("me", match.start("i"))
        if groups.get("we") is not None:
            if frame.jotted and self.quoted(match.start("we")):
                return None  # what others will do, all of them
            if self.quoted(match.start("we")) and self.tags[head : head + 1] != self._of["JOINT"]:
                return self.as_quoted("me", match.start("we"))
            return self.as_quoted("me" if self._is_told(match, head) or (frame.name != "promise" and self._of["MUST"] not in match[0] and self._is_for_them(head)) else "us", match.start("we"))
        if groups.get("they") is not None and self.quoted(match.start()) and match[0][0] == self._of["ROLE"]:
            return None  # a text that is quoted
        if groups.get("they") is not None or groups.get("they2") is not None:
            return "them"
        if frame.who == "named":
            return self.as_quoted("me" if any(self._of[tag] in match[0] for tag in ("ONME", "MY")) else "them", match.start())
        if frame.who == "speaker":
            return self.as_quoted("me", match.start()) if self.quoted(match.start()) else "them" if self._says(match.start()) else "me"
        if frame.who == "accepted":
            asked = self.language.veto("request_both").search(self.tags[:head])
            return "us" if asked else "them" if self.quoted(head) else self._accepted(head)
        said = self.language.veto("he_says").search(self.tags, head, self.sentence(head)[1])
        told = frame.who == "carried" and (said or self._of["ME"] in match[0])
        who = "them" if told or (frame.who == "carried" and self.tags[head + 1 : head + 2] == self._of["ME"]) else self._carried(match.start())
        if frame.who == "carried me":
            return "me" if who == "me" else None
        if who == "me" and self.tags[head : head + 1] == self._of["JOINT"]:
            return "us"
        return self.as_quoted(who, match.start()) if who == "me" else who

    def _says(self, start: int) -> bool:
        """Whether it is told before a place, in its sentence, what somebody says."""
        first = self.sentence(start)[0]
        return self._carried(start) == "them" and any(self._of[tag] in self.tags[first:start] for tag in ("SAY", "COMMIT", "COLON", "DASH", "HE"))

    def _is_told(self, match: re.Match[str], head: int) -> bool:
        """Whether what we would do was said to somebody: then it is mine, unless both do it."""
        return self.tags[head : head + 1] != self._of["JOINT"] and self.language.veto("told").search(self.tags[: match.start("we")]) is not None

    def _is_for_them(self, head: int) -> bool:
        """Whether what we will do is done for the other one: then it is mine, and my people's."""
        of, verb, behind = self._of, self.tags[head : head + 1], self.tags[head + 1 : head + 4]
        if verb == of["JOINT"] or of["TOGETHER"] in self.tags[head : self.sentence(head)[1]]:
            return False
        clause = self.tags[head : self.sentence(head)[1]]
        return behind[:1] == of["NAME"] or any(of[tag] in behind for tag in ("THEM", "HIS")) or of["YOU"] in clause or of["YOUR"] in clause or of["IF"] + of["HE"] in clause

    def _carried(self, start: int) -> Who | None:
        """Whose a promise without a subject is: the subject's of the same sentence; without one mine.

        None when so much stands before it that its subject must be something there.
        """
        of = self._of
        if self.tags[start : start + 1] == of["SAY"]:
            told = self.tags[start + 1 : start + 2]
            if told in (of["THEM"], of["HIS"], of["NAME"], of["CAP"]):
                return "me"
            if told == of["ME"] or (start == self.sentence(start)[0] and self._is_third(start)):
                return "them"
        if self.tags[start : start + 2] == of["COMMIT"] + of["ME"]:
            return "them"
        if self._is_third(start):
            return "them"
        for place in range(start - 1, -1, -1):
            tag = self.tags[place]
            if tag in (of["STOP"], of["ASKED"]):
                break
            if tag == of["I"] or self._wants(place, start):
                return "me"
            if tag == of["WE"]:
                return "us"
            if tag == of["HE"] or (tag == of["ROLE"] and place - self.sentence(place)[0] <= _OPENS):
                return "them"
            if tag in (of["NAME"], of["CAP"]) and self._is_subject(place):
                return "them"
            if (place == 0 or self.tags[place - 1] in (of["STOP"], of["ASKED"])) and (
                    self._is_third(place) or (self._is_capital(place) and self._is_third(place + 1))):
                return "them"
        first = self.sentence(start)[0]
        far = _FAR if self.tags[start - 1 : start] == of["COMMA"] else _NEAR
        if start - first > far or of["WILL"] in self.tags[first:start]:
            return None  # what stands there before it is its subject
        return "them" if self.tags[start : start + 1] == of["WILL"] and self._goes_on(first) else "me"

    def _goes_on(self, first: int) -> bool:
        """Whether a sentence without a subject goes on with what somebody is told to be or do (She knows him. Will ask)."""
        before, veto = self.tags[self.sentence(first - 1)[0] : first - 1] if first else "", self.language.veto
        return veto("told of").match(before) is not None and veto("to them").search(self.tags[first : self.sentence(first)[1]]) is None

    def _wants(self, place: int, start: int) -> bool:
        """Whether somebody wants something there, and what follows is done about it (Ana asked for it, sending it tonight)."""
        return self.tags[start : start + 1] in (self._of["ACTING"], self._of["DOING"], self._of["ING"]) and self.tags[place + 1 : place + 2] == self._of["ASK"]

    def _is_subject(self, place: int) -> bool:
        """Whether a name there is that of somebody who speaks, or of whom it is told what he does."""
        of = self._of
        if self.tags[place + 1 : place + 2] in (of["COLON"], of["DASH"]):
            first = self.sentence(place)[0]  # not in `Rang Ana: will send it`
            return place == first or (place == first + 1 and self.tags[first] in (of["NAME"], of["CAP"]))
        if self.language.veto("owner").match(self.tags, place + 1):
            return False  # Ana's thesis: comments by Friday
        opens = place == self.sentence(place)[0] or self.tags[place - 1] in (of["NAME"], of["CAP"], of["AND"], of["BUT"], of["COMMA"])
        return opens and self.language.veto("subject").match(self.tags, place + 1) is not None

    def _is_third(self, place: int) -> bool:
        """Whether a verb stands there with which a remark without a subject speaks of the other."""
        return self._word(place) in self.language.thirds

    def _is_capital(self, place: int) -> bool:
        """Whether a word is written as a name, or opens a sentence as one might."""
        return self.tags[place] in (self._of["NAME"], self._of["CAP"]) or (self.tags[place] != self._of["IT"] and self.text[self.tagged.starts[place]].isupper())

    def _word(self, place: int) -> str:
        return self.lower[self.tagged.starts[place] : self.tagged.ends[place]]

    def _accepted(self, start: int) -> Who | None:
        """Who said yes to what was asked."""
        asked = self.tags[:start]
        if self._of["OFFER"] in asked:
            return "them"
        if self.lower.startswith(_I_SAID, self.tagged.starts[start]):
            return "me"
        if self.language.veto("asked_them").search(asked):
            return "them"
        return "me"

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        """Where something quoted begins and ends."""
        places = [place for place, tag in enumerate(self.tags) if tag == self._of["QUOTE"]]
        if not places and (speech := self.language.veto("speech").search(self.tags)):  # He says: I will
            return [(speech.end() - 1, self.sentence(speech.end())[1])]
        return list(zip(places[::2], places[1::2], strict=False))

    def quoted(self, place: int) -> bool:
        """Whether a place stands in what somebody is quoted with."""
        return any(start < place < end for start, end in self.quotes)

    def as_quoted(self, who: Who, place: int) -> Who:
        """Within somebody else's words, I am they."""
        if who == "us" or not self.quoted(place):
            return who
        for start, end in self.quotes:
            if start < place < end and self.language.veto("i_said").search(self.tags[max(0, start - 4) : start] + self.tags[end : end + 4]):
                return who
        return "them" if who == "me" else "me"
