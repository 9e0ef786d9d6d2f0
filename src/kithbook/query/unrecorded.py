"""Promises that were said and never written down: what was found in prose, less what stands as a task."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from ..model.book import Book
from ..model.pattern import pattern
from ..model.promise import Promise, Who
from ..model.record import NamedTuple
from ..model.resolve import fold
from ..model.spoken_promise import Remark, SpokenPromise

_Day = date  # within the class, `date` is its field
_WORD = pattern(r"\w+")
_LIKELY = 0.55  # confidence; what is less sure than that is read into jottings, and more often none
_ENOUGH = 0.6  # of the words of the shorter of the two
_STEM = 6  # letters: introduce, introduction
# Words that say nothing of what was promised.
_EMPTY = frozenset(
    ["a", "an", "the", "to", "of", "for", "on", "in", "at", "by", "with", "from", "and", "or", "i", "me", "my", "we", "us", "our", "you", "your", "he", "him", "his", "she", "her", "it", "its", "they", "them", "their", "this", "that", "will", "would", "be", "is", "are", "do", "have", "has", "get", "some", "any", "up", "out", "over", "about", "back", "ich", "du", "er", "sie", "es", "wir", "ihr", "mir", "mich", "ihm", "ihn", "ihr", "ihnen", "uns", "der", "die", "das", "den", "dem", "ein", "eine", "einen", "einem", "mein", "dein", "sein", "ihre", "und", "oder", "zu", "zum", "zur", "mit", "von", "für", "auf", "in", "im", "am", "bis", "bei", "noch", "mal"])


Tasks: TypeAlias = Sequence[tuple[Promise, frozenset[str]]]
"""Promises that are written down, with what they are about (`words_of`)."""


class UnrecordedRow(NamedTuple):
    """A promise that is not written down as one. `text` is the remark in which it was said, on `date`."""

    who: Who
    action: str
    due: date | None
    due_text: str | None
    confidence: float
    contact: str | None
    contact_path: str | None
    date: _Day
    text: str
    path: str | None
    line: int | None


def remarks_of(book: Book, quoted: Mapping[str, Collection[str]]) -> list[Remark]:
    """The log of everybody, each entry once; nothing that is withheld, and nothing about confidential people.

    `quoted` are the lines of a note (by its path) that are somebody else's words.
    """
    said: dict[tuple[str, int, str], Remark] = {}
    hidden: set[tuple[str, int, str]] = set()
    for contact in book.contacts.values():
        for entry in contact.entries:
            if not isinstance(entry.text, str) or not entry.text:
                continue
            place = entry.path, entry.line, entry.text
            if contact.confidential:
                hidden.add(place)
            known = said.get(place)
            contacts = (*known.contacts, contact.path) if known else (contact.path,)
            text = own_words(entry.text, quoted.get(entry.path, ()))
            said[place] = Remark(entry.path, entry.line, entry.date, text, contacts)
    return [_own_first(remark) for place, remark in said.items() if place not in hidden]


def own_words(text: str, quoted: Collection[str]) -> str:
    """The text of an entry without the lines (`quoted`) that are somebody else's words."""
    if not quoted or "\n" not in text:
        return text
    first, *further = text.split("\n")
    return "\n".join([first, *("" if line.strip() in quoted else line for line in further)])


def _own_first(remark: Remark) -> Remark:
    """The remark with the contact in whose note it stands before the others."""
    return remark._replace(contacts=tuple(sorted(remark.contacts, key=lambda path: path != remark.path)))


def unrecorded(book: Book, remarks: Iterable[Remark], find: Callable[[str, date], Sequence[SpokenPromise]]) -> list[UnrecordedRow]:
    """The promises in these remarks that are likely ones and not written down, the newest first."""
    tasks: dict[str, Tasks] = {}
    rows: list[UnrecordedRow] = []
    for remark in remarks:
        for promise in find(remark.text, remark.date):
            if promise.confidence < _LIKELY:
                continue
            leading = next(iter(remark.contacts), None)
            owners = remark.contacts or tuple(book.contacts)
            sure = _ENOUGH if leading else 1  # of somebody who is not known all of it must be the same
            if any(is_recorded(promise.action, promise.due, remark.date, _tasks_of(book, path, tasks), sure) for path in owners):
                continue
            name = book.contacts[leading].name if leading else None
            rows.append(UnrecordedRow(*promise[:5], name, leading, remark.date, remark.text, remark.path, remark.line))
    return sorted(rows, key=lambda row: (-row.date.toordinal(), row.path or "", row.line or 0))


def _tasks_of(book: Book, path: str, known: dict[str, Tasks]) -> Tasks:
    if path not in known:
        known[path] = in_words(book.contacts[path].promises)
    return known[path]


def in_words(promises: Iterable[Promise]) -> Tasks:
    """The promises that may be read, with what they are about."""
    return [(task, words_of(task.text)) for task in promises if isinstance(task.text, str)]


def is_recorded(action: str, due: date | None, made: date, tasks: Tasks, enough: float = _ENOUGH) -> bool:
    """Whether a task says what was promised on the day `made`: most of its words, or some of them and the day."""
    words = words_of(action)
    for task, written in tasks:
        if task.done is not None and task.done < made:
            continue  # kept before this was said
        shared = len(words & written)
        if shared and shared >= enough * min(len(words), len(written)):
            return True
        if shared and enough < 1 and due is not None and due == task.due:
            return True
    return False


def words_of(text: str) -> frozenset[str]:
    """What a text is about: its words, without the endings in which a task and a remark differ."""
    return frozenset(_stem(word) for word in _WORD.findall(fold(text)) if word not in _EMPTY and len(word) > 1)


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s", "en", "e", "t"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:_STEM]


def whom_named(book: Book, text: str) -> str | None:
    """The one contact whom a text calls by name, or by a first name that nobody else has; None in doubt."""
    words = set(_WORD.findall(text))
    folded = fold(text)
    firsts: dict[str, list[str]] = {}
    whole: list[str] = []
    for contact in book.contacts.values():
        if contact.confidential:
            continue
        for name in dict.fromkeys((contact.name, *contact.profile.aliases)):
            if len(name) > 2 and fold(name) in folded and re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", folded):
                whole.append(contact.path)
        firsts.setdefault(contact.name.split()[0], []).append(contact.path)
    if whole:
        return whole[0] if len(set(whole)) == 1 else None
    named = [paths for first, paths in firsts.items() if first in words and len(first) > 2]
    return named[0][0] if len(named) == 1 and len(named[0]) == 1 else None
