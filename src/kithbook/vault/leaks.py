"""The leak scan: words that are confidential in one note, and stand in the open in another file.

It says where, and never what. It cannot find what was put in other words, translated, or
stands in a picture or a PDF.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

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


def find_leaks(root: str, settings: Settings, staged: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Where the given contents (path and bytes) repeat what a note of the vault at `root` keeps to itself.

    The time grows with what is given and with the notes that hold something confidential,
    not with the vault; only the first time is all of it read.
    """
    learnt = LearntSecrets(root, settings)
    learnt.catch_up(staged)
    scan = LeakScan(learnt)
    return tuple(problem for path in sorted(staged) for problem in scan.judge(path, staged[path]))


def find_leaks_in_vault(root: str, settings: Settings) -> tuple[Problem, ...]:
    """Where any note or other text file of the vault repeats what a note keeps to itself."""
    learnt = LearntSecrets(root, settings)
    notes = list_notes(root, settings.ignore, settings.templates_folder).paths
    learnt.learn_all(notes)
    if not learnt.knows_something:
        return ()
    scan = LeakScan(learnt)
    others = list_other_files(root, settings.ignore, settings.templates_folder)
    suspects: dict[str, bytes] = {}
    files_with: Counter[int] = Counter()
    for path in (*notes, *others):
        data = bytes_of(root, path)
        repeated = scan.repeated_in(path, data) if data is not None else frozenset[int]()
        if data is not None and repeated:
            suspects[path] = data
            files_with.update(repeated)
    learnt.set_common(run for run, files in files_with.items() if files > MANY and run != _A_NAME)
    problems = [problem for path, data in suspects.items() for problem in scan.judge(path, data)]
    return (*problems, *scan.no_secrets(files_with))


class LeakScan:
    """Judges files by what the notes of a vault keep to themselves."""

    def __init__(self, learnt: LearntSecrets) -> None:
        self._learnt = learnt

    def no_secrets(self, files_with: Mapping[int, int]) -> Iterator[Problem]:
        """The notes that keep to themselves what stands in the open in many files."""
        for path, secrets in sorted(self._learnt.known.items()):
            common = self._learnt.store.common & (secrets.phrases | secrets.tokens)
            if common and not self._learnt.kept_by_many() >= common:
                most = max(files_with[run] for run in common if run in files_with)
                yield Problem(path, 1, 1, LEAK, "error", f"what is confidential here stands in the open in {most} other files",
                              "unmark it here, if it is none: it is not looked for any more")

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
            note = self._learnt.reader.read(path, data)
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
        named = sorted(path for path in sources if not self._learnt.known[path].whole)
        return (f"{what} in {named[0]}", f"{mend}, or unmark it there") if named else (what, mend)

    def _hits(self, path: str, text: str, *, folded: bool = False,
              runs: set[int] | None = None) -> tuple[list[_Hit], list[_Hit], list[_Hit]]:
        """What in a text is known: phrases, lines with tokens, names. The hashes of the first two are added to `runs`."""
        known = self._learnt.by_hash()
        found = set[int]() if runs is None else runs
        values = [self._learnt.hasher.of_word(word) for word in find_words(text, folded=folded)]
        phrases: list[_Hit] = []
        names: list[_Hit] = []
        for length, row in enumerate(self._learnt.hasher.of_runs(values), 1):
            phrases += _known_among(row, length, path, known["phrases"], found)
            names += _known_among(row, length, path, known["names"], set())
        lines: list[_Hit] = []
        if known["tokens"]:
            for token, line in find_tokens(text, folded=folded):
                value = self._learnt.hasher.of_word(token)
                sources = known["tokens"].get(value, frozenset[str]()) - {path}
                if sources:
                    found.add(value)
                    lines.append(_Hit(line, line, sources))
        return _merged(phrases), lines, _merged(names)


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
