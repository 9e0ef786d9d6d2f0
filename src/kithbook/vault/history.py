"""What tells that the history of a repository is another one now, without asking git."""

import os

from .files import read_setting_file


def history_mark(root: str) -> str:
    """A text that is another one whenever another commit is checked out; empty where there is no repository."""
    folder = _git_folder(root)
    if folder is None:
        return ""
    head = _text(folder, "HEAD")
    if not head.startswith("ref: "):
        return head
    shared = os.path.join(folder, _text(folder, "commondir") or ".")
    name = head[5:]
    return f"{head} {_text(folder, name) or _text(shared, name) or _stamp(shared, 'packed-refs') + _stamp(shared, 'reftable/tables.list')}"


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
