"""What the notes of a vault keep to themselves: looked for in them, and kept as keyed hashes (`secret_store.py`)."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from ..model.settings import Settings
from ..text.decode import MAX_NOTE_BYTES, decode_leniently
from ..text.hidden_text import find_hidden_texts, names_hidden
from ..text.note import NoteReader
from ..text.quick_hidden import may_hide
from ..text.word_runs import RUN, find_phrases, find_tokens, find_words
from .files import read_plain_file
from .listing import list_notes
from .secret_store import Secrets, SecretStore, Stamp

MANY = 5
"""What so many notes keep to themselves, or stands in the open in so many other files, is no secret but a turn of speech."""
_FEWEST_SIGNS_OF_NAME = 5
_FEWEST_RUN_TOGETHER = 7


def bytes_of(root: str, path: str) -> bytes | None:
    """What is in a file of the vault; None when it cannot be read."""
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


class LearntSecrets:
    """Knows what the notes of one vault keep to themselves."""

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
        self.common: frozenset[int] = frozenset()
        """The hashes of what stands in the open in many files of the vault as it is, and is held for no secret."""
        self._known_by: dict[str, dict[int, frozenset[str]]] | None = None

    @property
    def knows_something(self) -> bool:
        return bool(self.known)

    def learn_all(self, paths: Iterable[str]) -> None:
        """Look at every note."""
        paths = tuple(paths)
        self._forget(set(self.known) - set(paths))
        for path in paths:
            self._learn_file(path)
        self.store.save(self.known)

    def set_common(self, hashes: Iterable[int]) -> None:
        """Hold these for no secrets, whoever keeps them."""
        self.common = frozenset(hashes)
        self._known_by = None

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
            if path.endswith(".md") and bytes_of(self.root, path) != data:
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
        data = bytes_of(self.root, path) if stamp is not None else None
        if data is None and stamp is not None:
            return  # it cannot be read for now: what is known of it is no less secret
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
                    data = bytes_of(base, name) if name.endswith(".md") else None
                    values = [self.hasher.of_word(word) for word in find_words(decode_leniently(data or b""))]
                    found.update(*islice(self.hasher.of_runs(values), 2, None))  # an address of two words is nobody else's
            self._said_by_templates = frozenset(found)
        return self._said_by_templates

    def by_hash(self) -> dict[str, dict[int, frozenset[str]]]:
        """The notes that keep phrases, names and tokens to themselves, without what is common."""
        if self._known_by is None:
            self._known_by = {}
            for what in ("phrases", "names", "tokens"):
                sources: dict[int, set[str]] = {}
                for path, secrets in self.known.items():
                    for found in getattr(secrets, what):
                        sources.setdefault(found, set()).add(path)
                left_out = self.common if what != "names" else frozenset[int]()
                self._known_by[what] = {found: frozenset(paths) for found, paths in sources.items()
                                        if found not in left_out and (what == "names" or len(paths) <= MANY)}
        return self._known_by

    def kept_by_many(self) -> frozenset[int]:
        kept = Counter(found for secrets in self.known.values() for found in secrets.phrases | secrets.tokens)
        return frozenset(found for found, notes in kept.items() if notes > MANY)


def _ways_to_write(name: list[str]) -> Iterator[tuple[str, ...]]:
    """The words of a name in their order, with the last one first, and run together, as far as that is nobody else's."""
    signs = sum(map(len, name))
    if signs >= _FEWEST_SIGNS_OF_NAME:
        yield tuple(name)
        yield (name[-1], *name[:-1])
        if signs >= _FEWEST_RUN_TOGETHER:
            yield ("".join(name),)
