"""What is asked of git: since when a line is there, what it was before, to commit a note, and what it knows of a merge.

For a hook, see `staged.py`.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import pairwise

from ..model.pattern import pattern
from ..model.record import NamedTuple
from ..text.task_line import read_task
from .git_programs import filters_on, signing
from .git_run import run_git
from .history import under_way

_LOG = ("log", "--no-show-signature", "--no-ext-diff", "--no-textconv", "--no-color", "--no-notes", "--no-renames", "--text", "-O/dev/null",
        "--ignore-submodules=all", "--src-prefix=a/", "--dst-prefix=b/", "--relative")
_TASK = pattern(r"\+[\s>]*(?:[-*+]|\d{1,9}[.)])\s+\[.\]\s+(.*)")


class HistoryUnavailable(Exception):
    """git could not be asked, or would not answer: another time it may."""


# What git says where there is nothing to be told.
_NO_HISTORY = (b"not a git repository", b"does not have any commits yet", b"bad revision 'HEAD'", b"ambiguous argument 'HEAD'")


def _history(root: str, *arguments: str, paths: Iterable[str] = (), strict: bool = False) -> bytes:
    """What `git log` says, of certain `paths` alone when there are any; nothing when there is no git, no repository or no history.

    With `strict`, a git that does not answer raises `HistoryUnavailable`.
    """
    # By stdin, since arguments are seen by everybody on the machine. No path of a note has a line end that matters here.
    named = "".join(f"{path}\n" for path in paths if "\n" not in path)
    result = run_git(root, *_LOG, *arguments, "--stdin", stdin=os.fsencode(f"HEAD\n--\n{named}"))
    if result is not None and result.returncode == 0:
        return result.stdout
    if strict and (result is None or not any(said in result.stderr for said in _NO_HISTORY)):
        raise HistoryUnavailable
    return b""


def first_seen(root: str, wanted: Mapping[str, Iterable[str]]) -> dict[tuple[str, str], date]:
    """The day (UTC) of the commit that first had a promise: by path and text.

    `wanted` gives for each path (relative to `root`) the texts of promises to look for.
    One that history does not have is left out. A note that was moved keeps its age. Raises
    `HistoryUnavailable` when git does not answer.
    """
    texts = {path: set(of) for path, of in wanted.items()}
    former = _former_paths(root, texts)
    names = {name: path for path in texts for name in (path, *former.get(path, ()))}
    found: dict[tuple[str, str], date] = {}
    output = _history(root, "--format=%x00%at", "--patch", "--unified=0", paths=names, strict=True)
    for commit in output.decode("utf-8", "replace").split("\0")[1:]:
        stamp, _, patch = commit.partition("\n")
        if not stamp.isdecimal():
            continue
        day = datetime.fromtimestamp(int(stamp), UTC).date()
        path = ""
        for line in patch.split("\n"):
            if line.startswith("+++ "):
                path = names.get(line[4:].strip('"\t\r').removeprefix("b/"), "")
            elif path and (task := _TASK.match(line)):
                key = path, read_task(task[1].rstrip("\r")).text
                if key[1] in texts[path]:
                    found[key] = min(day, found.get(key, day))
    return found


def _former_paths(root: str, paths: Iterable[str]) -> dict[str, list[str]]:
    """The names that notes had before they were moved as they were."""
    output = _history(root, "--format=", "--raw", "-z", "-M100%", "--diff-filter=R")
    fields = output.split(b"\0")
    before: dict[str, str] = {}
    for place in range(0, len(fields) - 2, 3):
        before[fields[place + 2].decode("utf-8", "replace")] = fields[place + 1].decode("utf-8", "replace")
    former: dict[str, list[str]] = {}
    for path in paths:
        name = path
        while name in before and before[name] not in former.get(path, ()):
            name = before[name]
            former.setdefault(path, []).append(name)
    return former


class Version(NamedTuple):
    """A note as a commit has it: the commit, abbreviated, and its day (UTC)."""

    path: str
    commit: str
    day: date
    data: bytes


_RAW = pattern(rb":\d{6} 100\d{3} [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*")


def versions_of(root: str, paths: Iterable[str], most: int) -> Iterator[Version]:
    """What history has of these notes, also under the names that they had before; at most so many versions, the newest first.

    `path` is that of the note now.
    """
    paths = list(paths)
    former = _former_paths(root, paths)
    names = {name: path for path in paths for name in (path, *former.get(path, ()))}
    output = _history(root, "--format=%x01%h %at", "--raw", "--no-abbrev", "-z", paths=names) if names else b""
    found: list[tuple[str, str, date, bytes]] = []
    for commit in output.split(b"\1")[1:]:
        head, *fields = re.split(b"[\0\n]+", commit)
        name, _, stamp = head.decode("ascii", "replace").partition(" ")
        day = datetime.fromtimestamp(int(stamp), UTC).date() if stamp.isdecimal() else date.min
        for row, path in pairwise(fields):
            blob = _RAW.fullmatch(row)
            if blob and (now := names.get(path.decode("utf-8", "replace"))) is not None:
                found.append((now, name, day, blob[1]))
    blobs = _read_blobs(root, dict.fromkeys(blob for *_, blob in found[:most]))
    for path, name, day, blob_name in found[:most]:
        if blob_name in blobs:
            yield Version(path, name, day, blobs[blob_name])


def _read_blobs(root: str, names: Iterable[bytes]) -> dict[bytes, bytes]:
    """The contents of blobs by their names, as far as they are there."""
    result = run_git(root, "cat-file", "--batch", stdin=b"".join(name + b"\n" for name in names))
    found: dict[bytes, bytes] = {}
    output = result.stdout if result is not None else b""
    at = 0
    while (end := output.find(b"\n", at)) >= 0:
        name, kind, *size = output[at:end].split(b" ")
        at = end + 1
        if kind == b"blob" and size:
            found[name] = output[at : at + int(size[0])]
            at += int(size[0]) + 1
    return found


_SECONDS_TO_SIGN = 120  # somebody may have to type a passphrase


def commit_notes(root: str, paths: Sequence[str], message: str) -> str | None:
    """Commit these notes and nothing else; why that could not be done, or None."""
    place = run_git(root, "rev-parse", "--absolute-git-dir")
    if place is None or place.returncode != 0:
        return "this vault is not under git"
    folder = os.fsdecode(place.stdout.rstrip(b"\n"))
    if what := under_way(folder):
        return f"{what} is under way"
    head = run_git(root, "symbolic-ref", "--quiet", "HEAD")
    if head is None or head.returncode != 0:
        return "no branch is checked out"
    identity = run_git(root, "var", "GIT_COMMITTER_IDENT")
    if identity is None or identity.returncode != 0:
        return "git does not know who you are"
    known = [path for path in paths if _is_to_commit(root, path)]
    if not known:
        return None
    if any(path not in known and _is_there(root, path) for path in paths) and not all(_is_there(root, path) for path in known):
        return "git ignores the new note, and would only see that the old one is gone"
    filters, signed = filters_on(root, known), signing(root)
    if filters is None:
        return "git does not say what it would run on it"
    for program in (*filters, *([signed] if signed else [])):
        if not program.is_allowed(root):
            return f"git would {program.does}; nb trust allows that"
    # Paths go in by stdin: arguments are seen by everybody on the machine, and a path can name a confidential person.
    named = b"".join(os.fsencode(path) + b"\0" for path in known)
    sign = ("-c", "commit.gpgSign=true") if signed else ()
    for arguments in (("add",), ("commit", "--only", "--no-verify", "--quiet", "-m", message)):
        result = run_git(root, *sign, *arguments, "--pathspec-from-file=-", "--pathspec-file-nul", stdin=named,
                         seconds=_SECONDS_TO_SIGN if signed else None)
        if result is None or result.returncode != 0:
            return "git refuses, or could not sign it" if signed else "git refuses"
    return None


def _is_to_commit(root: str, path: str) -> bool:
    """Whether there is anything of a note to commit: it is there and not ignored, or gone and in the last commit."""
    if not _is_there(root, path):
        last = run_git(root, "cat-file", "--batch-check", stdin=os.fsencode(f"HEAD:./{path}\n"))
        return last is not None and b" blob " in last.stdout
    ignored = run_git(root, "check-ignore", "-z", "--stdin", stdin=os.fsencode(path) + b"\0")
    return ignored is None or ignored.returncode != 0


def _is_there(root: str, path: str) -> bool:
    return os.path.lexists(os.path.join(root, path))


def init_repository(root: str) -> bool:
    """Put a folder under git; whether that could be done."""
    result = run_git(root, "init", "--quiet")
    return result is not None and result.returncode == 0


def get_setting(root: str, key: str) -> str | None:
    """A setting of this clone alone; None when there is none, or no repository."""
    result = run_git(root, "config", "--local", "--get", key)
    return os.fsdecode(result.stdout.removesuffix(b"\n")) if result is not None and result.returncode == 0 else None


def set_setting(root: str, key: str, value: str) -> bool:
    """Change a setting of this clone; whether that could be done."""
    result = run_git(root, "config", "--local", key, value)
    return result is not None and result.returncode == 0


def remove_settings(root: str, section: str) -> bool:
    """Remove a section from the settings of this clone; whether it was there."""
    result = run_git(root, "config", "--local", "--remove-section", section)
    return result is not None and result.returncode == 0


def shows_base_in_conflicts(folder: str) -> bool:
    """Whether conflicts are to show the version that both sides began with (`merge.conflictStyle`)."""
    result = run_git(folder, "config", "--get", "merge.conflictStyle")
    return result is not None and result.stdout.strip() in (b"diff3", b"zdiff3")


def version_both_began_with(root: str, path: str) -> str | None:
    """The version of a note that both sides of the merge under way began with; None when git knows none."""
    return _text_of(root, f":1:./{path}")


_MOST_VERSIONS = 50


def former_versions(root: str, path: str) -> list[str]:
    """The versions of a note in history, the newest first (the last fifty)."""
    commits = _history(root, f"--max-count={_MOST_VERSIONS}", "--format=%H", "--no-patch", paths=[path]).decode().split()
    texts = [_text_of(root, f"{commit}:./{path}") for commit in commits]
    return [text for text in texts if text is not None]


def _text_of(root: str, name: str) -> str | None:
    """The text of a version; None when there is none, or when it is no UTF-8."""
    result = run_git(root, "cat-file", "blob", name)
    if result is None or result.returncode != 0:
        return None
    try:
        return result.stdout.decode()
    except UnicodeDecodeError:
        return None
