"""The leak scan: words that are confidential in one note, and stand in the open in another file.

It says where, and never what. It cannot find what was put in other words, translated, or
stands in a picture or a PDF.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from ..model.problem import Problem
from ..model.record import NamedTuple
from ..model.settings import Settings
from ..text.decode import decode_leniently
from ..text.word_runs import find_tokens, find_words, places_of_words
from .learnt_secrets import MANY, LearntSecrets, bytes_of
from .listing import list_notes, list_other_files

LEAK = "leak"
_A_NAME = -1  # no hash: a file that names somebody has something in it, too
_FOLDED = (".ics", ".vcf", ".vcard", ".ifb")


class _Hit(NamedTuple):
    """Words (by their numbers), or a line, that a note keeps to itself."""

    first: int
    last: int
    sources: frozenset[str]


class _Found(NamedTuple):
    """What is known in a text: the hashes of phrases and tokens, and where there are phrases, lines with tokens, names."""

    text: str
    runs: frozenset[int]
    phrases: list[_Hit]
    lines: list[_Hit]
    names: list[_Hit]


def find_leaks(root: str, settings: Settings, staged: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Where the given contents (path and bytes) repeat what a note of the vault at `root` keeps to itself.

    The time grows with what is given and with the notes that hold something confidential,
    not with the vault; only the first time is all of it read, and when something is found: whether it stands everywhere.
    """
    learnt = LearntSecrets(root, settings)
    learnt.catch_up(staged)
    scan = LeakScan(learnt)
    if any(scan.repeated_in(path, data) for path, data in staged.items()):
        _count(learnt, scan, list_notes(root, settings.ignore, settings.templates_folder).paths, staged)
    return tuple(problem for path in sorted(staged) for problem in scan.judge(path, staged[path]))


def find_leaks_in_vault(root: str, settings: Settings) -> tuple[Problem, ...]:
    """Where any note or other text file of the vault repeats what a note keeps to itself."""
    learnt = LearntSecrets(root, settings)
    notes = list_notes(root, settings.ignore, settings.templates_folder).paths
    learnt.learn_all(notes)
    if not learnt.knows_something:
        return ()
    scan = LeakScan(learnt)
    suspects, files_with = _count(learnt, scan, notes)
    problems = [problem for path, data in suspects.items() for problem in scan.judge(path, data)]
    return (*problems, *scan.no_secrets(files_with))


def _count(learnt: LearntSecrets, scan: "LeakScan", notes: Iterable[str], given: Mapping[str, bytes] = MappingProxyType({})
           ) -> tuple[dict[str, bytes], Counter[int]]:
    """The files that repeat something, and how many do so of each thing (by its hash). What too many do is no secret from then on.

    All files of the vault are looked at, those `given` as they are there.
    """
    others = list_other_files(learnt.root, learnt.settings.ignore, learnt.settings.templates_folder)
    suspects: dict[str, bytes] = {}
    files_with: Counter[int] = Counter()
    for path in dict.fromkeys((*notes, *others, *given)):
        data = given[path] if path in given else bytes_of(learnt.root, path)
        repeated = scan.repeated_in(path, data) if data is not None else frozenset[int]()
        if data is not None and repeated:
            suspects[path] = data
            files_with.update(repeated)
    learnt.set_common(run for run, files in files_with.items() if files > MANY and run != _A_NAME)
    return suspects, files_with


class LeakScan:
    """Judges files by what the notes of a vault keep to themselves."""

    def __init__(self, learnt: LearntSecrets) -> None:
        self._learnt = learnt

    def no_secrets(self, files_with: Mapping[int, int]) -> Iterator[Problem]:
        """The notes that keep to themselves what stands in the open in many files."""
        for path, secrets in sorted(self._learnt.known.items()):
            common = self._learnt.common & (secrets.phrases | secrets.tokens)
            if common and not self._learnt.kept_by_many() >= common:
                most = max(files_with[run] for run in common if run in files_with)
                yield Problem(path, 1, 1, LEAK, "error", f"what is confidential here stands in the open in {most} other files",
                              "unmark it here, if it is none: it is not looked for any more")

    def repeated_in(self, path: str, data: bytes) -> frozenset[int]:
        """The hashes of phrases and tokens that stand in the open in a file, and that another note keeps to itself; empty when nothing at all is."""
        found = self._open_in(path, data)
        if found is None:
            return frozenset()
        return found.runs | {_A_NAME} if found.names else found.runs

    def judge(self, path: str, data: bytes) -> Iterator[Problem]:
        """Where a file with these bytes repeats what a note (another one) keeps to itself."""
        found = self._open_in(path, data)
        if found is None:
            return
        places = places_of_words(found.text, [hit.first for hit in (*found.phrases, *found.names)], folded=_is_folded(path))
        mend = "take it out, or mark it here, too" if path.endswith(".md") else "take it out"
        said = [(*places.get(hit.first, (1, 1)), *self._said("this repeats what is confidential", mend, hit.sources)) for hit in found.phrases]
        said += [(hit.first, 1, *self._said("a number or a link here is confidential", mend, hit.sources)) for hit in found.lines]
        said += [(*places.get(hit.first, (1, 1)), "somebody confidential is named here", "take it out") for hit in found.names]
        for line, column, message, fix in sorted(set(said)):
            yield Problem(path, line, column, LEAK, "error", message, fix)

    def _open_in(self, path: str, data: bytes) -> _Found | None:
        """What in the open text of a file is known; None when nothing is. In notes, people are linked: their names are not looked for."""
        if _is_binary(data):
            return None
        found = self._find(path, decode_leniently(data), folded=_is_folded(path))
        if found is not None and path.endswith(".md"):
            note = self._learnt.reader.read(path, data)
            if note.confidential:
                return None
            if note.kind not in ("skipped", "unreadable"):
                found = self._find(path, note.prose)
                found = found._replace(names=[]) if found is not None and found.runs else None
        return found

    def _said(self, what: str, mend: str, sources: frozenset[str]) -> tuple[str, str]:
        """What is wrong and how to mend it, with the note that it comes from when that may be named."""
        named = sorted(path for path in sources if not self._learnt.known[path].whole)
        return (f"{what} in {named[0]}", f"{mend}, or unmark it there") if named else (what, mend)

    def _find(self, path: str, text: str, *, folded: bool = False) -> _Found | None:
        """What in a text is known: phrases, lines with tokens, names."""
        known = self._learnt.by_hash()
        runs: set[int] = set()
        values = [self._learnt.hasher.of_word(word) for word in find_words(text, folded=folded)]
        phrases: list[_Hit] = []
        names: list[_Hit] = []
        for length, row in enumerate(self._learnt.hasher.of_runs(values), 1):
            phrases += _known_among(row, length, path, known["phrases"], runs)
            names += _known_among(row, length, path, known["names"], set())
        lines: list[_Hit] = []
        if known["tokens"]:
            for token, line in find_tokens(text, folded=folded):
                value = self._learnt.hasher.of_word(token)
                sources = known["tokens"].get(value, frozenset[str]()) - {path}
                if sources:
                    runs.add(value)
                    lines.append(_Hit(line, line, sources))
        return _Found(text, frozenset(runs), _merged(phrases), lines, _merged(names)) if runs or names else None


def _is_folded(path: str) -> bool:
    """Whether a file's lines go on in the next one where that begins with a blank, as in calendars and cards."""
    return path.lower().endswith(_FOLDED)


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
