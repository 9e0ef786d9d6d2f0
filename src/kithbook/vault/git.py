"""All that is asked of git: since when a line is there.

Only history is read, and nothing that the vault's git configuration names is run: no
hook, filter, textconv, external diff, signature check or fetch (docs/format.md).
"""

import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from ..text.task_line import read_task

# What a repository's own configuration could make git run, or show differently.
_SAFE = (
    "--no-pager", "--literal-pathspecs", "--no-optional-locks",
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "safe.bareRepository=explicit",
    "-c", "log.showSignature=false", "-c", "protocol.allow=never", "-c", "diff.external=", "-c", "log.mailmap=false",
    "-c", "core.quotePath=false", "-c", "log.follow=false", "-c", "log.showRoot=true",
)
_LOG = ("log", "--no-show-signature", "--no-ext-diff", "--no-textconv", "--no-color", "--no-notes", "--no-renames",
        "--ignore-submodules=all", "--src-prefix=a/", "--dst-prefix=b/", "--relative")
_TASK = re.compile(r"\+[\s>]*(?:[-*+]|\d{1,9}[.)])\s+\[.\]\s+(.*)")
_SECONDS = 20


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}


def _history(root: str, *arguments: str) -> bytes:
    """What `git log` says; nothing when there is no git, no repository or no history."""
    try:
        result = subprocess.run(["git", "-C", root, *_SAFE, *_LOG, *arguments], env=_environment(), timeout=_SECONDS,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return result.stdout if result.returncode == 0 else b""


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
        day = datetime.fromtimestamp(int(stamp), UTC).date()
        path = ""
        for line in patch.split("\n"):
            if line.startswith("+++ "):
                path = names.get(line[4:].strip('"\t\r').removeprefix("b/"), "")
            elif path and (task := _TASK.match(line)):
                key = path, read_task(task[1]).text
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
