"""Which notes there are: every `*.md` file of the vault but those that are no notes.

A folder that was looked at before and has not changed since is not looked through again:
its own time stamp tells when a name came or went.
"""

import os
import re
from collections.abc import Iterable, Mapping

from ..model.pattern import pattern
from ..model.problem import Problem, Severity
from ..model.record import NamedTuple
from ..model.resolve import composed
from .ignore import Rules, is_ignored, outer_rules, parse_rules, rules_in
from .stamps import is_lasting

_DATE = r"\d{4}-?\d{2}-?\d{2}"
_COPY = pattern(
    rf"conflicted copy|\([^()]*(?<![^\W_])conflict(?![^\W_])[^()]*{_DATE}|[^ ][_-]conflict[_-]{_DATE}"
    r"|\.sync-conflict-|~$|\.orig$|\.swp$|\.icloud$", re.I)
# What is a copy where the plain name lies beside it, and may be a note about a conflict where it does not.
_COPY_OF = pattern(rf"(.+?)(?: \(\d+\)|[ _-]+conflict(?![^\W_]).*{_DATE}.*)", re.I)
_MAY_BE_COPY = pattern(r"conflict|~|\.orig|\.swp|\.icloud|\(", re.I)
_SKIPPED_FOLDERS = frozenset(["node_modules"])


class Folder(NamedTuple):
    """What is in one folder: the names of its notes, and of the folders in it that are looked through.

    `stamp` and `rules` say when the folder and its `.gitignore` were last changed, in
    nanoseconds; `rules` is 0 without one. When a look at them cannot tell whether the same
    would be found again, `stamp` is 0, or `rules` -1.
    """

    stamp: int
    rules: int
    notes: tuple[str, ...]
    folders: tuple[str, ...]


