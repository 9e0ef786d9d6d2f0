"""What the hook says: all findings, and how to let them pass for once."""

from collections.abc import Sequence

from ..model.problem import Problem
from .layout import clean, wrap

_WIDTH = 80
_HELD_BACK = {
    "pre-commit": "nb: not committed. To commit all the same, this once: git commit --no-verify",
    "pre-merge-commit": "nb: not merged yet. To merge all the same: git commit --no-verify",
    "pre-push": "nb: not pushed. To push all the same, this once: git push --no-verify",
}


def render_findings(problems: Sequence[Problem], stage: str) -> str:
    """The findings with place and remedy, and a last line when one of them blocks."""
    lines: list[str] = []
    for problem in problems:
        if problem.rule == "stale-promise" and not problem.path.endswith(".md"):  # in notes that are not looked at
            lines.append(f"nb: {problem.message}: {problem.fix}")
            continue
        warning = "warning: " if problem.severity == "warning" else ""
        first, *more = wrap(f"{clean(problem.path)}:{problem.line}: {warning}{clean(problem.message)}", _WIDTH - 4)
        lines += [first, *(f"    {line}" for line in more)]
        lines += [f"    {line}" for line in wrap(clean(problem.fix), _WIDTH - 4)] if problem.fix else []
    if any(problem.severity == "error" for problem in problems):
        lines.append(_HELD_BACK[stage])
    return "".join(f"{line}\n" for line in lines)
