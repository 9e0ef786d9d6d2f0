"""Which notes there are: every `*.md` file of the vault but those that are no notes."""

import os
import re
from typing import NamedTuple

from ..model.problem import Problem, Severity
from .ignore import Rules, is_ignored, outer_rules, parse_rules, rules_in

_CONFLICT_COPY = re.compile(
    r"conflicted copy|\bconflict\b.*\d{4}-?\d{2}-?\d{2}|\.sync-conflict-|~$|\.orig$|\.swp$|\.icloud$", re.I)
_MAY_BE_COPY = re.compile(r"conflict|~|\.orig|\.swp|\.icloud|\(", re.I)
_NUMBERED = re.compile(r"(.+) \(\d+\)\.md")
_SKIPPED_FOLDERS = frozenset(["node_modules"])


class Listing(NamedTuple):
    """The paths of all notes (relative, `/`, sorted), and what in the vault cannot be a note."""

    paths: tuple[str, ...]
    problems: tuple[Problem, ...]


def list_notes(root: str, ignore: tuple[str, ...], templates_folder: str) -> Listing:
    """All notes below `root`."""
    return _Walk(root, ignore, templates_folder).walk()


def is_note_path(root: str, path: str, ignore: tuple[str, ...], templates_folder: str) -> bool:
    """Whether a file at `path`, in a folder that is there, would be a note."""
    return _Walk(root, ignore, templates_folder).would_list(path)


def list_other_files(root: str, ignore: tuple[str, ...], templates_folder: str) -> tuple[str, ...]:
    """The plain files below `root` that are no notes and that nothing leaves out (relative, `/`, sorted)."""
    walk = _OtherFiles(root, ignore, templates_folder)
    walk.walk()
    return tuple(sorted(walk.others))


class _Walk:
    def __init__(self, root: str, ignore: tuple[str, ...], templates_folder: str) -> None:
        self.root = root
        self.templates = templates_folder.strip("/")
        self.paths: list[str] = []
        self.problems: list[Problem] = []
        own = parse_rules("\n".join(ignore), "") if ignore else None
        self.own = (own,) if own else ()

    def walk(self) -> Listing:
        self.outer, rules = outer_rules(self.root)
        self._folder("", rules)
        self.paths.sort()
        return Listing(tuple(self.paths), tuple(self.problems))

    def would_list(self, path: str) -> bool:
        self.outer, rules = outer_rules(self.root)
        base, _, name = path.rpartition("/")
        folder = self.root
        for part in ["", *base.split("/")] if base else [""]:
            folder = os.path.join(folder, part) if part else folder
            inside = os.path.relpath(folder, self.root).replace(os.sep, "/") + "/" if folder != self.root else ""
            rules += rules_in(folder, self.outer + inside) if os.path.lexists(os.path.join(folder, ".gitignore")) else ()
        names = set(os.listdir(folder)) if os.path.isdir(folder) else set()
        return not self._is_left_out(path, rules, folder=False) and not self._is_copy(path, name, names)

    def _report(self, path: str, rule: str, message: str, fix: str, severity: Severity = "error") -> None:
        shown = path.encode("utf-8", "backslashreplace").decode()
        self.problems.append(Problem(shown, 1, 1, rule, severity, message, fix))

    def _folder(self, base: str, rules: tuple[Rules, ...]) -> None:
        """Walk the folder `base` (relative, ending in `/` or empty)."""
        folder = os.path.join(self.root, base)
        try:
            with os.scandir(folder) as found:
                entries = list(found)
        except OSError as error:
            self._report(base.rstrip("/") or ".", "unreadable-folder", f"this folder cannot be read: {error.strerror}",
                         "give yourself the right to read it")
            return
        names = {entry.name for entry in entries}
        may_be_copies = _MAY_BE_COPY.search("/".join(names)) is not None
        if ".gitignore" in names:
            rules += rules_in(folder, self.outer + base)
        for entry in entries:
            name = entry.name
            path = base + name
            if name.endswith(".md") and entry.is_file(follow_symlinks=False) and name[0] != ".":
                if not self._is_left_out(path, rules, folder=False) and not (
                        may_be_copies and self._is_copy(path, name, names)):
                    self._note(path)
            elif entry.is_dir(follow_symlinks=False):
                if name[0] == "." or name in _SKIPPED_FOLDERS or path == self.templates:
                    continue
                if not self._is_left_out(path, rules, folder=True):
                    if name.endswith(".md"):
                        self._report(path, "not-a-file", "a folder has the name of a note", "rename it", "warning")
                    self._folder(f"{path}/", rules)
            else:
                self._other(entry, path, names, rules)

    def _is_left_out(self, path: str, rules: tuple[Rules, ...], *, folder: bool) -> bool:
        return (bool(rules) and is_ignored(rules, self.outer + path, folder=folder)) or (
            bool(self.own) and is_ignored(self.own, path, folder=folder))

    def _is_copy(self, path: str, name: str, names: set[str]) -> bool:
        """Whether a sync program or an editor left this copy; it is reported then."""
        numbered = _NUMBERED.fullmatch(name)
        if not _CONFLICT_COPY.search(name.removesuffix(".md")) and not (numbered and f"{numbered[1]}.md" in names):
            return False
        self._report(path, "conflict-copy", "a copy that a program left beside a note; it is not read",
                     "take over what is missing in the note, then delete the copy", "warning")
        return True

    def _note(self, path: str) -> None:
        if path.isascii() or _is_unicode(path):
            self.paths.append(path)
        else:
            self._report(path, "file-name", "the name of this file is no UTF-8; it is not read", "rename it")

    def _other(self, entry: os.DirEntry[str], path: str, names: set[str], rules: tuple[Rules, ...]) -> None:
        """A link, a pipe or a file that is no note."""
        name = entry.name
        if not entry.is_symlink():
            if name.endswith(".md"):
                if name[0] != ".":
                    self._report(path, "not-a-file", "no plain file; it is not read", "move it away")
            elif re.search(r"\.md(?:~|\.orig|\.swp|\.icloud)$", name) and not self._is_left_out(path, rules, folder=False):
                self._is_copy(path, name, names)
            return
        if name[0] == "." or self._is_left_out(path, rules, folder=False):
            return
        target = os.path.realpath(entry.path)
        is_folder = os.path.isdir(target)
        if not (name.endswith(".md") or is_folder):
            return
        if not os.path.exists(target):
            self._report(path, "broken-symlink", "a symbolic link to nothing", "delete it, or mend where it leads")
        elif os.path.commonpath([self.root, target]) != self.root:
            self._report(path, "outside-symlink", "a symbolic link that leads out of the vault; it is not followed",
                         "copy what you need into the vault", "warning" if is_folder else "error")
        # A link to a place in the vault: what is there is read there.


class _OtherFiles(_Walk):
    """Keeps what is no note."""

    def __init__(self, root: str, ignore: tuple[str, ...], templates_folder: str) -> None:
        super().__init__(root, ignore, templates_folder)
        self.others: list[str] = []

    def _other(self, entry: os.DirEntry[str], path: str, names: set[str], rules: tuple[Rules, ...]) -> None:
        if entry.is_file(follow_symlinks=False) and not self._is_left_out(path, rules, folder=False) and _is_unicode(path):
            self.others.append(path)


def _is_unicode(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True
