"""The leak scan: words that are confidential in one note, and stand in the open in another file.

It says where, and never what. It cannot find what was put in other words, translated, or
stands in a picture or a PDF.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from ..model.problem import Problem
from ..model.settings import Settings
from ..text.decode import MAX_NOTE_BYTES, decode_leniently
from ..text.hidden_text import find_hidden_texts, names_hidden
from ..text.marks import is_mark, may_hold_marks
from ..text.note import NoteReader
from ..text.profile import is_private
from ..text.word_runs import RUN, find_phrases, find_tokens, find_words, places_of_words
from .files import read_plain_file
from .listing import list_notes, list_other_files
from .secret_store import Secrets, SecretStore, Stamp, union_of

LEAK = "leak"
_FOLDED = (".ics", ".vcf", ".vcard", ".ifb")
_FEWEST_SIGNS_OF_NAME = 5
_A_KEY = re.compile(r"""^[ \t]{0,20}["']?([^\s:"'#-][^:"'\n]{0,60}?)["']?[ \t]{0,9}:""", re.MULTILINE)


class _Hit(NamedTuple):
    """Words (by their numbers), or a line, that a note keeps to itself."""

    first: int
    last: int
    sources: frozenset[str]


def find_leaks(root: str, settings: Settings, staged: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Where the given contents (path and bytes) repeat what a note of the vault at `root` keeps to itself.

    The time grows with what is given and with the notes that hold something confidential,
    not with the vault; only the first time is all of it read.
    """
    scan = LeakScan(root, settings)
    scan.catch_up(staged)
    return tuple(problem for path in sorted(staged) for problem in scan.judge(path, staged[path]))


def find_leaks_in_vault(root: str, settings: Settings) -> tuple[Problem, ...]:
    """Where any note or other text file of the vault repeats what a note keeps to itself."""
    scan = LeakScan(root, settings)
    notes = list_notes(root, settings.ignore, settings.templates_folder).paths
    scan.learn_all(notes)
    if not scan.knows_something:
        return ()
    others = list_other_files(root, settings.ignore, settings.templates_folder)
    return tuple(problem for path in (*notes, *others) if (data := _bytes_of(root, path)) is not None
                 for problem in scan.judge(path, data))


def _bytes_of(root: str, path: str) -> bytes | None:
    try:
        return read_plain_file(f"{root}/{path}", MAX_NOTE_BYTES)
    except OSError:
        return None


def _stamp_of(root: str, path: str) -> Stamp | None:
    try:
        found = os.lstat(f"{root}/{path}")
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


class LeakScan:
    """Knows what the notes of one vault keep to themselves, and judges files by it."""

    def __init__(self, root: str, settings: Settings) -> None:
        self.root = root
        self.settings = settings
        self.reader = NoteReader(settings, prose=True)
        self.store = SecretStore(root)
        self.hasher = self.store.hasher
        self.known: dict[str, Secrets] = dict(self.store.known or {})
        self._private = re.compile("|".join(map(re.escape, sorted(
            {word for word, kind in self.reader.words.items() if kind == "reflection"} | {"reflection"}))), re.IGNORECASE)
        self._said_by_templates: frozenset[int] | None = None
        self._all: Secrets | None = None

    @property
    def knows_something(self) -> bool:
        return bool(self.known)

    # What is known

    def learn_all(self, paths: Iterable[str]) -> None:
        """Look at every note."""
        paths = tuple(paths)
        self._forget(set(self.known) - set(paths))
        for path in paths:
            self._learn_file(path)
        self.store.save(self.known)

    def catch_up(self, given: Mapping[str, bytes]) -> None:
        """Look again at the notes that are known and at those given; the first time, at every note."""
        if self.store.known is None:
            self.learn_all(list_notes(self.root, self.settings.ignore, self.settings.templates_folder).paths)
        else:
            notes = [path for path in given if path.endswith(".md")]
            for path in dict.fromkeys((*self.known, *notes)):
                self._learn_file(path)
            self.store.save(self.known)
        for path, data in given.items():  # a note that is given and not in the folder is known for this time
            if path.endswith(".md") and path not in self.known and _stamp_of(self.root, path) is None:
                self._learn(path, data, None)

    def _forget(self, paths: Iterable[str]) -> None:
        for path in paths:
            self.known.pop(path, None)
            self._all = None

    def _learn_file(self, path: str) -> None:
        """Look at a note, if it is not as it was."""
        stamp = _stamp_of(self.root, path)
        before = self.known.get(path)
        if stamp is not None and before is not None and before.stamp == stamp:
            return
        data = _bytes_of(self.root, path) if stamp is not None else None
        if data is None:
            self._forget([path])
        else:
            self._learn(path, data, stamp)

    def _learn(self, path: str, data: bytes, stamp: Stamp | None) -> None:
        self._forget([path])
        text = decode_leniently(data)
        if not self._may_hide(text):
            return
        note = self.reader.read(path, data)
        phrases: set[tuple[str, ...]] = set()
        tokens: set[str] = set()
        for hidden in find_hidden_texts(text, note):
            phrases |= find_phrases(hidden.text)
            tokens.update(token for token, _ in find_tokens(hidden.text))
        names = {words for name in names_hidden(note) if (words := tuple(find_words(name)[:RUN]))
                 and sum(map(len, words)) >= _FEWEST_SIGNS_OF_NAME}
        hashes = frozenset(map(self.hasher.of_phrase, phrases)) - self._templates() if phrases else frozenset()
        if hashes or names or tokens:
            self.known[path] = Secrets(
                stamp, note.confidential, hashes, frozenset(map(self.hasher.of_phrase, names)),
                frozenset(map(self.hasher.of_word, tokens)))

    def _may_hide(self, text: str) -> bool:
        """A quick look: may anything in the note be withheld?"""
        if "%%" in text or "<!--" in text or may_hold_marks(text) or self._private.search(text):
            return True
        if "---" not in text[:200]:
            return False
        front = text[: max(text.find("\n---", 4), 0) or len(text)]
        return any(is_mark(key) or is_private(key) for key in _A_KEY.findall(front)) or "nfid" in front.casefold()

    def _templates(self) -> frozenset[int]:
        """What the vault's templates say, and so what any note may."""
        if self._said_by_templates is None:
            found: set[int] = set()
            folder = os.path.join(self.root, self.settings.templates_folder)
            for base, _, names in os.walk(folder) if self.settings.templates_folder.strip("/") else ():
                for name in names:
                    data = _bytes_of(base, name) if name.endswith(".md") else None
                    values = [self.hasher.of_word(word) for word in find_words(decode_leniently(data or b""))]
                    found.update(*islice(self.hasher.of_runs(values), 2, None))  # an address of two words is nobody else's
            self._said_by_templates = frozenset(found)
        return self._said_by_templates

    # What is judged

    def judge(self, path: str, data: bytes) -> Iterator[Problem]:
        """Where a file with these bytes repeats what a note (another one) keeps to itself."""
        if b"\0" in data[:8000] and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            return
        text = decode_leniently(data)
        folded = path.lower().endswith(_FOLDED)
        hits, lines, named = self._hits(path, text, folded=folded)
        if not (hits or lines or named):
            return
        if path.endswith(".md"):
            note = self.reader.read(path, data)
            if note.confidential:
                return
            if note.kind not in ("skipped", "unreadable"):
                text = note.prose
                hits, lines, _ = self._hits(path, text)
                named = []  # in notes, people are linked
        places = places_of_words(text, [hit.first for hit in (*hits, *named)], folded=folded)
        mend = "take it out, or mark it here, too" if path.endswith(".md") else "take it out"
        found = [(*places.get(hit.first, (1, 1)), *self._said("this repeats what is confidential", mend, hit.sources)) for hit in hits]
        found += [(hit.first, 1, *self._said("a number or a link here is confidential", mend, hit.sources)) for hit in lines]
        found += [(*places.get(hit.first, (1, 1)), "somebody confidential is named here", "take it out") for hit in named]
        for line, column, message, fix in sorted(set(found)):
            yield Problem(path, line, column, LEAK, "error", message, fix)

    def _said(self, what: str, mend: str, sources: frozenset[str]) -> tuple[str, str]:
        """What is wrong and how to mend it, with the note that it comes from when that may be named."""
        named = sorted(path for path in sources if not self.known[path].whole)
        return (f"{what} in {named[0]}", f"{mend}, or unmark it there") if named else (what, mend)

    def _hits(self, path: str, text: str, *, folded: bool = False) -> tuple[list[_Hit], list[_Hit], list[_Hit]]:
        """What in a text is known: phrases, lines with tokens, names."""
        everything = self._all = self._all or union_of(self.known.values())
        values = [self.hasher.of_word(word) for word in find_words(text, folded=folded)]
        phrases: list[_Hit] = []
        names: list[_Hit] = []
        for length, runs in enumerate(self.hasher.of_runs(values), 1):
            phrases += self._known_among(runs, length, path, everything.phrases, "phrases")
            names += self._known_among(runs, length, path, everything.names, "names")
        lines: list[_Hit] = []
        if everything.tokens:
            for token, line in find_tokens(text, folded=folded):
                sources = self._sources(path, self.hasher.of_word(token), "tokens")
                if sources:
                    lines.append(_Hit(line, line, sources))
        return _merged(phrases), lines, _merged(names)

    def _known_among(self, runs: list[int], length: int, path: str, wanted: frozenset[int], what: str) -> Iterator[_Hit]:
        if not wanted.isdisjoint(runs):
            for first, run in enumerate(runs):
                if run in wanted and (sources := self._sources(path, run, what)):
                    yield _Hit(first, first + length - 1, sources)

    def _sources(self, path: str, found: int, what: str) -> frozenset[str]:
        """The other notes that keep it to themselves."""
        return frozenset(source for source, secrets in self.known.items() if source != path and found in getattr(secrets, what))


def _merged(hits: list[_Hit]) -> list[_Hit]:
    """Hits that touch as one."""
    merged: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: hit[:2]):
        if merged and hit.first <= merged[-1].last + 1:
            before = merged[-1]
            merged[-1] = _Hit(before.first, max(before.last, hit.last), before.sources | hit.sources)
        else:
            merged.append(hit)
    return merged
