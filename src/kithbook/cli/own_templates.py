"""The report templates that a vault has of its own."""

from collections.abc import Mapping

from ..vault.trust import load_templates
from .output import say, say_unusable


def own_templates(root: str, folder: str) -> Mapping[str, str]:
    """Those that are trusted; of the others it is said what is wrong with them, or that they are not used yet."""
    trusted, untrusted, problems = load_templates(root, folder)
    for problem in problems:
        say_unusable(problem)
    if untrusted:
        from ..report.layout import clean

        say(f"nb: not used until you allow it with `nb trust`: {', '.join(map(clean, untrusted))}")
    return trusted
