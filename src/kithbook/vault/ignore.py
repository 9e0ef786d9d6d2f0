"""Which files are left out: `.gitignore`, `.git/info/exclude` and the globs of `ignore:`.

The rules of git, through pathspec. Rules for names with a leading dot, which most
vaults have and nothing else, are never looked at: such files are no notes anyway.
"""

import os
import re
from typing import TYPE_CHECKING, NamedTuple

from .files import read_setting_file

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_ONLY_DOT_NAMES = re.compile(r"/?(?:\*\*/)?\.[^!*?\[\\]*$")


class Rules(NamedTuple):
    """The rules of one file, for paths below `base` (relative to where rules begin, ending in `/` or empty).

    `files` leaves out the rules that mean folders only.
    """

    base: str
    folders: "GitIgnoreSpec"
    files: "GitIgnoreSpec | None"


def parse_rules(text: str, base: str) -> Rules | None:
    """The rules in a text; None when no note can be meant by any."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if all(_ONLY_DOT_NAMES.match(line.strip()) for line in lines):
        return None
    lines = [line for line in lines if _can_be_read(line)]
    if not lines:
        return None
    from pathspec import GitIgnoreSpec

    for_files = [line for line in lines if not line.rstrip().endswith("/")]
    return Rules(base, GitIgnoreSpec.from_lines(lines), GitIgnoreSpec.from_lines(for_files) if for_files else None)


def _can_be_read(line: str) -> bool:
    """Whether pathspec understands a rule; git, too, passes over what is none."""
    import warnings

    from pathspec import GitIgnoreSpec

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            GitIgnoreSpec.from_lines([line])
        except (ValueError, re.error, Warning):
            return False
    return True


def is_ignored(rules: tuple[Rules, ...], path: str, *, folder: bool) -> bool:
    """Whether `path` is left out; the rules that stand deepest decide."""
    for rule in reversed(rules):
        spec = rule.folders if folder else rule.files
        if spec is None:
            continue
        verdict = spec.check_file(path[len(rule.base) :] + ("/" if folder else "")).include
        if verdict is not None:
            return verdict
    return False


def rules_in(folder: str, base: str) -> tuple[Rules, ...]:
    """The rules of the `.gitignore` in a folder."""
    return _rules_of(os.path.join(folder, ".gitignore"), base)


def _rules_of(file: str, base: str) -> tuple[Rules, ...]:
    data = read_setting_file(file)
    rules = parse_rules(data.decode("utf-8", "replace"), base) if data else None
    return (rules,) if rules else ()


def outer_files(root: str) -> tuple[str, list[tuple[str, str]]]:
    """The files with rules that hold in the vault from outside, and for which folder each does.

    They are the repository's own, and those of the folders above. Returned with the path of
    the vault below the top of the repository (ending in `/`, or empty).
    """
    top = root
    while not os.path.lexists(os.path.join(top, ".git")):
        above = os.path.dirname(top)
        if above == top:
            return "", []
        top = above
    files = [(os.path.join(top, ".git", "info", "exclude"), "")]
    folder, base = top, ""
    for name in os.path.relpath(root, top).split(os.sep) if root != top else ():
        files.append((os.path.join(folder, ".gitignore"), base))
        folder = os.path.join(folder, name)
        base += f"{name}/"
    return base, files


def outer_rules(root: str) -> tuple[str, tuple[Rules, ...]]:
    """The rules that hold in the vault from outside, with the path of the vault below the top of the repository."""
    base, files = outer_files(root)
    return base, tuple(rule for file, for_folder in files for rule in _rules_of(file, for_folder))


def outer_texts(root: str) -> tuple[bytes | None, ...]:
    """What stands in the files with rules that hold in the vault from outside."""
    return tuple(read_setting_file(file) for file, _ in outer_files(root)[1])
