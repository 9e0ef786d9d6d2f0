"""The leak scan: words that are confidential in one note, and stand in the open in another file.

It says where, and never what. It cannot find what was put in other words, translated, or
stands in a picture or a PDF.
"""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from ..model.problem import Problem
from ..model.settings import Settings
from ..text.decode import MAX_NOTE_BYTES, decode_leniently
from ..text.hidden_text import find_hidden_texts, names_hidden
from ..text.note import NoteReader
from ..text.quick_hidden import may_hide
from ..text.word_runs import RUN, find_phrases, find_tokens, find_words, places_of_words
from .files import read_plain_file
from .listing import list_notes, list_other_files
from .secret_store import Secrets, SecretStore, Stamp

LEAK = "leak"
# What so many notes keep to themselves, or stands in the open in so many other files, is no secret but a turn of speech.
_MANY = 5
_A_NAME = -1  # no hash: a file that names somebody has something in it, too
_FOLDED = (".ics", ".vcf", ".vcard", ".ifb")
_FEWEST_SIGNS_OF_NAME = 5
_FEWEST_RUN_TOGETHER = 7


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
    suspects: dict[str, bytes] = {}
    files_with: Counter[int] = Counter()
    for path in (*notes, *others):
        data = _bytes_of(root, path)
        repeated = scan.repeated_in(path, data) if data is not None else frozenset[int]()
        if data is not None and repeated:
            suspects[path] = data
            files_with.update(repeated)
    scan.set_common(run for run, files in files_with.items() if files > _MANY and run != _A_NAME)
    problems = [problem for path, data in suspects.items() for problem in scan.judge(path, data)]
    return (*problems, *scan.no_secrets(files_with))


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
        self._known_by: dict[str, dict[int, frozenset[str]]] | None = None

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

    def set_common(self, hashes: Iterable[int]) -> None:
        """Hold these for no secrets from now on."""
        self.store.common = frozenset(hashes)
        self.store.save(self.known)
        self._known_by = None

    def no_secrets(self, files_with: Mapping[int, int]) -> Iterator[Problem]:
        """The notes that keep to themselves what stands in the open in many files."""
        for path, secrets in sorted(self.known.items()):
            common = self.store.common & (secrets.phrases | secrets.tokens)
            if common and not self._kept_by_many() >= common:
                most = max(files_with[run] for run in common if run in files_with)
                yield Problem(path, 1, 1, LEAK, "error", f"what is confidential here stands in the open in {most} other files",
                              "unmark it here, if it is none: it is not looked for any more")

    def catch_up(self, given: Mapping[str, bytes]) -> None:
        """Look again at the notes that are known and at those given; the first time, at every note."""
        if self.store.known is None:
            self.learn_all(list_notes(self.root, self.settings.ignore, self.settings.templates_folder).paths)
        else:
            notes = [path for path in given if path.endswith(".md")]
            for path in dict.fromkeys((*self.known, *notes)):
                self._learn_file(path)
            self.store.save(self.known)
        for path, data in given.items():  # what a note is to say counts for this time, too, when it says something else on disk
            if path.endswith(".md") and _bytes_of(self.root, path) != data:
                on_disk = self.known.get(path)
                self._learn(path, data, None)
                if on_disk is not None:
                    self._add(path, on_disk)

    def _add(self, path: str, other: Secrets) -> None:
        """Another version of a note keeps this to itself."""
        here = self.known.get(path)
        self.known[path] = other if here is None else Secrets(
            None, here.whole or other.whole, here.phrases | other.phrases, here.names | other.names, here.tokens | other.tokens)
        self._known_by = None

    def _forget(self, paths: Iterable[str]) -> None:
        for path in paths:
            self.known.pop(path, None)
            self._known_by = None

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
        if not (may_hide(data) or self._private.search(text)):
            return
        note = self.reader.read(path, data)
        phrases: set[tuple[str, ...]] = set()
        tokens: set[str] = set()
        for hidden in find_hidden_texts(text, note):
            phrases |= find_phrases(hidden.text)
            tokens.update(token for token, _ in find_tokens(hidden.text))
        names = {way for name in names_hidden(note) for way in _ways_to_write(find_words(name)[:RUN])}
        hashes = frozenset(map(self.hasher.of_phrase, phrases)) - self._templates() if phrases else frozenset()
        if hashes or names or tokens:
            self.known[path] = Secrets(
                stamp, note.confidential, hashes, frozenset(map(self.hasher.of_phrase, names)),
                frozenset(map(self.hasher.of_word, tokens)))

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

    def _by_hash(self) -> dict[str, dict[int, frozenset[str]]]:
        """The notes that keep phrases, names and tokens to themselves, without what is common."""
        if self._known_by is None:
            self._known_by = {}
            for what in ("phrases", "names", "tokens"):
                sources: dict[int, set[str]] = {}
                for path, secrets in self.known.items():
                    for found in getattr(secrets, what):
                        sources.setdefault(found, set()).add(path)
                left_out = self.store.common if what != "names" else frozenset[int]()
                self._known_by[what] = {found: frozenset(paths) for found, paths in sources.items()
                                        if found not in left_out and (what == "names" or len(paths) <= _MANY)}
        return self._known_by

    def _kept_by_many(self) -> frozenset[int]:
        kept = Counter(found for secrets in self.known.values() for found in secrets.phrases | secrets.tokens)
        return frozenset(found for found, notes in kept.items() if notes > _MANY)

    def repeated_in(self, path: str, data: bytes) -> frozenset[int]:
        """The hashes of phrases and tokens in a file that another note keeps to itself; empty when nothing at all is."""
        if _is_binary(data):
            return frozenset()
        text, folded = decode_leniently(data), path.lower().endswith(_FOLDED)
        found: set[int] = set()
        *_, named = self._hits(path, text, folded=folded, runs=found)
        return frozenset(found | {_A_NAME}) if named else frozenset(found)

    def judge(self, path: str, data: bytes) -> Iterator[Problem]:
        """Where a file with these bytes repeats what a note (another one) keeps to itself."""
        if _is_binary(data):
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

    def _hits(self, path: str, text: str, *, folded: bool = False,
              runs: set[int] | None = None) -> tuple[list[_Hit], list[_Hit], list[_Hit]]:
        """What in a text is known: phrases, lines with tokens, names. The hashes of the first two are added to `runs`."""
        known = self._by_hash()
        found = set[int]() if runs is None else runs
        values = [self.hasher.of_word(word) for word in find_words(text, folded=folded)]
        phrases: list[_Hit] = []
        names: list[_Hit] = []
        for length, row in enumerate(self.hasher.of_runs(values), 1):
            phrases += _known_among(row, length, path, known["phrases"], found)
            names += _known_among(row, length, path, known["names"], set())
        lines: list[_Hit] = []
        if known["tokens"]:
            for token, line in find_tokens(text, folded=folded):
                value = self.hasher.of_word(token)
                sources = known["tokens"].get(value, frozenset[str]()) - {path}
                if sources:
                    found.add(value)
                    lines.append(_Hit(line, line, sources))
        return _merged(phrases), lines, _merged(names)


def _ways_to_write(name: list[str]) -> Iterator[tuple[str, ...]]:
    """The words of a name in their order, with the last one first, and run together, as far as that is nobody else's."""
    signs = sum(map(len, name))
    if signs >= _FEWEST_SIGNS_OF_NAME:
        yield tuple(name)
        yield (name[-1], *name[:-1])
        if signs >= _FEWEST_RUN_TOGETHER:
            yield ("".join(name),)


def _is_binary(data: bytes) -> bool:
    return b"\0" in data[:8000] and data[:2] not in (b"\xff\xfe", b"\xfe\xff")


def _known_among(runs: list[int], length: int, path: str, known: Mapping[int, frozenset[str]], found: set[int]) -> Iterator[_Hit]:
    """The runs that other notes keep to themselves; their hashes are added to `found`."""
    if not known.keys().isdisjoint(runs):
        for first, run in enumerate(runs):
            if run in known and (sources := known[run] - {path}):
                found.add(run)
                yield _Hit(first, first + length - 1, sources)


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
