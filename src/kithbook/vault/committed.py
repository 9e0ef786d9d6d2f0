"""What was committed in the open before it was marked: history is a copy that marks do not reach."""

from ..model.problem import Problem
from ..model.settings import Settings
from ..text.decode import decode_leniently
from ..text.hidden_text import find_hidden_texts
from ..text.word_runs import find_phrases, find_words
from .files import read_plain_file
from .git import Version, versions_of
from .learnt_secrets import LearntSecrets

COMMITTED_BEFORE = "committed-before"
_MOST_VERSIONS = 2000


def find_committed_before(root: str, settings: Settings) -> tuple[Problem, ...]:
    """The notes with something confidential that an earlier version of them, in git's history, shows."""
    learnt = LearntSecrets(root, settings)
    learnt.catch_up({})
    wanted = [path for path, secrets in learnt.known.items() if secrets.phrases]
    found: dict[str, Version] = {}
    for version in versions_of(root, sorted(wanted), _MOST_VERSIONS):
        if _shown(learnt, version):  # the oldest of them comes last
            found[version.path] = version
    return tuple(_problem(learnt, version) for _, version in sorted(found.items()))


def _shown(learnt: LearntSecrets, version: Version) -> frozenset[int]:
    """What the note keeps to itself now, and showed in that version."""
    note = learnt.reader.read(version.path, version.data)
    if note.confidential or note.kind == "skipped":
        return frozenset()
    text = note.prose if note.kind != "unreadable" else decode_leniently(version.data)
    values = [learnt.hasher.of_word(word) for word in find_words(text)]
    known = learnt.known[version.path].phrases
    return frozenset(run for runs in learnt.hasher.of_runs(values) for run in runs if run in known)


def _problem(learnt: LearntSecrets, version: Version) -> Problem:
    shown = _shown(learnt, version)
    return Problem(
        version.path, _first_line(learnt, version.path, shown), 1, COMMITTED_BEFORE, "warning",
        f"history shows what is confidential here: it was committed on {version.day} ({version.commit}), before it was marked",
        "whoever has the repository can read it there; docs/confidentiality.md says what can be done")


def _first_line(learnt: LearntSecrets, path: str, shown: frozenset[int]) -> int:
    """The first line of the note as it is now that has something of it."""
    try:
        data = read_plain_file(f"{learnt.root}/{path}")
    except OSError:
        return 1
    for hidden in find_hidden_texts(decode_leniently(data), learnt.reader.read(path, data)):
        if not shown.isdisjoint(map(learnt.hasher.of_phrase, find_phrases(hidden.text))):
            return hidden.line
    return 1
