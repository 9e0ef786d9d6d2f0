"""Git hooks: ours put in place beside those that are there, and taken away again.

A hook that is there is moved aside (`pre-commit.before-nb`), and ours runs it. It is moved
back as it was. Where the pre-commit framework has its own, ours is the one that it runs besides.
"""

import os
import shutil
import sys

from ..errors import VaultError
from ..model.record import NamedTuple
from .change_log import Change
from .files import read_plain_file
from .git_run import run_git
from .hook_script import KEPT, compose_script, is_of_pre_commit, version_of

STAGES = ("pre-commit", "pre-merge-commit", "pre-push")
_MOST = 1 << 20


class HooksFolder(NamedTuple):
    """Where git looks for the hooks of a repository. `shared`: others get what is in it, too; `top` is that of the work tree."""

    path: str
    top: str
    shared: bool
    husky: bool


class HookState(NamedTuple):
    """What there is at one stage: the version of ours (None: not installed), and what else runs there."""

    stage: str
    version: int | None
    place: str
    others: tuple[str, ...]


def hooks_folder(root: str) -> HooksFolder:
    """The hooks folder of the repository that the vault at `root` is in; raises `VaultError` where ours cannot be."""
    top = _answer(root, "rev-parse", "--show-toplevel")
    common = _answer(root, "rev-parse", "--path-format=absolute", "--git-common-dir")
    if top is None or common is None:
        raise VaultError("this vault is not in the work tree of a git repository", "git init, then nb hook install")
    # The last one is our own `-c`, that no hook is to run while we ask.
    said = [line.partition("\t") for line in (_answer(root, "config", "--show-scope", "--get-all", "--type=path", "core.hooksPath") or "").split("\n")]
    set_to = [(scope, path) for scope, _, path in said if scope and scope != "command"]
    if not set_to:
        return HooksFolder(os.path.join(common, "hooks"), top, shared=False, husky=False)
    scope, path = set_to[-1]
    folder = os.path.normpath(os.path.join(top, path))
    if scope not in ("local", "worktree"):
        raise VaultError(f"git takes the hooks of all repositories from {path} (core.hooksPath, {scope})",
                         "give this repository its own: git config core.hooksPath .git/hooks")
    if os.path.basename(folder) == "_" and os.path.basename(os.path.dirname(folder)) == ".husky":
        return HooksFolder(os.path.dirname(folder), top, shared=True, husky=True)
    if _is_in(common, folder):
        return HooksFolder(folder, top, shared=False, husky=False)
    if not _is_in(top, folder):
        raise VaultError(f"git takes the hooks of this repository from {path} (core.hooksPath), outside of it",
                         "give it its own: git config core.hooksPath .git/hooks")
    return HooksFolder(folder, top, shared=True, husky=False)


def _answer(root: str, *arguments: str) -> str | None:
    result = run_git(root, *arguments)
    return None if result is None or result.returncode != 0 else os.fsdecode(result.stdout.removesuffix(b"\n"))


def _is_in(folder: str, path: str) -> bool:
    folder, path = os.path.realpath(folder), os.path.realpath(path)
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _read(path: str) -> bytes | None:
    """A script (also one that a link leads to); None when there is none."""
    if not os.path.lexists(path):
        return None
    try:
        return read_plain_file(os.path.realpath(path), _MOST)
    except OSError:
        return b""


def look_at(folder: HooksFolder) -> list[HookState]:
    """What there is at each stage."""
    return [_state(folder, stage) for stage in STAGES]


def _state(folder: HooksFolder, stage: str) -> HookState:
    place = _place(folder, stage)
    script = _read(place)
    version = None if script is None else version_of(script)
    others: list[str] = []
    if place.endswith(".legacy"):
        others.append("the pre-commit framework")
    if version is None and script is not None:
        others.append(os.path.basename(place))
    if os.path.lexists(kept := os.path.join(folder.path, stage + KEPT)):
        others.append(os.path.basename(kept))
    return HookState(stage, version, place, tuple(others))


def _place(folder: HooksFolder, stage: str) -> str:
    """Where ours stands, or is to stand."""
    path = os.path.join(folder.path, stage)
    return f"{path}.legacy" if is_of_pre_commit(_read(path) or b"") else path


