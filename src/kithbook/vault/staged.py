"""What a commit or a push would carry: read from git's index and objects, never from the folder.

One `git diff` or `git log` says which files, one `git cat-file` gives their contents.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from ..errors import VaultError
from ..model.record import NamedTuple
from ..text.decode import MAX_NOTE_BYTES
from .git_run import OF_A_HOOK, SAFE, run_git, safe_environment

_PLAIN_FILES = (b"100644", b"100755")
_LIST = ("--raw", "-z", "--no-abbrev", "-M100%", "--no-relative", "--no-ext-diff", "--no-textconv",
         "--ignore-submodules=all", "--no-color")
# So many requests fit into any pipe: git never waits for us while we wait for git.
_AT_ONCE = 150


class Repository(NamedTuple):
    """The repository a hook was called in: the top of its work tree, and what git said of it in the environment."""

    top: str
    given: Mapping[str, str]

    def ask(self, *arguments: str) -> bytes:
        """What git answers; raises `VaultError` when it does not."""
        result = run_git(self.top, *arguments, given=self.given)
        if result is None:
            raise VaultError("git is not to be found, or does not answer", "look at $PATH")
        if result.returncode != 0:
            said = result.stderr.decode("utf-8", "replace").strip().split("\n")[0]
            raise VaultError(f"git cannot say what is to be judged: {said}", "mend that, then try again")
        return result.stdout


def repository_here() -> Repository:
    """The repository of the working folder, or the one that git names in the environment of a hook."""
    here = os.getcwd()
    given = {name: os.environ[name] for name in OF_A_HOOK if os.environ.get(name)}
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"):
        if name in given:  # they may be relative to here
            given[name] = os.path.join(here, given[name])
    if "GIT_DIR" in given:
        top = given.setdefault("GIT_WORK_TREE", here)
        return Repository(os.path.realpath(top), given)
    folder = here
    while not os.path.lexists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            raise VaultError(f"{here} is not in the work tree of a git repository", "call it in one")
        folder = above
    return Repository(os.path.realpath(folder), given)


class Change(NamedTuple):
    """A file that a commit changes: its path from the top of the repository, and the name of its new content.

    `blob` is empty when the file is gone, or is no plain file. `former` is its path before, when it was moved as it was.
    """

    path: str
    blob: str
    former: str = ""
    unmerged: bool = False


def staged_changes(repository: Repository) -> list[Change]:
    """What is staged, beside the last commit."""
    return [change for _, change in _read_raw(repository.ask("diff", "--cached", *_LIST))]


def pushed_changes(repository: Repository, tip: str, known: Sequence[str]) -> list[tuple[str, Change]]:
    """What the commits up to `tip` change that are not in `known`, each with its commit; the newest first.

    Of a merge only what is in none of its sides.
    """
    return list(_read_raw(repository.ask("log", "--no-show-signature", "--topo-order", "-c", "--root", "--format=tformat:%H", *_LIST,
                                         "--no-renames", tip, "--not", *known, "--")))


def _read_raw(output: bytes) -> Iterator[tuple[str, Change]]:
    """The changes in what `--raw -z` prints, each with the commit named before it, if any is."""
    fields = iter(output.split(b"\0"))
    commit = ""
    for field in fields:
        head = field.lstrip(b"\n")
        if head[:1] != b":":
            commit = head.decode() or commit
            continue
        sides = len(head) - len(head.lstrip(b":"))
        words = head[sides:].split(b" ")
        mode, blob, status = words[sides], words[2 * sides + 1], words[-1]
        former = os.fsdecode(next(fields)) if status[:1] in (b"R", b"C") and sides == 1 else ""
        kept = blob.decode() if mode in _PLAIN_FILES and blob.strip(b"0") else ""
        yield commit, Change(os.fsdecode(next(fields)), kept, former, unmerged=status == b"U")


class Contents:
    """The contents of what git has stored, by name. A context manager around one `git cat-file --batch`."""

    def __init__(self, repository: Repository) -> None:
        try:
            self._process = subprocess.Popen(
                ["git", "-C", repository.top, *SAFE, "cat-file", "--batch"], env=safe_environment(repository.given),
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        except OSError:
            raise VaultError("git is not to be found", "look at $PATH") from None

    def __enter__(self) -> "Contents":
        return self

    def __exit__(self, *_: object) -> None:
        # That ends it; nobody has to wait.
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with suppress(OSError):
                pipe.close()

    def read(self, names: Iterable[str]) -> Iterator[bytes | None]:
        """The content of each file, in order; None for what there is not, or is no file, or too large for a note.

        A name must not hold a line end.
        """
        names = list(names)
        for start in range(0, len(names), _AT_ONCE):
            some = names[start : start + _AT_ONCE]
            self._ask(some)
            for _ in some:
                kind, data = self._next()
                yield data if kind == b"blob" else None

    def has(self, name: str) -> bool:
        """Whether there is anything of that name."""
        self._ask([name])
        return self._next()[0] != b""

    def _ask(self, names: Sequence[str]) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(b"".join(os.fsencode(name) + b"\n" for name in names))
            self._process.stdin.flush()
        except OSError:
            raise VaultError("git has ended before it said all", "try `git fsck`") from None

    def _next(self) -> tuple[bytes, bytes | None]:
        """What sort of thing the next one is (nothing, when there is none), and its content unless it is too large."""
        output = self._process.stdout
        assert output is not None
        head = output.readline()
        if not head:
            raise VaultError("git has ended before it said all", "try `git fsck`")
        words = head.rstrip(b"\n").rsplit(b" ", 2)
        if len(words) != 3 or not words[2].isdigit():  # `… missing`, `… ambiguous`
            return b"", None
        size = int(words[2])
        if size <= MAX_NOTE_BYTES:
            return words[1], output.read(size + 1)[:-1]
        size += 1
        while size > 0 and (data := output.read(min(size, 1 << 20))):
            size -= len(data)
        return words[1], None
