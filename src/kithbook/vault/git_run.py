"""The one place where git is run, so that nothing that a vault's git configuration names is.

No hook, textconv, external diff, signature check or fetch. A filter or signing runs in a commit alone, and only when it was allowed
(`git_programs.py`).
"""

import os
import subprocess
from collections.abc import Mapping

# What a repository's own configuration could make git run, or show differently.
SAFE = (
    "--no-pager", "--literal-pathspecs", "--no-optional-locks",
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "safe.bareRepository=explicit",
    "-c", "log.showSignature=false", "-c", "protocol.allow=never", "-c", "diff.external=", "-c", "log.mailmap=false",
    "-c", "core.quotePath=false", "-c", "log.follow=false", "-c", "log.showRoot=true", "-c", "gc.auto=0",
    "-c", "i18n.logOutputEncoding=utf-8", "-c", "diff.algorithm=default", "-c", "diff.context=3",
    "-c", "diff.interHunkContext=0", "-c", "log.date=default", "-c", "core.bigFileThreshold=512m",
    "-c", "maintenance.auto=false", "-c", "commit.gpgSign=false",
)
# Where git itself, when it runs a hook, says what is to be looked at.
OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
             "GIT_ALTERNATE_OBJECT_DIRECTORIES")
_SECONDS = 20


def safe_environment(given: Mapping[str, str] | None = None) -> dict[str, str]:
    """Our environment without anything said to git in it, but what is `given`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"} | dict(given or {})


def run_git(root: str, *arguments: str, stdin: bytes = b"",
            given: Mapping[str, str] | None = None, seconds: int | None = None) -> subprocess.CompletedProcess[bytes] | None:
    """Run git; None when that is not possible. `given` is what git has said in the environment of a hook."""
    try:
        return subprocess.run(["git", "-C", root, *SAFE, *arguments], env=safe_environment(given), timeout=seconds or _SECONDS,
                              input=stdin, capture_output=True, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