def install_hooks(folder: HooksFolder, *, dry_run: bool = False) -> list[str]:
    """Put ours in place at every stage; the stages at which something changed. Raises `VaultError`, then nothing has."""
    wanted = missing_hooks(folder)
    if wanted and not dry_run:
        try:
            os.makedirs(folder.path, exist_ok=True)
            for stage, script in wanted.items():
                _install(folder, stage, script)
        except OSError as error:
            raise VaultError(f"a hook cannot be written in {folder.path}: {error.strerror}",
                             "give yourself the right to write there") from None
    return list(wanted)


def missing_hooks(folder: HooksFolder) -> dict[str, bytes]:
    """The scripts that are not in place as they should be, by stage. Raises `VaultError` when one cannot be put there."""
    wanted: dict[str, bytes] = {}
    for stage in STAGES:
        script = compose_script(stage, "" if folder.shared else _program(), husky=folder.husky)
        place = _place(folder, stage)
        if _read(place) != script or not os.access(place, os.X_OK):
            wanted[stage] = script
        if stage in wanted:
            _look_free(folder, stage, place)
    return wanted


def hook_changes(folder: HooksFolder) -> list[Change]:
    """What `install_hooks` would do, file by file; paths are relative to the work tree. Raises `VaultError` as it does."""
    changes: list[Change] = []
    for stage, script in missing_hooks(folder).items():
        place = _place(folder, stage)
        present = _read(place)
        if present is not None and version_of(present) is None:
            changes.append(_change(folder, os.path.join(folder.path, stage + KEPT), None, present))
        changes.append(_change(folder, place, present, script))
    return changes


def hook_removals(folder: HooksFolder) -> list[Change]:
    """What `uninstall_hooks` would do, likewise."""
    changes: list[Change] = []
    for stage in STAGES:
        place = _place(folder, stage)
        script = _read(place)
        if version_of(script or b"") is not None:
            kept = os.path.join(folder.path, stage + KEPT)
            before = _read(kept)
            changes.append(_change(folder, place, script, before))
            changes += [] if before is None else [_change(folder, kept, before, None)]
    return changes


def _change(folder: HooksFolder, file: str, before: bytes | None, after: bytes | None) -> Change:
    return Change(os.path.relpath(file, folder.top).replace(os.sep, "/"), before, after)


def _look_free(folder: HooksFolder, stage: str, place: str) -> None:
    """Raise `VaultError` when a hook that is there could not be kept."""
    kept = os.path.join(folder.path, stage + KEPT)
    script = _read(place)
    if script is not None and version_of(script) is None and os.path.lexists(kept):
        raise VaultError(f"{place} is not ours, and {stage}{KEPT} beside it is an older one",
                         f"put into {stage} what is to run of both, and delete {stage}{KEPT}")
    if os.path.isdir(folder.path) and not os.access(folder.path, os.W_OK):
        raise VaultError(f"a hook cannot be written in {folder.path}: permission denied", "give yourself the right to write there")


def _install(folder: HooksFolder, stage: str, script: bytes) -> None:
    """Write ours beside its place, then move aside what is there, and move ours in."""
    place = _place(folder, stage)
    present = _read(place)
    temporary = f"{place}.{os.getpid()}.tmp"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o777)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(script)
        if present is not None and version_of(present) is None:
            os.rename(place, os.path.join(folder.path, stage + KEPT))
        os.replace(temporary, place)
    except BaseException:
        os.unlink(temporary)
        raise


def uninstall_hooks(folder: HooksFolder) -> list[str]:
    """Take ours away at every stage, and put back what was there before; the stages at which there was one."""
    done: list[str] = []
    for stage in STAGES:
        place = _place(folder, stage)
        if version_of(_read(place) or b"") is None:
            continue
        kept = os.path.join(folder.path, stage + KEPT)
        try:
            if os.path.lexists(kept):
                os.replace(kept, place)
            else:
                os.unlink(place)
        except OSError as error:
            raise VaultError(f"{place} cannot be taken away: {error.strerror}", "give yourself the right to write there") from None
        done.append(stage)
    return done


def _program() -> str:
    """The path of `nb` as it was called, or beside the interpreter; empty when there is none."""
    called = os.path.abspath(sys.argv[0])
    for path in (called, *(os.path.join(os.path.dirname(sys.executable), name) for name in ("nb", "kithbook"))):
        if os.path.basename(path).removesuffix(".exe") in ("nb", "kithbook") and os.access(path, os.X_OK) and os.path.isfile(path):
            return path
    return shutil.which("kithbook") or ""
