"""Which files are left out: `.gitignore`, `.git/info/exclude` and the globs of `ignore:`.

Rules for names with a leading dot, which most vaults have and nothing else, are never
looked at: such files are no notes anyway.
"""

import os
import re
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from ..model.pattern import pattern
from .files import read_setting_file

if TYPE_CHECKING:
    from .ignore_pattern import IgnorePattern

_ONLY_DOT_NAMES = pattern(rb"/?(?:\*\*/)?\.[^!*?\[\\]*$")
_BOM = b"\xef\xbb\xbf"


class Rules:
    """The rules of one file, for paths below `base` (relative to where rules begin, ending in `/` or empty)."""

    def __init__(self, base: str, patterns: "list[IgnorePattern]") -> None:
        self.base = base
        self._patterns = patterns

    @cached_property
    def _folders(self) -> re.Pattern[bytes] | None:
        return _compile(self._patterns)

    @cached_property
    def _files(self) -> re.Pattern[bytes] | None:
        return _compile(pattern for pattern in self._patterns if not pattern.folders_only)

    @cached_property
    def _notes(self) -> re.Pattern[bytes] | None:
        return _compile(pattern for pattern in self._patterns if pattern.may_be_note)

    def verdict(self, path: str, *, folder: bool) -> bool | None:
        """Whether they leave out the file or folder at `path` (below `base`); None when no rule means it."""
        regex = self._folders if folder else self._notes if path.endswith(".md") else self._files
        match = regex.match(os.fsencode(path)) if regex else None
        return None if match is None else match.lastindex is None


def _compile(patterns: "Iterable[IgnorePattern]") -> re.Pattern[bytes] | None:
    """One expression for all: it tries the last rule first, and has a group where that one is an exception."""
    parts = [f"{pattern.regex}()" if pattern.negated else pattern.regex for pattern in patterns]
    return re.compile("|".join(reversed(parts)).encode(), re.DOTALL) if parts else None


def parse_rules(text: bytes, base: str) -> Rules | None:
    """The rules in a text; None when no note can be meant by any."""
    lines = [line.removesuffix(b"\r") for line in text.removeprefix(_BOM).split(b"\n")]
    lines = [line for line in lines if line.strip() and not line.startswith(b"#")]
    if all(_ONLY_DOT_NAMES.match(line.strip()) for line in lines):
        return None
    from .ignore_pattern import read_pattern

    patterns = [pattern for pattern in map(read_pattern, lines) if pattern is not None]
    return Rules(base, patterns) if patterns else None


def is_ignored(rules: tuple[Rules, ...], path: str, *, folder: bool) -> bool:
    """Whether `path` is left out, when the folders above it are not; the rules that stand deepest decide."""
    for rule in reversed(rules):
        verdict = rule.verdict(path[len(rule.base) :], folder=folder)
        if verdict is not None:
            return verdict
    return False


def rules_in(folder: str, base: str) -> tuple[Rules, ...]:
    """The rules of the `.gitignore` in a folder."""
    return _rules_of(os.path.join(folder, ".gitignore"), base)


def _rules_of(file: str, base: str) -> tuple[Rules, ...]:
    data = read_setting_file(file)
    rules = parse_rules(data, base) if data else None
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
    """The rules that hold in the vault from outside, with the path of the vault below the top of the repository.

    There are none where they leave out the vault as a whole: then the repository around is not that of the notes.
    """
    base, files = outer_files(root)
    rules = tuple(rule for file, for_folder in files for rule in _rules_of(file, for_folder))
    parts = base.split("/")[:-1]
    above = ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]
    if any(is_ignored(tuple(rule for rule in rules if path.startswith(rule.base)), path, folder=True) for path in above):
        return base, ()
    return base, rules


def outer_texts(root: str) -> tuple[bytes | None, ...]:
    """What stands in the files with rules that hold in the vault from outside."""
    return tuple(read_setting_file(file) for file, _ in outer_files(root)[1])
