"""The finder of one vault: its languages, and the phrases that its owner added."""

import re
from datetime import date

from ...model.promise import Who
from ...model.settings import Settings
from ...model.spoken_promise import SpokenPromise
from .english import ENGLISH
from .language import Language
from .letter import read_passages
from .promises import find_promises, read_due
from .remark import Kind
from .sieve import DATED, SURE

LANGUAGES = ("en", "de")
_LONGEST_REMARK = 280  # signs; what is longer is read sentence by sentence
_LONGEST_SENTENCE = 2000  # signs; nobody promises anything behind them
_UNSURE = 0.7  # what is found with less gives way to a phrase of the owner
_PREPOSITION = 8  # signs at most, with a space
_WORD = re.compile(r"\w")  # without one nothing is promised
_STOP = re.compile(r"[.!?;\n]|$")


class PromiseFinder:
    """Finds promises in texts. Languages are loaded when they are asked for."""

    def __init__(self, settings: Settings) -> None:
        self._languages = tuple(_load(code) for code in settings.scan_languages) or (ENGLISH,)
        self._order = settings.date_order
        self._phrases = dict(settings.scan_phrases)
        alternatives = "|".join(re.escape(phrase) for phrase in sorted(self._phrases, key=len, reverse=True))
        self._phrase = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE) if alternatives else None

    def find(self, text: str, made: date, kind: Kind = "remark") -> list[SpokenPromise]:
        """The promises in a remark of the day `made`; of a text of several lines those that its writer makes. Nothing is read into half sentences of letters."""
        passages = [text] if "\n" not in text and len(text) <= _LONGEST_REMARK else [passage.text for passage in read_passages(text.split("\n"))]
        return [promise for passage in passages for promise in self._find(passage, made, kind) if _WORD.search(promise.action)]

    def find_in_letter(self, text: str, made: date, writer: Who, *, circular: bool = False) -> list[SpokenPromise]:
        """The promises of its writer in a sentence of a letter, or of a `circular`. What he, she and they will do is others' affair there."""
        return [promise._replace(who=writer if promise.who == "me" else "us")
                for promise in self.find(text, made, "circular" if circular else "letter") if promise.who != "them"]

    def _find(self, text: str, made: date, kind: Kind) -> list[SpokenPromise]:
        text = text[:_LONGEST_SENTENCE]
        found = find_promises(text, made, self._languages, self._order, kind)
        if self._phrase is None or "[x]" in text[:8]:
            return found
        for match in self._phrase.finditer(text):
            stop = _STOP.search(text, match.end())
            end = stop.start() if stop else len(text)
            same = [promise for promise in found if match.start() <= promise.start < end]
            if any(promise.confidence >= _UNSURE for promise in same):
                continue
            found = [promise for promise in found if promise not in same]
            due, due_text = read_due(text[match.start() : end], made, self._languages, self._order)
            action = text[match.end() : end].strip(" ,:")
            if due_text and action.endswith(due_text) and len(action) <= len(due_text) + _PREPOSITION:
                action = text[:end].strip()  # all that follows the phrase is the day
            found.append(SpokenPromise(self._phrases[match[0].lower()], action or text[:end].strip(), due, due_text, round(SURE + DATED * (due is not None), 2), match.start()))
        return sorted(found, key=lambda promise: promise.start)


def _load(code: str) -> Language:
    if code == "de":
        from .german import GERMAN

        return GERMAN
    return ENGLISH