class Listing(NamedTuple):
    """The notes by folder (relative, ending in `/`, or empty), and what in the vault cannot be a note.

    `links`: whether there are symbolic links; where they lead can change without a sign of it in the vault.
    """

    folders: Mapping[str, Folder]
    problems: tuple[Problem, ...]
    links: bool

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of all notes (relative, `/`), sorted."""
        return tuple(sorted([base + name for base, folder in self.folders.items() for name in folder.notes]))


def list_notes(root: str, ignore: tuple[str, ...], templates_folder: str,
               known: Mapping[str, Folder] | None = None, now: int = 0) -> Listing:
    """All notes below `root`.

    `known` is what an earlier listing by the same rules found; a folder in it that has not
    changed is taken from there. `now` is the time of the look (nanoseconds): a folder that changed
    just before can change once more without showing it.
    """
    return _Walk(root, ignore, templates_folder, known or {}, now).walk()


def is_note_path(root: str, path: str, ignore: tuple[str, ...], templates_folder: str) -> bool:
    """Whether a file at `path` would be a note."""
    return bool(notes_among(root, (path,), ignore, templates_folder))


def notes_among(root: str, paths: Iterable[str], ignore: tuple[str, ...], templates_folder: str) -> list[str]:
    """Those of the paths at which a file would be a note; whether there is one does not matter."""
    walk = _Walk(root, ignore, templates_folder, {}, 0)
    walk.outer, rules = outer_rules(root)
    walk.rules = {"": rules + rules_in(root, walk.outer)}
    return [path for path in paths if walk.would_list(path)]


def list_other_files(root: str, ignore: tuple[str, ...], templates_folder: str) -> tuple[str, ...]:
    """The plain files below `root` that are no notes and that nothing leaves out (relative, `/`, sorted)."""
    walk = _OtherFiles(root, ignore, templates_folder)
    walk.walk()
    return tuple(sorted(walk.others))


class _Walk:
    def __init__(self, root: str, ignore: tuple[str, ...], templates_folder: str, known: Mapping[str, Folder],
                 now: int) -> None:
        self.root = root
        self.templates = composed(templates_folder).strip("/")
        self.known = known
        self.now = now
        self.folders: dict[str, Folder] = {}
        self.problems: list[Problem] = []
        self.links = False
        self.plain = True  # whether all that the folder holds shows in its stamp
        own = parse_rules(composed("\n".join(ignore)).encode("utf-8", "replace"), "") if ignore else None
        self.own = (own,) if own else ()
        self.outer = ""
        self.rules: dict[str, tuple[Rules, ...]] = {}  # by folder (ending in `/` or empty), for `would_list`

    def walk(self) -> Listing:
        self.outer, rules = outer_rules(self.root)
        self._folder("", rules, known=True)
        return Listing(self.folders, tuple(self.problems), self.links)

    def would_list(self, path: str) -> bool:
        base, _, name = path.rpartition("/")
        if not name.endswith(".md") or name[0] == "." or not _is_unicode(path):
            return False
        inside = ""
        for part in base.split("/") if base else ():
            around, inside = self.rules[inside], f"{inside}{part}/"
            folder = inside[:-1]
            if part[0] == "." or part in _SKIPPED_FOLDERS or composed(folder) == self.templates or self._is_left_out(folder, around, folder=True):
                return False
            if inside not in self.rules:
                self.rules[inside] = around + rules_in(os.path.join(self.root, folder), self.outer + inside)
        plain = _COPY_OF.fullmatch(name[:-3])
        names = {f"{plain[1]}.md"} if plain and os.path.lexists(os.path.join(self.root, base, f"{plain[1]}.md")) else set()
        return not self._is_left_out(path, self.rules[inside], folder=False) and not self._is_copy(path, name, names)

    def _report(self, path: str, rule: str, message: str, fix: str, severity: Severity = "error") -> None:
        shown = path.encode("utf-8", "backslashreplace").decode()
        self.plain = False
        self.problems.append(Problem(shown, 1, 1, rule, severity, message, fix))

    def _folder(self, base: str, rules: tuple[Rules, ...], *, known: bool) -> None:
        """Walk the folder `base` (relative, ending in `/` or empty); `known`: the rules around it are those of before."""
        folder = os.path.join(self.root, base)  # with `/` at its end
        stamp, ignored = _changed(folder), _changed(f"{folder}.gitignore")
        before = self.known.get(base)
        known = known and before is not None and before.rules == ignored
        if ignored:
            rules += rules_in(folder, self.outer + base)
        if known and before is not None and 0 < stamp == before.stamp:
            found = before
        else:
            self.plain = True
            notes, folders = self._look_through(base, folder, rules)
            found = Folder(
                stamp if self.plain and is_lasting(stamp, self.now) else 0,
                ignored if is_lasting(ignored, self.now) else -1,
                notes, folders)
        self.folders[base] = found
        for name in found.folders:
            self._folder(f"{base}{name}/", rules, known=known)

    def _look_through(self, base: str, folder: str, rules: tuple[Rules, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The names of the notes in a folder, and of the folders to walk."""
        try:
            with os.scandir(folder) as found:
                entries = list(found)
        except OSError as error:
            self._report(base.rstrip("/") or ".", "unreadable-folder", f"this folder cannot be read: {error.strerror}",
                         "give yourself the right to read it")
            return (), ()
        names = {entry.name for entry in entries}
        may_be_copies = _MAY_BE_COPY.search("/".join(names)) is not None
        notes: list[str] = []
        folders: list[str] = []
        for entry in entries:
            name = entry.name
            path = base + name
            if name.endswith(".md") and entry.is_file(follow_symlinks=False) and name[0] != ".":
                if not self._is_left_out(path, rules, folder=False) and not (
                        may_be_copies and self._is_copy(path, name, names)) and self._is_named_well(path):
                    notes.append(name)
            elif entry.is_dir(follow_symlinks=False):
                if name[0] == "." or name in _SKIPPED_FOLDERS or composed(path) == self.templates:
                    continue
                if not self._is_left_out(path, rules, folder=True):
                    if name.endswith(".md"):
                        self._report(path, "not-a-file", "a folder has the name of a note", "rename it", "warning")
                    folders.append(name)
            elif self._other(entry, path, names, rules):
                notes.append(name)
        return tuple(sorted(notes)), tuple(sorted(folders))

    def _is_left_out(self, path: str, rules: tuple[Rules, ...], *, folder: bool) -> bool:
        return (bool(rules) and is_ignored(rules, self.outer + path, folder=folder)) or (
            bool(self.own) and is_ignored(self.own, composed(path), folder=folder))

    def _is_copy(self, path: str, name: str, names: set[str]) -> bool:
        """Whether a sync program or an editor left this copy; it is reported then."""
        stem = name.removesuffix(".md")
        plain = _COPY_OF.fullmatch(stem)
        if not _COPY.search(stem) and not (plain and f"{plain[1]}.md" in names):
            return False
        self._report(path, "conflict-copy", "a copy that a program left beside a note; it is not read",
                     "nb resolve puts the two together; or take over what is missing, then delete the copy", "warning")
        return True

    def _is_named_well(self, path: str) -> bool:
        if path.isascii() or _is_unicode(path):
            return True
        self._report(path, "file-name", "the name of this file is no UTF-8; it is not read", "rename it")
        return False

    def _other(self, entry: os.DirEntry[str], path: str, names: set[str], rules: tuple[Rules, ...]) -> bool:
        """A link, a pipe or a file that is no note; whether it stands for a note that cannot be read, which may be confidential."""
        name, is_link = entry.name, entry.is_symlink()
        copied = not is_link and re.search(r"\.md(?:~|\.orig|\.swp|\.icloud)$", name) is not None
        hidden = name[0] == "." and not copied
        if hidden or not (is_link or copied or name.lower().endswith(".md")) or self._is_left_out(path, rules, folder=False):
            return False
        if is_link:
            return self._link(entry, path)
        if copied:
            self._is_copy(path, name, names)
        elif name.endswith(".md"):
            self.plain = False
            return self._is_named_well(path)
        else:
            self._report(path, "file-name", "the ending is not `.md` in small letters; it is not read", "rename it", "warning")
        return False

    def _link(self, entry: os.DirEntry[str], path: str) -> bool:
        """A symbolic link; whether it has the name of a note, and leads to nothing that could be read in the vault."""
        self.plain, self.links = False, True  # where it leads can change without a sign of it here
        target = os.path.realpath(entry.path)
        is_folder = os.path.isdir(target)
        leads_out = os.path.commonpath([self.root, target]) != self.root
        if is_folder and leads_out:
            self._report(path, "outside-symlink", "a symbolic link that leads out of the vault; it is not followed",
                         "copy what you need into the vault", "warning")
        # A link to a place in the vault: what is there is read there.
        return not is_folder and entry.name.endswith(".md") and (leads_out or not os.path.exists(target)) and self._is_named_well(path)


def _changed(path: str) -> int:
    """When a file or folder was last changed, in nanoseconds; 0 when it is not there."""
    try:
        found = os.lstat(path)
    except OSError:
        return 0
    return max(found.st_mtime_ns, found.st_ctime_ns)


class _OtherFiles(_Walk):
    """Keeps what is no note."""

    def __init__(self, root: str, ignore: tuple[str, ...], templates_folder: str) -> None:
        super().__init__(root, ignore, templates_folder, {}, 0)
        self.others: list[str] = []

    def _other(self, entry: os.DirEntry[str], path: str, names: set[str], rules: tuple[Rules, ...]) -> bool:
        if entry.is_file(follow_symlinks=False) and not self._is_left_out(path, rules, folder=False) and _is_unicode(path):
            self.others.append(path)
        return False


def _is_unicode(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True
