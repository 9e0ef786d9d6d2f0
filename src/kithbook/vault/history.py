"""What a repository tells of itself without git being asked: whether its history is another one now, and what git is about."""

import os

from .files import read_setting_file

NOT_ASKED = "?"
"""No mark of any history."""
_MOST_REFERENCES = 5


def history_mark(root: str) -> str:
    """A text that is another one whenever another commit is checked out; empty where there is no repository."""
    folder = _git_folder(root)
    if folder is None:
        return ""
    shared = os.path.join(folder, _text(folder, "commondir") or ".")
    said = _text(folder, "HEAD") or _stamp(folder, "HEAD")
    for _ in range(_MOST_REFERENCES):
        if not said.startswith("ref: "):
            break
        name = said[5:]
        said = _text(folder, name) or _text(shared, name) or "".join(_stamp(shared, at) for at in ("packed-refs", "reftable/tables.list"))
    # With these the same commit has another history.
    return " ".join([said, *(_stamp(shared, name) for name in ("shallow", "info/grafts", "refs/replace", "packed-refs"))])


_UNDER_WAY = {"rebase-merge": "a rebase", "rebase-apply": "a rebase", "MERGE_HEAD": "a merge",
              "CHERRY_PICK_HEAD": "a cherry-pick", "REVERT_HEAD": "a revert", "BISECT_LOG": "a bisect"}


def under_way(folder: str) -> str | None:
    """What has been begun in the repository whose git folder that is, and is not ended."""
    return next((what for name, what in _UNDER_WAY.items() if os.path.lexists(os.path.join(folder, name))), None)


def git_at_work(root: str) -> str | None:
    """What git is in the middle of, around the vault at `root`; None when it rests."""
    folder = _git_folder(root)
    if folder is None:
        return None
    return under_way(folder) or ("a command" if os.path.lexists(os.path.join(folder, "index.lock")) else None)


def _git_folder(root: str) -> str | None:
    """The folder in which git keeps what belongs to this work tree."""
    top = root
    while not os.path.lexists(place := os.path.join(top, ".git")):
        above = os.path.dirname(top)
        if above == top:
            return None
        top = above
    if os.path.isdir(place):
        return place
    written = _text(top, ".git")
    return os.path.join(top, written[8:]) if written.startswith("gitdir: ") else None


def _text(folder: str, name: str) -> str:
    data = read_setting_file(os.path.join(folder, name))
    return data.decode("utf-8", "replace").strip() if data else ""


def _stamp(folder: str, name: str) -> str:
    try:
        found = os.stat(os.path.join(folder, name))
    except OSError:
        return "-"
    return f"{found.st_mtime_ns}.{found.st_size}.{found.st_ino}"
