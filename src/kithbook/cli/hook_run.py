"""`nb hook run`, which git calls at every commit: no more is loaded than it needs."""

import os
import sys
from collections.abc import Sequence
from datetime import date

from ..errors import UserError, VaultError
from ..vault.judge import judge_pushed, judge_staged
from ..vault.staged import repository_here
from .today import read_today

STAGES = ("pre-commit", "pre-merge-commit", "pre-push")
EXIT_FINDINGS = 1


def is_usual_call(arguments: Sequence[str]) -> bool:
    """Whether these arguments of the program are what the hook's script gives: no options, nothing to explain."""
    return arguments[:2] == ["hook", "run"] and len(arguments) > 2 and arguments[2] in STAGES and not any(
        word.startswith("-") for word in arguments)


def run_usual(arguments: Sequence[str]) -> int:
    """Do what such a call asks for; its exit code. Errors end as those of every command do."""
    try:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        text, code = judge(arguments[2], arguments[3:], read_today(os.environ.get("NB_TODAY")))
        sys.stdout.write(text)
        return code
    except (Exception, KeyboardInterrupt) as error:
        from .main import exit_code_of

        return exit_code_of(error, debug=False)


def judge(stage: str, given: Sequence[str], today: date) -> tuple[str, int]:
    """What to print, and the exit code: 1 when something blocks. `given` is what git gives the hook."""
    try:
        repository = repository_here()
        if stage == "pre-push":
            remote = given[0] if given else os.environ.get("PRE_COMMIT_REMOTE_NAME", "")
            problems = judge_pushed(repository, _pushed_refs(), remote)
        else:
            problems = judge_staged(repository, today)
    except VaultError as error:
        raise VaultError(error.message, f"{error.remedy}; to do without the hook this once: --no-verify") from None
    if not problems:
        return "", 0
    from ..report.hook import render_findings

    return render_findings(problems, stage), EXIT_FINDINGS if any(p.severity == "error" for p in problems) else 0


def _pushed_refs() -> list[str]:
    """What is pushed, a line a ref: from stdin, or as the pre-commit framework says it."""
    # Of a branch that is new from its first commit on, the framework gives the name alone.
    tip = os.environ.get("PRE_COMMIT_TO_REF") or os.environ.get("PRE_COMMIT_LOCAL_BRANCH")
    if tip:
        return [f"pushed {tip} there {os.environ.get('PRE_COMMIT_FROM_REF') or '0'}"]
    if sys.stdin is None or sys.stdin.isatty():
        raise UserError("git says on stdin what is pushed, and there is nothing", "pre-push is for git to call")
    return sys.stdin.read().splitlines()
