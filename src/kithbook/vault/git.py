"""All that is asked of git: since when a line is there, and to commit a note.

Nothing that the vault's git configuration names is run: no hook, filter, textconv,
external diff, signing, signature check or fetch.
"""

import os
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime

from ..text.task_line import read_task
from .history import under_way

# What a repository's own configuration could make git run, or show differently.
_SAFE = (
    "--no-pager", "--literal-pathspecs", "--no-optional-locks",
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "safe.bareRepository=explicit",
    "-c", "log.showSignature=false", "-c", "protocol.allow=never", "-c", "diff.external=", "-c", "log.mailmap=false",
    "-c", "core.quotePath=false", "-c", "log.follow=false", "-c", "log.showRoot=true", "-c", "gc.auto=0",
    "-c", "i18n.logOutputEncoding=utf-8", "-c", "diff.algorithm=default", "-c", "diff.context=3",
    "-c", "diff.interHunkContext=0", "-c", "log.date=default", "-c", "core.bigFileThreshold=512m",
    "-c", "maintenance.auto=false", "-c", "commit.gpgSign=false",
)
_LOG = ("log", "--no-show-signature", "--no-ext-diff", "--no-textconv", "--no-color", "--no-notes", "--no-renames", "--text", "-O/dev/null",
        "--ignore-submodules=all", "--src-prefix=a/", "--dst-prefix=b/", "--relative")
_TASK = re.compile(r"\+[\s>]*(?:[-*+]|\d{1,9}[.)])\s+\[.\]\s+(.*)")
_SECONDS = 20


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}


def _git(root: str, *arguments: str) -> subprocess.CompletedProcess[bytes] | None:
    """Run git; None when that is not possible."""
    try:
        return subprocess.run(["git", "-C", root, *_SAFE, *arguments], env=_environment(), timeout=_SECONDS,
                              stdin=subprocess.DEVNULL, capture_output=True, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None


def _history(root: str, *arguments: str) -> bytes:
    """What `git log` says; nothing when there is no git, no repository or no history."""
    result = _git(root, *_LOG, *arguments)
    return result.stdout if result is not None and result.returncode == 0 else b""


def first_seen(root: str, wanted: Mapping[str, Iterable[str]]) -> dict[tuple[str, str], date]:
    """The day (UTC) of the commit that first had a promise: by path and text.

    `wanted` gives for each path (relative to `root`) the texts of promises to look for.
    One that history does not have is left out. A note that was moved keeps its age.
    """
    texts = {path: set(of) for path, of in wanted.items()}
    former = _former_paths(root, texts)
    names = {name: path for path in texts for name in (path, *former.get(path, ()))}
    found: dict[tuple[str, str], date] = {}
    output = _history(root, "--format=%x00%at", "--patch", "--unified=0", "--", *names)
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


def commit_notes(root: str, paths: Sequence[str], message: str) -> str | None:
    """Commit these notes and nothing else; why that could not be done, or None."""
    place = _git(root, "rev-parse", "--absolute-git-dir")
    if place is None or place.returncode != 0:
        return "this vault is not under git"
    folder = os.fsdecode(place.stdout.rstrip(b"\n"))
    if what := under_way(folder):
        return f"{what} is under way"
    head = _git(root, "symbolic-ref", "--quiet", "HEAD")
    if head is None or head.returncode != 0:
        return "no branch is checked out"
    identity = _git(root, "var", "GIT_COMMITTER_IDENT")
    if identity is None or identity.returncode != 0:
        return "git does not know who you are"
    known = [path for path in paths if _is_to_commit(root, path)]
    if not known:
        return None
    if any(path not in known and _is_there(root, path) for path in paths) and not all(_is_there(root, path) for path in known):
        return "git ignores the new note, and would only see that the old one is gone"
    filters = _git(root, "check-attr", "-z", "filter", "--", *known)
    if filters is None or not {*filters.stdout.split(b"\0")[2::3]} <= {b"unspecified", b"unset"}:
        return "git would run a filter on it"
    signing = _git(root, "config", "--bool", "--get-all", "commit.gpgSign")
    # The last of them is our own `-c`; of the others the last one counts.
    if signing is not None and signing.stdout.split()[-2:-1] == [b"true"]:
        return "git would sign it"
    for arguments in (("add", "--", *known), ("commit", "--only", "--no-verify", "--quiet", "-m", message, "--", *known)):
        result = _git(root, *arguments)
        if result is None or result.returncode != 0:
            return "git refuses"
    return None


def _is_to_commit(root: str, path: str) -> bool:
    """Whether there is anything of a note to commit: it is there and not ignored, or gone and in the last commit."""
    if not _is_there(root, path):
        last = _git(root, "cat-file", "-e", f"HEAD:./{path}")
        return last is not None and last.returncode == 0
    ignored = _git(root, "check-ignore", "--quiet", "--", path)
    return ignored is None or ignored.returncode != 0


def _is_there(root: str, path: str) -> bool:
    return os.path.lexists(os.path.join(root, path))


def init_repository(root: str) -> bool:
    """Put a folder under git; whether that could be done."""
    result = _git(root, "init", "--quiet")
    return result is not None and result.returncode == 0
